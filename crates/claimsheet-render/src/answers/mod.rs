//! Answers that came back: a file as [`export`](claimsheet_sheet::review_policy::export) or a table of `make` wrote it,
//! filled by somebody, or what another program exported of it.

use claimsheet_sheet::{Answer, Labels};

mod json;
mod table;
mod workbook;

/// The answers in a file: JSON, CSV or a workbook, told apart by its content.
///
/// # Errors
///
/// What is wrong, and what to do: where the bytes are none of these, no column or cell names the
/// claims, or a row cannot be read.
pub fn answers(bytes: &[u8], labels: &Labels) -> Result<Vec<Answer>, String> {
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::answers(bytes, labels);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        format!("byte {at} is not UTF-8; save the table as \"CSV UTF-8\" or as a workbook (.xlsx)")
    })?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) { json::answers(text) } else { table::from_csv(text, labels) }
}
