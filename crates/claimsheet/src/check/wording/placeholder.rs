//! What was to be filled in and was not.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;

/// Marks that stand as a word of their own.
pub(crate) const WORDS: &[&str] =
    &["TK", "TKTK", "TKTKTK", "TKK", "XX", "XXX", "XXXX", "XXXXX", "FIXME", "TODO", "TBD", "TBC", "00", "000", "0000"];

/// Whether a mark may begin with these two bytes.
fn may_begin(pair: &[u8]) -> bool {
    matches!(pair, b"TK" | b"XX" | b"FI" | b"TO" | b"TB" | b"00")
}

/// Marks within square brackets or anywhere.
const PHRASES: &[&str] = &[
    "[verify",
    "[check",
    "[citation needed",
    "[source?",
    "[name]",
    "[date]",
    "[tk",
    "[ck",
    "[todo",
    "[figure",
    "[number",
    "[add ",
    "[insert",
    "lorem ipsum",
    "???",
    "@@@",
    "to come]",
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let text = draft.text(read.span);
        let bytes = text.as_bytes();
        let may = memchr::memchr3(b'[', b']', b'?', bytes).is_some()
            || memchr::memchr(b'@', bytes).is_some()
            || text.contains("orem ");
        let phrase = may
            .then(|| text.to_ascii_lowercase())
            .and_then(|lower| PHRASES.iter().find_map(|phrase| Some((lower.find(phrase)?, phrase.len()))));
        let is_mark = |word: &&str| {
            let capitals = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'0');
            capitals && WORDS.contains(word) && !is_figure(text, word)
        };
        let has_marks = || bytes.windows(2).any(may_begin);
        let word = || {
            if !has_marks() {
                return None;
            }
            text.split(|letter: char| !letter.is_alphanumeric())
                .find(is_mark)
                .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word.len()))
        };
        if let Some((at, length)) = phrase.or_else(word) {
            let start = read.span.start + at as u32;
            let span = Span::new(start, start + length as u32);
            found.push(Found {
                places: vec![span],
                message: format!("\"{}\" is still to be filled in", draft.text(span)),
            });
        }
    }
}

/// Whether zeros are the end of a figure, a time or a part number: "12,000", "10:00", "1.00", "A-00".
fn is_figure(text: &str, word: &str) -> bool {
    let at = word.as_ptr() as usize - text.as_ptr() as usize;
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let behind = text.get(at + word.len()..).and_then(|behind| behind.chars().next());
    if text.get(..at).is_some_and(|before| {
        before.trim_end().ends_with(',')
            && before.trim_end_matches([' ', ',']).ends_with(|digit: char| digit.is_ascii_digit())
    }) {
        return true;
    }
    // "00.35", the time of an entry.
    let is_time = text.get(at + word.len()..).is_some_and(|behind| {
        behind.strip_prefix('.').is_some_and(|minutes| minutes.starts_with(|digit: char| digit.is_ascii_digit()))
    });
    if is_time {
        return true;
    }
    let joins = |letter: Option<char>| matches!(letter, Some(',' | ':' | '.' | '-' | '’' | '\'' | '/' | '–'));
    word.starts_with('0') && (joins(before) || behind != Some('.') && joins(behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_and_phrase_is_looked_for() {
        assert!(WORDS.iter().all(|mark| may_begin(&mark.as_bytes()[..2])));
        assert!(PHRASES.iter().all(|phrase| phrase.contains(['[', ']', '?', '@']) || phrase.contains("orem ")));
    }
}
