//! "Two decades after the mill closed in 1996, nothing has changed": years from then to publication.

use crate::check::figures::{count_at, is_on_calendar};
use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::dates::{NOW, THEN};
use crate::english::token::TokenKind;
use crate::text::value::TimeRelation;
use chrono::Datelike;

/// Most years by which so many decades are rounded.
const DECADES: f64 = 3.0;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for sentence in &draft.sentences {
        let words = sentence.words;
        let Some(after) = words.place_of(phrases!["after"]) else { continue };
        let count = words.first(after.start);
        let Some((told, slack)) = count_of(count) else { continue };
        let clause = words.from(after.end).up_to(&[TokenKind::Comma]);
        let main = words.from(after.end + clause.len() + 1);
        let is_now = main.has_word(NOW) && !main.has_word(THEN);
        let mut years = sentence.dates.iter().filter(|(_, date)| date.relation == TimeRelation::Absolute);
        let (Some((span, date)), None) = (years.next(), years.next()) else { continue };
        let is_named = span.end <= clause.span().end && is_on_calendar(date);
        let Some(from) = date.from.filter(|_| is_named && is_now) else { continue };
        let real = f64::from(published.year() - from.year());
        if (told - real).abs() > slack {
            let message = format!(
                "from {} to the day of publication are {} years, the draft says \"{}\"",
                from.year(),
                format_number(real),
                count.text()
            );
            found.push(Found { places: vec![*span], message });
        }
    }
}

/// "A decade", "Two decades", "Twelve years", with its rounding.
fn count_of(words: Passage<'_>) -> Option<(f64, f64)> {
    let [number, unit] = words.tokens else { return None };
    let count = if number.word == word!("a") { Some(1.0) } else { count_at(words, 0) }?;
    if unit.is(words!["decade", "decades"]) {
        return Some((count * 10.0, DECADES));
    }
    let slack = if count % 10.0 == 0.0 { 2.0 } else { 1.0 };
    unit.is(words!["year", "years"]).then_some((count, slack))
}
