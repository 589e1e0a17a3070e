//! claimsheet turns a draft article into a fact-check worksheet.
//!
//! Whether a claim is true is for people to say: the library lists what can be checked, with reasons,
//! doors to knock at, and places where the draft disagrees with itself. It opens no connection, and
//! a document analysed twice has one analysis, byte for byte.

#[macro_use]
pub mod word;

pub mod assemble;
pub mod capitals;
pub mod check;
pub mod claim;
pub mod config;
pub mod desk;
pub mod detect;
pub mod document;
pub mod explain;
pub mod language;
pub mod lexicon;
pub mod names;
mod number_words;
pub mod package;
pub mod quoted;
pub mod read;
pub mod reading;
pub mod render;
pub mod rules;
pub mod score;
pub mod segment;
pub mod sentence;
pub mod sheet;
pub mod signal;
pub mod source;
pub mod span;
pub mod token;
pub mod turns;
pub mod value;
pub mod words;
pub mod worksheet;

use claim::Analysis;
use document::Document;
use explain::Explanation;
use reading::Reading;
use rules::Rules;

/// Finds what there is to check in an article. Does no I/O and cannot fail: any document has an
/// analysis.
pub fn analyse(document: &Document, rules: &Rules) -> Analysis {
    let reading = Reading::of(document, rules);
    let mut analysis = assemble::assemble(document, rules, &reading);
    analysis.names = names::index(document, &reading, &rules.lexicon);
    analysis.findings = check::findings(document, &reading, rules);
    analysis.warnings.clone_from(&document.warnings);
    analysis.warnings.extend(language::warnings(document, &reading, &rules.lexicon));
    analysis.warnings.extend(check::silence::warnings(document));
    source::add_prompts(document, &reading, &mut analysis, rules);
    analysis
}

/// Says of each sentence of an article why it is a claim or set aside, in reading order.
pub fn explain(document: &Document, rules: &Rules) -> Vec<Explanation> {
    assemble::explain(document, rules, &Reading::of(document, rules))
}
