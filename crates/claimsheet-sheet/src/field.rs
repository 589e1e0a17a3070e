//! The fields that a person fills in an entry.

use super::{Labels, Review};

/// A field of a [`Review`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Sources found, divided by semicolons.
    Source,
    /// The verdict.
    Verdict,
    /// What the text should say instead.
    Correction,
    /// A note.
    Note,
    /// What the author is asked.
    Query,
    /// What the author answered.
    Answer,
    /// Who checked, and when.
    Checked,
    /// Who checked again, and when.
    Second,
}

impl Field {
    /// All fields, in the order of the sheet.
    pub const ALL: [Self; 8] = [
        Self::Source,
        Self::Verdict,
        Self::Correction,
        Self::Note,
        Self::Query,
        Self::Answer,
        Self::Checked,
        Self::Second,
    ];

    /// Its name in the sheet.
    pub fn label(self, labels: &Labels) -> &str {
        match self {
            Self::Source => &labels.source,
            Self::Verdict => &labels.verdict,
            Self::Correction => &labels.correction,
            Self::Note => &labels.note,
            Self::Query => &labels.query,
            Self::Answer => &labels.answer,
            Self::Checked => &labels.checked,
            Self::Second => &labels.second,
        }
    }

    /// The field of that name: as the house calls it, as we do, or as sheets of version 1 did.
    pub fn of(name: &str, labels: &Labels) -> Option<Self> {
        let name = name.trim().trim_matches('*').trim();
        let own = Self::ALL.into_iter().find(|field| field.label(labels).eq_ignore_ascii_case(name));
        own.or_else(|| Self::named(name))
    }

    /// The field of that name in a sheet in English, of any version.
    pub fn named(name: &str) -> Option<Self> {
        let is = |field: &Self| field.names().iter().any(|known| known.eq_ignore_ascii_case(name));
        Self::ALL.into_iter().find(is)
    }

    /// Its names in English: as it is called now, and before.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Source => &["Source", "Source found"],
            Self::Verdict => &["Verdict"],
            Self::Correction => &["Correction"],
            Self::Note => &["Note"],
            Self::Query => &["Query to author"],
            Self::Answer => &["Answer"],
            Self::Checked => &["Checked by", "Checked by, on"],
            Self::Second => &["Second check by", "Second check by, on"],
        }
    }

    /// What stands in it, on one line; empty where nothing does.
    pub fn get(self, review: &Review) -> String {
        match self {
            Self::Source => review.sources.join("; "),
            Self::Verdict => review.verdict.clone(),
            Self::Correction => review.correction.clone(),
            Self::Note => review.note.clone(),
            Self::Query => review.query.clone(),
            Self::Answer => review.answer.clone(),
            Self::Checked => review.checked.clone(),
            Self::Second => review.second.clone(),
        }
    }

    /// Adds `value` to it. Sources and texts gather, each once; of a verdict or initials the first
    /// stays.
    ///
    /// # Errors
    ///
    /// Gives back a verdict or initials that are not those that stand there.
    pub fn add(self, review: &mut Review, value: &str) -> Result<(), String> {
        let value = value.trim();
        let field = match self {
            Self::Source => {
                for source in value.split([';', '\n']).map(str::trim).filter(|source| !source.is_empty()) {
                    if !review.sources.iter().any(|known| known == source) {
                        review.sources.push(source.to_owned());
                    }
                }
                return Ok(());
            }
            Self::Verdict => &mut review.verdict,
            Self::Correction => &mut review.correction,
            Self::Note => &mut review.note,
            Self::Query => &mut review.query,
            Self::Answer => &mut review.answer,
            Self::Checked => &mut review.checked,
            Self::Second => &mut review.second,
        };
        if value.is_empty() || field.as_str() == value {
            return Ok(());
        }
        if field.is_empty() {
            value.clone_into(field);
        } else if matches!(self, Self::Verdict | Self::Checked | Self::Second) {
            return Err(value.to_owned());
        } else if !field.split("; ").any(|known| known == value) {
            field.push_str("; ");
            field.push_str(value);
        }
        Ok(())
    }
}
