//! The elements and texts of an HTML page or an XML file, in document order, each with its place in
//! the source.

use super::ReadError;
use claimsheet::text::span::SourceSpan;
use std::borrow::Cow;

mod entity;
mod tag;

pub(super) use entity::{Piece, decode, pieces};
pub(super) use tag::Tag;

/// Attributes that any reader asks for; the others are not kept.
const KEPT: &[&str] = &[
    "alt",
    "aria-hidden",
    "begin",
    "class",
    "content",
    "contenttype",
    "date.publication",
    "datetime",
    "end",
    "epub:type",
    "guid",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemtype",
    "name",
    "norm",
    "property",
    "rel",
    "role",
    "style",
    "term",
    "ttm:agent",
    "type",
    "version",
    "xml:id",
];

/// A page or file as a row of nodes; the nodes in an element stand behind it, up to its `end`.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) source: &'a str,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
}

/// An element or a piece of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// The opening tag, or the text.
    pub(super) span: SourceSpan,
    /// One past the last node within.
    pub(super) end: usize,
    /// The element around.
    pub(super) parent: Option<usize>,
    attributes: usize,
}

/// What a [`Node`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Element(Tag),
    /// Text in which `&amp;` means `&`.
    Text,
    /// Text that is meant as it stands.
    Raw,
}

#[derive(Debug, Clone, Copy)]
struct Attribute {
    name: &'static str,
    value: SourceSpan,
}

