//! Another number of the same sentence or table to which the words beside a figure belong.

use super::figure::agreement;
use super::{Draft, shown};
use crate::index::Unit;
use crate::passage::{Cell, Row, SourceFile, Table};
use crate::terms::{Term, terms};
use claimsheet::claim::{EvidencePlace, Fact, FactRole};
use claimsheet::text::value::{Form, Quantity};

/// Bytes between a number and the noun that it counts.
const COUNTED: usize = 18;

/// Where the number stands that the draft should have had, and what to say of it.
pub(super) struct Rival {
    pub(super) place: EvidencePlace,
    pub(super) note: String,
}

/// The number of `unit` that the words beside `fact` belong to, where that is another one than the one at `at`, which
/// has the draft's value.
pub(super) fn find(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity, unit: &Unit, at: usize) -> Option<Rival> {
    if unit.is_cell { of_table(draft, fact, quantity, unit) } else { of_sentence(draft, fact, quantity, unit, at) }
}

/// The parts of a sentence between its marks and joints, as ranges of bytes.
fn parts(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(letter) = rest.chars().next() else { break };
        let next = text.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
        let is_mark = matches!(letter, ';' | '(' | ')' | '–' | '—')
            || matches!(letter, ',' | ':') && !next.is_some_and(|next| next.is_ascii_digit());
        let joint = [" and ", " but ", " while "].iter().find(|joint| rest.starts_with(**joint));
        let length = joint.map_or(letter.len_utf8(), |joint| joint.len());
        if is_mark || joint.is_some() {
            found.push((start, at));
            start = at + length;
        }
        at += length;
    }
    found.push((start, text.len()));
    found.retain(|(from, to)| from < to);
    found
}

/// Beginnings of parts that are about what was named before them.
const OF_BEFORE: &[&str] = &["of which", "of whom", "of them", "of these", "of those", "including", "among them"];

fn of_sentence(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity, unit: &Unit, at: usize) -> Option<Rival> {
    let parts = parts(&unit.text);
    let own = parts.iter().position(|(from, to)| (*from..*to).contains(&at))?;
    let (from, to) = parts.get(own).copied()?;
    let vocabulary = &draft.index.vocabulary;
    let within = |term: Term, (from, to): (usize, usize)| {
        unit.terms.iter().any(|(place, own)| *own == term && (from..to).contains(place))
    };
    let is_word = |term: &str| !term.starts_with('#') && !term.starts_with(|first: char| first.is_ascii_digit());
    let claim = vocabulary.terms_of(&draft.claim.text);
    let near = draft.beside(fact).into_iter().map(|(_, term)| term).filter(|term| is_word(term));
    let near: Vec<Term> = vocabulary.known(&near.collect::<Vec<_>>());
    let others = |index: usize| {
        let (from, to) = parts.get(index).copied().unwrap_or_default();
        unit.quantities.iter().find(move |(place, _, other)| {
            (from..to).contains(place) && other.form == quantity.form && agreement(quantity, other).is_none()
        })
    };
    let is_named_here = near.iter().any(|term| within(*term, (from, to)));
    let is_about_else = unit
        .terms
        .iter()
        .any(|(place, term)| (from..to).contains(place) && is_word(vocabulary.text(*term)) && !claim.contains(term));
    if !is_named_here && is_about_else {
        let index = (0..parts.len()).filter(|index| *index != own).find(|index| {
            let named = near.iter().any(|term| parts.get(*index).is_some_and(|part| within(*term, *part)));
            named && others(*index).is_some()
        });
        if let Some((place, end, _)) = index.and_then(others) {
            return Some(told(draft, unit, *place, *end));
        }
    }
    // What the draft counts is counted by a number further on: "carries 640, and 120 of them below deck".
    let counted = terms(&quantity.unit).pop().map(|(_, term)| term).filter(|_| quantity.form == Form::Count)?;
    let counted = vocabulary.find(&counted);
    let inherits = unit.text.get(from..to).is_some_and(|text| {
        let text = text.trim_start().to_lowercase();
        OF_BEFORE.iter().any(|begin| text.starts_with(begin))
    });
    if counted.is_some_and(|counted| within(counted, (from, to))) || inherits {
        return None;
    }
    let (place, end, _) = (own + 1..parts.len()).filter_map(others).find(|(_, end, _)| {
        unit.terms.iter().any(|(place, term)| Some(*term) == counted && *place >= *end && place - end < COUNTED)
    })?;
    Some(told(draft, unit, *place, *end))
}

