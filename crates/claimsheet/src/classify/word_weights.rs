//! What the words of a sentence weigh. The runs of characters of a word weigh the same wherever it
//! stands, and most words of an article stand in it more than once.

use super::weights::{Head, MODEL, Model};
use crate::classify::hashed_ngrams::{self, PieceWord};
use std::ops::Range;

/// How many words are remembered, a power of two.
const REMEMBERED: usize = 1 << 10;

/// A sum of weights, in units of a piece's weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Weight {
    heads: [i32; 2],
    pieces: u32,
}

impl Weight {
    fn add(&mut self, piece: u16) {
        let [factual, worthy] = Model::piece(piece);
        self.heads[0] += i32::from(factual);
        self.heads[1] += i32::from(worthy);
        self.pieces += 1;
    }
}

/// The words of a sentence with their weights.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// The bytes of each word in the sentence, and what it weighs for *factual*.
    pub(super) factual: Vec<(Range<u32>, i32)>,
    /// What all weigh for *worthy*.
    worthy: i32,
    /// How many pieces they have.
    pub(super) pieces: u32,
}

impl Words {
    /// What all words add to the log odds.
    pub(super) fn log_odds(&self, head: Head) -> f64 {
        f64::from(self.sum(head)) * MODEL.piece_unit(head, self.pieces)
    }

    /// What all words weigh.
    fn sum(&self, head: Head) -> i32 {
        match head {
            Head::Factual => self.factual.iter().map(|(_, weight)| weight).sum(),
            Head::Worthy => self.worthy,
        }
    }
}

/// The runs of the words seen last: a slot for each value of a word's lowest bits.
#[derive(Debug)]
pub(super) struct Memo {
    slots: Vec<(u64, Weight)>,
}

impl Default for Memo {
    fn default() -> Self {
        Self { slots: vec![(0, Weight::default()); REMEMBERED] }
    }
}

impl Memo {
    /// Weighs the words of `text`.
    pub(super) fn weigh(&mut self, text: &str) -> Words {
        let mut words = Words { factual: Vec::with_capacity(text.len() / 5), ..Words::default() };
        hashed_ngrams::words(text, |word, place| {
            let mut weight = self.runs(word);
            word.joined(|piece| weight.add(piece));
            words.factual.push((place.start as u32..place.end as u32, weight.heads[Head::Factual as usize]));
            words.worthy += weight.heads[Head::Worthy as usize];
            words.pieces += weight.pieces;
        });
        words
    }

    fn runs(&mut self, word: &PieceWord<'_>) -> Weight {
        let slot = self.slots.get_mut(word.whole as usize % REMEMBERED);
        if let Some((known, weight)) = &slot
            && *known == word.whole
        {
            return *weight;
        }
        let mut weight = Weight::default();
        word.runs(|piece| weight.add(piece));
        if let Some(slot) = slot {
            *slot = (word.whole, weight);
        }
        weight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembered_words_weigh_what_their_pieces_weigh() {
        let text = "The quay that the harbour board built is the quay that it sold; the QUAY’s 1931 keel.";
        let mut memo = Memo::default();
        let first = memo.weigh(text);
        assert_eq!(memo.weigh(text), first);
        let (mut pieces, mut factual, mut worthy) = (0, 0, 0);
        hashed_ngrams::pieces(text, |piece, _| {
            pieces += 1;
            factual += i32::from(Model::piece(piece)[0]);
            worthy += i32::from(Model::piece(piece)[1]);
        });
        assert_eq!((first.pieces, first.sum(Head::Factual), first.sum(Head::Worthy)), (pieces, factual, worthy));
    }
}
