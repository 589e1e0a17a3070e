//! One abbreviation for two names.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Small words that a name may hold.
const JOINTS: &[&str] = &["of", "and", "the", "for", "on", "in", "de", "&"];

/// An abbreviation in brackets with the name before it.
pub(crate) struct Bracketed<'a> {
    pub(crate) short: &'a str,
    pub(crate) name: Vec<&'a str>,
    /// The name.
    pub(crate) span: Span,
}

/// The abbreviations in brackets behind as many capitalised words as they have letters.
pub(crate) fn bracketed<'a>(draft: &CheckContext<'a>) -> impl Iterator<Item = Bracketed<'a>> {
    let prose = draft.document.prose.as_str();
    prose.match_indices(" (").filter_map(move |(open, _)| {
        let inside = prose.get(open + 2..)?;
        let length = inside.bytes().take(9).take_while(u8::is_ascii_uppercase).count();
        let short = inside.get(..length)?;
        if !(3..=8).contains(&length) || inside.as_bytes().get(length) != Some(&b')') {
            return None;
        }
        let name = name_before(draft.before(Span::at(open, open)), length)?;
        let start = name.first().map_or(open, |word| word.as_ptr() as usize - prose.as_ptr() as usize);
        Some(Bracketed { short, name, span: Span::at(start, open) })
    })
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut names: BTreeMap<&str, Vec<(Vec<&str>, Span)>> = BTreeMap::new();
    for Bracketed { short, name, span } in bracketed(draft) {
        let known = names.entry(short).or_default();
        if let Some((other, at)) = known.iter().find(|(other, _)| !is_same(other, &name)) {
            let message = format!("{short} is \"{}\" here, \"{}\" there", other.join(" "), name.join(" "));
            found.push(Found { places: vec![*at, span], message });
        }
        if known.is_empty() {
            known.push((name, span));
        }
    }
}

/// The words of a name, as many capitalised ones as the abbreviation has letters, right before it.
fn name_before(before: &str, letters: usize) -> Option<Vec<&str>> {
    let mut words = Vec::new();
    let mut capitals = 0;
    for word in before.rsplit(' ').filter(|word| !word.is_empty()) {
        let is_capital = word.starts_with(char::is_uppercase);
        if !is_capital && !JOINTS.contains(&word) || word.ends_with(['.', ',', ';', ':']) {
            break;
        }
        words.push(word);
        capitals += usize::from(is_capital);
        if capitals == letters {
            words.reverse();
            return Some(words);
        }
    }
    None
}

fn is_same(one: &[&str], other: &[&str]) -> bool {
    let plain = |words: &[&str]| -> Vec<String> {
        let big = words.iter().filter(|word| !JOINTS.contains(word));
        big.map(|word| word.to_lowercase().trim_end_matches('s').to_owned()).collect()
    };
    plain(one) == plain(other)
}
