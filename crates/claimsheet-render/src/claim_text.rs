//! A claim in words, for formats that show one at a time.

use super::words::{kinds, shortened};
use claimsheet::claim::Claim;
use claimsheet::text::escape::markup;
use std::fmt::Write as _;

/// A claim in plain lines: its words, what to verify, where to look.
pub(super) fn plain(claim: &Claim) -> String {
    // Words that begin with a quotation need no marks around them.
    let mark = if claim.text.starts_with(['"', '“', '„', '«']) { "" } else { "\"" };
    let mut out = format!("{mark}{}{mark}\n{}", claim.text, source(claim));
    for fact in &claim.facts {
        let _ = write!(out, "\n- \"{}\": {}", fact.text, fact.verify);
    }
    let places: Vec<&str> = claim.prompts.iter().map(|prompt| prompt.label.as_str()).collect();
    if !places.is_empty() {
        let _ = write!(out, "\nWhere to look: {}", places.join("; "));
    }
    out
}

/// A claim in Markdown, without its words: what to verify, where to look with links.
pub(super) fn markdown(claim: &Claim) -> String {
    let source = markup::markdown(&source(claim));
    let mut out = format!("**To check** · {} · {}\n\n{source}", kinds(claim), claim.priority.name());
    if !claim.facts.is_empty() {
        out.push_str("\n\nVerify:\n");
    }
    for fact in &claim.facts {
        let _ =
            write!(out, "\n- \"{}\" — {}", markup::markdown(&fact.text), markup::markdown(&fact.verify.to_string()));
    }
    if !claim.prompts.is_empty() {
        out.push_str("\n\nWhere to look:\n");
    }
    for prompt in &claim.prompts {
        let _ = write!(out, "\n- {}: {}", place(prompt), markup::markdown(&prompt.why));
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
