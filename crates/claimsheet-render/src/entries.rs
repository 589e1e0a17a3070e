//! The entries of a sheet, as formats look for them.

use claimsheet_sheet::{Entry, Review};
use std::collections::HashMap;

/// The entries of a sheet, found by the id of their claim.
#[derive(Debug, Default)]
pub struct Entries {
    all: Vec<Entry>,
    /// By id the first of them.
    by_id: HashMap<String, usize>,
}

impl From<Vec<Entry>> for Entries {
    fn from(all: Vec<Entry>) -> Self {
        let mut by_id = HashMap::new();
        for (at, entry) in all.iter().enumerate() {
            if let Some(id) = &entry.id {
                by_id.entry(id.clone()).or_insert(at);
            }
        }
        Self { all, by_id }
    }
}

impl Entries {
    /// The entry of the claim with that id.
    pub fn of_claim(&self, id: &str) -> Option<&Entry> {
        self.by_id.get(id).and_then(|at| self.all.get(*at))
    }

    /// All of them, in the order of the sheet.
    pub fn all(&self) -> &[Entry] {
        &self.all
    }

    /// Those that people added or split off from a claim, in the order of the sheet.
    pub fn own(&self) -> impl Iterator<Item = &Entry> {
        self.all.iter().filter(|entry| entry.id.is_none() && !entry.withdrawn)
    }

    /// Those that are no longer in the text and were written to, in the order of the sheet.
    pub fn gone(&self) -> impl Iterator<Item = &Entry> {
        self.all.iter().filter(|entry| entry.withdrawn && entry.review != Review::default())
    }
}
