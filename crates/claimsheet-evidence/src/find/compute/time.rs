//! Times that the draft has computed: between two clocks, or since a year.

use super::super::Draft;
use super::super::figure::agreement;
use super::super::wanted::Wanted;
use super::{LEAST, Sum, written_as};
use crate::index::Unit;
use chrono::Datelike as _;
use claimsheet::text::value::{Form, Quantity};

/// Whether the figure is hours or minutes.
pub(super) fn is_hours(quantity: &Quantity) -> bool {
    matches!(&*quantity.unit, "hour" | "hours" | "minute" | "minutes")
}

/// The time between two clock times of a sentence, where the figure is hours or minutes: "18.30 … 22.52".
pub(super) fn between_clocks<'u>(quantity: &Quantity, unit: &'u Unit) -> Option<((&'u Unit, usize), String)> {
    let minutes_each = match &*quantity.unit {
        "hour" | "hours" => 60.0,
        "minute" | "minutes" => 1.0,
        _ => return None,
    };
    let clocks: Vec<(usize, u32)> = clocks(&unit.text);
    let [(at, from), (_, to)] = clocks.as_slice() else { return None };
    let minutes = f64::from((to + 24 * 60 - from) % (24 * 60));
    let computed = written_as(quantity, minutes / minutes_each, quantity.form, &quantity.unit);
    let told = |clock: &u32| format!("{}:{:02}", clock / 60, clock % 60);
    agreement(quantity, &computed).map(|_| {
        let note = format!(
            "from {} to {} is {} h {} min",
            told(from),
            told(to),
            (minutes / 60.0).floor(),
            (minutes % 60.0).floor()
        );
        ((unit, *at), note)
    })
}

/// Clock times as `18.30` or `18:30`, in minutes, with where they begin.
fn clocks(text: &str) -> Vec<(usize, u32)> {
    let mut at = 0;
    let mut found = Vec::new();
    for word in text.split_inclusive(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '(' | ')')) {
        let plain = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        if let Some((hours, minutes)) = plain.split_once(['.', ':'])
            && minutes.len() == 2
            && let (Ok(hours), Ok(minutes)) = (hours.parse::<u32>(), minutes.parse::<u32>())
            && hours < 24
            && minutes < 60
        {
            found.push((at, hours * 60 + minutes));
        }
        at += word.len();
    }
    found
}

/// Years since a year that the backing names: an age, or how long something has been so.
pub(super) fn since_year<'u>(draft: &'u Draft<'_>, quantity: &Quantity, wanted: &Wanted) -> Vec<Sum<'u>> {
    let is_years = matches!(quantity.form, Form::Age | Form::Measure) && &*quantity.unit == "year";
    let Some(now) = draft.published.filter(|_| is_years && quantity.amount >= 5.0).map(|day| day.year()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let before = of_before(draft);
    for unit in draft.index.units.iter().filter(|unit| !unit.dates.is_empty()) {
        for (at, end, date) in &unit.dates {
            let Some(year) = date.from.map(|day| day.year()) else { continue };
            let computed = written_as(quantity, f64::from(now - year), quantity.form, &quantity.unit);
            if agreement(quantity, &computed).is_none() {
                continue;
            }
            let of_before = before.as_ref().map_or(0.0, |before| draft.overlap(before, unit, None));
            let overlap = draft.overlap(wanted, unit, Some(*at)).max(of_before);
            if overlap >= LEAST || draft.is_beside(wanted, unit, *at) {
                let said = unit.text.get(*at..*end).unwrap_or("");
                let note = format!("from {said} to {now} is {}", now - year);
                found.push(Sum::at(overlap, (unit, *at), note));
            }
        }
    }
    found
}

/// What the claim before speaks of: "It was built in 1880" is about what stood there.
fn of_before(draft: &Draft<'_>) -> Option<Wanted> {
    let starts_with_pronoun = crate::terms::words(&draft.claim.text)
        .next()
        .is_some_and(|(_, first)| matches!(first, "It" | "They" | "He" | "She" | "That" | "This"));
    starts_with_pronoun.then(|| Wanted::of_text(draft, &draft.before))
}
