//! "Next Saturday": which one?

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::token::TokenKind::{Comma, Number, Open};
use chrono::{Datelike, Days, NaiveDate, Weekday};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for words in draft.sentences.iter().map(|sentence| sentence.words) {
        for place in words.places_of(phrases!["next"]) {
            let weekday = weekday(words.word(place.end));
            let is_other = words.first(place.start).last_is(words!["the"]) || has_day(words.from(place.end + 1));
            let Some(weekday) = weekday.filter(|_| !is_other) else { continue };
            let Some((first, second)) = candidates(published, weekday) else { continue };
            let span = words.slice(place.start..place.end + 1).span();
            let message = format!("\"{}\" may be {first} or {second}, published {published}: which?", draft.text(span));
            found.push(Found { places: vec![span], message });
        }
    }
}

/// The weekday that a word names in full.
fn weekday(word: &str) -> Option<Weekday> {
    word.parse().ok().filter(|_| word.len() > "Thur".len())
}

/// Whether the date of the day stands behind it: "next Saturday (March 14)".
fn has_day(next: Passage<'_>) -> bool {
    let marks = next.tokens.iter().take_while(|token| token.is_kind(&[Comma, Open])).count();
    next.tokens.get(marks).is_some_and(|token| token.kind == Number || token.is_capitalised())
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
