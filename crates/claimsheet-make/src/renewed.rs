//! A sheet as it is after a run, not yet written.

use claimsheet_render::{RenderError, RenderOptions, markdown};
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{Entry, Labels, Merged, Run, Sheet, SheetError, Ticked};
use std::cell::OnceCell;
use std::fmt;

/// A sheet as it is after a run, not yet written.
#[derive(Debug)]
pub struct Renewed {
    text: String,
    /// The text as parts and lines, once it is asked for.
    sheet: OnceCell<Option<Sheet>>,
    /// What became of the claims, where there was a sheet to merge into.
    changes: Option<Box<Merged>>,
}

/// Why a sheet could not be made.
#[derive(Debug)]
pub enum MakeError {
    /// It could not be rendered.
    Render(RenderError),
    /// What was rendered cannot be merged into the sheet that was there.
    Sheet(SheetError),
}

impl fmt::Display for MakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Render(error) => error.fmt(f),
            Self::Sheet(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for MakeError {}

impl From<RenderError> for MakeError {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}

impl From<SheetError> for MakeError {
    fn from(error: SheetError) -> Self {
        Self::Sheet(error)
    }
}

impl Renewed {
    /// Renders `worksheet` into what stood there.
    pub(crate) fn of(
        old: Option<&Sheet>,
        worksheet: &Worksheet,
        run: &Run<'_>,
        options: &RenderOptions,
    ) -> Result<Self, MakeError> {
        let rendered = markdown::render(worksheet, options)?;
        let (text, changes) = if let Some(old) = old {
            let mut merged = claimsheet_sheet::merge(old, &rendered, run)?;
            (std::mem::take(&mut merged.text), Some(Box::new(merged)))
        } else {
            (claimsheet_sheet::with_record(rendered, run)?, None)
        };
        Ok(Self { text, sheet: OnceCell::new(), changes })
    }

    /// The sheet with its record.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its entries.
    pub fn entries(&self, labels: &Labels) -> Vec<Entry> {
        self.sheet().map(|sheet| claimsheet_sheet::entries(sheet, labels)).unwrap_or_default()
    }

    /// Its findings that a person settled; none in a sheet that is new.
    pub fn settled(&self) -> Ticked {
        let sheet = self.changes.as_ref().and_then(|_| self.sheet());
        sheet.map(Sheet::ticked_findings).unwrap_or_default()
    }

    /// What became of the claims, where there was a sheet to merge into; its text is taken out.
    pub fn changes(&self) -> Option<&Merged> {
        self.changes.as_deref()
    }

    /// The text as parts and lines. A merge of sheets that could be read can be read.
    fn sheet(&self) -> Option<&Sheet> {
        self.sheet.get_or_init(|| Sheet::parse(&self.text).ok()).as_ref()
    }
}
