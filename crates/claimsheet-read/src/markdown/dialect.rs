//! What programs add to Markdown and no reader sees: shortcodes, comments, attributes, citations.
//!
//! They are covered with a filler of the same length before the parser sees the text, so that no
//! position shifts. What they say (a citation, a note, a caption) is kept beside, by its place.

use std::borrow::Cow;
use std::ops::Range;

mod inline;
mod lines;
mod math;
#[cfg(test)]
mod tests;

/// Stands for a byte that is no prose; the parser takes it for a letter.
pub(super) const FILLER: char = '\u{1}';

/// A text made ready for the parser.
pub(super) struct Prepared<'a> {
    /// The text, in which [`FILLER`] and spaces cover what is no prose.
    pub(super) text: Cow<'a, str>,
    /// What was covered and says something, by the place where it begins, rising.
    pub(super) marks: Vec<Mark>,
    /// Line ends at which a block ends, rising.
    pub(super) breaks: Vec<usize>,
    /// Words of formulas.
    pub(super) formulas: u64,
}

impl Prepared<'_> {
    /// The text with as many spaces before it as the source has bytes that were skipped.
    pub(super) fn whole(&self, skipped: usize) -> Cow<'_, str> {
        if skipped == 0 { Cow::Borrowed(&self.text) } else { Cow::Owned(" ".repeat(skipped) + &self.text) }
    }
}

/// Something that was covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) kind: MarkKind,
}

/// What a [`Mark`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// The key of a citation, and the citation as written.
    Citation(String, String),
    /// The words of a note.
    Note(Range<usize>),
    /// The words of a caption.
    Caption(Range<usize>),
    /// Raised text.
    Raised(Range<usize>),
}

/// Goes over a text and notes what to cover.
struct Scan<'a> {
    text: &'a str,
    covers: Vec<(Range<usize>, u8)>,
    marks: Vec<Mark>,
    breaks: Vec<usize>,
    /// Whether bare `@key` are citations: the text has some in brackets, or names a bibliography.
    cites: bool,
    /// The mark that ends the open block of code.
    fence: Option<(u8, usize)>,
    /// Whether the lines are the body of an admonition, indented by four.
    in_admonition: bool,
    formulas: u64,
}

/// Makes `text` ready; it is borrowed where there is nothing to cover.
pub(super) fn prepare(text: &str) -> Prepared<'_> {
    let mut scan = Scan {
        text,
        covers: Vec::new(),
        marks: Vec::new(),
        breaks: Vec::new(),
        cites: memchr::memmem::find(text.as_bytes(), b"[@").is_some(),
        fence: None,
        in_admonition: false,
        formulas: 0,
    };
    let start = front_matter(text);
    scan.cites |= text.get(..start).is_some_and(|head| head.contains("bibliography:"));
    scan.lines(start);
    let covered = covered(text, &scan.covers);
    scan.marks.sort_by_key(|mark| mark.at);
    Prepared { text: covered, marks: scan.marks, breaks: scan.breaks, formulas: scan.formulas }
}

/// Where the text begins behind its front matter.
fn front_matter(text: &str) -> usize {
    let Some(mark) = ["---", "+++"].into_iter().find(|mark| text.starts_with(mark)) else { return 0 };
    let ends = memchr::memmem::find_iter(text.as_bytes(), mark.as_bytes()).skip(1);
    ends.map(|at| (at, at + 3))
        .find(|(at, end)| {
            text.get(..*at).is_some_and(|before| before.ends_with('\n'))
                && text.get(*end..).is_some_and(|rest| rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
        })
        .map_or(0, |(_, end)| end)
}

/// `text` with its covers on: only whole characters are covered, each byte of them by one byte.
fn covered<'a>(text: &'a str, covers: &[(Range<usize>, u8)]) -> Cow<'a, str> {
    if covers.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for (range, with) in covers {
        let range = text.floor_char_boundary(range.start)..text.ceil_char_boundary(range.end);
        for byte in bytes.get_mut(range).unwrap_or_default() {
            if *byte != b'\n' && *byte != b'\r' {
                *byte = *with;
            }
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

impl Scan<'_> {
    fn cover(&mut self, range: Range<usize>) {
        self.covers.push((range, FILLER as u8));
    }

    /// Covers lines as empty ones.
    fn blank(&mut self, range: Range<usize>) {
        self.covers.push((range, b' '));
    }

    fn mark(&mut self, at: usize, kind: MarkKind) {
        self.marks.push(Mark { at, kind });
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }

    /// Where `end` begins behind `at`, within a bounded distance.
    fn find(&self, at: usize, end: &str, within: usize) -> Option<usize> {
        let limit = self.text.floor_char_boundary(at.saturating_add(within).min(self.text.len()));
        memchr::memmem::find(self.text.as_bytes().get(at..limit)?, end.as_bytes()).map(|found| at + found)
    }
}
