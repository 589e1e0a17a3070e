//! Nameless authorities.

use super::{Draft, Found};
use crate::document::LinkTarget;
use crate::span::Span;

const WHO: &[&str] = &[
    "studies",
    "research",
    "experts",
    "scientists",
    "researchers",
    "critics",
    "observers",
    "analysts",
    "many",
    "some people",
    "economists",
    "historians",
    "doctors",
];

const SAY: &[&str] = &[
    "show",
    "shows",
    "say",
    "believe",
    "suggest",
    "suggests",
    "agree",
    "have shown",
    "has shown",
    "have found",
    "has found",
    "warn",
    "argue",
    "think",
    "fear",
];

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let links = draft.document.links_in(read.span);
        if links.iter().any(|link| matches!(link.target, LinkTarget::Url(_) | LinkTarget::Footnote { .. })) {
            continue;
        }
        let text = draft.text(read.span).to_lowercase();
        let Some((at, length)) = begins(&text) else { continue };
        if text.len() != draft.text(read.span).len() {
            continue;
        }
        let start = read.span.start + at as u32;
        let span = Span::new(start, start + length as u32);
        found.push(Found { places: vec![span], message: format!("\"{}\": which ones?", draft.text(span)) });
    }
}

/// A nameless authority and what it does, at the start of a sentence or clause: where, and how long.
fn begins(text: &str) -> Option<(usize, usize)> {
    WHO.iter().find_map(|who| {
        text.match_indices(who).find_map(|(at, _)| {
            let behind = text.get(at + who.len()..)?.strip_prefix(' ')?;
            let is_whole = |say: &&&str| behind.strip_prefix(**say).is_some_and(|rest| rest.starts_with(' '));
            let say = SAY.iter().find(is_whole)?;
            is_clause_start(text.get(..at)?).then_some((at, who.len() + 1 + say.len()))
        })
    })
}

fn is_clause_start(before: &str) -> bool {
    let before = before.trim_end_matches(['“', '"', ' ']);
    before.is_empty() || before.ends_with([',', ';', ':', '—']) || before.ends_with(" but") || before.ends_with(" and")
}
