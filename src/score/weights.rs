//! The trained weights: `data/judge.txt` for the marks, `data/judge.bin` for the pieces.

use super::marks::{self, Marks};
use super::pieces::BUCKETS;
use std::sync::LazyLock;

/// Two bytes a piece: factual, worthy.
static PIECES: &[u8; 2 * BUCKETS] = include_bytes!("../../data/judge.bin");

/// The judge's weights.
pub(super) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("../../data/judge.txt")));

/// Which of the two questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// Is there something to verify?
    Factual = 0,
    /// Is it worth checking first?
    Worthy = 1,
}

/// Weights with their scales: a weight is its 8-bit number times its scale.
#[derive(Debug, Default)]
pub(super) struct Model {
    thresholds: [f64; 2],
    bias: [f64; 2],
    mark_scale: [f64; 2],
    piece_scale: [f64; 2],
    marks: Vec<[i8; 2]>,
}

impl Model {
    /// Lines are `key: factual worthy`; keys are `threshold`, `bias`, `mark scale`, `piece scale`, and the names
    /// of the marks.
    fn parse(text: &str) -> Self {
        let mut model = Self { marks: vec![[0; 2]; marks::COUNT], ..Self::default() };
        let names: Vec<String> = (0..marks::COUNT).map(marks::name).collect();
        // The file has them in their order, so that the next is looked for where the last was found.
        let mut next = 0;
        for (key, [factual, worthy]) in text.lines().filter_map(entry) {
            match key {
                "threshold" => model.thresholds = [factual, worthy],
                "bias" => model.bias = [factual, worthy],
                "mark scale" => model.mark_scale = [factual, worthy],
                "piece scale" => model.piece_scale = [factual, worthy],
                _ => {
                    let mut turn = (next..names.len()).chain(0..next.min(names.len()));
                    let mark = turn.find(|mark| names.get(*mark).is_some_and(|name| name == key));
                    if let Some((mark, slot)) = mark.and_then(|mark| Some((mark, model.marks.get_mut(mark)?))) {
                        *slot = [factual as i8, worthy as i8];
                        next = mark + 1;
                    }
                }
            }
        }
        model
    }

    /// The least probabilities.
    pub(super) const fn thresholds(&self) -> [f64; 2] {
        self.thresholds
    }

    /// The log odds that every sentence starts from.
    pub(super) const fn bias(&self, head: Head) -> f64 {
        self.bias[head as usize]
    }

    /// The 8-bit weights of a piece, factual and worthy.
    pub(super) fn piece(&self, piece: u16) -> [i8; 2] {
        debug_assert!(!self.marks.is_empty(), "the model was not read");
        let at = 2 * usize::from(piece);
        [PIECES.get(at).map_or(0, |byte| byte.cast_signed()), PIECES.get(at + 1).map_or(0, |byte| byte.cast_signed())]
    }

    /// What a mark adds to the log odds.
    pub(super) fn mark(&self, head: Head, mark: usize) -> f64 {
        let weight = self.marks.get(mark).map_or(0, |weights| weights[head as usize]);
        f64::from(weight) * self.mark_scale[head as usize]
    }

    /// What each unit of a piece's weight adds to the log odds of a sentence of `count` pieces:
    /// their sum counts by the root of their number.
    pub(super) fn piece_unit(&self, head: Head, count: u32) -> f64 {
        self.piece_scale[head as usize] / f64::from(count.max(1)).sqrt()
    }

    /// The log odds of a sentence with these marks, whose `count` pieces have weights of that sum.
    pub(super) fn log_odds(&self, head: Head, marks: Marks, pieces: i32, count: u32) -> f64 {
        let marks: i32 =
            marks.iter().filter_map(|mark| self.marks.get(mark)).map(|weights| i32::from(weights[head as usize])).sum();
        self.bias[head as usize]
            + f64::from(marks) * self.mark_scale[head as usize]
            + f64::from(pieces) * self.piece_unit(head, count)
    }
}

fn entry(line: &str) -> Option<(&str, [f64; 2])> {
    let (key, weights) = line.split_once(": ")?;
    let (factual, worthy) = weights.trim().split_once(' ')?;
    Some((key, [factual.parse().ok()?, worthy.trim().parse().ok()?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_comment_or_a_known_key_with_two_numbers_of_eight_bits() {
        let known: Vec<String> = (0..marks::COUNT).map(marks::name).collect();
        let mut seen = 0;
        for line in include_str!("../../data/judge.txt").lines().filter(|line| !line.starts_with('#')) {
            let (key, weights) = entry(line).unwrap();
            if !["threshold", "bias", "mark scale", "piece scale"].contains(&key) {
                assert!(known.iter().any(|name| name == key), "{line}");
                assert!(weights.iter().all(|weight| weight.fract() == 0.0 && weight.abs() <= 127.0), "{line}");
                seen += 1;
            }
        }
        assert_eq!(seen, marks::COUNT);
    }
}
