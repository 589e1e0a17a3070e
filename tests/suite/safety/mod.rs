//! What the desk relies on: nothing is approved by accident, nothing that a person wrote is lost, nothing of a
//! draft is let out or in.

#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names are ours")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

mod approving;
mod arranging;
mod backing;
mod files;
mod growth;
mod importing;
mod keeping;
mod sandbox;
mod saying;
mod starting_over;

/// A draft with five claims and something to settle.
const DRAFT: &str = "# Quay opens\n\nThe quay cost $3 million, Mayor Ruth Lund said last Friday. It opened in 1931. It is the longest quay in the county, with 41 berths.\n\n“We will never sell it,” Lund said. About 70 percent of residents backed the plan in a 2024 survey, according to the port's report.\n";

/// A folder to work in.
struct Folder(tempfile::TempDir);

/// What a run said, and its exit code.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with the draft and its sheet, in which every claim is done.
    fn done() -> Self {
        let folder = Self::new();
        folder.write("draft.md", DRAFT);
        folder.run(&["make", "draft.md"]).is(0);
        let sheet = folder.read("draft.worksheet.md");
        folder.write("draft.worksheet.md", &finished(&sheet));
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn has(&self, name: &str) -> bool {
        self.path(name).symlink_metadata().is_ok()
    }

    /// Changes a file.
    fn edit(&self, name: &str, edit: impl FnOnce(String) -> String) {
        let text = edit(self.read(name));
        self.write(name, &text);
    }

    /// The names of the files.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimsheet"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Said {
        let run = self.command(args).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Said { code: run.status.code(), out: text(run.stdout), err: text(run.stderr) }
    }
}

impl Said {
    /// Holds that the exit code is this one.
    #[track_caller]
    fn is(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    /// Holds that it says this.
    #[track_caller]
    fn says(self, words: &str) -> Self {
        assert!(self.out.contains(words) || self.err.contains(words), "{words:?} is not in {self:?}");
        self
    }
}

/// The sheet with every claim done and every box ticked.
fn finished(sheet: &str) -> String {
    sheet
        .replace("Verdict:", "Verdict: confirmed")
        .replace("Source:", "Source: harbour log")
        .replace("Checked by:", "Checked by: T. Reed, 2026-03-02")
        .replace("[ ]", "[x]")
}

/// The text without the entry of this number.
fn without_entry(sheet: &str, number: usize) -> String {
    let start = sheet.find(&format!("### {number}. ")).unwrap();
    let end = start + sheet[start + 4..].find("\n##").unwrap() + 5;
    format!("{}{}", &sheet[..start], &sheet[end..])
}

/// The sheet without its record.
fn without_record(sheet: &str) -> &str {
    &sheet[..sheet.find("<!-- claimsheet:record").unwrap()]
}

fn holds(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}
