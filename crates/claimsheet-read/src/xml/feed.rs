//! RSS and Atom: a sheet for each entry, with as much of its text as the feed holds.

use super::newsml::{outermost, slice};
use super::nitf::{date, local_name};
use super::parse::{Ends, parse};
use super::{Document, ReadError, ReadOptions, Story, Tree, parts};

/// Reads the entries of a feed.
pub(super) fn read(source: &str, options: &ReadOptions<'_>) -> Result<Vec<Document>, ReadError> {
    let tree = parse(source, options.limits.depth, Ends::Matched)?;
    let entries = outermost(&tree, |name| matches!(name, "item" | "entry"));
    let documents: Result<Vec<_>, ReadError> = entries
        .into_iter()
        .map(|entry| {
            let mut story = story(&tree, entry);
            Ok((story.name.take(), story.document(options)?))
        })
        .collect();
    Ok(parts::named(documents?))
}

fn story(tree: &Tree<'_>, entry: usize) -> Story {
    let child = |names: &[&str]| names.iter().find_map(|name| tree.children(entry).find(|at| tree.name(*at) == *name));
    let characters = |at: usize| tree.characters(at, tree.end(at));
    let mut story = Story::default();
    if let Some(title) = child(&["title", "atom:title"]) {
        let title = characters(title);
        story.name = Some(title.clone());
        story.element("h1", title.as_str());
    }
    if let Some(text) = child(&["content:encoded", "content", "atom:content", "description", "summary"]) {
        let has_elements = tree.children(text).next().is_some();
        let html = if has_elements { slice(tree, text).to_owned() } else { characters(text) };
        story.html(html.as_str());
    }
    if let Some(author) = child(&["dc:creator", "author", "atom:author"]) {
        let name = tree.children(author).find(|at| local_name(tree, *at) == "name").unwrap_or(author);
        story.by([tree.text_of(name).as_str()]);
    }
    let dated = child(&["pubDate", "published", "dc:date", "updated"]).map(|at| tree.text_of(at));
    story.published = dated.as_deref().and_then(date);
    story
}
