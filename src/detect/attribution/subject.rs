//! Who does what a verb says.

use crate::detect::phrase;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, Value};
use crate::token::TokenKind;
use crate::word::Word;
use std::ops::Range;

/// Words between a subject and its verb.
const HELPERS: &[Word] =
    words!["has", "have", "had", "did", "does", "do", "will", "would", "could", "may", "might", "must", "also", "not"];

/// Words between a subject and its verb in `-ing`.
const PROGRESSIVE: &[Word] = words![
    "is", "are", "was", "were", "been", "isn't", "aren't", "wasn't", "weren't", "’s", "'s", "’re", "'re", "now",
    "still"
];

/// Words that tie a clause to the noun before it.
const RELATIVES: &[Word] = words!["who", "which", "that"];

/// The subject of the verb at token `verb`. `earlier` are the attributions found before it in the
/// sentence.
pub(super) fn of(sentence: &Sentence<'_>, verb: usize, earlier: &[Signal]) -> Option<Range<usize>> {
    let end = skip_helpers(sentence, verb)?;
    let before = end.checked_sub(1)?;
    match sentence.kind(before)? {
        TokenKind::Comma | TokenKind::Close | TokenKind::Dash => {
            if sentence.word(verb).ends_with("ing") {
                return shared(sentence, verb, earlier);
            }
            apposed(sentence, before).or_else(|| shared(sentence, verb, earlier))
        }
        TokenKind::Word if sentence.is_any(before, words!["and", "but", "or", "then"]) => {
            shared(sentence, verb, earlier)
        }
        TokenKind::Word if sentence.is_any(before, RELATIVES) => antecedent(sentence, before),
        TokenKind::Word if sentence.is_any(before, words!["am", "is", "was", "are", "were", "be", "been", "being"]) => {
            None
        }
        TokenKind::Word => direct(sentence, end),
        _ => None,
    }
}

fn skip_helpers(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let mut end = verb;
    while let Some(before) = end.checked_sub(1) {
        let is_adverb = sentence.is(before, Class::SentenceAdverb) || sentence.word(before).ends_with("ly");
        let is_contraction = sentence.is_any(before, words!["didn't", "doesn't", "don't", "hasn't", "haven't"]);
        let is_progressive = sentence.word(verb).ends_with("ing") && sentence.is_any(before, PROGRESSIVE);
        if !(is_adverb || is_contraction || is_progressive || sentence.is_any(before, HELPERS)) {
            break;
        }
        end = before;
    }
    (end > 0).then_some(end)
}

/// The noun phrase right before token `end`.
fn direct(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let tokens = phrase::before(sentence, end)?;
    let spoken = tokens.end == end && !sentence.is(tokens.end - 1, Class::TimeUnit);
    let is_named = tokens.len() == 1
        && sentence.token(tokens.start).is_some_and(|token| token.is_capitalised() && !token.is(Class::FunctionWord));
    let is_noun =
        is_named || phrase::is_actor(sentence, tokens.clone()) || phrase::is_determiner(sentence, tokens.start);
    (spoken && is_noun && !sentence.is_quoted(sentence.span_of(tokens.start, tokens.end))).then_some(tokens)
}

/// `Lund, a pilot from Oslo, said`: what stands before the inserted words that end at token
/// `close`.
pub(super) fn apposed(sentence: &Sentence<'_>, close: usize) -> Option<Range<usize>> {
    let floor = close.saturating_sub(40);
    let mut at = close;
    while at > floor {
        at -= 1;
        let opens = matches!(sentence.kind(at), Some(TokenKind::Comma | TokenKind::Open | TokenKind::Dash));
        if !opens {
            if sentence.kind(at) == Some(TokenKind::Quote) {
                return None;
            }
            continue;
        }
        if let Some(tokens) =
            phrase::before(sentence, at).filter(|tokens| tokens.end == at && phrase::is_actor(sentence, tokens.clone()))
        {
            return Some(tokens);
        }
    }
    None
}

/// The noun that `who` at token `relative` stands for.
fn antecedent(sentence: &Sentence<'_>, relative: usize) -> Option<Range<usize>> {
    let comma = relative.checked_sub(1).filter(|at| sentence.kind(*at) == Some(TokenKind::Comma));
    let end = comma.unwrap_or(relative);
    phrase::before(sentence, end).filter(|tokens| phrase::is_actor(sentence, tokens.clone()))
}

/// `She left, saying …`, `He stood up and said …`: the subject of an earlier verb.
fn shared(sentence: &Sentence<'_>, verb: usize, earlier: &[Signal]) -> Option<Range<usize>> {
    let spoken = earlier.iter().rev().find_map(|signal| match signal.value {
        Value::Attribution { speaker, .. } => speaker,
        _ => None,
    });
    if let Some(span) = spoken {
        let first = sentence.token_at(span.start);
        return Some(first..sentence.token_at(span.end));
    }
    let first = (0..verb)
        .find(|at| sentence.token(*at).is_some_and(|token| token.is_word() && !sentence.is_quoted(token.span)))?;
    let tokens = phrase::after(sentence, first)?;
    let follows = sentence.token(tokens.end).is_some_and(|next| next.is_word() || next.kind == TokenKind::Comma);
    (follows && tokens.end < verb && phrase::is_actor(sentence, tokens.clone())).then_some(tokens)
}
