//! The figures and dates of a sentence, and numbers as a person writes them.

use crate::signal::{Signal, Value};
use crate::text::span::Span;
use crate::text::value::{DateValue, Quantity};

/// The quantities among signals, in the order of the text.
pub(crate) fn quantities(signals: &[Signal]) -> Vec<(Span, &Quantity)> {
    let mut found: Vec<(Span, &Quantity)> = signals
        .iter()
        .filter_map(|signal| match &signal.value {
            Value::Quantity(quantity) => Some((signal.span, &**quantity)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// The dates among signals, in the order of the text.
pub(crate) fn dates(signals: &[Signal]) -> Vec<(Span, &DateValue)> {
    let mut found: Vec<(Span, &DateValue)> = signals
        .iter()
        .filter_map(|signal| match &signal.value {
            Value::Date(date) => Some((signal.span, &**date)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// A number as a person writes it: thousands apart, up to two digits behind the mark, no zeros at the
/// end.
pub(crate) fn shown(number: f64) -> String {
    let text = format!("{number:.2}");
    let (whole, behind) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole.trim_start_matches('-');
    let mut apart = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            apart.push(',');
        }
        apart.push(digit);
    }
    let sign = if number < 0.0 { "-" } else { "" };
    format!("{sign}{apart}.{behind}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Half of the last digit that a quantity's text gives, in its own unit: what its rounding hides.
pub(crate) fn rounding(quantity: &Quantity) -> f64 {
    quantity.scale * 0.5 * 10_f64.powi(-i32::from(quantity.decimals))
}
