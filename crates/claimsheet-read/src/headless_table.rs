//! Tables without a row of heads: what stands in their first row are figures of their own, and are read as such.

use claimsheet::text::document::{BlockKind, Document};
use std::collections::{HashMap, HashSet};

/// Marks that a figure in a cell may have beside its digits.
const MARKS: &[char] = &[',', '.', ' ', '\u{a0}', '\u{202f}', '\'', '’', '%', '$', '£', '€', '¥', '+', '-', '−', '–'];

/// Words that stand behind a figure in a cell.
const SCALES: &[&str] = &["m", "bn", "k", "million", "billion", "percent", "per cent", "pct"];

/// Counts the rows of tables whose first row tells figures from 1, as row 0 is the one of heads.
pub(super) fn mark(document: &mut Document) {
    let headless = headless(document);
    if headless.is_empty() {
        return;
    }
    for block in &mut document.blocks {
        if let BlockKind::Cell { table, row, .. } = &mut block.kind
            && headless.contains(table)
        {
            *row += 1;
        }
    }
}

/// The tables whose first row has a figure in each cell but the first, over figures or over nothing.
fn headless(document: &Document) -> HashSet<u32> {
    // Whether each cell of the first two rows, but in the first column, is a figure.
    let mut rows: HashMap<(u32, u32), HashMap<u32, bool>> = HashMap::new();
    for block in &document.blocks {
        if let BlockKind::Cell { table, row: row @ (0 | 1), column: column @ 1.. } = block.kind {
            let cells = rows.entry((table, row)).or_default();
            *cells.entry(column).or_insert(true) &= is_figure(document.text(block.span));
        }
    }
    let tells = |((table, row), cells): (&(u32, u32), &HashMap<u32, bool>)| {
        let below = rows.get(&(*table, 1));
        let fits = |(column, is_figure): (&u32, &bool)| {
            *is_figure && below.and_then(|below| below.get(column)).is_none_or(|below| *below)
        };
        (*row == 0 && cells.iter().all(fits)).then_some(*table)
    };
    rows.iter().filter_map(tells).collect()
}

/// Whether the words of a cell are a figure, and no year or number of a column: `4,000`, `$1.2m`, `310`, `12%`.
fn is_figure(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let bare = SCALES.iter().find_map(|scale| words.strip_suffix(scale)).unwrap_or(&words);
    let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
    let is_whole = bare.chars().all(|sign| sign.is_ascii_digit() || MARKS.contains(&sign));
    let is_plain = digits.len() == words.len();
    let is_year = is_plain && digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let is_number_of_column = is_plain && digits.len() == 1;
    is_whole && !digits.is_empty() && !is_year && !is_number_of_column
}

#[cfg(test)]
mod tests {
    use crate::{ReadOptions, read};
    use claimsheet::text::document::BlockKind;

    /// The words of the cells that are heads.
    fn heads(html: &str) -> Vec<String> {
        let page = format!("<html><body><p>The port counted again in June.</p>{html}</body></html>");
        let document = read(page.as_bytes(), &ReadOptions::default()).unwrap();
        let is_head = |kind: BlockKind| matches!(kind, BlockKind::Cell { row: 0, .. });
        let heads = document.blocks.iter().filter(|block| is_head(block.kind));
        heads.map(|block| document.text(block.span).to_owned()).collect()
    }

    #[test]
    fn figures_over_figures_are_no_heads() {
        for table in [
            "<table><tr><td>Barges</td><td>1,250</td></tr></table>",
            "<table><tr><td>2018</td><td>640</td></tr><tr><td>2019</td><td>702</td></tr></table>",
            "<table><tr><td>Lock</td><td>$1.4m</td><td>12%</td></tr><tr><td>Quay</td><td>$2m</td><td>9%</td></tr></table>",
        ] {
            assert_eq!(heads(table), [""; 0], "{table}");
        }
    }

    #[test]
    fn words_years_and_numbers_of_columns_are_heads() {
        for (table, found) in [
            ("<table><tr><td>Year</td><td>Barges</td></tr><tr><td>2018</td><td>640</td></tr></table>", 2),
            ("<table><tr><td>Place</td><td>2018</td></tr><tr><td>Lock</td><td>640</td></tr></table>", 2),
            ("<table><tr><td>Week</td><td>1</td></tr><tr><td>Lock</td><td>640</td></tr></table>", 2),
            ("<table><tr><td>Over</td><td>65</td></tr><tr><td>Lock</td><td>shut</td></tr></table>", 2),
        ] {
            assert_eq!(heads(table).len(), found, "{table}");
        }
    }
}
