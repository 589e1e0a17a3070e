//! The XML of a part as a stream, with namespaces by their usual prefixes and places in the text.

use super::{Limits, PackageError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Namespaces by the end of their address, and the prefix by which the program calls them. Word's
/// strict and transitional namespaces differ before the end.
const SPACES: &[(&str, &str)] = &[
    ("/wordprocessingml/2006/main", "w"),
    ("/wordprocessingml/main", "w"),
    ("/officeDocument/2006/math", "m"),
    ("/officeDocument/math", "m"),
    ("/officeDocument/2006/relationships", "r"),
    ("/officeDocument/relationships", "r"),
    ("/drawingml/2006/wordprocessingDrawing", "wp"),
    ("/drawingml/wordprocessingDrawing", "wp"),
    ("/drawingml/2006/main", "a"),
    ("/drawingml/main", "a"),
    ("/drawingml/2006/chart", "c"),
    ("/drawingml/2006/diagram", "dgm"),
    ("/markup-compatibility/2006", "mc"),
    ("/word/2012/wordml", "w15"),
    ("/word/2010/wordml", "w14"),
    ("schemas-microsoft-com:vml", "v"),
    ("schemas-microsoft-com:office:office", "o"),
    ("purl.org/dc/elements/1.1/", "dc"),
    ("opendocument:xmlns:office:1.0", "office"),
    ("opendocument:xmlns:text:1.0", "text"),
    ("opendocument:xmlns:table:1.0", "table"),
    ("opendocument:xmlns:drawing:1.0", "draw"),
    ("opendocument:xmlns:style:1.0", "style"),
    ("opendocument:xmlns:meta:1.0", "meta"),
    ("opendocument:xmlns:svg-compatible:1.0", "svg"),
    ("opendocument:xmlns:manifest:1.0", "manifest"),
    ("www.w3.org/1999/xlink", "xlink"),
];

/// A stream of the elements and texts of a part.
pub struct Xml<'a> {
    part: &'a str,
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// The prefixes of the part with what the program calls them; the latest last.
    spaces: Vec<(&'a str, &'static str)>,
    /// Which of them was met last: most elements of a part have the same.
    recent: usize,
    depth: u32,
    /// The name of the element that began last.
    opened: &'a str,
    /// Whether that is an empty one, whose end comes next.
    is_empty: bool,
    /// Where what came last begins.
    from: usize,
    limits: Limits,
}

/// What comes next in a part.
#[derive(Debug)]
pub enum Item<'a> {
    /// An element begins; an empty one too, whose end follows.
    Start(Tag<'a>),
    /// An element ends: its namespace and its name.
    End(&'static str, &'a str),
    /// Text, entities decoded.
    Text(Cow<'a, str>),
    /// The part ends.
    Eof,
}

/// The start of an element.
#[derive(Debug)]
pub struct Tag<'a> {
    /// Its namespace by its usual prefix; empty where the program knows none.
    pub space: &'static str,
    /// Its name without prefix.
    pub local: &'a str,
    name: &'a str,
    content: &'a str,
}

