//! Documents of word processors: packages of XML whose paragraphs are taken out as text.

mod unsupported;

use super::{Limits, ReadError};
use crate::package::{self, Package};

pub mod docx;
mod flow;
pub(super) mod odt;
pub(super) mod rtf;
mod span;
mod table;
#[cfg(test)]
mod tests;

pub(super) use unsupported::elsewhere;

/// What words are called that a document holds and does not show.
const HIDDEN: &str = "hidden text";

/// Opens a package within the limits of reading.
pub(super) fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Package<'a>, ReadError> {
    let limits = package::Limits { bytes: limits.bytes.min(u64::from(u32::MAX)), depth: limits.depth };
    Ok(Package::open(bytes, limits)?)
}

/// The day in a date or a date with time: `2026-05-14T00:00:00Z`.
fn day(text: &str) -> Option<chrono::NaiveDate> {
    text.trim().get(..10)?.parse().ok()
}

/// Names of document properties of a house's own that hold the day of publication, in lower case.
const PUBLICATION: &[&str] = &[
    "publication date",
    "publish date",
    "publishing date",
    "published",
    "date published",
    "publication-date",
    "pubdate",
];

/// Whether a property of that name holds the day of publication.
fn is_publication(name: &str) -> bool {
    PUBLICATION.contains(&name.trim().to_lowercase().as_str())
}

/// What programs write where nobody said who writes.
const NOBODY: &[&str] = &[
    "administrator",
    "admin",
    "author",
    "default",
    "microsoft office user",
    "office user",
    "owner",
    "python-docx",
    "unknown",
    "unknown author",
    "user",
    "windows user",
];

/// A name that says who wrote.
pub(super) fn author(name: &str) -> Option<String> {
    let name = name.trim();
    let known = !name.is_empty() && !NOBODY.contains(&name.to_lowercase().as_str());
    known.then(|| name.to_owned())
}

/// What became of tracked changes, in one line: so many insertions and deletions.
fn tracked((insertions, deletions): (usize, usize), original: bool) -> Option<String> {
    let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let told = format!("{} and {}", count(insertions, "insertion"), count(deletions, "deletion"));
    (insertions + deletions > 0).then(|| {
        if original {
            format!("tracked changes were left aside: {told}; without --original the text is read as changed")
        } else {
            format!("tracked changes were accepted: {told}; --original reads the text before them")
        }
    })
}
