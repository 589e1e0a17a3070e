//! A worksheet in the formats that people and machines read.

use crate::worksheet::Worksheet;
use std::fmt;
use std::path::{Path, PathBuf};

mod csv;
pub mod escape;
mod json;
mod markdown;

/// A format to write.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutputFormat {
    /// The sheet that people tick and fill.
    #[default]
    Markdown,
    /// The whole analysis, for machines.
    Json,
    /// One row a claim.
    Csv,
}

/// Writes a worksheet with the templates of a folder.
type Renderer = fn(&Worksheet, Option<&Path>) -> Result<String, RenderError>;

/// The formats: name, extension, and what writes them.
const FORMATS: &[(OutputFormat, &str, Renderer)] = &[
    (OutputFormat::Markdown, "md", markdown::render),
    (OutputFormat::Json, "json", json::render),
    (OutputFormat::Csv, "csv", csv::render),
];

impl OutputFormat {
    /// The extension of its files, without stop.
    pub fn extension(self) -> &'static str {
        FORMATS.iter().find(|row| row.0 == self).map_or("txt", |row| row.1)
    }
}

/// Why a worksheet could not be rendered.
#[derive(Debug)]
pub enum RenderError {
    /// A template could not be read.
    Unreadable(PathBuf, std::io::Error),
    /// A template is wrong: its file, the line from 1, and what is wrong.
    Template {
        /// The file, or the name of the built-in template.
        file: String,
        /// The line from 1, where known.
        line: Option<usize>,
        /// What is wrong.
        reason: String,
    },
    /// The data could not be written as the format.
    Data(String),
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => {
                write!(f, "{}: the template cannot be read: {error}", path.display())
            }
            Self::Template { file, line: Some(line), reason } => {
                write!(f, "{file}:{line}: the template is wrong: {reason}")
            }
            Self::Template { file, line: None, reason } => write!(f, "{file}: the template is wrong: {reason}"),
            Self::Data(reason) => write!(f, "the sheet cannot be written: {reason}"),
        }
    }
}

impl std::error::Error for RenderError {}

/// Renders `worksheet` as `format`; `templates` is a folder whose files replace the built-in ones.
///
/// # Errors
///
/// Where a template cannot be read or is wrong.
pub fn render(worksheet: &Worksheet, format: OutputFormat, templates: Option<&Path>) -> Result<String, RenderError> {
    let row = FORMATS.iter().find(|row| row.0 == format);
    row.map_or_else(|| Err(RenderError::Data("unknown format".to_owned())), |row| (row.2)(worksheet, templates))
}

/// A cell that no spreadsheet runs as a formula: an apostrophe goes before the signs that begin one.
pub(crate) fn disarmed(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
