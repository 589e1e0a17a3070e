//! Dates: the same day, a wider or a narrower stretch of time, or another one.

use super::wanted::Wanted;
use super::{Draft, found, nothing, shown};
use crate::index::Unit;
use chrono::Datelike as _;
use claimsheet::claim::{Evidence, EvidenceStatus, Fact};
use claimsheet::text::value::{DateValue, Precision, TimeRelation};

/// How much of a claim a passage must speak of to back a date, and to speak against it.
const BACKS: f64 = 0.16;
const AGAINST: f64 = 0.42;

/// Days within which another day of the same thing is taken for a slip, and how much must speak of it then.
const SLIP_DAYS: i64 = 31;
const SLIP: f64 = 0.2;

/// A date of the backing that agrees or differs.
struct Found<'u> {
    overlap: f64,
    unit: &'u Unit,
    at: usize,
    end: usize,
    exact: bool,
}

pub(super) fn find(draft: &Draft<'_>, fact: &Fact, date: &DateValue) -> Option<Evidence> {
    // What cannot be told on the calendar is no question to anybody.
    date.from?;
    // A stretch of years that is counted back is a length, which no date of the backing says.
    if date.precision >= Precision::Year && date.relation != TimeRelation::Absolute && years(date) > 2 {
        return Some(length(draft, fact, date));
    }
    if date.relation == TimeRelation::Range && date.precision == Precision::Day {
        return Some(range(draft, fact, date).unwrap_or_else(nothing));
    }
    let wanted = Wanted::by(draft, fact);
    let has_year = super::figure::years(&fact.text).len() == 1;
    let mut best: Option<Found<'_>> = None;
    let mut against: Option<Found<'_>> = None;
    for unit in &draft.index.units {
        for (at, end, other) in &unit.dates {
            let overlap = draft.overlap(&wanted, unit, Some(*at));
            let one = |exact| Found { overlap, unit, at: *at, end: *end, exact };
            let same_day = || (!has_year && is_same_day(date, other)).then_some(true);
            if let Some(exact) = agreement(date, other).or_else(same_day) {
                if best.as_ref().is_none_or(|known| overlap > known.overlap) {
                    best = Some(one(exact));
                }
            } else if is_same_kind(date, other)
                && (overlap > AGAINST || overlap > SLIP && is_slip(date, other) || draft.is_beside(&wanted, unit, *at))
                && against.as_ref().is_none_or(|known| overlap > known.overlap)
            {
                against = Some(one(false));
            }
        }
    }
    let is_day = date.precision == Precision::Day && best.as_ref().is_some_and(|best| best.exact);
    let least = if is_day { 0.04 } else { BACKS };
    if let Some(best) = best.filter(|best| {
        let other = against.as_ref().is_some_and(|other| draft.is_beside(&wanted, other.unit, other.at));
        best.overlap >= least && (best.overlap >= 0.3 || !other)
    }) {
        let relative = date.relation == TimeRelation::Relative;
        let status = if best.exact && !relative { EvidenceStatus::AsWritten } else { EvidenceStatus::Equivalent };
        let note = if relative { format!("{} is {date}", fact.text) } else { String::new() };
        return Some(found(status, vec![draft.place(best.unit, best.at)], note));
    }
    if let Some(other) = against {
        let said = other.unit.text.get(other.at..other.end).unwrap_or("");
        let note = format!("the document says {said}");
        return Some(found(EvidenceStatus::Differs, vec![draft.place(other.unit, other.at)], note));
    }
    Some(dated(draft, date).unwrap_or_else(nothing))
}

/// Both days of a range: as the document has them, or one of them and another for the other.
fn range(draft: &Draft<'_>, fact: &Fact, date: &DateValue) -> Option<Evidence> {
    let (from, to) = (date.from?, date.to?);
    let wanted = Wanted::by(draft, fact);
    let mut best: Option<(u8, f64, Evidence)> = None;
    for unit in &draft.index.units {
        let days: Vec<_> = unit.dates.iter().filter(|(_, _, other)| other.precision == Precision::Day).collect();
        let at = |day| days.iter().find(|(_, _, other)| other.from == Some(day) || other.to == Some(day));
        let overlap = draft.overlap(&wanted, unit, None);
        let (evidence, rank) = match (at(from), at(to)) {
            (Some((place, ..)), Some(_)) if overlap > BACKS * 0.5 => {
                (found(EvidenceStatus::AsWritten, vec![draft.place(unit, *place)], ""), 2)
            }
            (Some((place, ..)), None) | (None, Some((place, ..))) if overlap > SLIP && days.len() > 1 => {
                let other = days.iter().find(|(other, ..)| other != place)?;
                let said = unit.text.get(other.0..other.1).unwrap_or("");
                let note = format!("the document says {said}");
                (found(EvidenceStatus::Differs, vec![draft.place(unit, *place)], note), 1)
            }
            _ => continue,
        };
        if best.as_ref().is_none_or(|(known, most, _)| (rank, overlap) > (*known, *most)) {
            best = Some((rank, overlap, evidence));
        }
    }
    best.map(|(.., evidence)| evidence)
}

