//! What runs leave that were killed: files that were being written, and sheets that were just replaced.

use super::write::{PREFIX, SUFFIX};
use super::{Shown as _, index};
use claimsheet_sheet::worksheet::sha256;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// The end of the name of a sheet while it changes places with its old text.
const SWAP: &str = ".swap";

/// Letters in a name that [`tempfile`] chooses.
const CHOSEN: usize = 6;

/// The name for a new text while it changes places with the old one: by its digest, it is told from the old.
pub(super) fn swap_name(folder: &Path, bytes: &[u8]) -> PathBuf {
    folder.join(format!("{PREFIX}{}{SWAP}", digest(bytes)))
}

fn digest(bytes: &[u8]) -> String {
    let mut digits = sha256(bytes);
    digits.truncate(16);
    digits
}

/// The folders that were cleared: once a run is enough, and a run may write thousands of files to one.
static CLEARED: LazyLock<Mutex<HashSet<PathBuf>>> = LazyLock::new(Mutex::default);

/// Clears a folder of what killed runs left; whoever calls this holds the lock of the folder. A text that is
/// nowhere else is kept, under a name that one sees, and told.
pub(super) fn clear_once(folder: &Path) {
    // It stays locked meanwhile: another thread is not to begin a file that looks left over.
    if let Ok(mut cleared) = CLEARED.lock()
        && cleared.insert(folder.to_owned())
    {
        clear(folder);
    }
}

fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let files = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let files: Vec<(PathBuf, String)> =
        files.filter_map(|entry| Some((entry.path(), entry.file_name().into_string().ok()?))).collect();
    for (path, name) in &files {
        let Some(rest) = name.strip_prefix(PREFIX) else { continue };
        let is_unfinished = rest.strip_suffix(SUFFIX).is_some_and(|chosen| chosen.len() == CHOSEN);
        let swapped = rest.strip_suffix(SWAP).filter(|digits| digits.len() == 16);
        if is_unfinished {
            let _ = fs::remove_file(path);
        } else if let Some(digits) = swapped {
            rescue(path, digits, &files);
        }
    }
}

/// Removes a text that changed places, unless it is nowhere else.
fn rescue(path: &Path, digits: &str, others: &[(PathBuf, String)]) {
    let Ok(bytes) = fs::read(path) else { return };
    let is_copy = |other: &PathBuf| {
        let is_as_long = fs::metadata(other).is_ok_and(|known| known.len() == bytes.len() as u64);
        is_as_long && fs::read(other).is_ok_and(|own| own == bytes)
    };
    let is_elsewhere = others.iter().any(|(other, _)| other != path && is_copy(other));
    if digest(&bytes) == digits || is_elsewhere || index::holds_any(path, &bytes) {
        let _ = fs::remove_file(path);
        return;
    }
    let kept = path.with_file_name(format!("claimsheet-rescued-{}.md", digest(&bytes)));
    if fs::rename(path, &kept).is_ok() {
        super::tell(&format!("{}: a sheet that was saved while a run was stopped; look into it", kept.shown()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_elsewhere_is_cleared_and_what_is_not_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        fs::write(file(".claimsheet-abcdef.tmp"), "half").unwrap();
        fs::write(file(".claimsheet-of-mine"), "mine").unwrap();
        fs::write(swap_name(folder.path(), b"new"), "new").unwrap();
        fs::write(swap_name(folder.path(), b"newer"), "kept").unwrap();
        fs::write(swap_name(folder.path(), b"newest"), "saved meanwhile").unwrap();
        fs::write(file("a.worksheet.md.bak"), "kept").unwrap();
        clear(folder.path());
        let mut names: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let rescued = format!("claimsheet-rescued-{}.md", digest(b"saved meanwhile"));
        assert_eq!(names, [".claimsheet-of-mine", "a.worksheet.md.bak", &rescued]);
    }
}
