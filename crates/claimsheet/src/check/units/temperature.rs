//! A temperature in two scales side by side.

use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::span::Span;
use crate::text::value::Quantity;

/// What the rounding of a whole degree may hide, in degrees Celsius.
const SLACK: f64 = 1.01;

/// Whether degrees may be rounded to a step.
fn is_even(degrees: f64, step: f64) -> bool {
    degrees != 0.0 && degrees % step == 0.0
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        for pair in quantities(signals).windows(2) {
            let [(first_span, first), (second_span, second)] = pair else { continue };
            let between = draft.text(Span::new(first_span.end, second_span.start.max(first_span.end)));
            let joint = between.trim().trim_end_matches("minus").trim_end_matches(['-', '−']).trim_end();
            let joint = joint.rsplit("Fahrenheit").next().unwrap_or("").rsplit("Celsius").next().unwrap_or("").trim();
            if !matches!(joint, "(" | ", or" | "(about") || first.upper.is_some() || second.upper.is_some() {
                continue;
            }
            let (Some(one), Some(other)) = (scale(draft, *first_span, first), scale(draft, *second_span, second))
            else {
                continue;
            };
            if one == other {
                continue;
            }
            let (first_told, second_told) = (signed(draft, *first_span, first), signed(draft, *second_span, second));
            let real = if one == 'F' { (first_told - 32.0) / 1.8 } else { first_told * 1.8 + 32.0 };
            let slack = if one == 'F' { SLACK } else { SLACK * 1.8 };
            // Where both are tens or fives, each may be rounded to them.
            let rounded =
                [10.0, 5.0].into_iter().find(|step| is_even(first_told, *step) && is_even(second_told, *step));
            let slack = rounded.map_or(slack, |step| slack.max(step / 2.0));
            if (real - second_told).abs() > slack {
                let names = |scale: char| if scale == 'F' { "°F" } else { "°C" };
                let message = format!(
                    "{} {} are {} {}, the draft says {}",
                    shown(first_told),
                    names(one),
                    shown(real),
                    names(other),
                    shown(second_told)
                );
                found.push(Found { places: vec![*first_span, *second_span], message });
            }
        }
    }
}

/// `F` or `C`, from the unit, the words of the quantity, or those behind it.
fn scale(draft: &CheckContext<'_>, span: Span, one: &Quantity) -> Option<char> {
    let behind: String = draft.behind(span).chars().take(20).collect();
    let near = format!("{} {} {behind}", one.unit, draft.text(span));
    let (fahrenheit, celsius) = (near.find("Fahrenheit").or(near.find("°F")), near.find("Celsius").or(near.find("°C")));
    match (fahrenheit, celsius) {
        (Some(one), Some(other)) => Some(if one < other { 'F' } else { 'C' }),
        (Some(_), None) => Some('F'),
        (None, Some(_)) => Some('C'),
        (None, None) => None,
    }
}

/// The number with the sign that stands before it or in it.
fn signed(draft: &CheckContext<'_>, span: Span, one: &Quantity) -> f64 {
    let before = draft.before(span).trim_end();
    let is_below = ["minus", "−"].iter().any(|sign| before.ends_with(sign) || draft.text(span).starts_with(sign))
        || before.ends_with("(-")
        || draft.text(span).starts_with('-');
    if is_below && one.amount > 0.0 { -one.amount } else { one.amount }
}
