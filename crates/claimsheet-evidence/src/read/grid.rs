//! From a grid of cells, as sheets and text tables are, to a table with heads.

use crate::passage::{Cell, Row, Table};

/// The table of a grid: what stands alone above it is its title, the first row with several cells its heads.
pub(super) fn table(name: &str, rows: Vec<Vec<Cell>>) -> Table {
    let filled = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.text.trim().is_empty()).count();
    // A line above the heads reaches less far than the table does.
    let reach = |row: &Vec<Cell>| row.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1);
    let mut reaches: Vec<usize> = rows.iter().map(reach).filter(|reach| *reach > 0).collect();
    reaches.sort_unstable();
    let usual = reaches.get(reaches.len() / 2).copied().unwrap_or(0);
    let mut table = Table { title: name.to_owned(), ..Table::default() };
    let mut rows = rows.into_iter().filter(|row| filled(row) > 0).peekable();
    // A table of one column has no heads to wait for.
    while let Some(row) = rows.next_if(|row| filled(row) == 1 || reach(row) < usual) {
        for cell in row.into_iter().filter(|cell| !cell.text.trim().is_empty()) {
            let joined = format!("{}. {}", table.title, cell.text.trim());
            joined.trim_start_matches(['.', ' ']).clone_into(&mut table.title);
        }
    }
    let is_head = |row: &Vec<Cell>| row.iter().filter(|cell| cell.number.is_some() && !is_year(cell)).count() == 0;
    if let Some(head) = rows.next_if(is_head) {
        table.heads = head.into_iter().map(|cell| cell.text.trim().to_owned()).collect();
    }
    table.rows = rows.map(|cells| Row { cells }).collect();
    table
}

/// Whether a number is a year, as heads have them.
pub(crate) fn is_year(cell: &Cell) -> bool {
    cell.number.is_some() && crate::number::is_year_text(&cell.text)
}

/// The name of a cell: `B5` of column 1 and row 4, both from 0.
pub(super) fn cell_name(column: usize, row: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        assert_eq!(cell_name(0, 0), "A1");
        assert_eq!(cell_name(25, 9), "Z10");
        assert_eq!(cell_name(26, 0), "AA1");
        assert_eq!(cell_name(701, 0), "ZZ1");
        assert_eq!(cell_name(702, 0), "AAA1");
    }
}
