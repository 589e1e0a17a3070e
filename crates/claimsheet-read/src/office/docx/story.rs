//! The text of one part of a Word document, paragraph by paragraph, as a stream.

use super::Context;
use super::runs::{Apart, Place, Runs, TextTag};
use super::styles::Properties;
use crate::office::flow::Paragraph;
use crate::office::span::{Key, Spans};
use crate::office::table::Tables;
use crate::package::{Item, PackageError, Tag, Xml};
use claimsheet::text::document::BlockKind;

use std::ops::Range;

mod links;
mod paragraphs;
mod tables;
mod words;

/// A paragraph that was read.
#[derive(Debug)]
pub(super) struct Done {
    /// Its number in the part, by which pieces name it.
    pub(super) id: usize,
    pub(super) paragraph: Paragraph,
    /// What it would be outside its table.
    own: BlockKind,
    /// The note or comment that it stands in, by its id; with who wrote it.
    pub(super) note: Option<(String, String)>,
}

/// A note that the text refers to.
#[derive(Debug)]
pub(super) struct Reference {
    /// Whether it is an endnote.
    pub(super) is_endnote: bool,
    /// Its id in its part.
    pub(super) id: String,
    /// The run that holds the reference.
    pub(super) run: Option<usize>,
}

/// What a part holds.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) done: Vec<Done>,
    pub(super) runs: Runs,
    pub(super) references: Vec<Reference>,
    /// Author and day of publication, where paragraphs of these styles say them.
    pub(super) author: Option<String>,
    pub(super) published: Option<chrono::NaiveDate>,
    /// Words that are struck out.
    pub(super) struck: u64,
    /// Words that are not shown.
    pub(super) hidden: u64,
    /// Tracked insertions and deletions.
    pub(super) changes: (usize, usize),
    /// What could not be read, each once.
    pub(super) unread: Vec<&'static str>,
}

/// A paragraph that is being read.
#[derive(Debug)]
struct Open {
    id: usize,
    paragraph: Paragraph,
    said: Properties,
    /// Whether its end is a change that is not followed or it is a drop cap, so that the next one continues it.
    joined: bool,
    /// Raised text at its end of which it is yet to be told what it is, with its places.
    raised: Vec<(String, Range<usize>, Place)>,
    /// Whether what stood last was struck out: of the spaces around it one is enough.
    after_struck: bool,
}

/// A text element that is being read.
#[derive(Debug, Clone, Copy)]
struct Letters {
    /// How it is written; none in a formula.
    tag: Option<TextTag>,
    /// Where its text begins in the paragraph.
    began: usize,
    /// Up to where white space at its end counts whatever the document says, as it is written out.
    solid: usize,
}

/// How the words of a run look.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    is_hidden: bool,
    is_struck: bool,
    is_raised: bool,
}

/// A field that is being read: its instruction, then its result.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    in_result: bool,
}

pub(super) struct Story<'a> {
    xml: Xml<'a>,
    context: &'a Context,
    text: Text,
    /// The paragraphs that are open: one, and more in text boxes.
    open: Vec<Open>,
    /// How many paragraphs were open where each text box began.
    boxes: Vec<usize>,
    /// What stands behind the outermost open paragraph: its text boxes and pictures.
    behind: Vec<Done>,
    /// A paragraph that the next one continues.
    joined: Option<Open>,
    count: usize,
    /// The runs that are open, by number; those within another stand in a text box of it.
    runs: Vec<usize>,
    hidden: Vec<Look>,
    /// How many raised parts of formulas are open.
    powers: usize,
    /// The open text element.
    letters: Option<Letters>,
    /// The open element that holds text but no runs.
    apart: Option<(usize, u32)>,
    fields: Vec<Field>,
    spans: Spans,
    tables: Tables,
    /// Whether a branch of each open `mc:AlternateContent` was taken.
    branches: Vec<bool>,
    /// Whether the content of the control that has begun is not part of the article.
    leaves_content: bool,
    note: Option<(String, String)>,
}

impl<'a> Story<'a> {
    pub(super) fn new(part: &'a str, text: &'a str, context: &'a Context, limits: crate::package::Limits) -> Self {
        Self {
            xml: Xml::new(part, text, limits),
            context,
            text: Text::default(),
            open: Vec::new(),
            boxes: Vec::new(),
            behind: Vec::new(),
            joined: None,
            count: 0,
            runs: Vec::new(),
            hidden: Vec::new(),
            powers: 0,
            letters: None,
            apart: None,
            fields: Vec::new(),
            spans: Spans::default(),
            tables: Tables::default(),
            branches: Vec::new(),
            leaves_content: false,
            note: None,
        }
    }

    /// Reads the part to its end.
    pub(super) fn read(mut self) -> Result<Text, PackageError> {
        loop {
            match self.xml.next()? {
                Item::Start(tag) => self.start(&tag)?,
                Item::End(space, local) => self.end(space, local),
                Item::Text(text) => self.letters(&text),
                Item::Eof => break,
            }
        }
        self.flush();
        Ok(self.text)
    }

