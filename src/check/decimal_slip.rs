//! The same digits of the same thing in two sizes: million and billion, or a decimal mark that moved.

use super::{Draft, Found, quantities};
use crate::span::Span;
use crate::value::{Form, Quantity};
use std::collections::BTreeMap;

/// Fewest digits that make a coincidence unlikely.
const DIGITS: usize = 2;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let mut seen: BTreeMap<(String, String, String), Vec<(Span, f64)>> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            if one.form != Form::Money || one.upper.is_some() || digits(one).len() < DIGITS {
                continue;
            }
            let thing = thing(draft, span);
            if thing.is_empty() {
                continue;
            }
            let same = seen.entry((thing.clone(), one.unit.clone(), digits(one))).or_default();
            if let Some((other, _)) = same.iter().find(|(_, amount)| is_slip(one.amount, *amount)) {
                let message =
                    format!("\"{}\" here, \"{}\" there, of the same \"{thing}\"", draft.text(*other), draft.text(span));
                found.push(Found { places: vec![*other, span], message });
            }
            if same.iter().all(|(_, amount)| *amount != one.amount) {
                same.push((span, one.amount));
            }
        }
    }
}

/// Whether two amounts are a power of ten apart that a slip explains.
fn is_slip(one: f64, other: f64) -> bool {
    let ratio = one.max(other) / one.min(other).max(f64::MIN_POSITIVE);
    [10.0, 100.0, 1000.0, 1e6].iter().any(|step| (ratio / step - 1.0).abs() < 1e-9)
}

/// The digits of an amount without zeros at the end.
fn digits(one: &Quantity) -> String {
    let text = format!("{:.0}", one.amount * 100.0);
    text.trim_end_matches('0').to_owned()
}

/// What the money is: the words right behind, `in bonds`, `for buses`, `water plant`.
fn thing(draft: &Draft<'_>, span: Span) -> String {
    let behind = draft.behind(span);
    let words: Vec<&str> =
        behind.split(['.', ',', ';', ')', '\n']).next().unwrap_or("").split_whitespace().take(2).collect();
    if words.len() == 2 { words.join(" ").to_lowercase() } else { String::new() }
}
