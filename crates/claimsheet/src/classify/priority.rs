//! How soon to check a claim, by what a desk knows.

use crate::claim::{Claim, Priority, Reason};
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::speech::reported_speech;
use crate::text::document::{Block, BlockKind, Document};
use crate::text::span::Span;
use crate::text::value::{Form, Qualifier};

/// Points from which a claim is of high priority.
const HIGH: f64 = 4.0;

/// Points from which a claim is of medium priority.
const MEDIUM: f64 = 2.0;

/// The priority of a claim, and its reasons.
pub(crate) fn of(
    document: &Document,
    signals: &[Signal],
    block: &Block,
    sourced: bool,
    worthy: f64,
) -> (Priority, Vec<Reason>) {
    let points = points(document, signals, block, sourced, worthy);
    let sum: f64 = points.iter().map(|(points, ..)| points).sum();
    let priority = if sum >= HIGH {
        Priority::High
    } else if sum >= MEDIUM {
        Priority::Medium
    } else {
        Priority::Low
    };
    let reason = |(weight, text): (f64, &str)| Reason { signal: "priority".into(), text: text.to_owned(), weight };
    (priority, points.into_iter().map(reason).collect())
}

fn points(
    document: &Document,
    signals: &[Signal],
    block: &Block,
    sourced: bool,
    worthy: f64,
) -> Vec<(f64, &'static str)> {
    let has = |kind: SignalKind| signals.iter().any(|signal| signal.kind == kind);
    let tells = |kind: SignalKind| {
        signals.iter().any(|signal| signal.kind == kind && reported_speech::tells(document, signals, signal))
    };
    let named = signals.iter().any(is_party);
    let figure = signals.iter().map(weight_of_figure).fold(0.0, f64::max);
    let quoted = signals.iter().any(|signal| {
        signal.kind == SignalKind::Quotation && document.text(signal.span).split_whitespace().nth(3).is_some()
    });
    let speaker_is_named = signals.iter().any(|signal| match signal.value {
        Value::Attribution { speaker: Some(speaker), .. } => is_named(signals, speaker),
        _ => false,
    });
    let first =
        document.blocks.iter().find(|other| !other.kind.is_heading()).is_some_and(|other| other.span == block.span);
    [
        (has(SignalKind::Allegation) && named, 2.5, "legal risk: wrongdoing and a named party"),
        (figure >= 2.0, 2.0, "a figure that the argument leans on"),
        ((1.0..2.0).contains(&figure), 1.0, "a figure"),
        (figure > 0.0 && !sourced, 1.0, "no source given for the figure"),
        (worthy >= crate::classify::thresholds().worthy, 1.5, "like what checkers take first"),
        (tells(SignalKind::Superlative), 1.5, "a superlative"),
        (quoted && speaker_is_named, 2.0, "a named party's exact words"),
        (quoted && !speaker_is_named, 1.5, "somebody's exact words"),
        (tells(SignalKind::Government) || tells(SignalKind::Business), 1.0, "an act on record"),
        (tells(SignalKind::Causation), 0.5, "cause and effect"),
        (tells(SignalKind::Science), 0.5, "science"),
        (has(SignalKind::Role) && named, 0.5, "a title or description"),
        (matches!(block.kind, BlockKind::Title), 1.5, "in the headline"),
        (first, 1.0, "in the first paragraph"),
    ]
    .into_iter()
    .filter_map(|(holds, points, why)| holds.then_some((points, why)))
    .collect()
}

/// Whether a speaker's words hold a name, or are the title of somebody named beside them ("his aide, Ida
/// Brandt, said").
fn is_named(signals: &[Signal], speaker: Span) -> bool {
    signals.iter().any(|signal| match signal.value {
        Value::Role { of } => of.is_some() && speaker.contains(signal.span),
        _ => is_party(signal) && speaker.contains(signal.span),
    })
}

/// Whether a signal names a person or body.
fn is_party(signal: &Signal) -> bool {
    matches!(signal.value, Value::Name(kind) if !matches!(kind, NameKind::Group | NameKind::Place))
}

fn weight_of_figure(signal: &Signal) -> f64 {
    match &signal.value {
        Value::Quantity(quantity) => match quantity.form {
            Form::Money | Form::Percent | Form::Points | Form::Multiple => 2.0,
            _ if quantity.scale >= 1e3 || matches!(quantity.qualifier, Some(Qualifier::UpTo | Qualifier::AtLeast)) => {
                2.0
            }
            Form::Vague | Form::Ordinal | Form::Reference => 0.0,
            _ => 1.0,
        },
        _ => 0.0,
    }
}

/// A claim that the draft makes more than once is checked before others of its kind.
pub(crate) fn raise_repeats(claims: &mut [Claim]) {
    for claim in claims.iter_mut().filter(|claim| !claim.also.is_empty()) {
        claim.priority = match claim.priority {
            Priority::Low => Priority::Medium,
            Priority::Medium | Priority::High => Priority::High,
        };
        claim.reasons.push(Reason { signal: "priority".into(), text: "made more than once".to_owned(), weight: 0.5 });
    }
}
