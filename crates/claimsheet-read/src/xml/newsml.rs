//! NewsML-G2: news items with their text inline, as NITF, XHTML or plain text.

use super::nitf::{self, date, local_name};
use super::parse::{Ends, parse};
use super::{Document, ReadError, ReadOptions, Story, Tag, Tree, extracted, html, parts, without_by};
use crate::plain;
use claimsheet::text::span::SourceSpan;

/// Reads the items of a file. One item keeps its places in the file; of several each has the
/// paragraphs of its own text.
pub(super) fn read(source: &str, options: &ReadOptions<'_>) -> Result<Vec<Document>, ReadError> {
    let tree = parse(source, options.limits.depth, Ends::Matched)?;
    let items = outermost(&tree, |name| name == "newsItem");
    match items.as_slice() {
        [] => Err(ReadError::UnknownShape { language: "NewsML-G2", known: "a newsItem with inlineXML or inlineData" }),
        [item] => Ok(vec![document(&tree, *item, options)?]),
        items => {
            let mut documents = Vec::with_capacity(items.len());
            for item in items {
                let text = slice(&tree, *item);
                let part = parse(text, options.limits.depth, Ends::Loose)?;
                let name = tree.attribute(*item, "guid").map(std::borrow::Cow::into_owned);
                documents.push((name, extracted(document(&part, 0, options)?)));
            }
            Ok(parts::named(documents))
        }
    }
}

/// The elements of a name that stand in no other one of it.
pub(super) fn outermost(tree: &Tree<'_>, is: impl Fn(&str) -> bool) -> Vec<usize> {
    let mut end = 0;
    let mut found = Vec::new();
    for (at, _) in tree.elements(0, tree.len()) {
        if at >= end && is(local_name(tree, at)) {
            end = tree.end(at);
            found.push(at);
        }
    }
    found
}

/// The source from an element's opening tag up to the next element or text behind it.
pub(super) fn slice<'a>(tree: &Tree<'a>, at: usize) -> &'a str {
    let start = tree.node(at).map_or(0, |node| node.span.start);
    let end = tree.node(tree.end(at)).map_or(tree.source.len() as u32, |next| next.span.start);
    SourceSpan::new(start, end).of(tree.source)
}

/// The article of the item at `at`.
fn document(tree: &Tree<'_>, at: usize, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let (from, to) = (at, tree.end(at));
    let within =
        |name: &'static str| tree.elements(from, to).map(|(at, _)| at).filter(move |at| local_name(tree, *at) == name);
    let content = within("inlineXML").next();
    let headline = within("headline").next();
    let mut document = if let Some(content) = content {
        inline(tree, content, headline, options.original)
    } else if let Some(content) = within("inlineData").next() {
        data(tree, content, options)?
    } else {
        Document::default()
    };
    let meta = &mut document.meta;
    meta.title = meta.title.take().or_else(|| Some(tree.text_of(headline?)));
    let by = within("by").next().map(|by| without_by(&tree.text_of(by)));
    let creator = || {
        within("creator").next().and_then(|creator| {
            let name = tree
                .elements(creator, tree.end(creator))
                .map(|(at, _)| at)
                .find(|at| local_name(tree, *at) == "name")?;
            Some(tree.text_of(name))
        })
    };
    meta.author = by.filter(|by| !by.is_empty()).or_else(|| meta.author.take()).or_else(creator);
    let dated = |name| within(name).next().and_then(|at| date(&tree.text_of(at)));
    meta.published = meta
        .published
        .or_else(|| dated("contentCreated"))
        .or_else(|| dated("versionCreated"))
        .or_else(|| dated("firstCreated"));
    Ok(document)
}

/// NITF or XHTML in the item; its headline stands before a text that has none of its own.
fn inline(tree: &Tree<'_>, content: usize, headline: Option<usize>, original: bool) -> Document {
    let (from, to) = (content, tree.end(content));
    if tree.elements(from, to).any(|(at, _)| local_name(tree, at) == "nitf") {
        return nitf::document(tree, from, to, original);
    }
    let body = tree
        .elements(from, to)
        .find(|(_, tag)| *tag == Tag::Body)
        .map_or((from, to), |(body, _)| (body, tree.end(body)));
    let title = tree.elements(body.0, body.1).find(|(_, tag)| *tag == Tag::Heading(1)).map(|(at, _)| at);
    html::read_nodes(tree, body.0, body.1, html::Known { title: title.or(headline), original, ..Default::default() })
}

/// Text that is kept as characters.
fn data(tree: &Tree<'_>, content: usize, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let text = tree.characters(content, tree.end(content));
    if tree.attribute(content, "contenttype").is_some_and(|kind| kind.contains("html")) {
        let story = Story { html: text, ..Story::default() };
        return story.document(options);
    }
    Ok(extracted(plain::read(&text)))
}