impl<'a> Tree<'a> {
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, at: usize) -> Option<Node> {
        self.nodes.get(at).copied()
    }

    /// The element at `at`; none for a text.
    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        match self.nodes.get(at)?.kind {
            Kind::Element(tag) => Some(tag),
            Kind::Text | Kind::Raw => None,
        }
    }

    /// One past the last node in the element at `at`.
    pub(super) fn end(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(at, |node| node.end)
    }

    /// The name of the element at `at` as the source has it.
    pub(super) fn name(&self, at: usize) -> &'a str {
        let tag = self.nodes.get(at).map_or("", |node| node.span.of(self.source));
        let name = tag.trim_start_matches('<');
        name.split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '>')).next().unwrap_or("")
    }

    /// The elements in the nodes `from..to`.
    pub(super) fn elements(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, Tag)> + '_ {
        (from..to.min(self.len())).filter_map(|at| Some((at, self.tag(at)?)))
    }

    /// The elements directly in the one at `at`.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.end(at);
        let mut next = at + 1;
        std::iter::from_fn(move || {
            while next < end {
                let child = next;
                next = self.end(child).max(child + 1);
                if self.tag(child).is_some() {
                    return Some(child);
                }
            }
            None
        })
    }

    /// The element at `at` and those around it, innermost first.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(at), |at| self.nodes.get(*at)?.parent)
    }

    /// An attribute's value.
    pub(super) fn attribute(&self, at: usize, name: &str) -> Option<Cow<'a, str>> {
        Some(decode(self.attribute_span(at, name)?.of(self.source)))
    }

    /// Where an attribute's value stands.
    pub(super) fn attribute_span(&self, at: usize, name: &str) -> Option<SourceSpan> {
        let from = self.nodes.get(at)?.attributes;
        let to = self.nodes.get(at + 1).map_or(self.attributes.len(), |next| next.attributes);
        self.attributes.get(from..to)?.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value)
    }

    /// Whether an attribute is there, with or without a value.
    pub(super) fn has_attribute(&self, at: usize, name: &str) -> bool {
        self.attribute_span(at, name).is_some()
    }

    /// The words in the nodes `from..to`, white space made single spaces.
    pub(super) fn text(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for node in self.nodes.get(from..to.min(self.len())).unwrap_or_default() {
            let words = node.span.of(self.source);
            match node.kind {
                Kind::Text => text.push_str(&decode(words)),
                Kind::Raw => text.push_str(words),
                Kind::Element(tag) if !tag.is_inline() => text.push(' '),
                Kind::Element(_) => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The characters in the nodes `from..to`, as they are.
    pub(super) fn characters(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for node in self.nodes.get(from..to.min(self.len())).unwrap_or_default() {
            match node.kind {
                Kind::Text => text.push_str(&decode(node.span.of(self.source))),
                Kind::Raw => text.push_str(node.span.of(self.source)),
                Kind::Element(_) => {}
            }
        }
        text
    }

    /// The words in the element at `at`.
    pub(super) fn text_of(&self, at: usize) -> String {
        self.text(at, self.end(at))
    }
}

/// A tree in the making.
#[derive(Debug)]
pub(super) struct TreeBuilder<'a> {
    tree: Tree<'a>,
    /// The open elements, outermost first.
    open: Vec<(Tag, usize)>,
    /// How many of them are paragraphs.
    paragraphs: usize,
    deepest: usize,
    too_deep: bool,
}

impl<'a> TreeBuilder<'a> {
    /// A tree over `source`, in which no more than `deepest` elements stand in one another.
    pub(super) fn new(source: &'a str, deepest: u32) -> Self {
        let tree = Tree { source, nodes: Vec::new(), attributes: Vec::new() };
        Self { tree, open: Vec::new(), paragraphs: 0, deepest: deepest as usize, too_deep: false }
    }

    /// What the tree is of.
    pub(super) const fn source(&self) -> &'a str {
        self.tree.source
    }

    /// The open elements, outermost first.
    pub(super) fn open(&self) -> &[(Tag, usize)] {
        &self.open
    }

    /// Whether a paragraph is open.
    pub(super) const fn has_open_paragraph(&self) -> bool {
        self.paragraphs > 0
    }

    /// Whether elements stand too deep in one another; more of them need not be added.
    pub(super) const fn is_too_deep(&self) -> bool {
        self.too_deep
    }

    /// Adds an element whose opening tag stands at `span`; it stays open unless its tag says that
    /// it is empty. Elements within a line that would stand too deep end at once.
    pub(super) fn element(&mut self, tag: Tag, span: SourceSpan) {
        let at = self.push(Kind::Element(tag), span);
        if tag.is_void() {
            return;
        }
        if self.open.len() < self.deepest {
            self.open.push((tag, at));
            self.paragraphs += usize::from(tag == Tag::Paragraph);
        } else {
            self.too_deep |= !tag.is_inline();
        }
    }

    /// Lets the last element's opening tag end at `end`.
    pub(super) fn extend(&mut self, end: usize) {
        if let Some(node) = self.tree.nodes.last_mut() {
            node.span = SourceSpan::at(node.span.start as usize, end);
        }
    }

    /// Adds an attribute to the last element, and says whether any reader asks for it.
    pub(super) fn attribute(&mut self, name: &str, value: SourceSpan) -> bool {
        let kept = KEPT.iter().find(|kept| **kept == name);
        if let Some(name) = kept {
            self.tree.attributes.push(Attribute { name, value });
        }
        kept.is_some()
    }

    /// Gives the last attribute that was kept its value.
    pub(super) fn value(&mut self, value: SourceSpan) {
        if let Some(last) = self.tree.attributes.last_mut() {
            last.value = value;
        }
    }

    /// Adds text.
    pub(super) fn text(&mut self, span: SourceSpan, raw: bool) {
        if !span.is_empty() {
            self.push(if raw { Kind::Raw } else { Kind::Text }, span);
        }
    }

    /// Ends all elements behind the first `count` open ones.
    pub(super) fn close_to(&mut self, count: usize) {
        let end = self.tree.nodes.len();
        for (tag, at) in self.open.drain(count.min(self.open.len())..) {
            self.paragraphs -= usize::from(tag == Tag::Paragraph);
            if let Some(node) = self.tree.nodes.get_mut(at) {
                node.end = end;
            }
        }
    }

    /// The finished tree.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooDeep`] where elements stand too deep in one another.
    pub(super) fn finish(mut self) -> Result<Tree<'a>, ReadError> {
        self.close_to(0);
        if self.too_deep {
            return Err(ReadError::TooDeep { limit: self.deepest as u32 });
        }
        Ok(self.tree)
    }

    fn push(&mut self, kind: Kind, span: SourceSpan) -> usize {
        let at = self.tree.nodes.len();
        let parent = self.open.last().map(|(_, at)| *at);
        self.tree.nodes.push(Node { kind, span, end: at + 1, parent, attributes: self.tree.attributes.len() });
        at
    }
}
