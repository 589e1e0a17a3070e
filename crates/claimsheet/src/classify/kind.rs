//! What kind of claim the signals make.

use crate::claim::ClaimKind;
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::speech::reported_speech;
use crate::text::document::Document;
use crate::text::value::Form;

/// Fewest words of a quotation that make the claim a quotation before all else.
const LONG_QUOTATION: usize = 4;

/// The kinds of a claim, the most important first; never empty.
pub(crate) fn kinds(document: &Document, signals: &[Signal]) -> Vec<ClaimKind> {
    let has = |kind: SignalKind| signals.iter().any(|signal| signal.kind == kind);
    let tells = |kind: SignalKind| {
        signals.iter().any(|signal| signal.kind == kind && reported_speech::tells(document, signals, signal))
    };
    let named = signals
        .iter()
        .any(|signal| matches!(signal.value, Value::Name(kind) if !matches!(kind, NameKind::Group | NameKind::Place)));
    let quoted = quoted_words(document, signals);
    let rows = [
        (quoted >= LONG_QUOTATION, ClaimKind::Quotation),
        (has(SignalKind::Allegation) && named, ClaimKind::Allegation),
        (counts(signals), ClaimKind::Statistic),
        (has(SignalKind::Attribution), ClaimKind::Attribution),
        (quoted > 0, ClaimKind::Quotation),
        (tells(SignalKind::Government), ClaimKind::Government),
        (tells(SignalKind::Business) && !tells(SignalKind::Government), ClaimKind::Business),
        (tells(SignalKind::Science), ClaimKind::Science),
        (tells(SignalKind::Superlative), ClaimKind::Superlative),
        (tells(SignalKind::Causation), ClaimKind::Causation),
        (has(SignalKind::Date) || has(SignalKind::Event), ClaimKind::Event),
        (tells(SignalKind::Comparison), ClaimKind::Comparison),
        (has(SignalKind::Role), ClaimKind::Identity),
        (tells(SignalKind::Plan), ClaimKind::Plan),
        (tells(SignalKind::Business), ClaimKind::Business),
        (places(signals), ClaimKind::Place),
        (true, ClaimKind::General),
    ];
    let mut kinds: Vec<ClaimKind> = Vec::new();
    for (_, kind) in rows.into_iter().filter(|(holds, _)| *holds) {
        let is_rest = kind == ClaimKind::General && !kinds.is_empty();
        if !is_rest && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

fn quoted_words(document: &Document, signals: &[Signal]) -> usize {
    let quotations = signals.iter().filter(|signal| signal.kind == SignalKind::Quotation);
    quotations.map(|signal| document.text(signal.span).split_whitespace().count()).sum()
}

fn counts(signals: &[Signal]) -> bool {
    signals.iter().any(|signal| matches!(&signal.value, Value::Quantity(quantity) if !matches!(quantity.form, Form::Ordinal | Form::Reference)))
}

fn places(signals: &[Signal]) -> bool {
    signals.iter().any(|signal| matches!(signal.value, Value::Name(NameKind::Place)))
}
