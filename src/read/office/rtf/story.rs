//! What the tokens of an RTF file do.

use super::super::flow::{Mark, Paragraph};
use super::charset;
use super::group::{Destination, End, Group};
use super::paragraphs::Paragraphs;
use super::styles::Styles;
use super::tokens::Token;
use crate::document::{BlockKind, LinkTarget};
use crate::package::PackageError;
use crate::read::{ReadError, ReadOptions};
use encoding_rs::Encoding;
use std::collections::HashMap;

/// Destinations whose text nobody reads, apart from those that begin with `\*` and are not known.
const SKIPPED: &[&str] = &[
    "colortbl",
    "pict",
    "nonshppict",
    "object",
    "objdata",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "xe",
    "tc",
    "rxe",
    "private",
    "comment",
    "operator",
    "keywords",
    "subject",
    "doccomm",
    "company",
    "manager",
    "category",
    "hlinkbase",
    "filetbl",
    "listtable",
    "listoverridetable",
    "revtbl",
    "themedata",
    "datastore",
    "generator",
    "bkmkstart",
    "bkmkend",
    "template",
    "mmath",
];

/// Reads an RTF file token by token.
pub(super) struct Story {
    groups: Vec<Group>,
    /// The most groups within groups.
    depth: u32,
    original: bool,
    /// The file's code page.
    encoding: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    /// The font that the table of fonts describes.
    font: i32,
    styles: Styles,
    /// The style that the table of styles describes: number, outline level and name.
    style: (i32, Option<i32>, String),
    /// The article, and the notes and boxes that are open within it.
    flows: Vec<Paragraphs>,
    notes: Vec<Paragraph>,
    /// Bytes that wait to be decoded together.
    bytes: Vec<u8>,
    /// The first half of a character of UTF-16.
    half: Option<u16>,
    /// Characters to pass over behind `\u`.
    passed: u32,
    /// Whether the group has begun with `\*`.
    starred: bool,
    /// Text of destinations other than the article.
    caught: String,
    property: String,
    /// The addresses of the open fields.
    links: Vec<Option<String>>,
    commenter: String,
    /// Where the words of a comment begin.
    commented: Option<(usize, usize)>,
    title: Option<String>,
    author: Option<String>,
}

impl Story {
    pub(super) fn new(options: &ReadOptions<'_>) -> Self {
        Self {
            groups: vec![Group::default()],
            depth: options.limits.depth,
            original: options.original,
            encoding: charset::USUAL,
            fonts: HashMap::new(),
            font: 0,
            styles: Styles::default(),
            style: (0, None, String::new()),
            flows: vec![Paragraphs::new()],
            notes: Vec::new(),
            bytes: Vec::new(),
            half: None,
            passed: 0,
            starred: false,
            caught: String::new(),
            property: String::new(),
            links: Vec::new(),
            commenter: String::new(),
            commented: None,
            title: None,
            author: None,
        }
    }

    /// Does what a token says.
    pub(super) fn token(&mut self, token: &Token<'_>) -> Result<(), ReadError> {
        if self.passed > 0 && self.passes(token) {
            return Ok(());
        }
        match *token {
            Token::Text(text) => self.bytes.extend_from_slice(text),
            Token::Byte(byte) => self.bytes.push(byte),
            _ => self.flush(),
        }
        match *token {
            Token::Open => self.open()?,
            Token::Close => self.close(),
            Token::Word(name, number) => self.word(name, number),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Text(_) | Token::Byte(_) => {}
        }
        Ok(())
    }

    /// The paragraphs with the notes behind them, the title and the author.
    pub(super) fn finish(mut self) -> (Vec<Paragraph>, Option<String>, Option<String>) {
        self.flush();
        while self.groups.len() > 1 {
            self.close();
        }
        let said = self.group().paragraph;
        let mut paragraphs: Vec<Paragraph> =
            self.flows.drain(..).flat_map(|flow| flow.finish(&said, &self.styles)).collect();
        paragraphs.append(&mut self.notes);
        (paragraphs, self.title, self.author)
    }

