//! The documentation leads to files that are there.

use super::repository;
use pulldown_cmark::{Event, Parser, Tag};
use std::path::{Path, PathBuf};

/// The Markdown files of a folder of the repository and of those in it.
fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

/// What would be a heading's anchor on GitHub.
fn anchors(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut heading: Option<String> = None;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => found.extend(heading.take()),
            _ => {}
        }
    }
    let anchor = |heading: String| {
        let kept = heading
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .collect::<String>();
        kept.replace(' ', "-")
    };
    found.into_iter().map(anchor).collect()
}

#[test]
fn every_local_link_of_the_documentation_leads_to_a_file() {
    let mut all: Vec<PathBuf> = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "training/MODEL.md",
        "tests/schemas/README.md",
    ]
    .map(repository)
    .to_vec();
    pages(&repository("docs"), &mut all);
    all.push(repository("examples/README.md"));
    let (mut wrong, mut followed) = (Vec::new(), 0);
    for page in &all {
        let text = std::fs::read_to_string(page).unwrap();
        let links = Parser::new(&text).filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        });
        for link in links.filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            followed += 1;
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            let there = target.exists();
            let has_anchor = anchor.is_empty()
                || !target.exists()
                || anchors(&std::fs::read_to_string(&target).unwrap()).iter().any(|known| known == anchor);
            if !there || !has_anchor {
                wrong.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(followed > 20, "only {followed} links were found");
}
