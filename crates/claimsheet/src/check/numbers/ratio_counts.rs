//! A ratio "to one" beside the counts that it is of.

use crate::check::{CheckContext, Found, format_number};
use crate::text::value::{Form, Quantity};

/// By how much, as a share, a ratio in whole numbers is rounded.
const TOLERANCE: f64 = 0.15;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let all = &sentence.quantities;
        let ratio = all.iter().position(|(_, one)| {
            one.upper == Some(1.0) && one.amount > 1.0 && matches!(one.form, Form::Ratio | Form::Score | Form::Count)
        });
        let Some((at, (span, told))) = ratio.and_then(|at| Some((at, all.get(at)?))) else { continue };
        let others: Vec<_> = all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| one).collect();
        let plain = |one: &Quantity| one.form == Form::Count && one.upper.is_none() && one.amount > 0.0;
        let (first, second) = match others.as_slice() {
            [(_, pair)] => match pair.upper {
                Some(upper) if pair.form != Form::Percent => (pair.amount, upper),
                _ => continue,
            },
            [(_, one), (_, other)] if plain(one) && plain(other) => (one.amount, other.amount),
            _ => continue,
        };
        let real = first.max(second) / first.min(second).max(f64::MIN_POSITIVE);
        if (real / told.amount - 1.0).abs() > TOLERANCE && told.qualifier.is_none() {
            let message = format!(
                "{} to {} is {} to 1, the draft says \"{}\"",
                format_number(first),
                format_number(second),
                format_number(real),
                draft.text(*span)
            );
            let places = std::iter::once(*span).chain(others.iter().map(|(span, _)| *span)).collect();
            found.push(Found { places, message });
        }
    }
}
