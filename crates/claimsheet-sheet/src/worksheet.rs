//! A fact-check worksheet: an article and what there is to check in it. Formats are in `render`.

use chrono::NaiveDate;
use claimsheet::claim::{Analysis, Priority};
use claimsheet::text::document::{Document, LeftOut, Positions};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The contract that [`Worksheet`] keeps as JSON: docs/claimsheet-1.schema.json.
pub const SCHEMA: &str = "claimsheet/1";

/// An article with its analysis, as JSON has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Worksheet {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// What made it.
    pub tool: Tool,
    /// What was read.
    pub article: Article,
    /// How many claims have a verdict in the sheet that is there already.
    #[serde(skip)]
    pub done: usize,
    /// Who checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checker: Option<String>,
    /// What there is to check.
    #[serde(flatten)]
    pub analysis: Analysis,
}

/// The program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// The article that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Article {
    /// Path as given; `-` for standard input.
    pub path: String,
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was or will be published.
    pub published: Option<NaiveDate>,
    /// Where it is or will be published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The name of the reader that read it.
    pub format: String,
    /// What the spans and lines count.
    #[serde(default)]
    pub positions: Positions,
    /// What the file is encoded in, where that is not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Which of the several articles of the file it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// What the reader left out of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// Length of the source in bytes.
    pub bytes: u64,
    /// Words of prose.
    pub words: u64,
    /// SHA-256 of the source's bytes, in hexadecimal.
    pub sha256: String,
}

/// The order of the claims in a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// As in the text.
    #[default]
    Text,
    /// High ones first; as in the text among equals.
    Priority,
}

/// SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

impl Worksheet {
    /// The worksheet of an article that was read from `path` as `bytes`.
    pub fn new(path: &str, bytes: &[u8], document: &Document, analysis: Analysis) -> Self {
        Self::of_file(path, (bytes.len() as u64, sha256(bytes)), document, analysis)
    }

    /// The same of a file of so many bytes with this SHA-256: one file may hold thousands of articles.
    pub fn of_file(path: &str, (bytes, sha256): (u64, String), document: &Document, analysis: Analysis) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            tool: Tool { name: "claimsheet".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            article: Article {
                path: path.to_owned(),
                title: document.meta.title.clone(),
                author: document.meta.author.clone(),
                published: document.meta.published,
                url: document.meta.url.clone(),
                format: document.format.to_owned(),
                positions: document.positions,
                encoding: document.encoding.map(str::to_owned),
                part: document.part.clone(),
                left_out: document.left_out.clone(),
                bytes,
                words: document.prose.split_whitespace().count() as u64,
                sha256,
            },
            checker: None,
            done: 0,
            analysis,
        }
    }

    /// Orders the claims; their numbers stay those of the text.
    pub fn sort(&mut self, order: Order) {
        if order == Order::Priority {
            self.analysis.claims.sort_by_key(|claim| (std::cmp::Reverse(claim.priority), claim.number));
        }
    }

    /// Leaves out claims below `least`, and says so in the warnings.
    pub fn leave_below(&mut self, least: Priority) {
        let claims = &mut self.analysis.claims;
        let lines: Vec<String> =
            claims.iter().filter(|claim| claim.priority < least).map(|claim| claim.line.to_string()).collect();
        if lines.is_empty() {
            return;
        }
        claims.retain(|claim| claim.priority >= least);
        let count = lines.len();
        let lines = lines.join(", ");
        let unit = self.article.positions.unit();
        self.analysis
            .warnings
            .push(format!("{count} claims below {} priority are left out: {unit}s {lines}", least.name()));
    }

    /// How many claims have the given priority.
    pub fn count(&self, priority: Priority) -> usize {
        self.analysis.claims.iter().filter(|claim| claim.priority == priority).count()
    }
}
