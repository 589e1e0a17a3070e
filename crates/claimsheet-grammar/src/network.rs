//! A network of one hidden layer over sparse features, in whole numbers.

/// What stands for a weight of zero in a row.
const ZERO: u16 = 128;

/// A network: each feature present adds its row of `H` weights to the hidden layer; of that, what is
/// positive is weighted for each output. Features that matter little have no row of their own.
#[derive(Debug, Clone, Default)]
pub struct Network<'a, const H: usize> {
    /// Of each feature: the place of its row; features without a row share the first, which is zero.
    places: &'a [[u8; 2]],
    rows: &'a [[u8; H]],
    bias: Vec<i16>,
    outputs: Vec<[i16; H]>,
    output_bias: Vec<i32>,
}

/// Sums of the hidden layer.
#[derive(Debug, Clone, Copy)]
pub struct Sums<const H: usize>([i16; H]);

impl<const H: usize> Sums<H> {
    /// What is positive of them.
    #[inline]
    pub fn positive(self) -> Hidden<H> {
        Hidden(self.0.map(|sum| sum.max(0)))
    }
}

/// What is positive of the hidden layer's sums.
#[derive(Debug, Clone, Copy)]
pub struct Hidden<const H: usize>([i16; H]);

impl<'a, const H: usize> Network<'a, H> {
    /// Reads a network with `features` features and `outputs` outputs: biases (`H` of 16 bits, then
    /// one of 32 bits an output), weights of each output (`H` of 8 bits), the place of each
    /// feature's row (16 bits), rows (`H` of 8 bits each, without sign: 128 is zero);
    /// little-endian.
    ///
    /// # Errors
    ///
    /// When the length is another.
    pub fn parse(bytes: &'a [u8], features: usize, outputs: usize) -> Result<Self, &'static str> {
        const WRONG: &str = "a network has not the length of its shape";
        let (bias, rest) = bytes.split_at_checked(2 * H).ok_or(WRONG)?;
        let (output_bias, rest) = rest.split_at_checked(4 * outputs).ok_or(WRONG)?;
        let (weights, rest) = rest.split_at_checked(H * outputs).ok_or(WRONG)?;
        let (places, rest) = rest.split_at_checked(2 * features).ok_or(WRONG)?;
        let (table, []) = rest.as_chunks() else { return Err(WRONG) };
        let signed = |row: &[u8; H]| row.map(|weight| i16::from(weight.cast_signed()));
        Ok(Self {
            places: places.as_chunks().0,
            rows: table,
            bias: bias.as_chunks().0.iter().map(|bytes| i16::from_le_bytes(*bytes)).collect(),
            outputs: weights.as_chunks().0.iter().map(signed).collect(),
            output_bias: output_bias.as_chunks().0.iter().map(|bytes| i32::from_le_bytes(*bytes)).collect(),
        })
    }

    /// Whether every feature has a row.
    #[cfg(test)]
    pub(crate) fn is_whole(&self) -> bool {
        self.places.iter().all(|place| usize::from(u16::from_le_bytes(*place)) < self.rows.len())
    }

    /// The hidden layer for the features with these numbers.
    #[inline]
    pub fn hidden(&self, features: &[u32]) -> Hidden<H> {
        let mut sums = self.sums();
        self.add(&mut sums, features);
        sums.positive()
    }

    /// The hidden layer's sums without any feature.
    #[inline]
    pub fn sums(&self) -> Sums<H> {
        let mut sums = [0; H];
        for (sum, bias) in sums.iter_mut().zip(&self.bias) {
            *sum = *bias;
        }
        Sums(sums)
    }

    /// Adds features to sums.
    #[inline]
    pub fn add(&self, sums: &mut Sums<H>, features: &[u32]) {
        // A copy, which stays in registers.
        let mut all = sums.0;
        for feature in features {
            let Some(place) = self.places.get(*feature as usize) else { continue };
            let Some(row) = self.rows.get(usize::from(u16::from_le_bytes(*place))) else { continue };
            for (sum, weight) in all.iter_mut().zip(row) {
                // Without a sign a weight is widened in one step.
                *sum = sum.wrapping_add(i16::from(*weight));
            }
        }
        let zero = (features.len() as u16).wrapping_mul(ZERO).cast_signed();
        sums.0 = all.map(|sum| sum.wrapping_sub(zero));
    }

    /// The score of one output.
    #[inline]
    pub fn score(&self, hidden: &Hidden<H>, output: usize) -> i32 {
        let (Some(weights), Some(bias)) = (self.outputs.get(output), self.output_bias.get(output)) else {
            return i32::MIN;
        };
        let products = hidden.0.iter().zip(weights).map(|(sum, weight)| i32::from(*sum) * i32::from(*weight));
        bias.wrapping_add(products.sum())
    }

    /// The best of the outputs that `may` be, the first of equals; 0 when there is none.
    #[inline]
    pub fn best(&self, hidden: &Hidden<H>, outputs: std::ops::Range<usize>, may: impl Fn(usize) -> bool) -> usize {
        let mut best = (i32::MIN, 0);
        for output in outputs {
            if may(output) {
                let score = self.score(hidden, output);
                if score > best.0 {
                    best = (score, output);
                }
            }
        }
        best.1
    }
}
