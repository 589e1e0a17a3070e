//! Links and footnotes of a page.

use super::page::Page;
use crate::html::page_boilerplate::has_word;
use crate::tree::{Tag, Tree};
use std::collections::{HashMap, HashSet};

/// The footnotes of a page and the links that lead to them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    references: HashMap<usize, Note>,
    targets: HashSet<usize>,
    /// Elements of comments, which are told where they belong and not read as text.
    comments: HashSet<usize>,
}

/// What a reference leads to.
#[derive(Debug)]
pub(super) struct Note {
    /// As the reference has it, without brackets.
    pub(super) label: String,
    /// The element of the footnote or comment.
    pub(super) target: usize,
    /// Whether it is an editor's comment, as in what Google Docs exports.
    pub(super) is_comment: bool,
}

impl Notes {
    /// The footnote that the link at `at` leads to.
    pub(super) fn note_of(&self, at: usize) -> Option<&Note> {
        self.references.get(&at)
    }

    /// Whether the element at `at` is a footnote.
    pub(super) fn is_note(&self, at: usize) -> bool {
        self.targets.contains(&at)
    }

    /// Whether the element at `at` is an editor's comment.
    pub(super) fn is_comment(&self, at: usize) -> bool {
        self.comments.contains(&at)
    }

    /// The footnotes, in order.
    pub(super) fn targets(&self) -> Vec<usize> {
        let mut targets: Vec<usize> = self.targets.iter().copied().collect();
        targets.sort_unstable();
        targets
    }

    /// Whether the element at `at` stands in a footnote.
    pub(super) fn is_in_note(&self, tree: &Tree<'_>, at: usize) -> bool {
        !self.targets.is_empty() && tree.around(at).any(|around| self.is_note(around))
    }

    /// Finds the footnotes: short links in the page, raised or so marked, to an element of it.
    pub(super) fn find(page: &Page<'_, '_>) -> Self {
        let tree = page.tree;
        let inner =
            |at: usize| tree.attribute_span(at, "href").is_some_and(|href| href.of(tree.source).starts_with('#'));
        let anchors: Vec<usize> = tree
            .elements(0, tree.len())
            .filter(|(at, tag)| *tag == Tag::Anchor && inner(*at))
            .map(|(at, _)| at)
            .collect();
        let mut notes = Self::default();
        if anchors.is_empty() {
            return notes;
        }
        let named = |at, tag| {
            // Older pages name places by links.
            tree.attribute(at, "id").or_else(|| tree.attribute(at, "name").filter(|_| tag == Tag::Anchor))
        };
        let ids = tree.elements(0, tree.len()).filter_map(|(at, tag)| Some((named(at, tag)?, at)));
        let by_id: HashMap<_, usize> = ids.collect();
        for at in anchors.into_iter().filter(|at| is_reference(tree, *at)) {
            let href = tree.attribute(at, "href").unwrap_or_default();
            let Some(target) = href.get(1..).and_then(|id| by_id.get(id)).copied() else { continue };
            let Some(target) = tree.around(target).find(|around| tree.tag(*around).is_some_and(|tag| !tag.is_inline()))
            else {
                continue;
            };
            let label =
                tree.text_of(at).trim_matches(|letter: char| matches!(letter, '[' | ']' | '(' | ')' | ' ')).to_owned();
            let too_much = matches!(tree.tag(target), Some(Tag::Body | Tag::Html | Tag::Article | Tag::Main));
            // What leads back stands behind what it leads to.
            if !label.is_empty() && !too_much && at < target {
                let is_comment = href.starts_with("#cmnt");
                if is_comment { &mut notes.comments } else { &mut notes.targets }.insert(target);
                notes.references.insert(at, Note { label, target, is_comment });
            }
        }
        notes
    }
}

/// Whether the link at `at` looks like a reference to a footnote.
fn is_reference(tree: &Tree<'_>, at: usize) -> bool {
    let short = tree.end(at) - at <= 4 && tree.text_of(at).chars().count() <= 5;
    let raised = || {
        let around = tree.around(at).skip(1).take(2).any(|around| tree.tag(around) == Some(Tag::Sup));
        around || tree.children(at).any(|child| tree.tag(child) == Some(Tag::Sup))
    };
    let marked = || {
        tree.attribute(at, "role").is_some_and(|role| role == "doc-noteref")
            || has_word(tree, at, &["footnote", "footnotes", "noteref", "sdfootnoteanc"])
    };
    short && (marked() || raised())
}

/// A link's destination, made whole by the page's address; none where it leads to no place that a
/// checker could look at.
pub(super) fn resolved(href: &str, address: Option<&str>) -> Option<String> {
    let href = href.trim();
    let scheme = href.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_scheme = |scheme: &str| {
        !scheme.is_empty()
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
    };
    match scheme.as_deref().filter(|scheme| is_scheme(scheme)) {
        Some("http" | "https") => return Some(behind_google(href).unwrap_or_else(|| href.to_owned())),
        Some("mailto" | "ftp") => return Some(href.to_owned()),
        Some(_) => return None,
        None => {}
    }
    if href.is_empty() {
        return None;
    }
    let Some((origin, path)) = address.and_then(split) else { return Some(href.to_owned()) };
    Some(if let Some(rest) = href.strip_prefix("//") {
        let scheme = origin.split(':').next().unwrap_or("https");
        format!("{scheme}://{rest}")
    } else if href.starts_with('/') {
        format!("{origin}{href}")
    } else {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{origin}{folder}/{href}")
    })
}

/// The address to which a link leads that Google Docs exports by way of Google: `…google.com/url?q=…&sa=…`.
fn behind_google(href: &str) -> Option<String> {
    let query =
        ["https://www.google.com/url?", "http://www.google.com/url?"].iter().find_map(|way| href.strip_prefix(way))?;
    let value = query.split('&').find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("url=")))?;
    let address = without_percents(value)?;
    address.contains("://").then_some(address)
}

/// `text` with what stands for `%3A` and its like; none where that is no text.
fn without_percents(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).ok()
}

/// `https://example.org/a/b` as its origin and its path.
fn split(address: &str) -> Option<(&str, &str)> {
    let host = address.find("://")? + 3;
    let end = address.get(host..)?.find('/').map_or(address.len(), |at| host + at);
    let path = address.get(end..)?.split(['?', '#']).next().unwrap_or("");
    Some((address.get(..end)?, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_made_whole_by_the_address_of_the_page() {
        let address = Some("https://ledger.example/2026/tolls.html?x=1");
        for (href, whole) in [
            ("https://a.example/b", Some("https://a.example/b")),
            ("//cdn.example/x", Some("https://cdn.example/x")),
            ("/reports/1", Some("https://ledger.example/reports/1")),
            ("other.html", Some("https://ledger.example/2026/other.html")),
            ("javascript:void(0)", None),
            ("https://www.google.com/url?q=https://a.example/b%3Fc%3D1&sa=D&ust=2", Some("https://a.example/b?c=1")),
            ("", None),
        ] {
            assert_eq!(resolved(href, address).as_deref(), whole, "{href}");
        }
        assert_eq!(resolved("/reports/1", None).as_deref(), Some("/reports/1"));
    }
}
