//! A draft that is not in Word as a Word document: its blocks in plain styles, with comments and
//! highlights.

use super::body::Body;
use super::comment;
use super::parts::{Links, NAMESPACES, Whole};
use crate::RenderContext;
use crate::docx::comment_text::{self, Remark};
use claimsheet::text::span::Span;
use claimsheet_read::package::PackageError;

/// Writes a document of the draft's blocks.
pub(super) fn write(material: &RenderContext<'_>, remarks: &[Remark], facts: &[Span]) -> Result<Vec<u8>, PackageError> {
    let document = material.document;
    let own = comment_text::of_the_draft(document);
    let first = own.len() as u64;
    let spans = own.iter().chain(remarks).map(|remark| remark.span).collect();
    let body = Body::new(document, spans, facts).written();
    let mut comment_links = Links::new("c");
    let mut comments = comment::comments(&own, 0, NAMESPACES, &mut comment_links);
    comments.push_str(&comment::comments(remarks, first, NAMESPACES, &mut comment_links));
    let whole = Whole {
        body: body.text + PAGE,
        footnotes: body.footnotes,
        footer: String::new(),
        comments,
        links: body.links,
        note_links: body.note_links,
        comment_links,
        title: document.meta.title.clone(),
        author: document.meta.author.clone(),
        published: document.meta.published,
    };
    whole.packed()
}

/// A page of A4 with margins that leave room for comments.
const PAGE: &str = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
