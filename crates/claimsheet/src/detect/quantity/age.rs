//! Ages: `aged 42`, `in her 50s`.

use super::{Found, number};
use crate::detect::quantity::proportion::plain;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::number_words;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::Form;

/// The age that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    age(sentence, at).or_else(|| decade_of_life(sentence, at)).or_else(|| apposed_age(sentence, at))
}

/// `42-year-old`, `aged 42`, `42 years old`
fn age(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    if sentence.is_any(at, words!["aged", "age"]) {
        let of = usize::from(sentence.is_word(at + 1, word!("of")));
        let number = number::at(sentence, at + 1 + of).filter(|number| number.amount < 130.0)?;
        return Some(Found { start: at, end: number.end, value: plain(Form::Age, number.amount, None, "year") });
    }
    let low = number::at(sentence, at)?;
    let hyphen = |at: usize| usize::from(sentence.kind(at) == Some(TokenKind::Hyphen));
    let high = sentence.is_word(low.end, word!("to")).then(|| number::at(sentence, low.end + 1)).flatten();
    let number = high.unwrap_or(low);
    let unit = number.end + hyphen(number.end);
    let old = unit + 1 + hyphen(unit + 1);
    let is_age = sentence.is(unit, Class::TimeUnit) && sentence.is_any(old, words!["old", "olds"]);
    let word = sentence.word(unit).to_lowercase();
    is_age.then(|| Found {
        start: at,
        end: old + 1,
        value: plain(Form::Age, low.amount, high.map(|high| high.amount), word.trim_end_matches('s')),
    })
}

/// Whether the sentence holds a word like `fifties`.
pub(super) fn may_be_in_a_decade(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().any(|token| sentence.text(token.span).ends_with("ties"))
}

/// `in her 50s`, `in their late thirties`: a decade of somebody's life, behind a possessive.
fn decade_of_life(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let whose = at.checked_sub(1).filter(|before| sentence.is(*before, grammar::POSSESSIVE))?;
    if !sentence.follows(whose, words!["in", "into", "entering"]) {
        return None;
    }
    let decade = at + usize::from(sentence.is_any(at, words!["early", "mid", "late"]));
    let decade = decade + usize::from(sentence.kind(decade) == Some(TokenKind::Hyphen));
    let word = sentence.word(decade).to_ascii_lowercase();
    let named = number_words::decade(&word).map(f64::from);
    let (amount, end) = match named {
        Some(amount) => (amount, decade + 1),
        None => in_digits(sentence, decade)?,
    };
    Some(Found { start: whose - 1, end, value: plain(Form::Age, amount, Some(amount + 9.0), "year") })
}

/// `50s`, `50’s`: the decade, and one past its end.
fn in_digits(sentence: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    let word = sentence.word(at);
    let glued = word.strip_suffix('s').and_then(|digits| digits.parse::<f64>().ok()).map(|amount| (amount, at + 1));
    let apart = || {
        let amount = word.parse::<f64>().ok()?;
        let suffix = sentence.token(at + 1).filter(|token| !token.spaced)?;
        matches!(sentence.text(suffix.span), "s" | "'s" | "’s").then_some((amount, at + 2))
    };
    glued.or_else(apart).filter(|(amount, _)| (10.0..=110.0).contains(amount))
}

/// `Lund, 42, said`: a number between commas behind a name.
fn apposed_age(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let comma = at.checked_sub(1).filter(|before| sentence.kind(*before) == Some(TokenKind::Comma))?;
    let named = comma
        .checked_sub(1)
        .and_then(|name| sentence.token(name))
        .is_some_and(crate::english::token::Token::is_capitalised);
    let number = number::at(sentence, at)
        .filter(|number| !number.in_words && number.decimals == 0 && (1.0..=115.0).contains(&number.amount))?;
    let closed = matches!(sentence.kind(number.end), Some(TokenKind::Comma | TokenKind::Period))
        || number.end == sentence.tokens.len();
    (named && closed && !sentence.is(comma - 1, Class::Month)).then(|| Found {
        start: at,
        end: number.end,
        value: plain(Form::Age, number.amount, None, "year"),
    })
}
