//! Checks that need no source: where the draft disagrees with itself, with arithmetic or with the
//! calendar. A check never says which of two things is right.

pub mod context;
pub mod dates;
pub mod headline;
pub mod names;
pub mod numbers;
pub mod quotes;
mod suppression;
pub mod units;
pub mod wording;

use crate::annotated_text::AnnotatedText;
use crate::claim::{Finding, FindingPlace};
use crate::options::Options;
use crate::text::document::{Document, LineIndex};
use crate::text::span::Span;
pub(crate) use context::{CheckContext, CheckedSentence, Found};
pub(crate) use figures::{dates, format_number, quantities, rounding};
use std::collections::BTreeSet;

pub use registry::{CHECKS, Check, check};
pub use suppression::Suppression;

mod figures;
mod joint;
mod registry;

/// What the checks find in a draft, in the order of the text. A check is silenced by the rules, or in
/// the draft by the comment `<!-- claimsheet: silence NAME -->`, which `suppression` has.
pub fn findings(
    document: &Document,
    annotated: &AnnotatedText,
    rules: &Options,
    suppression: &Suppression<'_>,
) -> Vec<Finding> {
    let lines = LineIndex::new(&document.source);
    let draft = CheckContext::of(document, annotated);
    let mut findings: Vec<Finding> = Vec::new();
    let silenced: BTreeSet<&str> = rules.silenced.iter().map(String::as_str).chain(suppression.names()).collect();
    for check in CHECKS.iter().filter(|check| !silenced.contains(check.name)) {
        let mut found = Vec::new();
        (check.run)(&draft, &mut found);
        let place = |span: &Span| {
            let source = document.source_span(*span);
            FindingPlace {
                text: document.text(*span).to_owned(),
                span: source.into(),
                prose: *span,
                line: lines.line(source.start),
            }
        };
        findings.extend(found.into_iter().map(|found| Finding {
            check: check.name.to_owned(),
            severity: check.severity,
            message: found.message,
            places: found.places.iter().map(place).collect(),
        }));
    }
    findings.sort_by_key(|finding| {
        (std::cmp::Reverse(finding.severity), finding.places.first().map_or(0, |place| place.span.start))
    });
    findings
}
