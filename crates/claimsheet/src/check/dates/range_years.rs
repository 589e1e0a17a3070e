//! A span of years whose end is before its beginning.

use crate::check::dates::year_range::year_ranges;
use crate::check::{CheckContext, Found};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::token::TokenKind::{Close, Comma, Exclamation, Period, Question, Semicolon};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for words in draft.sentences.iter().map(|sentence| sentence.words) {
        for range in year_ranges(words).filter(|range| range.from > range.to) {
            let next = words.from(range.tokens.end);
            let ends = if range.in_brackets { next.first_is(Close) } else { ends_phrase(next) };
            // Years before Christ count down.
            if ends && !words.has_word(words!["bc", "b.c.", "b.c.e."]) {
                let span = words.slice(range.tokens).span();
                let message = format!("\"{}\": the end is before the beginning", draft.text(span));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}

/// Whether no noun can follow, which would make the span one of counts: "from 1998 to 1650 seats".
fn ends_phrase(next: Passage<'_>) -> bool {
    let marks = &[Comma, Period, Semicolon, Close, Question, Exclamation];
    next.is_empty() || next.first(1).has_kind(marks) || next.first_is(Class::FunctionWord)
}
