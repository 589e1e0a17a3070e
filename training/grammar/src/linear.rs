//! A linear model in training: as [`claimsheet_grammar::linear`] has it, with fractions.

/// A linear model in training, by stochastic gradient descent with a rate of its own for each row.
#[derive(Debug, Clone)]
pub struct Linear {
    rows: Vec<[f32; 3]>,
    sums: Vec<f32>,
    /// How far a step goes.
    pub rate: f32,
}

impl Linear {
    /// A model that knows nothing.
    pub fn new(features: usize) -> Self {
        Self { rows: vec![[0.0; 3]; features], sums: vec![0.0; features], rate: 0.0 }
    }

    /// The scores of the outputs.
    pub fn scores(&self, features: &[u32]) -> [f32; 3] {
        let mut scores = [0.0; 3];
        for feature in features {
            for (score, weight) in scores.iter_mut().zip(self.rows[*feature as usize]) {
                *score += weight;
            }
        }
        scores
    }

    /// Moves away from an error, given the gradient of each output.
    pub fn step(&mut self, features: &[u32], gradients: &[f32; 3]) {
        let square = gradients.iter().map(|value| value * value).sum::<f32>() / 3.0;
        if square < 1e-8 {
            return;
        }
        for feature in features {
            let sum = &mut self.sums[*feature as usize];
            *sum += square;
            let rate = self.rate / (sum.sqrt() + 0.1);
            for (weight, gradient) in self.rows[*feature as usize].iter_mut().zip(gradients) {
                *weight -= rate * gradient;
            }
        }
    }

    /// The model in whole numbers, for scores that are `scale` times those of training.
    pub fn bytes(&self, scale: f32) -> Vec<u8> {
        let most = self.rows.as_flattened().iter().map(|weight| weight.abs()).fold(0.01, f32::max);
        let factor = (scale * most / 127.0).ceil().max(1.0);
        let mut bytes = (factor as i32).to_le_bytes().to_vec();
        let round = |weight: &f32| ((weight * scale / factor).round().clamp(-127.0, 127.0) as i8).cast_unsigned();
        bytes.extend(self.rows.as_flattened().iter().map(round));
        bytes
    }
}
