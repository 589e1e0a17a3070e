//! What the checks that need no source find.

use super::ByteRange;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// The check.
    pub check: String,
    /// How serious.
    pub severity: Severity,
    /// What disagrees, with the arithmetic.
    pub message: String,
    /// The places, at least one.
    pub places: Vec<FindingPlace>,
}

impl Finding {
    /// The check in words, with what is asked for: "percent change: these disagree".
    pub fn title(&self) -> String {
        let check = self.check.replace('-', " ");
        match self.severity {
            Severity::Disagrees => format!("{check}: these disagree"),
            Severity::Ask => format!("{check}: ask"),
            Severity::Notice => check,
        }
    }

    /// Its lines, each once, rising: "line 3", "lines 3 and 8"; `unit` is what they are called.
    pub fn lines(&self, unit: &str) -> String {
        let lines: std::collections::BTreeSet<u32> = self.places.iter().map(|place| place.line).collect();
        let list: Vec<String> = lines.iter().map(u32::to_string).collect();
        format!("{unit}{} {}", if list.len() == 1 { "" } else { "s" }, list.join(" and "))
    }
}

/// A place of a [`Finding`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FindingPlace {
    /// The words.
    pub text: String,
    /// Where they stand in the file.
    pub span: ByteRange,
    /// Where they stand in the prose; not in the JSON.
    #[serde(skip)]
    pub prose: Span,
    /// Line from 1.
    pub line: u32,
}

/// How serious a [`Finding`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Notice,
    /// A question to settle with the author.
    Ask,
    /// Two things in the draft, or the draft and the calendar, disagree.
    Disagrees,
}
