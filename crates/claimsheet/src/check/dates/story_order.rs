//! What ended before it began.

use crate::check::{CheckContext, Found, dates};
use crate::text::span::Span;
use crate::text::value::{DateValue, Precision, TimeRelation};

/// Verbs of a beginning, with those that can only come later.
const ORDER: &[(&[&str], &[&str])] = &[
    (
        &["began", "begun", "started", "opened", "founded", "launched", "broke ground", "established"],
        &["completed", "ended", "finished", "concluded", "dissolved", "demolished", "abolished"],
    ),
    (&["closed"], &["reopened"]),
    (
        &["born"],
        &["died", "graduated", "married", "elected", "appointed", "retired", "joined", "founded", "emigrated", "hired"],
    ),
    (&["elected"], &["took office", "sworn in", "inaugurated"]),
    (&["married"], &["divorced"]),
    (&["arrested", "charged", "indicted"], &["convicted", "sentenced", "acquitted", "executed"]),
    (&["hired", "appointed", "enlisted"], &["fired", "resigned", "retired", "discharged"]),
];

/// Words of one who may be dead when it happens.
const AFTER_DEATH: &[&str] = &["posthumous", "not guilty", "again", "second time", "re-"];

/// What joins an event to the one that it came after.
const AFTER: &[&str] = &[" after "];

/// What joins an event to the one that it came before.
const BEFORE: &[&str] = &[" before "];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let dates: Vec<_> = dates(signals).into_iter().filter(|(_, date)| is_placed(date)).collect();
        if dates.len() < 2 {
            continue;
        }
        let lower = draft.text(read.span).to_ascii_lowercase();
        if AFTER_DEATH.iter().any(|word| lower.contains(word)) {
            continue;
        }
        for pair in dates.windows(2) {
            let [(first_span, first), (second_span, second)] = pair else { continue };
            let (Some(from), Some(to)) = (first.from, second.to) else { continue };
            let told = verbs(draft, *first_span, *second_span).filter(|_| to < from);
            if let Some((begun, end)) = told {
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

/// Whether a date is a day, month or year of the calendar.
fn is_placed(date: &DateValue) -> bool {
    matches!(date.relation, TimeRelation::Absolute)
        && matches!(date.precision, Precision::Day | Precision::Month | Precision::Year)
}

/// The verbs before two dates, where the second can only come later.
fn verbs(draft: &CheckContext<'_>, first: Span, second: Span) -> Option<(&'static str, &'static str)> {
    ORDER.iter().find_map(|(begun, ended)| Some((verb(draft, first, begun)?, verb(draft, second, ended)?)))
}

/// The verb of a list that stands right before a date.
fn verb(draft: &CheckContext<'_>, date: Span, verbs: &[&'static str]) -> Option<&'static str> {
    let before = draft.before(date).trim_end();
    let before = before.trim_end_matches(" in").trim_end_matches(" on").trim_end();
    verbs.iter().copied().find(|verb| {
        before
            .strip_suffix(verb)
            .is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_alphanumeric() || letter == '-'))
    })
}

/// "It opened in 2010 after it was founded in 2015", "before …".
fn joined(draft: &CheckContext<'_>, first: (Span, &DateValue), second: (Span, &DateValue), found: &mut Vec<Found>) {
    let between = draft.text(Span::new(first.0.end, second.0.start.max(first.0.end)));
    let one = |words: &[&str]| words.iter().any(|word| between.contains(word));
    let (after, before) = (one(AFTER), one(BEFORE));
    let is_plain = after != before && !between.contains([';', ':', '.', '“', '"']) && !between.contains("after which");
    let is_clause = between.matches(',').count() <= 1 && !between.contains(" and ") && !between.contains(" but ");
    let (Some(from), Some(to), Some(other_from), Some(other_to)) =
        (first.1.from, first.1.to, second.1.from, second.1.to)
    else {
        return;
    };
    let wrong = if after { to < other_from } else { from > other_to };
    if is_plain && is_clause && wrong {
        let joint = if after { "after" } else { "before" };
        let message = format!("\"{}\" is told as {joint} \"{}\"", draft.text(first.0), draft.text(second.0));
        found.push(Found { places: vec![first.0, second.0], message });
    }
}
