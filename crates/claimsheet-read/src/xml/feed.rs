//! RSS and Atom: a sheet for each entry, with as much of its text as the feed holds.

use super::cms_export;
use super::newsml::{outermost, slice};
use super::nitf::{date, local_name};
use super::parse::{Ends, parse};
use super::{Document, ReadError, ReadOptions, Story, Tree, parts};

/// Reads the entries of a feed.
pub(super) fn read(source: &str, options: &ReadOptions<'_>) -> Result<Vec<Document>, ReadError> {
    let tree = parse(source, options.limits.depth, Ends::Matched)?;
    let entries = outermost(&tree, |name| matches!(name, "item" | "entry"));
    let authors = cms_export::authors(&tree);
    let is_export = cms_export::is_one(&tree);
    let (mut stories, mut others) = (Vec::new(), cms_export::Others::default());
    for entry in entries {
        match cms_export::kind(&tree, entry) {
            Some(kind) if !kind.is_article() => others.add(kind),
            Some(cms_export::EntryKind::WordPress(_)) if is_export => {
                stories.push(cms_export::story(&tree, entry, &authors));
            }
            _ => stories.push(story(&tree, entry)),
        }
    }
    let documents: Result<Vec<_>, ReadError> =
        stories.into_iter().map(|mut story| Ok((story.name.take(), story.document(options)?))).collect();
    let mut documents = parts::named(documents?);
    if let (Some(first), Some(note)) = (documents.first_mut(), others.told()) {
        first.warnings.push(note);
    }
    Ok(documents)
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
