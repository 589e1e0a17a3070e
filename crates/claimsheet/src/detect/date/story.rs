//! Days without a year in a story told of the past: "She landed in June 1907. On 2 August she went home."

use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::Class;
use crate::english::token::{Token, TokenKind};
use crate::signal::{Signal, Value};
use crate::text::value::{DateValue, Precision};
use chrono::{Datelike, Months, NaiveDate};

/// Sentences behind one with a full date in which days are of the same story.
const NEAR: usize = 3;

/// Years before the article's own date from which on a full date begins a story.
const LONG_AGO: i32 = 2;

/// A day or month of which the story tells the year: its signal, and its first and last day.
pub(crate) struct Dated {
    pub(crate) signal: usize,
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
}

/// The days and months without a year that stand behind a full date of long ago, each in the year of that date, or in
/// the next where its month comes before.
pub(crate) fn days(text: &AnnotatedText<'_>) -> Vec<Dated> {
    let Some(published) = text.document.meta.published else { return Vec::new() };
    let mut told: Option<(usize, u32, NaiveDate)> = None;
    let mut dated = Vec::new();
    for (number, record) in text.sentences.iter().enumerate() {
        for signal in record.signals.start as usize..record.signals.end as usize {
            let Some((found, date)) = text.signals.get(signal).and_then(date) else { continue };
            let Some((from, to)) = date.from.zip(date.to).filter(|_| names_month(text, found, date)) else { continue };
            if has_year(text, found) {
                let is_old = published.year() - from.year() >= LONG_AGO;
                told = is_old.then_some((number, record.block, from));
                continue;
            }
            let story = told.filter(|(at, block, _)| number - at <= NEAR && *block == record.block);
            let Some((_, block, last)) = story.filter(|_| is_past(from, published) && !points_elsewhere(text, found))
            else {
                continue;
            };
            let Some((from, to)) = moved(from, to, last) else { continue };
            dated.push(Dated { signal, from, to });
            told = Some((number, block, from));
        }
    }
    dated
}

fn date(signal: &Signal) -> Option<(&Signal, &DateValue)> {
    if let Value::Date(date) = &signal.value { Some((signal, date)) } else { None }
}

/// Whether a date is a day or month by the month's name.
fn names_month(text: &AnnotatedText<'_>, signal: &Signal, date: &DateValue) -> bool {
    matches!(date.precision, Precision::Day | Precision::Month)
        && text.tokens_in(signal.span).iter().any(|token| token.is(Class::Month))
}

fn has_year(text: &AnnotatedText<'_>, signal: &Signal) -> bool {
    let is_year = |token: &Token| token.kind == TokenKind::Number && token.span.len() == 4;
    text.tokens_in(signal.span).iter().any(is_year)
}

fn is_past(from: NaiveDate, published: NaiveDate) -> bool {
    from <= published
}

/// "Last May", "this 30 May": words that count from the article's date.
fn points_elsewhere(text: &AnnotatedText<'_>, signal: &Signal) -> bool {
    let points = |token: &Token| token.is((Class::PastModifier, Class::NextModifier)) || token.is(Class::Demonstrative);
    let before = text.before(signal.span.start);
    text.tokens_in(signal.span).iter().any(points) || before.tokens.last().is_some_and(points)
}

/// The same days in the first year in which they do not lie before `last`'s month.
fn moved(from: NaiveDate, to: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let years = if from.month() < last.month() { last.year() + 1 } else { last.year() } - from.year();
    let months = Months::new(years.unsigned_abs() * 12);
    let shift = |day: NaiveDate| {
        if years < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    };
    Some((shift(from)?, shift(to)?))
}
