//! A chapter of XHTML on its way to a part of one article.

use super::opf::{Book, resolved};
use crate::tree::{Tag, Tree};
use crate::{ReadError, ReadOptions, html, xml};
use claimsheet::text::span::SourceSpan;

/// Kinds of sections (`epub:type`) that are no text of the book.
const LEFT_OUT: &[&str] =
    &["cover", "titlepage", "halftitlepage", "toc", "landmarks", "page-list", "copyright-page", "index", "pagebreak"];

/// The body of a chapter as HTML: its ids and the links within the book bear the chapter's number,
/// and elements that XML closes at once have an end.
///
/// # Errors
///
/// Where its elements stand too deep in one another.
pub(super) fn html(source: &str, name: &str, book: &Book, options: &ReadOptions<'_>) -> Result<String, ReadError> {
    // A chapter that is no whole XML is read as browsers read it.
    let tree = match xml::parse(source, options.limits.depth) {
        Err(ReadError::Malformed { .. }) => html::parse(body(source), options.limits.depth)?,
        tree => tree?,
    };
    let top = tree.elements(0, tree.len()).find(|(_, tag)| *tag == Tag::Body).map(|(at, _)| at);
    let (from, to) = top.map_or((0, tree.len()), |body| (body + 1, tree.end(body)));
    let mut out = String::new();
    let number = book.number(name).unwrap_or(0);
    let mut writer = Chapter { tree: &tree, name, number, book, out: &mut out };
    writer.write(from, to);
    Ok(out)
}

/// The source from its body on: to a browser, the head of a chapter may not end.
fn body(source: &str) -> &str {
    source.find("<body").and_then(|at| source.get(at..)).unwrap_or(source)
}

/// The words of the first heading of the first level.
///
/// # Errors
///
/// As [`html()`].
pub(super) fn first_heading(source: &str, options: &ReadOptions<'_>) -> Result<Option<String>, ReadError> {
    let tree = html::parse(source, options.limits.depth)?;
    let heading = tree.elements(0, tree.len()).find(|(_, tag)| *tag == Tag::Heading(1));
    Ok(heading.map(|(at, _)| tree.text_of(at)))
}

struct Chapter<'c, 'a> {
    tree: &'c Tree<'a>,
    name: &'c str,
    number: usize,
    book: &'c Book,
    out: &'c mut String,
}

impl Chapter<'_, '_> {
    /// Appends the nodes `from..to`.
    fn write(&mut self, from: usize, to: usize) {
        let mut open: Vec<(usize, &str)> = Vec::new();
        let mut at = from;
        while at < to {
            while open.last().is_some_and(|(end, _)| *end <= at) {
                self.close(open.pop());
            }
            let Some(node) = self.tree.node(at) else { break };
            let Some(tag) = self.tree.tag(at) else {
                self.text(node.span, node.kind == crate::tree::Kind::Raw);
                at += 1;
                continue;
            };
            if tag.is_unread() || self.is_left_out(at) {
                at = node.end.max(at + 1);
                continue;
            }
            self.element(at, node.span);
            if !tag.is_void() {
                open.push((node.end, self.tree.name(at)));
            }
            at += 1;
        }
        while !open.is_empty() {
            self.close(open.pop());
        }
    }

    fn close(&mut self, element: Option<(usize, &str)>) {
        if let Some((_, name)) = element {
            self.out.extend(["</", name, ">"]);
        }
    }

    fn text(&mut self, span: SourceSpan, raw: bool) {
        let text = span.of(self.tree.source);
        if raw {
            self.out.push_str(&crate::package::escaped(text));
        } else {
            self.out.push_str(text);
        }
    }

    fn is_left_out(&self, at: usize) -> bool {
        let kinds = self.tree.attribute(at, "epub:type");
        kinds.is_some_and(|kinds| kinds.split_ascii_whitespace().any(|kind| LEFT_OUT.contains(&kind)))
    }

    /// Appends the opening tag of the element at `at`, which stands at `span`.
    fn element(&mut self, at: usize, span: SourceSpan) {
        let (tree, source) = (self.tree, self.tree.source);
        let id = tree.attribute_span(at, "id").map(|place| (place, format!("c{}-{}", self.number, place.of(source))));
        let link = tree.attribute_span(at, "href");
        let link = link.and_then(|place| Some((place, self.within_the_book(place.of(source))?)));
        let mut edits: Vec<(SourceSpan, String)> = id.into_iter().chain(link).collect();
        edits.sort_unstable_by_key(|(place, _)| place.start);
        let mut done = span.start;
        for (place, value) in edits {
            self.out.push_str(SourceSpan::new(done, place.start).of(source));
            self.out.push_str(&value);
            done = place.end;
        }
        let rest = SourceSpan::new(done, span.end).of(source);
        let rest = rest.strip_suffix("/>").or_else(|| rest.strip_suffix('>')).unwrap_or(rest);
        self.out.push_str(rest);
        // References to notes need not look like some where they say that they are some.
        if tree.attribute(at, "epub:type").is_some_and(|kinds| kinds.contains("noteref")) {
            self.out.push_str(" role=\"doc-noteref\"");
        }
        self.out.push('>');
    }

    /// A link to a chapter as a link within the whole; none for any other.
    fn within_the_book(&self, href: &str) -> Option<String> {
        let (path, place) = href.split_once('#').unwrap_or((href, ""));
        if path.contains(':') || href.is_empty() {
            return None;
        }
        let chapter = if path.is_empty() { self.name.to_owned() } else { resolved(self.name, path) };
        let number = self.book.number(&chapter)?;
        Some(format!("#c{number}-{place}"))
    }
}
