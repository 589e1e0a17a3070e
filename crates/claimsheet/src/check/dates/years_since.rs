//! "Two decades after the mill closed in 1996, nothing has changed": years from then to publication.

use crate::check::numbers::number_word::number_word;
use crate::check::{CheckContext, Found, dates, shown};
use crate::text::value::{Precision, TimeRelation};
use chrono::Datelike;

/// Words of a main clause that tells how things are now.
const NOW: &[&str] = &["has", "have", "is", "are", "remains", "remain", "still", "hasn’t", "hasn't"];

/// Words of a main clause that may tell how things were then.
const THEN: &[&str] = &["was", "were", "had", "would", "did"];

/// Most years by which so many decades are rounded.
const DECADES: f64 = 3.0;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for (read, signals) in draft.sentences() {
        let sentence = draft.text(read.span);
        let Some((count, clause)) = sentence.split_once(" after ") else { continue };
        let Some((told, slack)) = count_of(count) else { continue };
        let Some((first, main)) = clause.split_once(", ") else { continue };
        let words: Vec<&str> = main.split(|letter: char| letter.is_whitespace() || letter == ',').collect();
        let is_now = words.iter().any(|word| NOW.contains(word)) && !words.iter().any(|word| THEN.contains(word));
        let clause_end = read.span.start + (count.len() + " after ".len() + first.len()) as u32;
        let years: Vec<_> =
            dates(signals).into_iter().filter(|(_, date)| date.relation == TimeRelation::Absolute).collect();
        let [(span, date)] = years.as_slice() else { continue };
        let named =
            span.end <= clause_end && matches!(date.precision, Precision::Year | Precision::Month | Precision::Day);
        let Some(from) = date.from.filter(|_| named && is_now) else { continue };
        let real = f64::from(published.year() - from.year());
        if (told - real).abs() > slack {
            let message = format!(
                "from {} to the day of publication are {} years, the draft says \"{count}\"",
                from.year(),
                shown(real)
            );
            found.push(Found { places: vec![*span], message });
        }
    }
}

/// "A decade", "Two decades", "Twelve years", with its rounding.
fn count_of(words: &str) -> Option<(f64, f64)> {
    let (number, unit) = words.split_once(' ')?;
    let count = if number == "A" { Some(1.0) } else { number_word(number) }?;
    match unit {
        "decade" | "decades" => Some((count * 10.0, DECADES)),
        "years" | "year" if count % 10.0 == 0.0 => Some((count, 2.0)),
        "years" | "year" => Some((count, 1.0)),
        _ => None,
    }
}
