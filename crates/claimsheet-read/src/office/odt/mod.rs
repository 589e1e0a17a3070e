//! `OpenDocument` text (ISO/IEC 26300), as `LibreOffice` and `pandoc` save it, packed or as one file.

use super::{author, day, flow, is_publication};
use crate::package::{Item, Package, PackageError, Xml};
use crate::{ReadError, ReadOptions, Reader};
use claimsheet::text::document::Document;
use story::Story;
use styles::Styles;

mod changes;
mod story;
mod styles;
#[cfg(test)]
mod tests;

/// How packages of text begin: their first part says so, unpacked.
const MARK: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.text";

/// How far into the file [`MARK`] stands.
const MARK_AT: usize = 30;

/// What the root of a document in one file is called.
const FLAT: &[u8] = b"<office:document";

/// `OpenDocument` text.
pub(crate) const READER: Reader = Reader {
    name: "odt",
    about: "OpenDocument text (.odt, .fodt)",
    extensions: &["odt", "ott", "fodt"],
    recognises: |bytes| is_packed(bytes) || is_flat(bytes),
    read: |bytes, options| Ok(vec![read(bytes, options)?]),
};

fn is_packed(bytes: &[u8]) -> bool {
    bytes.get(MARK_AT..).is_some_and(|rest| rest.starts_with(MARK)) || is_packed_anew(bytes)
}

/// Whether a package whose type is not its first part, as it was packed anew, holds a text.
fn is_packed_anew(bytes: &[u8]) -> bool {
    if !Package::is_one(bytes) {
        return false;
    }
    let limits = crate::package::Limits { bytes: 1 << 16, depth: 0 };
    let Ok(mut package) = Package::open(bytes, limits) else { return false };
    if !package.has("content.xml") || !package.has("mimetype") {
        return false;
    }
    package
        .text("mimetype")
        .ok()
        .flatten()
        .is_some_and(|kind| kind.trim().starts_with("application/vnd.oasis.opendocument.text"))
}

/// Whether the root element of an XML file is a document with text in it.
fn is_flat(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let starts = head.trim_ascii_start().starts_with(b"<");
    starts && memchr::memmem::find(head, FLAT).is_some()
}

fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    if is_flat(bytes) {
        let limits = crate::package::Limits { bytes: options.limits.bytes, depth: options.limits.depth };
        let decoded = crate::encoding::decode(bytes, None)?;
        let text = &*decoded.content;
        if text.len() as u64 > limits.bytes {
            return Err(PackageError::TooLarge(limits.bytes).into());
        }
        let styles = Styles::read(&[("the file", text)], limits)?;
        let mut document = Story::new("the file", text, styles, options.original, limits).read()?;
        describe(&mut Xml::new("the file", text, limits), &mut document)?;
        return Ok(document);
    }
    let better = |error: ReadError| crate::office::elsewhere(bytes).unwrap_or(error);
    let mut package = super::open(bytes, &options.limits).map_err(better)?;
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(PackageError::Encrypted.into());
    }
    let Some(content) = package.text("content.xml")? else {
        return Err(better(PackageError::Missing("content.xml".to_owned()).into()));
    };
    let common = package.text("styles.xml")?.unwrap_or_default();
    let limits = package.limits();
    let styles = Styles::read(&[("styles.xml", &common), ("content.xml", &content)], limits)?;
    let mut document = Story::new("content.xml", &content, styles, options.original, limits).read()?;
    if let Some(text) = package.text("meta.xml")? {
        describe(&mut Xml::new("meta.xml", &text, limits), &mut document)?;
    }
    Ok(document)
}

/// Reads title, author and day of publication; a title in the text goes before the property.
///
/// The days on which a file was made and saved are not the day of publication.
fn describe(xml: &mut Xml<'_>, document: &mut Document) -> Result<(), PackageError> {
    let mut creators = [None, None];
    loop {
        match xml.next()? {
            Item::Start(tag) => match (tag.space, tag.local) {
                ("office", "body" | "styles" | "automatic-styles" | "master-styles") => xml.skip()?,
                ("dc", "title") => {
                    let title = xml.inner_text()?.trim().to_owned();
                    document.meta.title = document
                        .meta
                        .title
                        .take()
                        .or_else(|| Some(title).filter(|title| title.contains(char::is_alphanumeric)));
                }
                ("meta", "initial-creator") => creators[0] = author(&xml.inner_text()?),
                ("dc", "creator") => creators[1] = author(&xml.inner_text()?),
                ("meta", "user-defined") if tag.attribute("name").is_some_and(|name| is_publication(&name)) => {
                    let said = day(&xml.inner_text()?);
                    document.meta.published = document.meta.published.or(said);
                }
                _ => {}
            },
            Item::Eof => break,
            _ => {}
        }
    }
    let [first, last] = creators;
    document.meta.author = document.meta.author.take().or(first).or(last);
    Ok(())
}

/// Turns warnings of what was not read into words.
fn warnings(unread: &[&'static str]) -> Vec<String> {
    unread.iter().map(|what| format!("{what} in the document is not read; check it by hand")).collect()
}

/// A finished document of paragraphs.
fn finished(paragraphs: &[flow::Paragraph], unread: &[&'static str]) -> Document {
    let (mut document, _) = flow::document(paragraphs);
    document.warnings.extend(warnings(unread));
    document
}
