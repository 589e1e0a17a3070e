//! claimsheet turns a draft article into a fact-check worksheet.
//!
//! Whether a claim is true is for people to say: the library lists what can be checked, with reasons,
//! doors to knock at, and places where the draft disagrees with itself. It opens no connection, and
//! a document analysed twice has one analysis, byte for byte.

#[macro_use]
pub mod text;

pub mod annotated_text;
pub mod claims;
pub mod classify;
pub mod english;
pub mod lookup;
pub mod options;
pub mod speech;

pub mod check;
pub mod claim;
pub mod detect;
pub mod explain;
pub mod names;
pub mod passage;
pub mod signal;

use annotated_text::AnnotatedText;
use claim::Analysis;
use explain::Explanation;
use options::Options;
use text::document::Document;

/// Finds what there is to check in an article. Does no I/O and cannot fail: any document has an
/// analysis.
pub fn analyse(document: &Document, rules: &Options) -> Analysis {
    let annotated = AnnotatedText::of(document, rules);
    let mut analysis = claims::assemble(&annotated, rules);
    analysis.names = names::index(document, &annotated);
    analysis.findings = check::findings(document, &annotated, rules);
    analysis.warnings.clone_from(&document.warnings);
    analysis.warnings.extend(english::language_check::warnings(document, &annotated, &rules.lexicon));
    analysis.warnings.extend(check::suppression::warnings(document));
    lookup::add_prompts(document, &annotated, &mut analysis, rules);
    analysis
}

/// Says of each sentence of an article why it is a claim or set aside, in reading order.
pub fn explain(document: &Document, rules: &Options) -> Vec<Explanation> {
    claims::explain(&AnnotatedText::of(document, rules), rules)
}
