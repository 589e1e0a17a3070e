//! "One in five, 62 of 310": a fraction beside its counts.

use crate::check::figures::is_of;
use crate::check::joint::Joint;
use crate::check::{CheckContext, Found, format_number, rounding};
use crate::english::passage::Passage;
use crate::english::token::TokenKind::{self, Close, Comma, Dash, Period};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

/// By how much, as a share, a fraction in words is rounded.
const TOLERANCE: f64 = 0.12;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        part_after_whole(draft, &sentence.quantities, found);
        let (counted, told): (Vec<_>, Vec<_>) = sentence
            .quantities
            .iter()
            .filter(|(_, one)| one.form == Form::Fraction && one.qualifier.is_none())
            .partition(|(span, _)| draft.passage(*span).has_kind(&[TokenKind::Number]));
        percent_of_counts(draft, &sentence.quantities, &counted, found);
        percent_behind_part(draft, &sentence.quantities, found);
        let ([(told_span, told)], [(counts_span, counts)]) = (told.as_slice(), counted.as_slice()) else { continue };
        let (Some(share), Some(real)) = (share(told), share(counts)) else { continue };
        let (first, second) = (told_span.min(counts_span), told_span.max(counts_span));
        if is_beside(draft, *first, *second) && (real / share - 1.0).abs() > TOLERANCE {
            let message = format!(
                "\"{}\" is {} %, the draft says \"{}\"",
                draft.text(*counts_span),
                format_number(real * 100.0),
                draft.text(*told_span)
            );
            found.push(Found { places: vec![*told_span, *counts_span], message });
        }
    }
}

/// "12 of the 48 pumps, or 30 percent": a percentage right beside its counts.
fn percent_of_counts(
    draft: &CheckContext<'_>,
    all: &[(Span, &Quantity)],
    counted: &[&(Span, &Quantity)],
    found: &mut Vec<Found>,
) {
    let percents: Vec<_> = all.iter().filter(|(_, one)| is_plain_percent(one)).collect();
    let ([(told_span, told)], [(counts_span, counts)]) = (percents.as_slice(), counted) else { return };
    let Some(real) = share(counts).map(|share| share * 100.0) else { return };
    let (first, second) = (told_span.min(counts_span), told_span.max(counts_span));
    let gap = draft.between(*first, *second);
    let says_again = Joint::at_end(gap).is_some_and(|(joint, _)| matches!(joint, Joint::Or | Joint::Bracket));
    if says_again && gap.word_count() <= APART && differs(real, told) {
        found.push(disagreement(draft, *told_span, *counts_span, draft.text(*counts_span), real));
    }
}

/// "Of 400 homes, 100, or 40 percent, had no boiler": the whole, a part, and the percentage right behind the part.
fn percent_behind_part(draft: &CheckContext<'_>, all: &[(Span, &Quantity)], found: &mut Vec<Found>) {
    for trio in all.windows(3) {
        let [(whole_span, whole), (part_span, part), (told_span, told)] = trio else { continue };
        let is_count = |one: &Quantity| one.form == Form::Count && one.upper.is_none() && one.qualifier.is_none();
        let is_said_again = Joint::of(draft.between(*part_span, *told_span))
            .is_some_and(|joint| matches!(joint, Joint::Or | Joint::Bracket));
        let is_part = draft.preceding(*whole_span).since(&[Dash]).last_is(words!["of"])
            && draft.between(*whole_span, *part_span).last(1).has_kind(&[Comma]);
        if !(is_count(whole) && is_count(part) && is_plain_percent(told) && is_said_again && is_part) {
            continue;
        }
        let real = part.amount / whole.amount.max(f64::MIN_POSITIVE) * 100.0;
        if real <= 100.0 && differs(real, told) {
            let counts = format!("{} of {}", format_number(part.amount), format_number(whole.amount));
            found.push(disagreement(draft, *told_span, *part_span, &counts, real));
        }
    }
}

/// Most words between counts and the percentage that says them again: "12 of the 48 pumps worked, or".
const APART: usize = 5;

/// By how many points a percentage of counts may be rounded, beyond its last digit.
const POINTS: f64 = 0.5;

fn is_plain_percent(one: &Quantity) -> bool {
    one.form == Form::Percent && one.upper.is_none() && one.qualifier.is_none()
}

fn differs(real: f64, told: &Quantity) -> bool {
    (real - told.amount).abs() > rounding(told) + POINTS
}

fn disagreement(draft: &CheckContext<'_>, told_span: Span, place: Span, counts: &str, real: f64) -> Found {
    let message = format!("\"{counts}\" is {} %, the draft says \"{}\"", format_number(real), draft.text(told_span));
    Found { places: vec![told_span, place], message }
}

/// How far from its counts a fraction stands at most, in bytes.
const NEAR: usize = 30;

/// The share that a fraction is, below one.
fn share(told: &Quantity) -> Option<f64> {
    let share = told.upper.map_or(told.amount, |upper| told.amount / upper);
    (share > 0.0 && share < 1.0).then_some(share)
}

/// Whether the second of two figures says the first again: "(", ", or".
fn is_beside(draft: &CheckContext<'_>, first: Span, second: Span) -> bool {
    let gap = draft.between(first, second);
    gap.span().len() <= NEAR && Joint::at_end(gap).is_some_and(|(joint, _)| joint != Joint::Slash)
}

/// "A third of the 90 boats, 45 in all": the fraction, the whole, and the part right behind.
fn part_after_whole(draft: &CheckContext<'_>, all: &[(Span, &Quantity)], found: &mut Vec<Found>) {
    for trio in all.windows(3) {
        let [(told_span, told), (whole_span, whole), (part_span, part)] = trio else { continue };
        let of = is_of(draft.between(*told_span, *whole_span));
        let beside = Joint::of(draft.between(*whole_span, *part_span)).is_some_and(|joint| joint != Joint::Slash);
        let ends = ends_apposition(draft.following(*part_span));
        let plain = [whole, part].iter().all(|one| one.form == Form::Count && one.upper.is_none());
        let Some(share) = share(told).filter(|_| told.form == Form::Fraction && told.qualifier.is_none()) else {
            continue;
        };
        let real = part.amount / whole.amount.max(f64::MIN_POSITIVE);
        if of && beside && ends && plain && part.unit.is_empty() && (real / share - 1.0).abs() > TOLERANCE {
            let message = format!(
                "{} of {} is {} %, the draft says \"{}\"",
                format_number(part.amount),
                format_number(whole.amount),
                format_number(real * 100.0),
                draft.text(*told_span)
            );
            found.push(Found { places: vec![*told_span, *part_span], message });
        }
    }
}

/// Whether nothing more is said of a part: a mark, "in all" or "altogether" follows.
fn ends_apposition(after: Passage<'_>) -> bool {
    after.first(1).has_kind(&[Comma, Period, Close, Dash]) || after.opens_with(phrases!["in all", "altogether"])
}
