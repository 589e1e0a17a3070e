//! A weekday beside a date that falls on another.

use crate::check::{CheckContext, Found, dates};
use crate::text::span::Span;
use crate::text::value::{DateValue, Precision, TimeRelation};
use chrono::{Datelike, Weekday};

/// From how many days before or after publication a day without its year may be of another year.
const FAR: i64 = 120;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let published = draft.document.meta.published;
    for (_, signals) in draft.sentences() {
        let dates = dates(signals);
        beside(draft, &dates, found);
        for (span, date) in dates {
            behind(draft, span, date, found);
            let (Some(day), Some(weekday)) = (date.from.filter(|from| date.to == Some(*from)), date.weekday) else {
                continue;
            };
            let named = Weekday::try_from(weekday.wrapping_sub(1)).ok();
            let has_number = draft.text(span).bytes().any(|byte| byte.is_ascii_digit());
            let far = !has_year(draft.text(span))
                && published.is_some_and(|published| (day - published).num_days().abs() > FAR)
                && [day.year() - 1, day.year() + 1]
                    .iter()
                    .any(|year| day.with_year(*year).is_some_and(|day| Some(day.weekday()) == named));
            if let Some(named) = named.filter(|named| has_number && day.weekday() != *named && !far) {
                let is = day.format("%-d %B %Y was a %A");
                let message = format!("\"{}\" names {named}, but {is}", draft.text(span), named = long(named));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}

/// "Last Friday, Nov. 7": a weekday counted from publication beside the date that it is.
fn beside(draft: &CheckContext<'_>, dates: &[(Span, &DateValue)], found: &mut Vec<Found>) {
    for pair in dates.windows(2) {
        let [(first, named), (second, date)] = pair else { continue };
        let joint = draft.text(Span::new(first.end, second.start.max(first.end))).trim();
        let is_named = named.relation == TimeRelation::Relative && named.precision == Precision::Day;
        let is_date = date.precision == Precision::Day
            && date.weekday.is_none()
            && draft.text(*second).bytes().any(|byte| byte.is_ascii_digit());
        let weekday = named.weekday.and_then(|number| Weekday::try_from(number.wrapping_sub(1)).ok());
        let (Some(weekday), Some(day)) = (weekday, date.from) else { continue };
        if is_named && is_date && matches!(joint, "," | "(" | "") && day.weekday() != weekday {
            let is = day.format("%-d %B %Y was a %A");
            let message = format!("\"{}\" names {}, but {is}", draft.text(first.cover(*second)), long(weekday));
            found.push(Found { places: vec![first.cover(*second)], message });
        }
    }
}

/// "On 3 March 2020, a Monday": the weekday behind the date.
fn behind(draft: &CheckContext<'_>, span: Span, date: &DateValue, found: &mut Vec<Found>) {
    let day = date.from.filter(|from| date.to == Some(*from) && date.weekday.is_none() && has_year(draft.text(span)));
    let behind = draft.behind(span);
    let rest = [", a ", " (a ", ", which was a ", " was a "].iter().find_map(|joint| behind.strip_prefix(joint));
    let (Some(day), Some(rest)) = (day, rest) else { return };
    let word = rest.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    let named = word.parse::<Weekday>().ok().filter(|named| word == long(*named));
    if named.is_none_or(|named| named == day.weekday()) {
        return;
    }
    let message = format!("\"{}\" is called a {word}, but {}", draft.text(span), day.format("%-d %B %Y was a %A"));
    found.push(Found { places: vec![span], message });
}

/// Whether a date gives its year.
fn has_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
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
