//! "Next Saturday": which one?

use crate::check::{CheckContext, Found};
use crate::text::span::Span;
use chrono::{Datelike, Days, NaiveDate, Weekday};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for (read, _) in draft.sentences() {
        let text = draft.text(read.span);
        let lower = text.to_ascii_lowercase();
        for (at, _) in lower.match_indices("next ") {
            let before = lower.get(..at).unwrap_or("");
            let is_word = !before.ends_with(|letter: char| letter.is_alphanumeric()) && !before.ends_with("the ");
            let word =
                text.get(at + 5..).unwrap_or("").split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
            let pinned = text.get(at + 5 + word.len()..).unwrap_or("").trim_start_matches([',', ' ', '(']);
            let has_day = pinned.starts_with(|letter: char| letter.is_ascii_digit() || letter.is_uppercase());
            let Some(weekday) = word.parse::<Weekday>().ok().filter(|_| is_word && word.len() > 4 && !has_day) else {
                continue;
            };
            let Some((first, second)) = candidates(published, weekday) else { continue };
            let start = read.span.start + at as u32;
            let span = Span::new(start, start + 5 + word.len() as u32);
            let message = format!("\"{}\" may be {first} or {second}, published {published}: which?", draft.text(span));
            found.push(Found { places: vec![span], message });
        }
    }
}

/// The weekday's first day after publication, and the one a week later; none where the first lies in
/// the week to come, whether weeks begin on Sunday or on Monday: then all readers take that.
fn candidates(published: NaiveDate, weekday: Weekday) -> Option<(NaiveDate, NaiveDate)> {
    let to = (7 + weekday.num_days_from_monday() - published.weekday().num_days_from_monday()) % 7;
    if to == 0 {
        return None;
    }
    let from_monday = published.weekday().num_days_from_monday() + to < 7;
    let from_sunday = published.weekday().num_days_from_sunday() + to < 7;
    if !from_monday && !from_sunday {
        return None;
    }
    let first = published.checked_add_days(Days::new(u64::from(to)))?;
    Some((first, first.checked_add_days(Days::new(7))?))
}
