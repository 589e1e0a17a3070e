//! Who does what a verb says.

use crate::detect::phrase;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind, Value};
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

/// Longest way from a verb back to a `who`, in tokens.
const FARTHEST: usize = 14;

/// Words that tie a clause to the noun before it.
const RELATIVES: &[Word] = words!["who", "which", "that"];

/// Words that go with a subject and stand behind it: `They all said`.
const FLOATING: &[Word] = words!["all", "both", "each", "himself", "herself", "itself", "themselves"];

/// The subject of the verb at token `verb`. `signals` are those found so far in the sentence.
pub(super) fn of(sentence: &Sentence<'_>, verb: usize, signals: &[Signal]) -> Option<Range<usize>> {
    let end = end(sentence, verb, signals)?;
    let before = end.checked_sub(1)?;
    match sentence.kind(before)? {
        TokenKind::Comma | TokenKind::Close | TokenKind::Dash => {
            if sentence.word(verb).ends_with("ing") {
                return shared(sentence, verb, signals);
            }
            apposed(sentence, before).or_else(|| shared(sentence, verb, signals))
        }
        TokenKind::Word if sentence.is_any(before, words!["and", "but", "or", "then"]) => {
            shared(sentence, verb, signals)
        }
        TokenKind::Word if sentence.is_any(before, RELATIVES) => antecedent(sentence, before),
        TokenKind::Word if sentence.is_any(before, words!["am", "is", "was", "are", "were", "be", "been", "being"]) => {
            None
        }
        TokenKind::Word => direct(sentence, end).or_else(|| relative(sentence, end)),
        TokenKind::Percent => direct(sentence, end),
        _ => None,
    }
}

/// Where the subject of the verb at token `verb` ends: before helpers, adverbs, times and the like.
pub(super) fn end(sentence: &Sentence<'_>, verb: usize, signals: &[Signal]) -> Option<usize> {
    let mut end = verb;
    while let Some(before) = end.checked_sub(1) {
        end = if let Some(time) = time(sentence, before, signals) {
            time
        } else if is_going_on(sentence, before) {
            before - 2
        } else if is_helper(sentence, before, verb) {
            before
        } else {
            break;
        };
    }
    (end > 0).then_some(end)
}

fn is_helper(sentence: &Sentence<'_>, at: usize, verb: usize) -> bool {
    let is_adverb = sentence.is(at, Class::SentenceAdverb) || sentence.word(at).ends_with("ly");
    let is_denial = sentence.is_any(at, words!["didn't", "doesn't", "don't", "hasn't", "haven't"]);
    let is_progressive = sentence.word(verb).ends_with("ing") && sentence.is_any(at, PROGRESSIVE);
    let is_floating = || {
        let before = at.checked_sub(1).and_then(|before| Some((before, sentence.token(before)?)));
        before.is_some_and(|(before, token)| {
            phrase::is_pronoun(sentence, before) || token.is_capitalised() || token.kind == TokenKind::Close
        })
    };
    is_adverb
        || is_denial
        || is_progressive
        || sentence.is_any(at, HELPERS)
        || sentence.is_any(at, FLOATING) && is_floating()
}

/// `The board on Tuesday said`: where the time that ends with token `last` begins.
fn time(sentence: &Sentence<'_>, last: usize, signals: &[Signal]) -> Option<usize> {
    let end = sentence.token(last)?.span.end;
    let date = signals.iter().find(|signal| signal.kind == SignalKind::Date && signal.span.end == end)?;
    let first = sentence.token_at(date.span.start);
    let preposition = first.checked_sub(1).filter(|at| sentence.is_any(*at, words!["on", "in", "at", "during"]));
    Some(preposition.unwrap_or(first))
}

/// Whether token `to` ends `went on to`, behind which somebody says something.
pub(super) fn is_going_on(sentence: &Sentence<'_>, to: usize) -> bool {
    to > 2
        && sentence.is_word(to, word!("to"))
        && sentence.is_word(to - 1, word!("on"))
        && sentence.is_any(to - 2, words!["went", "goes", "go", "gone"])
}

/// Whether the verb at token `verb` follows `he's` or `it's`.
pub(super) fn is_contraction(sentence: &Sentence<'_>, verb: usize) -> bool {
    let is_pronoun =
        verb.checked_sub(2).is_some_and(|at| sentence.is_any(at, words!["he", "she", "it", "who", "that"]));
    is_pronoun && sentence.word(verb).ends_with("ing") && sentence.kind(verb - 1) == Some(TokenKind::Possessive)
}

/// The noun phrase right before token `end`.
fn direct(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let tokens = phrase::before(sentence, end)?;
    let spoken = tokens.end == end && !sentence.is(tokens.end - 1, Class::TimeUnit);
    let is_named = tokens.len() == 1
        && sentence.token(tokens.start).is_some_and(|token| token.is_capitalised() && !token.is(Class::FunctionWord));
    let is_share = sentence.is(end - 1, Class::PercentWord);
    let is_noun = is_named
        || is_share
        || phrase::is_actor(sentence, tokens.clone())
        || phrase::is_determiner(sentence, tokens.start);
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

/// `Pilots who came on Monday said`: the noun that `who` stands for, when its own verb comes first.
fn relative(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let in_clause =
        |at: &usize| !matches!(sentence.kind(*at), Some(TokenKind::Comma | TokenKind::Quote | TokenKind::Dash));
    let clause = (0..end).rev().take_while(in_clause).take(FARTHEST);
    clause.into_iter().find(|at| sentence.is_word(*at, word!("who"))).and_then(|who| antecedent(sentence, who))
}

/// `She left, saying …`, `He stood up and said …`: the subject of an earlier verb.
fn shared(sentence: &Sentence<'_>, verb: usize, signals: &[Signal]) -> Option<Range<usize>> {
    let spoken = signals.iter().rev().find_map(|signal| match signal.value {
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
