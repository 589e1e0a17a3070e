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

/// A nameless authority and what it does, at the start of a sentence or clause.
fn begins(text: &str) -> Option<(usize, usize)> {
    for who in WHO {
        for say in SAY {
            let phrase = format!("{who} {say} ");
            let clause = text.match_indices(&phrase).map(|(at, _)| at).find(|at| {
                let before = text.get(..*at).unwrap_or("").trim_end_matches(['“', '"', ' ']);
                before.is_empty()
                    || before.ends_with([',', ';', ':', '—'])
                    || before.ends_with(" but")
                    || before.ends_with(" and")
            });
            if let Some(at) = clause {
                return Some((at, phrase.len() - 1));
            }
        }
    }
    None
}
