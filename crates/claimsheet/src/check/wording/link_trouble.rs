//! Links that lead nowhere a reader can go.

use crate::check::wording::placeholder::WORDS;
use crate::check::{CheckContext, Found};
use crate::text::document::LinkTarget;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for block in &draft.document.blocks {
        for link in draft.document.links_in(block.span) {
            let LinkTarget::Url(url) = &link.target else { continue };
            if let Some(trouble) = trouble(url) {
                found.push(Found { places: vec![link.span], message: format!("the link <{url}> {trouble}") });
            }
        }
    }
}

/// Whether a host is four numbers.
fn is_address(host: &str) -> bool {
    host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A bare `notes.md` is a page beside the draft, not a site.
fn is_page_beside(name: &str) -> bool {
    let extension = std::path::Path::new(name).extension();
    extension.is_some_and(|one| ["md", "html"].iter().any(|page| one.eq_ignore_ascii_case(page)))
}

fn trouble(url: &str) -> Option<&'static str> {
    let url = url.trim();
    let (scheme, rest) = match url.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['/', '.', '#', '?']) => (scheme.to_lowercase(), rest),
        _ => (String::new(), url),
    };
    let host = rest.trim_start_matches('/').split(['/', '?', '#', ':']).next().unwrap_or("");
    let private = ["10.", "192.168.", "169.254."].iter().any(|net| host.starts_with(net)) && is_address(host);
    match scheme.as_str() {
        _ if url.contains(char::is_whitespace) => Some("has a space in it"),
        "http" | "https" if host.is_empty() => Some("has no site"),
        "http" | "https" if ["localhost", "127.0.0.1", "0.0.0.0"].contains(&host) => {
            Some("leads to the writer's own machine")
        }
        "http" | "https" if private => Some("leads into a private network"),
        "http" | "https" if !rest.starts_with("//") => Some("lacks a slash behind the colon"),
        "http" | "https" if host.contains("..") => Some("has two dots in its site"),
        "http" | "https" if ["example.com", "example.org", "example.net"].contains(&host) => {
            Some("is an example, not a site")
        }
        "mailto" if !rest.contains('@') => Some("is a mail address without @"),
        "http" | "https" if !host.contains('.') => Some("names a site without a dot"),
        "http" | "https" | "mailto" | "tel" | "doi" => None,
        "file" => Some("leads to the writer's own machine"),
        "" if url.is_empty() => Some("is empty"),
        "" if WORDS.iter().any(|word| url.eq_ignore_ascii_case(word)) => Some("is still to be filled in"),
        "" if url.starts_with('#') || url.starts_with('/') || url.starts_with("./") || url.starts_with("../") => None,
        "" if host.contains('.') && !is_page_beside(host) => Some("has no https:// before it"),
        "" => None,
        _ if scheme.len() == 1 => Some("leads to the writer's own machine"),
        _ => Some("is of a sort that readers cannot open"),
    }
}
