//! Numbers written in several pieces: mixed fractions, decimals in words, powers of ten, decimal commas.

use super::number::{self, Number};
use crate::english::lexicon::Class;
use crate::english::number_words;
use crate::english::phrase_lists::numbers::COUNTED_BEHIND;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::word_id::WordId;

const SMALL: &[WordId] = &WordId::all(number_words::SMALL);

/// Largest denominator of a fraction in digits; a number behind a slash that is larger is no denominator.
const LARGEST_DENOMINATOR: f64 = 64.0;

/// The value of digits with marks between their groups: `1,300`, `2'345'678`, `40 000`, and with a comma for the
/// decimal mark where no group of three follows it: `12,50`.
pub(super) fn value(text: &str) -> Option<(f64, usize)> {
    let is_decimal_comma = text.split_once(',').is_some_and(|(_, tail)| tail.len() != 3 && !tail.contains([',', '.']));
    if let Some(value) = vulgar(text) {
        return Some((value, 2));
    }
    // 1.234.567
    let is_grouped = text.matches('.').count() > 1 && text.split('.').skip(1).all(|group| group.len() == 3);
    let digits: String = if is_grouped {
        text.replace('.', "")
    } else {
        let text = if is_decimal_comma { text.replace(',', ".") } else { text.to_owned() };
        text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '.').collect()
    };
    let decimals = digits.split_once('.').map_or(0, |(_, tail)| tail.len());
    Some((digits.parse().ok()?, decimals))
}

/// The number with the pieces of it that follow, before a scale.
pub(super) fn with_pieces(sentence: &Sentence<'_>, number: Number) -> Number {
    decimal_comma(sentence, number)
        .or_else(|| mixed(sentence, number))
        .or_else(|| power(sentence, number))
        .or_else(|| note_mark(sentence, number))
        .unwrap_or(number)
}

/// `12,5 percent`: digits right behind a comma, before what only a number has.
fn decimal_comma(sentence: &Sentence<'_>, number: Number) -> Option<Number> {
    let comma = sentence.token(number.end).filter(|mark| mark.kind == TokenKind::Comma && !mark.spaced)?;
    let tail = sentence.token(number.end + 1).filter(|tail| tail.kind == TokenKind::Number && !tail.spaced)?;
    let end = number.end + 2;
    let measured = sentence.kind(end) == Some(TokenKind::Percent)
        || sentence.is(end, (COUNTED_BEHIND, words!["m", "bn"]))
        || sentence.is(end, Class::Unit)
        || sentence.is(end, Class::CurrencyWord);
    let digits = sentence.text(tail.span);
    if number.decimals > 0 || digits.len() > 2 || !measured || comma.span.is_empty() {
        return None;
    }
    let amount = format!("{}.{digits}", number.amount).parse().ok()?;
    Some(Number { end, amount, decimals: digits.len() as u8, ..number })
}

/// `10 1/2`, `3-1/2`, `3½`
fn mixed(sentence: &Sentence<'_>, number: Number) -> Option<Number> {
    if number.decimals > 0 {
        return None;
    }
    let hyphen = usize::from(sentence.kind(number.end) == Some(TokenKind::Hyphen));
    let (part, end) = fraction(sentence, number.end + hyphen)?;
    Some(Number { end, amount: number.amount + part, decimals: 2, ..number })
}

/// A fraction below one in digits at token `at`, and one past it: `1/2`, `½`.
pub(super) fn fraction(sentence: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    if let Some(value) = vulgar(sentence.word(at)) {
        return Some((value, at + 1));
    }
    let slash = sentence.token(at + 1).filter(|slash| slash.kind == TokenKind::Slash && !slash.spaced)?;
    let [upper, lower] = [at, at + 2].map(|at| {
        sentence.token(at).filter(|token| token.kind == TokenKind::Number && sentence.word(at).len() <= 2)?;
        sentence.word(at).parse::<f64>().ok()
    });
    let (upper, lower) = (upper?, lower?);
    let is_date = sentence.kind(at + 3) == Some(TokenKind::Slash) || slash.span.is_empty();
    let is_fraction = upper >= 1.0 && upper < lower && lower <= LARGEST_DENOMINATOR && !is_date;
    (is_fraction && sentence.token(at + 2).is_some_and(|lower| !lower.spaced)).then_some((upper / lower, at + 3))
}

