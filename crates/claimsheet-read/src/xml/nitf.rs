//! NITF: `hedline`, `byline`, `body.content`.

use super::parse::{Ends, parse};
use super::{Document, Metadata, ReadError, ReadOptions, Tag, Tree, html, without_by};
use crate::front_matter::day;
use chrono::NaiveDate;

/// Reads a file.
pub(super) fn read(source: &str, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let tree = parse(source, options.limits.depth, Ends::Matched)?;
    Ok(document(&tree, 0, tree.len(), options.original))
}

/// The article in the nodes `from..to`, which hold a `nitf` element.
pub(super) fn document(tree: &Tree<'_>, from: usize, to: usize, original: bool) -> Document {
    let named = |name: &str| tree.elements(from, to).map(|(at, _)| at).find(|at| local_name(tree, *at) == name);
    let body = named("body").map_or((from, to), |body| (body, tree.end(body)));
    let left: Vec<usize> = ["byline", "dateline", "distributor", "series", "rights"]
        .iter()
        .filter_map(|name| tree.elements(body.0, body.1).map(|(at, _)| at).find(|at| local_name(tree, *at) == *name))
        .collect();
    let byline = named("byline").map(|byline| {
        let person =
            tree.elements(byline, tree.end(byline)).map(|(at, _)| at).find(|at| local_name(tree, *at) == "person");
        without_by(&tree.text_of(person.unwrap_or(byline)))
    });
    let dated = |name: &str, attribute: &str| tree.attribute(named(name)?, attribute).as_deref().and_then(date);
    let published = dated("date.release", "norm")
        .or_else(|| dated("date.issue", "norm"))
        .or_else(|| dated("pubdata", "date.publication"));
    let title = tree.elements(body.0, body.1).find(|(_, tag)| *tag == Tag::Heading(1)).map(|(at, _)| at);
    let deck = named("hedline").and_then(|at| tree.children(at).find(|at| local_name(tree, *at) == "hl2"));
    let mut document = html::read_nodes(tree, body.0, body.1, html::Known { title, deck, left: &left, original });
    let title = document.meta.title.take().or_else(|| Some(tree.text_of(named("title")?)));
    let mut meta = Metadata::default();
    (meta.title, meta.published) = (title, published);
    meta.author = byline.filter(|author| !author.is_empty());
    document.meta = meta;
    document
}

/// The name of an element without its prefix.
pub(super) fn local_name<'a>(tree: &Tree<'a>, at: usize) -> &'a str {
    let name = tree.name(at);
    name.rsplit(':').next().unwrap_or(name)
}

/// `20260305T063000Z` as well as what other formats have.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    day(text).or_else(|| NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok())
}
