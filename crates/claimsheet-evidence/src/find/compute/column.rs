//! Figures of a whole column: its sum, its average, how many rows it has, its highest and lowest.

use super::super::shown;
use super::super::wanted::Wanted;
use super::{Draft, agreement, plain, written_as};
use crate::passage::{Cell, Table};
use crate::terms::terms;
use claimsheet::claim::{EvidencePlace, Fact};
use claimsheet::text::value::{Form, Qualifier, Quantity};

/// Fewest rows of which a sum or an average is computed.
const FEWEST: usize = 3;

/// Most different words of a column by which its table falls into groups: seasons, districts.
const MOST_GROUPS: usize = 24;

const MEAN: &[&str] = &["average", "mean", "averaged", "typical", "on average"];
const SUM: &[&str] = &["total", "altogether", "in all", "together", "combined", "all", "overall"];

/// What is computed of a column.
#[derive(Clone, Copy)]
enum Of {
    Mean,
    Sum,
    /// By how many per cent the average of one group is above or below that of the group before.
    Change,
}

/// The figure as the average or the sum of a column, or of those of its rows that belong together; with how much of
/// the claim the column speaks of.
pub(super) fn find(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity) -> Option<(f64, Vec<EvidencePlace>, String)> {
    let is_number = matches!(quantity.form, Form::Count | Form::Money | Form::Measure);
    let is_mean = quantity.qualifier == Some(Qualifier::Average) || draft.says(MEAN);
    let of = match (is_mean, draft.says(SUM)) {
        (true, _) if quantity.form == Form::Percent && draft.says(super::CHANGE) => Of::Change,
        (true, _) if is_number => Of::Mean,
        (false, true) if is_number => Of::Sum,
        _ => return None,
    };
    let wanted = Wanted::by(draft, fact);
    let mut best: Option<(f64, Vec<EvidencePlace>, String)> = None;
    for file in &draft.index.backing.files {
        let title = file.title.as_deref().unwrap_or("");
        for table in &file.tables {
            for column in 1..width(table) {
                let head = table.heads.get(column).map_or("", String::as_str);
                let about: Vec<String> =
                    terms(&format!("{head} {} {title} {}", table.title, file.path.replace(['-', '_', '.'], " ")))
                        .into_iter()
                        .map(|(_, term)| term)
                        .collect();
                let shared = wanted.terms().filter(|term| about.iter().any(|own| own == term)).count();
                if shared == 0 {
                    continue;
                }
                let overlap = shared as f64 / wanted.terms().len().max(1) as f64;
                let groups = groups(table, column);
                for (index, (name, cells)) in groups.iter().enumerate() {
                    let before = index.checked_sub(1).and_then(|before| groups.get(before));
                    let value = match of {
                        // The first group is the whole column.
                        Of::Change if index < 2 => None,
                        Of::Change => before.and_then(|(_, before)| change(before, cells)),
                        _ => computed(of, cells),
                    };
                    let Some(value) = value else { continue };
                    let number = written_as(quantity, value, quantity.form, &quantity.unit);
                    if agreement(quantity, &number).is_some() && best.as_ref().is_none_or(|known| overlap > known.0) {
                        let places = [cells.first(), cells.last()].into_iter().flatten();
                        let places = places.map(|cell| shown::of_cell(file, cell)).collect();
                        best = Some((overlap, places, told(of, head, name, cells.len(), value)));
                    }
                }
            }
        }
    }
    best
}

fn width(table: &Table) -> usize {
    table.heads.len().max(table.rows.first().map_or(0, |row| row.cells.len()))
}

fn computed(of: Of, cells: &[&Cell]) -> Option<f64> {
    let numbers: Vec<f64> = cells.iter().filter_map(|cell| cell.number).collect();
    let sum: f64 = numbers.iter().sum();
    (numbers.len() >= FEWEST).then_some(match of {
        Of::Sum => sum,
        Of::Mean | Of::Change => sum / numbers.len() as f64,
    })
}

/// By how many per cent one average is off another.
fn change(before: &[&Cell], after: &[&Cell]) -> Option<f64> {
    let (before, after) = (computed(Of::Mean, before)?, computed(Of::Mean, after)?);
    (before > 0.0).then(|| ((after - before) / before * 100.0).abs())
}

fn told(of: Of, head: &str, group: &str, rows: usize, value: f64) -> String {
    let what = match of {
        Of::Mean => "average",
        Of::Sum => "sum",
        Of::Change => "change in per cent of the average",
    };
    let group = if group.is_empty() { String::new() } else { format!(" of {group}") };
    let value = plain((value * 100.0).round() / 100.0);
    format!("the {what} of the {rows} rows{group} in the column {head} is {value}")
}

/// The cells with numbers of a column: all without totals, and those whose rows share a word in another column.
fn groups(table: &Table, column: usize) -> Vec<(String, Vec<&Cell>)> {
    let is_total =
        |text: &str| matches!(text.trim().to_lowercase().as_str(), "total" | "all" | "sum" | "average" | "mean");
    let rows: Vec<&[Cell]> = table
        .rows
        .iter()
        .map(|row| row.cells.as_slice())
        .filter(|cells| !cells.first().is_some_and(|first| is_total(&first.text)))
        .collect();
    let mut found = vec![(String::new(), numbers(rows.iter().copied(), column))];
    for other in (0..width(table)).filter(|other| *other != column) {
        let mut names: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.get(other))
            .filter(|cell| cell.number.is_none())
            .map(|cell| cell.text.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        if !(2..=MOST_GROUPS).contains(&names.len()) || names.len() * FEWEST > rows.len() {
            continue;
        }
        for name in names {
            let own = rows.iter().copied().filter(|row| row.get(other).is_some_and(|cell| cell.text == name));
            found.push((name.to_owned(), numbers(own, column)));
        }
    }
    found
}

/// The cells of a column that hold numbers.
fn numbers<'t>(rows: impl Iterator<Item = &'t [Cell]>, column: usize) -> Vec<&'t Cell> {
    rows.filter_map(|row| row.get(column)).filter(|cell| cell.number.is_some()).collect()
}
