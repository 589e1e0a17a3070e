//! Words and digits of the calendar.

use crate::english::lexicon::Class;
use crate::english::number_words;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use std::str::FromStr;

/// Highest number that a span of time is told by in a word.
const HIGHEST_IN_WORDS: u32 = 12;

/// The word of the calendar at token `at`, if it is one of `class` with a capital; `sept.` by its first letters.
fn named<T: FromStr>(sentence: &Sentence<'_>, at: usize, class: Class) -> Option<T> {
    sentence.token(at).filter(|token| token.is(class) && token.is_capitalised())?;
    sentence.word(at).get(..3)?.parse().ok()
}

/// The month that token `at` names, from 1.
pub(super) fn month(sentence: &Sentence<'_>, at: usize) -> Option<u32> {
    named::<chrono::Month>(sentence, at, Class::Month).map(|month| month.number_from_month())
}

/// The month that token `at` names without its capital, where a year stands behind it.
pub(super) fn month_before_year(sentence: &Sentence<'_>, at: usize) -> Option<u32> {
    year(sentence, at + 1)?;
    let is_month = sentence.is(at, (Class::Month, word!("may")));
    let month: Option<chrono::Month> = is_month.then(|| sentence.word(at).get(..3)?.parse().ok()).flatten();
    month.map(|month| month.number_from_month())
}

/// The weekday that token `at` names, Monday = 1.
pub(super) fn weekday(sentence: &Sentence<'_>, at: usize) -> Option<u8> {
    let day = named::<chrono::Weekday>(sentence, at, Class::Weekday)?;
    u8::try_from(day.number_from_monday()).ok()
}

/// The plain digits of token `at`.
pub(super) fn digits(sentence: &Sentence<'_>, at: usize) -> Option<u32> {
    sentence.token(at).filter(|token| token.kind == TokenKind::Number)?;
    let word = sentence.word(at);
    (word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

/// A day of the month at token `at`, with one past its end: `3`, `3rd`.
pub(super) fn day(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    let day = digits(sentence, at).filter(|day| (1..=39).contains(day) && sentence.word(at).len() <= 2)?;
    let ordinal = sentence
        .token(at + 1)
        .is_some_and(|token| !token.spaced && number_words::is_ordinal_ending(sentence.word(at + 1)));
    Some((day, at + 1 + usize::from(ordinal)))
}

/// A year in four digits at token `at`.
pub(super) fn year(sentence: &Sentence<'_>, at: usize) -> Option<i32> {
    let year = digits(sentence, at).filter(|year| (1000..=2199).contains(year) && sentence.word(at).len() == 4)?;
    i32::try_from(year).ok()
}

/// The tens in words at token `at`, and where what is added to them may stand: `twenty-`.
fn tens(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    let tens = number_words::cardinal(sentence.token(at)?.word).filter(|number| *number >= 20)?;
    Some((tens, at + 1 + usize::from(sentence.kind(at + 1) == Some(TokenKind::Hyphen))))
}

/// A number below a hundred in digits or words at token `at`, with one past its end: `12`, `thirty`, `twenty-five`.
pub(super) fn number(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = small_number(sentence, at) {
        return Some((number, at + 1));
    }
    if let Some((tens, next)) = tens(sentence, at) {
        let unit = sentence.token(next).and_then(|token| number_words::cardinal(token.word));
        return Some(match unit.filter(|unit| (1..10).contains(unit)) {
            Some(unit) => (tens + unit, next + 1),
            None => (tens, at + 1),
        });
    }
    number_words::cardinal(sentence.token(at)?.word).map(|number| (number, at + 1))
}

/// An ordinal in words at token `at`, with one past its end: `nineteenth`, `twenty-first`.
pub(super) fn ordinal(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    let place = |at: usize| number_words::ordinal(sentence.token(at)?.word);
    if let Some(place) = place(at) {
        return Some((place, at + 1));
    }
    if sentence.is_word(at, word!("twentieth")) {
        return Some((20, at + 1));
    }
    let (tens, next) = tens(sentence, at)?;
    place(next).filter(|place| *place < 10).map(|place| (tens + place, next + 1))
}

/// Whether a number in words stands at token `at`.
pub(super) fn is_number_word(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| number_words::cardinal(token.word).is_some())
}

/// A small number in digits or as one word at token `at`.
pub(super) fn small_number(sentence: &Sentence<'_>, at: usize) -> Option<u32> {
    let word = sentence.token(at)?.word;
    let named = number_words::cardinal(word).filter(|number| *number <= HIGHEST_IN_WORDS);
    named.or(sentence.is(at, Class::IndefiniteArticle).then_some(1)).or_else(|| digits(sentence, at))
}
