//! What the commands on sheets share: finding them, reading them, their drafts.

use crate::error::Error;
use crate::files;
use claimsheet_sheet::Sheet;
use std::path::{Path, PathBuf};

/// The end of a sheet's name.
const ENDING: &str = ".worksheet.md";

/// The sheets that the arguments name: files as they are, folders by the sheets in them and below, by
/// name.
pub(super) fn named(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            below(path, &mut found).map_err(|error| Error::Input(path.clone(), error))?;
        } else {
            found.push(path.clone());
        }
    }
    if found.is_empty() {
        return Err(Error::Usage(format!("there is no {ENDING} in the folders named; make one first")));
    }
    Ok(found)
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() && !path.is_symlink() && !name.starts_with('.') {
            below(&path, found)?;
        } else if name.ends_with(ENDING) {
            found.push(path);
        }
    }
    Ok(())
}

/// A sheet as it can be read.
pub(super) fn read(path: &Path) -> Result<Sheet, Error> {
    parse(path, &text(path)?)
}

/// A sheet that somebody is to rely on.
pub(super) fn read_strictly(path: &Path) -> Result<Sheet, Error> {
    Sheet::parse_strictly(&text(path)?).map_err(|error| Error::Unreadable(path.to_owned(), error.to_string()))
}

fn text(path: &Path) -> Result<String, Error> {
    String::from_utf8(files::read(path)?).map_err(|error| {
        Error::Unreadable(path.to_owned(), format!("byte {} is not UTF-8", error.utf8_error().valid_up_to()))
    })
}

pub(super) fn parse(path: &Path, text: &str) -> Result<Sheet, Error> {
    Sheet::parse(text).map_err(|error| Error::Sheet(path.to_owned(), error.to_string()))
}

/// The error for a sheet that is to be changed and is not there.
pub(super) fn not_there(path: &Path) -> Error {
    Error::Input(path.to_owned(), std::io::Error::from(std::io::ErrorKind::NotFound))
}

/// The draft that a sheet names, where it is there.
pub(super) fn draft(path: &Path, sheet: &Sheet) -> Option<PathBuf> {
    let (article, _) = sheet.article();
    let way = sheet.origin().map(|origin| origin.draft.clone()).or(article)?;
    files::follow(path, &way).filter(|draft| draft.is_file())
}

/// Today by the system's clock, in universal time.
pub(super) fn today() -> Option<chrono::NaiveDate> {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    Some(chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?.date_naive())
}
