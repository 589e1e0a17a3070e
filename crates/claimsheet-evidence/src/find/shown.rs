//! What is shown of a place: which of its words bear on the fact, and what stands around it in its file.

use super::Draft;
use crate::index::Unit;
use crate::passage::{Cell, Passage, Row, SourceFile, Table};
use crate::terms::{terms, words};
use claimsheet::claim::{ByteRange, EvidencePlace};
use std::ops::Range;

/// How much of what stands around a passage is shown on each side, in characters.
const AROUND: usize = 280;

/// A sentence or cell as a place, with the value that begins at byte `at` of it marked.
pub(super) fn of_unit(draft: &Draft<'_>, unit: &Unit, at: usize) -> EvidencePlace {
    let place = draft.index.place(unit, at);
    let value = value_at(unit, at);
    let shown = EvidencePlace::new(draft.index.path(unit).to_owned(), place, unit.text.clone());
    let (before, after) = draft
        .index
        .backing
        .files
        .get(unit.file)
        .map(|file| around(file, unit.passage, unit.start..unit.start + unit.text.len()))
        .unwrap_or_default();
    shown.marking(marks(&draft.claim.text, &unit.text, value)).between(before, after)
}

/// A stretch of the words of a passage as a place; the words of the passages behind it may follow in `text`.
pub(super) fn of_words(
    draft: &Draft<'_>,
    file: &SourceFile,
    passage: &Passage,
    text: &str,
    stretch: Range<usize>,
) -> EvidencePlace {
    let place = passage.place(stretch.start.min(passage.text.len()));
    let words = text.get(stretch.clone()).unwrap_or("").to_owned();
    let number = file.passages.iter().position(|other| std::ptr::eq(other, passage)).unwrap_or(0);
    let (before, mut after) = around(file, number, stretch.clone());
    if stretch.end > passage.text.len() {
        after = first_words(text.get(stretch.end..).unwrap_or(""));
    }
    let marked = marks(&draft.claim.text, &words, None);
    EvidencePlace::new(file.path.clone(), place, words).marking(marked).between(before, after)
}

/// A cell from which something was computed, as a place.
pub(super) fn of_cell(file: &SourceFile, cell: &Cell) -> EvidencePlace {
    let place = EvidencePlace::new(file.path.clone(), cell.place.clone(), cell.text.clone());
    let here = |row: &Row| row.cells.iter().position(|other| std::ptr::eq(other, cell));
    let found = file.tables.iter().find_map(|table| table.rows.iter().find_map(|row| Some((table, row, here(row)?))));
    let (before, after) = found.map(|(table, row, column)| row_around(table, row, column)).unwrap_or_default();
    place.marking(whole(&cell.text)).between(before, after)
}

/// Leaves of each passage one place, with all that is marked in it.
pub(super) fn once(places: &mut Vec<EvidencePlace>) {
    let mut kept: Vec<EvidencePlace> = Vec::with_capacity(places.len());
    for place in places.drain(..) {
        let is_same = |known: &&mut EvidencePlace| {
            (&known.file, &known.passage, &known.before) == (&place.file, &place.passage, &place.before)
        };
        match kept.iter_mut().find(is_same) {
            Some(known) => {
                known.marked =
                    joined(&place.passage, known.marked.iter().chain(&place.marked).copied().map(bytes).collect());
            }
            None => kept.push(place),
        }
    }
    *places = kept;
}

fn bytes(range: ByteRange) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// All of a text.
fn whole(text: &str) -> Vec<ByteRange> {
    if text.is_empty() { Vec::new() } else { vec![ByteRange { start: 0, end: text.len() as u32 }] }
}

/// The number, date or all of a cell that begins at a byte of a unit.
fn value_at(unit: &Unit, at: usize) -> Option<Range<usize>> {
    if unit.is_cell {
        return Some(0..unit.text.len());
    }
    let numbers = unit.quantities.iter().map(|(from, to, _)| *from..*to);
    numbers.chain(unit.dates.iter().map(|(from, to, _)| *from..*to)).find(|value| value.start == at)
}

/// The bytes of `text` that a claim has too, common words aside, and those of `value`. Words that stand side by side
/// are one.
fn marks(claim: &str, text: &str, value: Option<Range<usize>>) -> Vec<ByteRange> {
    let own = terms(claim);
    let is_shared = |word: &str| {
        let is_number = word.starts_with(|letter: char| letter.is_ascii_digit());
        is_number && whole_words(claim).any(|(_, own)| own == word)
            || terms(word).iter().any(|(_, term)| own.iter().any(|(_, own)| own == term))
    };
    let shared = whole_words(text).filter(|(_, word)| is_shared(word)).map(|(at, word)| at..at + word.len());
    joined(text, shared.chain(value.filter(|value| !value.is_empty())).collect())
}

