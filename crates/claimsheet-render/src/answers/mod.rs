//! Answers that came back: a file as [`export`](claimsheet_sheet::review_policy::export), a table or a commented
//! document of `make`, filled by somebody, or what another program exported of it.

use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::{Answers, Labels};

mod json;
mod table;
mod word;
mod workbook;

/// The answers in a file: JSON, CSV, a workbook or a Word document, told apart by its content.
///
/// # Errors
///
/// What is wrong, and what to do: where the bytes are none of these, no column or cell names the
/// claims, or a row cannot be read.
pub fn answers(bytes: &[u8], labels: &Labels, desk: &ReviewPolicy) -> Result<Answers, String> {
    if bytes.starts_with(b"PK\x03\x04") {
        return if word::is_one(bytes) { word::answers(bytes, labels, desk) } else { workbook::answers(bytes, labels) };
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        format!("byte {at} is not UTF-8; save the table as \"CSV UTF-8\" or as a workbook (.xlsx)")
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let entries =
        if text.trim_start().starts_with(['{', '[']) { json::answers(text) } else { table::from_csv(text, labels) };
    Ok(Answers { entries: entries?, ticked: Vec::new() })
}
