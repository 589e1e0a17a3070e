//! "From A to B", "B, up from A": two figures of which one became the other.

use crate::check::figures::{decimals, year_at};
use crate::check::{CheckContext, CheckedSentence};
use crate::english::passage::Passage;
use crate::english::token::TokenKind::{Colon, Comma, Open, Period, Semicolon};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

/// A change told with both its figures.
pub(crate) struct Change {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// What the rounding of either, as written, may hide.
    pub(crate) slack: (f64, f64),
    /// Both figures with what is between them.
    pub(crate) span: Span,
}

/// The changes that a sentence tells.
pub(crate) fn changes(draft: &CheckContext<'_>, sentence: &CheckedSentence<'_>) -> Vec<Change> {
    let all = &sentence.quantities;
    let mut found: Vec<Change> = all.iter().filter_map(|(span, one)| in_one(draft, *span, one)).collect();
    for pair in all.windows(2) {
        let [(first_span, first), (second_span, second)] = pair else { continue };
        let between = draft.between(*first_span, *second_span);
        let same =
            first.form == second.form && (first.unit == second.unit || first.unit.is_empty() || second.unit.is_empty());
        if !is_figure(first) || !is_figure(second) || !same || first.upper.is_some() || second.upper.is_some() {
            continue;
        }
        let span = first_span.cover(*second_span);
        let slack = |one: &Quantity, span: Span| slack(one.amount, one.scale, draft.passage(span));
        let before = draft.preceding(*first_span);
        let forward = is_to(between) && before.last_is(words!["from"]);
        let swapped = between.is(phrases!["from"]) && before.last_is(words!["to"]);
        if forward {
            let slack = (slack(first, *first_span), slack(second, *second_span));
            found.push(Change { from: first.amount, to: second.amount, slack, span });
        } else if swapped || is_back(between) {
            let slack = (slack(second, *second_span), slack(first, *first_span));
            found.push(Change { from: second.amount, to: first.amount, slack, span });
        }
    }
    found.retain(|change| change.from > 0.0 && change.to > 0.0);
    found
}

/// A range behind "from" is a change.
fn in_one(draft: &CheckContext<'_>, span: Span, one: &Quantity) -> Option<Change> {
    let to = one.upper.filter(|_| is_figure(one) && draft.preceding(span).last_is(words!["from"]))?;
    let words = draft.passage(span);
    let joint = words.place_of(phrases!["to"])?;
    let slack = |amount: f64, words: Passage<'_>| slack(amount, one.scale, words);
    let slack = (slack(one.amount, words.first(joint.start)), slack(to, words.from(joint.end)));
    Some(Change { from: one.amount, to, slack, span })
}

/// Most words between a figure and "up from", as in "$2.9 million on buses last year, up from".
const BETWEEN: usize = 8;

/// ", up from", ", compared with", right behind the first figure or behind what it is of.
fn is_back(between: Passage<'_>) -> bool {
    let is_near = between.word_count() <= BETWEEN
        && between.count(Comma) <= 1
        && !between.has_kind(&[Semicolon, Colon, Period, Open])
        && !between.has_word(words!["“", "\""]);
    let joint = between.closes_with(phrases!["up from", "down from", ", compared with"]);
    between.is(phrases![", from"]) || is_near && joint
}

/// "to", or "in 2022 to".
fn is_to(between: Passage<'_>) -> bool {
    let year = between.without_opening(phrases!["in"]).and_then(|year| year.without_closing(phrases!["to"]));
    between.is(phrases!["to"]) || year.is_some_and(|year| year.len() == 1 && year_at(year, 0).is_some())
}

fn is_figure(one: &Quantity) -> bool {
    matches!(one.form, Form::Money | Form::Count | Form::Measure)
}

/// Half of the last digit of a figure in millions and the like; nothing for one written out.
fn slack(amount: f64, scale: f64, words: Passage<'_>) -> f64 {
    let scale = if amount >= scale { scale } else { 1.0 };
    if scale <= 1.0 {
        return 0.0;
    }
    (0..decimals(words)).fold(scale * 0.5, |half, _| half / 10.0)
}
