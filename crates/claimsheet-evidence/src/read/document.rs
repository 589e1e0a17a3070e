//! Documents that drafts are also written in: Word, `OpenDocument`, RTF, HTML and what else the readers know.

use super::{Limits, ReadOutcome};
use crate::number::number;
use crate::passage::{Cell, Passage, Place, Row, SourceFile, Table};
use claimsheet::text::document::{BlockKind, Document};
use claimsheet_read::{ReadError, ReadOptions, read_all};

/// Longest line that ends with a stop and still names a table, in bytes.
const CAPTION: usize = 60;

/// Reads a document by the reader that knows it.
pub(super) fn read(path: &str, bytes: &[u8], limits: &Limits) -> ReadOutcome {
    let mut options = ReadOptions { name: Some(path), ..ReadOptions::default() };
    options.limits = options.limits.with_bytes(limits.bytes);
    let documents = read_all(bytes, &options).map_err(|error| match error {
        ReadError::Empty => "it holds no text".to_owned(),
        error => error.to_string(),
    })?;
    let mut file = SourceFile::default();
    for document in &documents {
        add(document, &mut file);
    }
    file.kind = documents.first().map(|document| document.format.to_owned()).unwrap_or_default();
    file.date = documents.first().and_then(|document| document.meta.published);
    file.address = documents.first().and_then(|document| document.meta.url.clone());
    file.title = documents.first().and_then(|document| document.meta.title.clone());
    Ok(file)
}

/// Adds the blocks of a document; cells of its tables become tables.
pub(super) fn add(document: &Document, file: &mut SourceFile) {
    let is_office = matches!(document.format, "docx" | "odt" | "rtf");
    let (mut paragraph, mut footnote) = (0, 0);
    let mut tables: Vec<(u32, Table)> = Vec::new();
    let mut title = String::new();
    for block in &document.blocks {
        let text = document.text(block.span).trim();
        if text.is_empty() {
            continue;
        }
        let mut place = Place::default();
        if block.kind == BlockKind::Footnote {
            footnote += 1;
            place.footnote = Some(footnote);
        } else {
            paragraph += 1;
            place.paragraph = is_office.then_some(paragraph);
        }
        if let BlockKind::Cell { table, row, column } = block.kind {
            let index = tables.iter().position(|(number, _)| *number == table).unwrap_or_else(|| {
                tables.push((table, Table { title: title.clone(), ..Table::default() }));
                tables.len() - 1
            });
            if let Some((_, table)) = tables.get_mut(index) {
                put(table, row as usize, column as usize, text, place);
            }
            continue;
        }
        // What stands right before a table names it, unless it is a paragraph that tells something.
        let is_prose = text.len() > CAPTION && text.ends_with(['.', '!', '?', '”', '"']);
        title = if is_prose { String::new() } else { text.chars().take(120).collect() };
        let section = document.section(block).unwrap_or_default().to_owned();
        file.passages.push(Passage { context: section, ..Passage::at(place, text) });
    }
    for (_, table) in tables {
        file.push_table(table);
    }
}

/// Puts a cell into a table; row 0 holds the heads. Paragraphs of one cell are joined.
fn put(table: &mut Table, row: usize, column: usize, text: &str, place: Place) {
    if column > 1000 {
        return;
    }
    if row == 0 {
        table.heads.resize(table.heads.len().max(column + 1), String::new());
        if let Some(head) = table.heads.get_mut(column) {
            let joined = format!("{head} {text}");
            joined.trim().clone_into(head);
        }
        return;
    }
    table.rows.resize(table.rows.len().max(row), Row::default());
    let Some(row) = table.rows.get_mut(row - 1) else { return };
    row.cells.resize(row.cells.len().max(column + 1), Cell::default());
    if let Some(cell) = row.cells.get_mut(column) {
        let joined = format!("{} {text}", cell.text);
        joined.trim().clone_into(&mut cell.text);
        cell.number = number(&cell.text);
        cell.place = place;
    }
}
