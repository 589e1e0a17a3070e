//! What the short sheet tells first: how much there is to do, and what to ask the author.

use crate::words::{counted, reason};
use claimsheet::claim::{Claim, Fact, FactRole, Priority, SetAside};
use claimsheet_sheet::fact_shown;
use claimsheet_sheet::worksheet::Worksheet;
use serde::Serialize;
use std::collections::BTreeMap;

/// A claim for which the draft gives no source.
#[derive(Serialize)]
pub(super) struct Unsourced {
    pub(super) number: u32,
    /// What it says, in quotation marks.
    pub(super) what: String,
}

/// The most facts that a question names.
const NAMED: usize = 2;

/// The claims for which to ask the author for a source: those that matter, whose figures, acts or superlatives
/// nobody is said to have given.
pub(super) fn unsourced(claims: &[Claim]) -> Vec<Unsourced> {
    let is_asked =
        |claim: &&Claim| claim.priority > Priority::Low && claim.claimed_source.is_none() && claim.speaker.is_none();
    let question = |claim: &Claim| {
        let named: Vec<String> = claim
            .ticks()
            .filter(|fact| is_sourced(fact, claim.priority))
            .take(NAMED)
            .map(|fact| format!("\"{}\"", fact_shown(&fact.text)))
            .collect();
        (!named.is_empty()).then(|| Unsourced { number: claim.number, what: named.join(" and ") })
    };
    claims.iter().filter(is_asked).filter_map(question).collect()
}

/// Whether a fact of a claim of that priority needs a source that the author has.
const fn is_sourced(fact: &Fact, priority: Priority) -> bool {
    match fact.role {
        FactRole::Figure | FactRole::Superlative | FactRole::Quote => true,
        FactRole::Action | FactRole::Cause | FactRole::Comparison => matches!(priority, Priority::High),
        _ => false,
    }
}

/// "7 claims, 2 to check first · 2 problems in the draft · 2 questions for the author · 0 of 7 done"
pub(super) fn tally(worksheet: &Worksheet, problems: usize, asked: usize) -> String {
    let all = worksheet.analysis.claims.len();
    let mut parts = vec![counted(all, "claim")];
    let high = worksheet.count(Priority::High);
    if high > 0 {
        parts = vec![format!("{}, {high} to check first", counted(all, "claim"))];
    }
    if problems > 0 {
        parts.push(format!("{} in the draft", counted(problems, "problem")));
    }
    if asked > 0 {
        parts.push(format!("{} for the author", counted(asked, "question")));
    }
    parts.push(format!("{} of {all} done", worksheet.done));
    parts.join(" · ")
}

/// "12 sentences: 7 opinion, 3 heading, 2 transition. Probably nothing to check. Skim them."
pub(super) fn aside_tally(asides: &[SetAside]) -> String {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for aside in asides {
        *reasons.entry(reason(aside.reason)).or_default() += 1;
    }
    let mut reasons: Vec<(&str, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let list: Vec<String> = reasons.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    format!("{}: {}. Probably nothing to check. Skim them.", counted(asides.len(), "sentence"), list.join(", "))
}
