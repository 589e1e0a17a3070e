//! Where the words of a Word document stand in its XML, so that marks can be put there.

use std::ops::Range;

/// A run: words of one look. All places are bytes of the part's XML.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// Where it begins.
    pub(crate) start: usize,
    /// Where its content begins, behind its properties.
    pub(crate) content: usize,
    /// One past its end.
    pub(crate) end: usize,
    /// Its properties.
    pub(crate) properties: Option<Range<usize>>,
    /// The run around it, where it stands in a text box.
    pub(crate) outer: Option<usize>,
}

/// An element with words but without runs: a formula.
#[derive(Debug, Clone)]
pub(crate) struct Apart {
    /// Where it begins.
    pub(crate) start: usize,
    /// One past its end.
    pub(crate) end: usize,
    /// The run around it, where it stands in a text box.
    pub(crate) outer: Option<usize>,
}

/// The start of a text element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextTag {
    /// `t`, or `delText` in what was deleted.
    pub(crate) local: &'static str,
    /// Where its text begins.
    pub(crate) end: usize,
    /// Whether white space at its ends counts.
    pub(crate) preserves: bool,
}

/// What words stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The text element of a run, by the run's number.
    Text(usize, TextTag),
    /// Another child of a run: a tab, a symbol.
    Child(usize),
    /// An element without runs, by its number.
    Apart(usize),
}

/// A stretch of words and its place in the XML.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The paragraph, by its number in the part.
    pub(crate) paragraph: usize,
    /// Bytes of the paragraph's text; once the document is made, of its prose.
    pub(crate) text: Range<usize>,
    /// Bytes of the XML.
    pub(crate) xml: Range<usize>,
    /// Whether no place within it can be told.
    pub(crate) whole: bool,
    /// What it stands in.
    pub(crate) place: Place,
}

/// The runs of a part, and the words in them in the order of the XML.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    /// The runs, by number.
    pub(crate) list: Vec<Run>,
    /// The elements without runs, by number.
    pub(crate) apart: Vec<Apart>,
    /// The words.
    pub(crate) pieces: Vec<Piece>,
    /// The marks of comments: the comment's id, the element's place, the run that holds it.
    pub(crate) comments: Vec<(String, Range<usize>, Option<usize>)>,
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
