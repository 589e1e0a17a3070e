//! The reporter's documents, as they were handed in.

use chrono::NaiveDate;
use claimsheet_config::Config;
use claimsheet_evidence::{Backing, Index, Limits};

/// The reporter's documents; none where none were handed in.
#[derive(Debug, Default)]
pub struct Evidence {
    backing: Option<Backing>,
}

impl Evidence {
    /// Reads files, each by its path within the folder and its bytes. What cannot be read is told in the sheet.
    pub fn read(mut files: Vec<(String, Vec<u8>)>) -> Self {
        if files.is_empty() {
            return Self::default();
        }
        files.sort_by(|one, two| one.0.cmp(&two.0));
        let named = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        Self { backing: Some(Backing::read(named, &Limits::default())) }
    }
}

/// The values in them, for a draft that was or will be published on that day.
pub(crate) fn indexed<'a>(evidence: &'a Evidence, config: &Config, published: Option<NaiveDate>) -> Option<Index<'a>> {
    evidence.backing.as_ref().map(|backing| Index::of(backing, &config.rules, published))
}
