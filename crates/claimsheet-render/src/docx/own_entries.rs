//! Entries without a claim of the draft's own: what people added to the sheet or split off from a claim, and what is no
//! longer in the text and was written to.

use super::comment_text::{self, Line, Remark, Words};
use crate::RenderContext;
use claimsheet::claim::Claim;
use claimsheet::text::span::{SourceSpan, Span};
use claimsheet_read::office::docx::OURS;
use claimsheet_sheet::Entry;

/// What stands before the heading of such an entry.
const SPLIT: &str = "Split off from claim ";
const ADDED: &str = "Added to the sheet";
const GONE: &str = "No longer in the text";

/// What divides it from the heading.
const BEFORE_HEADING: &str = " · ";

/// The entries that were split off from a claim, in the sheet's order.
pub(super) fn of_claim<'a>(material: &RenderContext<'a>, claim: &'a Claim) -> impl Iterator<Item = &'a Entry> {
    material.entries.own().filter(move |entry| entry.part_of.as_deref() == Some(&claim.id))
}

/// The others that people added, in the sheet's order.
pub(super) fn added<'a>(material: &RenderContext<'a>) -> impl Iterator<Item = &'a Entry> {
    let claims = &material.worksheet.analysis.claims;
    let is_of = |id: &String| claims.iter().any(|claim| claim.id == *id);
    material.entries.own().filter(move |entry| !entry.part_of.as_ref().is_some_and(is_of))
}

/// What an entry is, and its heading.
pub(super) fn headline(entry: &Entry, claim: Option<&Claim>) -> String {
    let what = match claim {
        _ if entry.withdrawn => GONE.to_owned(),
        Some(claim) => format!("{SPLIT}{}", claim.number),
        None => ADDED.to_owned(),
    };
    format!("{what}{BEFORE_HEADING}{}", entry.heading)
}

/// The heading of an entry in what [`headline`] wrote; none where it did not.
pub(crate) fn heading_of(headline: &str) -> Option<&str> {
    let (what, heading) = headline.trim().split_once(BEFORE_HEADING)?;
    (what.starts_with(SPLIT) || what == ADDED || what == GONE).then_some(heading)
}

/// The comments on what was split off or added: at the claim, or at the words of the heading where they stand in the
/// draft, else at its first claim.
pub(super) fn remarks(material: &RenderContext<'_>) -> Vec<Remark> {
    let claims = &material.worksheet.analysis.claims;
    let place = |claim: &Claim| material.document.map.to_prose(SourceSpan::new(claim.span.start, claim.span.end));
    let split = claims.iter().flat_map(|claim| {
        let span = place(claim);
        of_claim(material, claim).map(move |entry| remark(span, entry, Some(claim)))
    });
    let added = self::added(material).filter_map(|entry| {
        let span = words_in(&material.document.prose, &entry.heading).or_else(|| claims.first().map(place))?;
        Some(remark(span, entry, None))
    });
    split.chain(added).collect()
}

/// Where the words of a heading stand, which may end in an ellipsis.
fn words_in(prose: &str, heading: &str) -> Option<Span> {
    let words = heading.trim_end_matches(['…', '.', ' ']);
    let at = prose.find(words).filter(|_| !words.is_empty())?;
    Some(Span::at(at, at + words.len()))
}

fn remark(span: Span, entry: &Entry, claim: Option<&Claim>) -> Remark {
    let headline: Line = vec![Words::bold(headline(entry, claim))];
    let lines = std::iter::once(headline).chain(comment_text::review_lines(&entry.review)).collect();
    Remark { span, author: OURS.to_owned(), lines }
}
