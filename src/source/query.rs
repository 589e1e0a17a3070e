//! Queries: names and a few distinguishing words of a claim, never a sentence of the draft.

use crate::claim::{Claim, Fact, FactRole};
use crate::lexicon::{Class, Lexicon};
use crate::names::form::without_title;
use std::fmt::Write as _;

/// Longest query in bytes.
pub(super) const LONGEST: usize = 80;

/// Names that go into a query, at most.
const MOST_NAMES: usize = 3;

/// What to search for: people, bodies and laws, else places, else `subject`, whom the article is
/// about, with a figure; beside a bare acronym the subject too. Of what stands side by side in the draft the
/// latter is left out: a query is no run of its words.
pub(super) fn of(claim: &Claim, subject: &str, lexicon: &Lexicon) -> String {
    let of_roles = |roles: &[FactRole]| {
        let is_name = |fact: &&Fact| {
            let is_group = lexicon.word(&fact.text).has(Class::Group);
            let is_description = fact.text.starts_with("The ") || fact.text.starts_with(char::is_lowercase);
            fact.text.contains(char::is_uppercase) && !fact.text.contains(',') && !is_group && !is_description
        };
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
    if names.iter().all(|fact| is_bare_acronym(&fact.text)) {
        query.push_str(subject);
    }
    for fact in names.iter().copied().take(MOST_NAMES).chain(figures.take(usize::from(names.is_empty()))) {
        let text = if fact.role == FactRole::Figure { unbent(&fact.text) } else { without_title(&fact.text) };
        let text = text.replace(['"', '“', '”'], "");
        let words: Vec<&str> = text.split_whitespace().take(4).collect();
        let part = words.join(" ");
        let known = query.to_lowercase().contains(&part.to_lowercase());
        if !known && !is_run(&format!("{query} {part}"), &claim.text) && query.len() + part.len() < LONGEST {
            let gap = if query.is_empty() { "" } else { " " };
            let _ = write!(query, "{gap}{part}");
        }
    }
    query
}

/// A figure without the words that bend it: `20 kilometres` of `at least 20 kilometres`.
fn unbent(figure: &str) -> &str {
    let at = figure.find(|sign: char| sign.is_ascii_digit() || "$£€¥".contains(sign)).unwrap_or(0);
    figure.get(at..).unwrap_or(figure)
}

/// Fewest words of the draft in a row that a query must not have.
const RUN: usize = 5;

/// Whether a query would hold a run of the draft's words, as names may stand side by side.
fn is_run(query: &str, text: &str) -> bool {
    let query: Vec<&str> = query.split_whitespace().collect();
    query.len() >= RUN && {
        let text: Vec<&str> = text.split_whitespace().collect();
        query.windows(RUN).any(|run| text.windows(RUN).any(|window| window == run))
    }
}

/// `IP`, `QR`: two or three letters, which stand for many things until somebody is named with them.
fn is_bare_acronym(name: &str) -> bool {
    name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Fewest and most words of a quotation that are searched for.
const PHRASE: (usize, usize) = (4, 8);

/// The first words of a quotation, up to a mark that a search would stumble over; none where they are
/// too few to find anything.
pub(super) fn phrase(quote: &str) -> Option<String> {
    let clean = quote.split(['…', '[', '"', '“']).find(|part| part.split_whitespace().count() >= PHRASE.0)?;
    let words: Vec<&str> = clean.split_whitespace().take(PHRASE.1).collect();
    let mut phrase = words.join(" ");
    while phrase.len() > LONGEST {
        phrase.truncate(phrase.rfind(' ')?);
    }
    Some(phrase.trim_end_matches(['.', ',', ';', ':', '!', '?']).to_owned())
}

/// The site of an address.
pub(super) fn site(address: &str) -> Option<String> {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?.split('/').next()?;
    Some(format!("https://{host}/"))
}

/// Percent-encoded for a query or path of an address.
pub(crate) fn encoded(query: &str) -> String {
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
