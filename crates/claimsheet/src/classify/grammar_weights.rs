//! What the grammar of a sentence weighs.

use super::weights::{Head, MODEL, Model};
use crate::classify::grammar_pieces::{self, Aspect};
use crate::sentence_group::SentenceGroup;
use crate::text::span::Span;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The weights of a passage's pieces of grammar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Grammar {
    /// By [`Aspect`] and head, in units of a piece's weight.
    aspects: [[i32; 2]; Aspect::ALL.len()],
    pieces: u32,
}

impl Grammar {
    pub(super) fn of(passage: &SentenceGroup<'_>) -> Self {
        let mut grammar = Self::default();
        grammar_pieces::pieces(passage, |piece| {
            let [factual, worthy] = Model::grammar(piece.number);
            let sums = &mut grammar.aspects[piece.aspect as usize];
            sums[0] += i32::from(factual);
            sums[1] += i32::from(worthy);
            grammar.pieces += 1;
        });
        grammar
    }

    /// What all pieces add to the log odds.
    pub(super) fn log_odds(&self, head: Head) -> f64 {
        Aspect::ALL.into_iter().map(|aspect| self.of_aspect(head, aspect)).sum()
    }

    /// The words at which the pieces that tell this weigh most for *factual*, the same way as all of them together, in
    /// the order of the text; `most` of them.
    pub(super) fn words(&self, passage: &SentenceGroup<'_>, aspect: Aspect, most: usize) -> Vec<Span> {
        let mut weights: BTreeMap<u32, (Span, i32)> = BTreeMap::new();
        grammar_pieces::pieces(passage, |piece| {
            if piece.aspect == aspect && !piece.word.is_empty() {
                let weight = i32::from(Model::grammar(piece.number)[Head::Factual as usize]);
                weights.entry(piece.word.start).or_insert((piece.word, 0)).1 += weight;
            }
        });
        let sign = self.aspects[aspect as usize][Head::Factual as usize].signum();
        let mut told: Vec<(Span, i32)> = weights.into_values().filter(|(_, weight)| weight * sign > 0).collect();
        told.sort_by_key(|(_, weight)| Reverse(weight.abs()));
        told.truncate(most);
        told.sort_by_key(|(word, _)| word.start);
        told.into_iter().map(|(word, _)| word).collect()
    }

    /// What the pieces that tell this add to the log odds.
    pub(super) fn of_aspect(&self, head: Head, aspect: Aspect) -> f64 {
        f64::from(self.aspects[aspect as usize][head as usize]) * MODEL.grammar_unit(head, self.pieces)
    }
}
