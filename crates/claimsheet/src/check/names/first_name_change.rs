//! One surname and one office under two first names.

use crate::check::names::first_names::is_form;
use crate::check::names::title_change::title_before;
use crate::check::{CheckContext, Found};
use crate::signal::Value;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Offices that one person holds at a time: with a word before them they belong to one body.
const SINGLE: &[&str] = &[
    "Archbishop",
    "Auditor",
    "Chairman",
    "Chairwoman",
    "Chief",
    "Clerk",
    "Comptroller",
    "Coroner",
    "Gov.",
    "Governor",
    "Mayor",
    "President",
    "Sheriff",
    "Superintendent",
    "Treasurer",
];

/// Words before an office that it is another person's.
const OTHER: &[&str] =
    &["former", "Former", "ex", "late", "Late", "deputy", "Deputy", "Vice", "assistant", "Assistant"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut holders: BTreeMap<(String, &str), (&str, Span)> = BTreeMap::new();
    for (_, signals) in draft.sentences() {
        for signal in signals.iter().filter(|signal| matches!(signal.value, Value::Name(_))) {
            let words: Vec<&str> = draft.text(signal.span).split_whitespace().collect();
            let Some((within, [first, surname])) = words.split_last_chunk::<2>() else { continue };
            let before = draft.before(signal.span);
            let title = if within.is_empty() { title_before(before) } else { within.to_vec() };
            let single = title.last().is_some_and(|office| SINGLE.contains(office));
            let outside = before.trim_end().rsplit([' ', '-']).next().unwrap_or("");
            let other = OTHER.contains(&outside) || title.iter().any(|word| OTHER.contains(word));
            if !single || other || !is_first_name(first) {
                continue;
            }
            let key = (title.join(" "), *surname);
            let &mut (known, place) = holders.entry(key).or_insert((*first, signal.span));
            let same = known.starts_with(*first) || first.starts_with(known) || is_form(known, first);
            if !same {
                let message = format!("{} {known} {surname} here, {first} {surname} there", title.join(" "));
                found.push(Found { places: vec![place, signal.span], message });
            }
        }
    }
}

/// Whether a word is a first name written out: no initial, no office.
fn is_first_name(word: &str) -> bool {
    word.chars().count() > 2 && word.starts_with(char::is_uppercase) && !word.ends_with('.') && !SINGLE.contains(&word)
}
