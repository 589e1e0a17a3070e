//! Documents, studies and bodies of inquiry as those that say it.

use super::subject;
use crate::detect::noun_phrase;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::Signal;
use std::ops::Range;

/// Longest way from a verb back to the study that is its subject, in tokens.
const FAR: usize = 20;

/// `the report also shows`, `the panel found`: whether a document, a study or a body of inquiry is the
/// subject.
pub(super) fn is_told(sentence: &Sentence<'_>, cue: &Cue, signals: &[Signal]) -> bool {
    let documents = Classes::of(Class::DocumentNoun).with(Classes::of(Class::Science));
    let tells = |at: usize| {
        sentence.token(at).is_some_and(|token| token.classes.any(documents)) || sentence.is(at, Class::Inquirer)
    };
    cue.classes.has(Class::FindingVerb)
        && subject::end(sentence, cue.first as usize, signals)
            .and_then(|end| noun_phrase::before(sentence, end))
            .is_some_and(|tokens| tokens.into_iter().any(tells))
}

/// `A 2014 study by Ruth Lund found`, `an audit published last week shows`: the study, with the words that
/// tell whose it is.
pub(super) fn of_study(sentence: &Sentence<'_>, verb: usize, signals: &[Signal]) -> Option<Range<usize>> {
    let end = subject::end(sentence, verb, signals)?;
    let is_study = |at: &usize| {
        sentence.is(*at, Class::DocumentNoun) && sentence.is(at + 1, (Class::MadePublic, words!["by", "from"]))
    };
    let noun = (end.saturating_sub(FAR)..end).rev().find(is_study)?;
    let goes_on = |at: usize| {
        matches!(
            sentence.kind(at),
            Some(TokenKind::Word | TokenKind::Number | TokenKind::Hyphen | TokenKind::Possessive)
        ) && !sentence.is(at, (Class::RelativePronoun, words!["and", "but"]))
    };
    let study = noun_phrase::before(sentence, noun + 1)?;
    (noun + 2 < end && (noun + 1..end).all(goes_on)).then_some(study.start..end)
}

/// `by one estimate`, `by his own account`: whose figures or words these are.
pub(super) fn estimate(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    let end = cue.end as usize;
    let by = (end.saturating_sub(6)..cue.first as usize).rev().find(|at| sentence.is_word(*at, word!("by")))?;
    let tokens = noun_phrase::before(sentence, end)?;
    (tokens.start == by + 1 && tokens.len() > 1).then_some(tokens)
}
