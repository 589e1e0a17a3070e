//! Stretches of days: `July 13-15, 2025`, `June 9 to 11`, `4 to 8 March 2024`.

use super::{Found, absolute, calendar, words};
use crate::english::phrase_lists::dates::{CLOCK, TO};
use crate::english::phrase_lists::numbers::COUNTED_BEHIND;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::DateValue;

/// The stretch of days that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    month_first(sentence, at).or_else(|| day_first(sentence, at))
}

/// `July 13-15, 2025`, `June 3 to July 5, 2025`
fn month_first(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let month = words::month(sentence, at)?;
    let (first, end) = words::day(sentence, at + 1)?;
    let joint = joint(sentence, at, end)?;
    let last_month = words::month(sentence, joint);
    let (last, end) = words::day(sentence, joint + usize::from(last_month.is_some()))?;
    let (year, end) = with_year(sentence, end);
    let last = (last_month.unwrap_or(month), last);
    (last > (month, first) && !counts(sentence, end)).then(|| between(sentence, at, year, (month, first), last, end))
}

/// `4 to 8 March 2024`, `28 May – 3 June`
fn day_first(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let (first, end) = words::day(sentence, at)?;
    let own_month = words::month(sentence, end);
    let joint = joint(sentence, at, end + usize::from(own_month.is_some()))?;
    let (last, end) = words::day(sentence, joint)?;
    let month = words::month(sentence, end)?;
    let (year, end) = with_year(sentence, end + 1);
    let first = (own_month.unwrap_or(month), first);
    let last = (month, last);
    (last > first).then(|| between(sentence, at, year, first, last, end))
}

/// One past the word or dash at token `end` that ties two days.
fn joint(sentence: &Sentence<'_>, at: usize, end: usize) -> Option<usize> {
    let between = at.checked_sub(1).is_some_and(|before| sentence.is_word(before, word!("between")));
    let ties = matches!(sentence.kind(end), Some(TokenKind::Hyphen | TokenKind::Dash))
        || sentence.is(end, TO)
        || between && sentence.is_word(end, word!("and"));
    ties.then_some(end + 1)
}

/// The year at token `end`, behind a comma too, and one past it.
fn with_year(sentence: &Sentence<'_>, end: usize) -> (Option<i32>, usize) {
    let comma = usize::from(sentence.kind(end) == Some(TokenKind::Comma));
    match words::year(sentence, end + comma) {
        Some(year) => (Some(year), end + comma + 1),
        None => (None, end),
    }
}

/// "May 3 to 5 percent": the second number is no day.
fn counts(sentence: &Sentence<'_>, end: usize) -> bool {
    matches!(sentence.kind(end), Some(TokenKind::Percent)) || sentence.is(end, (COUNTED_BEHIND, CLOCK))
}

/// From the first of two days to the other, each a month and a day of it.
fn between(
    sentence: &Sentence<'_>,
    at: usize,
    year: Option<i32>,
    first: (u32, u32),
    last: (u32, u32),
    end: usize,
) -> Found {
    let around = absolute::around(sentence, at);
    let from = calendar::day(year, first.0, first.1, around);
    let year = year.or_else(|| from.from.map(|from| chrono::Datelike::year(&from)));
    let to = calendar::day(year, last.0, last.1, around);
    let impossible = from.impossible || to.impossible;
    let relation = crate::text::value::TimeRelation::Range;
    Found { end, value: DateValue { to: to.to, impossible, relation, ..from } }
}
