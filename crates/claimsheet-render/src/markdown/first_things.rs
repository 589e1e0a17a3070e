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
    /// "claim 3"; of the cells of a table "claims 3 to 9".
    pub(super) claims: String,
    /// What it says, in quotation marks.
    pub(super) what: String,
}

/// A claim of so many words, or fewer, is the cell of a table; cells behind each other are asked for together.
const CELL: usize = 3;

/// The most facts that a question names.
const NAMED: usize = 2;

/// The claims for which to ask the author for a source: those that matter, whose figures, acts or superlatives
/// nobody is said to have given.
pub(super) fn unsourced(claims: &[Claim]) -> Vec<Unsourced> {
    let is_asked =
        |claim: &&Claim| claim.priority > Priority::Low && claim.claimed_source.is_none() && claim.speaker.is_none();
    let named = |claim: &Claim| -> Vec<String> {
        let sourced = claim.ticks().filter(|fact| is_sourced(fact, claim.priority)).take(NAMED);
        sourced.map(|fact| format!("\"{}\"", fact_shown(&fact.text))).collect()
    };
    let asked =
        claims.iter().filter(is_asked).map(|claim| (claim, named(claim))).filter(|(_, named)| !named.is_empty());
    let asked: Vec<(&Claim, Vec<String>)> = asked.collect();
    let is_cell = |claim: &Claim| claim.text.split_whitespace().nth(CELL).is_none();
    let follows = |(one, _): &(&Claim, Vec<String>), (next, _): &(&Claim, Vec<String>)| {
        is_cell(one) && is_cell(next) && one.number + 1 == next.number
    };
    asked.chunk_by(follows).map(question).collect()
}

/// The question for one claim, or for the cells of a table.
fn question(claims: &[(&Claim, Vec<String>)]) -> Unsourced {
    let number = |claim: Option<&(&Claim, Vec<String>)>| claim.map_or(0, |(claim, _)| claim.number);
    let (first, last) = (number(claims.first()), number(claims.last()));
    let named: Vec<&str> = claims.iter().flat_map(|(_, named)| named).map(String::as_str).collect();
    let shown = named.get(..NAMED.min(named.len())).unwrap_or_default();
    match named.len() - shown.len() {
        0 if first == last => Unsourced { claims: format!("claim {first}"), what: shown.join(" and ") },
        0 => Unsourced { claims: format!("claims {first} to {last}"), what: shown.join(" and ") },
        more => Unsourced {
            claims: format!("claims {first} to {last}"),
            what: format!("{} and {more} more", shown.join(", ")),
        },
    }
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

/// "12 sentences: 7 opinion, 3 heading, 2 transition. Probably nothing to check. Skim anyway."
pub(super) fn aside_tally(asides: &[SetAside]) -> String {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for aside in asides {
        *reasons.entry(reason(aside.reason)).or_default() += 1;
    }
    let mut reasons: Vec<(&str, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let list: Vec<String> = reasons.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    format!("{}: {}. Probably nothing to check. Skim anyway.", counted(asides.len(), "sentence"), list.join(", "))
}
