//! An anniversary beside the year that it counts from.

use super::{Draft, Found, dates, quantities};
use crate::value::{DateValue, Form, Precision, TimeRelation};
use chrono::Datelike;

/// Words before a year from which an anniversary counts.
const BEGAN: &[&str] = &[
    "opened",
    "founded",
    "established",
    "married",
    "began",
    "started",
    "launched",
    "built",
    "created",
    "born",
    "formed",
];

/// Words that put the anniversary into another year.
const OTHER: &[&str] = &[" next year", " last year", " when ", " had ", " was marking", " ago", " before ", " after "];

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for (read, signals) in draft.sentences() {
        let lower = draft.text(read.span).to_lowercase();
        let years: Vec<_> = dates(signals).into_iter().filter(|(_, date)| is_year(date)).collect();
        let [(span, year)] = years.as_slice() else { continue };
        let before = draft.before(*span).trim_end().trim_end_matches(" in").trim_end_matches(" on");
        let Some(began) = year.from.filter(|_| BEGAN.iter().any(|word| before.ends_with(word))) else { continue };
        if OTHER.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let told = quantities(signals).into_iter().find(|(span, one)| {
            let behind = draft.behind(*span).trim_start();
            let text = draft.text(*span);
            let ordinal = one.form == Form::Ordinal
                && (text.ends_with("anniversary")
                    || behind.starts_with("anniversary")
                    || behind.starts_with("birthday"));
            let before = draft.before(*span).trim_end();
            ordinal || one.form == Form::Count && before.ends_with(" turned") && one.amount > 1.0
        });
        let Some((told_span, told)) = told else { continue };
        let real = published.year() - began.year();
        if told.amount != f64::from(real) {
            let message = format!(
                "from {} to {} are {real} years, the draft says \"{}\"",
                began.year(),
                published.year(),
                draft.text(told_span)
            );
            found.push(Found { places: vec![*span, told_span], message });
        }
    }
}

fn is_year(date: &DateValue) -> bool {
    date.relation == TimeRelation::Absolute
        && matches!(date.precision, Precision::Year | Precision::Month | Precision::Day)
}