    fn start(&mut self, tag: &Tag<'a>) -> Result<(), PackageError> {
        match (tag.space, tag.local) {
            ("w", _) => return self.word(tag),
            ("m", "oMath" | "oMathPara") if self.apart.is_none() => {
                self.apart = Some((self.text.runs.apart.len(), self.xml.depth()));
                let from = self.xml.from();
                self.text.runs.apart.push(Apart { start: from, end: from, outer: self.runs.first().copied() });
            }
            ("m", "t") => self.open_letters(None),
            ("m", "f") => self.before_fraction(),
            ("m", "den") => self.formula_sign("/"),
            ("m", "sup") => self.powers += 1,
            ("mc", "AlternateContent") => self.branches.push(false),
            ("mc", "Choice" | "Fallback") => {
                if self.branches.last().copied() == Some(true) {
                    return self.xml.skip();
                }
                if let Some(taken) = self.branches.last_mut() {
                    *taken = true;
                }
            }
            ("wp", "docPr") => self.picture(tag.attribute("descr").or_else(|| tag.attribute("title"))),
            ("v", "shape" | "rect" | "image") => self.picture(tag.attribute("alt")),
            ("c", "chart") => self.unread("a chart"),
            ("dgm", "relIds") => self.unread("a diagram"),
            ("o", "OLEObject") => self.unread("an embedded object"),
            _ => {}
        }
        Ok(())
    }

    /// An element of Word's own.
    fn word(&mut self, tag: &Tag<'a>) -> Result<(), PackageError> {
        match tag.local {
            "p" => self.open_paragraph(),
            "pPr" => return self.paragraph_properties(),
            "r" => self.open_run(),
            "rPr" => return self.run_properties(),
            "t" => self.open_letters(Some(self.text_tag("t", tag))),
            "delText" if self.context.original => {
                self.open_letters(Some(self.text_tag("delText", tag)));
            }
            "del" | "moveFrom" => {
                self.text.changes.1 += 1;
                if !self.context.original {
                    return self.xml.skip();
                }
            }
            "ins" | "moveTo" => {
                self.text.changes.0 += 1;
                if self.context.original {
                    return self.xml.skip();
                }
            }
            "tab" | "br" | "cr" | "ptab" => self.child(" "),
            "noBreakHyphen" => self.child("-"),
            "sym" => self.symbol(tag),
            "footnoteReference" | "endnoteReference" => self.reference(tag),
            "commentRangeStart" | "commentRangeEnd" | "commentReference" => self.comment(tag),
            "hyperlink" => self.hyperlink(tag),
            "fldSimple" => self.open_link(
                Key::Element(self.xml.depth()),
                links::field_target(&tag.attribute("instr").unwrap_or_default()),
            ),
            "fldChar" => self.field(&tag.attribute("fldCharType").unwrap_or_default()),
            "instrText" => {
                let text = self.xml.inner_text()?;
                if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
                    field.instruction.push_str(&text);
                }
            }
            "sdtPr" => self.leaves_content = self.leaves_content_of_control()?,
            "sdtContent" if std::mem::take(&mut self.leaves_content) => return self.xml.skip(),
            "tbl" => {
                self.flush_joined();
                self.tables.open(self.open.len(), self.text.done.len());
            }
            "tr" => self.tables.row(),
            "trPr" => self.row_properties()?,
            "tc" => self.tables.cell(),
            "tcPr" => self.cell_properties()?,
            "txbxContent" => self.boxes.push(self.open.len()),
            "footnote" | "endnote" | "comment" => return self.open_note(tag),
            "altChunk" | "subDoc" => self.unread("an inserted document"),
            "rt" | "pPrChange" | "sectPr" | "tblPr" | "tblPrEx" | "tblGrid" | "sdtEndPr" | "smartTagPr"
            | "customXmlPr" | "rubyPr" | "ffData" | "framePr" => return self.xml.skip(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, space: &str, local: &str) {
        match (space, local) {
            ("w", "p") => self.close_paragraph(),
            ("w", "r") => self.close_run(),
            ("w", "t" | "delText") | ("m", "t") => self.close_letters(),
            ("w", "hyperlink" | "fldSimple") => self.close_link(&Key::Element(self.xml.depth() + 1)),
            ("w", "tbl") => self.close_table(),
            ("w", "tc") => self.flush_joined(),
            ("w", "txbxContent") => {
                self.boxes.pop();
            }
            ("w", "footnote" | "endnote" | "comment") => {
                self.flush();
                self.note = None;
            }
            ("mc", "AlternateContent") => {
                self.branches.pop();
            }
            ("m", "sup") => self.powers = self.powers.saturating_sub(1),
            ("m", "oMath" | "oMathPara") => {
                let at = self.xml.at();
                if let Some((index, _)) = self.apart.filter(|(_, depth)| *depth == self.xml.depth() + 1) {
                    self.apart = None;
                    if let Some(apart) = self.text.runs.apart.get_mut(index) {
                        apart.end = at;
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether a control is a table of contents, or shows what is to be typed in.
    fn leaves_content_of_control(&mut self) -> Result<bool, PackageError> {
        let outer = self.xml.depth() - 1;
        let mut leaves = false;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.local == "docPartGallery" => {
                    leaves |= tag.says("val", "Table of Contents");
                }
                Item::Start(tag) if tag.local == "showingPlcHdr" => leaves |= tag.is_on(),
                Item::Eof => break,
                _ => {}
            }
        }
        Ok(leaves)
    }

    fn unread(&mut self, what: &'static str) {
        if !self.text.unread.contains(&what) {
            self.text.unread.push(what);
        }
    }
}