/// A document that bears the day as its own date, where a relative day of the draft is that.
fn dated(draft: &Draft<'_>, date: &DateValue) -> Option<Evidence> {
    let file = draft.index.backing.files.iter().find(|file| {
        date.precision == Precision::Day
            && date.relation != TimeRelation::Range
            && file.date.is_some()
            && file.date == date.from
    })?;
    let first = file.passages.first()?;
    let end = first.text.char_indices().nth(160).map_or(first.text.len(), |(at, _)| at);
    let place = shown::of_words(draft, file, first, &first.text, 0..end);
    Some(found(EvidenceStatus::Equivalent, vec![place], format!("the document is dated {date}")))
}

/// "In the past five years" against another length in a passage about the same.
fn length(draft: &Draft<'_>, fact: &Fact, date: &DateValue) -> Evidence {
    let wanted = Wanted::by(draft, fact);
    let lengths = draft.index.units.iter().flat_map(|unit| {
        let long = unit.dates.iter().filter(|(_, _, other)| {
            other.precision >= Precision::Year && other.relation != TimeRelation::Absolute && years(other) > 1
        });
        long.map(move |(at, end, other)| (unit, *at, *end, other))
    });
    let scored = lengths.map(|(unit, at, end, other)| (draft.overlap(&wanted, unit, Some(at)), unit, at, end, other));
    let best = scored
        .filter(|(overlap, unit, at, ..)| *overlap > AGAINST || draft.is_beside(&wanted, unit, *at))
        .max_by(|one, two| one.0.total_cmp(&two.0));
    best.map_or_else(nothing, |(_, unit, at, end, other)| {
        let place = vec![draft.place(unit, at)];
        if years(other) == years(date) {
            return found(EvidenceStatus::AsWritten, place, "");
        }
        let said = unit.text.get(at..end).unwrap_or("");
        found(EvidenceStatus::Differs, place, format!("the document says {said}"))
    })
}

/// Whether days lie so near that one may be written for the other by mistake.
fn is_slip(draft: &DateValue, other: &DateValue) -> bool {
    let of_day = draft.precision == Precision::Day && other.precision == Precision::Day;
    of_day && draft.from.zip(other.from).is_some_and(|(one, other)| (one - other).num_days().abs() <= SLIP_DAYS)
}

/// How many years a date spans.
fn years(date: &DateValue) -> i64 {
    date.from.zip(date.to).map_or(0, |(from, to)| (to - from).num_days() / 365)
}

/// Whether the dates agree, and whether to the day: the document's lies within the draft's, or the other way round.
fn agreement(draft: &DateValue, other: &DateValue) -> Option<bool> {
    let (from, to) = (draft.from?, draft.to.or(draft.from)?);
    let (other_from, other_to) = (other.from?, other.to.or(other.from)?);
    // "Wednesday" alone is the one before the day of publication or the one behind it.
    if draft.relation == TimeRelation::Relative
        && draft.weekday.is_some()
        && draft.precision == Precision::Day
        && (from - other_from).num_days().abs() == 7
    {
        return Some(true);
    }
    if from == other_from && to == other_to {
        return Some(true);
    }
    let within = from <= other_from && other_to <= to;
    // A quarter's or a year's end is its last month's.
    let ends_together = to == other_to && other.precision > draft.precision && other.precision <= Precision::Quarter;
    (within && draft.precision != Precision::Decade || ends_together).then_some(false)
}

/// Whether two days are the same day of neighbouring years: of which year a day is that is named without one, the draft
/// leaves open.
fn is_same_day(draft: &DateValue, other: &DateValue) -> bool {
    let (Some(own), Some(their)) = (draft.from, other.from) else { return false };
    draft.precision == Precision::Day
        && other.precision == Precision::Day
        && draft.relation != TimeRelation::Relative
        && (own.month(), own.day()) == (their.month(), their.day())
        && (own.year() - their.year()).abs() == 1
}

/// Whether dates that do not agree are as precise as each other, so that one can stand for the other by mistake.
fn is_same_kind(draft: &DateValue, other: &DateValue) -> bool {
    other.from.is_some()
        && draft.precision == other.precision
        && draft.relation != TimeRelation::Relative
        && other.relation != TimeRelation::Relative
}
