//! "Three days later, on March 9": a count of days, weeks or months between two dates.

use crate::check::figures::{count_at, is_rough};
use crate::check::{CheckContext, Found, format_number};
use crate::text::span::Span;
use crate::text::value::{DateValue, Precision, TimeRelation};
use crate::text::word_id::WordId;
use chrono::NaiveDate;

/// Units with their days, and how many days more or less are within their rounding.
const UNITS: &[(&[WordId], f64, f64)] =
    &[(words!["day", "days"], 1.0, 1.0), (words!["week", "weeks"], 7.0, 3.0), (words!["month", "months"], 30.44, 20.0)];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut earlier: Option<(Span, NaiveDate)> = None;
    for sentence in &draft.sentences {
        let mut latest = None;
        for (span, date) in sentence.dates.iter().filter(|(_, date)| is_day(date)) {
            let Some(day) = date.from else { continue };
            if let (Some((before, start)), Some(told)) = (latest.or(earlier), Told::before(draft, *span)) {
                let real = (day - start).num_days() as f64;
                if (real - told.days).abs() > told.slack {
                    let message = format!(
                        "from \"{}\" to \"{}\" are {} days, the draft says {}",
                        draft.text(before),
                        draft.text(*span),
                        format_number(real),
                        told.words
                    );
                    found.push(Found { places: vec![before, *span], message });
                }
            }
            latest = Some((*span, day));
        }
        earlier = latest;
    }
}

/// What a draft says of the time between two days.
struct Told<'a> {
    days: f64,
    slack: f64,
    words: &'a str,
}

impl<'a> Told<'a> {
    /// "three days later, on" right before a date.
    fn before(draft: &CheckContext<'a>, date: Span) -> Option<Self> {
        let before = draft.before_date(date);
        let later = before.without_closing(phrases![","]).unwrap_or(before);
        let words = later.without_closing(phrases!["later"])?;
        let start = words.len().checked_sub(2)?;
        let unit = words.tokens.last()?;
        let (_, days, slack) = UNITS.get(UNITS.iter().position(|(names, ..)| unit.is(*names))?)?;
        let count = count_at(words, start).filter(|_| !is_rough(words.first(start)))?;
        let slack = if *slack > 1.0 { *slack } else { slack.min(count - 0.5) };
        Some(Self { days: count * days, slack, words: later.from(start).text() })
    }
}

fn is_day(date: &DateValue) -> bool {
    date.precision == Precision::Day && matches!(date.relation, TimeRelation::Absolute | TimeRelation::Partial)
}
