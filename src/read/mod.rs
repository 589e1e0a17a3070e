//! Readers: the bytes of a file to a [`Document`], one reader a format.

use crate::document::{Document, Format};
use std::fmt;

mod block;
mod front_matter;
mod markdown;
mod markup;
mod plain;
#[cfg(test)]
mod tests;

/// How to read a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions<'a> {
    /// The format; none to detect it.
    pub from: Option<Format>,
    /// The file's name, which helps to detect the format.
    pub name: Option<&'a str>,
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
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads an article.
///
/// # Errors
///
/// Where `bytes` hold no words, are not UTF-8 text, or are 4 GiB and more.
pub fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLong);
    }
    let source = decode(bytes)?;
    let format = options.from.unwrap_or_else(|| detect(source, options.name));
    let mut document = match format {
        Format::Markdown => markdown::read(source),
        Format::Text => plain::read(source),
    };
    if document.blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    document.format = format;
    Ok(document)
}

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

/// The format by the file's name; without one, Markdown if the text has its marks.
fn detect(source: &str, name: Option<&str>) -> Format {
    let extension = name.and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown" | "mdown" | "mkd" | "qmd" | "rmd") => Format::Markdown,
        Some("txt" | "text") => Format::Text,
        _ if looks_like_markdown(source) => Format::Markdown,
        _ => Format::Text,
    }
}

/// Whether the first lines have front matter, a heading, a link or emphasis.
fn looks_like_markdown(source: &str) -> bool {
    let text = source.trim_start_matches('\u{feff}');
    let starts = |line: &str| ["# ", "## ", "> ", "- ", "* ", "```", "[^"].iter().any(|mark| line.starts_with(mark));
    text.starts_with("---\n")
        || text.starts_with("---\r\n")
        || text.starts_with("+++\n")
        || text.lines().take(200).any(|line| starts(line) || line.contains("](") || line.contains("**"))
}
