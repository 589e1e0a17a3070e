//! The text of one part of a Word document, paragraph by paragraph, as a stream.

use super::runs::{Apart, Piece, Place, Run, Runs, TextTag};
use super::styles::Properties;
use super::{Context, symbol};
use crate::document::{BlockKind, LinkTarget};
use crate::package::{Item, PackageError, Tag, Xml};
use crate::read::office::flow::{Mark, Paragraph, SOFT_HYPHEN};
use crate::read::office::span::{Key, Spans};
use crate::read::office::table::Tables;

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
    /// What could not be read, each once.
    pub(super) unread: Vec<&'static str>,
}

/// A paragraph that is being read.
#[derive(Debug)]
struct Open {
    id: usize,
    paragraph: Paragraph,
    said: Properties,
    /// Whether its end is a change that is not followed, so that the next one continues it.
    joined: bool,
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
    hidden: Vec<bool>,
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
            "del" | "moveFrom" if !self.context.original => return self.xml.skip(),
            "ins" | "moveTo" if self.context.original => return self.xml.skip(),
            "tab" | "br" | "cr" | "ptab" => self.child(" "),
            "noBreakHyphen" => self.child("-"),
            "sym" => self.symbol(tag),
            "footnoteReference" | "endnoteReference" => self.reference(tag),
            "commentRangeStart" | "commentRangeEnd" | "commentReference" => self.comment(tag),
            "hyperlink" => self.hyperlink(tag),
            "fldSimple" => self
                .open_link(Key::Element(self.xml.depth()), field_target(&tag.attribute("instr").unwrap_or_default())),
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

    fn open_paragraph(&mut self) {
        let outermost = self.open.is_empty();
        if let Some(joined) = self.joined.take_if(|_| outermost) {
            self.open.push(Open { said: Properties::default(), joined: false, ..joined });
            return;
        }
        self.open.push(Open {
            id: self.count,
            paragraph: Paragraph::new(BlockKind::Paragraph),
            said: Properties::default(),
            joined: false,
        });
        self.count += 1;
    }

    fn paragraph_properties(&mut self) -> Result<(), PackageError> {
        let outer = self.xml.depth() - 1;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" => match tag.local {
                    "pPrChange" | "sectPr" | "rPrChange" => self.xml.skip()?,
                    "ins" | "moveTo" => self.join(self.context.original),
                    "del" | "moveFrom" => self.join(!self.context.original),
                    _ => {
                        if let Some(open) = self.open.last_mut() {
                            open.said.note(&tag);
                        }
                    }
                },
                Item::Eof => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn join(&mut self, joins: bool) {
        if let Some(open) = self.open.last_mut() {
            open.joined |= joins;
        }
    }

    fn close_paragraph(&mut self) {
        let level = self.open.len();
        let Some(mut open) = self.open.pop() else { return };
        self.fields.retain(|field| field.in_result);
        self.spans.end_paragraph(level, &mut open.paragraph);
        if open.joined && self.open.is_empty() {
            self.joined = Some(open);
            return;
        }
        self.done(open);
        if self.open.is_empty() {
            self.text.done.append(&mut self.behind);
        }
    }

    fn done(&mut self, open: Open) {
        let Some(own) = self.context.styles.kind(&open.said) else { return };
        let level = self.open.len();
        if self.tables.leaves_row(level) {
            return;
        }
        let mut paragraph = open.paragraph;
        paragraph.kind = self.tables.cell_at(level).unwrap_or(own);
        let done = Done { id: open.id, paragraph, own, note: self.note.clone() };
        if level == 0 { self.text.done.push(done) } else { self.behind.push(done) }
    }

    fn flush_joined(&mut self) {
        if self.open.is_empty()
            && let Some(open) = self.joined.take()
        {
            self.done(open);
            self.text.done.append(&mut self.behind);
        }
    }

    fn flush(&mut self) {
        while !self.open.is_empty() {
            self.close_paragraph();
        }
        self.flush_joined();
        self.text.done.append(&mut self.behind);
    }

    fn close_table(&mut self) {
        self.flush_joined();
        let Some(table) = self.tables.close() else { return };
        if table.is_box() {
            let done = self.text.done.iter_mut().skip(table.first).chain(&mut self.behind);
            for done in done.filter(|done| table.holds(done.paragraph.kind)) {
                done.paragraph.kind = done.own;
            }
        }
    }

