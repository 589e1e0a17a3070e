//! Links that lead nowhere a reader can go.

use crate::check::wording::placeholder::is_mark;
use crate::check::{CheckContext, Found};
use crate::text::document::LinkTarget;
use crate::text::word_id::WordId;
use std::net::Ipv4Addr;
use std::path::Path;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for block in &draft.document.blocks {
        for link in draft.document.links_in(block.span) {
            let LinkTarget::Url(url) = &link.target else { continue };
            if let Some(trouble) = trouble(url.trim()) {
                found.push(Found { places: vec![link.span], message: format!("the link <{url}> {trouble}") });
            }
        }
    }
}

fn trouble(url: &str) -> Option<&'static str> {
    if url.chars().any(char::is_whitespace) {
        return Some("has a space in it");
    }
    let (scheme, rest) = match url.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['/', '.', '#', '?']) => (scheme, rest),
        _ => ("", url),
    };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => of_site(rest),
        "mailto" => (!rest.contains('@')).then_some("is a mail address without @"),
        "tel" | "doi" => None,
        "file" => Some("leads to the writer's own machine"),
        "" => of_path(url),
        // A drive's letter.
        scheme if scheme.len() == 1 => Some("leads to the writer's own machine"),
        _ => Some("is of a sort that readers cannot open"),
    }
}

/// What is wrong with an address on the web, its scheme and colon left out.
fn of_site(rest: &str) -> Option<&'static str> {
    let host = host(rest);
    let address = host.parse::<Ipv4Addr>().ok();
    let is = |test: fn(&Ipv4Addr) -> bool| address.as_ref().is_some_and(test);
    if host.is_empty() {
        Some("has no site")
    } else if host == "localhost" || is(|at| at.is_loopback() || at.is_unspecified()) {
        Some("leads to the writer's own machine")
    } else if is(|at| at.is_private() || at.is_link_local()) {
        Some("leads into a private network")
    } else if rest.strip_prefix("//").is_none() {
        Some("lacks a slash behind the colon")
    } else if host.contains("..") {
        Some("has two dots in its site")
    } else if matches!(host, "example.com" | "example.org" | "example.net") {
        Some("is an example, not a site")
    } else {
        host.split_once('.').is_none().then_some("names a site without a dot")
    }
}

/// What is wrong with a link without a scheme: a path, an anchor, a site, or words.
fn of_path(url: &str) -> Option<&'static str> {
    let is_path = || ["#", "/", "./", "../"].iter().any(|start| url.strip_prefix(start).is_some());
    let host = host(url);
    if url.is_empty() {
        Some("is empty")
    } else if is_mark(WordId::of(url)) {
        Some("is still to be filled in")
    } else if !is_path() && host.split_once('.').is_some() && !is_page_beside(host) {
        Some("has no https:// before it")
    } else {
        None
    }
}

/// The site of an address without its scheme.
fn host(rest: &str) -> &str {
    let rest = rest.trim_start_matches('/');
    rest.split(['/', '?', '#', ':']).next().unwrap_or(rest)
}

/// A bare `notes.md` is a page beside the draft, not a site.
fn is_page_beside(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|one| ["md", "html"].iter().any(|page| one.eq_ignore_ascii_case(page)))
}
