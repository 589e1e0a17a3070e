//! Words and digits of the calendar.

use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::word_id::WordId;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Small numbers from 0.
pub(super) const NUMBERS: &[WordId] =
    words!["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Words for one.
pub(super) const ARTICLES: &[WordId] = words!["a", "an"];

/// Position from 1 in `names` of the three letters that token `at` begins with.
fn position(sentence: &Sentence<'_>, at: usize, class: Class, names: &[&str]) -> Option<u32> {
    sentence.token(at).filter(|token| token.is(class) && token.is_capitalised())?;
    let word = sentence.word(at);
    let head = word.get(..3)?.to_ascii_lowercase();
    names.iter().position(|name| *name == head).map(|at| at as u32 + 1)
}

/// The month that token `at` names, from 1.
pub(super) fn month(sentence: &Sentence<'_>, at: usize) -> Option<u32> {
    position(sentence, at, Class::Month, &MONTHS)
}

/// The weekday that token `at` names, Monday = 1.
pub(super) fn weekday(sentence: &Sentence<'_>, at: usize) -> Option<u8> {
    position(sentence, at, Class::Weekday, &WEEKDAYS).map(|day| day as u8)
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
        .is_some_and(|token| !token.spaced && ["st", "nd", "rd", "th"].contains(&sentence.word(at + 1)));
    Some((day, at + 1 + usize::from(ordinal)))
}

/// A year in four digits at token `at`.
pub(super) fn year(sentence: &Sentence<'_>, at: usize) -> Option<i32> {
    let year = digits(sentence, at).filter(|year| (1000..=2199).contains(year) && sentence.word(at).len() == 4)?;
    i32::try_from(year).ok()
}

/// A small number in digits or as one word at token `at`.
pub(super) fn small_number(sentence: &Sentence<'_>, at: usize) -> Option<u32> {
    let word = sentence.token(at)?.word;
    let named = NUMBERS.iter().position(|name| *name == word).map(|at| at as u32);
    named.or(sentence.is_any(at, ARTICLES).then_some(1)).or_else(|| digits(sentence, at))
}
