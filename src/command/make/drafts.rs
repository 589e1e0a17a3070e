//! Which drafts are made: those that are named, and every one in a folder that is named.
//!
//! In a folder a file is a draft by the end of its name. Files that are drafts no reader reads are
//! drafts too, so that their error says what to do; what is no draft is told.

use crate::arguments::MakeArgs;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet_config::FILE;
use claimsheet_make::is_sheet;
use claimsheet_read::READERS;
use claimsheet_render::FORMATS;
use ignore::WalkBuilder;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Names, in lower case without extension, of files that tell of a folder and are no drafts.
const NO_DRAFTS: &[&str] = &["readme", "license", "licence", "changelog", "contributing"];

/// Extensions of drafts that no reader reads.
const UNREADABLE: &[&str] = &["doc", "pages", "wpd", "wps"];

/// How many bytes of a file are looked at for the signs of a sheet.
const LOOKED_AT: u64 = 16 << 20;

/// Files that are named as no drafts, at most.
const SHOWN: usize = 5;

/// A draft to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) path: PathBuf,
    /// Its folder within the one that was named; empty for a draft that was named itself.
    below: PathBuf,
    found: bool,
}

impl Draft {
    /// The arguments as if this draft alone had been named, with an output folder of its own below
    /// the one that was named.
    ///
    /// # Errors
    ///
    /// [`Error::Output`] where that folder cannot be made.
    pub(super) fn args(&self, args: &MakeArgs) -> Result<MakeArgs, Error> {
        let mut own = args.clone();
        own.articles = vec![self.path.clone()];
        if self.below.as_os_str().is_empty() {
            return Ok(own);
        }
        for output in own.output.iter_mut().filter(|output| output.is_dir()) {
            output.push(&self.below);
            std::fs::create_dir_all(&*output).map_err(|error| Error::Output(output.clone(), error))?;
        }
        Ok(own)
    }

    /// Whether it was found in a folder, and not named itself.
    pub(super) const fn is_found(&self) -> bool {
        self.found
    }

    /// What its files are called, and where: two drafts that share it would share a sheet.
    fn place(&self, in_folder: bool) -> PathBuf {
        let stem = self.path.file_stem().unwrap_or_default();
        if in_folder { self.below.join(stem) } else { self.path.with_file_name(stem) }
    }
}

/// What a file in a folder is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Draft,
    /// A sheet or another output of ours, or a file about the folder.
    Ours,
    Other,
}

/// The drafts that the arguments name, in their order, those of a folder by path; and what is wrong
/// with some of them.
pub(super) fn named(args: &MakeArgs) -> (Vec<Draft>, Vec<Error>) {
    let (mut drafts, mut errors) = (Vec::new(), Vec::new());
    for path in &args.articles {
        if is_output(path, &args.articles) {
            files::pass_over_sheet(path);
            continue;
        }
        if files::is_standard(path) || !path.is_dir() {
            drafts.push(Draft { path: path.clone(), below: PathBuf::new(), found: false });
            continue;
        }
        let (found, wrong) = below(path, args.config.sandbox);
        if found.is_empty() && wrong.is_empty() {
            errors.push(Error::NoDrafts(path.clone()));
        }
        drafts.extend(found);
        errors.extend(wrong);
    }
    let in_folder = args.output.iter().any(|output| output.is_dir());
    (apart(drafts, in_folder, &mut errors), errors)
}

