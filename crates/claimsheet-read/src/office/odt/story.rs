//! The text of an `OpenDocument` text, paragraph by paragraph, as a stream.

use super::changes::Changes;
use super::finished;
use super::styles::Styles;
use crate::office::docx::OURS;
use crate::office::flow::{Mark, Paragraph};
use crate::office::span::{Key, Spans};
use crate::office::table::Tables;
use crate::office::{HIDDEN, tracked};
use crate::package::{Item, Limits, PackageError, Tag, Xml};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};

/// Times that an empty cell is repeated, at most; spreadsheets fill their rows with them.
const MOST_REPEATED: u32 = 1000;

/// Stands for the text of a note that is yet to be read.
const NOTE: &str = "\u{0}";

/// Paragraphs before which author and day stand.
const EDGE: usize = 6;

/// A paragraph that is being read.
#[derive(Debug)]
struct Open {
    paragraph: Paragraph,
    /// Whether its text is not shown.
    hidden: bool,
    /// What it says of the article by its style.
    role: Option<&'static str>,
}

/// Text within a paragraph that is not part of it.
#[derive(Debug)]
enum Aside {
    /// A text box: how many paragraphs were open around it.
    Box,
    /// A note: where it stands among the references.
    Note(usize),
    /// A comment: its author, and its name, by which its end is found.
    Comment { author: String, name: Option<String>, text: String },
}

pub(super) struct Story<'a> {
    xml: Xml<'a>,
    styles: Styles,
    original: bool,
    changes: Changes,
    /// Whether what is read was inserted, and insertions are not followed.
    inserted: bool,
    open: Vec<Open>,
    asides: Vec<Aside>,
    lists: u32,
    /// Depths of spans whose text is not shown, is struck out or is raised.
    hidden: Vec<u32>,
    struck: Vec<u32>,
    raised: Vec<u32>,
    /// Words that are struck out, and those that are not shown.
    struck_words: u64,
    hidden_words: u64,
    /// Tracked insertions and deletions.
    tracked: (usize, usize),
    author: Option<String>,
    published: Option<chrono::NaiveDate>,
    done: Vec<Paragraph>,
    behind: Vec<Paragraph>,
    /// What each paragraph would be outside its table, from the front of `done`.
    own: Vec<BlockKind>,
    behind_own: Vec<BlockKind>,
    notes: Vec<Paragraph>,
    /// The text of each note.
    note_texts: Vec<String>,
    spans: Spans,
    tables: Tables,
    unread: Vec<&'static str>,
}

impl<'a> Story<'a> {
    pub(super) fn new(part: &'a str, text: &'a str, styles: Styles, original: bool, limits: Limits) -> Self {
        Self {
            xml: Xml::new(part, text, limits),
            styles,
            original,
            changes: Changes::default(),
            inserted: false,
            open: Vec::new(),
            asides: Vec::new(),
            lists: 0,
            hidden: Vec::new(),
            struck: Vec::new(),
            raised: Vec::new(),
            struck_words: 0,
            hidden_words: 0,
            tracked: (0, 0),
            author: None,
            published: None,
            done: Vec::new(),
            behind: Vec::new(),
            own: Vec::new(),
            behind_own: Vec::new(),
            notes: Vec::new(),
            note_texts: Vec::new(),
            spans: Spans::default(),
            tables: Tables::default(),
            unread: Vec::new(),
        }
    }

    /// Reads the text to its end.
    pub(super) fn read(mut self) -> Result<Document, PackageError> {
        let mut is_text = false;
        loop {
            match self.xml.next()? {
                Item::Start(tag) if (tag.space, tag.local) == ("office", "body") => is_text = true,
                Item::Start(tag) if is_text => self.start(&tag)?,
                Item::End(space, local) if is_text => self.end(space, local),
                Item::Text(text) if is_text => self.letters(&text),
                Item::Eof => break,
                Item::Start(_) | Item::End(..) | Item::Text(_) => {}
            }
        }
        while !self.open.is_empty() {
            self.close_paragraph();
        }
        self.done.append(&mut self.notes);
        for link in self.done.iter_mut().flat_map(|paragraph| &mut paragraph.marks) {
            if let LinkTarget::Footnote { label, text } = &mut link.target
                && text == NOTE
            {
                let number = label.parse().unwrap_or(0_usize);
                *text = self.note_texts.get(number.wrapping_sub(1)).cloned().unwrap_or_default();
            }
        }
        let mut document = finished(&self.done, &self.unread);
        document.warnings.extend(tracked(self.tracked, self.original));
        document.leaves_out("deleted text", self.struck_words);
        document.leaves_out(HIDDEN, self.hidden_words);
        (document.meta.author, document.meta.published) = (self.author, self.published);
        Ok(document)
    }