    /// Whether a token is one of the characters behind `\u` that stand for it elsewhere.
    fn passes(&mut self, token: &Token<'_>) -> bool {
        match token {
            Token::Open | Token::Close => {
                self.passed = 0;
                false
            }
            Token::Text(text) => {
                let passed = text.len().min(self.passed as usize);
                self.passed -= passed as u32;
                self.bytes.extend_from_slice(text.get(passed..).unwrap_or_default());
                true
            }
            Token::Word("u", _) => {
                self.passed = 0;
                false
            }
            Token::Word(..) | Token::Symbol(_) | Token::Byte(_) => {
                self.passed -= 1;
                true
            }
        }
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    fn change(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn flow(&mut self) -> Option<&mut Paragraphs> {
        self.flows.last_mut()
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let encoding = self.group().encoding.unwrap_or(self.encoding);
        let bytes = std::mem::take(&mut self.bytes);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        self.starred = false;
        let group = self.group();
        match group.destination {
            Destination::Body => {
                let unread = group.is_unread(self.original);
                if let Some(flow) = self.flows.last_mut().filter(|_| !unread) {
                    flow.open.push(text);
                }
            }
            Destination::Styles => self.style.2.push_str(text),
            Destination::Skip | Destination::Fonts | Destination::Info => {}
            _ => self.caught.push_str(text),
        }
    }

    fn open(&mut self) -> Result<(), ReadError> {
        if self.groups.len() > self.depth as usize {
            return Err(PackageError::TooDeep("a group".to_owned(), self.depth).into());
        }
        self.starred = false;
        let inner = self.group().inner();
        self.groups.push(inner);
        Ok(())
    }

    fn close(&mut self) {
        self.starred = false;
        if self.groups.len() < 2 {
            return;
        }
        let Some(group) = self.groups.pop() else { return };
        match group.end {
            End::Nothing => {}
            End::Field => {
                self.links.pop();
            }
            End::Shown { paragraphs, start } => self.end_link(paragraphs, start),
            End::Note | End::Comment | End::Box => self.end_flow(&group),
        }
        self.end_destination(group.destination);
    }

    /// Uses what a destination caught, when its outermost group ends.
    fn end_destination(&mut self, destination: Destination) {
        if destination == Destination::Styles {
            self.end_style();
        }
        if self.group().destination == destination {
            return;
        }
        match destination {
            Destination::Instruction => {
                let address = address(&std::mem::take(&mut self.caught));
                if let Some(link) = self.links.last_mut() {
                    *link = address.or_else(|| link.take());
                }
            }
            Destination::Title => self.title = self.taken(),
            Destination::Author => self.author = self.taken(),
            Destination::Commenter => self.commenter = self.taken().unwrap_or_default(),
            Destination::PropertyName => self.property = self.taken().unwrap_or_default(),
            Destination::PropertyValue => {
                let value = self.taken().filter(|_| self.property == "wzDescription");
                if let (Some(text), Some(flow)) = (value, self.flows.last_mut()) {
                    flow.put_beside(Paragraph::described(&text));
                }
            }
            _ => {}
        }
    }

    fn taken(&mut self) -> Option<String> {
        let text = std::mem::take(&mut self.caught).trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    fn end_style(&mut self) {
        let (number, outline, name) = std::mem::take(&mut self.style);
        let name = name.split(';').next().unwrap_or("").trim().to_owned();
        if !name.is_empty() {
            self.styles.note(number, &name, outline);
        }
    }

    fn end_link(&mut self, paragraphs: usize, start: usize) {
        let Some(Some(address)) = self.links.last().cloned() else { return };
        if let Some(flow) = self.flow() {
            let start = if flow.done.len() == paragraphs { start } else { 0 };
            if start < flow.open.text.len() {
                flow.mark(start, LinkTarget::Url(address));
            }
        }
    }

    /// Puts a note, a comment or a box where it belongs.
    fn end_flow(&mut self, group: &Group) {
        if self.flows.len() < 2 {
            return;
        }
        let Some(inner) = self.flows.pop() else { return };
        let paragraphs = inner.finish(&group.paragraph, &self.styles);
        let words = || paragraphs.iter().map(|one| one.text.trim()).filter(|text| !text.is_empty());
        let text = words().collect::<Vec<_>>().join(" ");
        let unread = group.end != End::Box && self.group().is_unread(self.original);
        let Some(outer) = self.flows.last_mut().filter(|_| !unread && !text.is_empty()) else { return };
        match group.end {
            End::Note => {
                let label = (self.notes.iter().filter(|note| note.kind == BlockKind::Footnote).count() + 1).to_string();
                outer.mark(usize::MAX, LinkTarget::Footnote { label, text: text.clone() });
                self.notes.push(note(paragraphs));
            }
            End::Comment => {
                let here = outer.done.len();
                let start = self.commented.take().filter(|(paragraphs, _)| *paragraphs == here);
                let author = std::mem::take(&mut self.commenter);
                outer.mark(start.map_or(usize::MAX, |(_, start)| start), LinkTarget::Comment { author, text });
            }
            _ => paragraphs.into_iter().for_each(|paragraph| outer.put_beside(paragraph)),
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.starred = true,
            b'~' => self.push("\u{a0}"),
            b'_' => self.push("\u{2011}"),
            b'{' | b'}' | b'\\' => self.push(char::from(symbol).encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let starred = std::mem::take(&mut self.starred);
        if !self.destination(name, starred) && !self.structure(name, number) {
            self.character(name, number);
        }
    }

    fn set(&mut self, destination: Destination) {
        self.change(|group| group.destination = destination);
    }

    /// Begins the destination of that name; whether there is one.
    fn destination(&mut self, name: &str, starred: bool) -> bool {
        let here = self.group().destination;
        match name {
            "fonttbl" => self.set(Destination::Fonts),
            "stylesheet" => {
                self.style = Default::default();
                self.set(Destination::Styles);
            }
            "info" => self.set(Destination::Info),
            "title" if here == Destination::Info => self.set(Destination::Title),
            "author" if here == Destination::Info => self.set(Destination::Author),
            "field" if here == Destination::Body => {
                self.links.push(None);
                self.change(|group| group.end = End::Field);
            }
            "fldinst" if here == Destination::Body => self.set(Destination::Instruction),
            "fldrslt" if here == Destination::Body => {
                let place = self.flow().map_or((0, 0), |flow| (flow.done.len(), flow.open.text.len()));
                self.change(|group| group.end = End::Shown { paragraphs: place.0, start: place.1 });
            }
            "footnote" if here == Destination::Body => self.begin_flow(End::Note),
            "annotation" if here == Destination::Body => self.begin_flow(End::Comment),
            "shptxt" | "dptxbxtext" => {
                self.set(Destination::Body);
                self.begin_flow(End::Box);
            }
            "atnauthor" => self.set(Destination::Commenter),
            "atrfstart" => {
                self.commented = self.flow().map(|flow| (flow.done.len(), flow.open.text.len()));
                self.set(Destination::Skip);
            }
            "listtext" | "pntext" | "pn" if here == Destination::Body => {
                let above = self.groups.len().checked_sub(2).and_then(|above| self.groups.get_mut(above));
                if let Some(group) = above {
                    group.paragraph.is_listed = true;
                }
                self.set(Destination::Skip);
            }
            "shppict" | "picprop" | "sp" | "shpinst" | "sn" | "sv" => self.drawing(name),
            _ if SKIPPED.contains(&name) || starred => self.set(Destination::Skip),
            _ => return false,
        }
        true
    }

    /// Pictures and shapes: nothing of them is read but descriptions and the text in boxes.
    fn drawing(&mut self, name: &str) {
        self.caught.clear();
        self.set(match name {
            "sn" => Destination::PropertyName,
            "sv" => Destination::PropertyValue,
            _ => Destination::Skip,
        });
    }

    fn begin_flow(&mut self, end: End) {
        self.flows.push(Paragraphs::new());
        self.change(|group| {
            group.end = end;
            group.paragraph = super::group::Properties::default();
        });
    }

    /// Paragraphs, cells, and what they are; whether the word was one of these.
    fn structure(&mut self, name: &str, number: Option<i32>) -> bool {
        let group = self.group();
        let in_body = group.destination == Destination::Body;
        let styles = &self.styles;
        let flow = self.flows.last_mut().filter(|_| in_body);
        match (name, flow) {
            ("par" | "sect" | "page" | "column", Some(flow)) => flow.end(&group.paragraph, styles),
            ("cell" | "nestcell", Some(flow)) => flow.end_cell(&group.paragraph, styles),
            ("row" | "nestrow", Some(flow)) => flow.end_row(),
            ("pard", _) => self.change(|group| group.paragraph = super::group::Properties::default()),
            ("s", _) => {
                self.style.0 = number.unwrap_or(0);
                self.change(|group| group.paragraph.style = number.unwrap_or(0));
            }
            ("outlinelevel", _) => {
                self.style.1 = number;
                self.change(|group| group.paragraph.outline = number);
            }
            ("ls", _) => self.change(|group| group.paragraph.is_listed = number.unwrap_or(0) > 0),
            ("intbl", _) => self.change(|group| group.paragraph.in_table = true),
            _ => return false,
        }
        true
    }

    /// Characters, and how they look and are encoded.
    fn character(&mut self, name: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        match name {
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.change(|group| {
                group.fallback = number.and_then(|count| u32::try_from(count).ok()).unwrap_or(1).min(16);
            }),
            "f" if self.group().destination == Destination::Fonts => self.font = number.unwrap_or(0),
            "fcharset" => {
                if let Some(encoding) = charset::of_font(number.unwrap_or(0)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "f" => {
                let encoding = self.fonts.get(&number.unwrap_or(0)).copied();
                self.change(|group| group.encoding = encoding);
            }
            "ansicpg" => self.encoding = number.and_then(charset::of_code_page).unwrap_or(self.encoding),
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "plain" => self.change(Group::plain),
            "v" => self.change(|group| group.is_hidden = is_on),
            "deleted" => self.change(|group| group.is_deleted = is_on),
            "revised" => self.change(|group| group.is_inserted = is_on),
            "line" | "lbr" | "softline" | "tab" | "emspace" | "enspace" | "qmspace" => self.push(" "),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            _ => {}
        }
    }

    /// A unit of UTF-16, written as a signed number.
    fn unicode(&mut self, number: i32) {
        self.passed = self.group().fallback;
        let unit = u16::try_from(number & 0xffff).unwrap_or_default();
        let units = self.half.take().into_iter().chain([unit]);
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
        self.push(&text);
    }
}

/// The paragraphs of a note as one.
fn note(paragraphs: Vec<Paragraph>) -> Paragraph {
    let mut note = Paragraph::new(BlockKind::Footnote);
    for paragraph in paragraphs {
        if !note.text.is_empty() {
            note.push(" ");
        }
        let at = note.text.len();
        note.text.push_str(&paragraph.text);
        let moved = |mark: Mark| Mark { start: mark.start + at, end: mark.end + at, ..mark };
        note.marks.extend(paragraph.marks.into_iter().map(moved));
    }
    note
}

/// The address in `HYPERLINK "address"`.
fn address(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?.trim_start();
    let address =
        rest.strip_prefix('"').map_or_else(|| rest.split_whitespace().next(), |rest| rest.split('"').next())?;
    (!address.is_empty() && !address.starts_with('\\')).then(|| address.to_owned())
}