/// The value of a fraction that is one character (Unicode's number forms).
fn vulgar(text: &str) -> Option<f64> {
    let mut letters = text.chars();
    let value = match letters.next()? {
        '½' => 1.0 / 2.0,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 1.0 / 4.0,
        '¾' => 3.0 / 4.0,
        '⅕' => 1.0 / 5.0,
        '⅖' => 2.0 / 5.0,
        '⅗' => 3.0 / 5.0,
        '⅘' => 4.0 / 5.0,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 1.0 / 8.0,
        '⅜' => 3.0 / 8.0,
        '⅝' => 5.0 / 8.0,
        '⅞' => 7.0 / 8.0,
        _ => return None,
    };
    letters.next().is_none().then_some(value)
}

/// `4 × 10⁶`, and `10⁶` alone.
fn power(sentence: &Sentence<'_>, number: Number) -> Option<Number> {
    if number.amount == 10.0
        && let Some((exponent, end)) = exponent(sentence, number.end)
    {
        return Some(Number { end, amount: 10_f64.powi(exponent), ..number });
    }
    let times = matches!(sentence.word(number.end), "×" | "x" | "·");
    let is_ten = times && sentence.word(number.end + 1) == "10";
    let (exponent, end) = is_ten.then(|| exponent(sentence, number.end + 2)).flatten()?;
    Some(Number { end, amount: number.amount * 10_f64.powi(exponent), ..number })
}

/// `4,000³ homes`: raised digits behind any other number than ten are the mark of a note, and no part of it.
fn note_mark(sentence: &Sentence<'_>, number: Number) -> Option<Number> {
    exponent(sentence, number.end).map(|(_, end)| Number { end, ..number })
}

/// The raised digits right behind a number, as a number, and one past them: `⁶`, `⁻³`.
fn exponent(sentence: &Sentence<'_>, at: usize) -> Option<(i32, usize)> {
    sentence.token(at).filter(|token| !token.spaced)?;
    if sentence.word(at) == "⁻" {
        return exponent(sentence, at + 1).map(|(digits, end)| (-digits, end));
    }
    if let Some(digits) = sentence.word(at).strip_prefix('⁻') {
        return raised(digits).map(|digits| (-digits, at + 1));
    }
    raised(sentence.word(at)).map(|digits| (digits, at + 1))
}

/// Raised digits as a number.
fn raised(digits: &str) -> Option<i32> {
    let digit =
        |letter| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == letter).and_then(|digit| i32::try_from(digit).ok());
    let digits: Option<Vec<i32>> = digits.chars().map(digit).collect();
    let digits = digits.filter(|digits| (1..=2).contains(&digits.len()))?;
    Some(digits.into_iter().fold(0, |number, digit| number * 10 + digit))
}

/// `two point two`, `a quarter of a million`: numbers in words with a part in words.
pub(super) fn in_words(sentence: &Sentence<'_>, number: Number) -> Option<Number> {
    if sentence.is_word(number.end, word!("point")) {
        return point(sentence, number);
    }
    let parts = sentence.token(number.end).filter(|token| token.is(Class::FractionWord))?;
    let denominator = super::proportion::denominator(sentence.text(parts.span))?;
    let of = number.end + 1;
    let is_part = sentence.is_word(of, word!("of")) && sentence.is_any(of + 1, words!["a", "one"]);
    let (scale, end) = is_part.then(|| number::scale(sentence, of + 2)).flatten()?;
    Some(Number { end, amount: number.amount / denominator * scale, scale, ..number })
}

fn point(sentence: &Sentence<'_>, number: Number) -> Option<Number> {
    let mut end = number.end + 1;
    let mut digits = String::new();
    while let Some(digit) = sentence.token(end).and_then(|token| SMALL.iter().position(|name| *name == token.word)) {
        if digit > 9 {
            break;
        }
        digits.push(char::from(b'0' + digit as u8));
        end += 1;
    }
    if digits.is_empty() {
        return None;
    }
    let amount = format!("{}.{digits}", number.amount).parse().ok()?;
    Some(Number { end, amount, decimals: u8::try_from(digits.len()).unwrap_or(u8::MAX), ..number })
}
