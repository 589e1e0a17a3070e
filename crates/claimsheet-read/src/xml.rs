//! Articles in XML: NITF, NewsML-G2, feeds. Told apart by their outermost element.

use super::cms::story::Story;
use super::encoding::read_markup;
use super::html::{self, without_by};
use super::tree::{Tag, Tree};
use super::{ReadError, ReadOptions, Reader, extracted, parts};
use claimsheet::text::document::{Document, Metadata};
use root::Root;

mod cms_export;
mod feed;
mod newsml;
mod nitf;
mod parse;
mod root;
#[cfg(test)]
mod tests;

/// Parses a file in which each element has its end.
///
/// # Errors
///
/// Where it is no XML, or elements stand deeper in one another than `deepest`.
pub(super) fn parse(source: &str, deepest: u32) -> Result<Tree<'_>, ReadError> {
    parse::parse(source, deepest, parse::Ends::Matched)
}

/// The local name of a file's outermost element; none where the bytes do not begin as XML does.
pub(super) fn outermost(bytes: &[u8]) -> Option<&str> {
    root::name(bytes).map(|(name, _)| name)
}

/// NITF.
pub(super) const NITF: Reader = Reader {
    name: "nitf",
    about: "NITF, the agencies' text format (XML)",
    extensions: &["nitf"],
    recognises: |bytes| root::of(bytes) == Some(Root::Nitf),
    read: |bytes, options| read_markup(bytes, options, |text| Ok(vec![nitf::read(text, options)?])),
};

/// NewsML-G2 with its text inline.
pub(super) const NEWSML: Reader = Reader {
    name: "newsml",
    about: "NewsML-G2 with the text inline (XML)",
    extensions: &["newsml"],
    recognises: |bytes| root::of(bytes) == Some(Root::NewsMl),
    read: |bytes, options| read_markup(bytes, options, |text| newsml::read(text, options)),
};

/// RSS and Atom.
pub(super) const FEED: Reader = Reader {
    name: "feed",
    about: "RSS and Atom, a sheet an entry (XML)",
    extensions: &["rss", "atom"],
    recognises: |bytes| root::of(bytes) == Some(Root::Feed),
    read: |bytes, options| read_markup(bytes, options, |text| feed::read(text, options)),
};

/// XML of no known kind, which is refused with the kinds that are known.
pub(super) const XML: Reader = Reader {
    name: "xml",
    about: "Any of these, told apart by its outermost element",
    extensions: &["xml"],
    recognises: |bytes| root::of(bytes) == Some(Root::Other),
    read: |bytes, options| match root::of(bytes) {
        Some(Root::Nitf) => (NITF.read)(bytes, options),
        Some(Root::NewsMl) => (NEWSML.read)(bytes, options),
        Some(Root::Feed) => (FEED.read)(bytes, options),
        Some(Root::Page) => (html::READER.read)(bytes, options),
        Some(Root::Other) | None => Err(unknown(bytes)),
    },
};

/// XML that is known to hold articles of another kind, by its outermost element; what it is, and what to do.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "article",
        "a journal article in JATS (XML)",
        "name its HTML, or \"pandoc -f jats -o story.html FILE\" and name that",
    ),
    ("book", "a book in DocBook or BITS (XML)", "\"pandoc -f docbook -o story.html FILE\", and name the HTML"),
    ("TEI", "a text in TEI (XML)", "export it as HTML or .docx, and name that"),
    ("Document", "a story of InCopy (.icml)", "in InCopy choose File > Export > RTF or Text, and name that"),
    ("SnippetType", "a story of InCopy or a snippet of InDesign", "export it as RTF or Text, and name that"),
    ("en-export", "an export of Evernote", "export the notes as HTML (\"Web page\"), and name that"),
    ("en-note", "a note of Evernote", "export the note as HTML (\"Web page\"), and name that"),
    ("dita", "a topic in DITA (XML)", "export it as HTML, and name that"),
];

/// The error for XML of no kind that is read.
fn unknown(bytes: &[u8]) -> ReadError {
    let name = outermost(bytes).unwrap_or_default();
    let is_incopy = memchr::memmem::find(bytes.get(..bytes.len().min(512)).unwrap_or_default(), b"<?aid ").is_some();
    let known = ELSEWHERE.iter().find(|(known, ..)| *known == name && (*known != "Document" || is_incopy));
    known.map_or(
        ReadError::UnknownShape {
            language: "XML",
            known: "NITF, NewsML-G2, RSS, Atom, WordPress and Blogger exports, XHTML",
        },
        |(_, what, instead)| ReadError::Elsewhere { what, instead },
    )
}
