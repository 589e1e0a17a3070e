//! From a page's elements to prose, block by block.

use super::link::{self, Notes};
use super::page::{Page, is_pull_quote};
use super::table;
use crate::raised::{self, Raised};
use crate::tree::{self, Kind, Piece, Tag};
use claimsheet::text::document::builder::{CellCount, DocumentBuilder};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};
use std::collections::HashMap;

/// Writes the blocks of one article.
pub(super) struct Writer<'p, 't, 'a, 'b> {
    page: &'p Page<'t, 'a>,
    pub(super) builder: DocumentBuilder<'b>,
    notes: &'p Notes,
    /// Where the page is, for links that leave it out.
    address: Option<&'p str>,
    /// The headline's element.
    title: Option<usize>,
    /// The line below it, which is no heading whatever its element says.
    deck: Option<usize>,
    /// Kinds that the elements around give to the blocks in them, innermost last.
    containers: Vec<Option<BlockKind>>,
    /// What to do behind the elements that are open, and where they end.
    open: Vec<(usize, Leave)>,
    pub(super) cell: CellCount,
    /// Whether each table around holds data, innermost last.
    tables: Vec<bool>,
    /// Whether the last thing written was a line break.
    broken: bool,
    quotes: usize,
    /// The text of each footnote, by its element.
    footnotes: HashMap<usize, String>,
}

/// What ends with an element.
enum Leave {
    Block,
    Table,
    Footnote(usize, usize),
    Link(usize, String),
    Quote,
}

impl<'p, 't, 'a> Writer<'p, 't, 'a, 'a> {
    pub(super) fn new(page: &'p Page<'t, 'a>, notes: &'p Notes, address: Option<&'p str>) -> Self {
        Self::within(page, notes, address, DocumentBuilder::new(page.tree.source))
    }
}

impl<'p, 't, 'a, 'b> Writer<'p, 't, 'a, 'b> {
    /// Goes on with what was begun.
    pub(super) fn within(
        page: &'p Page<'t, 'a>,
        notes: &'p Notes,
        address: Option<&'p str>,
        builder: DocumentBuilder<'b>,
    ) -> Self {
        Self {
            page,
            builder,
            notes,
            address,
            title: None,
            deck: None,
            containers: Vec::new(),
            open: Vec::new(),
            cell: CellCount::default(),
            tables: Vec::new(),
            broken: false,
            quotes: 0,
            footnotes: HashMap::new(),
        }
    }

    /// Says which elements are the headline and the line below it.
    pub(super) fn headline(&mut self, title: Option<usize>, deck: Option<usize>) {
        (self.title, self.deck) = (title, deck);
    }

    /// Writes what stands in the nodes `from..to`.
    pub(super) fn write(&mut self, from: usize, to: usize) {
        let tree = self.page.tree;
        let mut at = from;
        while at < to.min(tree.len()) {
            self.leave(at);
            let Some(node) = tree.node(at) else { break };
            if self.page.left(at).is_some() {
                at = node.end.max(at + 1);
                continue;
            }
            match node.kind {
                Kind::Element(tag) => at = if self.enter(at, tag) { at + 1 } else { node.end.max(at + 1) },
                Kind::Text | Kind::Raw => {
                    self.text(node.span.of(tree.source), node.span.start as usize, node.kind == Kind::Raw);
                    at += 1;
                }
            }
        }
        self.leave(usize::MAX);
        self.builder.close();
    }

