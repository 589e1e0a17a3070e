//! "One in five, 62 of 310": a fraction beside its counts.

use super::{Draft, Found, quantities, shown};
use crate::span::Span;
use crate::value::{Form, Quantity};

/// By how much, as a share, a fraction in words is rounded.
const TOLERANCE: f64 = 0.12;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        let all = quantities(signals);
        let fractions: Vec<_> = all.iter().filter(|(_, one)| one.form == Form::Fraction).collect();
        let [(told_span, told)] = fractions.as_slice() else { continue };
        let Some(share) = share(told) else { continue };
        for pair in all.windows(2) {
            let [(part_span, part), (whole_span, whole)] = pair else { continue };
            let plain = |one: &Quantity| one.form == Form::Count && one.upper.is_none() && one.amount > 0.0;
            let between = draft.text(Span::new(part_span.end, whole_span.start.max(part_span.end))).trim();
            let is_part =
                matches!(between, "of" | "of the" | "of their" | "of its" | "out of") && part.amount < whole.amount;
            let near = part_span.start.abs_diff(told_span.end).min(told_span.start.abs_diff(whole_span.end)) <= NEAR;
            let real = part.amount / whole.amount;
            if plain(part) && plain(whole) && is_part && near && (real / share - 1.0).abs() > TOLERANCE {
                let message = format!(
                    "{} of {} is {} %, the draft says \"{}\"",
                    shown(part.amount),
                    shown(whole.amount),
                    shown(real * 100.0),
                    draft.text(*told_span)
                );
                found.push(Found { places: vec![*told_span, part_span.cover(*whole_span)], message });
            }
        }
    }
}

/// How far from its counts a fraction stands at most, in bytes.
const NEAR: u32 = 30;

/// The share that a fraction is, below one.
fn share(told: &Quantity) -> Option<f64> {
    let share = told.upper.map_or(told.amount, |upper| told.amount / upper);
    (share > 0.0 && share < 1.0).then_some(share)
}
