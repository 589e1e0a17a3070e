//! A network in training: as [`claimsheet_grammar::network`] has it, with fractions.

use crate::random::Random;

/// In place of the count of a row that is set to zero for good.
const PRUNED: u32 = u32::MAX;

/// A network in training, by stochastic gradient descent with a rate of its own for each row
/// (Adagrad).
#[derive(Debug, Clone)]
pub struct Network<const H: usize> {
    rows: Vec<[f32; H]>,
    row_sums: Vec<f32>,
    row_counts: Vec<u32>,
    bias: [f32; H],
    bias_sum: f32,
    outputs: Vec<[f32; H]>,
    output_sums: Vec<f32>,
    output_bias: Vec<f32>,
    /// How far a step goes.
    pub rate: f32,
}

impl<const H: usize> Network<H> {
    /// A network that knows nothing.
    pub fn new(rows: usize, outputs: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut small = |width: f32| std::array::from_fn(|_| (random.fraction() - 0.5) * width);
        Self {
            rows: (0..rows).map(|_| small(0.02)).collect(),
            row_sums: vec![0.0; rows],
            row_counts: vec![0; rows],
            bias: [0.2; H],
            bias_sum: 0.0,
            outputs: (0..outputs).map(|_| small(0.5)).collect(),
            output_sums: vec![0.0; outputs],
            output_bias: vec![0.0; outputs],
            rate: 0.05,
        }
    }

