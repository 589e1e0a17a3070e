//! The same person convicted here and awaiting trial there.

use super::{Draft, Found};
use crate::reading::Read;
use crate::signal::{NameKind, Signal, Value};
use crate::span::Span;

/// Words of a case that is not decided.
const PENDING: &[&str] = &[
    "trial is set",
    "trial is scheduled",
    "awaiting trial",
    "awaits trial",
    "pleaded not guilty",
    "denies the charge",
    "will stand trial",
    "has yet to stand trial",
];

/// Words of a case that is.
const DECIDED: &[&str] = &["was convicted", "were convicted", "convicted of", "found guilty"];

/// Words of a story that has both in order.
const BOTH: &[&str] = &[
    "appeal",
    "retrial",
    "previous",
    "earlier",
    "overturned",
    "separate",
    "not been convicted",
    "if convicted",
    "not convicted",
    "before being",
];

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let prose = draft.document.prose.to_ascii_lowercase();
    if [PENDING, DECIDED].iter().any(|words| !words.iter().any(|word| prose.contains(word))) {
        return;
    }
    let all: Vec<(&Read, &[Signal])> = draft.sentences().collect();
    let mut pending: Vec<(Vec<&str>, Span)> = Vec::new();
    let mut decided: Vec<(Vec<&str>, Span)> = Vec::new();
    for (at, (read, signals)) in all.iter().enumerate() {
        let text = draft.text(read.span);
        let lower = text.to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().find_map(|word| Some((lower.find(word)?, word.len())));
        if has(BOTH).is_some() {
            continue;
        }
        let span = |(start, length): (usize, usize)| {
            let start = read.span.start + start as u32;
            Span::new(start, start + length as u32)
        };
        match (has(PENDING), has(DECIDED)) {
            (Some(place), None) => {
                let before = at.checked_sub(1).and_then(|before| all.get(before));
                let mut named = surnames(draft, signals);
                if named.is_empty() {
                    named.extend(before.into_iter().flat_map(|(_, signals)| surnames(draft, signals)));
                }
                pending.push((named, span(place)));
            }
            (None, Some(place)) => decided.push((surnames(draft, signals), span(place))),
            _ => {}
        }
    }
    for (named, place) in &decided {
        let same = pending.iter().find(|(others, _)| named.iter().any(|name| others.contains(name)));
        if let Some((others, other)) = same {
            let name = named.iter().find(|name| others.contains(name)).copied().unwrap_or_default();
            let message = format!(
                "{name}: \"{}\" here, \"{}\" there: at what stage is the case?",
                draft.text(*place),
                draft.text(*other)
            );
            found.push(Found { places: vec![*place, *other], message });
        }
    }
}

/// The last words of the names of people.
fn surnames<'a>(draft: &Draft<'a>, signals: &[Signal]) -> Vec<&'a str> {
    let people =
        signals.iter().filter(|signal| matches!(signal.value, Value::Name(NameKind::Person | NameKind::Other)));
    people.filter_map(|signal| draft.text(signal.span).split_whitespace().next_back()).collect()
}
