//! A row of totals that is not the sum of its column.

use crate::check::{CheckContext, Found, shown};
use crate::text::document::BlockKind;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// First words of a row that sums up the rows above it.
const TOTAL: &[&str] = &["total", "totals", "all", "sum", "overall"];

/// How far, as a share of the total, the sum may be off and still be meant as it.
const NEAR: f64 = 0.25;

/// By row and column, the text of a table's cells.
type Table = BTreeMap<(u32, u32), Span>;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut tables: BTreeMap<u32, Table> = BTreeMap::new();
    for block in &draft.document.blocks {
        if let BlockKind::Cell { table, row, column } = block.kind {
            tables.entry(table).or_default().insert((row, column), block.span);
        }
    }
    for table in tables.values() {
        in_table(draft, table, found);
    }
}

fn in_table(draft: &CheckContext<'_>, table: &Table, found: &mut Vec<Found>) {
    let is_first = |((_, column), span): (&(u32, u32), &Span)| *column == 0 && is_total(draft.text(*span));
    let Some((&(last, _), _)) = table.iter().find(|entry| is_first(*entry)) else { return };
    let is_partial = |((row, _), span): (&(u32, u32), &Span)| *row < last && draft.text(*span).contains("ubtotal");
    if last < 3 || table.iter().any(is_partial) {
        return;
    }
    for (&(_, column), place) in table.range((last, 1)..(last + 1, 0)) {
        let Some(total) = Number::of(draft.text(*place)) else { continue };
        let above = |row| table.get(&(row, column)).and_then(|span| Number::of(draft.text(*span)));
        let Some(rows) = (1..last).map(above).collect::<Option<Vec<Number>>>() else { continue };
        let sum: f64 = rows.iter().map(|row| row.amount).sum();
        let slack: f64 = rows.iter().map(|row| row.half).sum::<f64>() + total.half;
        let off = (sum - total.amount).abs();
        let whole = rows.iter().all(|row| row.half == 0.5);
        let is_off = if whole && !total.is_share { off > 0.0 } else { off > slack * 1.01 };
        if is_off && off <= NEAR * total.amount.abs() {
            let message = format!(
                "the {} rows above add up to {}, the draft says {}",
                rows.len(),
                shown(sum),
                shown(total.amount)
            );
            found.push(Found { places: vec![*place], message });
        }
    }
}

fn is_total(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").trim_end_matches(':').to_lowercase();
    TOTAL.contains(&first.as_str())
}

/// A cell that holds one number.
struct Number {
    amount: f64,
    /// Half of the last digit that is written.
    half: f64,
    is_share: bool,
}

impl Number {
    /// The number of a cell that holds nothing else but a currency's sign, `%`, or one word.
    fn of(text: &str) -> Option<Self> {
        let is_share = text.ends_with('%');
        let bare = text.trim_start_matches(['$', '£', '€', '¥']).trim_end_matches('%').trim();
        let (digits, word) = bare.split_once(' ').unwrap_or((bare, ""));
        let plain: String = digits.chars().filter(|letter| *letter != ',').collect();
        let is_word = word.chars().all(char::is_alphabetic);
        let is_number = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let decimals = plain.split_once('.').map_or(0, |(_, behind)| behind.len());
        let amount = plain.parse().ok().filter(|_| is_word && is_number)?;
        Some(Self { amount, half: 0.5 * 10_f64.powi(-i32::try_from(decimals).ok()?), is_share })
    }
}
