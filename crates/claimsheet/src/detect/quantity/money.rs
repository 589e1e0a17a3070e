//! Amounts of money in the notations of many countries.

use super::{Found, counted_noun, number};
use crate::english::lexicon::Class;
use crate::english::phrase_lists::tables::money::{DOLLARS, NAMES, SIGNS};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::text::value::{Form, Quantity, Unit};

/// The amount that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    signed(sentence, at).or_else(|| coded(sentence, at)).or_else(|| named(sentence, at))
}

fn look_up(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(name, _)| *name == word).map(|(_, code)| *code)
}

/// `$600B`, `US$1.2bn`, `£3m`, `$3–5 million`
fn signed(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let prefixed = sentence.kind(at + 1) == Some(TokenKind::Currency) && !sentence.token(at + 1)?.spaced;
    let (code, first) = if prefixed && sentence.word(at + 1) == "$" {
        (look_up(DOLLARS, sentence.word(at))?, at + 2)
    } else if sentence.kind(at) == Some(TokenKind::Currency) {
        (look_up(SIGNS, sentence.word(at))?, at + 1)
    } else {
        return None;
    };
    amount(sentence, at, first, code)
}

/// `USD 5 million`, `Rs 500 crore`
fn coded(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let word = sentence.word(at).trim_end_matches('.');
    let is_code = sentence
        .token(at)
        .is_some_and(|token| token.case == Case::Upper && token.is(Class::CurrencyWord) && word.len() == 3);
    let local = match word {
        "Rs" => Some("INR"),
        "RM" => Some("MYR"),
        _ => None,
    };
    let code = local.unwrap_or(word).to_owned();
    (is_code || local.is_some()).then(|| amount(sentence, at, at + 1, &code))?
}

fn amount(sentence: &Sentence<'_>, start: usize, first: usize, code: &str) -> Option<Found> {
    let low = number::at(sentence, first).filter(|_| sentence.kind(first) == Some(TokenKind::Number))?;
    let high = upper(sentence, low.end);
    let (number, upper) = match high {
        Some(high) => (number::Number { end: high.end, amount: lifted(low, high), ..high }, Some(high.amount)),
        None => (low, None),
    };
    let value = Quantity { upper, ..value(number, code) };
    let end = adjective_behind(sentence, number.end);
    Some(with_rate(sentence, Found { start, end, value }))
}

/// The lower end of `$3–5 million` takes the scale of the upper one.
fn lifted(low: number::Number, high: number::Number) -> f64 {
    if low.scale == 1.0 && low.amount < high.amount / high.scale { low.amount * high.scale } else { low.amount }
}

/// The upper end of a range: `–5 million`, `to $5 million`.
fn upper(sentence: &Sentence<'_>, at: usize) -> Option<number::Number> {
    let dash = matches!(sentence.kind(at), Some(TokenKind::Dash | TokenKind::Hyphen));
    let to = sentence.is_word(at, word!("to"));
    if !dash && !to {
        return None;
    }
    let sign = usize::from(sentence.kind(at + 1) == Some(TokenKind::Currency));
    if to && sign == 0 && number::at(sentence, at + 1).is_none_or(|high| high.scale == 1.0) {
        return None;
    }
    number::at(sentence, at + 1 + sign).filter(|_| sentence.kind(at + 1 + sign) == Some(TokenKind::Number))
}

/// `-a-year` and the like stay outside; `$5-million` is whole already.
fn adjective_behind(sentence: &Sentence<'_>, end: usize) -> usize {
    let is_dollars = sentence.is(end, Class::CurrencyWord) && sentence.token(end).is_some_and(|token| token.spaced);
    if is_dollars { end + 1 } else { end }
}

/// `600 billion dollars`, `30 cents`, `5 million euros`
fn named(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let number = number::at(sentence, at)?;
    if let Some(found) = signed_behind(sentence, at, number) {
        return Some(found);
    }
    let national = usize::from(sentence.is(number.end, Class::Group) || sentence.is_word(number.end, word!("us")));
    let hyphen = usize::from(sentence.kind(number.end) == Some(TokenKind::Hyphen));
    let unit = number.end + national.max(hyphen);
    sentence.token(unit).filter(|token| token.is(Class::CurrencyWord))?;
    // "Three real-world trials": the plural of the currency is "reais".
    let is_compound = hyphen == 0
        && sentence.token(unit + 1).is_some_and(|behind| behind.kind == TokenKind::Hyphen && !behind.spaced);
    if is_compound || sentence.is_word(unit, word!("real")) && number.amount != 1.0 {
        return None;
    }
    let word = sentence.word(unit).to_lowercase();
    let code = look_up(NAMES, word.trim_end_matches('s')).map_or_else(|| word.to_uppercase(), str::to_owned);
    let found = Found { start: at, end: unit + 1, value: value(number, &code) };
    Some(with_rate(sentence, found))
}

/// `20€`, `5 million €`: a sign behind its number.
fn signed_behind(sentence: &Sentence<'_>, at: usize, number: number::Number) -> Option<Found> {
    sentence
        .token(number.end)
        .filter(|sign| sign.kind == TokenKind::Currency && (!sign.spaced || number.scale > 1.0))?;
    let leads = sentence.token(number.end + 1).is_some_and(|next| next.kind == TokenKind::Number && !next.spaced);
    let code = look_up(SIGNS, sentence.word(number.end)).filter(|_| !leads && number.amount >= 0.0)?;
    Some(with_rate(sentence, Found { start: at, end: number.end + 1, value: value(number, code) }))
}

fn value(number: number::Number, code: &str) -> Quantity {
    Quantity {
        form: Form::Money,
        amount: number.amount,
        upper: None,
        unit: Unit::Currency(code.to_owned()),
        per: None,
        qualifier: None,
        decimals: number.decimals,
        scale: number.scale,
    }
}

fn with_rate(sentence: &Sentence<'_>, found: Found) -> Found {
    match counted_noun::rate(sentence, found.end) {
        Some((end, per)) => Found { end, value: Quantity { per: Some(Unit::named(&per)), ..found.value }, ..found },
        None => found,
    }
}
