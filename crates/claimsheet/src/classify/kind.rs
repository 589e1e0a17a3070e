//! What kind of claim the signals make.

use crate::claim::ClaimKind;
use crate::english::lexicon::Class;
use crate::sentence_group::SentenceGroup;
use crate::signal::{NameKind, Signal, SignalKind};
use crate::speech::performative;
use crate::text::set::Set;
use crate::text::value::Form;

/// Fewest words of a quotation that make the claim a quotation before all else.
const LONG_QUOTATION: usize = 4;

/// What figures are that count or measure.
const COUNTS: &[Form] = &[
    Form::Count,
    Form::Money,
    Form::Percent,
    Form::Points,
    Form::Fraction,
    Form::Ratio,
    Form::Measure,
    Form::Age,
    Form::Score,
    Form::Multiple,
];

/// Whether a study is told of, and not only what studies are about, as `climate`.
fn tells_of_study(passage: &SentenceGroup<'_>) -> bool {
    let is_study = |signal: &Signal| passage.text.passage(signal.span).last_is(Class::StudyNoun);
    passage.signals_of(SignalKind::Science).any(is_study)
}

/// The kinds of a claim, the most important first; never empty. `tells` are the detectors that found something
/// which tells, and is no part of a name or of somebody's speech.
pub(crate) fn kinds(passage: &SentenceGroup<'_>, tells: Set<SignalKind>) -> Vec<ClaimKind> {
    let sum = &passage.sum;
    let tells = |kind: SignalKind| tells.has(kind);
    let is_told = passage.has(SignalKind::Attribution);
    let rows = [
        (sum.quoted_words >= LONG_QUOTATION, ClaimKind::Quotation),
        (passage.has(SignalKind::Allegation) && sum.names_party(), ClaimKind::Allegation),
        (sum.forms.any(COUNTS), ClaimKind::Statistic),
        (is_told && !performative::is_all(passage), ClaimKind::Attribution),
        (sum.quoted_words > 0, ClaimKind::Quotation),
        (tells(SignalKind::Government), ClaimKind::Government),
        (tells(SignalKind::Business) && !tells(SignalKind::Government), ClaimKind::Business),
        (tells(SignalKind::Science) && tells_of_study(passage), ClaimKind::Science),
        (tells(SignalKind::Superlative), ClaimKind::Superlative),
        (tells(SignalKind::Causation), ClaimKind::Causation),
        (passage.any(&[SignalKind::Date, SignalKind::Event]), ClaimKind::Event),
        (is_told, ClaimKind::Attribution),
        (tells(SignalKind::Comparison), ClaimKind::Comparison),
        (sum.forms.has(Form::Vague), ClaimKind::Statistic),
        (passage.has(SignalKind::Role), ClaimKind::Identity),
        (tells(SignalKind::Science), ClaimKind::Science),
        (tells(SignalKind::Plan), ClaimKind::Plan),
        (tells(SignalKind::Business), ClaimKind::Business),
        (sum.names.has(NameKind::Place), ClaimKind::Place),
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