/// The drafts in a folder and below. A file that several links lead to is one draft; links in a
/// circle end.
fn below(folder: &Path, sandbox: bool) -> (Vec<Draft>, Vec<Error>) {
    let walk = WalkBuilder::new(folder)
        .follow_links(!sandbox)
        .require_git(false)
        .git_global(false)
        .sort_by_file_name(Ord::cmp)
        .build();
    let (mut drafts, mut others, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for entry in walk {
        let path = match entry {
            Ok(entry) => entry.into_path(),
            Err(error) => {
                errors.extend(unread(folder, &error));
                continue;
            }
        };
        if !path.is_file() || !std::fs::canonicalize(&path).is_ok_and(|file| seen.insert(file)) {
            continue;
        }
        match sort(&path) {
            Sort::Draft => {
                let parent = path.parent().and_then(|parent| parent.strip_prefix(folder).ok());
                let below = parent.unwrap_or(Path::new("")).to_owned();
                drafts.push(Draft { path: path.strip_prefix(".").unwrap_or(&path).to_owned(), below, found: true });
            }
            Sort::Other => others.push(path),
            Sort::Ours => {}
        }
    }
    tell_of_others(folder, &others);
    (drafts, errors)
}

/// Says which files in a folder are no drafts, so that none is missed silently.
fn tell_of_others(folder: &Path, others: &[PathBuf]) {
    let names: Vec<String> = others.iter().take(SHOWN).map(|path| path.shown()).collect();
    let more = if others.len() > SHOWN { ", …" } else { "" };
    match others.len() {
        0 => {}
        1 => files::tell(&format!("{}: not read, as its name is no draft's: {}", folder.shown(), names.join(""))),
        count => files::tell(&format!(
            "{}: {count} files not read, as their names are no drafts': {}{more}",
            folder.shown(),
            names.join(", ")
        )),
    }
}

/// The error for what could not be looked at; links in a circle are none.
fn unread(folder: &Path, error: &ignore::Error) -> Option<Error> {
    if is_loop(error) {
        return None;
    }
    let path = path_of(error).unwrap_or(folder).to_owned();
    let cause = match error.io_error().map(io::Error::kind) {
        Some(kind @ io::ErrorKind::NotFound) if path.is_symlink() => io::Error::new(kind, "the link leads nowhere"),
        Some(kind) => io::Error::from(kind),
        None => io::Error::other(error.to_string()),
    };
    Some(Error::Input(path, cause))
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// Whether links lead in a circle.
fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithPath { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
        _ => false,
    }
}

/// What a file is by its name, and a Markdown file by its first bytes.
fn sort(path: &Path) -> Sort {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let Some((stem, extension)) = name.rsplit_once('.') else {
        return if NO_DRAFTS.contains(&&*name) { Sort::Ours } else { Sort::Other };
    };
    let is_output =
        FORMATS.iter().any(|format| name.strip_suffix(format.suffix).is_some_and(|stem| stem.ends_with('.')));
    let is_read =
        UNREADABLE.contains(&extension) || READERS.iter().any(|reader| reader.extensions.contains(&extension));
    if is_output
        || name == FILE
        || name.ends_with(".worksheet.md.bak")
        || NO_DRAFTS.contains(&stem)
        || holds_sheet(path)
        || is_read && holds_output(path)
    {
        Sort::Ours
    } else if is_read {
        Sort::Draft
    } else {
        Sort::Other
    }
}

/// Whether a file is a sheet, whatever it is called.
fn holds_sheet(path: &Path) -> bool {
    let mut start = Vec::new();
    let is_text = path.extension().is_some_and(|name| ["md", "markdown", "txt"].iter().any(|text| name == *text));
    let file = std::fs::File::open(path).ok().filter(|_| is_text);
    let read = file.map(|file| file.take(LOOKED_AT).read_to_end(&mut start));
    matches!(read, Some(Ok(_))) && is_sheet(&start)
}

/// Whether a file that is no text is one that this program wrote, as a page of another name than it would give.
fn holds_output(path: &Path) -> bool {
    let may_be = ["html", "htm", "docx", "json"];
    let may_be = path.extension().is_some_and(|name| may_be.iter().any(|one| name.eq_ignore_ascii_case(one)));
    let read = || {
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(LOOKED_AT).read_to_end(&mut bytes).map(|_| bytes)
    };
    may_be && read().is_ok_and(|bytes: Vec<u8>| claimsheet_render::is_output(&bytes))
}

/// Whether a file is a sheet by its name.
fn is_named_sheet(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().ends_with(b".worksheet.md"))
}

/// Whether a file that is one of several to be read is one that an earlier run wrote: a sheet, or another output
/// of one of them. Patterns like `*.md` name these too, once they are there.
fn is_output(file: &Path, articles: &[PathBuf]) -> bool {
    if articles.len() > 1 && (is_named_sheet(file) || file.is_file() && (holds_sheet(file) || holds_output(file))) {
        return true;
    }
    let Some(name) = file.file_name().map(OsStr::as_encoded_bytes) else { return false };
    FORMATS.iter().filter_map(|format| name.strip_suffix(format.suffix.as_bytes())?.strip_suffix(b".")).any(|stem| {
        let is_draft = |other: &PathBuf| other.file_stem().is_some_and(|own| own.as_encoded_bytes() == stem);
        articles.iter().any(|other| other != file && other.parent() == file.parent() && is_draft(other))
    })
}

/// The drafts without those whose sheet would be that of an earlier one, each draft once.
fn apart(drafts: Vec<Draft>, in_folder: bool, errors: &mut Vec<Error>) -> Vec<Draft> {
    let mut places: HashMap<PathBuf, PathBuf> = HashMap::new();
    let mut is_apart = |draft: &Draft| match places.entry(draft.place(in_folder)) {
        Entry::Vacant(place) => {
            place.insert(draft.path.clone());
            true
        }
        Entry::Occupied(place) if *place.get() == draft.path => false,
        Entry::Occupied(place) => {
            let first = place.get().shown();
            let reason = format!("its sheet would be that of {first}; give one of them another name");
            errors.push(Error::Sheet(draft.path.clone(), reason));
            false
        }
    };
    drafts.into_iter().filter(|draft| files::is_standard(&draft.path) || is_apart(draft)).collect()
}
