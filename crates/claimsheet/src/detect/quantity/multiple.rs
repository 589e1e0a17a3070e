//! Multiples: `twice`, `threefold`, `7x`.

use super::{Found, number};
use crate::detect::quantity::proportion::plain;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::phrase_lists::tables::numbers::MULTIPLES;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::Form;

/// `twice`, `threefold`, `twice as many`, `7x`
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let times = sentence.token(at + 1).filter(|sign| !sign.spaced && sentence.is_word(at + 1, word!("x")));
    if times.is_some() && sentence.kind(at) == Some(TokenKind::Number) {
        let number = number::at(sentence, at)?;
        return Some(Found { start: at, end: at + 2, value: plain(Form::Multiple, number.amount, None, "") });
    }
    // "They ought to think twice": a way of speaking, and nothing is counted.
    if sentence.follows(at, words!["think", "thinks", "thought", "thinking"]) {
        return None;
    }
    let word = sentence.token(at)?.word;
    let value = MULTIPLES.iter().find(|(multiple, _)| *multiple == word)?.1;
    let end = if sentence.is_word(at + 1, word!("as")) && sentence.is_any(at + 2, words!["many", "much"]) {
        at + 3
    } else {
        at + 1
    };
    // "Stopped twice" counts; "twice as many", "twice the toll" multiply.
    let counts = sentence.is_any(at, words!["twice", "thrice"])
        && !sentence.is(at + 1, (grammar::POSSESSIVE, Class::Demonstrative, words!["as", "the", "what"]));
    let value = if counts { plain(Form::Count, value, None, "times") } else { plain(Form::Multiple, value, None, "") };
    Some(Found { start: at, end, value })
}
