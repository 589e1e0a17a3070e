//! A claim in words, for formats that show one at a time.

use super::words::{kinds, shortened};
use claimsheet::claim::Claim;
use claimsheet::text::escape::markup;
use claimsheet_sheet::fact_shown;
use std::fmt::Write as _;

/// A claim in plain lines: its words, what to check, where to look.
pub(super) fn plain(claim: &Claim) -> String {
    // Words that begin with a quotation need no marks around them.
    let mark = if claim.text.starts_with(['"', '“', '„', '«']) { "" } else { "\"" };
    let mut out = format!("{mark}{}{mark}\n{}", claim.text, source(claim));
    for fact in claim.ticks() {
        let _ = write!(out, "\n- \"{}\": {}", fact_shown(&fact.text), fact.verify);
    }
    let places: Vec<&str> = claim.prompts.iter().map(|prompt| prompt.label.as_str()).collect();
    if !places.is_empty() {
        let _ = write!(out, "\nLook: {}", places.join("; "));
    }
    out
}

/// A claim in Markdown, without its words: what to check first, then the source and where to look, with links.
pub(super) fn markdown(claim: &Claim) -> String {
    let mut out = format!("**To check** · {} · {}\n", kinds(claim), claim.priority.name());
    for fact in claim.ticks() {
        let words = markup::markdown(&fact_shown(&fact.text));
        let _ = write!(out, "\n- \"{words}\": {}", markup::markdown(&fact.verify.to_string()));
    }
    let _ = write!(out, "\n\n{}", markup::markdown(&source(claim)));
    if !claim.prompts.is_empty() {
        let places: Vec<String> = claim.prompts.iter().map(place).collect();
        let _ = write!(out, "\n\nLook: {}", places.join(" · "));
    }
    out
}

/// A place to look in Markdown, linked where it has an address.
pub(super) fn place(prompt: &claimsheet::claim::Prompt) -> String {
    let label = markup::markdown(&prompt.label);
    prompt.url.as_ref().map_or_else(|| label.clone(), |url| format!("[{label}]({})", markup::address(url)))
}

fn source(claim: &Claim) -> String {
    let given = claim.claimed_source.as_ref();
    given.map_or_else(
        || "No source is given in the draft.".to_owned(),
        |source| format!("Source in the draft: {}", shortened(&source.shown(), 120)),
    )
}
