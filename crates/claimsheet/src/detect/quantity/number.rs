//! Numbers in digits and in words.

use super::written;
use crate::english::lexicon::Class;
use crate::english::number_words;
use crate::english::phrase_lists::numbers::BEHIND_LENGTH;
use crate::english::phrase_lists::tables::numbers::{ATTACHED, SCALES};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::word_id::WordId;

/// A number as written.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// One past its last token.
    pub(super) end: usize,
    /// Its value, millions multiplied out.
    pub(super) amount: f64,
    /// Digits behind the decimal mark, before the scale.
    pub(super) decimals: u8,
    /// What the number as written is multiplied by.
    pub(super) scale: f64,
    /// Whether it is written in words.
    pub(super) in_words: bool,
}

/// The number that begins at token `at`: `1,300`, `2.5 million`, `twenty-five`, `a million`, `five and a half`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Number> {
    whole(sentence, at).map(|number| with_half(sentence, number))
}

/// With the `and a half` behind it.
fn with_half(sentence: &Sentence<'_>, number: Number) -> Number {
    let end = number.end;
    let is_half = sentence.is_word(end, word!("and"))
        && sentence.is_word(end + 1, word!("a"))
        && sentence.is_word(end + 2, word!("half"));
    if is_half && number.scale == 1.0 && number.decimals == 0 {
        let half = Number { end: end + 3, amount: number.amount + 0.5, decimals: 1, ..number };
        return scaled(sentence, half);
    }
    number
}

fn whole(sentence: &Sentence<'_>, at: usize) -> Option<Number> {
    if sentence.kind(at) == Some(TokenKind::Number) {
        return Some(scaled(sentence, digits(sentence, at)?));
    }
    if sentence.is_word(at, word!("half")) && sentence.is_word(at + 1, word!("a")) {
        let (scale, end) = scale(sentence, at + 2)?;
        return Some(Number { end, amount: scale / 2.0, decimals: 0, scale, in_words: true });
    }
    if sentence.is_word(at, word!("a")) {
        let (scale, end) = scale(sentence, at + 1)?;
        return Some(Number { end, amount: scale, decimals: 0, scale: 1.0, in_words: true });
    }
    let number = words(sentence, at)?;
    Some(written::in_words(sentence, number).map_or(number, |number| scaled(sentence, number)))
}

fn digits(sentence: &Sentence<'_>, at: usize) -> Option<Number> {
    let (amount, decimals) = written::value(sentence.word(at))?;
    let decimals = u8::try_from(decimals).unwrap_or(u8::MAX);
    Some(written::with_pieces(sentence, Number { end: at + 1, amount, decimals, scale: 1.0, in_words: false }))
}

/// With the `million` or `bn` behind it.
fn scaled(sentence: &Sentence<'_>, number: Number) -> Number {
    if number.scale > 1.0 || is_metres(sentence, &number) {
        return number;
    }
    let hyphen = usize::from(sentence.kind(number.end) == Some(TokenKind::Hyphen));
    match scale(sentence, number.end + hyphen) {
        Some((scale, end)) => Number { end, amount: number.amount * scale, scale, ..number },
        None => number,
    }
}

/// Distances that are run and swum.
const RACES: &[f64] = &[50.0, 60.0, 80.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0, 3000.0, 5000.0, 10_000.0];

/// Whether the `m` right behind a number stands for metres and not for millions: `1500m`, `48m tall`.
pub(super) fn is_metres(sentence: &Sentence<'_>, number: &Number) -> bool {
    let is_letter = sentence.token(number.end).is_some_and(|unit| !unit.spaced && sentence.word(number.end) == "m");
    let first = number.end.checked_sub(1);
    let is_money = first.and_then(|first| first.checked_sub(1)).is_some_and(|before| {
        sentence.kind(before) == Some(TokenKind::Currency) || sentence.is(before, Class::CurrencyWord)
    });
    let behind = number.end + 1;
    let hyphen = usize::from(sentence.kind(behind) == Some(TokenKind::Hyphen));
    let is_race = RACES.contains(&number.amount)
        && !sentence.token(behind).is_some_and(|next| next.is_word() && !next.is(Class::FunctionWord));
    is_letter && !is_money && (sentence.is(behind + hyphen, BEHIND_LENGTH) || is_race)
}

/// What the word at token `at` multiplies by, with one past its end.
pub(super) fn scale(sentence: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    let token = sentence.token(at)?;
    let text = sentence.word(at).trim_end_matches('.');
    let word = if text.len() == token.span.len() { token.word } else { WordId::of(text) };
    let scale = |scales: &[(WordId, f64)]| scales.iter().find(|(known, _)| *known == word).map(|(_, scale)| *scale);
    let attached = || scale(ATTACHED).filter(|_| !token.spaced && text != "t");
    Some((scale(SCALES).or_else(attached)?, at + 1))
}

/// A number in words: `nine`, `twenty-five`, `one hundred and six thousand`.
fn words(sentence: &Sentence<'_>, at: usize) -> Option<Number> {
    sentence.token(at).filter(|token| token.is(Class::NumberWord))?;
    let (mut total, mut group, mut end, mut scale_of) = (0.0, 0.0, at, 1.0);
    loop {
        let joint = usize::from(end > at && joins(sentence, end));
        if let Some(value) =
            sentence.token(end + joint).and_then(|token| number_words::cardinal(token.word)).map(f64::from)
        {
            if end > at && !may_follow(group, value) {
                break;
            }
            group += value;
        } else if let Some((scale, _)) = scale(sentence, end + joint).filter(|_| end > at) {
            if scale < 1e3 {
                group *= scale;
            } else {
                total += group * scale;
                group = 0.0;
                scale_of = scale;
            }
        } else {
            break;
        }
        end += joint + 1;
    }
    (end > at).then_some(Number { end, amount: total + group, decimals: 0, scale: scale_of, in_words: true })
}

/// A hyphen, or `and` before a small number.
fn joins(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = || sentence.is(at + 1, Class::NumberWord);
    let hyphen = sentence.kind(at) == Some(TokenKind::Hyphen) && next();
    let after_hundred = at.checked_sub(1).is_some_and(|before| scale(sentence, before).is_some());
    hyphen || sentence.is_word(at, word!("and")) && after_hundred && next()
}

/// `twenty five` is one number, `three four` are two.
fn may_follow(group: f64, value: f64) -> bool {
    group == 0.0
        || (value < 10.0 && group % 10.0 == 0.0 && group % 100.0 >= 20.0)
        || (group % 100.0 == 0.0 && value < 100.0)
}
