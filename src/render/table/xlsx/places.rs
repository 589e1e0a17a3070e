//! The sheet of places to look: a row a place, each with its link.

use super::super::super::escape;
use super::super::Table;
use super::super::row::{capital, tick};
use super::style::{self, Styles};
use crate::claim::Prompt;
use crate::sheet::{Item, Sheet, essence};
use rust_xlsxwriter::{Worksheet, XlsxError};
use std::collections::{HashMap, HashSet};

/// The sheet's name.
pub(super) const NAME: &str = "Where to look";

const HEADER: &[(&str, f64)] =
    &[("No.", 5.0), ("Priority", 9.0), ("Claim", 44.0), ("Place", 44.0), ("Why there", 56.0), ("Looked", 8.0)];

/// Writes the places; on which row, from 0, the first of each claim stands, by its id.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    styles: &Styles,
) -> Result<HashMap<String, u32>, XlsxError> {
    let mut places = HashMap::new();
    let mut seen = HashSet::new();
    let parsed = table.rows.first().and_then(|row| Sheet::parse(row.material.sheet).ok());
    let items = parsed.as_ref().map(Sheet::items).unwrap_or_default();
    let mut at = 0;
    for row in table.rows.iter().filter(|row| seen.insert(row.task.id())) {
        let Some(claim) = row.claim() else { continue };
        let items = items.get(claim.id.as_str()).map_or(&[][..], Vec::as_slice);
        for prompt in &claim.prompts {
            at += 1;
            places.entry(claim.id.clone()).or_insert(at);
            style::text(sheet, at, 0, &claim.number.to_string(), &styles.number)?;
            style::text(sheet, at, 1, &capital(row.task.priority().name()), &styles.text)?;
            style::text(sheet, at, 2, &row.task.heading(), &styles.text)?;
            style::link(sheet, at, 3, &prompt.label, prompt.url.as_deref(), styles)?;
            style::text(sheet, at, 4, &prompt.why, &styles.text)?;
            style::text(sheet, at, 5, tick(is_ticked(prompt, items)), &styles.text)?;
        }
    }
    style::header(sheet, HEADER, at, 0, styles)?;
    Ok(places)
}

fn is_ticked(prompt: &Prompt, items: &[Item]) -> bool {
    let url = prompt.url.as_deref().map(escape::address).unwrap_or_default();
    let words = essence(&format!("{}{url}{}", prompt.label, prompt.why));
    items.iter().any(|item| item.ticked && essence(&item.text) == words)
}
