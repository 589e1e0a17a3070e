//! The sheet of what is no claim: problems in the draft, names, what is not listed.

use super::super::super::RenderContext;
use super::super::super::words::mentions;
use super::super::row::{capital, tick};
use super::height::height;
use super::style::{self, Styles};
use claimsheet::claim::{Finding, NameEntry};
use claimsheet_sheet::{Item, Sheet, essence};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The sheet's name.
pub(super) const NAME: &str = "Problems, names, not listed";

/// What the rows of findings are called.
pub(crate) const FINDING: &str = "Problem";

/// Its columns, with their widths in letters.
pub(crate) const HEADER: &[(&str, f64)] =
    &[("Part", 13.0), ("Where", 20.0), ("What", 28.0), ("In words", 62.0), ("To verify", 34.0), ("Settled", 9.0)];

/// Writes them, a row each under one header, so that all can be filtered.
pub(super) fn write(sheet: &mut Worksheet, material: &RenderContext<'_>, styles: &Styles) -> Result<(), XlsxError> {
    let analysis = &material.worksheet.analysis;
    let items = Sheet::parse(material.sheet).map(|sheet| sheet.other_items()).unwrap_or_default();
    let mut rows: Vec<[String; 6]> = Vec::new();
    let words = |word: &str| word.to_owned();
    rows.extend(
        analysis.warnings.iter().map(|warning| {
            [words("Note"), String::new(), String::new(), warning.clone(), String::new(), String::new()]
        }),
    );
    rows.extend(analysis.findings.iter().map(|finding| of_finding(finding, material.unit(), &items)));
    rows.extend(analysis.set_aside.iter().map(|aside| {
        let line = format!("{} {}", material.unit(), aside.line);
        [words("Not listed"), line, capital(aside.reason.name()), aside.text.clone(), String::new(), String::new()]
    }));
    rows.extend(analysis.names.iter().map(|name| of_name(name, material.unit(), &items)));
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            style::text(sheet, at as u32 + 1, column as u16, cell, &styles.text)?;
        }
        let sized = row.iter().zip(HEADER).map(|(cell, (_, width))| (cell.as_str(), *width, style::SIZE));
        sheet.set_row_height(at as u32 + 1, height(sized))?;
    }
    style::header(sheet, HEADER, rows.len() as u32, 0, styles)
}

fn of_finding(finding: &Finding, unit: &str, items: &[Item]) -> [String; 6] {
    let (title, lines) = (finding.title(), finding.lines(unit));
    let words = essence(&format!("{lines}{}", finding.message));
    let settled = items.iter().any(|item| item.ticked && essence(&item.text).ends_with(&words));
    [FINDING.to_owned(), lines, capital(&title), finding.message.clone(), String::new(), tick(settled).to_owned()]
}

fn of_name(name: &NameEntry, unit: &str, items: &[Item]) -> [String; 6] {
    let mut about: Vec<String> = vec![name.kind.name().to_owned()];
    about.extend(name.titles.iter().cloned());
    about.extend(name.variants.iter().map(|variant| format!("also “{variant}”")));
    let known = essence(&format!("{}{}", name.name, name.titles.join("")));
    let settled = items.iter().any(|item| {
        let stem = item.text.rsplit_once(" — ").map_or(item.text.as_str(), |(stem, _)| stem);
        let is_named = item.stem().is_some_and(|stem| essence(&stem) == essence(&name.name));
        item.ticked && (essence(stem) == known || is_named && essence(&item.text).starts_with(&known))
    });
    [
        "Name".to_owned(),
        mentions(name, unit),
        name.name.clone(),
        about.join("; "),
        name.verify.to_string(),
        tick(settled).to_owned(),
    ]
}
