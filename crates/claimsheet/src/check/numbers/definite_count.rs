//! "The 5,800 visitors" of what drew 6,200.

use crate::check::{CheckContext, Found, quantities};
use crate::signal::{Signal, Value};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};
use std::collections::BTreeMap;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    prices(draft, found);
    tolls(draft, found);
    let mut told: BTreeMap<(String, &str), (Span, f64)> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        let counts: Vec<_> = quantities(signals).into_iter().filter(|(_, one)| is_plain(one)).collect();
        let named: Vec<&str> = if counts.is_empty() { Vec::new() } else { names(draft, signals).collect() };
        for (span, one) in counts {
            let is_definite = draft.before(span).ends_with("the ") || draft.text(span).starts_with("the ");
            for name in &named {
                let key = (one.unit.to_lowercase(), *name);
                match told.get(&key) {
                    Some((other, amount)) if is_definite && *amount != one.amount => {
                        let message =
                            format!("\"{}\" and \"{}\", both of {name}", draft.text(*other), draft.text(span));
                        found.push(Found { places: vec![*other, span], message });
                        return;
                    }
                    Some(_) => {}
                    None => {
                        told.insert(key, (span, one.amount));
                    }
                }
            }
        }
    }
}

fn is_plain(one: &Quantity) -> bool {
    one.form == Form::Count
        && one.upper.is_none()
        && one.qualifier.is_none()
        && one.amount >= 100.0
        && !one.unit.is_empty()
}

/// "The $54 million bridge" of what is "a $45 million bridge" elsewhere: one price of one thing. Things
/// of which there are many (deals, loans, fines) have many prices.
fn prices(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut told: BTreeMap<(&str, &str), (Span, f64)> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            let plain = one.form == Form::Money && one.upper.is_none() && one.qualifier.is_none() && one.per.is_none();
            let before = draft.before(span);
            let is_definite = [" the ", "The ", "\nthe "].iter().any(|word| before.ends_with(word));
            let is_one = is_definite || [" a ", "A ", " its "].iter().any(|word| before.ends_with(word));
            let noun =
                draft.behind(span).trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
            if !plain || !is_one || !BUILT.contains(&noun) {
                continue;
            }
            match told.get(&(noun, one.unit.as_str())) {
                Some((other, amount)) if is_definite && differs(one.amount, *amount, one.scale) => {
                    let message =
                        format!("\"{}\" and \"{}\", both of the {noun}", draft.text(*other), draft.text(span));
                    found.push(Found { places: vec![*other, span], message });
                    return;
                }
                Some(_) => {}
                None => {
                    told.insert((noun, one.unit.as_str()), (span, one.amount));
                }
            }
        }
    }
}

/// "Of the 45 people killed in the flood", where elsewhere 42 were: a definite toll of one event.
fn tolls(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut told: BTreeMap<(&str, &str), (Span, f64)> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            let plain = one.form == Form::Count && one.upper.is_none() && one.qualifier.is_none();
            let behind = draft.behind(span).trim_start();
            let clause = behind.split(['.', ',', ';', '\n']).next().unwrap_or("");
            let Some((words, event)) = clause.split_once(" in the ").filter(|_| plain && one.unit == "people") else {
                continue;
            };
            let event = event.split_whitespace().next().unwrap_or("");
            let Some(harm) =
                HARM.iter().find(|(_, forms)| words.split_whitespace().take(3).any(|word| forms.contains(&word)))
            else {
                continue;
            };
            let is_definite = ["the", "The"].iter().any(|word| draft.before(span).trim_end().ends_with(word));
            match told.get(&(harm.0, event)) {
                Some((other, amount)) if is_definite && *amount != one.amount => {
                    let message = format!(
                        "\"{}\" and \"{}\", both {} in the {event}",
                        draft.text(*other),
                        draft.text(span),
                        harm.0
                    );
                    found.push(Found { places: vec![*other, span], message });
                    return;
                }
                Some(_) => {}
                None => {
                    told.insert((harm.0, event), (span, one.amount));
                }
            }
        }
    }
}

/// What befell people, and the words for it.
const HARM: &[(&str, &[&str])] = &[("killed", &["died", "killed", "dead"]), ("hurt", &["injured", "hurt", "wounded"])];

/// Things that are built once and have one price.
const BUILT: &[&str] = &[
    "airport", "annex", "arena", "bridge", "dam", "depot", "hospital", "jail", "library", "museum", "pier", "pipeline",
    "plant", "prison", "school", "stadium", "station", "terminal", "theater", "theatre", "tower", "tunnel",
];

/// Whether amounts differ by more than their rounding, and are near enough to be meant as one.
fn differs(one: f64, other: f64, scale: f64) -> bool {
    let off = (one - other).abs();
    off > scale * 0.5 && off <= one.max(other) * 0.5
}

/// The names of two words or more in a sentence, without "the".
fn names<'a>(draft: &CheckContext<'a>, signals: &[Signal]) -> impl Iterator<Item = &'a str> {
    let spans = signals.iter().filter(|signal| matches!(signal.value, Value::Name(_))).map(|signal| signal.span);
    let texts: Vec<&'a str> = spans.map(|span| draft.text(span)).collect();
    texts
        .into_iter()
        .map(|text| text.trim_start_matches("the ").trim_start_matches("The "))
        .filter(|text| text.contains(' '))
}
