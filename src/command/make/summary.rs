//! What `make` tells on standard error.

use crate::files::{self, Shown as _};
use claimsheet::claim::Priority;
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{Merged, Ticked};
use std::path::Path;

/// How many claims, what to settle first and what of it is settled, and where the sheet is.
pub(super) fn told(worksheet: &Worksheet, settled: &Ticked, paths: &[&Path]) -> String {
    let analysis = &worksheet.analysis;
    let by_priority: Vec<String> = [Priority::High, Priority::Medium, Priority::Low]
        .into_iter()
        .map(|priority| format!("{} {}", worksheet.count(priority), priority.name()))
        .collect();
    let claims = analysis.claims.len();
    let noun = if claims == 1 { "claim" } else { "claims" };
    let places: Vec<String> = paths.iter().filter(|path| !files::is_standard(path)).map(|path| path.shown()).collect();
    let place = if places.is_empty() { String::new() } else { format!(" → {}", places.join(", ")) };
    let ticked = match analysis.findings.iter().filter(|finding| settled.holds(finding)).count() {
        0 => String::new(),
        count => format!(", {count} settled"),
    };
    let settle = match analysis.findings.len() {
        0 => String::new(),
        1 => format!("; 1 thing to settle first{ticked}"),
        count => format!("; {count} things to settle first{ticked}"),
    };
    let part = worksheet.article.part.as_ref().map(|part| format!(" ({part})")).unwrap_or_default();
    format!(
        "{}{part}: {claims} {noun} ({}), {} set aside{settle}{place}",
        worksheet.article.path,
        by_priority.join(", "),
        analysis.set_aside.len(),
    )
}

/// What became of the claims of the sheet that was there.
pub(super) fn changes(merged: &Merged) -> String {
    let mut parts = vec![
        format!("{} kept", merged.kept),
        format!("{} edited", merged.edited),
        format!("{} new", merged.new),
        format!("{} withdrawn", merged.withdrawn),
    ];
    if merged.dropped > 0 {
        parts.push(format!("{} left out as before", merged.dropped));
    }
    format!("merged into the sheet: {}", parts.join(", "))
}