    fn start(&mut self, tag: &Tag<'a>) -> Result<(), PackageError> {
        match (tag.space, tag.local) {
            ("text", _) => return self.text(tag),
            ("table", "table") => self.tables.open(self.level(), self.done.len()),
            ("table", "table-row") => self.tables.row(),
            ("table", "table-cell") => {
                self.tables.cell();
                let count = |name: &str| tag.attribute(name).and_then(|wide| wide.parse().ok()).unwrap_or(1_u32);
                self.tables.widen(count("number-columns-repeated").min(MOST_REPEATED));
            }
            ("table", "covered-table-cell") => self.tables.cell(),
            ("draw", "text-box") => self.asides.push(Aside::Box),
            ("draw", "object" | "object-ole") => self.unread("an embedded object"),
            ("svg", "desc" | "title") => {
                let text = self.xml.inner_text()?;
                self.picture(&text);
            }
            ("office", "annotation") => self.asides.push(Aside::Comment {
                author: String::new(),
                name: tag.attribute("name"),
                text: String::new(),
            }),
            ("office", "annotation-end") => {
                if let Some(name) = tag.attribute("name") {
                    self.close_span(&Key::Comment(name));
                }
            }
            ("dc", "creator") => {
                let name = self.xml.inner_text()?;
                if let Some(Aside::Comment { author, .. }) = self.asides.last_mut() {
                    name.trim().clone_into(author);
                }
            }
            ("dc", "date")
            | ("meta", "creator-initials" | "date-string")
            | ("office", "forms" | "event-listeners" | "binary-data") => {
                return self.xml.skip();
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, tag: &Tag<'a>) -> Result<(), PackageError> {
        match tag.local {
            "p" | "h" => self.open_paragraph(tag),
            "list" => self.lists += 1,
            "a" => {
                let url = tag.attribute("href").filter(|url| !url.is_empty() && !url.starts_with('#'));
                if let Some(url) = url {
                    let key = Key::Element(self.xml.depth());
                    self.spans.open(key, LinkTarget::Url(url), self.level(), self.length());
                }
            }
            "span" => {
                let hides = tag.attribute("style-name").is_some_and(|style| self.styles.hides(&style));
                self.hidden.extend(hides.then_some(self.xml.depth()));
                let style = tag.attribute("style-name").unwrap_or_default();
                self.struck.extend((!self.original && self.styles.strikes(&style)).then_some(self.xml.depth()));
                self.raised.extend(self.styles.raises(&style).then_some(self.xml.depth()));
            }
            "s" => {
                let count = tag.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                self.push(" ".repeat(count.min(80)).as_str());
            }
            "tab" | "line-break" => self.push(" "),
            "note" => {
                let number = self.note_texts.len() + 1;
                self.note_texts.push(String::new());
                let target = LinkTarget::Footnote { label: number.to_string(), text: NOTE.to_owned() };
                self.mark_here(target);
                self.asides.push(Aside::Note(number - 1));
            }
            "tracked-changes" => {
                let changes = Changes::read(&mut self.xml)?;
                self.tracked = changes.count();
                if self.original {
                    self.changes = changes;
                }
            }
            "change-start" | "change-end" => {
                let inserts = tag.attribute("change-id").is_some_and(|id| self.changes.inserts(&id));
                self.inserted = if inserts { tag.local == "change-start" } else { self.inserted };
            }
            "change" => self.restore(&tag.attribute("change-id").unwrap_or_default()),
            "note-citation" | "ruby-text" | "hidden-text" | "sequence-decls" | "variable-decls"
            | "user-field-decls" | "table-of-content" | "illustration-index" | "table-index" | "object-index"
            | "user-index" | "alphabetical-index" => return self.xml.skip(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, space: &str, local: &str) {
        match (space, local) {
            ("text", "p" | "h") => self.close_paragraph(),
            ("text", "list") => self.lists = self.lists.saturating_sub(1),
            ("text", "a") => self.close_span(&Key::Element(self.xml.depth() + 1)),
            ("text", "span") => {
                let depth = self.xml.depth() + 1;
                self.hidden.pop_if(|hidden| *hidden == depth);
                self.struck.pop_if(|struck| *struck == depth);
                self.raised.pop_if(|raised| *raised == depth);
            }
            ("text", "note") | ("draw", "text-box") => {
                self.asides.pop();
            }
            ("office", "annotation") => self.close_comment(),
            ("table", "table") => self.close_table(),
            _ => {}
        }
    }

    /// How many paragraphs are open around what is read, those in comments and notes included.
    fn level(&self) -> usize {
        self.open.len()
    }

    fn length(&self) -> usize {
        self.open.last().map_or(0, |open| open.paragraph.text.len())
    }

    fn open_paragraph(&mut self, tag: &Tag<'_>) {
        let style = tag.attribute("style-name").unwrap_or_default();
        let styled = self.styles.kind(&style);
        let kind = match tag.local {
            "h" if styled == BlockKind::Title => styled,
            "h" => {
                let level = tag.attribute("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1_u8);
                BlockKind::Heading(level.clamp(1, 6))
            }
            _ if styled == BlockKind::Paragraph && self.lists > 0 => BlockKind::ListItem,
            _ => styled,
        };
        self.open.push(Open {
            paragraph: Paragraph::new(kind),
            hidden: self.styles.hides(&style),
            role: self.styles.role(&style),
        });
    }

    fn close_paragraph(&mut self) {
        let level = self.level();
        let Some(mut open) = self.open.pop() else { return };
        open.paragraph.settle("");
        self.spans.end_paragraph(level, &mut open.paragraph);
        if self.says_of_article(&open) {
            return;
        }
        let mut paragraph = open.paragraph;
        let words = paragraph.text.trim();
        match self.asides.last_mut() {
            Some(Aside::Comment { text, .. }) => {
                if !text.is_empty() && !words.is_empty() {
                    text.push(' ');
                }
                text.push_str(words);
                return;
            }
            Some(Aside::Note(number)) => {
                if let Some(text) = self.note_texts.get_mut(*number) {
                    if !text.is_empty() && !words.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(words);
                }
                paragraph.kind = BlockKind::Footnote;
                self.notes.push(paragraph);
                return;
            }
            Some(Aside::Box) | None => {}
        }
        let own = paragraph.kind;
        let level = self.level();
        paragraph.kind = self.tables.cell_at(level).unwrap_or(own);
        if level > 0 {
            self.behind.push(paragraph);
            self.behind_own.push(own);
            return;
        }
        self.done.push(paragraph);
        self.own.push(own);
        self.done.append(&mut self.behind);
        self.own.append(&mut self.behind_own);
    }

    /// Takes the author or the day from a paragraph of such a style near the beginning; whether it was one.
    fn says_of_article(&mut self, open: &Open) -> bool {
        let near = self.asides.is_empty() && self.done.len() <= EDGE;
        let words = open.paragraph.text.trim();
        match open.role.filter(|_| near && !words.is_empty()) {
            Some("author") => {
                self.author = self.author.take().or_else(|| Some(crate::html::without_by(words)));
                true
            }
            Some(_) => {
                let day = crate::front_matter::day(words);
                self.published = self.published.or(day);
                day.is_some()
            }
            None => false,
        }
    }

    fn close_table(&mut self) {
        let Some(table) = self.tables.close() else { return };
        if !table.is_box() {
            return;
        }
        let done = self.done.iter_mut().zip(&self.own).skip(table.first);
        for (paragraph, own) in done.chain(self.behind.iter_mut().zip(&self.behind_own)) {
            if table.holds(paragraph.kind) {
                paragraph.kind = *own;
            }
        }
    }

    fn close_comment(&mut self) {
        let Some(Aside::Comment { author, name, text }) = self.asides.pop() else { return };
        if author == OURS || text.is_empty() {
            return;
        }
        let target = LinkTarget::Comment { author, text };
        match name {
            Some(name) => self.spans.open(Key::Comment(name), target, self.level(), self.length()),
            None => self.mark_here(target),
        }
    }

    fn close_span(&mut self, key: &Key) {
        let level = self.level();
        self.spans.close(key, level, self.open.last_mut().map(|open| &mut open.paragraph));
    }

    fn mark_here(&mut self, target: LinkTarget) {
        if let Some(open) = self.open.last_mut() {
            let at = open.paragraph.text.len();
            open.paragraph.marks.push(Mark { start: at, end: at, target });
        }
    }

    /// White space in a row is one space, and none at the start of a paragraph.
    fn letters(&mut self, text: &str) {
        let Some(open) = self.open.last() else { return };
        let mut last = open.paragraph.text.chars().next_back().unwrap_or(' ');
        let mut words = String::with_capacity(text.len());
        for sign in text.chars() {
            let sign = if matches!(sign, ' ' | '\t' | '\n' | '\r') { ' ' } else { sign };
            if sign != ' ' || last != ' ' {
                words.push(sign);
            }
            last = sign;
        }
        self.push(&words);
    }

    fn push(&mut self, text: &str) {
        if self.inserted {
            return;
        }
        if !self.hidden.is_empty() {
            self.hidden_words += text.split_whitespace().count() as u64;
            return;
        }
        if !self.struck.is_empty() {
            self.struck_words += text.split_whitespace().count() as u64;
            return;
        }
        let is_raised = !self.raised.is_empty();
        if let Some(open) = self.open.last_mut().filter(|open| !open.hidden) {
            if is_raised { open.paragraph.raise(text) } else { open.paragraph.push(text) }
        }
    }

    /// Puts back what was deleted here.
    fn restore(&mut self, id: &str) {
        let paragraphs = self.changes.deleted(id).to_vec();
        for (at, text) in paragraphs.iter().enumerate() {
            if at > 0 && self.open.len() == 1 && self.asides.is_empty() {
                let kind = self.open.last().map_or(BlockKind::Paragraph, |open| open.paragraph.kind);
                self.close_paragraph();
                self.open.push(Open { paragraph: Paragraph::new(kind), hidden: false, role: None });
            }
            self.letters(text);
        }
    }

    fn picture(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() && !self.behind.iter().any(|paragraph| paragraph.text == text) {
            self.behind.push(Paragraph::described(text));
            self.behind_own.push(BlockKind::Caption);
        }
    }

    fn unread(&mut self, what: &'static str) {
        if !self.unread.contains(&what) {
            self.unread.push(what);
        }
    }
}