    fn cell_properties(&mut self) -> Result<(), PackageError> {
        let outer = self.xml.depth() - 1;
        let mut wide = 1;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" && tag.local == "gridSpan" => {
                    wide = tag.attribute("val").and_then(|wide| wide.parse().ok()).unwrap_or(1);
                }
                Item::Start(tag) if tag.space == "w" && tag.local == "tcPrChange" => self.xml.skip()?,
                Item::Eof => break,
                _ => {}
            }
        }
        self.tables.widen(wide);
        Ok(())
    }

    fn row_properties(&mut self) -> Result<(), PackageError> {
        let outer = self.xml.depth() - 1;
        let mut left_out = false;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" && tag.local == "del" => left_out |= !self.context.original,
                Item::Start(tag) if tag.space == "w" && tag.local == "ins" => left_out |= self.context.original,
                Item::Start(tag) if tag.space == "w" && tag.local == "trPrChange" => self.xml.skip()?,
                Item::Eof => break,
                _ => {}
            }
        }
        if left_out {
            self.tables.leave_row();
        }
        Ok(())
    }

    /// Whether a control is a table of contents, or shows what is to be typed in.
    fn leaves_content_of_control(&mut self) -> Result<bool, PackageError> {
        let outer = self.xml.depth() - 1;
        let mut leaves = false;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.local == "docPartGallery" => {
                    leaves |= tag.attribute("val").is_some_and(|gallery| gallery == "Table of Contents");
                }
                Item::Start(tag) if tag.local == "showingPlcHdr" => leaves |= tag.is_on(),
                Item::Eof => break,
                _ => {}
            }
        }
        Ok(leaves)
    }

    fn open_run(&mut self) {
        let outer = self.runs.first().copied();
        self.runs.push(self.text.runs.list.len());
        self.hidden.push(false);
        let content = self.xml.at();
        let run = Run { start: self.xml.from(), content, end: content, properties: None, outer };
        self.text.runs.list.push(run);
    }

    fn run_properties(&mut self) -> Result<(), PackageError> {
        let (from, outer) = (self.xml.from(), self.xml.depth() - 1);
        let mut hidden = false;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" && tag.local == "rPrChange" => self.xml.skip()?,
                Item::Start(tag) if tag.space == "w" && tag.local == "vanish" => hidden = tag.is_on(),
                Item::Eof => break,
                _ => {}
            }
        }
        let end = self.xml.at();
        if let Some(run) = self.runs.last().and_then(|run| self.text.runs.list.get_mut(*run)) {
            run.properties = Some(from..end);
            run.content = end;
        }
        if let Some(last) = self.hidden.last_mut() {
            *last = hidden;
        }
        Ok(())
    }

    fn close_run(&mut self) {
        let at = self.xml.at();
        self.hidden.pop();
        if let Some(run) = self.runs.pop().and_then(|run| self.text.runs.list.get_mut(run)) {
            run.end = at;
        }
    }

    fn text_tag(&self, local: &'static str, tag: &Tag<'_>) -> TextTag {
        let preserves = tag.attribute("space").is_some_and(|space| space == "preserve");
        TextTag { local, end: self.xml.at(), preserves }
    }

    fn open_letters(&mut self, tag: Option<TextTag>) {
        let began = self.length();
        self.letters = Some(Letters { tag, began, solid: began });
    }

    /// Whether words are read here: within a paragraph, not in the instruction of a field, not
    /// hidden.
    fn reads(&self) -> bool {
        !self.open.is_empty()
            && self.fields.last().is_none_or(|field| field.in_result)
            && !self.hidden.last().copied().unwrap_or(false)
    }

    fn length(&self) -> usize {
        self.open.last().map_or(0, |open| open.paragraph.text.len())
    }

    /// Text of the part, which counts where a text element is open.
    fn letters(&mut self, text: &str) {
        let Some(Letters { tag, began, .. }) = self.letters.filter(|_| self.reads()) else { return };
        let (mut from, end) = (self.xml.from(), self.xml.at());
        let place = |story: &Self| match (story.apart, tag, story.runs.last()) {
            (Some((apart, _)), ..) => Some(Place::Apart(apart)),
            (None, Some(tag), Some(run)) => Some(Place::Text(*run, tag)),
            _ => None,
        };
        let Some(place) = place(self) else { return };
        if end - from != text.len() {
            self.push(text, from..end, place);
            let solid = self.length();
            if let Some(letters) = &mut self.letters {
                letters.solid = solid;
            }
            return;
        }
        let trimmed = tag.is_some_and(|tag| !tag.preserves) && self.length() == began;
        let text = if trimmed { text.trim_start_matches([' ', '\t', '\n', '\r']) } else { text };
        from = end - text.len();
        for piece in text.split_inclusive([SOFT_HYPHEN, '\u{2028}', '\u{2029}']) {
            let special = piece.ends_with([SOFT_HYPHEN, '\u{2028}', '\u{2029}']);
            let plain = piece
                .get(..piece.len() - if special { piece.chars().next_back().map_or(0, char::len_utf8) } else { 0 });
            let plain = plain.unwrap_or("");
            self.push(plain, from..from + plain.len(), place);
            self.push(piece.get(plain.len()..).unwrap_or(""), from + plain.len()..from + piece.len(), place);
            from += piece.len();
        }
    }

    /// Without `xml:space="preserve"` the white space at the end of a text element is none.
    fn close_letters(&mut self) {
        let Some(Letters { tag, solid, .. }) = self.letters.take() else { return };
        if tag.is_none_or(|tag| tag.preserves) {
            return;
        }
        let Some(open) = self.open.last_mut() else { return };
        let text = &mut open.paragraph.text;
        let kept = text.trim_end_matches(' ').len().max(solid);
        if kept < text.len() {
            text.truncate(kept);
            self.text.runs.cut(open.id, kept);
        }
    }

    /// Text that a child of the run stands for.
    fn child(&mut self, text: &str) {
        if let Some(run) = self.runs.last().copied().filter(|_| self.reads()) {
            self.push(text, self.xml.from()..self.xml.at(), Place::Child(run));
        }
    }

    fn push(&mut self, text: &str, xml: std::ops::Range<usize>, place: Place) {
        let Some(open) = self.open.last_mut() else { return };
        let start = open.paragraph.text.len();
        open.paragraph.push(text);
        let end = open.paragraph.text.len();
        if end > start {
            let whole = end - start != xml.len() || matches!(place, Place::Child(_));
            self.text.runs.pieces.push(Piece { paragraph: open.id, text: start..end, xml, whole, place });
        }
    }

    fn symbol(&mut self, tag: &Tag<'_>) {
        let (font, code) = (tag.attribute("font").unwrap_or_default(), tag.attribute("char").unwrap_or_default());
        if let Some(sign) = symbol::sign(&font, &code) {
            self.child(&sign);
        } else {
            self.child("\u{fffd}");
            self.unread("a sign of a symbol font");
        }
    }

    fn picture(&mut self, description: Option<String>) {
        let description = description.unwrap_or_default();
        let described = description.trim();
        let made = ["Description automatically generated", "AI-generated content may be incorrect."];
        if described.is_empty() || self.open.is_empty() || made.iter().any(|end| described.ends_with(end)) {
            return;
        }
        let paragraph = Paragraph::described(described);
        let done = Done { id: self.count, paragraph, own: BlockKind::Caption, note: self.note.clone() };
        self.count += 1;
        self.behind.push(done);
    }

    fn reference(&mut self, tag: &Tag<'_>) {
        let is_endnote = tag.local == "endnoteReference";
        let Some(id) = tag.attribute("id").filter(|_| self.reads()) else { return };
        let number = self.text.references.len() + 1;
        let text = self.context.note(is_endnote, &id).unwrap_or_default();
        let target = LinkTarget::Footnote { label: number.to_string(), text };
        self.text.references.push(Reference { is_endnote, id, run: self.runs.first().copied() });
        self.mark_here(target);
    }

    fn mark_here(&mut self, target: LinkTarget) {
        if let Some(open) = self.open.last_mut() {
            let at = open.paragraph.text.len();
            open.paragraph.marks.push(Mark { start: at, end: at, target });
        }
    }

    fn comment(&mut self, tag: &Tag<'_>) {
        let Some(id) = tag.attribute("id") else { return };
        let place = self.xml.from()..self.xml.at();
        self.text.runs.comments.push((id.clone(), place, self.runs.last().copied()));
        let Some(target) = self.context.comment(&id) else { return };
        match tag.local {
            "commentRangeStart" => self.spans.open(Key::Comment(id), target, self.open.len(), self.length()),
            "commentRangeEnd" => self.close_link(&Key::Comment(id)),
            // A reference without a range marks its place.
            _ => {
                if self.spans.refers(&id) {
                    self.mark_here(target);
                }
            }
        }
    }

    fn hyperlink(&mut self, tag: &Tag<'_>) {
        let url = tag.attribute("id").and_then(|id| self.context.address(&id));
        self.open_link(Key::Element(self.xml.depth()), url);
    }

    fn open_link(&mut self, key: Key, url: Option<String>) {
        if let Some(url) = url {
            self.spans.open(key, LinkTarget::Url(url), self.open.len(), self.length());
        }
    }

    fn close_link(&mut self, key: &Key) {
        let level = self.open.len();
        self.spans.close(key, level, self.open.last_mut().map(|open| &mut open.paragraph));
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                let count = self.fields.len();
                let Some(field) = self.fields.last_mut() else { return };
                field.in_result = true;
                let target = field_target(&field.instruction);
                self.open_link(Key::Field(count), target);
            }
            "end" => {
                self.close_link(&Key::Field(self.fields.len()));
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn open_note(&mut self, tag: &Tag<'_>) -> Result<(), PackageError> {
        // The lines between text and notes are notes of a type of their own.
        if tag.attribute("type").is_some_and(|kind| kind != "normal") {
            return self.xml.skip();
        }
        self.note = tag.attribute("id").map(|id| (id, tag.attribute("author").unwrap_or_default()));
        Ok(())
    }

    fn unread(&mut self, what: &'static str) {
        if !self.text.unread.contains(&what) {
            self.text.unread.push(what);
        }
    }
}

/// The address in the instruction of a field: `HYPERLINK "https://…" \o "tip"`.
fn field_target(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next(),
    };
    // `\l "place"` leads to a place in the document itself.
    address.filter(|address| !address.is_empty() && !address.starts_with('\\')).map(str::to_owned)
}
