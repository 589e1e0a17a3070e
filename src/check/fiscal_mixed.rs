//! A fiscal period beside a calendar one.

use super::{Draft, Found};
use crate::span::Span;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let lower = draft.text(read.span).to_ascii_lowercase();
        let mut fiscal = None;
        let mut calendar = None;
        for (at, _) in lower.match_indices("quarter of ").chain(lower.match_indices("half of ")) {
            let behind = lower.get(at..).unwrap_or("").split_once(" of ").map_or("", |(_, behind)| behind);
            if behind.starts_with("fiscal") || behind.starts_with("the fiscal") || behind.starts_with("its fiscal") {
                fiscal.get_or_insert(at);
            } else if behind.starts_with("20") || behind.starts_with("19") {
                calendar.get_or_insert(at);
            }
        }
        if let (Some(fiscal), Some(calendar)) = (fiscal, calendar) {
            let place = |at: usize| {
                let start = read.span.start + at as u32;
                Span::new(start, start + "quarter of".len() as u32)
            };
            let message = "a fiscal period beside a calendar one: are the same months compared?".to_owned();
            found.push(Found { places: vec![place(fiscal.min(calendar)), place(fiscal.max(calendar))], message });
        }
    }
}
