//! What was done, of all that a passage tells.

use super::deed;
use crate::claim::Verify;
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::token::TokenKind;
use crate::sentence_group::SentenceGroup;
use crate::signal::{Signal, SignalKind};
use crate::speech::reported_speech::{self, Told};
use crate::text::span::Span;

/// The sorts of acts, the weightiest first.
const ACTS: &[(SignalKind, Verify)] = &[
    (SignalKind::Allegation, Verify::ActionAllegation),
    (SignalKind::Business, Verify::ActionBusiness),
    (SignalKind::Government, Verify::ActionGovernment),
    (SignalKind::Science, Verify::ActionScience),
    (SignalKind::Plan, Verify::ActionPlan),
    (SignalKind::Event, Verify::ActionEvent),
];

/// Words of acts of a claim among which its main one is looked for.
const MOST_ACTS: usize = 12;

/// Bytes behind a verb of buying within which what is bought is looked for, up to a comma.
const BOUGHT: u32 = 60;

/// Classes of nouns some of which look like verbs of business.
const NOUNS: Classes =
    Classes::of(Class::BusinessNoun).with(Classes::of(Class::OrgNoun)).with(Classes::of(Class::RoleNoun));

/// The weightiest act that is told beside what somebody's speech tells, the verb with what it is done to, and what to
/// verify about it. Of several of a sort it is the one nearest to the main clause.
pub(super) fn main(passage: &SentenceGroup<'_>, told: &Told<'_>) -> Option<(Span, Verify)> {
    let text = passage.text;
    let by_word = ACTS.iter().find_map(|(kind, verify)| {
        let signals = passage.signals_of(*kind).filter(|signal| !is_compared(passage, signal));
        let acts = signals
            .filter(|signal| told.tells(signal))
            .filter_map(|signal| Some((signal.span, verify_act(passage, signal, *verify)?)));
        let main = acts.take(MOST_ACTS).min_by_key(|(span, _)| (!deed::is_verb(text, *span), deed::depth(text, *span)));
        main.map(|(span, verify)| (deed::of(text, span), verify))
    });
    let by_tree = || passage.records().iter().find_map(|record| deed::told(text, record));
    by_word.or_else(|| by_tree().map(|span| (span, Verify::ActionEvent)))
}

/// A verb of change that is ticked as a comparison is not ticked as an event too.
fn is_compared(passage: &SentenceGroup<'_>, signal: &Signal) -> bool {
    signal.kind == SignalKind::Event
        && passage.signals_of(SignalKind::Comparison).any(|other| other.span == signal.span)
}

/// What to verify about an act; none for a noun that names a trade (`e-commerce`, `companies`), and for
/// what studies are about. Who owns how much is asked where a company or a part of one is owned.
fn verify_act(passage: &SentenceGroup<'_>, signal: &Signal, verify: Verify) -> Option<Verify> {
    let words = passage.text.passage(signal.span);
    let buys_company = || {
        passage.signals_of(SignalKind::Business).any(|other| {
            let between = Span::new(signal.span.end, other.span.start);
            other.span.start > signal.span.end
                && between.len() as u32 <= BOUGHT
                && !passage.text.passage(between).has_kind(&[TokenKind::Comma])
        })
    };
    let is_verbal_noun = || words.tokens.last().is_some_and(|last| words.ends_in(last, "ing"));
    match verify {
        Verify::ActionBusiness if reported_speech::is_of_ownership(words) && (!is_verbal_noun() || buys_company()) => {
            Some(Verify::ActionOwnership)
        }
        Verify::ActionBusiness => is_of_business(words).then_some(verify),
        // What studies are about, as `climate`, and who makes them tell of no study.
        Verify::ActionScience => words.last_is(Class::StudyNoun).then_some(verify),
        _ => Some(verify),
    }
}

/// Whether words are something that a company does. A plural that is a noun as well (`markets`, `partners`) tells
/// no act by itself.
fn is_of_business(words: Passage<'_>) -> bool {
    let is_noun = words.is_plural() && words.last_classes().any(NOUNS);
    words.word_count() > 1 || matches!(words.tokens, [verb] if verb.is(Class::BusinessVerb)) && !is_noun
}
