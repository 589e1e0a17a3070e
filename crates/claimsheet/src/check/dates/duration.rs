//! A count of years beside the two years that it runs from and to.

use crate::check::dates::year_range::year_ranges;
use crate::check::figures::{count_at, count_before};
use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::dates::PERIOD_OF;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for words in draft.sentences.iter().map(|sentence| sentence.words) {
        for range in year_ranges(words).filter(|range| range.from < range.to) {
            let opening = words.first(range.tokens.start - 1);
            let told = before(opening, range.in_brackets).or_else(|| after(words.from(range.tokens.end)));
            let real = f64::from(range.to - range.from);
            if let Some(told) = told.filter(|told| (told - real).abs() > 1.0) {
                let message = format!(
                    "from {} to {} are {} years, the draft says {}",
                    range.from,
                    range.to,
                    format_number(real),
                    format_number(told)
                );
                found.push(Found { places: vec![words.slice(range.tokens).span()], message });
            }
        }
    }
}

/// "For 12 years, from", "for 12 years (", "10-year lease, from": the count right before the years.
fn before(words: Passage<'_>, in_brackets: bool) -> Option<f64> {
    let words = if in_brackets { words } else { words.without_closing(phrases![","])? };
    if let Some(count) = words.without_closing(phrases!["years"]) {
        let is_length = count.first(count.len().saturating_sub(1)).last_is(words!["for", "of"]);
        return count_before(count).filter(|_| is_length);
    }
    let noun = words.first(words.len().saturating_sub(1));
    count_before(noun.without_closing(phrases!["- year"])?).filter(|_| !in_brackets)
}

/// ", a period of five years," right behind the years, ", lasted six years" behind what they are set beside.
fn after(words: Passage<'_>) -> Option<f64> {
    let count = words.without_opening(PERIOD_OF)?;
    count_at(count, 0).filter(|_| count.from(1).first_is(words!["years"]))
}
