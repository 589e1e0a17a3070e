//! The day on which an article was published, where only its own lines say so: `First published 3 March 2026` at its
//! beginning or end, or a line under the headline that is but a day.

use crate::front_matter;
use chrono::NaiveDate;
use claimsheet::text::document::{BlockKind, Document};

/// Lines at an article's beginning and end that may say when it was published.
const EDGE: usize = 8;

/// Most words of such a line.
const MOST_WORDS: usize = 8;

/// Words before the day of a line under the headline, in small letters.
const LABELS: &[&str] = &["published", "posted", "updated", "last", "date", "on", "dated"];

/// The days of the week, in small letters, as such a line may have them.
const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The day that the lines of a document tell.
pub(super) fn of(document: &Document) -> Option<NaiveDate> {
    let blocks = &document.blocks;
    let text = |at: usize| blocks.get(at).map_or("", |block| document.text(block.span));
    let end = blocks.len().saturating_sub(EDGE).max(EDGE);
    let edges = (0..blocks.len().min(EDGE)).chain(end..blocks.len());
    let first_published = edges.map(text).find_map(first_published);
    first_published.or_else(|| {
        let above = blocks.iter().take_while(|block| !is_of_text(document.text(block.span), block.kind));
        // The days of a chronicle are headings.
        let lines = above.take(EDGE).filter(|block| block.kind == BlockKind::Paragraph);
        lines.map(|block| document.text(block.span)).find_map(alone)
    })
}

/// Whether a block belongs to the text itself, above which the day of its publication stands.
fn is_of_text(text: &str, kind: BlockKind) -> bool {
    kind == BlockKind::Paragraph && text.split_whitespace().nth(MOST_WORDS).is_some()
}

/// The day of a line that says nothing but when the article was first published.
fn first_published(text: &str) -> Option<NaiveDate> {
    let lead = text.get(.."first published".len())?;
    if !lead.eq_ignore_ascii_case("first published") {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().skip(2).map(bare).collect();
    let dates = words.windows(3).take(3).filter_map(|date| front_matter::day(&date.join(" ")));
    dates.into_iter().next().filter(|_| words.len() <= MOST_WORDS)
}

/// The day of a line that is but a day: `3 March 2026`, `Published: Tuesday, March 3, 2026`, `2026-03-03`.
fn alone(text: &str) -> Option<NaiveDate> {
    let is_beside = |word: &&str| {
        let word = bare(word).to_lowercase();
        LABELS.contains(&&*word) || WEEKDAYS.contains(&&*word)
    };
    let words: Vec<&str> = text.split_whitespace().skip_while(is_beside).collect();
    let day: Vec<&str> = words.iter().map(|word| bare(word)).collect();
    match day.as_slice() {
        [iso] if iso.len() == "2026-03-03".len() => front_matter::day(iso),
        [_, _, _] => front_matter::day(&day.join(" ")).or_else(|| front_matter::day(&words.join(" "))),
        _ => None,
    }
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches([',', '.', ':', '*', '_', '(', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_but_a_day_tells_it_and_one_that_holds_more_does_not() {
        for line in [
            "3 March 2026",
            "March 3, 2026",
            "2026-03-03",
            "Published: Tuesday, March 3, 2026",
            "Tuesday 3 March 2026",
            "Last updated on 3 March 2026",
        ] {
            assert_eq!(alone(line).map(|day| day.to_string()).as_deref(), Some("2026-03-03"), "{line}");
        }
        for line in ["March 2026", "3 March", "Since 3 March 2026", "3 March 2026 was cold", "Tuesday", ""] {
            assert_eq!(alone(line), None, "{line}");
        }
    }
}