    /// Begins an element; whether what is in it is read.
    fn enter(&mut self, at: usize, tag: Tag) -> bool {
        let tree = self.page.tree;
        match tag {
            _ if self.title == Some(at) => self.block(at, Some(BlockKind::Title)),
            _ if self.deck == Some(at) => self.block(at, Some(BlockKind::Paragraph)),
            Tag::Heading(level) => self.block(at, Some(BlockKind::Heading(level))),
            _ if self.notes.is_comment(at) => return false,
            _ if self.notes.is_note(at) => {
                self.builder.close();
                self.containers.push(Some(BlockKind::Footnote));
                self.open.push((tree.end(at), Leave::Footnote(at, self.builder.at())));
            }
            Tag::Item => self.block(at, Some(BlockKind::ListItem)),
            Tag::Blockquote => self.block(at, Some(BlockKind::Quotation)),
            Tag::Aside | Tag::Figure if is_pull_quote(tree, at) => self.block(at, Some(BlockKind::Quotation)),
            Tag::Caption => self.block(at, Some(BlockKind::Caption)),
            Tag::Preformatted if tree.elements(at + 1, tree.end(at)).any(|(_, tag)| tag == Tag::Code) => {
                self.builder.close();
                return false;
            }
            Tag::Table => {
                let is_data = table::is_data(self.page, at);
                if is_data {
                    self.cell = self.cell.next_table();
                }
                self.block(at, None);
                self.tables.push(is_data);
                self.open.push((tree.end(at), Leave::Table));
            }
            Tag::Row => {
                self.block(at, None);
                if self.in_data_table() {
                    self.cell = self.cell.next_row();
                }
            }
            Tag::Cell | Tag::HeadCell => {
                if self.in_data_table() {
                    self.cell = self.cell.next_column();
                }
                self.block(at, self.in_data_table().then(|| self.cell.kind()));
            }
            Tag::Rule => self.builder.close(),
            Tag::Break => self.line_break(at),
            Tag::Image => self.image(at),
            Tag::Anchor => return self.anchor(at),
            Tag::Sup => return self.raised(at),
            Tag::Fraction => self.between(at, " ", |before| before.is_ascii_digit()),
            Tag::Denominator => self.between(at, "/", |before| !matches!(before, '/' | '⁄')),
            Tag::Quote => {
                if let Some(node) = tree.node(at) {
                    let mark = if self.quotes.is_multiple_of(2) { "“" } else { "‘" };
                    self.open_block();
                    self.builder.push(mark, node.span.start as usize, node.span.end as usize);
                }
                self.quotes += 1;
                self.open.push((tree.end(at), Leave::Quote));
            }
            _ => {
                let kind = self.kind_by_class(at);
                if kind.is_some() || !tag.is_inline() {
                    self.block(at, kind);
                }
            }
        }
        true
    }

    /// Ends the elements that end at or before `at`.
    fn leave(&mut self, at: usize) {
        while let Some((end, _)) = self.open.last() {
            if *end > at {
                return;
            }
            let Some((end, leave)) = self.open.pop() else { return };
            match leave {
                Leave::Block => self.end_block(),
                Leave::Table => {
                    self.tables.pop();
                }
                Leave::Footnote(note, start) => {
                    self.end_block();
                    let text = self.builder.document.prose.get(start..).unwrap_or("").trim();
                    self.footnotes.insert(note, text.replace('\n', " "));
                }
                // A link around a picture alone has no words that it could be a source of.
                Leave::Link(start, url) if self.builder.at() > start => self.builder.link(start, LinkTarget::Url(url)),
                Leave::Link(..) => {}
                Leave::Quote => {
                    self.quotes = self.quotes.saturating_sub(1);
                    self.closing_mark(end);
                }
            }
        }
    }

    fn block(&mut self, at: usize, kind: Option<BlockKind>) {
        self.builder.close();
        self.broken = false;
        self.containers.push(kind);
        self.open.push((self.page.tree.end(at), Leave::Block));
    }

    fn end_block(&mut self) {
        self.builder.close();
        self.containers.pop();
    }

    /// Whether the innermost table around holds data.
    fn in_data_table(&self) -> bool {
        self.tables.last().is_some_and(|is_data| *is_data)
    }

    /// What the class of an element without a meaning of its own says.
    fn kind_by_class(&self, at: usize) -> Option<BlockKind> {
        let class = self.page.tree.attribute_span(at, "class")?.of(self.page.tree.source);
        if class.contains("caption-text") {
            Some(BlockKind::Caption)
        } else {
            ["pullquote", "pull-quote"].iter().any(|name| class.contains(name)).then_some(BlockKind::Quotation)
        }
    }

