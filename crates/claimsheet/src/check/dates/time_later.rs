//! "Three days later, on March 9": a count of days, weeks or months between two dates.

use crate::check::numbers::number_word::number_word;
use crate::check::{CheckContext, Found, dates, shown};
use crate::text::span::Span;
use crate::text::value::{DateValue, Precision, TimeRelation};
use chrono::NaiveDate;

/// Units with their days, and how many days more or less are within their rounding.
const UNITS: &[(&str, f64, f64)] = &[
    ("day", 1.0, 1.0),
    ("days", 1.0, 1.0),
    ("week", 7.0, 3.0),
    ("weeks", 7.0, 3.0),
    ("month", 30.44, 20.0),
    ("months", 30.44, 20.0),
];

/// Words before the count that make it a rough one.
const ROUGH: &[&str] = &["about", "around", "nearly", "almost", "some", "roughly", "over", "than", "least"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut earlier: Option<(Span, NaiveDate)> = None;
    for (_, signals) in draft.sentences() {
        let mut latest = None;
        for (span, date) in dates(signals).into_iter().filter(|(_, date)| is_day(date)) {
            let Some(day) = date.from else { continue };
            if let (Some((before, start)), Some(told)) = (latest.or(earlier), told(draft, span)) {
                let real = (day - start).num_days() as f64;
                if (real - told.days).abs() > told.slack {
                    let message = format!(
                        "from \"{}\" to \"{}\" are {} days, the draft says {}",
                        draft.text(before),
                        draft.text(span),
                        shown(real),
                        told.words
                    );
                    found.push(Found { places: vec![before, span], message });
                }
            }
            latest = Some((span, day));
        }
        earlier = latest;
    }
}

/// What a draft says of the time between two days.
struct AttributedBlocks<'a> {
    days: f64,
    slack: f64,
    words: &'a str,
}

/// "three days later, on" right before a date.
fn told<'a>(draft: &CheckContext<'a>, date: Span) -> Option<AttributedBlocks<'a>> {
    let before = draft.before(date).trim_end();
    let before = before.strip_suffix(" on").unwrap_or(before).trim_end_matches(',');
    let words = before.strip_suffix(" later")?;
    let mut last = words.rsplitn(4, [' ', '\n']);
    let (unit, number) = (last.next()?, last.next()?);
    let (_, days, slack) = *UNITS.iter().find(|(name, ..)| *name == unit)?;
    if ROUGH.contains(&last.next().unwrap_or("").to_lowercase().as_str()) {
        return None;
    }
    let count = number_word(number)?;
    let start = words.len() - unit.len() - number.len() - 1;
    let slack = if slack > 1.0 { slack } else { slack.min(count - 0.5) };
    Some(AttributedBlocks { days: count * days, slack, words: before.get(start..)? })
}

fn is_day(date: &DateValue) -> bool {
    date.precision == Precision::Day && matches!(date.relation, TimeRelation::Absolute | TimeRelation::Partial)
}
