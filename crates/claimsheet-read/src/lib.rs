//! Readers: the bytes of a file to its articles, one reader a format.

pub mod package;
mod sniff;

use claimsheet::text::document::{BlockKind, Document, OffsetMap, Positions};
use claimsheet::text::span::{SourceSpan, Span};
use std::fmt;

mod archieml;
mod captions;
mod citations;
mod cms;
mod encoding;
mod epub;
mod error;
mod foreign_markup;
mod front_matter;
mod headless_table;
mod html;
pub mod json;
mod mail;
mod markdown;
mod markup;
pub mod office;
mod parts;
mod plain;
mod publication_day;
mod raised;
#[cfg(test)]
mod tests;
mod transcript;
mod tree;
mod xml;

pub use encoding::encoding;
pub use encoding_rs::Encoding;
pub use error::ReadError;
pub use front_matter::day;

/// The readers, as `--help` lists them. Content is shown to them in this order.
pub const READERS: &[&Reader] = &[
    &markdown::READER,
    &plain::READER,
    &transcript::READER,
    &archieml::READER,
    &captions::vtt::READER,
    &captions::srt::READER,
    &captions::sbv::READER,
    &captions::timed::TTML,
    &captions::timed::JSON,
    &office::docx::READER,
    &office::odt::READER,
    &office::rtf::READER,
    &epub::READER,
    &html::READER,
    &cms::WORDPRESS,
    &cms::NINJS,
    &cms::ANS,
    &cms::GHOST,
    &cms::JSON_FEED,
    &cms::JSON,
    &cms::table::READER,
    &xml::NITF,
    &xml::NEWSML,
    &xml::FEED,
    &xml::XML,
    &mail::READER,
];

/// Reads one format.
#[non_exhaustive]
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
    /// What text files are encoded in; none to tell it by their bytes.
    pub encoding: Option<&'static Encoding>,
    /// Whether tracked changes are not followed: what was deleted is read, what was inserted is not.
    pub original: bool,
    /// What a file may cost.
    pub limits: Limits,
}

/// What reading a file may cost; a file that would cost more is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file, of its text, and of all that is unpacked of it.
    pub bytes: u64,
    /// Bytes of one article's text, each of which costs the analysis and the sheet some hundreds.
    pub text: u64,
    /// Elements within elements; JSON never nests more than [`json::DEEPEST`].
    pub depth: u32,
}

impl Limits {
    /// The most that the limit of depth can be raised to.
    pub const MOST_DEPTH: u32 = 10_000;

    /// The limits with another one of bytes. That of the text grows with it: the text may always be an eighth.
    #[must_use]
    pub fn with_bytes(self, bytes: u64) -> Self {
        Self { bytes, text: self.text.max(bytes / 8), ..self }
    }
}

/// The text may be as long as two long novels; what is longer is no draft, and would fill the memory of a laptop.
impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, text: 8 << 20, depth: 512 }
    }
}

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
    if bytes.len() as u64 > options.limits.bytes {
        return Err(ReadError::TooLarge { limit: options.limits.bytes });
    }
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLong);
    }
    if options.from.is_none()
        && !crate::sniff::is_recognised(bytes)
        && let Some(error) = office::elsewhere(bytes)
    {
        return Err(error);
    }
    if options.from.is_none()
        && !sniff::is_recognised(bytes)
        && let Some(error) = foreign_markup::refused(bytes, options.name)
    {
        return Err(error);
    }
    let reader = options.from.unwrap_or_else(|| crate::sniff::reader_of(bytes, options));
    let mut documents = (reader.read)(bytes, options)?;
    documents.retain(|document| !document.blocks.is_empty());
    let limit = options.limits.text;
    if documents.iter().any(|document| document.prose.len() as u64 > limit) {
        return Err(ReadError::TooMuchText { limit });
    }
    // Several articles of one file have days of their own.
    let of_file = if documents.len() == 1 { options.name.and_then(front_matter::day_of_name) } else { None };
    for document in &mut documents {
        document.format = reader.name;
        citations::mark(document);
        headless_table::mark(document);
        document.meta.published = document.meta.published.or_else(|| publication_day::of(document)).or(of_file);
        if let Some(note) = left_out(document) {
            document.warnings.push(note);
        }
    }
    if documents.is_empty() { Err(ReadError::Empty) } else { Ok(documents) }
}

/// What of the file is no part of the article, in one line.
fn left_out(document: &Document) -> Option<String> {
    let told: Vec<String> = document.left_out.iter().map(|left| format!("{} ({})", left.kind, left.words)).collect();
    (!told.is_empty()).then(|| format!("left out, in words: {}", told.join(", ")))
}

/// Reads the first article in a file.
///
/// # Errors
///
/// As [`read_all`].
pub fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    read_all(bytes, options)?.into_iter().next().ok_or(ReadError::Empty)
}

/// The document, with the words of its title block as its title if it has none.
fn titled(mut document: Document) -> Document {
    if document.meta.title.is_none() {
        let title = document.blocks.iter().find(|block| block.kind == BlockKind::Title);
        document.meta.title = title.map(|title| document.text(title.span).to_owned());
    }
    document
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