    /// One break is white space; two, or one before a number of a list, end a paragraph.
    fn line_break(&mut self, at: usize) {
        let behind = self.page.tree.node(at).and_then(|node| self.page.tree.source.get(node.span.end as usize..));
        if self.broken || behind.is_some_and(is_list_number) {
            self.builder.close();
        } else if let Some(node) = self.page.tree.node(at) {
            self.builder.space(node.span.start as usize, node.span.end as usize);
        }
        self.broken = true;
    }

    /// Appends `mark` for the opening tag at `at`, where the last letter `needs` it.
    fn between(&mut self, at: usize, mark: &str, needs: impl Fn(char) -> bool) {
        let before = self.builder.document.prose.chars().next_back();
        if let Some(node) = self.page.tree.node(at)
            && self.builder.is_open()
            && before.is_some_and(needs)
        {
            self.builder.push(mark, node.span.start as usize, node.span.end as usize);
        }
    }

    /// The description of a picture that stands by itself and has no caption.
    fn image(&mut self, at: usize) {
        let tree = self.page.tree;
        if self.builder.is_open() || table::is_captioned(self.page, at) {
            return;
        }
        let Some(span) = tree.attribute_span(at, "alt") else { return };
        let description = span.of(tree.source);
        let is_decoration = tree.attribute(at, "role").is_some_and(|role| matches!(&*role, "presentation" | "none"))
            || crate::html::page_boilerplate::has_word(tree, at, &["logo", "icon", "avatar", "emoji"]);
        if is_decoration || description.split_whitespace().count() < 2 {
            return;
        }
        self.builder.open(BlockKind::Caption);
        self.text(description, span.start as usize, false);
        self.builder.close();
    }

    /// A link: its words carry it, unless it leads to a footnote or back from one.
    fn anchor(&mut self, at: usize) -> bool {
        let tree = self.page.tree;
        if let Some(note) = self.notes.note_of(at).filter(|note| note.is_comment) {
            let text = tree.text_of(note.target);
            let text = text.trim_start_matches(&*format!("[{}]", note.label)).trim().to_owned();
            self.builder.link(self.builder.at(), LinkTarget::Comment { author: String::new(), text });
            return false;
        }
        if let Some(note) = self.notes.note_of(at) {
            let target = LinkTarget::Footnote { label: note.label.clone(), text: note.target.to_string() };
            self.builder.link(self.builder.at(), target);
            return false;
        }
        let Some(href) = tree.attribute(at, "href") else { return true };
        if href.starts_with('#') {
            return !self.notes.is_in_note(tree, at);
        }
        if let Some(url) = link::resolved(&href, self.address) {
            self.open.push((tree.end(at), Leave::Link(self.builder.at(), url)));
        }
        true
    }

    /// Raised text; whether what is in the element is read as it stands.
    fn raised(&mut self, at: usize) -> bool {
        let (tree, end) = (self.page.tree, self.page.tree.end(at));
        let anchors = || tree.elements(at + 1, end).filter(|(_, tag)| *tag == Tag::Anchor).map(|(at, _)| at);
        if !self.builder.is_open() || anchors().any(|anchor| self.notes.note_of(anchor).is_some()) {
            return true;
        }
        let leads =
            anchors().next().is_some() || tree.around(at).skip(1).take(2).any(|at| tree.tag(at) == Some(Tag::Anchor));
        let after = tree.node(end).filter(|node| node.kind == Kind::Text).map_or("", |node| node.span.of(tree.source));
        let Some(node) = tree.node(at) else { return true };
        let (from, to) = (node.span.start as usize, end.checked_sub(1).and_then(|last| tree.node(last)));
        let to = to.map_or(node.span.end, |last| last.span.end) as usize;
        match raised::read(&self.builder.document.prose, &tree.text_of(at), after, leads) {
            Raised::Exponent(power) => self.builder.push(&power, from, to),
            Raised::Note(label) => {
                let text = String::new();
                self.builder.link(self.builder.at(), LinkTarget::Footnote { label, text });
            }
            Raised::Numerator => {
                self.between(at, " ", |before| before.is_ascii_digit());
                return true;
            }
            Raised::Words => return true,
        }
        false
    }

