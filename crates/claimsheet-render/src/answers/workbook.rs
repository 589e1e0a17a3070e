//! Answers in a workbook: in the first of its sheets that names claims, and the ticks of the others.

use super::table;
use crate::table::xlsx::other_sheets::FINDING;
use crate::table::xlsx::{LOOKED, OTHERS};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use claimsheet_sheet::{Answers, Labels, TickedElsewhere};
use std::io::{Cursor, Read};

/// The most bytes that a workbook may hold unpacked.
const MOST: u64 = 256 << 20;

/// Reads the workbook in `bytes`.
///
/// # Errors
///
/// Where it is none, is too large, or no sheet of it names claims.
pub(super) fn answers(bytes: &[u8], labels: &Labels) -> Result<Answers, String> {
    measure(bytes)?;
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|error| format!("this is no workbook that can be read ({error}); save the table as CSV UTF-8"))?;
    let mut reason = "the workbook has no sheet".to_owned();
    let (mut entries, mut ticked) = (None, Vec::new());
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|error| format!("sheet {name:?}: {error}"))?;
        let mut rows = range.rows().map(|row| row.iter().map(text).collect::<Vec<String>>());
        let Some(header) = rows.find(|row| row.iter().any(|cell| !cell.trim().is_empty())) else { continue };
        let rows: Vec<Vec<String>> = rows.collect();
        if is_headed(&header, LOOKED) {
            ticked.extend(rows.iter().filter_map(|row| looked(row)));
        } else if is_headed(&header, OTHERS) {
            ticked.extend(rows.iter().filter_map(|row| settled(row)));
        } else if entries.is_none() {
            match table::answers(&header, &rows, labels) {
                Ok(found) => entries = Some(found),
                Err(wrong) => reason = wrong,
            }
        }
    }
    entries.map(|entries| Answers { entries, ticked }).ok_or(reason)
}

/// Whether a sheet has this header.
fn is_headed(header: &[String], names: &[(&str, f64)]) -> bool {
    names.iter().zip(header).all(|((name, _), cell)| cell.trim() == *name) && header.len() >= names.len()
}

/// The tick of a row of places to look.
fn looked(row: &[String]) -> Option<TickedElsewhere> {
    let [_, _, claim, place, why, looked, ..] = row else { return None };
    table::is_tick(looked).then(|| TickedElsewhere::Place(claim.clone(), place.clone(), why.clone()))
}

/// The tick of a problem, or of a name. Workbooks of earlier programs call a problem otherwise.
fn settled(row: &[String]) -> Option<TickedElsewhere> {
    let [part, _, what, words, _, settled, ..] = row else { return None };
    if !table::is_tick(settled) {
        return None;
    }
    match part.trim() {
        FINDING | "Settle first" => Some(TickedElsewhere::Finding(words.clone())),
        "Name" => {
            let titles = words.split("; ").skip(1).filter(|about| !about.starts_with("also “"));
            Some(TickedElsewhere::Name(format!("{what} {}", titles.collect::<Vec<_>>().join(" "))))
        }
        _ => None,
    }
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
