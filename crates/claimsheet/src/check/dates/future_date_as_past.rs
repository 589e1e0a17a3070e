//! A date after publication, told as past.

use crate::check::figures::{has_year, is_on_calendar};
use crate::check::{CheckContext, CheckedSentence, Found};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::token::TokenKind::{Colon, Comma, Dash, Period, Quote, Semicolon};
use crate::english::token::{Case, Token};
use crate::text::span::Span;

/// Most words between the verb and its date.
const BETWEEN: usize = 6;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let Some(published) = draft.document.meta.published else { return };
    for sentence in &draft.sentences {
        for (span, date) in &sentence.dates {
            let is_to_come = date.from.is_some_and(|from| from > published);
            if !is_to_come || !is_on_calendar(date) || !has_year(draft.passage(*span)) {
                continue;
            }
            let told = verb_before(draft, *span).or_else(|| verb_after(draft, sentence, *span));
            if let Some(told) = told {
                let told = draft.text(told);
                let message = format!("\"{told}\" is told as past, and is after the day of publication, {published}");
                found.push(Found { places: vec![*span], message });
            }
        }
    }
}

fn is_past(token: &Token) -> bool {
    token.case == Case::Lower && token.is(Class::EventVerb)
}

/// Whether a passage holds a mark that ends a clause, or the end of a quotation that began before it.
fn ends_clause(words: Passage<'_>) -> bool {
    let quotes = words.tokens.iter().filter(|token| token.is(words!["“", "”", "\""])).count();
    words.has_kind(&[Comma, Semicolon, Colon, Dash]) || quotes % 2 == 1
}

/// "Visited the town on June 14, 2027": a verb in the past, its object, and "on" or "in" with the date. From the
/// verb to the date.
fn verb_before(draft: &CheckContext<'_>, date: Span) -> Option<Span> {
    let before = draft.preceding(date);
    let words = draft.before_date(date);
    let has_preposition = words.len() < before.len() || draft.passage(date).first_is(words!["on", "in"]);
    let at = words.tokens.iter().rposition(is_past)?;
    let between = words.from(at + 1);
    let is_near = if has_preposition { between.word_count() <= BETWEEN } else { between.is_empty() };
    let is_clause = !ends_clause(between) && !between.has_word(Class::FutureContext);
    let is_told = !words.first(at).last_is(Class::FutureContext);
    (is_near && is_clause && is_told).then_some(words.tokens.get(at)?.span.cover(date))
}

/// "In 2027, the council bought the mill": the date first, then, without a mark, a verb in the past. From the date
/// to the verb.
fn verb_after(draft: &CheckContext<'_>, sentence: &CheckedSentence<'_>, date: Span) -> Option<Span> {
    let after = draft.following(date).without_opening(phrases![","])?;
    let clause = after.up_to(&[Comma, Semicolon, Colon, Dash, Period, Quote]);
    let verb = clause.first_words(BETWEEN).tokens.iter().position(is_past)?;
    let is_told = date.start == sentence.record.span.start && !clause.has_word(Class::FutureContext);
    is_told.then_some(date.cover(clause.tokens.get(verb)?.span))
}