fn told(draft: &Draft<'_>, unit: &Unit, place: usize, end: usize) -> Rival {
    let number = unit.text.get(place..end).unwrap_or("");
    Rival { place: draft.place(unit, place), note: format!("the document says {number} of that") }
}

/// A row or column of the table that bears the draft's words, where the one with the value bears none of them.
fn of_table(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity, unit: &Unit) -> Option<Rival> {
    let passage = draft.index.passage(unit)?;
    let (table, row, column) = passage.cell?;
    let file = draft.index.backing.files.get(unit.file)?;
    let table = file.tables.get(table)?;
    let claim: Vec<String> = terms(&draft.claim.text).into_iter().map(|(_, term)| term).collect();
    let names = draft.claim.facts.iter().filter(|other| matches!(other.role, FactRole::Name | FactRole::Place));
    let names = names.flat_map(|name| terms(&name.text));
    let near: Vec<String> = draft.beside(fact).into_iter().chain(names).map(|(_, term)| term).collect();
    let shares = |text: &str| terms(text).iter().any(|(_, term)| claim.contains(term));
    let is_named = |text: &str| {
        let own = terms(text);
        !own.is_empty() && own.iter().all(|(_, term)| near.contains(term))
    };
    let labels = |row: &Row| -> Vec<String> {
        row.cells
            .iter()
            .filter(|cell| cell.number.is_none() && !cell.text.is_empty())
            .map(|cell| cell.text.clone())
            .collect()
    };
    let is_other = |cell: &Cell| {
        cell.number.is_some_and(|number| {
            let mut other = unit_quantity(unit, quantity);
            other.amount = number.abs();
            agreement(quantity, &other).is_none()
        })
    };
    let own = table.rows.get(row)?;
    let own_labels = labels(own);
    if !own_labels.is_empty() && !own_labels.iter().any(|label| shares(label)) {
        for other in table.rows.iter().filter(|other| !std::ptr::eq(*other, own)) {
            let Some(label) = labels(other).into_iter().find(|label| is_named(label)) else { continue };
            if let Some(cell) = other.cells.get(column).filter(|cell| is_other(cell)) {
                return Some(of_cell(file, cell, &label, own_labels.first()?));
            }
        }
    }
    let own_head = head(table, column)?;
    if shares(own_head) || terms(own_head).is_empty() {
        return None;
    }
    let naming = (0..table.heads.len()).filter(|other| *other != column).find_map(|other| {
        let label = head(table, other).filter(|label| is_named(label))?;
        own.cells.get(other).filter(|cell| is_other(cell)).map(|cell| (label, cell))
    });
    naming.map(|(label, cell)| of_cell(file, cell, label, own_head))
}

fn head(table: &Table, column: usize) -> Option<&String> {
    table.heads.get(column).filter(|head| !head.trim().is_empty())
}

fn unit_quantity(unit: &Unit, quantity: &Quantity) -> Quantity {
    unit.quantities.first().map_or_else(|| quantity.clone(), |(_, _, own)| own.clone())
}

fn of_cell(file: &SourceFile, cell: &Cell, label: &str, own: &str) -> Rival {
    let place = shown::of_cell(file, cell);
    Rival { place, note: format!("the table has {} for {label}; the draft’s number is for {own}", cell.text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_falls_into_the_parts_that_tell_one_thing_each() {
        let text = "There are 53 oaks, of which 4,100 would go; 12 would stay and 9 move";
        let told: Vec<&str> = parts(text).into_iter().map(|(from, to)| text.get(from..to).unwrap().trim()).collect();
        assert_eq!(told, ["There are 53 oaks", "of which 4,100 would go", "12 would stay", "9 move"]);
    }
}
