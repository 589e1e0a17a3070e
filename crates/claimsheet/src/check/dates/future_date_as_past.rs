//! A date after publication, told as past.

use crate::check::{CheckContext, Found, dates};
use crate::text::span::Span;
use crate::text::value::{Precision, TimeRelation};

/// Verbs that tell that something has happened.
const PAST: &[&str] = &[
    "opened",
    "reopened",
    "died",
    "announced",
    "signed",
    "launched",
    "began",
    "closed",
    "ended",
    "voted",
    "arrived",
    "resigned",
    "happened",
    "occurred",
    "won",
    "lost",
    "met",
    "fell",
    "rose",
    "said",
    "told",
    "issued",
    "ruled",
    "published",
    "released",
    "arrested",
    "convicted",
    "sentenced",
    "approved",
    "passed",
    "completed",
    "struck",
    "burned",
    "sank",
    "left",
    "bought",
    "sold",
    "visited",
    "founded",
    "elected",
    "killed",
    "built",
    "banned",
    "appointed",
    "moved",
    "joined",
    "married",
    "retired",
    "testified",
    "took",
];

/// Words between a verb and a date, or before the verb, that make it something to come.
const TO_COME: &[&str] = &[
    "be",
    "being",
    "is",
    "are",
    "have",
    "if",
    "when",
    "once",
    "until",
    "unless",
    "to",
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "that",
    "for",
    "through",
    "due",
    "expected",
    "scheduled",
    "planned",
    "set",
    "by",
    "which",
    "who",
    "starting",
    "beginning",
    "effective",
    "from",
    "after",
    "before",
];

/// Most words between the verb and its date.
const BETWEEN: usize = 6;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for (read, signals) in draft.sentences() {
        for (span, date) in dates(signals) {
            let text = draft.text(span);
            let has_year = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
            let day = date.relation == TimeRelation::Absolute
                && matches!(date.precision, Precision::Day | Precision::Month | Precision::Year);
            if !day || !has_year || date.from.is_none_or(|from| from <= published) {
                continue;
            }
            if let Some(told) = verb_before(draft, read.span, span).or_else(|| verb_behind(draft, read.span, span)) {
                let message = format!("\"{told}\" is told as past, and is after the day of publication, {published}");
                found.push(Found { places: vec![span], message });
            }
        }
    }
}

/// "Visited the town on June 14, 2027": a verb in the past, its object, and "on" or "in" with the date.
fn verb_before<'a>(draft: &CheckContext<'a>, sentence: Span, date: Span) -> Option<&'a str> {
    let before = draft.before_in(sentence, date);
    let text = draft.text(date);
    let words: Vec<&str> = before.split_whitespace().collect();
    let (last, earlier) = words.split_last()?;
    let has_preposition = text.starts_with("on ") || text.starts_with("in ");
    let words = if matches!(*last, "on" | "in") { earlier } else { words.as_slice() };
    if !has_preposition && words.len() == earlier.len() + 1 && !PAST.contains(last) {
        return None;
    }
    let from_end = words.iter().rev().take(BETWEEN + 1).position(|word| PAST.contains(word))?;
    let at = words.len() - 1 - from_end;
    let between = words.get(at + 1..)?;
    let is_clause =
        !between.iter().any(|word| TO_COME.contains(word) || word.ends_with([',', ';', ':', '—', '”', '"']));
    let is_past = at.checked_sub(1).and_then(|at| words.get(at)).is_none_or(|word| !TO_COME.contains(word));
    let verb = *words.get(at)?;
    let start = date.start as usize - before.len() + (verb.as_ptr() as usize - before.as_ptr() as usize);
    (is_clause && is_past).then(|| draft.text(Span::at(start, date.end as usize)))
}

/// "In 2027, the council bought the mill": the date first, then, without a mark, a verb in the past.
fn verb_behind<'a>(draft: &CheckContext<'a>, sentence: Span, date: Span) -> Option<&'a str> {
    let behind = draft.behind_in(sentence, date).strip_prefix(", ")?;
    let clause = behind.split([',', ';', ':', '—', '“', '"', '.']).next()?;
    let words: Vec<&str> = clause.split_whitespace().collect();
    let at = words.iter().take(BETWEEN).position(|word| PAST.contains(word))?;
    let opens = date.start == sentence.start && words.iter().all(|word| !TO_COME.contains(word));
    let verb = *words.get(at)?;
    let end = verb.as_ptr() as usize + verb.len() - behind.as_ptr() as usize;
    opens.then(|| draft.text(Span::at(date.start as usize, date.end as usize + 2 + end)))
}
