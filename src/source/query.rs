//! Queries: names and a few distinguishing words of a claim, never a sentence of the draft.

use crate::claim::{Claim, Fact, FactRole};
use std::fmt::Write as _;

/// Longest query in bytes.
pub(super) const LONGEST: usize = 80;

/// Names that go into a query, at most.
const MOST_NAMES: usize = 3;

/// What to search for: people, bodies and laws, else places; then a figure.
pub(super) fn of(claim: &Claim) -> String {
    let of_roles = |roles: &[FactRole]| {
        let is_name = |fact: &&Fact| fact.text.starts_with(char::is_uppercase) && !fact.text.contains(',');
        claim.facts.iter().filter(|fact| roles.contains(&fact.role)).filter(is_name).collect::<Vec<_>>()
    };
    let names = [&[FactRole::Name][..], &[FactRole::Speaker], &[FactRole::Place]]
        .into_iter()
        .map(of_roles)
        .find(|names| !names.is_empty())
        .unwrap_or_default();
    let figures = claim
        .facts
        .iter()
        .filter(|fact| fact.role == FactRole::Figure && fact.text.contains(|c: char| c.is_ascii_digit()));
    let mut query = String::new();
    for fact in names.into_iter().take(MOST_NAMES).chain(figures.take(1)) {
        let text = fact.text.replace(['"', '“', '”'], "");
        let words: Vec<&str> = text.split_whitespace().take(4).collect();
        let part = words.join(" ");
        let known = query.to_lowercase().contains(&part.to_lowercase());
        if !known && query.len() + part.len() < LONGEST {
            let gap = if query.is_empty() { "" } else { " " };
            let _ = write!(query, "{gap}{part}");
        }
    }
    query
}

/// Percent-encoded for a query or path of an address.
pub(super) fn encoded(query: &str) -> String {
    let mut out = String::with_capacity(query.len() * 2);
    for byte in query.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
