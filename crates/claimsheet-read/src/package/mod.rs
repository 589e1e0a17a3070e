//! Packages of office documents: ZIP archives whose parts are XML, read within limits and written
//! with the same bytes every time.

use std::fmt;

mod opc;
mod open;
mod write;
mod xml;

pub use opc::{Relation, relations, resolved};
pub use open::Package;
pub use write::{Packer, pack};
pub use xml::{Item, Tag, Xml, escaped};

/// What opening a package may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all the parts that are unpacked, together.
    pub bytes: u64,
    /// Elements within elements of a part.
    pub depth: u32,
}

/// Parts in one package; a long illustrated report has some hundreds.
pub const MOST_PARTS: usize = 10_000;

/// Times its packed size that a part may unpack to, once it is larger than [`RATIO_FROM`]. Text is
/// packed to a tenth, repetitive markup to a fiftieth.
pub const HIGHEST_RATIO: u64 = 100;

/// Bytes up to which no part is too well packed.
pub const RATIO_FROM: u64 = 8 << 20;

/// Why a package cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackageError {
    /// It is no ZIP archive.
    NotPackage,
    /// It is damaged or cut short: what is wrong.
    Damaged(String),
    /// It is locked by a password.
    Encrypted,
    /// Its parts are larger than the limit, in bytes.
    TooLarge(u64),
    /// A part is packed better than any text is.
    Bomb(String),
    /// It has more than [`MOST_PARTS`] parts.
    TooManyParts(usize),
    /// A part that it needs is not there.
    Missing(String),
    /// The XML of a part is wrong: the part, the byte, what is wrong.
    Xml(String, u64, String),
    /// A part declares a document type, as no office program writes it.
    DocumentType(String),
    /// A part nests more elements than the limit.
    TooDeep(String, u32),
}

impl fmt::Display for PackageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPackage => write!(
                f,
                "it is not the office document that its name or --from says; if it is text, say --from text or --from markdown"
            ),
            Self::Damaged(reason) => {
                write!(f, "the file is damaged or cut short ({reason}); copy it again, or open it and save it anew")
            }
            Self::Encrypted => {
                write!(
                    f,
                    "it is locked with a password; open it, take the password away, and save it under another name"
                )
            }
            Self::TooLarge(limit) => {
                write!(f, "it unpacks to more than {limit} bytes; if you trust it, raise the limit with --max-bytes")
            }
            Self::Bomb(part) => write!(
                f,
                "{part} in it unpacks to more than {HIGHEST_RATIO} times its size, as no draft does; open it and save it anew, or export the text"
            ),
            Self::TooManyParts(count) => write!(
                f,
                "it holds {count} files, more than the {MOST_PARTS} that any draft has; open it and save it anew, or export the text"
            ),
            Self::Missing(part) => write!(f, "{part} is missing in it; open it and save it anew"),
            Self::Xml(part, at, reason) => {
                write!(f, "{part} in it is damaged (byte {at}: {reason}); open it and save it anew")
            }
            Self::DocumentType(part) => write!(
                f,
                "{part} in it declares a document type, which is refused as it may pull in other files; open it and save it anew"
            ),
            Self::TooDeep(part, limit) => {
                write!(
                    f,
                    "{part} in it nests more than {limit} elements; open it and save it anew, or raise the limit with --max-depth"
                )
            }
        }
    }
}

impl std::error::Error for PackageError {}

#[cfg(test)]
mod tests;
