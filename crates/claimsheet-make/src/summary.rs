//! What a run gave, in a line to read.

use claimsheet::claim::Priority;
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{Merged, Ticked};

/// How many claims there are, what to settle first, and what of that is settled.
pub fn told(worksheet: &Worksheet, settled: &Ticked) -> String {
    let analysis = &worksheet.analysis;
    let by_priority: Vec<String> = [Priority::High, Priority::Medium, Priority::Low]
        .into_iter()
        .map(|priority| format!("{} {}", worksheet.count(priority), priority.name()))
        .collect();
    let claims = analysis.claims.len();
    let noun = if claims == 1 { "claim" } else { "claims" };
    let ticked = match analysis.findings.iter().filter(|finding| settled.holds(finding)).count() {
        0 => String::new(),
        count => format!(", {count} ticked"),
    };
    let settle = match analysis.findings.len() {
        0 => String::new(),
        1 => format!("; 1 problem or question in the draft{ticked}"),
        count => format!("; {count} problems and questions in the draft{ticked}"),
    };
    let part = worksheet.article.part.as_ref().map(|part| format!(" ({part})")).unwrap_or_default();
    format!(
        "{}{part}: {claims} {noun} ({}), {} not listed{settle}",
        worksheet.article.path,
        by_priority.join(", "),
        analysis.set_aside.len(),
    )
}

/// What became of the claims of the sheet that was there.
pub fn changes(merged: &Merged) -> String {
    let mut parts = vec![
        format!("{} kept", merged.kept),
        format!("{} edited", merged.edited),
        format!("{} new", merged.new),
        format!("{} removed", merged.withdrawn),
    ];
    if merged.dropped > 0 {
        parts.push(format!("{} still deleted", merged.dropped));
    }
    format!("Sheet updated: {}", parts.join(", "))
}
