//! What a sheet was made of: its draft, and how that was read.

use chrono::NaiveDate;
use claimsheet::claim::Priority;
use serde::{Deserialize, Serialize};

/// What a sheet was made of. It stands in the [`Record`](super::Record), so that the draft can be read again
/// in the same way and compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Origin {
    /// The draft's path from the sheet's folder, with `/` between names and `%ff` for bytes that are no text;
    /// its name alone where no such path is; `-` for standard input.
    pub draft: String,
    /// SHA-256 of the draft's bytes, in hexadecimal.
    pub sha256: String,
    /// `--from`, where it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// `--encoding`, where it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// `--original`
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub original: bool,
    /// Which of the several articles of the draft it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// `--title`, where it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// `--author`, where it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// `--published`, where it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// The lowest priority of the claims that it lists, where some are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_priority: Option<Priority>,
}
