//! A fiscal period beside a calendar one.

use crate::check::figures::year_at;
use crate::check::{CheckContext, Found};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::phrase_lists::dates::FISCAL;
use std::ops::Range;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for words in draft.sentences.iter().map(|sentence| sentence.words) {
        if !words.has_word(words!["fiscal"]) {
            continue;
        }
        let (mut fiscal, mut calendar) = (None, None);
        for period in words.places_of(FISCAL) {
            let period = with_ordinal(words, period);
            let year = year_after(words.from(period.end));
            let span = words.slice(period.clone()).span();
            if year.first_is(words!["fiscal"]) || is_fiscal_before(words.first(period.start)) {
                fiscal.get_or_insert(span);
            } else if year_at(year, 0).is_some() {
                calendar.get_or_insert(span);
            }
        }
        if let (Some(fiscal), Some(calendar)) = (fiscal, calendar) {
            let message = "a fiscal period beside a calendar one: are the same months compared?".to_owned();
            found.push(Found { places: vec![fiscal.min(calendar), fiscal.max(calendar)], message });
        }
    }
}

/// "First-quarter" as one period.
fn with_ordinal(words: Passage<'_>, period: Range<usize>) -> Range<usize> {
    let before = words.first(period.start);
    let ordinal = before.without_closing(phrases!["-"]).filter(|before| ends_with_ordinal(*before));
    ordinal.map_or(period.start, |ordinal| ordinal.len() - 1)..period.end
}

/// What stands behind "of", "of the" or "of its".
fn year_after(words: Passage<'_>) -> Passage<'_> {
    let words = words.without_opening(phrases!["of"]).unwrap_or(words);
    words.without_opening(phrases!["the", "its"]).unwrap_or(words)
}

/// "Fiscal 2024’s fourth" right before "quarter".
fn is_fiscal_before(words: Passage<'_>) -> bool {
    let owner = words.first(words.len().saturating_sub(1));
    // Behind a number the apostrophe is a token of its own.
    let year = owner.without_closing(phrases!["' s", "'s"]).unwrap_or(owner);
    let before_year = year.first(year.len().saturating_sub(1));
    ends_with_ordinal(words) && year_at(year.last(1), 0).is_some() && before_year.last_is(words!["fiscal"])
}

fn ends_with_ordinal(words: Passage<'_>) -> bool {
    words.last_is(words!["first"]) || words.last_is(Class::OrdinalWord)
}
