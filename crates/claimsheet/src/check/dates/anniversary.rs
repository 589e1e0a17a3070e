//! An anniversary beside the year that it counts from.

use crate::check::{CheckContext, Found, dates, quantities};
use crate::signal::Signal;
use crate::text::span::Span;
use crate::text::value::{DateValue, Form, Precision, TimeRelation};
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
const OTHER: &[&str] = &[" when ", " had ", " was marking", " ago", " before ", " after "];

/// Verbs that tell of an anniversary that has been, perhaps in the year before.
const PAST: &[&str] = &[" turned ", " celebrated ", " marked "];

/// Words for an anniversary, with its years.
const NAMED: &[(&str, f64)] = &[
    ("sesquicentennial", 150.0),
    ("bicentennial", 200.0),
    ("bicentenary", 200.0),
    ("tercentenary", 300.0),
    ("centennial", 100.0),
    ("centenary", 100.0),
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
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
        let shift = i32::from(lower.contains(" next year")) - i32::from(lower.contains(" last year"));
        let then = published.year() + shift;
        let Some((told_span, told, slack)) = told(draft, read.span, signals) else { continue };
        let real = then - began.year();
        // "Turned 80 in May", told in March, is of the May before.
        let before = PAST.iter().any(|verb| lower.contains(verb)) && told == f64::from(real - 1);
        if (told - f64::from(real)).abs() > slack && !before {
            let message = format!(
                "from {} to {then} are {real} years, the draft says \"{}\"",
                began.year(),
                draft.text(told_span)
            );
            found.push(Found { places: vec![*span, told_span], message });
        }
    }
}

/// The years that a sentence tells, where, and by how much they are rounded: "25th anniversary",
/// "turned 80", "centenary", "is 110 years old".
fn told(draft: &CheckContext<'_>, sentence: Span, signals: &[Signal]) -> Option<(Span, f64, f64)> {
    let counted = quantities(signals).into_iter().find_map(|(span, one)| {
        let behind = draft.behind(span).trim_start();
        let text = draft.text(span);
        let before = draft.before(span).trim_end();
        let ordinal = one.form == Form::Ordinal
            && (text.ends_with("anniversary") || behind.starts_with("anniversary") || behind.starts_with("birthday"));
        let turned = one.form == Form::Count && before.ends_with(" turned") && one.amount > 1.0;
        let is_old = one.form == Form::Age && before.ends_with(" is") && one.qualifier.is_none() && one.upper.is_none();
        let slack = if one.amount % 10.0 == 0.0 { 5.0 } else { 1.0 };
        (ordinal || turned || is_old).then_some((span, one.amount, if is_old { slack } else { 0.0 }))
    });
    let named = || {
        let lower = draft.text(sentence).to_ascii_lowercase();
        NAMED.iter().find_map(|(word, years)| {
            let start = sentence.start as usize + lower.find(word)?;
            Some((Span::at(start, start + word.len()), *years, 0.0))
        })
    };
    counted.or_else(named)
}

fn is_year(date: &DateValue) -> bool {
    date.relation == TimeRelation::Absolute
        && matches!(date.precision, Precision::Year | Precision::Month | Precision::Day)
}
