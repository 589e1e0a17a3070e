//! What `make` tells on standard error.

use crate::files::{self, Shown as _};
use claimsheet_make::summary;
use claimsheet_sheet::Ticked;
use claimsheet_sheet::worksheet::Worksheet;
use std::path::Path;

/// How many claims, what to settle first and what of it is settled, and where the sheet is.
pub(super) fn told(worksheet: &Worksheet, settled: &Ticked, paths: &[&Path]) -> String {
    let places: Vec<String> = paths.iter().filter(|path| !files::is_standard(path)).map(|path| path.shown()).collect();
    let place = if places.is_empty() { String::new() } else { format!(" → {}", places.join(", ")) };
    format!("{}{place}", summary::told(worksheet, settled))
}
