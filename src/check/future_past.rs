//! A date after publication, told as past.

use super::{Draft, Found, dates};
use crate::value::{Precision, TimeRelation};

/// Verbs that tell that something has happened.
const PAST: &[&str] = &[
    "opened",
    "reopened",
    "died",
    "announced",
    "signed",
    "launched",
    "began",
    "closed",
    "ended",
    "voted",
    "arrived",
    "resigned",
    "happened",
    "occurred",
    "won",
    "lost",
    "met",
    "fell",
    "rose",
    "said",
    "told",
    "issued",
    "ruled",
    "published",
    "released",
    "arrested",
    "convicted",
    "sentenced",
    "approved",
    "passed",
    "completed",
    "took place",
    "struck",
    "burned",
    "sank",
    "left",
];

/// Words before such a verb that make it something to come.
const TO_COME: &[&str] = &["be", "being", "is", "are", "have", "if", "when", "once", "until", "unless", "to"];

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for (_, signals) in draft.sentences() {
        for (span, date) in dates(signals) {
            let text = draft.text(span);
            let has_year = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
            let day = date.relation == TimeRelation::Absolute
                && matches!(date.precision, Precision::Day | Precision::Month | Precision::Year);
            if !day || !has_year || date.from.is_none_or(|from| from <= published) {
                continue;
            }
            let before = draft.before(span).trim_end();
            let before = before.trim_end_matches(" on").trim_end_matches(" in").trim_end();
            let Some(verb) = PAST.iter().find(|verb| before.ends_with(&format!(" {verb}"))) else { continue };
            let earlier = before.get(..before.len() - verb.len()).unwrap_or("").trim_end();
            let last = earlier.rsplit(' ').next().unwrap_or("");
            if !TO_COME.contains(&last) {
                let message =
                    format!("\"{verb} {text}\" is told as past, and is after the day of publication, {published}");
                found.push(Found { places: vec![span], message });
            }
        }
    }
}
