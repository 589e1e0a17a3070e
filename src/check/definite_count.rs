//! "The 5,800 visitors" of what drew 6,200.

use super::{Draft, Found, quantities};
use crate::signal::{Signal, Value};
use crate::span::Span;
use crate::value::{Form, Quantity};
use std::collections::BTreeMap;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let mut told: BTreeMap<(String, &str), (Span, f64)> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        let named: Vec<&str> = names(draft, signals).collect();
        for (span, one) in quantities(signals).into_iter().filter(|(_, one)| is_plain(one)) {
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

/// The names of two words or more in a sentence, without "the".
fn names<'a>(draft: &Draft<'a>, signals: &[Signal]) -> impl Iterator<Item = &'a str> {
    let spans = signals.iter().filter(|signal| matches!(signal.value, Value::Name(_))).map(|signal| signal.span);
    let texts: Vec<&'a str> = spans.map(|span| draft.text(span)).collect();
    texts
        .into_iter()
        .map(|text| text.trim_start_matches("the ").trim_start_matches("The "))
        .filter(|text| text.contains(' '))
}
