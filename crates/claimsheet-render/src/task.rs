//! The claims of a draft as things to do, with what people wrote in the sheet.

use super::words::heading;
use super::{RenderContext, RenderOptions};
use claimsheet::claim::{Claim, Finding, Priority};
use claimsheet_sheet::review_policy::review_state::State;
use claimsheet_sheet::{Entry, Sheet, ticked};
use std::collections::{HashMap, HashSet};

/// A claim with its entry in the sheet, or an entry without a claim: one that a person added, or
/// one of a claim that is no longer in the draft.
pub(super) struct Task<'a> {
    /// The claim.
    pub(super) claim: Option<&'a Claim>,
    /// Its entry.
    pub(super) entry: Option<&'a Entry>,
    /// Where its check stands.
    pub(super) state: State,
    /// Of each fact, whether it is ticked.
    pub(super) ticked: Vec<bool>,
}

impl Task<'_> {
    /// The claim's id; empty for an entry that a person added.
    pub(super) fn id(&self) -> &str {
        let claim = self.claim.map(|claim| claim.id.as_str());
        claim.or_else(|| self.entry?.id.as_deref()).unwrap_or("")
    }

    /// The priority in the sheet, where people may have changed it.
    pub(super) fn priority(&self) -> Priority {
        let own = self.entry.map(|entry| entry.priority);
        own.or_else(|| self.claim.map(|claim| claim.priority)).unwrap_or(Priority::Medium)
    }

    /// The claim's first words.
    pub(super) fn heading(&self) -> String {
        let own = || self.entry.map(|entry| entry.heading.clone()).unwrap_or_default();
        self.claim.map_or_else(own, |claim| heading(&claim.text))
    }

    /// The claim's words.
    pub(super) fn text(&self) -> &str {
        let own = || self.entry.map_or("", |entry| entry.heading.as_str());
        self.claim.map_or_else(own, |claim| claim.text.as_str())
    }
}

/// Everything to do, in the order of the worksheet; then the entries that people added, then those
/// of claims no longer in the draft to which something was written. A claim whose entry a person
/// deleted from the sheet is left out here too.
pub(super) fn tasks<'a>(material: &RenderContext<'a>, options: &RenderOptions) -> Vec<Task<'a>> {
    let sheet = Sheet::parse(material.sheet).ok();
    let items = sheet.as_ref().map(Sheet::items).unwrap_or_default();
    let by_id = material.entries.all().iter().filter_map(|entry| Some((entry.id.as_deref()?, entry)));
    let entries: HashMap<&str, &Entry> = by_id.collect();
    let claims = material.worksheet.analysis.claims.iter();
    let kept = claims.filter(|claim| entries.is_empty() || entries.contains_key(claim.id.as_str()));
    let mut tasks: Vec<Task<'a>> = kept
        .map(|claim| {
            let entry = entries.get(claim.id.as_str()).copied();
            let facts: Vec<_> = claim.facts.iter().map(|fact| (fact.text.as_str(), &fact.verify)).collect();
            let items = items.get(claim.id.as_str()).map_or(&[][..], Vec::as_slice);
            Task { claim: Some(claim), entry, state: State::of(entry, &options.desk), ticked: ticked(items, &facts) }
        })
        .collect();
    let known: HashSet<&str> = tasks.iter().map(Task::id).collect();
    let gone = material.entries.gone();
    let gone = gone.filter(|entry| entry.id.as_deref().is_none_or(|id| !known.contains(id)));
    let others: Vec<Task<'a>> = material
        .entries
        .own()
        .chain(gone)
        .map(|entry| {
            let state = State::of(Some(entry), &options.desk);
            Task { claim: None, entry: Some(entry), state, ticked: Vec::new() }
        })
        .collect();
    tasks.extend(others);
    tasks
}

/// The findings that nobody has settled, in words: those of the sheet that are not ticked, else all.
pub(super) fn findings(material: &RenderContext<'_>) -> Vec<String> {
    let sheet = Sheet::parse(material.sheet).ok().filter(Sheet::has_findings);
    if let Some(sheet) = sheet {
        return sheet.open_findings().map(|(_, text)| text.replace('\\', "")).collect();
    }
    let unit = material.unit();
    let told = |finding: &Finding| format!("{} ({}): {}", finding.title(), finding.lines(unit), finding.message);
    material.worksheet.analysis.findings.iter().map(told).collect()
}