impl<'a> Xml<'a> {
    /// A stream of the part of that name with that text.
    pub fn new(part: &'a str, text: &'a str, limits: Limits) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = true;
        let spaces = Vec::new();
        Self { part, text, reader, spaces, recent: 0, depth: 0, opened: "", is_empty: false, from: 0, limits }
    }

    /// The byte of the part's text behind what came last.
    pub const fn at(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    /// The byte of the part's text where what came last begins.
    pub const fn from(&self) -> usize {
        self.from
    }

    /// How many elements are open.
    pub const fn depth(&self) -> u32 {
        self.depth
    }

    /// What comes next. Comments and processing instructions are passed over.
    ///
    /// # Errors
    ///
    /// Where the XML is wrong, nests too deep, or declares a document type.
    #[allow(clippy::should_implement_trait, reason = "it can fail, and it lends")]
    pub fn next(&mut self) -> Result<Item<'a>, PackageError> {
        loop {
            let from = self.at();
            self.from = from;
            if std::mem::take(&mut self.is_empty) {
                self.depth = self.depth.saturating_sub(1);
                let (space, local) = self.resolve(self.opened);
                return Ok(Item::End(space, local));
            }
            let event = self.reader.read_event();
            match event.map_err(|error| self.wrong(&error.to_string()))? {
                Event::Start(start) => return self.start(from, &start),
                Event::Empty(start) => {
                    self.is_empty = true;
                    return self.start(from, &start);
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(self.end(from));
                }
                Event::Text(_) => return Ok(Item::Text(Cow::Borrowed(self.text.get(from..self.at()).unwrap_or("")))),
                Event::CData(data) => return Ok(Item::Text(Cow::Owned(data.into_inner().into_owned()))),
                Event::GeneralRef(name) => return self.reference(&name).map(Item::Text),
                Event::DocType(_) => return Err(PackageError::DocumentType(self.part.to_owned())),
                Event::Eof if self.depth > 0 => return Err(self.wrong("it ends within an element")),
                Event::Eof => return Ok(Item::Eof),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    /// Passes over the rest of the element that has just begun, and over its end.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub fn skip(&mut self) -> Result<(), PackageError> {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer {
            if matches!(self.next()?, Item::Eof) {
                break;
            }
        }
        Ok(())
    }

    /// The text within the element that has just begun, to its end.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub fn inner_text(&mut self) -> Result<String, PackageError> {
        let outer = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outer {
            match self.next()? {
                Item::Text(piece) => text.push_str(&piece),
                Item::Eof => break,
                Item::Start(_) | Item::End(..) => {}
            }
        }
        Ok(text)
    }

    fn start(&mut self, from: usize, start: &BytesStart<'_>) -> Result<Item<'a>, PackageError> {
        self.depth += 1;
        if self.depth > self.limits.depth {
            return Err(PackageError::TooDeep(self.part.to_owned(), self.limits.depth));
        }
        let text = self.text;
        let content = text.get(from + 1..from + 1 + start.len()).unwrap_or("");
        let name = content.get(..start.name().0.len()).unwrap_or("");
        if content.len() > name.len() && declares(content) {
            self.declare(name, content);
        }
        self.opened = name;
        let (space, local) = self.resolve(name);
        Ok(Item::Start(Tag { space, local, name, content }))
    }

    /// The end of an element whose tag begins at `from`.
    fn end(&mut self, from: usize) -> Item<'a> {
        let text = self.text;
        let name = text.get(from + 2..self.at() - 1).unwrap_or("");
        let (space, local) = self.resolve(name.trim_ascii_end());
        Item::End(space, local)
    }

    fn declare(&mut self, name: &'a str, content: &'a str) {
        for (key, value) in attributes(name, content) {
            let Some(prefix) = key.strip_prefix("xmlns") else { continue };
            let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
            let space = SPACES.iter().find(|(end, _)| value.ends_with(end)).map_or("", |(_, space)| space);
            self.spaces.retain(|(known, _)| *known != prefix);
            self.spaces.push((prefix, space));
        }
    }

    fn resolve(&mut self, name: &'a str) -> (&'static str, &'a str) {
        // Names are short, and this is done for each: bytes one by one are faster than a search.
        let (prefix, local) = match name.bytes().position(|byte| byte == b':') {
            Some(colon) => (name.get(..colon).unwrap_or(""), name.get(colon + 1..).unwrap_or("")),
            None => ("", name),
        };
        if !self.spaces.get(self.recent).is_some_and(|(known, _)| known.bytes().eq(prefix.bytes())) {
            self.recent = self.spaces.iter().position(|(known, _)| *known == prefix).unwrap_or(usize::MAX);
        }
        (self.spaces.get(self.recent).map_or("", |(_, space)| *space), local)
    }

    fn reference(&self, name: &quick_xml::events::BytesRef<'_>) -> Result<Cow<'a, str>, PackageError> {
        if let Some(sign) = name.resolve_char_ref().map_err(|error| self.wrong(&error.to_string()))? {
            return Ok(Cow::Owned(sign.to_string()));
        }
        let inner = name.clone().into_inner();
        let known = quick_xml::escape::resolve_predefined_entity(&inner);
        known.map(Cow::Borrowed).ok_or_else(|| self.wrong(&format!("nothing says what &{inner}; stands for")))
    }

    fn wrong(&self, reason: &str) -> PackageError {
        PackageError::Xml(
            self.part.to_owned(),
            self.reader.error_position().max(self.reader.buffer_position()),
            reason.to_owned(),
        )
    }
}

impl<'a> Tag<'a> {
    /// The value of an attribute by its name without prefix, entities decoded.
    pub fn attribute(&self, local: &str) -> Option<String> {
        self.value(local).map(Cow::into_owned)
    }

    /// Whether the attribute of that name without prefix is `wanted`.
    pub fn says(&self, local: &str, wanted: &str) -> bool {
        self.value(local).is_some_and(|value| value == wanted)
    }

    fn value(&self, local: &str) -> Option<Cow<'a, str>> {
        let found = attributes(self.name, self.content)
            .find(|(key, _)| key.strip_suffix(local).is_some_and(|before| before.is_empty() || before.ends_with(':')));
        let (_, value) = found?;
        if memchr::memchr(b'&', value.as_bytes()).is_none() {
            return Some(Cow::Borrowed(value));
        }
        Some(quick_xml::escape::unescape(value).unwrap_or(Cow::Borrowed(value)))
    }

    /// The prefix that it is written with; empty where there is none.
    pub fn prefix(&self) -> &str {
        self.name.split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// Whether a switch (`<w:b/>`, `<w:b w:val="0"/>`) is on.
    pub fn is_on(&self) -> bool {
        self.value("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off"))
    }
}

/// Whether a tag's content may declare a namespace.
fn declares(content: &str) -> bool {
    let bytes = content.as_bytes();
    memchr::memchr_iter(b'x', bytes).any(|at| bytes.get(at..).is_some_and(|rest| rest.starts_with(b"xmlns")))
}

/// The attributes of a tag's content, as written. What is not well-formed ends them.
fn attributes<'a>(name: &str, content: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let mut rest = content.get(name.len()..).unwrap_or("");
    std::iter::from_fn(move || {
        let (key, behind) = split_at(rest, b'=')?;
        let behind = behind.trim_ascii_start();
        let quote = behind.bytes().next().filter(|sign| matches!(sign, b'"' | b'\''))?;
        let (value, behind) = split_at(behind.get(1..)?, quote)?;
        rest = behind;
        Some((key.trim_ascii(), value))
    })
}

/// What stands before and behind the first `sign`.
fn split_at(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = memchr::memchr(sign, text.as_bytes())?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Text as it stands within an element or an attribute. Signs that XML cannot hold are left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(sign),
            '\u{fffe}' | '\u{ffff}' => {}
            sign if (sign as u32) < 0x20 => {}
            sign => out.push(sign),
        }
    }
    out
}
