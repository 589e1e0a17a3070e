//! Which sentences make one claim: those that one quotation ties together.

use crate::annotated_text::AnnotatedText;
use std::ops::Range;

/// Most sentences that one quotation ties together.
const LONGEST_RUN: usize = 12;

/// Ranges of sentences, in order, each one claim or set-aside.
pub(super) fn units(annotated: &AnnotatedText) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::with_capacity(annotated.sentences.len());
    for (at, sentence) in annotated.sentences.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| annotated.sentences.get(before));
        let tied = before.is_some_and(|before| {
            before.block == sentence.block
                && annotated.quotations.outer_in(sentence.span).first().is_some_and(|quoted| {
                    quoted.closed && quoted.inner.start < before.span.end && quoted.inner.end > sentence.span.start
                })
        });
        match units.last_mut() {
            Some(unit) if tied && unit.len() < LONGEST_RUN => unit.end = at + 1,
            _ => units.push(at..at + 1),
        }
    }
    units
}
