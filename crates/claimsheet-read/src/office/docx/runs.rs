//! Where the words of a Word document stand in its XML, so that marks can be put there.

use std::ops::Range;

/// A run: words of one look. All places are bytes of the part's XML.
#[derive(Debug, Clone)]
pub struct Run {
    /// Where it begins.
    pub start: usize,
    /// Where its content begins, behind its properties.
    pub content: usize,
    /// One past its end.
    pub end: usize,
    /// Its properties.
    pub properties: Option<Range<usize>>,
    /// The run around it, where it stands in a text box.
    pub outer: Option<usize>,
}

/// An element with words but without runs: a formula.
#[derive(Debug, Clone)]
pub struct Apart {
    /// Where it begins.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// The run around it, where it stands in a text box.
    pub outer: Option<usize>,
}

/// The start of a text element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextTag {
    /// `t`, or `delText` in what was deleted.
    pub local: &'static str,
    /// Where its text begins.
    pub end: usize,
    /// Whether white space at its ends counts.
    pub preserves: bool,
}

/// What words stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The text element of a run, by the run's number.
    Text(usize, TextTag),
    /// Another child of a run: a tab, a symbol.
    Child(usize),
    /// An element without runs, by its number.
    Apart(usize),
}

/// A stretch of words and its place in the XML.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The paragraph, by its number in the part.
    pub paragraph: usize,
    /// Bytes of the paragraph's text; once the document is made, of its prose.
    pub text: Range<usize>,
    /// Bytes of the XML.
    pub xml: Range<usize>,
    /// Whether no place within it can be told.
    pub whole: bool,
    /// What it stands in.
    pub place: Place,
}

/// The runs of a part, and the words in them in the order of the XML.
#[derive(Debug, Default)]
pub struct Runs {
    /// The runs, by number.
    pub list: Vec<Run>,
    /// The elements without runs, by number.
    pub apart: Vec<Apart>,
    /// The words.
    pub pieces: Vec<Piece>,
    /// The marks of comments: the comment's id, the element's place, the run that holds it.
    pub comments: Vec<(String, Range<usize>, Option<usize>)>,
}

impl Runs {
    /// Takes the words of a paragraph behind its byte `kept` away.
    pub(super) fn cut(&mut self, paragraph: usize, kept: usize) {
        while let Some(last) = self.pieces.last_mut().filter(|last| last.paragraph == paragraph && last.text.end > kept)
        {
            if last.text.start >= kept {
                self.pieces.pop();
            } else {
                last.xml.end -= last.text.end - kept;
                last.text.end = kept;
            }
        }
    }
}
