//! What was read and found in one file, as bytes that can be kept, so that it need not be read again.

use crate::index::{Act, Unit, units_of};
use crate::passage::{SourceFile, Unread};
use crate::read::{Collected, Limits};
use chrono::NaiveDate;
use claimsheet::Options;
use claimsheet::signal::Certainty;
use claimsheet::text::value::{DateValue, Quantity, Unit as Counted};
use serde::{Deserialize, Serialize};

/// What was read of a file, and of the files in it where it is an archive or a mail.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Prepared {
    pub(crate) files: Vec<(SourceFile, Vec<Sentence>)>,
    pub(crate) unread: Vec<Unread>,
}

/// A sentence with the values in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Sentence {
    passage: usize,
    start: usize,
    text: String,
    quantities: Vec<(usize, usize, Quantity)>,
    dates: Vec<(usize, usize, DateValue)>,
    people: Vec<String>,
    superlatives: Vec<(usize, usize)>,
    /// Where the verb begins, the verb, whether it is denied, how surely it is said.
    acts: Vec<(usize, String, bool, u8)>,
}

/// What a change of must make what was kept invalid: the form of the bytes, and what is found in a sentence.
pub const VERSION: u32 = 1;

impl Prepared {
    /// Reads a file by its path within the folder and its bytes, and finds the values in it. Days without a year are
    /// resolved against a document's own date, where it gives one, else against the day when the draft is published.
    pub fn of(path: &str, bytes: &[u8], limits: &Limits, options: &Options, published: Option<NaiveDate>) -> Self {
        let mut all = Collected::default();
        all.add(path, bytes, limits, 0);
        let with_sentences = |file: SourceFile| {
            let units = units_of(&file, options, published);
            (file, units.into_iter().map(Sentence::from).collect())
        };
        Self { files: all.files.into_iter().map(with_sentences).collect(), unread: all.unread }
    }

    /// It as bytes. They are read by the same [`VERSION`] only.
    ///
    /// # Errors
    ///
    /// Where something in it cannot be told in `MessagePack`, which does not happen for what [`Self::of`] gives.
    pub fn to_bytes(&self) -> Result<Vec<u8>, rmp_serde::encode::Error> {
        rmp_serde::to_vec_named(self)
    }

    /// What [`Self::to_bytes`] gave; nothing where these are other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        rmp_serde::from_slice(bytes).ok()
    }
}

impl From<Unit> for Sentence {
    fn from(unit: Unit) -> Self {
        let act = |act: Act| (act.at, act.term, act.is_denied, act.certainty as u8);
        Self {
            passage: unit.passage,
            start: unit.start,
            text: unit.text,
            quantities: unit.quantities,
            dates: unit.dates,
            people: unit.people,
            superlatives: unit.superlatives,
            acts: unit.acts.into_iter().map(act).collect(),
        }
    }
}

impl Sentence {
    /// The sentence as a unit of file number `file`, without its terms.
    pub(crate) fn unit(self, file: usize) -> Unit {
        let act = |(at, term, is_denied, certainty): (usize, String, bool, u8)| Act {
            at,
            term,
            is_denied,
            certainty: match certainty {
                0 => Certainty::Open,
                1 => Certainty::Coming,
                _ => Certainty::Done,
            },
        };
        let mut quantities = self.quantities;
        for (.., quantity) in &mut quantities {
            // A unit that was kept is known by its name.
            quantity.unit = Counted::of_form(quantity.form, &quantity.unit);
        }
        Unit {
            file,
            passage: self.passage,
            start: self.start,
            text: self.text,
            quantities,
            dates: self.dates,
            people: self.people,
            superlatives: self.superlatives,
            acts: self.acts.into_iter().map(act).collect(),
            ..Unit::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_what_was_read() {
        let text = "The ferry carried 48,212 passengers on 4 May 2025. It could close, Cllr Ida Brandvold said.";
        let read = Prepared::of("report.txt", text.as_bytes(), &Limits::default(), &Options::default(), None);
        let kept = Prepared::from_bytes(&read.to_bytes().unwrap()).unwrap();
        let units = |prepared: Prepared| -> Vec<String> {
            let sentences = prepared.files.into_iter().flat_map(|(_, sentences)| sentences);
            sentences.map(|sentence| format!("{:?}", sentence.unit(0))).collect()
        };
        assert_eq!(units(kept), units(read));
        assert!(Prepared::from_bytes(b"something else").is_none());
    }
}
