//! What the tokens of an RTF file do.

use super::super::flow::Paragraph;
use super::charset;
use super::group::{Destination, End, Group};
use super::paragraphs::Paragraphs;
use super::styles::Styles;
use super::tokens::Token;
use crate::package::PackageError;
use crate::{ReadError, ReadOptions};
use encoding_rs::Encoding;
use std::collections::HashMap;

mod destinations;
mod words;

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
    /// Whether nothing but its brace was read of the group.
    fresh: bool,
    /// Tracked insertions and deletions.
    tracked: (usize, usize),
    /// Words that are struck out, and those that are not shown.
    struck: u64,
    hidden: u64,
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

/// What a file holds.
pub(super) struct Finished {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    /// Tracked insertions and deletions.
    pub(super) tracked: (usize, usize),
    /// Words that are struck out, and those that are not shown.
    pub(super) struck: u64,
    pub(super) hidden: u64,
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
            fresh: false,
            tracked: (0, 0),
            struck: 0,
            hidden: 0,
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
        self.fresh = matches!(token, Token::Open);
        Ok(())
    }

    /// The paragraphs with the notes behind them, and what the file says of them.
    pub(super) fn finish(mut self) -> Finished {
        self.flush();
        while self.groups.len() > 1 {
            self.close();
        }
        let said = self.group().paragraph;
        let mut paragraphs: Vec<Paragraph> =
            self.flows.drain(..).flat_map(|flow| flow.finish(&said, &self.styles)).collect();
        paragraphs.append(&mut self.notes);
        let (title, author) = (self.title, self.author);
        Finished { paragraphs, title, author, tracked: self.tracked, struck: self.struck, hidden: self.hidden }
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
                if group.is_hidden {
                    self.hidden += text.split_whitespace().count() as u64;
                } else if group.is_struck && !self.original && !unread {
                    self.struck += text.split_whitespace().count() as u64;
                } else if let Some(flow) = self.flows.last_mut().filter(|_| !unread) {
                    if group.is_raised { flow.open.raise(text) } else { flow.open.push(text) }
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

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            // Elsewhere than at a group's beginning it means nothing, as old programs write it.
            b'*' => self.starred = self.fresh,
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
}
