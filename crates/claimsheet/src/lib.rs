//! Finds what a fact-checker would verify in an article: claims with the facts to tick, who said them, where
//! to look, and places where the draft contradicts itself.
//!
//! Whether a claim is true is for people to say. The crate does no I/O, needs no network and no model, and
//! the same text always gives the same analysis, byte for byte, on every platform.
//!
//! ```
//! use claimsheet::{Document, FactRole, Options, analyse};
//!
//! let article = "Mayor Ruth Lund said on Monday that the new bridge cost $1.2 billion.";
//! let analysis = analyse(&Document::from_text(article), &Options::default());
//!
//! let claim = &analysis.claims[0];
//! assert_eq!(claim.text, article);
//! let figure = claim.facts.iter().find(|fact| fact.role == FactRole::Figure).unwrap();
//! assert_eq!(figure.text, "$1.2 billion");
//! assert_eq!(claim.claimed_source.as_ref().unwrap().text, "Mayor Ruth Lund");
//! ```
//!
//! A [`Document`] is made of plain text by [`Document::from_text`], of files by the crate `claimsheet-read`, or
//! block by block by a [`DocumentBuilder`]. Positions in an [`Analysis`]
//! are half-open ranges of bytes of the source that the document was made of. [`Options`] hold a house's own
//! words, patterns and sources. The crates `claimsheet-sheet` and `claimsheet-render` make worksheets of an
//! analysis.

#![cfg_attr(not(feature = "internals"), allow(unreachable_pub))]

#[macro_use]
pub mod text;

pub mod claim;
pub mod explain;
pub mod options;
pub mod rules;
pub mod signal;

mod annotated_text;
mod check;
mod claims;
mod classify;
mod detect;
mod english;
#[cfg(feature = "internals")]
pub mod internals;
mod lookup;
mod names;
mod ranking;
mod sentence_group;
mod speech;
mod statement;

use annotated_text::AnnotatedText;
use ranking::seen::Article;

pub use claim::{
    Analysis, Claim, ClaimKind, ClaimedSource, Fact, FactRole, FactValue, Finding, LeftOut, NameEntry, Priority,
    Prompt, SetAside, Severity,
};
pub use english::number_words::{SMALL as NUMBERS_BELOW_TWENTY, TENS};
pub use english::speaker_label;
pub use explain::Explanation;
pub use lookup::directory as sources;
pub use options::Options;
pub use signal::{NameKind, SentenceSignals, Signal};
pub use text::document::Document;
pub use text::document::builder::DocumentBuilder;

/// Finds what there is to check in an article. Does no I/O and cannot fail: any document has an
/// analysis.
pub fn analyse(document: &Document, rules: &Options) -> Analysis {
    let text = AnnotatedText::of(document, rules);
    let names = names::index(document, &text);
    let mut run = claims::Run::of(&text, rules);
    names::tell_full_names(&names, &mut run.claims);
    let article = Article::of(&text, &names, run.claims.len());
    ranking::rank(&article, &mut run.claims);
    if !rules.no_places {
        lookup::add_prompts(&article, &mut run.claims, rules);
    }
    let mut analysis = run.into_analysis();
    let suppression = check::Suppression::of(document);
    analysis.findings = check::findings(document, &text, rules, &suppression);
    analysis.warnings.clone_from(&document.warnings);
    analysis.warnings.extend(english::language_check::warnings(document, &text, &rules.lexicon));
    analysis.warnings.extend(suppression.warnings(document));
    analysis.names = names;
    analysis
}

/// Says of each sentence of an article why it is a claim or set aside, in reading order.
pub fn explain(document: &Document, rules: &Options) -> Vec<Explanation> {
    let text = AnnotatedText::of(document, rules);
    let names = names::index(document, &text);
    let mut run = claims::Run::of(&text, rules);
    names::tell_full_names(&names, &mut run.claims);
    ranking::rank(&Article::of(&text, &names, run.claims.len()), &mut run.claims);
    run.explanations()
}

/// What the detectors find in each sentence of a document, in reading order: its figures with their values, dates,
/// names and so on.
pub fn signals(document: &Document, rules: &Options) -> Vec<SentenceSignals> {
    AnnotatedText::of(document, rules).into_signals()
}
