#![doc = include_str!("event.md")]

use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::signal::{Signal, SignalKind};

/// Appends the verbs in the past outside quotation marks: what is told as having happened.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    for (at, token) in sentence.tokens.iter().enumerate() {
        if token.is_word() && token.case == Case::Lower && is_past(sentence, at) && !sentence.is_quoted(token.span) {
            signals.push(Signal::plain(SignalKind::Event, token.span));
        }
    }
}

fn is_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    if !regular && !sentence.is(at, Class::PastVerb)
        || sentence.is(at, (Class::Be, Class::Have, word!("did")))
        || sentence.is(at, Class::StateWord)
    {
        return false;
    }
    let is_felt = sentence.is(at, Class::FeelingVerb) && super::opinion::is_felt_by_author(sentence, at);
    !is_felt
        && !is_adjective(sentence, at)
        && !is_reduced(sentence, at)
        && (!sentence.is(at, Class::SpeechVerb) || is_passive(sentence, at))
}

/// `are denied entry`: done to somebody, and not said by them.
fn is_passive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.follows(at, Class::Be) && !sentence.follows(at, words!["am", "be"])
}

/// `given the tolls`, `a plan presented by the board`: a participle without its "was" or "had", which the main
/// verb stands beside.
fn is_reduced(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_by = sentence.is_word(at + 1, word!("by"))
        && sentence.word(at).ends_with("ed")
        && !sentence.token(at + 2).is_some_and(|much| much.kind != TokenKind::Word || much.is(Class::NumberWord));
    (is_by || sentence.is(at, Class::Participle)) && !has_auxiliary(sentence, at)
}

/// Whether a form of "be" or "have" stands before a participle, with nothing but adverbs between.
fn has_auxiliary(sentence: &Sentence<'_>, at: usize) -> bool {
    let between = |before: &usize| sentence.is(*before, Class::MidAdverb) || sentence.word(*before).ends_with("ly");
    (at.saturating_sub(5)..at).rev().find(|before| !between(before)).is_some_and(|before| {
        sentence.is(before, (grammar::BE_OR_HAVE, Class::Get, (Class::FirstContraction, Class::PronounContraction)))
            || sentence.kind(before) == Some(TokenKind::Possessive)
    })
}

/// `a planned lock`, `hand-painted`, `feel entitled`: a participle before its noun, or after a hyphen, a
/// preposition, `to` or `be`.
fn is_adjective(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let by_article = |at: usize| {
        crate::detect::noun_phrase::is_determiner(sentence, at)
            && !sentence.is(at, (Class::PronominalQuantifier, words!["that", "one"]))
    };
    let by_adverb = sentence.word(before).ends_with("ly") && before.checked_sub(1).is_some_and(by_article);
    // "He's stolen it": no possessive.
    let is_contracted = sentence.follows(before, words!["he", "she", "it"]);
    by_article(before)
        || by_adverb
        || matches!(sentence.kind(before), Some(TokenKind::Hyphen | TokenKind::Possessive)) && !is_contracted
        || sentence.is(before, (Class::BeforeAdjective, Class::DegreeAdverb, grammar::MODAL))
}
