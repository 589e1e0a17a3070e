//! A claim's words as the sheet quotes them.

use claimsheet::claim::{Claim, Fact, FactRole};
use claimsheet::text::escape::markup;
use std::ops::Range;

/// The claim's words with the facts that one looks up in bold.
pub(super) fn marked(claim: &Claim) -> String {
    bold(claim, claim.facts.iter().filter(|fact| is_bold(fact.role, &fact.text)))
}

/// The claim's words with those to tick in bold.
pub(super) fn sentence(claim: &Claim) -> String {
    bold(claim, claim.ticks())
}

/// The claim's words with these facts in bold.
fn bold<'a>(claim: &Claim, facts: impl Iterator<Item = &'a Fact>) -> String {
    let text = claim.text.as_str();
    let mut places: Vec<Range<usize>> = facts.filter_map(|fact| claim.within(fact)).collect();
    places.sort_by_key(|place| (place.start, place.end));
    let mut spans: Vec<Range<usize>> = Vec::new();
    for place in places {
        match spans.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => spans.push(place),
        }
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for place in spans {
        join(&mut out, text.get(at..place.start).unwrap_or(""));
        out.push_str("**");
        markup::push_markdown(&mut out, text.get(place.clone()).unwrap_or(""), false);
        out.push_str("**");
        at = place.end;
    }
    join(&mut out, text.get(at..).unwrap_or(""));
    out
}

/// Appends text between bold words; only what begins the line is escaped as a line's start.
fn join(out: &mut String, text: &str) {
    let lead = text.len() - text.trim_start().len();
    let tail = text.trim_start().len() - text.trim().len();
    let begins = out.is_empty();
    if lead > 0 && !begins {
        out.push(' ');
    }
    markup::push_markdown(out, text, begins);
    if tail > 0 {
        out.push(' ');
    }
}

fn is_bold(role: FactRole, text: &str) -> bool {
    match role {
        FactRole::Figure | FactRole::Date | FactRole::Superlative | FactRole::Name | FactRole::Place => true,
        FactRole::Quote => text.split_whitespace().nth(5).is_none(),
        _ => false,
    }
}
