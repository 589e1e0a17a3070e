//! The Markdown sheet of an article: made, or made anew with what people wrote in it.

use crate::error::Error;
use crate::files::{self, Update};
use claimsheet::config::Config;
use claimsheet::render::{RenderOptions, markdown};
use claimsheet::sheet::{self, ClaimWords, Entry, Merged, Sheet, SheetError, Ticked};
use claimsheet::worksheet::Worksheet;
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
    content: Content,
    /// Its entries.
    pub(super) entries: Vec<Entry>,
    /// Its findings that a person settled.
    pub(super) settled: Ticked,
}

enum Content {
    New(String),
    Merged(Box<Merged>),
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
        worksheet.done = self.old.as_ref().map_or(0, |old| sheet::done(old, &config.labels, claims));
        let rendered = markdown::render(worksheet, options)?;
        let content = match &self.old {
            Some(old) => sheet::merge(old, &rendered, claims).map(|merged| Content::Merged(Box::new(merged))),
            None => sheet::with_record(&rendered, claims).map(Content::New),
        };
        let content = content.map_err(|error| wrong(&self.path, &error))?;
        let parsed = Sheet::parse(content.text()).map_err(|error| wrong(&self.path, &error))?;
        let entries = sheet::entries(&parsed, &config.labels);
        Ok(Renewed { entries, settled: parsed.ticked_findings(), content, file: self })
    }
}

impl Renewed {
    /// The sheet with its record.
    pub(super) fn text(&self) -> &str {
        self.content.text()
    }

    /// Writes it; what became of the claims, where there was a sheet to merge into.
    pub(super) fn write(self) -> Result<Option<Merged>, Error> {
        match self.file.update {
            Some(update) => update.write(self.content.text())?,
            None => files::write(&self.file.path, self.content.text())?,
        }
        match self.content {
            Content::New(_) => Ok(None),
            Content::Merged(merged) => Ok(Some(*merged)),
        }
    }
}

impl Content {
    fn text(&self) -> &str {
        match self {
            Self::New(text) => text,
            Self::Merged(merged) => &merged.text,
        }
    }
}

fn wrong(path: &Path, error: &SheetError) -> Error {
    Error::Sheet(path.to_owned(), error.to_string())
}
