//! What the grammar of a sentence weighs.

use super::weights::{Head, MODEL, Model};
use crate::classify::grammar_pieces::{self, PieceGroup};
use crate::sentence_group::SentenceGroup;
use crate::text::span::Span;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The weights of a passage's pieces of grammar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Grammar {
    /// By [`PieceGroup`] and head, in units of a piece's weight.
    groups: [[i32; 2]; PieceGroup::ALL.len()],
    pieces: u32,
}

impl Grammar {
    pub(super) fn of(passage: &SentenceGroup<'_>) -> Self {
        let mut grammar = Self::default();
        grammar_pieces::pieces(passage, |piece| {
            let [factual, worthy] = Model::grammar(piece.number);
            let sums = &mut grammar.groups[piece.group as usize];
            sums[0] += i32::from(factual);
            sums[1] += i32::from(worthy);
            grammar.pieces += 1;
        });
        grammar
    }

    /// What all pieces add to the log odds.
    pub(super) fn log_odds(&self, head: Head) -> f64 {
        PieceGroup::ALL.into_iter().map(|group| self.of_group(head, group)).sum()
    }

    /// The words at which the pieces that tell this weigh most for *factual*, the same way as all of them together, in
    /// the order of the text; `most` of them.
    pub(super) fn words(&self, passage: &SentenceGroup<'_>, group: PieceGroup, most: usize) -> Vec<Span> {
        let mut weights: BTreeMap<u32, (Span, i32)> = BTreeMap::new();
        grammar_pieces::pieces(passage, |piece| {
            if piece.group == group && !piece.word.is_empty() {
                let weight = i32::from(Model::grammar(piece.number)[Head::Factual as usize]);
                weights.entry(piece.word.start).or_insert((piece.word, 0)).1 += weight;
            }
        });
        let sign = self.groups[group as usize][Head::Factual as usize].signum();
        let mut told: Vec<(Span, i32)> = weights.into_values().filter(|(_, weight)| weight * sign > 0).collect();
        told.sort_by_key(|(_, weight)| Reverse(weight.abs()));
        told.truncate(most);
        told.sort_by_key(|(word, _)| word.start);
        told.into_iter().map(|(word, _)| word).collect()
    }

    /// What the pieces that tell this add to the log odds.
    pub(super) fn of_group(&self, head: Head, group: PieceGroup) -> f64 {
        f64::from(self.groups[group as usize][head as usize]) * MODEL.grammar_unit(head, self.pieces)
    }
}
