//! Tables of a page: rows with numbers below one another, and the heads above them.

use super::layout::Piece;
use crate::number::{is_number, is_year_text, number};
use crate::passage::{Cell, Place, Row, Table};

/// Most rows above the numbers that are looked at for heads.
const HEAD_ROWS: usize = 3;

/// The tables among `rows`, in the order of the page.
pub(super) fn tables(rows: &[Vec<Piece>], place: &Place) -> Vec<Table> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = 0;
    while at < rows.len() {
        let end = end_of_table(rows, at);
        // A line of its own with a number is no table: a page's foot.
        if end > at + 1 {
            // Heads do not reach into the table above.
            let from = heads_before(rows, at).max(before);
            let above = std::mem::replace(&mut before, end);
            found.push(table(
                rows.get(from..at).unwrap_or_default(),
                rows.get(at..end).unwrap_or_default(),
                rows.get(above.min(from)..from).unwrap_or_default(),
                place,
            ));
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether a row has a label and numbers, each in a piece of its own.
fn has_numbers(row: &[Piece]) -> bool {
    row.len() > 1
        && row.iter().any(|piece| is_number(&piece.text) && !is_year_text(&piece.text))
        && row.first().is_some_and(|first| first.text.len() < 90)
}

/// Where the table that begins with row `at` ends; `at` where none does. Single lines among the rows are theirs.
fn end_of_table(rows: &[Vec<Piece>], at: usize) -> usize {
    let mut end = at;
    let mut index = at;
    while let Some(row) = rows.get(index) {
        let near = index == at || distance(rows, index) < 4.5;
        if !near || index - end > 1 {
            break;
        }
        if has_numbers(row) {
            end = index + 1;
        } else if index == at {
            break;
        }
        index += 1;
    }
    end
}

/// How far a row is below the one before, in sizes of its font.
fn distance(rows: &[Vec<Piece>], index: usize) -> f64 {
    let y = |index: usize| rows.get(index).and_then(|row| row.first());
    match (index.checked_sub(1).and_then(y), y(index)) {
        (Some(above), Some(below)) => (above.y - below.y) / below.size.max(0.1),
        _ => f64::MAX,
    }
}

fn heads_before(rows: &[Vec<Piece>], at: usize) -> usize {
    let mut from = at;
    while from > 0 && at - from < HEAD_ROWS && distance(rows, from) < 3.0 {
        let Some(row) = rows.get(from - 1) else { break };
        if row.iter().any(|piece| piece.text.len() > 60) {
            break;
        }
        from -= 1;
    }
    from
}

fn table(heads: &[Vec<Piece>], rows: &[Vec<Piece>], above: &[Vec<Piece>], place: &Place) -> Table {
    let columns = columns(rows);
    let nearest = |piece: &Piece| {
        let off = |column: &(f64, f64)| (column.1 - piece.end).abs().min((column.0 - piece.x).abs());
        (0..columns.len()).min_by(|one, two| {
            let of = |index: &usize| columns.get(*index).map_or(f64::MAX, off);
            of(one).total_cmp(&of(two))
        })
    };
    let mut names = vec![String::new(); columns.len() + 1];
    let mut title = above.last().map(|row| joined(row)).filter(|text| text.len() < 120).unwrap_or_default();
    for row in heads {
        // A line of its own above the heads is what the table is called.
        if row.len() == 1 && heads.len() > 1 && row.first().is_some_and(|piece| piece.text.len() > 12) {
            let longer = format!("{title} {}", joined(row));
            longer.trim().clone_into(&mut title);
            continue;
        }
        for piece in row {
            let reaches = columns.first().is_some_and(|first| piece.end + 2.0 * piece.size < first.0);
            let index = if reaches { Some(0) } else { nearest(piece).map(|index| index + 1) };
            if let Some(name) = index.and_then(|index| names.get_mut(index)) {
                let longer = format!("{name} {}", piece.text);
                longer.trim().clone_into(name);
            }
        }
    }
    let mut built = Table { title, heads: names, rows: Vec::new() };
    for row in rows {
        let mut cells = vec![Cell { place: place.clone(), ..Cell::default() }; columns.len() + 1];
        for piece in row {
            let index = if is_number(&piece.text) { nearest(piece).map(|index| index + 1) } else { Some(0) };
            let Some(cell) = index.and_then(|index| cells.get_mut(index)) else { continue };
            let longer = format!("{} {}", cell.text, piece.text);
            longer.trim().clone_into(&mut cell.text);
            cell.number = number(&cell.text);
        }
        built.rows.push(Row { cells });
    }
    built
}

fn joined(row: &[Piece]) -> String {
    row.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The columns of numbers, as ranges along the line: those of the rows that overlap are one.
fn columns(rows: &[Vec<Piece>]) -> Vec<(f64, f64)> {
    let mut found: Vec<(f64, f64)> = Vec::new();
    let numbers = rows.iter().filter(|row| has_numbers(row)).flatten().filter(|piece| is_number(&piece.text));
    for piece in numbers {
        match found.iter_mut().find(|(start, end)| piece.x < *end && *start < piece.end) {
            Some((start, end)) => {
                *start = start.min(piece.x);
                *end = end.max(piece.end);
            }
            None => found.push((piece.x, piece.end)),
        }
    }
    found.sort_by(|one, two| one.0.total_cmp(&two.0));
    found
}
