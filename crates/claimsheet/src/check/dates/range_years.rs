//! A span of years whose end is before its beginning.

use crate::check::dates::duration::year;
use crate::check::{CheckContext, Found, has_run};
use crate::text::span::Span;

/// What opens a span of years, and what joins its ends.
const SHAPES: &[(&str, &str)] =
    &[("rom ", " to "), ("rom ", " until "), ("etween ", " and "), ("(", "-"), ("(", "–"), ("(", "—")];

/// Words that may follow a span of years; behind other words it is one of counts ("1998 to 1650 seats").
const NEXT: &[&str] = &["the", "a", "he", "she", "it", "they", "and", "as", "when", "under", "in", "at", "of"];

/// Marks of years that count down.
const BEFORE_CHRIST: &[&str] = &["BC", "B.C.", "B.C.E"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let sentence = draft.text(read.span);
        if !has_run(sentence, 4, |byte| byte.is_ascii_digit()) {
            continue;
        }
        for (opening, joint) in SHAPES {
            for (at, _) in sentence.match_indices(opening) {
                let start = at + opening.len();
                let Some(length) = sentence.get(start..).and_then(|rest| backwards(rest, joint, *opening == "("))
                else {
                    continue;
                };
                if BEFORE_CHRIST.iter().any(|mark| sentence.contains(mark)) {
                    continue;
                }
                let base = read.span.start as usize + start;
                let span = Span::at(base, base + length);
                let message = format!("\"{}\": the end is before the beginning", draft.text(span));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}

/// The length in bytes of "1998 to 1989" at the start of a text; in brackets nothing else may stand.
fn backwards(text: &str, joint: &str, in_brackets: bool) -> Option<usize> {
    let from = year(text.get(..4)?)?;
    let to = year(text.get(4..)?.strip_prefix(joint)?.get(..4)?)?;
    let length = 8 + joint.len();
    let behind = text.get(length..)?;
    let next = behind.trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    let clause = behind.starts_with([',', '.', ';', ')', '?', '!']) || behind.is_empty() || NEXT.contains(&next);
    let ends = if in_brackets { behind.starts_with(')') } else { clause };
    (ends && from > to).then_some(length)
}
