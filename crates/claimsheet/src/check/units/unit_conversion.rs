//! A measurement in two units side by side.

use crate::check::joint::Joint;
use crate::check::units::measure::{Unit, conversions, unit_of};
use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::numbers::AFTER_MEASURE;
use crate::text::span::Span;
use crate::text::value::{Form, Qualifier, Quantity};

/// How far, as a share, the zeros at the end of a figure may hide its rounding: 10 may stand for 9.5,
/// not for 6.
const ROUND: f64 = 0.05;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let all = measurements(draft, &sentence.quantities);
        for pair in all.windows(2) {
            let [one, other] = pair else { continue };
            let same = one.unit.dimension == other.unit.dimension && one.unit != other.unit;
            if !same
                || !is_joint(draft.between(one.span, other.span))
                || fits(one, other)
                || one.upper.is_some() != other.upper.is_some()
            {
                continue;
            }
            let Some(factor) = conversions(one.unit, other.unit).next() else { continue };
            let message = format!(
                "{} are {} {}, the draft says {}",
                draft.text(one.span),
                ends(one.amount * factor, one.upper.map(|upper| upper * factor)),
                other.name,
                ends(other.amount, other.upper)
            );
            found.push(Found { places: vec![one.span, other.span], message });
        }
    }
}

/// A measurement, or both ends of a range.
fn ends(low: f64, high: Option<f64>) -> String {
    high.map_or_else(|| format_number(low), |high| format!("{} to {}", format_number(low), format_number(high)))
}

/// A quantity with a known unit; feet and inches are one.
struct Measurement {
    span: Span,
    amount: f64,
    /// The other end of a range.
    upper: Option<f64>,
    unit: &'static Unit,
    name: String,
    /// What the rounding of the text may hide, in its unit.
    slack: f64,
    /// The same of the upper end.
    upper_slack: f64,
}

fn measurements(draft: &CheckContext<'_>, all: &[(Span, &Quantity)]) -> Vec<Measurement> {
    let mut found: Vec<Measurement> = Vec::new();
    for (span, one) in all {
        let is_pounds = one.form == Form::Money && draft.passage(*span).last_is(words!["pound", "pounds"]);
        let name = if is_pounds { "pounds" } else { one.unit.as_str() };
        let simple = matches!(one.form, Form::Measure | Form::Count | Form::Money);
        let Some(unit) = unit_of(one, name).filter(|_| simple) else { continue };
        let slack_of = |amount: f64| slack(one, amount);
        let slack = slack_of(one.amount);
        let is_single = |last: &Measurement| last.upper.is_none() && one.upper.is_none();
        match found
            .last_mut()
            .filter(|last| is_single(last) && last.span.end + 1 == span.start && last.unit.dimension == unit.dimension)
        {
            Some(last) => {
                let factor = conversions(unit, last.unit).next().unwrap_or(0.0);
                last.amount += one.amount * factor;
                last.slack = slack * factor;
                last.span = last.span.cover(*span);
            }
            None => found.push(Measurement {
                span: *span,
                amount: one.amount,
                upper: one.upper,
                unit,
                name: name.to_owned(),
                slack,
                upper_slack: one.upper.map_or(0.0, slack_of),
            }),
        }
    }
    found
}

/// Whether one is the other's conversion, rounded as both are written.
fn fits(one: &Measurement, other: &Measurement) -> bool {
    conversions(one.unit, other.unit).any(|factor| {
        let upper_fits = one
            .upper
            .zip(other.upper)
            .is_none_or(|(upper, told)| (upper * factor - told).abs() <= one.upper_slack * factor + other.upper_slack);
        upper_fits && (one.amount * factor - other.amount).abs() <= one.slack * factor + other.slack
    })
}

/// Whether a conversion may stand behind such words: "(", "long, or about".
fn is_joint(between: Passage<'_>) -> bool {
    let joint = Joint::at_end(between).filter(|(joint, _)| *joint != Joint::Comma);
    joint.is_some_and(|(_, words)| words.tokens.iter().all(|token| token.is(AFTER_MEASURE)))
}

/// Half of the last digit of an amount as a quantity is written, or of the zeros at its end as far as [`ROUND`] lets
/// them.
fn slack(quantity: &Quantity, amount: f64) -> f64 {
    let step = quantity.scale * 10_f64.powi(-i32::from(quantity.decimals));
    let mut zeros = step;
    while quantity.decimals == 0 && zeros * 10.0 <= amount && (amount / (zeros * 10.0)).fract() == 0.0 {
        zeros *= 10.0;
    }
    let rough = matches!(quantity.qualifier, Some(Qualifier::About | Qualifier::Under | Qualifier::AtLeast));
    let share = if rough { 2.0 * ROUND } else { ROUND } * amount;
    (step * 0.55).max((zeros * 0.55).min(share)).max(if rough { share } else { 0.0 })
}
