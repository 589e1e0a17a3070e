//! A weekday beside a date that falls on another.

use crate::check::figures::has_year;
use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::token::TokenKind;
use crate::text::span::Span;
use crate::text::value::{DateValue, Precision, TimeRelation};
use chrono::{Datelike, NaiveDate, Weekday};

/// From how many days before or after publication a day without its year may be of another year.
const FAR: i64 = 120;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        beside(draft, &sentence.dates, found);
        for (span, date) in &sentence.dates {
            after(draft, *span, date, found);
            within(draft, *span, date, found);
        }
    }
}

/// "On Friday, March 3": both in one date.
fn within(draft: &CheckContext<'_>, span: Span, date: &DateValue, found: &mut Vec<Found>) {
    let day = date.from.filter(|from| date.to == Some(*from));
    let Some((day, named)) = day.zip(named(date)) else { return };
    let words = draft.passage(span);
    let is_far = |published: NaiveDate| !has_year(words) && (day - published).num_days().abs() > FAR;
    let fits = |year: i32| day.with_year(year).is_some_and(|day| day.weekday() == named);
    let may_be_other =
        draft.document.meta.published.is_some_and(is_far) && (fits(day.year() - 1) || fits(day.year() + 1));
    if words.has_kind(&[TokenKind::Number]) && day.weekday() != named && !may_be_other {
        let message = format!("\"{}\" names {}, but {}", draft.text(span), long(named), was(day));
        found.push(Found { places: vec![span], message });
    }
}

/// "Last Friday, Nov. 7": a weekday counted from publication beside the date that it is.
fn beside(draft: &CheckContext<'_>, dates: &[(Span, &DateValue)], found: &mut Vec<Found>) {
    for pair in dates.windows(2) {
        let [(first, relative), (second, date)] = pair else { continue };
        let is_named = relative.relation == TimeRelation::Relative && relative.precision == Precision::Day;
        let is_date = date.precision == Precision::Day
            && date.weekday.is_none()
            && draft.passage(*second).has_kind(&[TokenKind::Number]);
        let Some((weekday, day)) = named(relative).zip(date.from) else { continue };
        let between = draft.between(*first, *second);
        let is_joined = between.is_empty() || between.is(phrases![",", "("]);
        if is_named && is_date && is_joined && day.weekday() != weekday {
            let both = first.cover(*second);
            let message = format!("\"{}\" names {}, but {}", draft.text(both), long(weekday), was(day));
            found.push(Found { places: vec![both], message });
        }
    }
}

/// "On 3 March 2020, a Monday": the weekday behind the date.
fn after(draft: &CheckContext<'_>, span: Span, date: &DateValue, found: &mut Vec<Found>) {
    let is_bare = date.weekday.is_none() && has_year(draft.passage(span));
    let day = date.from.filter(|from| date.to == Some(*from) && is_bare);
    let Some((day, word)) = day.zip(called(draft.following(span))) else { return };
    if word.parse::<Weekday>().is_ok_and(|named| word == long(named) && named != day.weekday()) {
        let message = format!("\"{}\" is called a {word}, but {}", draft.text(span), was(day));
        found.push(Found { places: vec![span], message });
    }
}

/// The noun of ", a Monday", "(a Monday", "which was a Monday", "was a Monday".
fn called(words: Passage<'_>) -> Option<&str> {
    let marked = words.without_opening(phrases![",", "("]);
    let noun = marked.unwrap_or(words).without_opening(phrases!["which was a", "was a", "a"])?;
    let has_joint = marked.is_some() || words.first_is(words!["was"]);
    has_joint.then(|| noun.word(0))
}

/// The weekday that a date names.
fn named(date: &DateValue) -> Option<Weekday> {
    Weekday::try_from(date.weekday?.wrapping_sub(1)).ok()
}

fn was(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%-d %B %Y was a %A")
}

const fn long(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
