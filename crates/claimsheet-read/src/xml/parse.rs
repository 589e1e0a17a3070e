//! From XML to its elements, by quick-xml's events.
//!
//! Entities that a file declares are not expanded, and nothing outside the file is read.

use crate::ReadError;
use crate::tree::{Tag, Tree, TreeBuilder};
use claimsheet::text::span::SourceSpan;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How strict to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// Each element has its end.
    Matched,
    /// The text is cut out of a file, and ends of elements around it may follow.
    Loose,
}

/// Parses XML; the local name of each element says what it is.
///
/// # Errors
///
/// Where it is no XML, or elements stand deeper in one another than `deepest`.
pub(super) fn parse(source: &str, deepest: u32, ends: Ends) -> Result<Tree<'_>, ReadError> {
    let mut reader = Reader::from_str(source);
    let config = reader.config_mut();
    config.check_end_names = ends == Ends::Matched;
    config.allow_unmatched_ends = ends == Ends::Loose;
    config.allow_dangling_amp = true;
    let mut builder = TreeBuilder::new(source, deepest);
    // How many elements are open, those that the tree holds as empty and too deep ones included.
    let mut open: Vec<Option<usize>> = Vec::new();
    loop {
        if builder.is_too_deep() {
            return builder.finish();
        }
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|error| malformed(source, reader.error_position() as usize, &error))?;
        let span = SourceSpan::at(start, reader.buffer_position() as usize);
        match event {
            Event::Start(tag) => {
                let before = builder.open().len();
                element(&mut builder, &tag, span);
                open.push((builder.open().len() > before).then_some(before));
            }
            Event::Empty(tag) => {
                let before = builder.open().len();
                element(&mut builder, &tag, span);
                builder.close_to(before);
            }
            Event::End(_) => {
                if let Some(Some(before)) = open.pop() {
                    builder.close_to(before);
                }
            }
            Event::Text(_) | Event::GeneralRef(_) => builder.text(span, false),
            Event::CData(_) => {
                let inner = SourceSpan::at(start + "<![CDATA[".len(), (span.end as usize).saturating_sub("]]>".len()));
                builder.text(inner, true);
            }
            Event::Eof => return builder.finish(),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn element(builder: &mut TreeBuilder<'_>, start: &BytesStart<'_>, span: SourceSpan) {
    let name = start.name().0;
    let local = name.rsplit(':').next().unwrap_or(name);
    builder.element(tag(local), span);
    let source = builder.source();
    for attribute in start.attributes().with_checks(false).flatten() {
        let value: &str = &attribute.value;
        let at = (value.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
        let place = SourceSpan::at(at, at.wrapping_add(value.len()));
        if at < source.len() && place.of(source) == value {
            builder.attribute(attribute.key.0, place);
        }
    }
}

/// What an element of NITF, `NewsML` or XHTML is.
fn tag(name: &str) -> Tag {
    match name {
        "nitf" | "body.content" | "block" | "newsItem" | "contentSet" | "inlineXML" | "item" | "entry" => Tag::Section,
        "body.head" => Tag::Header,
        "body.end" => Tag::Footer,
        "hl1" | "headline" => Tag::Heading(1),
        "hl2" => Tag::Heading(2),
        "hedline" | "abstract" | "byline" | "distributor" | "dateline" | "note" | "tagline" | "bibliography"
        | "series" | "rights" | "media-producer" | "inlineData" => Tag::Group,
        "media-reference" | "media-metadata" | "media-object" | "nitf-table-metadata" => Tag::Unread,
        "bq" | "block-quote" => Tag::Blockquote,
        "media" => Tag::Figure,
        "media-caption" => Tag::Caption,
        "fn" => Tag::Item,
        "frac" => Tag::Fraction,
        "frac-denom" => Tag::Denominator,
        "title" | "link" | "base" | "meta" => Tag::Inline,
        _ => Tag::of(name.as_bytes()),
    }
}

fn malformed(source: &str, at: usize, error: &quick_xml::Error) -> ReadError {
    let before = source.as_bytes().get(..at.min(source.len())).unwrap_or_default();
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    ReadError::Malformed { language: "XML", line, reason: error.to_string() }
}
