#![doc = include_str!("event.md")]

use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::token::{Case, TokenKind};
use crate::word::Word;

/// Forms of "be", which tell a state, not an event, unless a participle follows.
const BE: &[Word] = words!["was", "were", "had", "did", "is", "are", "has", "have"];

/// Participles that tell how something is, not what was done.
const STATES: &[Word] =
    words!["needed", "supposed", "concerned", "interested", "tired", "worried", "complicated", "limited", "related"];

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
    if !regular && !sentence.is(at, Class::PastVerb) || sentence.is_any(at, BE) || sentence.is_any(at, STATES) {
        return false;
    }
    !is_adjective(sentence, at) && (!sentence.is(at, Class::SpeechVerb) || is_passive(sentence, at))
}

/// `are denied entry`: done to somebody, and not said by them.
fn is_passive(sentence: &Sentence<'_>, at: usize) -> bool {
    const PASSIVE: &[Word] = words!["is", "are", "was", "were", "been", "being"];
    at.checked_sub(1).is_some_and(|before| sentence.is_any(before, PASSIVE))
}

/// `a planned lock`, `hand-painted`: a participle before its noun, or after a hyphen, `to` or `be`.
fn is_adjective(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let by_article = super::phrase::is_determiner(sentence, before)
        && !sentence.is_any(before, words!["that", "all", "both", "some", "many", "one"]);
    by_article
        || matches!(sentence.kind(before), Some(TokenKind::Hyphen | TokenKind::Possessive))
        || sentence.is_any(
            before,
            words![
                "to", "very", "so", "too", "more", "most", "of", "with", "can", "will", "would", "should", "must",
                "could", "may", "might", "be"
            ],
        )
}
