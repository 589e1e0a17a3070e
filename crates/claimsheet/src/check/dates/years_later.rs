//! "In 2017 and, three years later, in 2021": a count of years between two years.

use crate::check::numbers::number_word::number_word;
use crate::check::{CheckContext, Found, dates, quantities, shown};
use crate::signal::{Signal, Value};
use crate::text::span::Span;
use crate::text::value::{DateValue, Precision, TimeRelation};
use chrono::Datelike;

/// Words for a count of years.
const SPANS: &[(&str, f64)] = &[
    ("a decade", 10.0),
    ("two decades", 20.0),
    ("three decades", 30.0),
    ("a century", 100.0),
    ("half a century", 50.0),
    ("a year", 1.0),
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let has_year =
            |span: Span| draft.text(span).as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
        let years: Vec<_> =
            dates(signals).into_iter().filter(|(span, date)| is_year(date) && has_year(*span)).collect();
        let [(first_span, first), (second_span, second)] = years.as_slice() else { continue };
        let (Some(from), Some(to)) = (first.from, second.from) else { continue };
        let sentence = draft.text(read.span);
        let Some((at, length)) = ["years later", "decade later", "decades later", "century later", "year later"]
            .iter()
            .find_map(|words| Some((sentence.find(words)?, words.len())))
        else {
            continue;
        };
        let end = read.span.start + (at + length) as u32;
        let between = first_span.end < end && end <= second_span.start && second_span.start - end <= 6;
        let Some(told) = count(draft, signals, read.span.start + at as u32).filter(|_| between) else { continue };
        let real = f64::from((to.year() - from.year()).abs());
        if (told - real).abs() > 1.0 {
            let message = format!(
                "from {} to {} are {} years, the draft says {}",
                from.year(),
                to.year(),
                shown(real),
                shown(told)
            );
            found.push(Found { places: vec![*first_span, *second_span], message });
        }
    }
}

/// The count that ends right before, or with, the word at `at`.
fn count(draft: &CheckContext<'_>, signals: &[Signal], at: u32) -> Option<f64> {
    let before = draft.before(Span::new(at, at));
    let words = SPANS.iter().rev().find(|(words, _)| {
        let number = words.rsplit_once(' ').map_or("", |(number, _)| number);
        let unit = words.rsplit(' ').next().unwrap_or("");
        before.trim_end().to_lowercase().ends_with(number) && draft.behind(Span::new(at, at)).starts_with(unit)
    });
    let quantity = quantities(signals)
        .into_iter()
        .find(|(span, one)| span.start < at && at <= span.end + 1 && one.upper.is_none());
    let length = signals
        .iter()
        .any(|signal| matches!(signal.value, Value::Date(_)) && signal.span.start < at && at <= signal.span.end);
    let spelt = || {
        let word = before.trim_end().rsplit([' ', ',']).next().unwrap_or("").to_lowercase();
        number_word(&word)
    };
    let words = words.map(|(_, years)| *years);
    words.or_else(|| quantity.map(|(_, one)| one.amount)).or_else(|| spelt().filter(|_| length || words.is_none()))
}

fn is_year(date: &DateValue) -> bool {
    date.relation == TimeRelation::Absolute
        && matches!(date.precision, Precision::Year | Precision::Month | Precision::Day)
}
