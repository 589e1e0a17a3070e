//! The Markdown sheet of an article: made, or made anew with what people wrote in it.

use super::reset;
use crate::arguments::MakeArgs;
use crate::error::Error;
use crate::files::{self, Shown as _, Update};
use claimsheet_config::Config;
use claimsheet_render::{RenderOptions, markdown};
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{self, Entry, Merged, Origin, Run, Sheet, SheetError, Ticked};
use std::cell::OnceCell;
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

/// A sheet as it is after this run, not yet written.
pub(super) struct Renewed {
    file: SheetFile,
    text: String,
    /// The text as parts and lines, once it is asked for.
    sheet: OnceCell<Option<Sheet>>,
    /// What became of the claims, where there was a sheet to merge into.
    changes: Option<Box<Merged>>,
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

    /// Renders `worksheet` into what stood there; `claims` are all of the article, those below the
    /// lowest priority included.
    pub(super) fn renewed(
        mut self,
        worksheet: &mut Worksheet,
        run: &Run<'_>,
        options: &RenderOptions,
        config: &Config,
    ) -> Result<Renewed, Error> {
        self.old = self.old.map(|old| old.recognised(run.claims).into_owned());
        worksheet.done = self.old.as_ref().map_or(0, |old| config.desk.done(old, &config.labels, run.claims));
        let rendered = markdown::render(worksheet, options)?;
        let made = match &self.old {
            Some(old) => merged(old, &rendered, run),
            None => claimsheet_sheet::with_record(rendered, run).map(|text| (text, None)),
        };
        let (text, changes) = made.map_err(|error| wrong(&self.path, &error))?;
        Ok(Renewed { file: self, text, sheet: OnceCell::new(), changes })
    }
}

/// Refuses a file that is no sheet, and the sheet of another draft.
fn belongs(path: &Path, text: &str, sheet: &Sheet, wanted: Wanted<'_>) -> Result<(), Error> {
    let is_foreign = matches!(Sheet::parse_strictly(text), Err(SheetError::Foreign)) && !sheet.has_entries();
    let is_named = path.file_name().is_some_and(|name| name.as_encoded_bytes().ends_with(b".worksheet.md"));
    if is_foreign && !is_named && wanted.writes && !wanted.args.force {
        return Err(Error::Exists(path.to_owned()));
    }
    let own = wanted.origin;
    let (article, _) = sheet.article();
    let theirs = match sheet.origin() {
        Some(theirs) => Some((theirs.draft.as_str(), theirs.part.as_deref())),
        None => article.as_deref().map(|name| (name, own.part.as_deref())),
    };
    let Some((draft, part)) = theirs.filter(|(draft, _)| !draft.is_empty()) else { return Ok(()) };
    let name = |draft: &str| draft.rsplit('/').next().unwrap_or("").to_owned();
    let is_same = if sheet.origin().is_some() { draft == own.draft } else { name(draft) == name(&own.draft) };
    if is_same && part == own.part.as_deref() || wanted.args.renamed {
        return Ok(());
    }
    let called = |draft: &str, part: Option<&str>| {
        let draft = if draft == "-" { "standard input".to_owned() } else { draft.to_owned() };
        part.map_or_else(|| draft.clone(), |part| format!("{draft} ({part})"))
    };
    Err(Error::Sheet(
        path.to_owned(),
        format!(
            "this is the sheet of {}, and not of {}; name another sheet with -o, or, if the draft was renamed or moved, add --renamed",
            called(draft, part),
            called(&own.draft, own.part.as_deref())
        ),
    ))
}

fn merged(old: &Sheet, rendered: &str, run: &Run<'_>) -> Result<(String, Option<Box<Merged>>), SheetError> {
    let mut merged = claimsheet_sheet::merge(old, rendered, run)?;
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

    /// Writes it; what became of the claims, where there was a sheet to merge into. A new sheet is open to no
    /// more people than the draft `article`.
    pub(super) fn write(self, article: &Path) -> Result<Option<Box<Merged>>, Error> {
        match self.file.update {
            Some(update) => {
                if self.file.resets {
                    let kept = files::keep_copy(&self.file.path)?;
                    files::tell(&format!("{}: what was there is kept as {}", self.file.path.shown(), kept.shown()));
                }
                update.write(&self.text, Some(article))?;
            }
            None => files::write(&self.file.path, &self.text)?,
        }
        Ok(self.changes)
    }
}

fn wrong(path: &Path, error: &SheetError) -> Error {
    Error::Sheet(path.to_owned(), error.to_string())
}
