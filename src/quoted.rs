//! The stretches of a document that stand in quotation marks.

use crate::span::Span;

/// A stretch of prose within quotation marks, in one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// With its marks.
    pub outer: Span,
    /// The words within the marks.
    pub inner: Span,
    /// 0 for a quotation, 1 for one within another.
    pub depth: u8,
    /// Whether the closing mark is there. One that is left open and taken up by an opening mark at
    /// the next block's start is continued there, which is no error.
    pub closed: bool,
    /// Whether it takes up the quotation that the block before left open.
    pub continues: bool,
}
