//! The figures and dates of a sentence, and numbers as a person writes them.

use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::number_words::SMALL;
use crate::english::passage::Passage;
use crate::english::token::TokenKind;
use crate::signal::{Signal, Value};
use crate::text::span::Span;
use crate::text::value::{DateValue, Precision, Quantity, TimeRelation};
use crate::text::word_id::WordId;

/// The quantities among signals, in the order of the text.
pub(crate) fn quantities(signals: &[Signal]) -> Vec<(Span, &Quantity)> {
    let mut found: Vec<(Span, &Quantity)> = signals
        .iter()
        .filter_map(|signal| match &signal.value {
            Value::Quantity(quantity) => Some((signal.span, &**quantity)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// The dates among signals, in the order of the text.
pub(crate) fn dates(signals: &[Signal]) -> Vec<(Span, &DateValue)> {
    let mut found: Vec<(Span, &DateValue)> = signals
        .iter()
        .filter_map(|signal| match &signal.value {
            Value::Date(date) => Some((signal.span, &**date)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// A number as a person writes it: thousands apart, up to two digits behind the mark, no zeros at the
/// end.
pub(crate) fn format_number(number: f64) -> String {
    let text = format!("{:.2}", number.abs());
    let (digits, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut written = String::from(if number < 0.0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            written.push(',');
        }
        written.push(digit);
    }
    let hundredth = decimals.strip_suffix('0').unwrap_or(decimals);
    match hundredth.strip_suffix('0').unwrap_or(hundredth) {
        "" => written,
        decimals => format!("{written}.{decimals}"),
    }
}

/// An amount without the zeros at its end, in hundredths: 294 for 2.94, 29.4 and 29,400,000.
#[allow(clippy::cast_sign_loss, reason = "what has no sign loses none")]
pub(crate) fn significant(amount: f64) -> u64 {
    let mut digits = (amount.abs() * 100.0).round() as u64;
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits
}

/// Whether a date names a day, month or year of the calendar outright.
pub(crate) fn is_on_calendar(date: &DateValue) -> bool {
    date.relation == TimeRelation::Absolute
        && matches!(date.precision, Precision::Day | Precision::Month | Precision::Year)
}

/// The year that stands at a token: four digits, of which the first is 1 or 2.
pub(crate) fn year_at(words: Passage<'_>, at: usize) -> Option<i32> {
    let is_four = words.kind(at) == Some(TokenKind::Number) && words.word(at).len() == 4;
    words.word(at).parse().ok().filter(|year| is_four && (1000..3000).contains(year))
}

/// The number in digits that stands at a token.
pub(crate) fn number_at(words: Passage<'_>, at: usize) -> Option<f64> {
    let token = words.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    words.document.text(token.span).replace(',', "").parse().ok()
}

/// How many digits the first number in digits of a passage has behind its mark.
pub(crate) fn decimals(words: Passage<'_>) -> usize {
    let number = words.tokens.iter().position(|token| token.kind == TokenKind::Number);
    number.and_then(|at| words.word(at).split_once('.')).map_or(0, |(_, decimals)| decimals.len())
}

/// Whether a date gives its year.
pub(crate) fn has_year(words: Passage<'_>) -> bool {
    (0..words.len()).any(|at| year_at(words, at).is_some())
}

/// The words for one to twenty, at their numbers.
const COUNTS: &[WordId] = &WordId::all(SMALL);

/// The count that stands at a token as those of days, months and years do: in digits, or in a word up to twenty.
pub(crate) fn count_at(words: Passage<'_>, at: usize) -> Option<f64> {
    let token = words.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        return words.word(at).parse().ok();
    }
    if token.word == word!("twenty") {
        return Some(20.0);
    }
    COUNTS.iter().position(|word| token.word == *word).filter(|count| *count > 0).map(|count| count as f64)
}

/// The count with which a passage ends, as a word of its own.
pub(crate) fn count_before(words: Passage<'_>) -> Option<f64> {
    let last = words.tokens.last()?;
    count_at(words, words.len() - 1).filter(|_| last.spaced)
}

/// Whether a passage ends with "about", "nearly", "more than": the figure behind it is a rough one.
pub(crate) fn is_rough(words: Passage<'_>) -> bool {
    words.last_is((Class::Approximator, words!["over", "than", "least"]))
}

/// Whether a passage is "of", "of the", "out of all": what stands between a part and its whole.
pub(crate) fn is_of(words: Passage<'_>) -> bool {
    let rest = words.without_opening(phrases!["of", "out of"]);
    rest.is_some_and(|rest| rest.is_empty() || rest.len() == 1 && rest.first_is(grammar::DETERMINER))
}

/// Whether what follows points back to what has been told: "the", "its", "that".
pub(crate) fn is_definite(before: Passage<'_>) -> bool {
    before.last_is((Class::DefiniteArticle, Class::ThirdPossessive, Class::Demonstrative))
}

/// Whether a word is a noun in the singular or plural: "members" is one for "member".
pub(crate) fn is_noun(word: &str, noun: &str) -> bool {
    let singular = |word: &str| WordId::of(word.strip_suffix('s').unwrap_or(word));
    singular(word) == singular(noun)
}

/// Half of the last digit that a quantity's text gives, in its own unit: what its rounding hides.
pub(crate) fn rounding(quantity: &Quantity) -> f64 {
    quantity.scale * 0.5 * 10_f64.powi(-i32::from(quantity.decimals))
}
