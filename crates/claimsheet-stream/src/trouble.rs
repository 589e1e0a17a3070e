//! Why a record gave no row.

use serde::Serialize;
use std::fmt;

/// Why a record gave no row: what is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What sort of thing is wrong.
    pub kind: TroubleKind,
    /// What is wrong, and what to do.
    pub message: String,
}

/// What sort of thing is wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TroubleKind {
    /// It is not UTF-8.
    NotUtf8,
    /// It is no JSON object.
    NotJson,
    /// A field is not what it should be, or two fields say two things.
    WrongField,
    /// There is no field with an article.
    NoArticle,
    /// The article has no words.
    Empty,
    /// It is longer than the limit.
    TooLong,
    /// An earlier record has this id.
    DuplicateId,
    /// Its file could not be read, or its article not understood.
    Unreadable,
}

impl TroubleKind {
    /// Its name, as in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::NotJson => "not-json",
            Self::WrongField => "wrong-field",
            Self::NoArticle => "no-article",
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::DuplicateId => "duplicate-id",
            Self::Unreadable => "unreadable",
        }
    }

    /// With what is wrong, and what to do.
    pub(crate) fn with(self, message: impl Into<String>) -> Trouble {
        Trouble { kind: self, message: message.into() }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
