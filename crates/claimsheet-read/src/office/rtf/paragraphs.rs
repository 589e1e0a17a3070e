//! The paragraphs of the article, of a note or of a box, as they are read.

use super::super::flow::{Mark, Paragraph};
use super::group::Properties;
use super::styles::{self, Styles};
use claimsheet::text::document::{BlockKind, LinkTarget};

/// A row of paragraphs.
#[derive(Debug)]
pub(super) struct Paragraphs {
    pub(super) done: Vec<Paragraph>,
    pub(super) open: Paragraph,
    /// What stands beside the open one: boxes and descriptions of pictures.
    beside: Vec<Paragraph>,
    /// The number of the table, and of row and column in it; none outside of tables.
    cell: Option<(u32, u32)>,
    tables: u32,
    /// Where the paragraphs of the open table begin, and its widest row.
    table: (usize, u32),
}

impl Paragraphs {
    pub(super) const fn new() -> Self {
        let open = Paragraph::new(BlockKind::Paragraph);
        Self { done: Vec::new(), open, beside: Vec::new(), cell: None, tables: 0, table: (0, 0) }
    }

    /// Ends the open paragraph.
    pub(super) fn end(&mut self, said: &Properties, styles: &Styles) {
        if !said.in_table {
            self.end_table();
        } else if self.cell.is_none() {
            self.cell = Some((0, 0));
            self.tables += 1;
            self.table = (self.done.len(), 0);
        }
        let mut paragraph = std::mem::replace(&mut self.open, Paragraph::new(BlockKind::Paragraph));
        paragraph.settle("");
        let is_bulleted = trim_bullet(&mut paragraph);
        paragraph.kind = match self.cell {
            Some((row, column)) => BlockKind::Cell { table: self.tables - 1, row, column },
            None => match said.outline.and_then(styles::of_outline).or_else(|| styles.kind(said.style)) {
                Some(kind) => kind,
                None if said.is_listed || is_bulleted => BlockKind::ListItem,
                None => BlockKind::Paragraph,
            },
        };
        self.done.push(paragraph);
        self.done.append(&mut self.beside);
    }

    /// Ends a cell with the open paragraph in it.
    pub(super) fn end_cell(&mut self, said: &Properties, styles: &Styles) {
        self.end(&Properties { in_table: true, ..*said }, styles);
        if let Some((_, column)) = &mut self.cell {
            *column += 1;
            self.table.1 = self.table.1.max(*column);
        }
    }

    /// Ends a row.
    pub(super) const fn end_row(&mut self) {
        if let Some((row, column)) = &mut self.cell {
            *row += 1;
            *column = 0;
        }
    }

    /// Ends the table; one of one cell is a box around text.
    fn end_table(&mut self) {
        let Some((rows, _)) = self.cell.take() else { return };
        let (first, widest) = self.table;
        if rows <= 1 && widest <= 1 {
            let cells = self.done.get_mut(first..).unwrap_or_default();
            let number = self.tables - 1;
            let is_cell = |kind: BlockKind| matches!(kind, BlockKind::Cell { table, .. } if table == number);
            cells.iter_mut().filter(|cell| is_cell(cell.kind)).for_each(|cell| cell.kind = BlockKind::Paragraph);
        }
    }

    /// Puts something beside the open paragraph.
    pub(super) fn put_beside(&mut self, paragraph: Paragraph) {
        self.beside.push(paragraph);
    }

    /// Marks the words of the open paragraph from `start` on, or a place in it.
    pub(super) fn mark(&mut self, start: usize, target: LinkTarget) {
        let end = self.open.text.len();
        self.open.marks.push(Mark { start: start.min(end), end, target });
    }

    /// All of them.
    pub(super) fn finish(mut self, said: &Properties, styles: &Styles) -> Vec<Paragraph> {
        if !self.open.is_empty() || !self.beside.is_empty() {
            self.end(said, styles);
        }
        self.end_table();
        self.done
    }
}

/// Takes a bullet away that a program wrote as text.
fn trim_bullet(paragraph: &mut Paragraph) -> bool {
    let bare = paragraph.text.trim_start().trim_start_matches(['•', '·', '◦', '▪']);
    let cut = paragraph.text.len() - bare.len();
    let has_bullet = cut > 0 && paragraph.text.trim_start().len() > bare.len() && bare.starts_with(char::is_whitespace);
    if has_bullet {
        paragraph.text.drain(..cut);
        for mark in &mut paragraph.marks {
            (mark.start, mark.end) = (mark.start.saturating_sub(cut), mark.end.saturating_sub(cut));
        }
    }
    has_bullet
}
