//! Answers in a workbook: in the first of its sheets that names claims.

use super::table;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use claimsheet_sheet::{Answer, Labels};
use std::io::{Cursor, Read};

/// The most bytes that a workbook may hold unpacked.
const MOST: u64 = 256 << 20;

/// Reads the workbook in `bytes`.
///
/// # Errors
///
/// Where it is none, is too large, or no sheet of it names claims.
pub(super) fn answers(bytes: &[u8], labels: &Labels) -> Result<Vec<Answer>, String> {
    measure(bytes)?;
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|error| format!("this is no workbook that can be read ({error}); save the table as CSV UTF-8"))?;
    let mut reason = "the workbook has no sheet".to_owned();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|error| format!("sheet {name:?}: {error}"))?;
        let mut rows = range.rows().map(|row| row.iter().map(text).collect::<Vec<String>>());
        let Some(header) = rows.find(|row| row.iter().any(|cell| !cell.trim().is_empty())) else { continue };
        match table::answers(&header, &rows.collect::<Vec<_>>(), labels) {
            Ok(found) => return Ok(found),
            Err(wrong) => reason = wrong,
        }
    }
    Err(reason)
}

/// Refuses a file that a few bytes blow up to more than a desk ever wrote.
fn measure(bytes: &[u8]) -> Result<(), String> {
    let wrong = |error: &dyn std::fmt::Display| format!("this is no workbook that can be read ({error})");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(&error))?;
    let mut left = MOST;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| wrong(&error))?;
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|error| wrong(&error))?;
        left = left.checked_sub(read).ok_or_else(|| {
            format!("the workbook holds more than {} megabytes; save the one sheet as CSV UTF-8", MOST >> 20)
        })?;
    }
    Ok(())
}

/// A cell as text: whole numbers without point, days as 2026-03-02.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTime(moment) => moment.as_datetime().map_or_else(
            || moment.to_string(),
            |moment| {
                let midnight = moment.time() == chrono::NaiveTime::MIN;
                moment.format(if midnight { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M" }).to_string()
            },
        ),
        other => other.to_string(),
    }
}
