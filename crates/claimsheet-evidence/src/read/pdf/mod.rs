//! PDF: the text of its pages, with the numbers that are printed on them.

use super::{Limits, ReadOutcome};
use crate::passage::{Passage, Place, SourceFile};
use hayro_syntax::{LoadPdfError, Pdf};
use interpret::Interpreter;
use layout::{Paragraph, Piece};
use rustc_hash::FxHashSet;
use std::sync::Arc;

mod guard;
mod interpret;
mod labels;
mod layout;
mod table;

/// Lines of a paragraph from which on it is prose and no part of a table.
const PROSE: usize = 2;

/// What the content of a document may cost.
pub(super) struct Budget {
    steps: u64,
    bytes: u64,
}

impl Budget {
    /// Takes a step; false where there is none left.
    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0
    }

    /// Takes `count` unpacked bytes; false where there are none left.
    fn bytes(&mut self, count: usize) -> bool {
        self.bytes = self.bytes.saturating_sub(count as u64);
        self.bytes > 0
    }
}

/// Reads the pages of a PDF.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> ReadOutcome {
    if !guard::is_safe(bytes) {
        return Err("a part of this PDF unpacks to more than any document holds; print it to a new PDF".to_owned());
    }
    let pdf = match Pdf::new(Arc::new(bytes.to_vec())) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => {
            return Err("this PDF is locked with a password; open it and print it to a new PDF".to_owned());
        }
        Err(LoadPdfError::Invalid) => {
            return Err("this PDF is damaged; open it in a viewer and save or print it anew".to_owned());
        }
    };
    let pages = pages(&pdf, limits);
    if pages.is_empty() {
        return Err("this PDF has no pages that can be read; open it in a viewer and print it anew".to_owned());
    }
    let empty: Vec<usize> = (1..).zip(&pages).filter(|(_, page)| page.is_empty()).map(|(number, _)| number).collect();
    if empty.len() == pages.len() {
        return Err("no page of this PDF has text that can be read; where its pages are pictures, run text recognition (OCR) over it, else open it in a viewer and print it anew".to_owned());
    }
    let mut file = SourceFile { kind: kind(pages.len()), ..SourceFile::default() };
    if !empty.is_empty() {
        let numbers: Vec<String> = empty.iter().map(usize::to_string).collect();
        let numbers = numbers.join(", ");
        file.warnings.push(format!("no text on page {numbers}: a picture, or an empty page; look at it yourself"));
    }
    if pdf.pages().len() > limits.pages {
        file.warnings.push(format!("only the first {} pages were read; divide the file", limits.pages));
    }
    let printed = labels::printed(&pages);
    let compounds = compounds(&pages);
    for ((page, printed), number) in pages.iter().zip(printed).zip(1..) {
        read_page(page, &Place::page(number, printed), &compounds, &mut file);
    }
    Ok(file)
}

fn kind(pages: usize) -> String {
    if pages == 1 { "PDF, 1 page".to_owned() } else { format!("PDF, {pages} pages") }
}

/// The pieces of text of each page.
fn pages(pdf: &Pdf, limits: &Limits) -> Vec<Vec<Piece>> {
    let interpreter = Interpreter::new();
    let mut budget = Budget { steps: 60_000_000, bytes: 512 << 20 };
    let read = |page| {
        let mut most = Budget { steps: budget.steps.min(4_000_000), bytes: budget.bytes };
        let before = most.steps;
        let glyphs = interpreter.glyphs(page, &mut most);
        budget.steps = budget.steps.saturating_sub(before - most.steps);
        budget.bytes = most.bytes;
        layout::pieces(&glyphs)
    };
    pdf.pages().iter().take(limits.pages).map(read).collect()
}

/// Words with hyphens that stand within lines.
fn compounds(pages: &[Vec<Piece>]) -> FxHashSet<String> {
    let words = pages.iter().flatten().flat_map(|piece| piece.text.split(' '));
    let with_hyphen =
        words.map(|word| word.trim_matches(|letter: char| !letter.is_alphabetic())).filter(|word| word.contains('-'));
    with_hyphen.map(str::to_lowercase).collect()
}

fn read_page(pieces: &[Piece], place: &Place, compounds: &FxHashSet<String>, file: &mut SourceFile) {
    let paragraphs = layout::paragraphs(pieces, |word| compounds.contains(word));
    let is_prose = |paragraph: &&Paragraph| paragraph.lines >= PROSE && paragraph.text.len() > 120;
    let prose: Vec<&Piece> = paragraphs.iter().filter(is_prose).flat_map(|paragraph| &paragraph.pieces).collect();
    let others: Vec<Piece> = pieces.iter().filter(|piece| !prose.contains(piece)).cloned().collect();
    let tables = table::tables(&layout::rows(&others), place);
    file.title = file.title.take().or_else(|| title(&paragraphs));
    // What stands in a table is read there, with its heads.
    let cells: FxHashSet<&str> =
        tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells).map(|cell| cell.text.as_str()).collect();
    let texts = paragraphs.iter().filter(|paragraph| paragraph.lines > 1 || !cells.contains(paragraph.text.as_str()));
    file.passages.extend(texts.map(|paragraph| Passage::at(place.clone(), paragraph.text.clone())));
    for table in tables {
        file.push_table(table);
    }
}

/// The words in the largest letters.
fn title(paragraphs: &[Paragraph]) -> Option<String> {
    let size = |paragraph: &&Paragraph| paragraph.pieces.first().map_or(0.0, |piece| piece.size);
    let largest = paragraphs.iter().take(12).max_by(|one, two| size(one).total_cmp(&size(two)))?;
    Some(largest.text.chars().take(160).collect())
}
