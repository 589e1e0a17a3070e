//! The exports of `WordPress` (WXR) and Blogger: feeds that hold posts among pictures, menus, settings, templates
//! and readers' comments.

use super::{Story, Tree};
use crate::cms::wordpress;
use serde_json::json;
use std::collections::HashMap;

/// What an entry of an export is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// The type of `WordPress`: `post`, `page`, `attachment` …
    WordPress(String),
    /// The kind of Blogger: `post`, `page`, `comment`, `template` …
    Blogger(String),
}

impl EntryKind {
    /// Whether entries of this kind are articles.
    pub(super) fn is_article(&self) -> bool {
        matches!(self.name(), "post" | "page")
    }

    fn name(&self) -> &str {
        match self {
            Self::WordPress(name) | Self::Blogger(name) => name,
        }
    }
}

/// Entries that are no articles, by kind, with how many there are.
#[derive(Debug, Default)]
pub(super) struct Others(Vec<(String, usize)>);

/// Kinds that are named, at most: a plugin may make up as many as it likes.
const MOST_KINDS: usize = 12;

impl Others {
    pub(super) fn add(&mut self, kind: EntryKind) {
        let (EntryKind::WordPress(name) | EntryKind::Blogger(name)) = kind;
        if let Some((_, count)) = self.0.iter_mut().find(|(known, _)| *known == name) {
            *count += 1;
        } else if self.0.len() < MOST_KINDS {
            self.0.push((name, 1));
        }
    }

    /// What was passed over, in one line.
    pub(super) fn told(&self) -> Option<String> {
        let told: Vec<String> = self.0.iter().map(|(kind, count)| format!("{kind} ({count})")).collect();
        (!told.is_empty()).then(|| {
            format!("only posts and pages of the export are articles; others were passed over: {}", told.join(", "))
        })
    }
}

/// Whether a feed is an export of `WordPress`.
pub(super) fn is_one(tree: &Tree<'_>) -> bool {
    tree.elements(0, tree.len()).any(|(at, _)| tree.name(at) == "wp:wxr_version")
}

/// What an entry is; none in a feed that is no export.
pub(super) fn kind(tree: &Tree<'_>, entry: usize) -> Option<EntryKind> {
    let named = |name: &str| tree.children(entry).find(|at| tree.name(*at) == name);
    if let Some(kind) = named("wp:post_type") {
        return Some(EntryKind::WordPress(tree.text_of(kind)));
    }
    if named("thr:in-reply-to").is_some() {
        return Some(EntryKind::Blogger("comment".to_owned()));
    }
    if let Some(kind) = named("blogger:type") {
        return Some(EntryKind::Blogger(tree.text_of(kind).to_lowercase()));
    }
    let terms = tree.children(entry).filter(|at| tree.name(*at) == "category");
    let kinds = terms.filter_map(|at| tree.attribute(at, "term"));
    kinds.into_iter().find_map(|term| Some(EntryKind::Blogger(term.split_once("/kind#")?.1.to_owned())))
}

/// The names that `WordPress` shows for its authors, by what they log in as.
pub(super) fn authors(tree: &Tree<'_>) -> HashMap<String, String> {
    let found = tree.elements(0, tree.len()).map(|(at, _)| at).filter(|at| tree.name(*at) == "wp:author");
    let child =
        |author: usize, name: &str| tree.children(author).find(|at| tree.name(*at) == name).map(|at| tree.text_of(at));
    found
        .filter_map(|author| {
            let shown = child(author, "wp:author_display_name").filter(|name| !name.is_empty())?;
            Some((child(author, "wp:author_login")?, shown))
        })
        .collect()
}

/// A post of `WordPress`, read as its API would hand it out.
pub(super) fn story(tree: &Tree<'_>, entry: usize, authors: &HashMap<String, String>) -> Story {
    let characters = |name: &str| {
        let at = tree.children(entry).find(|at| tree.name(*at) == name)?;
        Some(tree.characters(at, tree.end(at))).filter(|text| !text.trim().is_empty())
    };
    let login = characters("dc:creator").map(|login| login.trim().to_owned());
    let author = login.map(|login| authors.get(&login).cloned().unwrap_or(login));
    let footnotes = tree.children(entry).filter(|at| tree.name(*at) == "wp:postmeta").find_map(|meta| {
        let child = |name: &str| tree.children(meta).find(|at| tree.name(*at) == name);
        let is_notes = child("wp:meta_key").is_some_and(|key| tree.text_of(key) == "footnotes");
        let value = child("wp:meta_value").filter(|_| is_notes)?;
        Some(tree.characters(value, tree.end(value)))
    });
    let title = characters("title");
    let post = json!({
        "slug": characters("wp:post_name").or_else(|| title.clone()),
        "title": { "raw": title },
        "content": { "raw": characters("content:encoded") },
        "excerpt": { "raw": characters("excerpt:encoded") },
        "meta": { "footnotes": footnotes },
        "author_name": author,
        // A draft that was never published has the year 0000 there.
        "date": characters("wp:post_date").filter(|date| !date.trim().starts_with("0000")),
    });
    let mut story = wordpress::story(&post);
    let status = characters("wp:status").filter(|status| !matches!(status.trim(), "publish" | "inherit"));
    if let Some(status) = status {
        story.warnings.push(format!("its status in WordPress is \"{}\"", status.trim()));
    }
    story
}