    /// What is positive of the hidden layer's sums.
    #[inline]
    pub fn hidden(&self, features: &[u32]) -> [f32; H] {
        let mut sums = self.bias;
        for feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[*feature as usize]) {
                *sum += weight;
            }
        }
        sums.map(|sum| sum.max(0.0))
    }

    /// The score of an output.
    #[inline]
    pub fn score(&self, hidden: &[f32; H], output: usize) -> f32 {
        // Several sums, so that they can be made side by side.
        let mut sums = [0.0_f32; 8];
        for (hidden, weights) in hidden.as_chunks::<8>().0.iter().zip(self.outputs[output].as_chunks::<8>().0) {
            for at in 0..8 {
                sums[at] += hidden[at] * weights[at];
            }
        }
        sums.iter().sum::<f32>() + self.output_bias[output]
    }

    /// Moves away from an error: `gradients` are those of the outputs from `first`, and `back` what
    /// is added to the gradient of the hidden layer.
    pub fn output_step(&mut self, hidden: &[f32; H], first: usize, gradients: &[f32], back: &mut [f32; H]) {
        let square: f32 = hidden.iter().map(|value| value * value).sum::<f32>() / H as f32 + 0.1;
        for (output, gradient) in (first..).zip(gradients) {
            if gradient.abs() < 1e-4 {
                continue;
            }
            let weights = &mut self.outputs[output];
            for (back, weight) in back.iter_mut().zip(weights.iter()) {
                *back += gradient * weight;
            }
            self.output_sums[output] += gradient * gradient * square;
            let rate = self.rate * gradient / (self.output_sums[output].sqrt() + 1e-3);
            for (weight, value) in weights.iter_mut().zip(hidden) {
                *weight -= rate * value;
            }
            self.output_bias[output] -= rate;
        }
    }

    /// Moves the rows of the features present, and the bias, along a gradient of the hidden layer.
    pub fn row_step(&mut self, features: &[u32], hidden: &[f32; H], mut back: [f32; H]) {
        for (back, value) in back.iter_mut().zip(hidden) {
            if *value <= 0.0 {
                *back = 0.0;
            }
        }
        let square: f32 = back.iter().map(|value| value * value).sum::<f32>() / H as f32;
        if square < 1e-12 {
            return;
        }
        for feature in features {
            let count = &mut self.row_counts[*feature as usize];
            if *count == PRUNED {
                continue;
            }
            *count += 1;
            let sum = &mut self.row_sums[*feature as usize];
            *sum += square;
            let rate = self.rate / (sum.sqrt() + 1e-3);
            for (weight, value) in self.rows[*feature as usize].iter_mut().zip(&back) {
                *weight -= rate * value;
            }
        }
        self.bias_sum += square;
        let rate = self.rate / (self.bias_sum.sqrt() + 1e-3);
        for (weight, value) in self.bias.iter_mut().zip(&back) {
            *weight -= rate * value;
        }
    }

    /// Keeps the `keep` rows that change most, and sets the others to zero for good.
    pub fn prune(&mut self, keep: usize) {
        if keep >= self.rows.len() {
            return;
        }
        let effect = |at: usize| {
            let square: f32 = self.rows[at].iter().map(|weight| weight * weight).sum();
            square * self.row_counts[at] as f32
        };
        let mut order: Vec<(f32, usize)> = (0..self.rows.len()).map(|at| (effect(at), at)).collect();
        order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (effect, at) in
            order.iter().enumerate().map(|(place, (effect, at))| (if place < keep { *effect } else { 0.0 }, *at))
        {
            if effect == 0.0 {
                self.rows[at] = [0.0; H];
                self.row_counts[at] = PRUNED;
            }
        }
    }

    /// How many times the scores of training those in whole numbers are.
    pub fn scale(&self) -> f32 {
        Scale::of(self.rows.as_flattened()).0 * Scale::of(self.outputs.as_flattened()).0
    }

    /// The network in whole numbers, as [`claimsheet_grammar::network::Network::parse`] reads it.
    pub fn bytes(&self) -> Vec<u8> {
        let rows = Scale::of(self.rows.as_flattened());
        let outputs = Scale::of(self.outputs.as_flattened());
        let mut bytes = Vec::new();
        for bias in self.bias {
            bytes.extend(((bias * rows.0).round() as i16).to_le_bytes());
        }
        for bias in &self.output_bias {
            bytes.extend(((bias * rows.0 * outputs.0).round() as i32).to_le_bytes());
        }
        bytes.extend(self.outputs.as_flattened().iter().map(|weight| outputs.round(*weight)));
        // Without a sign, see the reader.
        let unsigned = |weight: &f32| rows.round(*weight) ^ 0x80;
        let mut table = vec![0x80_u8; H];
        for (row, count) in self.rows.iter().zip(&self.row_counts) {
            let place = if *count == PRUNED { 0 } else { (table.len() / H) as u16 };
            bytes.extend(place.to_le_bytes());
            if place > 0 {
                table.extend(row.iter().map(unsigned));
            }
        }
        bytes.extend(table);
        bytes
    }
}

/// What weights are multiplied with to fill eight bits.
struct Scale(f32);

impl Scale {
    /// The few largest weights may be cut.
    fn of(weights: &[f32]) -> Self {
        let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
        sizes.sort_unstable_by(f32::total_cmp);
        let at = sizes.len() - 1 - sizes.len() / 20_000;
        Self(127.0 / sizes[at].max(0.01))
    }

    fn round(&self, weight: f32) -> u8 {
        ((weight * self.0).round().clamp(-127.0, 127.0) as i8).cast_unsigned()
    }
}

/// Turns scores into chances, in place.
pub fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut total = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - most).exp();
        total += *score;
    }
    for score in scores.iter_mut() {
        *score /= total;
    }
}

/// The place of the greatest score, the first of equals.
pub fn greatest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (at, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = at;
        }
    }
    best
}

/// Silences a share of the hidden layer, so that no part of it relies on another.
pub fn drop_out<const H: usize>(hidden: &mut [f32; H], share: f32, random: &mut Random) {
    let limit = (share * 256.0) as u64;
    for eight in hidden.as_chunks_mut::<8>().0 {
        let mut bits = random.next();
        for value in eight {
            *value = if bits & 255 < limit { 0.0 } else { *value / (1.0 - share) };
            bits >>= 8;
        }
    }
}
