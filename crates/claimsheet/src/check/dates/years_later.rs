//! "In 2017 and, three years later, in 2021": a count of years between two years.

use crate::check::figures::{count_before, has_year, is_on_calendar};
use crate::check::{CheckContext, CheckedSentence, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::dates::LATER;
use crate::text::span::Span;
use chrono::Datelike;

/// Most tokens between "later" and the second year: ", in".
const GAP: usize = 2;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let mut years =
            sentence.dates.iter().filter(|(span, date)| is_on_calendar(date) && has_year(draft.passage(*span)));
        let (Some((first_span, first)), Some((second_span, second)), None) = (years.next(), years.next(), years.next())
        else {
            continue;
        };
        let (Some(from), Some(to)) = (first.from, second.from) else { continue };
        let words = sentence.words;
        let Some(later) = words.place_of(LATER) else { continue };
        let span = words.slice(later.clone()).span();
        let is_between = first_span.end < span.end
            && span.end <= second_span.start
            && draft.between(span, *second_span).len() <= GAP;
        let Some(told) = years_told(sentence, words.first(later.start + 1)).filter(|_| is_between) else { continue };
        let real = f64::from((to.year() - from.year()).abs());
        if (told - real).abs() > 1.0 {
            let message = format!(
                "from {} to {} are {} years, the draft says {}",
                from.year(),
                to.year(),
                format_number(real),
                format_number(told)
            );
            found.push(Found { places: vec![*first_span, *second_span], message });
        }
    }
}

/// The years of "six years", "half a century", "two decades", with which a passage ends.
fn years_told(sentence: &CheckedSentence<'_>, words: Passage<'_>) -> Option<f64> {
    let unit = match words.tokens.last()? {
        unit if unit.is(words!["decade", "decades"]) => 10.0,
        unit if unit.is(words!["century"]) => 100.0,
        _ => 1.0,
    };
    let count = words.first(words.len() - 1);
    let is_within = |span: Span| span.overlaps(count.last(1).span());
    let figure = || sentence.quantities.iter().find(|(span, one)| is_within(*span) && one.upper.is_none());
    let spelt = match () {
        () if count.closes_with(phrases!["half a"]) => Some(0.5),
        () if count.last_is(words!["a"]) => Some(1.0),
        () => count_before(count),
    };
    spelt.map(|count| count * unit).or_else(|| figure().map(|(_, one)| one.amount))
}
