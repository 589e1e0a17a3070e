//! Names: as the backing spells them.

use super::{Draft, found, nothing};
use crate::index::{Unit, bare, plain};
use crate::terms::words;
use claimsheet::claim::{Evidence, EvidenceStatus, Fact, FactRole};

/// Words that stand for a name.
const PRONOUNS: &[&str] = &["he", "she", "it", "they", "we", "i", "you", "who", "this", "that"];

/// Letters that a misspelt name may have otherwise.
const MOST_LETTERS: usize = 2;

pub(super) fn find(draft: &Draft<'_>, fact: &Fact) -> Option<Evidence> {
    let name = fact.text.trim();
    let parts: Vec<&str> = words(name).map(|(_, word)| word).collect();
    let capitals = parts.iter().filter(|part| part.starts_with(char::is_uppercase)).count();
    // Pronouns and descriptions are no names.
    let is_pronoun = parts.len() == 1 && PRONOUNS.contains(&name.to_lowercase().as_str());
    if is_pronoun
        || capitals == 0
        || capitals * 2 < parts.len()
        || fact.role == FactRole::Speaker && parts.first().is_some_and(|first| first.eq_ignore_ascii_case("the"))
    {
        return None;
    }
    let whole = plain(name);
    let mut near = None;
    for unit in naming(draft, &parts) {
        let text = plain(&unit.text);
        if let Some(at) = text.find(&whole)
            && is_whole(&text, at, whole.len())
        {
            let at = if unit.text.is_char_boundary(at) { at } else { 0 };
            if let Some(other) = super::role::beside(draft, fact) {
                return Some(other);
            }
            return Some(found(EvidenceStatus::AsWritten, vec![draft.place(unit, at)], ""));
        }
        if near.is_none() && parts.len() > 1 {
            near = misspelt(&parts, &unit.text).map(|(at, other)| (unit, at, other));
        }
    }
    if let Some((unit, at, other)) = near {
        let note = format!("the document has {other}");
        return Some(found(EvidenceStatus::Differs, vec![draft.place(unit, at)], note));
    }
    // Who speaks in a transcript by the last name is known by it.
    let speaker = draft.index.units.iter().find(|unit| {
        draft
            .index
            .passage(unit)
            .and_then(|passage| passage.speaker.as_deref())
            .is_some_and(|speaker| speaker.eq_ignore_ascii_case(name))
    });
    Some(speaker.map_or_else(nothing, |unit| found(EvidenceStatus::AsWritten, vec![draft.place(unit, 0)], "")))
}

/// The units that may have the name, or all but one of its parts, in their order: those that have one of its two
/// longest parts.
fn naming<'u>(draft: &'u Draft<'_>, parts: &[&str]) -> Vec<&'u Unit> {
    let mut longest: Vec<String> = parts.iter().map(|part| bare(part)).collect();
    longest.sort_by_key(|part| std::cmp::Reverse(part.len()));
    longest.truncate(2);
    draft.index.units_with(longest.iter().map(String::as_str))
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + length..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// A name in the text that is the same but for a few letters in one part.
fn misspelt(parts: &[&str], text: &str) -> Option<(usize, String)> {
    let all: Vec<(usize, &str)> = words(text).collect();
    all.windows(parts.len()).find_map(|window| {
        let mut off = 0;
        for ((_, word), part) in window.iter().zip(parts) {
            if word == part {
                continue;
            }
            let distance = distance(word, part);
            if distance == 0
                || distance > MOST_LETTERS
                || part.chars().count() < 5
                || !word.starts_with(char::is_uppercase)
            {
                return None;
            }
            off += 1;
        }
        let (first, last) = (window.first()?, window.last()?);
        let other = text.get(first.0..last.0 + last.1.len())?;
        (off == 1).then(|| (first.0, other.to_owned()))
    })
}

/// Whether two names are the same but for a few letters.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    (1..=MOST_LETTERS).contains(&distance(one, other))
}

/// Letters that are to be changed, added or taken away, in small letters.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.to_lowercase().chars().enumerate() {
        let mut corner = index;
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
        for (column, own) in other.iter().enumerate() {
            let above = row.get(column + 1).copied().unwrap_or(0);
            let left = row.get(column).copied().unwrap_or(0);
            let best = (above + 1).min(left + 1).min(corner + usize::from(*own != letter));
            corner = above;
            if let Some(cell) = row.get_mut(column + 1) {
                *cell = best;
            }
        }
    }
    row.last().copied().unwrap_or(0)
}
