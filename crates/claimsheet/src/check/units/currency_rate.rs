//! Two currencies side by side with the rate between them.

use crate::check::{CheckContext, Found, quantities, rounding, shown};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

/// Words of a sentence that states a rate.
const RATE: &[&str] = &["rate of", "to the euro", "to the pound", "to the dollar", "a euro", "a pound", "a dollar"];

/// Highest rate that is compared; a rate is a small number, and nothing else of that size is.
const HIGHEST: f64 = 500.0;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let all: Vec<_> = quantities(signals)
            .into_iter()
            .filter(|(_, one)| matches!(one.form, Form::Money | Form::Count | Form::Measure) && one.upper.is_none())
            .collect();
        let [(first_span, first), (second_span, second), (rate_span, rate)] = all.as_slice() else { continue };
        let sentence = draft.text(read.span);
        if !RATE.iter().any(|words| sentence.contains(words)) {
            continue;
        }
        let between = draft.text(Span::new(first_span.end, second_span.start.max(first_span.end))).trim();
        let pair = first.form == Form::Money && second.form == Form::Money && first.unit != second.unit;
        if !pair || !matches!(between, "(" | ", or" | "(about" | ", or about") || !is_rate(draft, *rate_span, rate) {
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
                shown(first.amount),
                first.unit,
                rate.amount,
                shown(near),
                second.unit,
                shown(second.amount)
            );
            found.push(Found { places: vec![*first_span, *second_span, *rate_span], message });
        }
    }
}

/// Whether a figure is a rate of exchange: small, with digits behind the mark, behind "at" or "rate of".
fn is_rate(draft: &CheckContext<'_>, span: Span, rate: &Quantity) -> bool {
    let before = draft.before(span).trim_end();
    (before.ends_with("rate of") || before.ends_with(" at"))
        && rate.decimals > 0
        && rate.amount > 0.0
        && rate.amount < HIGHEST
        && rate.scale <= 1.0
}
