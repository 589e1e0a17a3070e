//! A linear model over hashed features, in whole numbers: the part of the parser for rare pairs and
//! triples of words and tags, of which there are too many for a network.

/// Weights of three outputs for each of many features.
#[derive(Debug, Clone, Copy, Default)]
pub struct Linear<'a> {
    factor: i32,
    rows: &'a [[u8; 3]],
}

impl<'a> Linear<'a> {
    /// Reads a model of `features` features: what its sums are multiplied with (32 bits,
    /// little-endian), rows (three of 8 bits each).
    ///
    /// # Errors
    ///
    /// When the length is another.
    pub fn parse(bytes: &'a [u8], features: usize) -> Result<Self, &'static str> {
        const WRONG: &str = "a linear model has not the length of its shape";
        let (factor, rest) = bytes.split_first_chunk().ok_or(WRONG)?;
        match rest.as_chunks() {
            (rows, []) if rows.len() == features => Ok(Self { factor: i32::from_le_bytes(*factor), rows }),
            _ => Err(WRONG),
        }
    }

    /// The scores of the outputs for the features present.
    #[inline]
    pub fn scores(&self, features: &[u32]) -> [i32; 3] {
        let mut sums = [0_i32; 3];
        for feature in features {
            let Some(row) = self.rows.get(*feature as usize) else { continue };
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        sums.map(|sum| sum.wrapping_mul(self.factor))
    }
}
