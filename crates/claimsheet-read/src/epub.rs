//! EPUB 2 and 3: the chapters in their reading order are one article.
//!
//! Each chapter's body becomes HTML in which what the chapters call by the same name is told apart
//! and links between them lead within the whole; then the reader of HTML reads all of it.

use super::cms::story::Story;
use super::{ReadError, ReadOptions, Reader};
use crate::package::{Limits, Package};
use claimsheet::text::document::Document;
use opf::Book;

mod chapter;
mod opf;
#[cfg(test)]
mod tests;

/// How such packages begin: their first part says so, unpacked.
const MARK: &[u8] = b"mimetypeapplication/epub+zip";

/// How far into the file [`MARK`] stands.
const MARK_AT: usize = 30;

/// The part that says where the list of the others is.
const CONTAINER: &str = "META-INF/container.xml";

/// Titles that programs give where nobody gave one.
const NO_TITLES: &[&str] = &["unknown", "untitled", "unknown title"];

/// E-books.
pub(super) const READER: Reader = Reader {
    name: "epub",
    about: "E-books, their chapters as one article (.epub)",
    extensions: &["epub"],
    recognises: is_book,
    read: |bytes, options| Ok(vec![read(bytes, options)?]),
};

fn is_book(bytes: &[u8]) -> bool {
    let marked = bytes.get(MARK_AT..).is_some_and(|rest| rest.starts_with(MARK));
    let has_container = || Package::open(bytes, Limits { bytes: 0, depth: 0 }).is_ok_and(|one| one.has(CONTAINER));
    Package::is_one(bytes) && (marked || has_container())
}

fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let better = |error: ReadError| crate::office::elsewhere(bytes).unwrap_or(error);
    let mut package = super::office::open(bytes, &options.limits).map_err(better)?;
    let book = Book::open(&mut package)?;
    let mut story = Story::default();
    let mut bodies = String::new();
    for name in &book.chapters {
        bodies.push_str(&chapter::html(&package.needed(name)?, name, &book, options)?);
        bodies.push('\n');
    }
    let title = book.title.clone().filter(|title| !NO_TITLES.contains(&title.to_lowercase().as_str()));
    let first = chapter::first_heading(&bodies, options)?;
    if let Some(title) = title.filter(|title| first.as_deref().is_none_or(|first| letters(first) != letters(title))) {
        story.text("h1", title.as_str());
    }
    story.html(bodies.as_str());
    let authors: Vec<String> = book.authors.iter().filter_map(|name| super::office::author(name)).collect();
    story.by(authors.iter().map(String::as_str));
    story.published = book.published;
    let mut document = story.document(options)?;
    document.warnings.extend(book.warnings());
    Ok(document)
}

/// Letters and digits in lower case: what makes two headlines the same.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
