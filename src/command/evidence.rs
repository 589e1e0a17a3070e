//! `claimsheet evidence`: what a folder of documents holds, and where words stand in it.

use crate::arguments::EvidenceArgs;
use crate::error::Error;
use crate::files;
use claimsheet::Options;
use claimsheet_evidence::{Backing, Index, Limits};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Passages that a search shows.
const SHOWN: usize = 20;

/// Folders within folders.
const DEEPEST: usize = 32;

/// Runs the command.
pub(crate) fn run(args: &EvidenceArgs) -> Vec<Error> {
    let backing = match backing(&args.folder) {
        Ok(backing) => backing,
        Err(error) => return vec![error],
    };
    let text = if args.words.is_empty() { listed(&backing) } else { searched(&backing, &args.words.join(" ")) };
    files::write(Path::new("-"), text).err().into_iter().collect()
}

/// Reads the documents in a folder and below; names that begin with a stop are passed over.
///
/// # Errors
///
/// [`Error::Input`] where the folder or a file in it cannot be read at all.
fn backing(folder: &Path) -> Result<Backing, Error> {
    let limits = Limits::default();
    let read = documents(folder, &limits)?;
    Ok(Backing::read(read.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())), &limits))
}

/// The documents in a folder and below, each by its path within it, in the order of the paths.
///
/// # Errors
///
/// [`Error::Input`] where the folder or a file in it cannot be read at all.
pub(crate) fn documents(folder: &Path, limits: &Limits) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut paths = Vec::new();
    if folder.is_dir() {
        walk(folder, 0, &mut paths)?;
    } else {
        paths.push(folder.to_owned());
    }
    let mut read: Vec<(String, Vec<u8>)> = Vec::with_capacity(paths.len());
    for path in paths {
        let within = path.strip_prefix(folder).ok().filter(|rest| !rest.as_os_str().is_empty());
        let name = within.map_or_else(|| path.file_name().unwrap_or_default().to_string_lossy().into_owned(), shown);
        // What is larger than the limit is listed as not read; one byte more tells it.
        let bytes = files::head(&path, limits.bytes + 1)?;
        read.push((name, bytes));
    }
    read.sort_by(|one, two| one.0.cmp(&two.0));
    Ok(read)
}

/// A path with slashes, whatever the system writes.
fn shown(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Error> {
    let broken = |error| Error::Input(folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(broken)? {
        let entry = entry.map_err(broken)?;
        let kind = entry.file_type().map_err(broken)?;
        if entry.file_name().to_string_lossy().starts_with(['.', '~']) {
            continue;
        }
        if kind.is_dir() && depth < DEEPEST {
            walk(&entry.path(), depth + 1, found)?;
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    Ok(())
}

/// What was read, and what was not.
fn listed(backing: &Backing) -> String {
    let mut text = String::new();
    for file in &backing.files {
        let passages = file.passages.iter().filter(|passage| passage.cell.is_none()).count();
        let cells = file.passages.len() - passages;
        let table = if cells > 0 { format!(", {cells} cells") } else { String::new() };
        let _ = writeln!(text, "{} — {}, {passages} passages{table}", file.path, file.kind);
        for warning in &file.warnings {
            let _ = writeln!(text, "  {warning}");
        }
    }
    if !backing.unread.is_empty() {
        let _ = writeln!(text, "\nNot read:");
    }
    for file in &backing.unread {
        let _ = writeln!(text, "{} — {}", file.path, file.advice);
    }
    let _ = writeln!(text, "\n{} read, {} not", backing.files.len(), backing.unread.len());
    text
}

/// Where the words stand, the best passages first.
fn searched(backing: &Backing, words: &str) -> String {
    let options = Options::default();
    let hits = Index::of(backing, &options, None).search(words, SHOWN);
    let mut text = String::new();
    for hit in &hits {
        let place = hit.place.describe();
        let separator = if place.is_empty() { "" } else { ", " };
        let _ = writeln!(text, "{}{separator}{place}\n  {}", hit.file, hit.text.trim());
    }
    if hits.is_empty() {
        let _ = writeln!(text, "no passage has any of these words");
    }
    text
}
