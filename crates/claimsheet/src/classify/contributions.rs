//! Why the judge thinks so.

use super::weights::{Head, MODEL};
use super::{Judged, Sum};
use crate::claim::{Reason, ReasonKind};
use crate::classify::features::{self, Marks};
use crate::classify::grammar_pieces::PieceGroup;
use crate::classify::grammar_weights::Grammar;
use crate::classify::word_weights::Words;
use crate::sentence_group::SentenceGroup;
use crate::signal::SignalKind;
use std::ops::Range;

/// Marks that weigh less, in log odds, are not told.
const LEAST_MARK: f64 = 0.05;

/// Most words that are told, for and against together.
const MOST_WORDS: usize = 6;

/// Most words that are told of each group of grammar.
const MOST_WORDS_OF_GRAMMAR: usize = 3;

/// Words that weigh less, in log odds, are not told.
const LEAST_WORD: f64 = 0.08;

pub(super) fn sum(judged: &Judged, passage: &SentenceGroup<'_>) -> Sum {
    let Judged { marks, words, grammar } = judged;
    let mut terms = mark_reasons(passage, *marks);
    terms.extend(word_reasons(passage.written(), words));
    terms.extend(grammar_reasons(passage, grammar));
    terms.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    let base = rounded(MODEL.bias(Head::Factual));
    let total = rounded(judged.log_odds(Head::Factual));
    let told: f64 = terms.iter().map(|term| term.weight).sum();
    Sum { base, terms, rest: rounded(total - base - told), total }
}

/// One reason a detector, of all marks that it raised; one each of the other marks.
fn mark_reasons(passage: &SentenceGroup<'_>, marks: Marks) -> Vec<Reason> {
    let mut of_detectors: Vec<(SignalKind, f64)> = Vec::new();
    let mut reasons = Vec::new();
    for mark in marks.iter() {
        let weight = MODEL.mark(Head::Factual, mark);
        match features::kind(mark) {
            Some(kind) => match of_detectors.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, sum)) => *sum += weight,
                None => of_detectors.push((kind, weight)),
            },
            None if rounded(weight).abs() >= LEAST_MARK => {
                reasons.push(Reason { kind: ReasonKind::Form, text: features::name(mark), weight: rounded(weight) });
            }
            None => {}
        }
    }
    for (kind, weight) in of_detectors.into_iter().filter(|(_, weight)| rounded(*weight).abs() >= LEAST_MARK) {
        let words = passage.signals_of(kind).take(3).map(|signal| passage.text.document.text(signal.span));
        let text = words.collect::<Vec<_>>().join(" · ");
        reasons.push(Reason { kind: ReasonKind::Detector(kind), text, weight: rounded(weight) });
    }
    reasons
}

/// What the grammar of the sentence tells.
fn grammar_reasons(passage: &SentenceGroup<'_>, grammar: &Grammar) -> impl Iterator<Item = Reason> {
    let weighed = PieceGroup::ALL.map(|group| (group, rounded(grammar.of_group(Head::Factual, group))));
    let told = weighed.into_iter().filter(|(_, weight)| weight.abs() >= LEAST_MARK);
    told.map(|(group, weight)| {
        let words = grammar.words(passage, group, MOST_WORDS_OF_GRAMMAR).into_iter();
        let words: Vec<&str> = words.map(|word| passage.text.document.text(word)).collect();
        let at = if words.is_empty() { "" } else { ": " };
        Reason { kind: ReasonKind::Form, text: format!("{}{at}{}", group.name(), words.join(" · ")), weight }
    })
}

/// The words whose pieces weigh most.
fn word_reasons(text: &str, words: &Words) -> Vec<Reason> {
    let unit = MODEL.piece_unit(Head::Factual, words.pieces);
    let weighed = words.factual.iter().map(|(word, weight)| (word, rounded(f64::from(*weight) * unit)));
    let mut told: Vec<(&Range<u32>, f64)> = weighed.filter(|(_, weight)| weight.abs() >= LEAST_WORD).collect();
    told.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    told.truncate(MOST_WORDS);
    let reason = |(word, weight): (&Range<u32>, f64)| {
        let text = text.get(word.start as usize..word.end as usize).unwrap_or("").to_owned();
        Reason { kind: ReasonKind::Words, text, weight }
    };
    told.into_iter().map(reason).collect()
}

/// To two digits, as it is shown.
fn rounded(weight: f64) -> f64 {
    (weight * 100.0).round() / 100.0 + 0.0
}
