//! Links and comments whose words are being read.

use super::flow::{Mark, Paragraph};
use claimsheet::text::document::LinkTarget;
use std::collections::HashSet;

/// Links and comments that are open at one time, at most, so that ranges which never end do not
/// cost more with each paragraph.
const MOST_OPEN: usize = 64;

/// What began a range, by which its end is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// A comment, by its id.
    Comment(String),
    /// An element at that depth.
    Element(u32),
    /// The field within that many others and itself.
    Field(usize),
}

#[derive(Debug)]
struct Open {
    key: Key,
    target: LinkTarget,
    /// How many paragraphs are open around its words.
    level: usize,
    /// Where its words begin in the innermost of them.
    start: usize,
}

/// The open ranges.
#[derive(Debug, Default)]
pub(super) struct Spans {
    open: Vec<Open>,
    /// The comments that had a range.
    ranged: HashSet<String>,
}

impl Spans {
    /// Begins a range at the byte `start` of the innermost of `level` paragraphs; between
    /// paragraphs (`level` 0) it begins with the next one.
    pub(super) fn open(&mut self, key: Key, target: LinkTarget, level: usize, start: usize) {
        if let Key::Comment(id) = &key {
            self.ranged.insert(id.clone());
        }
        if self.open.len() < MOST_OPEN {
            self.open.push(Open { key, target, level: level.max(1), start });
        }
    }

    /// Ends a range here, in the innermost of `level` paragraphs.
    pub(super) fn close(&mut self, key: &Key, level: usize, paragraph: Option<&mut Paragraph>) {
        let Some(at) = self.open.iter().rposition(|open| open.key == *key) else { return };
        let open = self.open.remove(at);
        if let Some(paragraph) = paragraph.filter(|_| open.level == level) {
            mark(&open, paragraph);
        }
    }

    /// Whether a comment's reference is all that says where it stands.
    pub(super) fn refers(&self, id: &str) -> bool {
        !self.ranged.contains(id)
    }

    /// Ends the words of open ranges in a paragraph that ends; they go on in the next one.
    pub(super) fn end_paragraph(&mut self, level: usize, paragraph: &mut Paragraph) {
        for open in self.open.iter_mut().filter(|open| open.level == level) {
            mark(open, paragraph);
            open.start = 0;
        }
    }
}

fn mark(open: &Open, paragraph: &mut Paragraph) {
    let end = paragraph.text.len();
    if end > open.start {
        paragraph.marks.push(Mark { start: open.start, end, target: open.target.clone() });
    }
}
