#![doc = include_str!("opinion.md")]

use crate::detect::cue_filters;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::phrase_lists::opinion::SIDES;
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::{Signal, SignalKind};

/// Appends the author's words of judgement and feeling.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::OpinionWord, SignalKind::Opinion, judges, signals);
    let is_felt = |sentence: &Sentence<'_>, cue: &Cue| {
        is_felt_by_author(sentence, cue.first as usize) && cue_filters::unquoted(sentence, cue)
    };
    cue_filters::each(sentence, Class::FeelingVerb, SignalKind::Opinion, is_felt, signals);
}

/// `I hated the lock`, `we never trusted them`, `I am proud`: the author is who feels what token `at` tells.
pub(super) fn is_felt_by_author(sentence: &Sentence<'_>, at: usize) -> bool {
    let between = |at: &usize| {
        sentence.is(*at, (grammar::BE_OR_HAVE, grammar::ANY_DO, (Class::MidAdverb, Class::DegreeAdverb)))
            || sentence.word(*at).ends_with("ly")
    };
    let subject = (at.saturating_sub(4)..at).rev().find(|at| !between(at));
    subject.is_some_and(|subject| sentence.is(subject, (Class::FirstContraction, words!["i", "we"])))
}

/// Not `best known`, the right to something, the right hand, or things that go wrong.
fn judges(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let (first, end) = (cue.first as usize, cue.end as usize);
    let behind = end + usize::from(sentence.kind(end) == Some(TokenKind::Hyphen));
    let is_renown =
        sentence.is_any(first, words!["best", "better"]) && sentence.is_any(behind, words!["known", "selling"]);
    let is_claim = sentence.is_word(first, word!("right"))
        && (sentence.is(behind, SIDES)
            || sentence.is_any(end, words!["to", "of"])
                && sentence.follows(first, (grammar::ARTICLE, grammar::POSSESSIVE, word!("no"))));
    let is_mishap = sentence.is_word(first, word!("wrong")) && sentence.follows(first, Class::Go);
    !(is_renown || is_claim || is_mishap) && cue_filters::unquoted(sentence, cue)
}
