//! The Markdown sheet of an article: made, or made anew with what people wrote in it.

use crate::error::Error;
use crate::files::{self, Update};
use claimsheet_config::Config;
use claimsheet_render::{RenderOptions, markdown};
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{self, ClaimWords, Entry, Merged, Sheet, SheetError, Ticked};
use std::cell::OnceCell;
use std::path::{Path, PathBuf};

/// A sheet that is about to be made.
pub(super) struct SheetFile {
    path: PathBuf,
    /// None where it goes to a stream.
    update: Option<Update>,
    /// What it is to be merged into.
    old: Option<Sheet>,
}

/// A sheet as it is after this run, not yet written.
pub(super) struct Renewed {
    file: SheetFile,
    text: String,
    /// The text as parts and lines, once it is asked for.
    sheet: OnceCell<Option<Sheet>>,
    /// What became of the claims, where there was a sheet to merge into.
    changes: Option<Box<Merged>>,
}

impl SheetFile {
    /// Looks at what stands at `path`; `replace` if that is not to be merged into.
    pub(super) fn open(path: &Path, replace: bool) -> Result<Self, Error> {
        if files::is_standard(path) || path.exists() && !path.is_file() {
            return Ok(Self { path: path.to_owned(), update: None, old: None });
        }
        let update = files::update(path)?;
        let old = update.old.as_deref().filter(|old| !replace && !old.trim().is_empty());
        let old = old.map(Sheet::parse).transpose().map_err(|error| wrong(path, &error))?;
        Ok(Self { path: path.to_owned(), update: Some(update), old })
    }

    /// Renders `worksheet` into what stood there; `claims` are all of the article, those below the
    /// lowest priority included.
    pub(super) fn renewed(
        self,
        worksheet: &mut Worksheet,
        claims: &[ClaimWords],
        options: &RenderOptions,
        config: &Config,
    ) -> Result<Renewed, Error> {
        worksheet.done = self.old.as_ref().map_or(0, |old| claimsheet_sheet::done(old, &config.labels, claims));
        let rendered = markdown::render(worksheet, options)?;
        let made = match &self.old {
            Some(old) => merged(old, &rendered, claims),
            None => claimsheet_sheet::with_record(rendered, claims).map(|text| (text, None)),
        };
        let (text, changes) = made.map_err(|error| wrong(&self.path, &error))?;
        Ok(Renewed { file: self, text, sheet: OnceCell::new(), changes })
    }
}

fn merged(old: &Sheet, rendered: &str, claims: &[ClaimWords]) -> Result<(String, Option<Box<Merged>>), SheetError> {
    let mut merged = claimsheet_sheet::merge(old, rendered, claims)?;
    Ok((std::mem::take(&mut merged.text), Some(Box::new(merged))))
}

impl Renewed {
    /// The sheet with its record.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Its entries.
    pub(super) fn entries(&self, config: &Config) -> Vec<Entry> {
        self.sheet().map(|sheet| claimsheet_sheet::entries(sheet, &config.labels)).unwrap_or_default()
    }

    /// Its findings that a person settled; none in a sheet that is new.
    pub(super) fn settled(&self) -> Ticked {
        let sheet = self.changes.as_ref().and_then(|_| self.sheet());
        sheet.map(Sheet::ticked_findings).unwrap_or_default()
    }

    /// The text as parts and lines. A merge of sheets that could be read can be read.
    fn sheet(&self) -> Option<&Sheet> {
        self.sheet.get_or_init(|| Sheet::parse(&self.text).ok()).as_ref()
    }

    /// Writes it; what became of the claims, where there was a sheet to merge into.
    pub(super) fn write(self) -> Result<Option<Box<Merged>>, Error> {
        match self.file.update {
            Some(update) => update.write(&self.text)?,
            None => files::write(&self.file.path, &self.text)?,
        }
        Ok(self.changes)
    }
}

fn wrong(path: &Path, error: &SheetError) -> Error {
    Error::Sheet(path.to_owned(), error.to_string())
}
