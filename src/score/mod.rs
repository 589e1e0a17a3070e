//! How much a sentence looks worth checking, as a sum that a person can follow.

use crate::claim::Reason;
use crate::document::Document;
use crate::signal::{Signal, SignalKind, Value};
use crate::value::{Form, Precision};

mod weights;

/// A sentence's score and what went into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// 0 to 1: how likely there is something to verify.
    pub value: f64,
    /// The terms of the sum, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// From this score on, a sentence is a claim.
pub const THRESHOLD: f64 = 0.5;

/// Scores a sentence by its signals. Each kind counts once, by its heaviest signal; the second of a
/// kind adds a little.
pub fn score(document: &Document, signals: &[Signal]) -> Score {
    let mut sum = weights::BIAS;
    let mut reasons: Vec<Reason> = Vec::new();
    for kind in weights::KINDS {
        let own = || signals.iter().filter(|signal| signal.kind == *kind);
        let Some((signal, weight)) =
            own().map(|signal| (signal, weight(signal))).max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
        else {
            continue;
        };
        let weight = if own().count() > 1 { weight * weights::SECOND } else { weight };
        sum += weight;
        reasons.push(Reason { signal: name(*kind).to_owned(), text: document.text(signal.span).to_owned(), weight });
    }
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    Score { value: logistic(sum), reasons }
}

fn name(kind: SignalKind) -> &'static str {
    crate::detect::DETECTORS.iter().find(|detector| detector.kind == kind).map_or("", |detector| detector.name)
}

fn weight(signal: &Signal) -> f64 {
    let weight = weights::of(signal.kind);
    match &signal.value {
        Value::Quantity(quantity) => match quantity.form {
            Form::Vague => weight * 0.3,
            Form::Ordinal | Form::Reference => weight * 0.5,
            _ => weight,
        },
        Value::Date(date) if date.precision == Precision::Vague => weight * 0.35,
        _ => weight,
    }
}

/// Rounded to four digits, so that the last bits of a platform's `exp` do not show.
fn logistic(sum: f64) -> f64 {
    (1e4 / (1.0 + (-sum).exp())).round() / 1e4
}
