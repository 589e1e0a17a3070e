//! Readers: the bytes of a file to its articles, one reader a format.

use crate::document::{Document, OffsetMap, Positions};
use crate::span::{SourceSpan, Span};
use std::fmt;

mod block;
mod cms;
mod detect;
mod front_matter;
mod html;
mod mail;
mod markdown;
mod markup;
mod parts;
mod plain;
#[cfg(test)]
mod tests;
mod tree;
mod xml;

/// The readers, as `--help` lists them. Content is shown to them in this order.
pub const READERS: &[&Reader] = &[
    &markdown::READER,
    &plain::READER,
    &html::READER,
    &cms::WORDPRESS,
    &cms::NINJS,
    &cms::ANS,
    &cms::GHOST,
    &cms::JSON,
    &xml::NITF,
    &xml::NEWSML,
    &xml::FEED,
    &xml::XML,
    &mail::READER,
];

/// Reads one format.
pub struct Reader {
    /// Its name, as in `--from` and in JSON.
    pub name: &'static str,
    /// What it reads, in a line of `--help`.
    pub about: &'static str,
    /// The extensions of such files, in lower case without stop.
    pub extensions: &'static [&'static str],
    /// Whether the bytes of a file are surely of this format, whatever its name says.
    recognises: fn(&[u8]) -> bool,
    /// Reads the articles in a file; each has at least one block.
    read: fn(&[u8], &ReadOptions<'_>) -> Result<Vec<Document>, ReadError>,
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Reader {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// How to read a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions<'a> {
    /// The format; none to detect it.
    pub from: Option<&'static Reader>,
    /// The file's name, which helps to detect the format.
    pub name: Option<&'a str>,
    /// What a file may cost.
    pub limits: Limits,
}

/// What reading a file may cost; a file that would cost more is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text, unpacked where the file is packed.
    pub bytes: u64,
    /// Elements within elements.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 256 << 20, depth: 512 }
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It holds no words.
    Empty,
    /// A byte that is not UTF-8, at a byte offset and on a line counted from 1.
    NotUtf8 {
        /// Offset of the first bad byte.
        offset: usize,
        /// Its line.
        line: usize,
    },
    /// It is not text: it holds a NUL byte at this offset.
    Binary {
        /// Offset of the first NUL.
        offset: usize,
    },
    /// It has 4 GiB or more.
    TooLong,
    /// It is not of the language that it seems to be.
    Malformed {
        /// The language.
        language: &'static str,
        /// Where it goes wrong.
        line: usize,
        /// How.
        reason: String,
    },
    /// It holds no article in a shape that is known.
    UnknownShape {
        /// The language.
        language: &'static str,
        /// The shapes that are known.
        known: &'static str,
    },
    /// Its elements stand deeper in one another than the limit.
    TooDeep {
        /// The limit.
        limit: u32,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "it holds no text; save the draft first, or name another file"),
            Self::NotUtf8 { offset, line } => write!(
                f,
                "byte {offset} (line {line}) is not UTF-8; save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8"
            ),
            Self::Binary { offset } => {
                write!(f, "it is not a text file (byte {offset} is NUL); export the draft as Markdown or plain text")
            }
            Self::TooLong => write!(f, "it has 4 GiB or more; split it"),
            Self::Malformed { language, line, reason } => {
                write!(f, "it is no whole {language} (line {line}): {reason}; export it anew")
            }
            Self::UnknownShape { language, known } => {
                write!(
                    f,
                    "this {language} has no shape that is known ({known}); export one of these, HTML or plain text"
                )
            }
            Self::TooDeep { limit } => write!(
                f,
                "more than {limit} elements stand in one another, which no article needs; export the draft anew, or as plain text"
            ),
        }
    }
}

impl std::error::Error for ReadError {}

/// The reader of that name.
pub fn reader(name: &str) -> Option<&'static Reader> {
    READERS.iter().copied().find(|reader| reader.name == name)
}

/// Reads the articles in a file: most hold one.
///
/// # Errors
///
/// Where `bytes` hold no words, are not what the reader reads, or cost more than the limits allow.
pub fn read_all(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Vec<Document>, ReadError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLong);
    }
    let reader = options.from.unwrap_or_else(|| detect::reader_of(bytes, options.name));
    let mut documents = (reader.read)(bytes, options)?;
    documents.retain(|document| !document.blocks.is_empty());
    for document in &mut documents {
        document.format = reader.name;
    }
    if documents.is_empty() { Err(ReadError::Empty) } else { Ok(documents) }
}

/// Reads the first article in a file.
///
/// # Errors
///
/// As [`read_all`].
pub fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    read_all(bytes, options)?.into_iter().next().ok_or(ReadError::Empty)
}

/// A document whose source is the text that was taken out of the file, a line a paragraph: for
/// formats that nobody reads as they stand.
fn extracted(mut document: Document) -> Document {
    document.source.clone_from(&document.prose);
    document.map = OffsetMap::default();
    document.map.push(Span::at(0, document.prose.len()), SourceSpan::at(0, document.source.len()));
    document.positions = Positions::Paragraphs;
    document
}

/// The text in `bytes`.
fn decode(bytes: &[u8]) -> Result<&str, ReadError> {
    if let Some(offset) = memchr::memchr(0, bytes) {
        return Err(ReadError::Binary { offset });
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let line = memchr::memchr_iter(b'\n', bytes.get(..offset).unwrap_or_default()).count() + 1;
        ReadError::NotUtf8 { offset, line }
    })
}
