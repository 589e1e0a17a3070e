//! Rich Text Format 1.9: the words of its paragraphs, as Word, `LibreOffice`, `TextEdit` and Pandoc
//! write them.

use super::super::{ReadError, ReadOptions};
use super::flow::document;
use claimsheet::text::document::Document;
use story::Story;
use tokens::Tokens;

mod charset;
mod group;
mod paragraphs;
mod story;
mod styles;
#[cfg(test)]
mod tests;
mod tokens;

/// How such a file begins.
const MARK: &[u8] = b"{\\rtf";

/// Rich Text Format.
pub(crate) const READER: super::super::Reader = super::super::Reader {
    name: "rtf",
    about: "Rich Text Format",
    extensions: &["rtf"],
    recognises: |bytes| bytes.trim_ascii_start().starts_with(MARK),
    read: |bytes, options| Ok(vec![read(bytes, options)?]),
};

fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    if !(READER.recognises)(bytes) {
        return Err(ReadError::Elsewhere {
            what: "no Rich Text Format, whatever its name says",
            instead: "save the draft again as .rtf or .docx, or name its format with --from",
        });
    }
    let mut story = Story::new(options);
    for token in Tokens::new(bytes) {
        story.token(&token)?;
    }
    let found = story.finish();
    let (mut document, _) = document(&found.paragraphs);
    let title = found.title.filter(|title| title.contains(char::is_alphanumeric));
    document.meta.title = document.meta.title.or(title);
    document.meta.author = found.author.as_deref().and_then(super::author);
    document.warnings.extend(super::tracked(found.tracked, options.original));
    document.leaves_out("deleted text", found.struck);
    document.leaves_out(super::HIDDEN, found.hidden);
    Ok(document)
}
