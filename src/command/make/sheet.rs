//! The file of an article's Markdown sheet: opened, and written with what people wrote in it.

use super::reset;
use crate::arguments::MakeArgs;
use crate::error::Error;
use crate::files::{self, Shown as _, Update};
use claimsheet_make::{MakeError, OtherDraft, Renewed, other_draft};
use claimsheet_sheet::{Origin, Sheet, SheetError};
use std::path::{Path, PathBuf};

/// A sheet that is about to be made.
pub(super) struct SheetFile {
    path: PathBuf,
    /// None where it goes to a stream.
    update: Option<Update>,
    /// What it is to be merged into.
    old: Option<Sheet>,
    /// Whether it starts over.
    resets: bool,
}

/// What is to be done with a sheet that is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// The draft, and how it is read.
    pub(super) origin: &'a Origin,
    pub(super) args: &'a MakeArgs,
    /// Whether the sheet is written, and not only read for other formats.
    pub(super) writes: bool,
}

impl SheetFile {
    /// Looks at what stands at `path`.
    pub(super) fn open(path: &Path, wanted: Wanted<'_>) -> Result<Self, Error> {
        let file = |update, old| Self { path: path.to_owned(), update, old, resets: false };
        if files::is_standard(path) || path.exists() && !path.is_file() {
            return Ok(file(None, None));
        }
        if wanted.args.config.sandbox {
            files::refuse_links(path)?;
        }
        let asked = wanted.args.reset.as_ref().filter(|_| wanted.writes && path.exists());
        if let Some(named) = asked {
            reset::confirmed(path, named.as_deref())?;
        }
        let update = files::update(path)?;
        if asked.is_some() {
            return Ok(Self { resets: true, ..file(Some(update), None) });
        }
        let old = update.old.as_deref().filter(|old| !old.trim().is_empty());
        let sheet = old.map(Sheet::parse).transpose().map_err(|error| wrong(path, &error))?;
        if let (Some(text), Some(sheet)) = (old, &sheet) {
            belongs(path, text, sheet, wanted)?;
        }
        Ok(file(Some(update), sheet))
    }

    /// The sheet into which the draft is merged; it can be taken once.
    pub(super) fn take_old(&mut self) -> Option<Sheet> {
        self.old.take()
    }

    /// What is wrong with the sheet of this file.
    pub(super) fn wrong(&self, error: MakeError) -> Error {
        match error {
            MakeError::Render(error) => error.into(),
            MakeError::Sheet(error) => wrong(&self.path, &error),
        }
    }

    /// Writes the sheet. A new one is open to no more people than the draft `article`.
    pub(super) fn write(self, renewed: &Renewed, article: &Path) -> Result<(), Error> {
        let Some(update) = self.update else { return files::write(&self.path, renewed.text()) };
        if self.resets {
            let kept = files::keep_copy(&self.path)?;
            files::tell(&format!("{}: what was there is kept as {}", self.path.shown(), kept.shown()));
        }
        update.write(renewed.text(), &[article])
    }
}

/// Refuses a file that is no sheet, and the sheet of another draft.
fn belongs(path: &Path, text: &str, sheet: &Sheet, wanted: Wanted<'_>) -> Result<(), Error> {
    let is_foreign = matches!(Sheet::parse_strictly(text), Err(SheetError::Foreign)) && !sheet.has_entries();
    let is_named = path.file_name().is_some_and(|name| name.as_encoded_bytes().ends_with(b".worksheet.md"));
    if is_foreign && !is_named && wanted.writes && !wanted.args.force {
        return Err(Error::Exists(path.to_owned()));
    }
    match other_draft(sheet, wanted.origin).filter(|_| !wanted.args.renamed) {
        None => Ok(()),
        Some(OtherDraft { theirs, own }) => Err(Error::Sheet(
            path.to_owned(),
            format!(
                "this is the sheet of {theirs}, and not of {own}; name another sheet with -o, or, if the draft was renamed or moved, add --renamed",
            ),
        )),
    }
}

fn wrong(path: &Path, error: &SheetError) -> Error {
    Error::Sheet(path.to_owned(), error.to_string())
}
