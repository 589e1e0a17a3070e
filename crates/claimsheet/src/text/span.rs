//! Half-open byte ranges, in two spaces that cannot be mixed by mistake.
//!
//! A [`Span`] (in [`Prose`]) points into [`Document::prose`](crate::text::document::Document::prose),
//! the text that detectors read. A [`SourceSpan`] points into the file as its author has it.
//! [`OffsetMap`](crate::text::document::OffsetMap) leads from the first to the second.

use std::marker::PhantomData;
use std::ops::Range;

/// The space of positions in a document's prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prose {}

/// The space of positions in the file that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {}

/// A half-open byte range `start..end` with `start <= end`.
///
/// Offsets are `u32`: readers refuse documents of 4 GiB and more.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<Space = Prose> {
    /// First byte of the range.
    pub start: u32,
    /// One past the last byte of the range.
    pub end: u32,
    space: PhantomData<Space>,
}

/// A range of bytes of the file that was read.
pub type SourceSpan = Span<Source>;

impl<Space> Clone for Span<Space> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Space> Copy for Span<Space> {}

impl<Space> Default for Span<Space> {
    fn default() -> Self {
        Self::new(0, 0)
    }
}

impl<Space> Span<Space> {
    /// The range from `start` to `end`; an end before the start gives an empty range at `start`.
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end, space: PhantomData }
    }

    /// The range from two offsets of a buffer that is shorter than 4 GiB.
    pub const fn at(start: usize, end: usize) -> Self {
        Self::new(start as u32, end as u32)
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range for indexing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words that the range covers, or nothing where it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether both ranges share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this range.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_half_open() {
        let span: Span = Span::new(2, 5);
        assert_eq!(span.of("0123456"), "234");
        assert!(!span.overlaps(Span::new(5, 6)));
        assert!(span.overlaps(Span::new(4, 6)));
        assert!(span.contains(Span::new(2, 5)));
    }

    #[test]
    fn a_span_outside_its_text_or_inside_a_character_covers_nothing() {
        assert_eq!(Span::<Prose>::new(3, 9).of("short"), "");
        assert_eq!(Span::<Prose>::new(0, 1).of("é"), "");
    }

    #[test]
    fn an_end_before_the_start_gives_an_empty_span() {
        assert!(Span::<Prose>::new(4, 1).is_empty());
    }
}
