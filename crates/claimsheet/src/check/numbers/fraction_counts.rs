//! "One in five, 62 of 310": a fraction beside its counts.

use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

/// By how much, as a share, a fraction in words is rounded.
const TOLERANCE: f64 = 0.12;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        let all = quantities(signals);
        part_behind_whole(draft, &all, found);
        let (told, counted): (Vec<_>, Vec<_>) = all
            .iter()
            .filter(|(_, one)| one.form == Form::Fraction && one.qualifier.is_none())
            .partition(|(span, _)| !draft.text(*span).bytes().any(|byte| byte.is_ascii_digit()));
        let ([(told_span, told)], [(counts_span, counts)]) = (told.as_slice(), counted.as_slice()) else { continue };
        let (Some(share), Some(real)) = (share(told), share(counts)) else { continue };
        let gap = if told_span < counts_span {
            Span::new(told_span.end, counts_span.start.max(told_span.end))
        } else {
            Span::new(counts_span.end, told_span.start.max(counts_span.end))
        };
        let gap = draft.text(gap).trim();
        let beside = gap.len() <= NEAR && [",", ", or", "(", "—"].iter().any(|joint| gap.ends_with(joint));
        if beside && (real / share - 1.0).abs() > TOLERANCE {
            let message = format!(
                "\"{}\" is {} %, the draft says \"{}\"",
                draft.text(*counts_span),
                shown(real * 100.0),
                draft.text(*told_span)
            );
            found.push(Found { places: vec![*told_span, *counts_span], message });
        }
    }
}

/// How far from its counts a fraction stands at most, in bytes.
const NEAR: usize = 30;

/// The share that a fraction is, below one.
fn share(told: &Quantity) -> Option<f64> {
    let share = told.upper.map_or(told.amount, |upper| told.amount / upper);
    (share > 0.0 && share < 1.0).then_some(share)
}

/// "A third of the 90 boats, 45 in all": the fraction, the whole, and the part right behind.
fn part_behind_whole(draft: &CheckContext<'_>, all: &[(Span, &Quantity)], found: &mut Vec<Found>) {
    for trio in all.windows(3) {
        let [(told_span, told), (whole_span, whole), (part_span, part)] = trio else { continue };
        let gap = |one: &Span, other: &Span| draft.text(Span::new(one.end, other.start.max(one.end))).trim();
        let of = ["of the", "of", "of its", "of their", "of all"].contains(&gap(told_span, whole_span));
        let beside = [",", ", or", "(", "—", "–"].contains(&gap(whole_span, part_span));
        let ends =
            [",", ".", ")", " in all", " altogether", " —"].iter().any(|end| draft.behind(*part_span).starts_with(end));
        let plain = [whole, part].iter().all(|one| one.form == Form::Count && one.upper.is_none());
        let Some(share) = share(told).filter(|_| told.form == Form::Fraction && told.qualifier.is_none()) else {
            continue;
        };
        let real = part.amount / whole.amount.max(f64::MIN_POSITIVE);
        if of && beside && ends && plain && part.unit.is_empty() && (real / share - 1.0).abs() > TOLERANCE {
            let message = format!(
                "{} of {} is {} %, the draft says \"{}\"",
                shown(part.amount),
                shown(whole.amount),
                shown(real * 100.0),
                draft.text(*told_span)
            );
            found.push(Found { places: vec![*told_span, *part_span], message });
        }
    }
}
