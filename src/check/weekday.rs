//! A weekday beside a date that falls on another.

use super::{Draft, Found, dates};
use chrono::{Datelike, Weekday};

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        for (span, date) in dates(signals) {
            let (Some(day), Some(weekday)) = (date.from.filter(|from| date.to == Some(*from)), date.weekday) else {
                continue;
            };
            let named = Weekday::try_from(weekday.wrapping_sub(1)).ok();
            let has_number = draft.text(span).bytes().any(|byte| byte.is_ascii_digit());
            if let Some(named) = named.filter(|named| has_number && day.weekday() != *named) {
                let is = day.format("%-d %B %Y was a %A");
                let message = format!("\"{}\" names {named}, but {is}", draft.text(span), named = long(named));
                found.push(Found { places: vec![span], message });
            }
        }
    }
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