/// Ranges of a text in their order; those that touch, or stand side by side, are one.
fn joined(text: &str, mut all: Vec<Range<usize>>) -> Vec<ByteRange> {
    all.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in all {
        match joined.last_mut() {
            Some(last) if is_joint(text.get(last.end.min(range.start)..range.start)) => {
                last.end = last.end.max(range.end);
            }
            _ => joined.push(range),
        }
    }
    joined.into_iter().map(|range| ByteRange { start: range.start as u32, end: range.end as u32 }).collect()
}

/// The words of a text, numbers with their commas and points: "48,212" is one.
fn whole_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut all = words(text).peekable();
    std::iter::from_fn(move || {
        let (at, word) = all.next()?;
        let mut end = at + word.len();
        while is_digit(end.wrapping_sub(1))
            && is_digit(end + 1)
            && matches!(text.as_bytes().get(end), Some(b',' | b'.'))
        {
            let Some((next, word)) = all.next_if(|(next, _)| *next == end + 1) else { break };
            end = next + word.len();
        }
        Some((at, text.get(at..end)?))
    })
}

/// Whether words on both sides of it are shown as one.
fn is_joint(between: Option<&str>) -> bool {
    between.is_some_and(|between| {
        between.chars().all(|letter| letter.is_whitespace() || matches!(letter, '-' | ',' | '.'))
    })
}

/// What stands before and behind a stretch of a passage.
fn around(file: &SourceFile, passage: usize, stretch: Range<usize>) -> (String, String) {
    let Some(own) = file.passages.get(passage) else { return Default::default() };
    if let Some((table, row, column)) = own.cell {
        let found = file.tables.get(table).and_then(|table| Some((table, table.rows.get(row)?)));
        return found.map(|(table, row)| row_around(table, row, column)).unwrap_or_default();
    }
    let mut before = format!("{}{}", speaker(own), own.text.get(..stretch.start).unwrap_or(""));
    let prose = |one: &&Passage| one.cell.is_none() && !one.text.trim().is_empty();
    for earlier in file.passages.iter().take(passage).rev().filter(prose) {
        if before.len() >= AROUND {
            break;
        }
        before = format!("{}{}\n{before}", speaker(earlier), earlier.text.trim());
    }
    let mut after = own.text.get(stretch.end..).unwrap_or("").to_owned();
    for later in file.passages.iter().skip(passage + 1).filter(prose) {
        if after.len() >= AROUND {
            break;
        }
        after = format!("{after}\n{}{}", speaker(later), later.text.trim());
    }
    (last_words(&before), first_words(&after))
}

/// Who speaks, as transcripts have it.
fn speaker(passage: &Passage) -> String {
    passage.speaker.as_ref().map(|speaker| format!("{speaker}: ")).unwrap_or_default()
}

/// The cells of a row with their heads, to the left and to the right of one.
fn row_around(table: &Table, row: &Row, column: usize) -> (String, String) {
    let head = |at: usize| table.heads.get(at).map_or("", |head| head.trim());
    let labelled = |(at, cell): (usize, &Cell)| match (head(at), cell.text.trim()) {
        (_, "") => None,
        ("", text) => Some(text.to_owned()),
        (head, text) => Some(format!("{head}: {text}")),
    };
    let cells = |range: Range<usize>| -> Vec<String> {
        row.cells.iter().enumerate().filter(|(at, _)| range.contains(at)).filter_map(labelled).collect()
    };
    let mut before = cells(0..column);
    before.push(if head(column).is_empty() { String::new() } else { format!("{}: ", head(column)) });
    // An empty one in front puts the mark before the first.
    let mut after = vec![String::new()];
    after.extend(cells(column + 1..row.cells.len()));
    (last_words(&before.join("; ")), first_words(&after.join("; ")))
}

/// The end of a text, from the begin of a word.
fn last_words(text: &str) -> String {
    let Some((from, _)) = text.char_indices().rev().nth(AROUND) else { return text.to_owned() };
    let cut = text.get(from..).unwrap_or("");
    format!("… {}", cut.split_once(char::is_whitespace).map_or(cut, |(_, rest)| rest).trim_start())
}

/// The begin of a text, to the end of a word.
fn first_words(text: &str) -> String {
    let Some((to, _)) = text.char_indices().nth(AROUND) else { return text.trim_end().to_owned() };
    let cut = text.get(..to).unwrap_or("");
    format!("{} …", cut.rsplit_once(char::is_whitespace).map_or(cut, |(first, _)| first).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_claim_has_too_is_marked_and_the_value_that_was_compared() {
        let text = "The ferry carried 48,212 passengers, and 12 dogs.";
        let at = text.find("48,212").unwrap();
        let marked = marks("The ferries took 84,212 passengers.", text, Some(at..at + "48,212 passengers".len()));
        let shown: Vec<&str> = marked.iter().map(|range| &text[range.start as usize..range.end as usize]).collect();
        assert_eq!(shown, ["ferry", "48,212 passengers"]);
        assert!(marks("48,212 went", "84,212 stayed", None).is_empty());
    }
}
