//! A fiscal period beside a calendar one.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;

/// Words for a part of a year.
const PERIODS: &[&str] =
    &["first-quarter", "second-quarter", "third-quarter", "fourth-quarter", "quarter", "half", "q1", "q2", "q3", "q4"];

/// "Fiscal 2024’s fourth" right before "quarter".
fn is_fiscal_before(before: &str) -> bool {
    let mut words = before.rsplit(' ');
    let ordinal = words.next().is_some_and(|word| ["first", "second", "third", "fourth"].contains(&word));
    let year = words.next().is_some_and(|word| word.starts_with("20") || word.starts_with("19"));
    ordinal && year && words.next() == Some("fiscal")
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        if !["fiscal", "Fiscal"].iter().any(|word| draft.text(read.span).contains(word)) {
            continue;
        }
        let lower = draft.text(read.span).to_ascii_lowercase();
        let (mut fiscal, mut calendar) = (None, None);
        for period in PERIODS {
            for (at, _) in lower.match_indices(period) {
                let behind = lower.get(at + period.len()..).unwrap_or("").trim_start();
                let behind = behind.strip_prefix("of ").unwrap_or(behind);
                let behind = ["the ", "its "].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
                let before = lower.get(..at).unwrap_or("").trim_end();
                if behind.starts_with("fiscal") || is_fiscal_before(before) {
                    fiscal.get_or_insert((at, period.len()));
                } else if behind.starts_with("20") || behind.starts_with("19") {
                    calendar.get_or_insert((at, period.len()));
                }
            }
        }
        if let (Some(fiscal), Some(calendar)) = (fiscal, calendar) {
            let place = |(at, length): (usize, usize)| {
                let start = read.span.start as usize + at;
                Span::at(start, start + length)
            };
            let message = "a fiscal period beside a calendar one: are the same months compared?".to_owned();
            found.push(Found { places: vec![place(fiscal.min(calendar)), place(fiscal.max(calendar))], message });
        }
    }
}
