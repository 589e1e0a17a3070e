//! What several formats say in the same words.

use crate::claim::{Claim, ClaimKind, NameEntry};

/// Longest heading of a claim, in characters.
pub(super) const HEADING: usize = 72;

/// The first words of a claim, without quotation marks around them and stop behind them.
pub(super) fn heading(text: &str) -> String {
    shortened(text.trim_matches(['"', '“', '”', '‘', '’', ' ']), HEADING)
}

/// The first words of `text`, at most `most` characters, with an ellipsis where words are left out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.trim_end_matches('.').to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut.get(..end).unwrap_or(&cut).trim_end_matches([',', ';', ':', '—']))
}

/// "1 claim", "2 claims"
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The kind of a claim and what else it is, four at most.
pub(super) fn kinds(claim: &Claim) -> String {
    let all = std::iter::once(claim.kind).chain(claim.tags.iter().copied());
    all.take(4).map(ClaimKind::name).collect::<Vec<_>>().join(", ")
}

/// What decided on the priority of a claim.
pub(super) fn why(claim: &Claim) -> String {
    let reasons = claim.reasons.iter().filter(|reason| reason.signal == "priority");
    reasons.map(|reason| reason.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// How often a name is mentioned, and where; `unit` is what its lines are called.
pub(super) fn mentions(name: &NameEntry, unit: &str) -> String {
    let times = match name.count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    };
    let shown: Vec<String> = name.lines.iter().take(12).map(u32::to_string).collect();
    let more = if name.lines.len() > shown.len() { " …" } else { "" };
    let plural = if name.lines.len() == 1 { "" } else { "s" };
    format!("{times}, {unit}{plural} {}{more}", shown.join(", "))
}
