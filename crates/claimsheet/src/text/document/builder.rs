//! Puts a document together, block by block.

use crate::text::document::{Block, BlockKind, Document, Link, LinkTarget, Timecode};
use crate::text::span::{SourceSpan, Span};

/// A place where a word may be divided at the end of a line.
const SOFT_HYPHEN: char = '\u{ad}';

/// A document in the making.
pub struct DocumentBuilder<'a> {
    source: &'a str,
    /// The document so far.
    pub document: Document,
    open: Option<Open>,
    section: Option<usize>,
}

/// Counts tables, rows and columns; all begin at 1, as what is counted has just begun.
#[derive(Debug, Clone, Copy, Default)]
pub struct CellCount {
    table: u32,
    row: u32,
    column: u32,
}

impl CellCount {
    /// The count as a table begins.
    #[must_use]
    pub const fn next_table(self) -> Self {
        Self { table: self.table + 1, row: 0, column: 0 }
    }

    /// The count as a row begins.
    #[must_use]
    pub const fn next_row(self) -> Self {
        Self { row: self.row + 1, column: 0, ..self }
    }

    /// The count as a cell begins.
    #[must_use]
    pub const fn next_column(self) -> Self {
        Self { column: self.column + 1, ..self }
    }

    /// The kind of the block in the cell that has just begun.
    pub const fn kind(self) -> BlockKind {
        BlockKind::Cell {
            table: self.table.saturating_sub(1),
            row: self.row.saturating_sub(1),
            column: self.column.saturating_sub(1),
        }
    }
}

struct Open {
    kind: BlockKind,
    start: usize,
}

impl<'a> DocumentBuilder<'a> {
    /// An empty document of `source`.
    pub fn new(source: &'a str) -> Self {
        let document = Document { prose: String::with_capacity(source.len() + 64), ..Document::default() };
        Self { source, document, open: None, section: None }
    }

    /// Begins a block of `kind` unless one is open.
    pub fn open(&mut self, kind: BlockKind) {
        if self.open.is_none() {
            self.open = Some(Open { kind, start: self.document.prose.len() });
        }
    }

    /// Whether a block is open.
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Ends the open block; one without words leaves no trace.
    pub fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let text = self.document.prose.get(open.start..).unwrap_or("");
        let start = open.start + (text.len() - text.trim_start().len());
        let end = start + text.trim().len();
        if start == end {
            return;
        }
        self.document.prose.push('\n');
        let index = self.document.blocks.len();
        let section = if open.kind.is_heading() { None } else { self.section };
        self.document.blocks.push(Block {
            kind: open.kind,
            span: Span::at(start, end),
            section,
            paragraph: index as u32 + 1,
        });
        if matches!(open.kind, BlockKind::Heading(_)) {
            self.section = Some(index);
        }
    }

    /// Appends the source at `start..end` as it is.
    pub fn verbatim(&mut self, start: usize, end: usize) {
        let text = self.source.get(start..end).unwrap_or("");
        self.push(text, start, end);
    }

    /// Appends `text`, which stands for the source at `start..end`, without soft hyphens: nobody sees
    /// them, and a word with one is the same word.
    pub fn push(&mut self, text: &str, start: usize, end: usize) {
        if !text.contains(SOFT_HYPHEN) {
            return self.piece(text, start, end);
        }
        if self.source.get(start..end) != Some(text) {
            return self.piece(&text.replace(SOFT_HYPHEN, ""), start, end);
        }
        let mut from = start;
        for piece in text.split(SOFT_HYPHEN) {
            self.piece(piece, from, from + piece.len());
            from += piece.len() + SOFT_HYPHEN.len_utf8();
        }
    }

    fn piece(&mut self, text: &str, start: usize, end: usize) {
        if text.is_empty() {
            return;
        }
        let at = self.document.prose.len();
        self.document.prose.push_str(text);
        let prose = Span::at(at, self.document.prose.len());
        if self.source.get(start..end) == Some(text) || text.len() != end - start {
            self.document.map.push(prose, SourceSpan::at(start, end));
        } else {
            self.document.map.push_substituted(prose, SourceSpan::at(start, end));
        }
    }

    /// Appends one space for the source at `start..end`, unless white space is there already.
    pub fn space(&mut self, start: usize, end: usize) {
        if self.is_open() && !self.document.prose.ends_with(char::is_whitespace) {
            self.push(" ", start, end);
        }
    }

    /// Says who speaks, and when, from here on.
    pub fn speaks(&mut self, speaker: Option<u32>, time: Option<Timecode>) {
        self.document.speech.push(self.document.prose.len(), speaker, time);
    }

    /// The end of the prose so far.
    pub fn at(&self) -> usize {
        self.document.prose.len()
    }

    /// Adds a link on the prose from `start` to here.
    pub fn link(&mut self, start: usize, target: LinkTarget) {
        let span = Span::at(start.min(self.at()), self.at());
        self.document.links.push(Link { span, target });
    }

    /// The finished document.
    pub fn finish(mut self) -> Document {
        self.close();
        self.document.links.sort_by_key(|link| (link.span.start, link.span.end));
        self.document.source = self.source.to_owned();
        self.document
    }
}
