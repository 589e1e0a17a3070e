//! Ranks in tables: whether a row or a column is the highest, the lowest or the nth among its like.

use super::figure::{agreement, digits};
use super::{Draft, found, shown};
use crate::number::is_year_text;
use crate::passage::{Cell, Table};
use crate::terms::terms;
use claimsheet::claim::{Evidence, EvidenceStatus, Fact, FactValue};

/// How much more a column counts that has the figure beside the rank.
const FIGURED: usize = 12;

/// Fewest values among which a rank says something.
const FEWEST: usize = 3;

const LOWEST: &[&str] =
    &["lowest", "cheapest", "smallest", "fewest", "least", "shortest", "slowest", "youngest", "poorest"];
const HIGHEST: &[&str] = &[
    "highest", "largest", "biggest", "most", "longest", "greatest", "worst", "dearest", "tallest", "fastest", "oldest",
    "richest", "heaviest", "steepest",
];
const NTH: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Values of one kind, each with what it is the value of.
struct Row<'t> {
    about: Vec<String>,
    values: Vec<(String, f64, &'t Cell)>,
}

pub(super) fn find(draft: &Draft<'_>, fact: &Fact) -> Option<Evidence> {
    let words: Vec<String> =
        crate::terms::words(&fact.text.to_lowercase().replace('-', " ")).map(|(_, word)| word.to_owned()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let from_top = has(HIGHEST);
    if !from_top && !has(LOWEST) {
        return None;
    }
    let claimed = NTH.iter().position(|nth| words.iter().any(|word| word == nth)).map_or(1, |at| at + 1);
    let context = format!("{} {}", draft.claim.text, draft.before);
    let own: Vec<String> = terms(&context).into_iter().map(|(_, term)| term).collect();
    let clause: Vec<String> = terms(&clause_of(draft, fact)).into_iter().map(|(_, term)| term).collect();
    let mut best: Option<(usize, Evidence)> = None;
    for file in &draft.index.backing.files {
        let title: Vec<String> = file.title.iter().flat_map(|title| terms(title)).map(|(_, term)| term).collect();
        for row in file.tables.iter().flat_map(rows) {
            if row.is_numbering() || row.values.len() < FEWEST {
                continue;
            }
            // What the clause speaks of counts more than what the sentences around it do.
            let shared = |words: &[String]| row.about.iter().chain(&title).filter(|term| words.contains(term)).count();
            let about = shared(&clause) * 4 + shared(&own);
            // "The largest, of £2.3 million": the rank is that of the figure beside it.
            let figured = row.values.iter().find(|value| is_of_claim(draft, value.1));
            let subject = subject(draft, fact, &row);
            let is_figured = subject.is_some_and(|(_, value)| is_of_claim(draft, value.1));
            let by_figure = figured.filter(|_| !is_figured).map(|value| (0, value));
            let Some((named, (label, value, cell))) = by_figure.or(subject).filter(|_| about > 0) else {
                continue;
            };
            let about = if figured.is_some() { about + FIGURED } else { about };
            // "The fifth highest of 24" is about a table of 24.
            let counted = draft.claim.facts.iter().any(|other| match &other.value {
                Some(FactValue::Quantity(quantity)) => quantity.amount == row.values.len() as f64,
                _ => false,
            });
            let about = about + named * 2 + if counted { 6 } else { 0 };
            let better = |other: f64| if from_top { other > *value } else { other < *value };
            let rank = 1 + row.values.iter().filter(|(_, other, _)| better(*other)).count();
            let mut places = vec![shown::of_cell(file, cell)];
            let (status, note) = if rank == claimed {
                (EvidenceStatus::Equivalent, format!("{label} is number {rank} of {} in the table", row.values.len()))
            } else {
                let top = row
                    .values
                    .iter()
                    .filter(|(_, other, _)| better(*other))
                    .max_by(|one, two| if from_top { one.1.total_cmp(&two.1) } else { two.1.total_cmp(&one.1) });
                places.extend(top.map(|(.., cell)| shown::of_cell(file, cell)));
                let ahead = top.map(|(label, ..)| format!("; {label} is before it")).unwrap_or_default();
                (
                    EvidenceStatus::Differs,
                    format!("{label} is number {rank} of {} in the table{ahead}", row.values.len()),
                )
            };
            if best.as_ref().is_none_or(|(known, _)| about > *known) {
                best = Some((about, found(status, places, note)));
            }
        }
    }
    best.map(|(_, evidence)| evidence)
}

/// Whether the claim has a value as a figure of its own, with so many digits that it is no chance.
fn is_of_claim(draft: &Draft<'_>, value: f64) -> bool {
    draft.claim.facts.iter().any(|fact| match &fact.value {
        Some(FactValue::Quantity(own)) if digits(own.amount) > 1 => {
            let mut theirs = own.clone();
            (theirs.amount, theirs.upper, theirs.qualifier) = (value, None, None);
            agreement(own, &theirs).is_some()
        }
        _ => false,
    })
}

/// The words of the draft from the mark before a fact to the next one behind it.
fn clause_of(draft: &Draft<'_>, fact: &Fact) -> String {
    let at = draft.offset(fact);
    let before = draft.claim.text.get(..at).unwrap_or("");
    let from = before.rfind([',', ';', ':']).map_or(0, |mark| mark + 1);
    let rest = draft.claim.text.get(at..).unwrap_or("");
    let to = rest.find([',', ';', ':']).map_or(draft.claim.text.len(), |mark| at + mark);
    draft.claim.text.get(from..to).unwrap_or("").to_owned()
}

/// The value of a row whose label the clause names, else the claim, else a name that the draft has often; with how
/// surely.
fn subject<'r, 't>(draft: &Draft<'_>, fact: &Fact, row: &'r Row<'t>) -> Option<(usize, &'r (String, f64, &'t Cell))> {
    let named_in = |text: &str| {
        let own: Vec<String> = terms(text).into_iter().map(|(_, term)| term).collect();
        let count = |label: &str| {
            let words = terms(label);
            // A letter or number that is a name: "band C".
            if words.is_empty() {
                let is_here = crate::terms::words(text).any(|(_, word)| word == label.trim());
                return (is_here && !label.trim().is_empty() && label.len() < 4).then_some(1);
            }
            let full = words.iter().filter(|(_, term)| own.contains(term)).count();
            (full * 2 > words.len()).then_some(full)
        };
        row.values.iter().filter_map(|value| Some((count(&value.0)?, value))).max_by_key(|(count, _)| *count)
    };
    let often = || {
        let of = |name: &String| row.values.iter().find(|value| value.0.contains(name.as_str()));
        draft.subjects.iter().find_map(of).map(|value| (0, value))
    };
    named_in(&clause_of(draft, fact))
        .map(|(count, value)| (count + 2, value))
        .or_else(|| named_in(&draft.claim.text))
        .or_else(often)
}

impl Row<'_> {
    /// Whether the values only number the rows: 1, 2, 3.
    fn is_numbering(&self) -> bool {
        self.values.windows(2).all(|pair| matches!(pair, [one, other] if other.1 - one.1 == 1.0))
    }
}

/// The columns of a table by their rows' labels, and its last row by the heads where the rows are years.
fn rows(table: &Table) -> Vec<Row<'_>> {
    let width = table.heads.len().max(table.rows.first().map_or(0, |row| row.cells.len()));
    let is_total =
        |label: &str| matches!(label.to_lowercase().trim(), "" | "total" | "all" | "sum" | "average" | "mean");
    let title = terms(&table.title);
    let about =
        |words: &str| -> Vec<String> { terms(words).into_iter().chain(title.clone()).map(|(_, term)| term).collect() };
    let by_years = table.rows.iter().all(|row| row.cells.first().is_none_or(|cell| is_year_text(&cell.text)))
        && !table.rows.is_empty();
    if by_years {
        let Some(last) = table.rows.last() else { return Vec::new() };
        let values = last
            .cells
            .iter()
            .enumerate()
            .skip(1)
            .filter_map(|(at, cell)| Some((table.heads.get(at)?.clone(), cell.number?, cell)));
        let values: Vec<_> = values.filter(|(label, ..)| !is_total(label)).collect();
        return vec![Row { about: about(""), values }];
    }
    (1..width)
        .map(|column| {
            let value = |row: &'_ crate::passage::Row| row.cells.first().map(|label| label.text.clone());
            let values = table
                .rows
                .iter()
                .filter_map(|row| Some((value(row)?, row.cells.get(column)?.number?, row.cells.get(column)?)));
            let head = table.heads.get(column).map_or("", String::as_str).replace('_', " ");
            Row { about: about(&head), values: values.filter(|(label, ..)| !is_total(label)).collect() }
        })
        .collect()
}
