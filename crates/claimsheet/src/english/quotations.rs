//! The stretches of a document that stand in quotation marks.
//!
//! Marks pair within a block. Curly, straight, single, double, low and angle marks count; an
//! apostrophe does not. A mark that points the wrong way is taken for what its place says.

use crate::text::document::Document;
use crate::text::span::Span;

mod scan;
#[cfg(test)]
mod tests;

/// A stretch of prose within quotation marks, in one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// With its marks.
    pub outer: Span,
    /// The words within the marks, without white space at the ends.
    pub inner: Span,
    /// 0 for a quotation, 1 for one within another.
    pub depth: u8,
    /// Whether the closing mark is there. One that is left open and taken up by an opening mark at
    /// the next block's start is continued there, which is no error.
    pub closed: bool,
    /// Whether it takes up the quotation that the block before left open.
    pub continues: bool,
}

/// The quotations of a document.
#[derive(Debug, Clone, Default)]
pub struct Quotations {
    outer: Vec<Quoted>,
    nested: Vec<Quoted>,
}

impl Quotations {
    /// Finds the quotations of `document`.
    pub fn find(document: &Document) -> Self {
        let mut found = Self::default();
        let mut here = Vec::new();
        let mut left_open = false;
        for block in &document.blocks {
            scan::block(&document.prose, block.span, &mut here);
            if let Some(quoted) = here.first_mut() {
                quoted.continues = left_open && quoted.outer.start == block.span.start;
            }
            left_open = here.iter().any(|quoted| !quoted.closed && quoted.depth == 0);
            let (outer, nested): (Vec<_>, Vec<_>) = here.drain(..).partition(|quoted| quoted.depth == 0);
            found.outer.extend(outer);
            found.nested.extend(nested);
        }
        found
    }

    /// Those that stand in no other one, in the order of the text, none overlapping.
    #[cfg(test)]
    pub fn outer(&self) -> &[Quoted] {
        &self.outer
    }

    /// Those that stand in no other one and share a byte with `span`.
    pub fn outer_in(&self, span: Span) -> &[Quoted] {
        touching(&self.outer, span)
    }

    /// Those within another that share a byte with `span`.
    pub fn nested_in(&self, span: Span) -> &[Quoted] {
        touching(&self.nested, span)
    }
}

fn touching(sorted: &[Quoted], span: Span) -> &[Quoted] {
    let first = sorted.partition_point(|quoted| quoted.outer.end <= span.start);
    let end = sorted.partition_point(|quoted| quoted.outer.start < span.end);
    sorted.get(first..end).unwrap_or_default()
}
