//! A row of totals that is not the sum of its column.

use crate::check::figures::{decimals, number_at};
use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::numbers::TOTAL;
use crate::english::token::{Token, TokenKind};
use crate::text::document::BlockKind;
use std::collections::BTreeMap;

/// How far, as a share of the total, the sum may be off and still be meant as it.
const NEAR: f64 = 0.25;

/// By row and column, the cells of a table.
type Table<'a> = BTreeMap<(u32, u32), Passage<'a>>;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut tables: BTreeMap<u32, Table<'_>> = BTreeMap::new();
    for block in &draft.document.blocks {
        if let BlockKind::Cell { table, row, column } = block.kind {
            tables.entry(table).or_default().insert((row, column), draft.passage(block.span));
        }
    }
    for table in tables.values() {
        in_table(table, found);
    }
}

fn in_table(table: &Table<'_>, found: &mut Vec<Found>) {
    let mut totals = table.iter().filter(|((_, column), cell)| *column == 0 && cell.first_is(TOTAL));
    let Some((&(last, _), _)) = totals.next() else { return };
    let mut above = table.range(..(last, 0));
    if last < 3 || above.any(|(_, cell)| cell.has_word(words!["subtotal", "subtotals"])) {
        return;
    }
    for (&(_, column), place) in table.range((last, 1)..(last + 1, 0)) {
        let Some(total) = Number::of(*place) else { continue };
        let above = |row| table.get(&(row, column)).and_then(|cell| Number::of(*cell));
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
                format_number(sum),
                format_number(total.amount)
            );
            found.push(Found { places: vec![place.span()], message });
        }
    }
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
    fn of(cell: Passage<'_>) -> Option<Self> {
        let number = cell.from(usize::from(cell.first_is(TokenKind::Currency)));
        let amount = number_at(number, 0)?;
        let is_share = number.kind(1) == Some(TokenKind::Percent);
        let rest = number.from(1 + usize::from(is_share));
        let is_alone = rest.len() <= 1 && rest.tokens.iter().all(Token::is_word);
        let half = 0.5 * 10_f64.powi(-decimals(number).try_into().ok()?);
        is_alone.then_some(Self { amount, half, is_share })
    }
}
