//! What ended before it began.

use super::{Draft, Found, dates};
use crate::span::Span;

const BEGAN: &[&str] =
    &["began", "begun", "started", "opened", "founded", "launched", "was born", "broke ground", "closed"];

const ENDED: &[&str] = &["completed", "ended", "finished", "concluded", "died", "reopened", "dissolved", "demolished"];

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        for pair in dates(signals).windows(2) {
            let [(first_span, first), (second_span, second)] = pair else { continue };
            let (Some(began), Some(ended)) = (first.from, second.to) else { continue };
            let (Some(verb), Some(end)) = (verb(draft, *first_span, BEGAN), verb(draft, *second_span, ENDED)) else {
                continue;
            };
            if ended < began && !(verb == "closed" && end != "reopened") {
                let message = format!(
                    "{verb} \"{}\", {end} \"{}\": the end is before the beginning",
                    draft.text(*first_span),
                    draft.text(*second_span)
                );
                found.push(Found { places: vec![*first_span, *second_span], message });
            }
        }
    }
}

/// The verb of a list that stands right before a date.
fn verb(draft: &Draft<'_>, date: Span, verbs: &[&'static str]) -> Option<&'static str> {
    let before = draft.before(date).trim_end();
    let before = before.trim_end_matches(" in").trim_end_matches(" on").trim_end();
    verbs.iter().copied().find(|verb| before.ends_with(verb))
}
