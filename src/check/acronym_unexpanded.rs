//! An abbreviation that the draft never spells out.

use super::{Draft, Found};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Abbreviations that a general reader knows.
const KNOWN: &str = include_str!("../../data/known-abbreviations.txt");

/// Lengths of an abbreviation, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=6;

/// Small words that a name holds and its abbreviation may leave out.
const JOINTS: &[&str] = &["of", "and", "the", "for", "on", "in", "to", "&"];

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let known: BTreeSet<&str> =
        KNOWN.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
    let mut firsts: BTreeMap<&str, Span> = BTreeMap::new();
    for (read, _) in draft.sentences().filter(|(read, _)| !draft.is_heading(read)) {
        let words = words(draft.text(read.span), read.span.start);
        for (at, (word, span)) in words.iter().enumerate() {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at));
            let shouted = beside
                .into_iter()
                .any(|(word, _)| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
            let is_label = at == 0 || draft.behind(*span).starts_with(':');
            if is_abbreviation(word) && !shouted && !is_label && !known.contains(word) {
                firsts.entry(word).or_insert(*span);
            }
        }
    }
    let initials = if firsts.is_empty() { String::new() } else { initials(&draft.document.prose) };
    for (word, span) in firsts {
        if !initials.contains(word)
            && !is_a_word(&draft.document.prose, word)
            && !is_spelt_out(&draft.document.prose, word)
        {
            found.push(Found { places: vec![span], message: format!("{word} is never spelled out: what is it?") });
        }
    }
}

/// The words of a sentence that begins at `start`, by spaces and marks.
fn words(text: &str, start: u32) -> Vec<(&str, Span)> {
    let is_letter =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '&' | '$' | '@' | '#' | '/');
    let pieces = text.split(|letter: char| !is_letter(letter)).map(|word| word.trim_end_matches('.'));
    pieces
        .filter(|word| !word.is_empty())
        .map(|word| {
            let at = start + (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
            (word, Span::new(at, at + word.len() as u32))
        })
        .collect()
}

/// Capital letters only, and no Roman numeral or size.
fn is_abbreviation(word: &str) -> bool {
    LENGTHS.contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && !word.bytes().all(|byte| b"IVXLCDM".contains(&byte))
}

/// The first letters of capitalised words, in order, with a gap where a run of them ends.
fn initials(prose: &str) -> String {
    let mut all = String::new();
    for word in prose.split(|letter: char| letter.is_whitespace() || letter == '-') {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        match bare.chars().next() {
            Some(first) if first.is_uppercase() => all.push(first),
            _ if JOINTS.contains(&bare) => {}
            _ => all.push(' '),
        }
    }
    all
}

/// Whether it stands elsewhere in other letters, and so is a word in capitals.
fn is_a_word(prose: &str, word: &str) -> bool {
    let mut others = prose.split(|letter: char| !letter.is_alphanumeric());
    others.any(|other| other != word && other.eq_ignore_ascii_case(word))
}

/// "EMS (emergency medical services)", "emergency medical services (EMS)", "… , or TRC".
fn is_spelt_out(prose: &str, word: &str) -> bool {
    let in_brackets = prose.contains(&format!("({word})")) || prose.contains(&format!("{word} ("));
    in_brackets || prose.contains(&format!(", or {word}")) || prose.contains(&format!("known as {word}"))
}
