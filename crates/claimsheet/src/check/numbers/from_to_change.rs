//! "From A to B", "B, up from A": two figures of which one became the other.

use crate::check::quantities;
use crate::signal::Signal;
use crate::text::document::Document;
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
pub(crate) fn changes(document: &Document, signals: &[Signal]) -> Vec<Change> {
    let all = quantities(signals);
    let mut found: Vec<Change> = all.iter().filter_map(|(span, one)| in_one(document, *span, one)).collect();
    for pair in all.windows(2) {
        let [(first_span, first), (second_span, second)] = pair else { continue };
        let between = document.text(Span::new(first_span.end, second_span.start.max(first_span.end))).trim();
        let same =
            first.form == second.form && (first.unit == second.unit || first.unit.is_empty() || second.unit.is_empty());
        if !is_figure(first) || !is_figure(second) || !same || first.upper.is_some() || second.upper.is_some() {
            continue;
        }
        let span = first_span.cover(*second_span);
        let slack = |one: &Quantity, span: Span| slack(one.amount, one.scale, document.text(span));
        let forward = is_to(between) && is_from(document, *first_span);
        let backward = is_back(between);
        let swapped = between == "from" && is_behind(document, *first_span, " to");
        if forward {
            let slack = (slack(first, *first_span), slack(second, *second_span));
            found.push(Change { from: first.amount, to: second.amount, slack, span });
        } else if backward || swapped {
            let slack = (slack(second, *second_span), slack(first, *first_span));
            found.push(Change { from: second.amount, to: first.amount, slack, span });
        }
    }
    found.retain(|change| change.from > 0.0 && change.to > 0.0);
    found
}

/// A range behind "from" is a change.
fn in_one(document: &Document, span: Span, one: &Quantity) -> Option<Change> {
    let to = one.upper.filter(|_| is_figure(one))?;
    let (low, high) = document.text(span).split_once(" to ")?;
    is_from(document, span).then(|| Change {
        from: one.amount,
        to,
        slack: (slack(one.amount, one.scale, low), slack(to, one.scale, high)),
        span,
    })
}

/// Most words between a figure and "up from", as in "$2.9 million on buses last year, up from".
const BETWEEN: usize = 8;

/// ", up from", ", compared with", right behind the first figure or behind what it is of.
fn is_back(between: &str) -> bool {
    let is_near = between.split_whitespace().count() <= BETWEEN && !between.contains([';', ':', '.', '“', '"', '(']);
    let joint = ["up from", "down from", ", compared with"].iter().any(|joint| between.ends_with(joint));
    between == ", from" || is_near && joint && between.matches(',').count() <= 1
}

/// "to", or "in 2022 to".
fn is_to(between: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().collect();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words.as_slice(), ["to"]) || matches!(words.as_slice(), ["in", year, "to"] if is_year(year))
}

fn is_figure(one: &Quantity) -> bool {
    matches!(one.form, Form::Money | Form::Count | Form::Measure)
}

fn is_from(document: &Document, span: Span) -> bool {
    is_behind(document, span, "from")
}

fn is_behind(document: &Document, span: Span, word: &str) -> bool {
    document.prose.get(..span.start as usize).unwrap_or("").trim_end().ends_with(word)
}

/// Half of the last digit of a figure in millions and the like; nothing for one written out.
fn slack(amount: f64, scale: f64, text: &str) -> f64 {
    let scale = if amount >= scale { scale } else { 1.0 };
    if scale <= 1.0 {
        return 0.0;
    }
    let decimals = text.split_once('.').map_or(0, |(_, behind)| behind.bytes().take_while(u8::is_ascii_digit).count());
    (0..decimals).fold(scale * 0.5, |half, _| half / 10.0)
}
