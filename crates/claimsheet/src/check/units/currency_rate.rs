//! Two currencies side by side with the rate between them.

use crate::check::joint::Joint;
use crate::check::{CheckContext, Found, format_number, rounding};
use crate::english::passage::Passage;
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

/// Highest rate that is compared; a rate is a small number, and nothing else of that size is.
const HIGHEST: f64 = 500.0;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let all: Vec<_> = sentence
            .quantities
            .iter()
            .filter(|(_, one)| matches!(one.form, Form::Money | Form::Count | Form::Measure) && one.upper.is_none())
            .collect();
        let [(first_span, first), (second_span, second), (rate_span, rate)] = all.as_slice() else { continue };
        if !states_rate(sentence.words) {
            continue;
        }
        let joint = Joint::of(draft.between(*first_span, *second_span));
        let pair = first.form == Form::Money && second.form == Form::Money && first.unit != second.unit;
        if !pair || !matches!(joint, Some(Joint::Bracket | Joint::Or)) || !is_rate(draft, *rate_span, rate) {
            continue;
        }
        let (times, divided) = (first.amount * rate.amount, first.amount / rate.amount);
        let slack = |real: f64| {
            let of_rate = real * rounding(rate) / rate.amount;
            let of_first = real * rounding(first) / first.amount;
            let loose = if second.qualifier.is_some() { real * 0.03 } else { 0.0 };
            of_rate + of_first + rounding(second) + loose
        };
        if [times, divided].iter().all(|real| (real - second.amount).abs() > slack(*real)) {
            let near = if (times - second.amount).abs() < (divided - second.amount).abs() { times } else { divided };
            let message = format!(
                "{} {} at {} are {} {}, the draft says {}",
                format_number(first.amount),
                first.unit,
                rate.amount,
                format_number(near),
                second.unit,
                format_number(second.amount)
            );
            found.push(Found { places: vec![*first_span, *second_span, *rate_span], message });
        }
    }
}

/// Whether a sentence tells what a currency is worth: "at a rate of", "1.17 to the euro".
fn states_rate(words: Passage<'_>) -> bool {
    let mut currencies = words.places_of(phrases!["to the", "a"]).map(|place| words.from(place.end));
    words.has(phrases!["rate of"]) || currencies.any(|words| words.first_is(words!["euro", "pound", "dollar"]))
}

/// Whether a figure is a rate of exchange: small, with digits behind the mark, behind "at" or "rate of".
fn is_rate(draft: &CheckContext<'_>, span: Span, rate: &Quantity) -> bool {
    draft.preceding(span).closes_with(phrases!["rate of", "at"])
        && rate.decimals > 0
        && rate.amount > 0.0
        && rate.amount < HIGHEST
        && rate.scale <= 1.0
}
