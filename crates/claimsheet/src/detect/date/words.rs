//! Words and digits of the calendar.

use crate::english::lexicon::Class;
use crate::english::number_words;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::word_id::WordId;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const ORDINALS: &[WordId] = &WordId::all(number_words::ORDINALS);
const SMALL: &[WordId] = &WordId::all(number_words::SMALL);
const TENS: &[WordId] = &WordId::all(number_words::TENS);

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

/// A number below a hundred in digits or words at token `at`, with one past its end: `12`, `thirty`, `twenty-five`.
pub(super) fn number(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = small_number(sentence, at) {
        return Some((number, at + 1));
    }
    let word = sentence.token(at)?.word;
    if let Some(number) = SMALL.iter().position(|name| *name == word) {
        return Some((number as u32, at + 1));
    }
    let tens = TENS.iter().position(|name| *name == word)? as u32 * 10 + 20;
    let hyphen = usize::from(sentence.kind(at + 1) == Some(TokenKind::Hyphen));
    let unit = sentence.token(at + 1 + hyphen).and_then(|token| SMALL.iter().position(|name| *name == token.word));
    match unit.filter(|unit| (1..10).contains(unit)) {
        Some(unit) => Some((tens + unit as u32, at + 2 + hyphen)),
        None => Some((tens, at + 1)),
    }
}

/// An ordinal in words at token `at`, with one past its end: `nineteenth`, `twenty-first`.
pub(super) fn ordinal(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    let place = |at: usize| {
        let word = sentence.token(at)?.word;
        ORDINALS.iter().position(|name| *name == word).map(|place| place as u32 + 1)
    };
    if let Some(place) = place(at) {
        return Some((place, at + 1));
    }
    let word = sentence.token(at)?.word;
    if word == word!("twentieth") {
        return Some((20, at + 1));
    }
    let tens = TENS.iter().position(|name| *name == word)? as u32 * 10 + 20;
    let hyphen = usize::from(sentence.kind(at + 1) == Some(TokenKind::Hyphen));
    place(at + 1 + hyphen).filter(|place| *place < 10).map(|place| (tens + place, at + 2 + hyphen))
}

/// Whether a number in words stands at token `at` that is no small one.
pub(super) fn is_number_word(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| SMALL.contains(&token.word) || TENS.contains(&token.word))
}

/// A small number in digits or as one word at token `at`.
pub(super) fn small_number(sentence: &Sentence<'_>, at: usize) -> Option<u32> {
    let word = sentence.token(at)?.word;
    let named = NUMBERS.iter().position(|name| *name == word).map(|at| at as u32);
    named.or(sentence.is_any(at, ARTICLES).then_some(1)).or_else(|| digits(sentence, at))
}
