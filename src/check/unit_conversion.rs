//! A measurement in two units side by side.

use super::{Draft, Found, quantities, shown};
use crate::span::Span;
use crate::value::{Form, Quantity};

/// Units by the words that name them, what they measure, and how much of its base they are. Sources:
/// NIST Special Publication 811, appendix B.
const UNITS: &[(&[&str], &str, f64)] = &[
    (&["mile", "miles", "mi"], "length", 1609.344),
    (&["kilometer", "kilometers", "kilometre", "kilometres", "km"], "length", 1000.0),
    (&["meter", "meters", "metre", "metres", "m"], "length", 1.0),
    (&["foot", "feet", "ft"], "length", 0.3048),
    (&["yard", "yards"], "length", 0.9144),
    (&["inch", "inches"], "length", 0.0254),
    (&["centimeter", "centimeters", "centimetre", "centimetres", "cm"], "length", 0.01),
    (&["pound", "pounds", "lb", "lbs"], "mass", 0.453_592_37),
    (&["kilogram", "kilograms", "kilo", "kilos", "kg"], "mass", 1.0),
    (&["ounce", "ounces", "oz"], "mass", 0.028_349_523),
    (&["gram", "grams", "g"], "mass", 0.001),
    (&["acre", "acres"], "area", 4_046.856_422_4),
    (&["hectare", "hectares", "ha"], "area", 10_000.0),
    (&["square mile", "square miles"], "area", 2_589_988.11),
    (&["square kilometer", "square kilometers", "square kilometre", "square kilometres"], "area", 1_000_000.0),
    (&["gallon", "gallons"], "volume", 3.785_411_784),
    (&["liter", "liters", "litre", "litres"], "volume", 1.0),
];

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        let all = quantities(signals);
        for (at, pair) in all.windows(2).enumerate() {
            let [(first_span, first), (second_span, second)] = pair else { continue };
            let before = at.checked_sub(1).and_then(|before| all.get(before));
            if before.is_some_and(|(span, _)| first_span.start - span.end <= 2) {
                continue;
            }
            let between = draft.text(Span::new(first_span.end, second_span.start.max(first_span.end))).trim();
            if !matches!(between, "(" | "(about" | ", or" | ", or about" | "(some") {
                continue;
            }
            let (Some(one), Some(other)) = (unit(draft, *first_span, first), unit(draft, *second_span, second)) else {
                continue;
            };
            let simple = |one: &Quantity| matches!(one.form, Form::Measure | Form::Money) && one.upper.is_none();
            if one.1 != other.1 || (one.2 - other.2).abs() < f64::EPSILON || !simple(first) || !simple(second) {
                continue;
            }
            let real = first.amount * one.2 / other.2;
            if (real - second.amount).abs() > slack(first, one.2 / other.2) + slack(second, 1.0) {
                let message = format!(
                    "{} {} are {} {}, the draft says {}",
                    shown(first.amount),
                    first.unit,
                    shown(real),
                    second.unit,
                    shown(second.amount)
                );
                found.push(Found { places: vec![*first_span, *second_span], message });
            }
        }
    }
}

/// The unit of a quantity; pounds may be of weight.
fn unit(draft: &Draft<'_>, span: Span, one: &Quantity) -> Option<(&'static [&'static str], &'static str, f64)> {
    let is_pounds = one.form == Form::Money && draft.text(span).ends_with("pounds");
    let name = if is_pounds { "pounds" } else { one.unit.as_str() };
    UNITS.iter().find(|(names, ..)| names.contains(&name)).copied()
}

/// What the rounding of the text may hide: half of the last digit that is not a zero at the end.
fn slack(quantity: &Quantity, factor: f64) -> f64 {
    let mut step = quantity.scale * 10_f64.powi(-i32::from(quantity.decimals));
    while quantity.decimals == 0 && step * 10.0 <= quantity.amount && (quantity.amount / (step * 10.0)).fract() == 0.0 {
        step *= 10.0;
    }
    step * 0.55 * factor
}