    /// Appends the mark that stands for the closing tag behind the nodes up to `end`; an element
    /// that something else ended has none.
    fn closing_mark(&mut self, end: usize) {
        let Some(last) = end.checked_sub(1).and_then(|last| self.page.tree.node(last)) else { return };
        let start = last.span.end as usize;
        let behind = self.page.tree.source.get(start..).unwrap_or("");
        if behind.starts_with("</") && self.builder.is_open() {
            let length = behind.find('>').map_or(behind.len(), |at| at + 1);
            let mark = if self.quotes.is_multiple_of(2) { "”" } else { "’" };
            self.builder.push(mark, start, start + length);
        }
    }

    fn open_block(&mut self) {
        let kind = self.containers.iter().rev().find_map(|kind| *kind).unwrap_or(BlockKind::Paragraph);
        self.builder.open(kind);
        self.broken = false;
    }

    /// Appends the text of a node that stands at `start`.
    fn text(&mut self, text: &str, start: usize, raw: bool) {
        if raw {
            return self.words(text, start);
        }
        let mut at = start;
        for piece in tree::pieces(text) {
            match piece {
                Piece::Verbatim(words) => {
                    self.words(words, at);
                    at += words.len();
                }
                Piece::Reference(words, length) => {
                    let is_space = words.trim().is_empty();
                    if words.bytes().all(|byte| byte.is_ascii_whitespace()) {
                        self.builder.space(at, at + length);
                    } else if !is_nothing(&words) && (!is_space || self.builder.is_open()) {
                        self.open_block();
                        self.builder.push(&words, at, at + length);
                    }
                    at += length;
                }
            }
        }
    }

    /// Appends text without references; white space becomes one space, soft hyphens nothing.
    fn words(&mut self, text: &str, start: usize) {
        let bytes = text.as_bytes();
        let (mut at, mut run) = (0, 0);
        while let Some(byte) = bytes.get(at) {
            let nothing = length_of_nothing(bytes, at);
            if nothing > 0 {
                self.run(start + run, start + at);
                at += nothing;
                run = at;
            } else if byte.is_ascii_whitespace() {
                let end = at + bytes.iter().skip(at).take_while(|byte| byte.is_ascii_whitespace()).count();
                if *byte == b' ' && end == at + 1 && at > run {
                    at = end;
                    continue;
                }
                self.run(start + run, start + at);
                self.builder.space(start + at, start + end);
                at = end;
                run = end;
            } else {
                at += 1;
            }
        }
        self.run(start + run, start + bytes.len());
    }

    fn run(&mut self, start: usize, end: usize) {
        if start < end {
            self.open_block();
            self.builder.verbatim(start, end);
        }
    }

    /// The finished document.
    pub(super) fn finish(mut self) -> Document {
        self.note_texts(0);
        self.builder.finish()
    }

    /// Gives the links to footnotes from number `first` on the text of these.
    pub(super) fn note_texts(&mut self, first: usize) {
        for link in self.builder.document.links.iter_mut().skip(first) {
            if let LinkTarget::Footnote { text, .. } = &mut link.target {
                let note = text.parse::<usize>().ok().and_then(|note| self.footnotes.get(&note));
                *text = note.cloned().unwrap_or_default();
            }
        }
    }
}

/// Whether a text begins with a number as in front of an item: `7. `.
fn is_list_number(text: &str) -> bool {
    let text = text.trim_start();
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    digits > 0 && text.get(digits..).is_some_and(|rest| [". ", ") "].iter().any(|mark| rest.starts_with(mark)))
}

/// Whether a character shows nothing: soft hyphens and spaces without width.
fn is_nothing(text: &str) -> bool {
    text.chars().all(|letter| matches!(letter, '\0' | '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}'))
}

/// Bytes of the character at `at` if it shows nothing, else 0.
fn length_of_nothing(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        // NUL, and what covers marks in HTML within Markdown.
        Some(0 | 1) => 1,
        Some(0xC2) if bytes.get(at + 1) == Some(&0xAD) => 2,
        Some(0xE2) if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x8B] | [0x81, 0xA0])) => 3,
        Some(0xEF) if bytes.get(at + 1..at + 3) == Some(&[0xBB, 0xBF]) => 3,
        _ => 0,
    }
}
