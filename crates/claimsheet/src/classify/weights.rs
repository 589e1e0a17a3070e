//! The trained weights: `data/judge.txt` for the marks, which the build script turns into a table, and
//! `data/judge.bin` for the pieces.

use crate::classify::features::Marks;
use crate::classify::{grammar_pieces, hashed_ngrams};

include!(concat!(env!("OUT_DIR"), "/judge.rs"));

/// Two bytes a piece, factual and worthy: first the pieces of words, then those of grammar.
static PIECES: &[u8; 2 * (hashed_ngrams::BUCKETS + grammar_pieces::BUCKETS)] = include_bytes!("../../data/judge.bin");

/// Which of the two questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// Is there something to verify?
    Factual = 0,
    /// Is it worth checking first?
    Worthy = 1,
}

/// Weights with their scales: a weight is its 8-bit number times its scale.
#[derive(Debug)]
pub(super) struct Model {
    threshold: [f64; 2],
    bias: [f64; 2],
    mark_scale: [f64; 2],
    piece_scale: [f64; 2],
    grammar_scale: [f64; 2],
    /// By the marks' numbers.
    marks: &'static [[i8; 2]],
}

impl Model {
    /// The least probabilities.
    pub(super) const fn thresholds(&self) -> [f64; 2] {
        self.threshold
    }

    /// The log odds that every sentence starts from.
    pub(super) const fn bias(&self, head: Head) -> f64 {
        self.bias[head as usize]
    }

    /// The 8-bit weights of a piece of words, factual and worthy.
    pub(super) fn piece(piece: u16) -> [i8; 2] {
        Self::at(usize::from(piece))
    }

    /// The 8-bit weights of a piece of grammar, factual and worthy.
    pub(super) fn grammar(piece: u16) -> [i8; 2] {
        Self::at(hashed_ngrams::BUCKETS + usize::from(piece))
    }

    fn at(number: usize) -> [i8; 2] {
        let at = 2 * number;
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

    /// The same of a piece of grammar.
    pub(super) fn grammar_unit(&self, head: Head, count: u32) -> f64 {
        self.grammar_scale[head as usize] / f64::from(count.max(1)).sqrt()
    }

    /// What these marks add to the log odds.
    pub(super) fn marks(&self, head: Head, marks: Marks) -> f64 {
        let weights = marks.iter().filter_map(|mark| self.marks.get(mark));
        let sum: i32 = weights.map(|weights| i32::from(weights[head as usize])).sum();
        f64::from(sum) * self.mark_scale[head as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::features;

    #[test]
    fn the_file_has_a_line_for_each_mark_in_their_order() {
        let known: Vec<String> = (0..features::COUNT).map(features::name).collect();
        assert_eq!(MARKS, known, "a new mark has the line `NAME: 0 0` in data/judge.txt until the judge learns anew");
    }
}
