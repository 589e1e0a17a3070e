//! The passages of a folder cut into sentences and cells, with the values in each.

use crate::backing::Backing;
use crate::passage::{Passage, Place, SourceFile};
use crate::prepared::Sentence;
use crate::terms::{Vocabulary, terms};
use chrono::NaiveDate;
use claimsheet::Options;
use postings::Postings;
pub(crate) use postings::{bare, plain};
use std::sync::OnceLock;
pub(crate) use unit::{Act, Unit, amount_term, units_of};
use unit::{AroundOf, cell_unit};

mod postings;
mod unit;

/// A folder that can be searched.
#[derive(Debug)]
pub struct Index<'a> {
    pub(crate) backing: &'a Backing,
    pub(crate) units: Vec<Unit>,
    pub(crate) vocabulary: Vocabulary,
    postings: OnceLock<Postings>,
}

impl<'a> Index<'a> {
    /// Indexes what was read. Days without a year are resolved against a document's own date, where it gives one,
    /// else against the day when the draft is published.
    pub fn of(backing: &'a Backing, options: &Options, published: Option<NaiveDate>) -> Self {
        let of_file = |file: &SourceFile| units_of(file, options, published).into_iter().map(Sentence::from).collect();
        Self::of_sentences(backing, backing.files.iter().map(of_file).collect())
    }

    /// The same, of the sentences of each file.
    pub(crate) fn of_sentences(backing: &'a Backing, sentences: Vec<Vec<Sentence>>) -> Self {
        let (mut units, mut vocabulary) = (Vec::new(), Vocabulary::default());
        for (index, (file, sentences)) in backing.files.iter().zip(sentences).enumerate() {
            let mut around = AroundOf::new(file, &mut vocabulary);
            units.extend(sentences.into_iter().map(|sentence| around.unit(sentence.unit(index), &mut vocabulary)));
            let cells =
                file.passages.iter().enumerate().filter(|(_, one)| one.cell.is_some() && !one.text.trim().is_empty());
            units.extend(cells.map(|(number, passage)| cell_unit(index, number, file, passage, &mut vocabulary)));
        }
        // Of each file the sentences come first, then the cells.
        units.sort_by_key(|unit| (unit.file, unit.is_cell, unit.passage, unit.start));
        for unit in &units {
            let around = unit.around.iter().filter(|_| unit.is_cell);
            vocabulary.count(unit.terms.iter().map(|(_, term)| term).chain(around).copied().collect());
        }
        Self { backing, units, vocabulary, postings: OnceLock::new() }
    }

    pub(crate) fn passage(&self, unit: &Unit) -> Option<&'a Passage> {
        self.backing.files.get(unit.file)?.passages.get(unit.passage)
    }

    /// Where the byte at `offset` of a unit stands.
    pub(crate) fn place(&self, unit: &Unit, offset: usize) -> Place {
        self.passage(unit).map(|passage| passage.place(unit.start + offset)).unwrap_or_default()
    }

    pub(crate) fn path(&self, unit: &Unit) -> &'a str {
        self.backing.files.get(unit.file).map_or("", |file| file.path.as_str())
    }

    /// The sentence that follows one in its file.
    pub(crate) fn following(&self, unit: &Unit) -> Option<&Unit> {
        let at = self.units.partition_point(|other| {
            (other.file, other.is_cell, other.passage, other.start)
                <= (unit.file, unit.is_cell, unit.passage, unit.start)
        });
        self.units.get(at).filter(|next| next.file == unit.file && !next.is_cell)
    }

    /// The other cells with numbers in a cell's row.
    pub(crate) fn row<'i>(&'i self, unit: &Unit) -> impl Iterator<Item = &'i Unit> + use<'i, 'a> {
        let (file, at) = (unit.file, self.passage(unit).and_then(|passage| passage.cell));
        let of_file = self.file_cells(file);
        of_file.iter().filter(move |other| {
            let cell = self.passage(other).and_then(|passage| passage.cell);
            at.zip(cell).is_some_and(|(one, other)| one.0 == other.0 && one.1 == other.1 && one.2 != other.2)
        })
    }

    /// The units of a file that are cells.
    pub(crate) fn file_cells(&self, file: usize) -> &[Unit] {
        let from = self.units.partition_point(|unit| (unit.file, unit.is_cell) < (file, true));
        let to = self.units.partition_point(|unit| unit.file <= file);
        self.units.get(from..to).unwrap_or_default()
    }

    /// The terms of the words in a cell's row.
    pub(crate) fn row_words(&self, unit: &Unit) -> Vec<String> {
        let row = || {
            let (table, row, _) = self.passage(unit)?.cell?;
            self.backing.files.get(unit.file)?.tables.get(table)?.rows.get(row)
        };
        let words = row().into_iter().flat_map(|row| &row.cells).filter(|cell| cell.number.is_none());
        words.flat_map(|cell| terms(&cell.text)).map(|(_, term)| term).collect()
    }

    /// The files that could not be read.
    pub fn unread(&self) -> &'a [crate::passage::Unread] {
        &self.backing.unread
    }
}
