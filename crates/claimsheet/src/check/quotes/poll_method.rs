//! A poll without what one needs to judge it.

use crate::check::{CheckContext, Found, quantities};
use crate::text::span::Span;
use crate::text::value::Form;

/// Words of which one is in any article that tells a poll properly.
const METHOD: &[&str] = &[
    "margin of error",
    "surveyed",
    "polled",
    "conducted",
    "carried out",
    "interviewed",
    "respondents",
    "sampling",
    "registered voters",
    "likely voters",
    "fieldwork",
    "questioned",
    "exit poll",
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let prose = draft.document.prose.to_ascii_lowercase();
    let has_poll = ["poll", "survey"].iter().any(|word| prose.contains(word));
    if !has_poll || draft.sentences().any(|(read, _)| tells_method(&draft.text(read.span).to_lowercase())) {
        return;
    }
    for (read, signals) in draft.sentences() {
        if !quantities(signals).into_iter().any(|(_, one)| matches!(one.form, Form::Percent | Form::Fraction)) {
            continue;
        }
        let text = draft.text(read.span);
        let lower = text.to_lowercase();
        let gives_sample = |word: &&str| {
            let behind = lower.split_once(*word).map(|(_, behind)| behind.trim_start_matches("about "));
            behind.is_some_and(|behind| behind.starts_with(|letter: char| letter.is_ascii_digit()))
        };
        let is_own = ["survey of ", "poll of "].iter().any(gives_sample);
        let is_letter = |letter: char| letter.is_alphanumeric();
        let poll = ["poll", "polls", "survey", "surveys"].iter().find_map(|word| {
            let is_whole = |at: &usize| {
                lower.get(..*at).is_none_or(|before| !before.ends_with(is_letter))
                    && lower.get(at + word.len()..).is_none_or(|behind| !behind.starts_with(is_letter))
            };
            lower.match_indices(word).map(|(at, _)| at).find(is_whole).map(|at| (at, word.len()))
        });
        if let Some((at, length)) = poll.filter(|_| !is_own && lower.len() == text.len() && !draft.is_heading(read)) {
            let start = read.span.start + at as u32;
            let message = "a poll without its dates, sample or margin: who asked whom, when, and how?".to_owned();
            found.push(Found { places: vec![Span::new(start, start + length as u32)], message });
            return;
        }
    }
}

/// Whether a sentence tells how the article's poll was made; one that brings in a poll of its own
/// ("a survey of 412 voters") tells that of its own.
fn tells_method(lower: &str) -> bool {
    let own = ["survey of ", "poll of "].iter().any(|word| lower.contains(word));
    let brings_in = own && (lower.starts_with("a ") || lower.starts_with("another "));
    !brings_in && has_method(lower)
}

/// Whether a sentence holds a word of how a poll was made; others only beside a poll.
fn has_method(lower: &str) -> bool {
    let of_poll = ["poll", "survey"].iter().any(|word| lower.contains(word));
    let weak = of_poll && ["adults", "sample", "percentage points"].iter().any(|word| lower.contains(word));
    weak || METHOD.iter().any(|word| lower.contains(word))
}
