//! claimsheet turns a draft article into a fact-check worksheet.
//!
//! It never says whether a claim is true. It says what there is to check, why, where to look, and
//! where the draft contradicts itself or the calendar. It does no network access, and the same
//! input gives the same bytes out.

pub mod capitals;
pub mod claim;
pub mod detect;
pub mod document;
pub mod explain;
pub mod lexicon;
pub mod quoted;
pub mod read;
pub mod reading;
pub mod rules;
pub mod segment;
pub mod sentence;
pub mod signal;
pub mod span;
pub mod token;
pub mod value;

use claim::Analysis;
use document::Document;
use explain::Explanation;
use rules::Rules;

/// Finds what there is to check in an article. Does no I/O and cannot fail: any document has an
/// analysis.
pub fn analyse(_document: &Document, _rules: &Rules) -> Analysis {
    Analysis::default()
}

/// Says of each sentence of an article why it is a claim or set aside, in reading order.
pub fn explain(_document: &Document, _rules: &Rules) -> Vec<Explanation> {
    Vec::new()
}
