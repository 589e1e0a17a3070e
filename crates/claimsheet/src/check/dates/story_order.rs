//! What ended before it began.

use crate::check::figures::is_on_calendar;
use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::dates::AFTER_ALL;
use crate::english::token::TokenKind::{Colon, Comma, Period, Semicolon};
use crate::text::phrase::Phrase;
use crate::text::span::Span;
use crate::text::value::DateValue;
use std::sync::LazyLock;

/// The lines of `data/event-order.txt`.
fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("../../../data/event-order.txt").lines().filter(|line| line.strip_prefix('#').is_none())
}

/// Verbs of beginnings, each with those that can only come later.
static ORDER: LazyLock<Vec<(Vec<Phrase>, Vec<Phrase>)>> = LazyLock::new(|| {
    let verbs = |list: &str| list.split(", ").map(Phrase::of).collect();
    lines().filter_map(|line| line.split_once(" | ")).map(|(earlier, later)| (verbs(earlier), verbs(later))).collect()
});

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let dates: Vec<_> = sentence.dates.iter().filter(|(_, date)| is_on_calendar(date)).collect();
        if dates.len() < 2 || sentence.words.has(AFTER_ALL) {
            continue;
        }
        for pair in dates.windows(2) {
            let [(first_span, first), (second_span, second)] = pair else { continue };
            let (Some(from), Some(to)) = (first.from, second.to) else { continue };
            if let Some((begun, end)) = verbs(draft, *first_span, *second_span).filter(|_| to < from) {
                let message = format!(
                    "{begun} \"{}\", {end} \"{}\": the end is before the beginning",
                    draft.text(*first_span),
                    draft.text(*second_span)
                );
                found.push(Found { places: vec![*first_span, *second_span], message });
            }
        }
        if let [(first_span, first), (second_span, second)] = dates.as_slice() {
            joined(draft, (*first_span, first), (*second_span, second), found);
        }
    }
}

/// The verbs before two dates, where the second can only come later.
fn verbs<'a>(draft: &CheckContext<'a>, first: Span, second: Span) -> Option<(&'a str, &'a str)> {
    let (before_first, before_second) = (draft.before_date(first), draft.before_date(second));
    ORDER.iter().find_map(|(earlier, later)| Some((verb(before_first, earlier)?, verb(before_second, later)?)))
}

/// The verb of a list with which a passage ends: "opened", no "re-opened".
fn verb<'a>(words: Passage<'a>, verbs: &[Phrase]) -> Option<&'a str> {
    let before = words.without_closing(verbs)?;
    (!before.last_is(words!["-"])).then(|| words.from(before.len()).text())
}

/// "It opened in 2010 after it was founded in 2015", "before …".
fn joined(draft: &CheckContext<'_>, first: (Span, &DateValue), second: (Span, &DateValue), found: &mut Vec<Found>) {
    let between = draft.between(first.0, second.0);
    let (after, before) = (between.has_word(words!["after"]), between.has_word(words!["before"]));
    let is_clause = !between.has_kind(&[Semicolon, Colon, Period])
        && between.count(Comma) <= 1
        && !between.has_word(words!["and", "but"])
        && !between.has_word(words!["“", "\""])
        && !between.has(phrases!["after which"]);
    let (Some(from), Some(to), Some(other_from), Some(other_to)) =
        (first.1.from, first.1.to, second.1.from, second.1.to)
    else {
        return;
    };
    let is_wrong = if after { to < other_from } else { from > other_to };
    if after != before && is_clause && is_wrong {
        let joint = if after { "after" } else { "before" };
        let message = format!("\"{}\" is told as {joint} \"{}\"", draft.text(first.0), draft.text(second.0));
        found.push(Found { places: vec![first.0, second.0], message });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_verbs_of_a_beginning_and_of_an_end() {
        assert_eq!(ORDER.len(), lines().count());
        assert!(
            ORDER.iter().flat_map(|(earlier, later)| earlier.iter().chain(later)).all(|verb| !verb.words().is_empty())
        );
    }
}
