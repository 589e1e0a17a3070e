//! Why the judge thinks so.

use super::marks::{self, Marks};
use super::weights::{Head, MODEL};
use super::{Sum, pieces};
use crate::claim::Reason;
use crate::document::{Block, Document};
use crate::signal::{Signal, SignalKind};
use crate::span::Span;
use std::ops::Range;

/// Marks that weigh less, in log odds, are not told.
const LEAST_MARK: f64 = 0.05;

/// Most words that are told, for and against together.
const MOST_WORDS: usize = 6;

/// Words that weigh less, in log odds, are not told.
const LEAST_WORD: f64 = 0.08;

pub(super) fn sum(document: &Document, block: &Block, span: Span, signals: &[Signal]) -> Sum {
    let marks = Marks::of(document, block, span, signals);
    let mut terms = mark_reasons(document, marks, signals);
    let (words, pieces, count) = word_reasons(document.text(span));
    terms.extend(words);
    terms.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    let base = rounded(MODEL.bias(Head::Factual));
    let total = rounded(MODEL.log_odds(Head::Factual, marks, pieces, count));
    let told: f64 = terms.iter().map(|term| term.weight).sum();
    Sum { base, terms, rest: rounded(total - base - told), total }
}

/// One reason a detector, of all marks that it raised; one each of the other marks.
fn mark_reasons(document: &Document, marks: Marks, signals: &[Signal]) -> Vec<Reason> {
    let mut of_detectors: Vec<(SignalKind, f64)> = Vec::new();
    let mut reasons = Vec::new();
    for mark in marks.iter() {
        let weight = MODEL.mark(Head::Factual, mark);
        match marks::kind(mark) {
            Some(kind) => match of_detectors.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, sum)) => *sum += weight,
                None => of_detectors.push((kind, weight)),
            },
            None => {
                reasons.push(Reason { signal: "form".to_owned(), text: marks::name(mark), weight: rounded(weight) });
            }
        }
    }
    for (kind, weight) in of_detectors {
        let name =
            crate::detect::DETECTORS.iter().find(|detector| detector.kind == kind).map_or("", |known| known.name);
        let words: Vec<&str> = signals
            .iter()
            .filter(|signal| signal.kind == kind)
            .take(3)
            .map(|signal| document.text(signal.span))
            .collect();
        reasons.push(Reason { signal: name.to_owned(), text: words.join(" · "), weight: rounded(weight) });
    }
    reasons.retain(|reason| reason.weight.abs() >= LEAST_MARK);
    reasons
}

/// The words whose pieces weigh most; the sum of the pieces' weights, and how many pieces there are.
fn word_reasons(text: &str) -> (Vec<Reason>, i32, u32) {
    let mut count = 0;
    let mut words: Vec<(Range<usize>, i32)> = Vec::new();
    pieces::pieces(text, |piece, word| {
        count += 1;
        let weight = i32::from(MODEL.piece(piece)[Head::Factual as usize]);
        match words.last_mut() {
            Some((last, sum)) if *last == word => *sum += weight,
            _ => words.push((word, weight)),
        }
    });
    let pieces = words.iter().map(|(_, sum)| sum).sum();
    let unit = MODEL.piece_unit(Head::Factual, count);
    let mut reasons: Vec<Reason> = words
        .into_iter()
        .map(|(word, sum)| {
            let text = text.get(word).unwrap_or("").to_owned();
            Reason { signal: "words".to_owned(), text, weight: rounded(f64::from(sum) * unit) }
        })
        .filter(|reason| reason.weight.abs() >= LEAST_WORD)
        .collect();
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    reasons.truncate(MOST_WORDS);
    (reasons, pieces, count)
}

/// To two digits, as it is shown.
fn rounded(weight: f64) -> f64 {
    (weight * 100.0).round() / 100.0 + 0.0
}
