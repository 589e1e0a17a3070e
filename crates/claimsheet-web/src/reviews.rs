//! What people wrote in a sheet: answers that come back into it, and its reviews as lists.

use crate::options::Options;
use claimsheet_render::answers::answers;
use claimsheet_sheet::review_policy::export::{Export, export as exported};
use claimsheet_sheet::{Prefer, Sheet};
use serde::Serialize;

/// What can be exported, by the names of `export --format`.
pub const EXPORTS: &[(&str, &str, Export)] = &[
    ("queries", "md", Export::Queries),
    ("corrections", "md", Export::Corrections),
    ("sources", "md", Export::Sources),
    ("markdown", "md", Export::Markdown),
    ("claimreview", "json", Export::ClaimReview),
    ("json", "json", Export::Json),
    ("csv", "csv", Export::Csv),
];

/// A sheet with answers that came back.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answered {
    /// The sheet.
    pub text: String,
    /// Fields that were filled.
    pub filled: usize,
    /// Facts that were ticked.
    pub ticked: usize,
    /// Fields in which the sheet and an answer say two things.
    pub conflicts: Vec<Clash>,
    /// What else to look at, a line each.
    pub notes: Vec<String>,
}

/// A field in which the sheet and an answer say two things.
#[derive(Debug, Serialize)]
pub struct Clash {
    /// The line of the sheet, from 1, on which the entry begins.
    pub line: u32,
    /// The field's name.
    pub field: String,
    /// What stands there.
    pub here: String,
    /// What came back.
    pub there: String,
}

/// Puts the answers in `bytes` into the empty fields of a sheet, as `claimsheet import` does; `prefer` is empty,
/// `sheet` or `file`.
///
/// # Errors
///
/// Where the sheet or the answers cannot be read, with what to do.
pub fn import(sheet: &str, bytes: &[u8], prefer: &str, options: &Options) -> Result<Answered, String> {
    let config = options.config()?;
    let prefer = match prefer {
        "" => Prefer::Neither,
        "sheet" => Prefer::Sheet,
        "file" => Prefer::File,
        other => return Err(format!("{other:?} is neither sheet nor file")),
    };
    let answers = answers(bytes, &config.labels, &config.desk)?;
    let mut sheet = Sheet::parse(sheet).map_err(|error| error.to_string())?;
    let imported = sheet.import(&answers, &config.labels, &config.desk, prefer);
    let mut notes = Vec::new();
    for (_, word) in &imported.no_verdicts {
        notes.push(format!("{word:?} came back as the verdict and is none of the desk's; it stands in the entry"));
    }
    for name in &imported.kept {
        notes.push(format!("The sheet has no entry {name:?}; the answers stand at its end, in an entry of their own"));
    }
    for other in &imported.priorities {
        notes.push(format!("Priority: here {}, there {}; the sheet's stays", other.here, other.there));
    }
    for (_, fact) in &imported.unplaced {
        notes.push(format!("{fact:?} was ticked and has no line of its own in the sheet; tick it by hand"));
    }
    let conflicts = imported.conflicts.iter().map(|conflict| Clash {
        line: conflict.line,
        field: conflict.field.clone(),
        here: conflict.here.clone(),
        there: conflict.there.clone(),
    });
    Ok(Answered {
        conflicts: conflicts.collect(),
        filled: imported.filled,
        ticked: imported.ticked,
        notes,
        text: sheet.text(),
    })
}

/// The reviews of a sheet, as `claimsheet export` writes them.
///
/// # Errors
///
/// Where the sheet cannot be read, or there is no such export.
pub fn export(sheet: &str, name: &str, options: &Options) -> Result<String, String> {
    let config = options.config()?;
    let found = EXPORTS.iter().find(|(known, ..)| *known == name);
    let (.., what) = found.ok_or_else(|| format!("there is no export {name:?}"))?;
    let sheet = Sheet::parse(sheet).map_err(|error| error.to_string())?;
    exported(&sheet, &config.labels, &config.desk, *what)
}
