//! One person under two titles of one body.

use crate::check::{CheckContext, Found};
use crate::signal::Value;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Offices that a title ends with.
const OFFICES: &[&str] = &[
    "Administrator",
    "Assessor",
    "Attorney",
    "Auditor",
    "Chair",
    "Chairman",
    "Chairwoman",
    "Chief",
    "Clerk",
    "Commissioner",
    "Comptroller",
    "Controller",
    "Councilor",
    "Counsel",
    "Director",
    "Editor",
    "Engineer",
    "Governor",
    "Inspector",
    "Judge",
    "Justice",
    "Manager",
    "Marshal",
    "Mayor",
    "Minister",
    "Officer",
    "Planner",
    "President",
    "Professor",
    "Prosecutor",
    "Representative",
    "Secretary",
    "Senator",
    "Sheriff",
    "Solicitor",
    "Superintendent",
    "Surveyor",
    "Treasurer",
    "Warden",
];

/// Longest title that is compared, in words.
const LONGEST: usize = 4;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut titles: BTreeMap<String, Vec<(Vec<&str>, Span)>> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        for signal in signals.iter().filter(|signal| matches!(signal.value, Value::Name(_))) {
            let words: Vec<&str> = draft.text(signal.span).split_whitespace().collect();
            let Some((within, person)) = words.len().checked_sub(2).and_then(|at| words.split_at_checked(at)) else {
                continue;
            };
            let before = if within.is_empty() { title_before(draft.before(signal.span)) } else { within.to_vec() };
            if before.len() < 2 || !before.last().is_some_and(|office| OFFICES.contains(office)) {
                continue;
            }
            let known = titles.entry(person.join(" ")).or_default();
            let other = known.iter().find(|(other, _)| {
                other.first() == before.first() && other.len() == before.len() && other.last() != before.last()
            });
            if let Some((other, place)) = other {
                let message =
                    format!("{} is \"{}\" here, \"{}\" there", person.join(" "), other.join(" "), before.join(" "));
                found.push(Found { places: vec![*place, signal.span], message });
            }
            known.push((before, signal.span));
        }
    }
}

/// The capitalised words right before a name.
pub(crate) fn title_before(before: &str) -> Vec<&str> {
    if !before.ends_with(' ') {
        return Vec::new();
    }
    let is_title = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.len() > 2
            && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
    };
    let mut words: Vec<&str> = before.trim_end().rsplit([' ', '\n']).take_while(is_title).take(LONGEST).collect();
    words.reverse();
    words
}
