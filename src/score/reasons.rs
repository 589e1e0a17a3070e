//! Why the judge thinks so.

use super::marks::{self, Marks};
use super::pieces;
use super::weights::{Head, MODEL};
use crate::claim::Reason;
use crate::document::Document;
use crate::signal::{Signal, SignalKind};
use crate::span::Span;
use std::ops::Range;

/// Marks that weigh less, in log odds, are not told.
const LEAST_MARK: f64 = 0.05;

/// Most words that are told, for and against together.
const MOST_WORDS: usize = 6;

/// Words that weigh less, in log odds, are not told.
const LEAST_WORD: f64 = 0.08;

pub(super) fn reasons(document: &Document, span: Span, signals: &[Signal]) -> Vec<Reason> {
    let mut reasons = mark_reasons(document, span, signals);
    reasons.extend(word_reasons(document.text(span)));
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    reasons
}

/// One reason a detector, of all marks that it raised; one each of the other marks.
fn mark_reasons(document: &Document, span: Span, signals: &[Signal]) -> Vec<Reason> {
    let mut of_detectors: Vec<(SignalKind, f64)> = Vec::new();
    let mut reasons = Vec::new();
    for mark in Marks::of(document, span, signals).iter() {
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

/// The words whose pieces weigh most.
fn word_reasons(text: &str) -> Vec<Reason> {
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
    reasons
}

/// To two digits, as it is shown.
fn rounded(weight: f64) -> f64 {
    (weight * 100.0).round() / 100.0 + 0.0
}
