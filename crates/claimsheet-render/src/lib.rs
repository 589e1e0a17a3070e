//! A worksheet in the formats that people and machines read.

pub mod answers;
pub mod harmless;
mod text_fragment;

use claimsheet::Priority;
use claimsheet::text::document::Document;
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{Entry, Labels};
use std::fmt;
use std::path::Path;

mod backing;
mod claim_text;
mod digest;
mod docx;
mod entries;
mod html;
mod json;
pub mod markdown;
mod obsidian;
mod own_template;
mod pull_request;
mod seal;
mod standing;
pub mod table;
mod task;
mod web_annotation;
mod words;

/// The page's style and script, for the app in the browser, which shows the page itself.
pub mod page {
    /// The style, as it stands in the page.
    pub fn style() -> String {
        crate::html::style()
    }

    /// The script: a function `openSheet(host)`, which opens the sheet in the document.
    pub fn script() -> String {
        crate::html::script()
    }
}

pub use entries::Entries;
pub use markdown::FORMAT as MARKDOWN;
pub use own_template::Templates;
pub use standing::{Standing, is_output};

/// The formats, as `--help` lists them. Where two have files of one extension, the first is meant.
pub const FORMATS: &[&Format] = &[
    &markdown::FORMAT,
    &html::FORMAT,
    &json::FORMAT,
    &table::csv::FORMAT,
    &table::xlsx::FORMAT,
    &docx::FORMAT,
    &docx::SHEET,
    &pull_request::github::FORMAT,
    &pull_request::github_summary::FORMAT,
    &pull_request::sarif::FORMAT,
    &pull_request::rdjsonl::FORMAT,
    &pull_request::gitlab::FORMAT,
    &pull_request::checkstyle::FORMAT,
    &pull_request::junit::FORMAT,
    &web_annotation::FORMAT,
    &obsidian::FORMAT,
    &digest::SLACK,
    &digest::EMAIL,
];

/// A format to write.
pub struct Format {
    /// Its name, as in `--format`.
    pub name: &'static str,
    /// What it is for, in a line of `--help`.
    pub about: &'static str,
    /// The end of its files' names behind the article's, without the first stop.
    pub suffix: &'static str,
    /// Whether people write into its files, so that none is replaced without being asked for.
    pub holds_work: bool,
    /// Whether it shows what people wrote in the Markdown sheet.
    pub needs_sheet: bool,
    /// Writes it.
    write: fn(&RenderContext<'_>, &RenderOptions) -> Result<Vec<u8>, RenderError>,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// An article and what was made of it: what formats are written from.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// The worksheet.
    pub worksheet: &'a Worksheet,
    /// The article as it was read.
    pub document: &'a Document,
    /// The bytes of its file, for formats that keep the draft itself.
    pub bytes: &'a [u8],
    /// The Markdown sheet with what people wrote in it; empty for formats that do not need it.
    pub sheet: &'a str,
    /// The entries of that sheet.
    pub entries: &'a Entries,
}

impl RenderContext<'_> {
    /// What a line of the source is called: "line", "paragraph".
    pub fn unit(&self) -> &'static str {
        self.worksheet.article.positions.unit()
    }

    /// The entry of a claim in the sheet, by the claim's id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.of_claim(id)
    }
}

/// How to write.
#[derive(Debug, Clone, Default)]
pub struct RenderOptions {
    /// What replaces the built-in templates.
    pub templates: Templates,
    /// How much the Markdown sheet shows.
    pub layout: markdown::Layout,
    /// The lowest priority of the claims that are listed, where one was asked for.
    pub least: Option<Priority>,
    /// Whether claims are not linked to their words on the article's page.
    pub no_page_links: bool,
    /// What a row of a table is.
    pub rows: table::Rows,
    /// For which program a table is; none for any.
    pub preset: Option<&'static table::Preset>,
    /// The names of the sheet's fields.
    pub labels: Labels,
    /// What a checked claim needs.
    pub desk: ReviewPolicy,
}

/// Why a worksheet could not be rendered.
#[derive(Debug)]
#[non_exhaustive]
pub enum RenderError {
    /// A template is wrong: its file, the line from 1, and what is wrong.
    Template {
        /// The file, or the name of the built-in template.
        file: String,
        /// The line from 1, where known.
        line: Option<usize>,
        /// What is wrong.
        reason: String,
    },
    /// A template needs more than it may have. What it began goes on until the program ends.
    Limit {
        /// The file.
        file: String,
        /// The limit.
        limit: String,
    },
    /// The data could not be written as the format.
    Data(String),
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template { file, line: Some(line), reason } => {
                write!(f, "{file}:{line}: the template is wrong: {reason}")
            }
            Self::Template { file, line: None, reason } => write!(f, "{file}: the template is wrong: {reason}"),
            Self::Limit { file, limit } => {
                write!(f, "{file}: the template needs more than {limit}; look for a loop that does not end")
            }
            Self::Data(reason) => write!(f, "the sheet cannot be written: {reason}"),
        }
    }
}

impl std::error::Error for RenderError {}

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// The format of a file by its name: by the longest suffix, else by the extension.
pub fn format_of(file: &Path) -> Option<&'static Format> {
    let name = file.file_name()?.to_str()?.to_ascii_lowercase();
    let ends = |suffix: &str| name.strip_suffix(suffix).is_some_and(|stem| stem.ends_with('.'));
    let by_suffix = FORMATS.iter().filter(|format| ends(format.suffix)).max_by_key(|format| format.suffix.len());
    by_suffix.or_else(|| FORMATS.iter().find(|format| ends(format.extension()))).copied()
}

impl Format {
    /// The extension of its files, without stop.
    pub fn extension(&self) -> &'static str {
        self.suffix.rsplit('.').next().unwrap_or(self.suffix)
    }

    /// Whether it is a table, which `--rows` and `--preset` shape.
    pub fn is_table(&self) -> bool {
        *self == table::csv::FORMAT || *self == table::xlsx::FORMAT
    }

    /// Renders an article's worksheet.
    ///
    /// # Errors
    ///
    /// Where a template is wrong.
    pub fn render(&self, material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
        let written = (self.write)(material, options).map(seal::sealed)?;
        let is_json = ["json", "jsonld", "rdjsonl", "sarif"].contains(&self.extension());
        Ok(if is_json { harmless::json(written) } else { written })
    }
}

/// What is wrong with the template `file`.
fn wrong(file: &str, error: &minijinja::Error) -> RenderError {
    if error.kind() == minijinja::ErrorKind::OutOfFuel {
        return RenderError::Limit { file: file.to_owned(), limit: "the steps that a template has".to_owned() };
    }
    let reason = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    RenderError::Template { file: file.to_owned(), line: error.line(), reason }
}
