//! Whether a sheet may pass.

use super::ReviewPolicy;
use crate::{Entry, Labels, Sheet, entries};
use claimsheet::claim::{Claim, Finding, Priority};
use std::collections::HashSet;

/// What keeps a sheet from passing: the line of the sheet, from 1, and a message.
pub type Obstacle = (u32, String);

/// What a draft is now, to compare a sheet with.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// What it is called in messages.
    pub name: &'a str,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: &'a str,
    /// All claims in it.
    pub claims: &'a [Claim],
    /// What there is to settle first.
    pub findings: &'a [Finding],
    /// What its lines are called: "line", "paragraph".
    pub unit: &'static str,
}

/// What keeps `sheet` from passing, in its order; empty where it passes. Claims below `least` are
/// not asked for. Without a draft to compare with, the sheet has to hold what its record says.
pub fn obstacles(
    sheet: &Sheet,
    labels: &Labels,
    desk: &ReviewPolicy,
    least: Priority,
    draft: Option<&Draft<'_>>,
) -> Vec<Obstacle> {
    let asked = |entry: &Entry| !entry.withdrawn && entry.priority >= least;
    let all = entries(sheet, labels);
    let lacking = all.iter().filter(|entry| asked(entry)).flat_map(|entry| {
        desk.lacks(entry).into_iter().map(|lack| (entry.line, format!("{} ({lack})", entry.heading)))
    });
    let mut obstacles: Vec<Obstacle> = lacking.collect();
    obstacles.extend(sheet.open_findings().map(|(line, text)| (line, format!("not ticked: {text}"))));
    obstacles.sort_by_key(|(line, _)| *line);
    let missing = match draft {
        Some(draft) => compared(sheet, &all, draft, least),
        None => by_itself(sheet, &all),
    };
    missing.into_iter().map(|message| (1, message)).chain(obstacles).collect()
}

/// What a sheet lacks of what its draft holds.
fn compared(sheet: &Sheet, all: &[Entry], draft: &Draft<'_>, least: Priority) -> Vec<String> {
    let renew = format!("run `claimsheet make {}` again", draft.name);
    let Some(origin) = sheet.origin() else {
        return vec![format!(
            "the end of the sheet is gone, or an earlier version made it, so it cannot be compared with its draft; {renew}"
        )];
    };
    if origin.sha256 != draft.sha256 {
        return vec![format!("{} changed since the sheet was made; {renew}, and look at what is new", draft.name)];
    }
    let ids: HashSet<&str> =
        all.iter().filter(|entry| !entry.withdrawn).filter_map(|entry| entry.id.as_deref()).collect();
    let deleted: HashSet<&str> = sheet.deleted().map(|(id, _)| id).collect();
    let missing = draft.claims.iter().filter(|claim| claim.priority >= least && !ids.contains(claim.id.as_str()));
    let told = |claim: &Claim| {
        let what = if deleted.contains(claim.id.as_str()) {
            format!(
                "its entry was deleted; bring it back with `claimsheet make {} --restore`, and check it",
                draft.name
            )
        } else if let Some(min) = origin.min_priority.filter(|min| claim.priority < *min) {
            format!("the sheet leaves out what is below {} priority; {renew} without --min-priority", min.name())
        } else {
            renew.clone()
        };
        format!("not in the sheet: {} {}, {:?}: {what}", draft.unit, claim.line, claim.text)
    };
    let mut messages: Vec<String> = missing.map(told).collect();
    let listed = sheet.listed();
    let unlisted = draft.findings.iter().filter(|finding| !listed.holds(finding));
    messages.extend(unlisted.map(|finding| {
        format!(
            "not ticked, and not in the sheet: {} ({}): {}; bring it back with `claimsheet make {} --restore`, and tick it",
            finding.title(),
            finding.lines(draft.unit),
            finding.message,
            draft.name
        )
    }));
    messages
}

/// What a sheet lacks of what it says itself that it held.
fn by_itself(sheet: &Sheet, all: &[Entry]) -> Vec<String> {
    if !sheet.has_record() {
        return vec!["the end of the sheet is gone; make it again from its draft".to_owned()];
    }
    if !all.iter().any(|entry| !entry.withdrawn) {
        return vec!["the sheet has no entries".to_owned()];
    }
    let told = |(_, words): (&str, &str)| format!("not in the sheet, as its entry was deleted: {words:?}");
    sheet.deleted().map(told).collect()
}
