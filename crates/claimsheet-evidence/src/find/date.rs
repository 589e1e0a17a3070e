//! Dates: the same day, a wider or a narrower stretch of time, or another one.

use super::{Draft, found, nothing};
use crate::index::Unit;
use claimsheet::claim::{Evidence, EvidenceStatus, Fact};
use claimsheet::text::value::{DateValue, Precision, TimeRelation};

/// How much of a claim a passage must speak of to back a date, and to speak against it.
const BACKS: f64 = 0.16;
const AGAINST: f64 = 0.42;

pub(super) fn find(draft: &Draft<'_>, fact: &Fact, date: &DateValue) -> Option<Evidence> {
    if date.from.is_none() {
        return (date.precision != Precision::Duration && date.precision != Precision::Vague).then(nothing);
    }
    // A stretch of years that is counted back is a length, which no date of the backing says.
    if date.precision >= Precision::Year && date.relation != TimeRelation::Absolute && years(date) > 2 {
        return Some(nothing());
    }
    let wanted = draft.wanted(fact);
    let mut best: Option<(f64, &Unit, usize, bool)> = None;
    let mut against: Option<(f64, &Unit, usize, usize)> = None;
    for unit in &draft.index.units {
        for (at, end, other) in &unit.dates {
            let overlap = Draft::overlap(&wanted, unit, Some(*at));
            if let Some(exact) = agreement(date, other) {
                if best.is_none_or(|(known, ..)| overlap > known) {
                    best = Some((overlap, unit, *at, exact));
                }
            } else if (overlap > AGAINST || draft.is_beside(fact, unit, *at))
                && is_same_kind(date, other)
                && against.is_none_or(|(known, ..)| overlap > known)
            {
                against = Some((overlap, unit, *at, *end));
            }
        }
    }
    let is_day = date.precision == Precision::Day && best.is_some_and(|(.., exact)| exact);
    let least = if is_day { 0.04 } else { BACKS };
    if let Some((overlap, unit, at, exact)) = best
        && overlap >= least
        && (overlap >= 0.3 || !against.is_some_and(|(_, other, place, _)| draft.is_beside(fact, other, place)))
    {
        let relative = date.relation == TimeRelation::Relative;
        let status = if exact && !relative { EvidenceStatus::AsWritten } else { EvidenceStatus::Equivalent };
        let note = if relative { format!("{} is {date}", fact.text) } else { String::new() };
        return Some(found(status, vec![draft.place(unit, at)], note));
    }
    Some(against.map_or_else(nothing, |(_, unit, at, end)| {
        let said = unit.text.get(at..end).unwrap_or("");
        found(EvidenceStatus::Differs, vec![draft.place(unit, at)], format!("the document says {said}"))
    }))
}

/// How many years a date spans.
fn years(date: &DateValue) -> i64 {
    date.from.zip(date.to).map_or(0, |(from, to)| (to - from).num_days() / 365)
}

/// Whether the dates agree, and whether to the day: the document's lies within the draft's, or the other way round.
fn agreement(draft: &DateValue, other: &DateValue) -> Option<bool> {
    let (from, to) = (draft.from?, draft.to.or(draft.from)?);
    let (other_from, other_to) = (other.from?, other.to.or(other.from)?);
    if from == other_from && to == other_to {
        return Some(true);
    }
    let within = from <= other_from && other_to <= to;
    // A quarter's or a year's end is its last month's.
    let ends_together = to == other_to && other.precision > draft.precision && other.precision <= Precision::Quarter;
    (within && draft.precision != Precision::Decade || ends_together).then_some(false)
}

/// Whether dates that do not agree are as precise as each other, so that one can stand for the other by mistake.
fn is_same_kind(draft: &DateValue, other: &DateValue) -> bool {
    other.from.is_some()
        && draft.precision == other.precision
        && draft.relation != TimeRelation::Relative
        && other.relation != TimeRelation::Relative
}
