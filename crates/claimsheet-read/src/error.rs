//! Why a file could not be read.

use crate::package::PackageError;
use std::fmt;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// It holds no words.
    Empty,
    /// Text in an encoding that cannot be told.
    UnknownEncoding {
        /// Offset of the first byte that is not UTF-8.
        offset: usize,
        /// Its line.
        line: usize,
    },
    /// It is not text: it holds a NUL byte at this offset.
    Binary {
        /// Offset of the first NUL.
        offset: usize,
    },
    /// It has more bytes than the limit.
    TooLarge {
        /// The limit.
        limit: u64,
    },
    /// An article in it has more bytes of text than the limit.
    TooMuchText {
        /// The limit.
        limit: u64,
    },
    /// It has 4 GiB or more.
    TooLong,
    /// It is a package that cannot be used.
    Package(PackageError),
    /// No reader reads such files.
    Elsewhere {
        /// What it is.
        what: &'static str,
        /// What to do.
        instead: &'static str,
    },
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

impl From<PackageError> for ReadError {
    fn from(error: PackageError) -> Self {
        Self::Package(error)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "it holds no text; save the draft first, or name another file"),
            Self::UnknownEncoding { offset, line } => write!(
                f,
                "byte {offset} (line {line}) is not UTF-8, and the bytes do not tell the encoding; name it with --encoding, or save the file as UTF-8"
            ),
            Self::Binary { offset } => {
                write!(f, "it is not a text file (byte {offset} is NUL); export the draft as Markdown or plain text")
            }
            Self::TooLarge { limit } => {
                write!(f, "it has more than {limit} bytes; if you trust it, raise the limit with --max-bytes")
            }
            Self::TooMuchText { limit } => write!(
                f,
                "its text has more than {limit} bytes, as no article has; divide it, or raise the limit with --max-bytes, an eighth of which is for text"
            ),
            Self::TooLong => write!(f, "it has 4 GiB or more; split it"),
            Self::Package(error) => error.fmt(f),
            Self::Elsewhere { what, instead } => write!(f, "this is {what}; {instead}"),
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
                "more than {limit} elements stand in one another, which no article needs; export the draft anew, or as plain text, or raise the limit with --max-depth"
            ),
        }
    }
}

impl std::error::Error for ReadError {}
