//! What a desk minds about a claim: why it may be due before others.

use crate::claim::{Claim, Reason, ReasonKind};
use crate::sentence_group::SentenceGroup;
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::text::document::BlockKind;
use crate::text::set::Set;
use crate::text::span::Span;
use crate::text::value::{Form, Qualifier};

/// Fewest words of a quotation of which the exact words matter.
const EXACT_WORDS: usize = 4;

/// What a claim has beside its signals.
pub(crate) struct Standing {
    /// The detectors that found something which tells.
    pub(crate) tells: Set<SignalKind>,
    /// Whether the draft offers a source.
    pub(crate) sourced: bool,
    /// How likely it is worth checking first, 0 to 1.
    pub(crate) worthy: f64,
}

/// What a desk minds about a claim; how soon it is checked is told by its [rank](crate::ranking) among the others.
pub(crate) fn reasons(passage: &SentenceGroup<'_>, standing: &Standing) -> Vec<Reason> {
    points(passage, standing).into_iter().map(|(weight, text)| reason(text, weight)).collect()
}

fn reason(text: &str, weight: f64) -> Reason {
    Reason { kind: ReasonKind::Priority, text: text.to_owned(), weight }
}

fn points(passage: &SentenceGroup<'_>, standing: &Standing) -> Vec<(f64, &'static str)> {
    let has = |kind: SignalKind| passage.has(kind);
    let tells = |kind: SignalKind| standing.tells.has(kind);
    let named = passage.sum.names_party();
    let figure = passage.signals_of(SignalKind::Quantity).map(weight_of_figure).fold(0.0, f64::max);
    let quoted = passage.sum.longest_quotation >= EXACT_WORDS;
    let mut said = passage.signals_of(SignalKind::Attribution).filter_map(Signal::attribution);
    let speaker_is_named = said.any(|said| is_named(passage.signals, said.speaker));
    let mut blocks = passage.text.document.blocks.iter().filter(|block| !block.kind.is_heading());
    let first = blocks.next().is_some_and(|block| block.span == passage.block.span);
    [
        (has(SignalKind::Allegation) && named, 2.5, "accuses a named party"),
        (figure >= 2.0, 2.0, "key figure"),
        ((1.0..2.0).contains(&figure), 1.0, "a figure"),
        (figure > 0.0 && !standing.sourced, 1.0, "no source for the figure"),
        (standing.worthy >= crate::classify::thresholds().worthy, 1.5, "the kind that checkers take first"),
        (tells(SignalKind::Superlative), 1.5, "a superlative"),
        (quoted && speaker_is_named, 2.0, "a named party's exact words"),
        (quoted && !speaker_is_named, 1.5, "somebody's exact words"),
        (tells(SignalKind::Government) || tells(SignalKind::Business), 1.0, "on the public record"),
        (tells(SignalKind::Causation), 0.5, "cause and effect"),
        (tells(SignalKind::Science), 0.5, "science"),
        (has(SignalKind::Role) && named, 0.5, "a title or description"),
        (matches!(passage.block.kind, BlockKind::Title), 1.5, "in the headline"),
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

/// What a desk minds about claims that the draft makes more than once.
pub(crate) fn mind_repeats(claims: &mut [Claim]) {
    for claim in claims.iter_mut().filter(|claim| !claim.also.is_empty()) {
        claim.reasons.push(reason("made more than once", 0.5));
    }
}
