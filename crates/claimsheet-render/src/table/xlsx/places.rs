//! The sheet of places to look: a row a place, each with its link.

use super::super::Table;
use super::super::row::{Row, capital, tick};
use super::height::height;
use super::style::{self, Styles};
use claimsheet::claim::{Claim, Prompt};
use claimsheet::text::escape::markup;
use claimsheet_sheet::{Item, Sheet, essence};
use rust_xlsxwriter::{Worksheet, XlsxError};
use std::collections::{HashMap, HashSet};

/// The sheet's name.
pub(super) const NAME: &str = "Where to look";

/// Its columns, with their widths in letters.
pub(crate) const HEADER: &[(&str, f64)] =
    &[("No.", 5.0), ("Priority", 9.0), ("Claim", 40.0), ("Place", 36.0), ("Why there", 52.0), ("Looked", 8.0)];

/// The claims with their places, each once.
fn claims<'a>(table: &'a Table<'_>) -> impl Iterator<Item = (&'a Row<'a>, &'a Claim)> {
    let mut seen = HashSet::new();
    let rows = table.rows.iter().filter_map(|row| Some((row, row.claim()?)));
    rows.filter(move |(_, claim)| seen.insert(claim.id.as_str()))
}

/// On which row of the sheet, from 0, the first place of each claim stands, by the claim's id.
pub(super) fn first_rows(table: &Table<'_>) -> HashMap<String, u32> {
    let mut next = 1;
    let mut rows = HashMap::new();
    for (_, claim) in claims(table).filter(|(_, claim)| !claim.prompts.is_empty()) {
        rows.insert(claim.id.clone(), next);
        next += claim.prompts.len() as u32;
    }
    rows
}

/// Writes the places.
pub(super) fn write(sheet: &mut Worksheet, table: &Table<'_>, styles: &Styles) -> Result<(), XlsxError> {
    let parsed = table.rows.first().and_then(|row| Sheet::parse(row.material.sheet).ok());
    let items = parsed.as_ref().map(Sheet::items).unwrap_or_default();
    let mut at = 0;
    for (row, claim) in claims(table) {
        let items = items.get(claim.id.as_str()).map_or(&[][..], Vec::as_slice);
        let heading = row.task.heading();
        for prompt in &claim.prompts {
            at += 1;
            style::text(sheet, at, 0, &claim.number.to_string(), &styles.number)?;
            style::text(sheet, at, 1, &capital(row.task.priority().name()), &styles.text)?;
            style::text(sheet, at, 2, &heading, &styles.text)?;
            style::link(sheet, at, 3, &prompt.label, prompt.url.as_deref(), styles)?;
            style::text(sheet, at, 4, &prompt.why, &styles.text)?;
            style::text(sheet, at, 5, tick(is_ticked(prompt, items)), &styles.number)?;
            let cells = [(heading.as_str(), 40.0), (prompt.label.as_str(), 36.0), (prompt.why.as_str(), 52.0)];
            sheet.set_row_height(at, height(cells.map(|(words, width)| (words, width, style::SIZE))))?;
        }
    }
    style::header(sheet, HEADER, at, 0, styles)
}

fn is_ticked(prompt: &Prompt, items: &[Item]) -> bool {
    let url = prompt.url.as_deref().map(markup::address).unwrap_or_default();
    let words = essence(&format!("{}{url}{}", prompt.label, prompt.why));
    items.iter().any(|item| item.ticked && essence(&item.text) == words)
}
