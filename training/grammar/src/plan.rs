//! How long a network is trained, how fast, and how large it is.

/// The plan of a network's training.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Times over all sentences.
    pub epochs: usize,
    /// How many of these, the last, go without the rows that matter little.
    pub small_epochs: usize,
    /// How many rows the network keeps at the end.
    pub rows: usize,
}

impl Plan {
    /// Whether the rows that matter little go before this time over all sentences.
    pub const fn prunes_before(self, epoch: usize) -> bool {
        epoch + self.small_epochs == self.epochs
    }

    /// How far a step goes, from `first` at the start to nearly nothing at the end, when `done` of
    /// `sentences` sentences are done in this time over all.
    pub fn rate(self, first: f32, epoch: usize, done: usize, sentences: usize) -> f32 {
        let passed = (epoch * sentences + done) as f32 / (self.epochs * sentences) as f32;
        first * (1.0 - passed) + 0.001
    }
}
