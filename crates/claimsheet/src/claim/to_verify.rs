//! What to verify about a fact or a name. The wording is in `data/verify.txt`.

use crate::signal::NameKind;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

// The enum `Verify`, a variant for each line of `data/verify.txt`, and its wordings.
include!(concat!(env!("OUT_DIR"), "/verify.rs"));

/// What to verify about one thing. It is worded where it is shown, by [`Display`](fmt::Display) and in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToVerify {
    /// One of ours.
    Known {
        /// What above all.
        what: Verify,
        /// What goes into the gap of the wording; empty for nothing.
        detail: String,
        /// What else.
        more: Vec<Verify>,
    },
    /// A house's own wording.
    Worded(String),
}

impl Verify {
    /// Its wording, with `{}` where a detail goes that the fact brings.
    pub fn wording(self) -> &'static str {
        WORDINGS.get(self as usize).copied().unwrap_or_default()
    }

    /// Its key in `data/verify.txt`, as `figure.count`: what tables hold in place of the wording.
    pub fn key(self) -> &'static str {
        KEYS.get(self as usize).copied().unwrap_or_default()
    }

    /// What to verify about a name of that kind.
    pub const fn of_name(kind: NameKind) -> Self {
        match kind {
            NameKind::Person => Self::NamePerson,
            NameKind::Organisation => Self::NameOrganisation,
            NameKind::Place => Self::NamePlace,
            NameKind::Law => Self::NameLaw,
            NameKind::Work => Self::NameWork,
            NameKind::Product => Self::NameProduct,
            NameKind::Event => Self::NameEvent,
            NameKind::Acronym => Self::NameAcronym,
            NameKind::Group => Self::NameGroup,
            NameKind::Other => Self::NameOther,
        }
    }

    /// The same with `detail` in the gap of the wording.
    pub const fn with(self, detail: String) -> ToVerify {
        ToVerify::Known { what: self, detail, more: Vec::new() }
    }

    /// The same, and more behind it.
    pub const fn and(self, more: Vec<Self>) -> ToVerify {
        ToVerify::Known { what: self, detail: String::new(), more }
    }
}

impl From<Verify> for ToVerify {
    fn from(what: Verify) -> Self {
        what.and(Vec::new())
    }
}

impl ToVerify {
    /// Whether a house has left the wording empty.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Worded(words) if words.is_empty())
    }
}

impl fmt::Display for ToVerify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known { what, detail, more } => {
                let (before, behind) = what.wording().split_once("{}").unwrap_or((what.wording(), ""));
                write!(f, "{before}{detail}{behind}")?;
                more.iter().try_for_each(|more| write!(f, " {}", more.wording()))
            }
            Self::Worded(words) => f.write_str(words),
        }
    }
}

impl Serialize for ToVerify {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ToVerify {
    /// Reads a wording as a house's own: what it is made of is not in the JSON.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::Worded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_wording_is_a_question_of_at_most_ten_words() {
        for wording in WORDINGS {
            assert!(wording.split_whitespace().count() <= 10, "{wording:?}");
            // Another question may follow.
            assert!(wording.ends_with('?'), "{wording:?}");
        }
    }

    #[test]
    fn each_line_is_a_comment_or_a_key_with_its_wording() {
        let text = include_str!("../../data/verify.txt");
        let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let mut keys = BTreeSet::new();
        for (at, line) in lines.clone() {
            let entry = line.split_once(": ").filter(|(key, wording)| !key.contains(' ') && !wording.trim().is_empty());
            assert!(entry.is_some_and(|(key, _)| keys.insert(key)), "verify.txt:{}: {line:?}", at + 1);
        }
        assert_eq!(lines.count(), WORDINGS.len());
    }

    #[test]
    fn a_detail_fills_the_gap_and_more_stands_behind() {
        assert_eq!(Verify::SpeakerPronoun.with(String::new()).to_string(), "who is meant? did they say it?");
        let both = Verify::Superlative.and(vec![Verify::Cause]).to_string();
        assert_eq!(both, format!("{} {}", Verify::Superlative.wording(), Verify::Cause.wording()));
    }
}
