//! What was read of a reporter's documents: passages with their places, tables, and files that cannot be read.

pub use claimsheet::claim::Place;
use serde::{Deserialize, Serialize};

/// A file of the backing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its path within the folder, with slashes; parts of archives and mails follow behind one.
    pub path: String,
    /// What it is, in plain words: "PDF, 18 pages".
    pub kind: String,
    /// Its text, in reading order.
    pub passages: Vec<Passage>,
    /// Its tables.
    pub tables: Vec<Table>,
    /// When it was written, as far as it says.
    pub date: Option<chrono::NaiveDate>,
    /// Its heading, or what a mail is about.
    pub title: Option<String>,
    /// The address that it was saved from, as far as it says.
    pub address: Option<String>,
    /// What a person should know: pages without text, unreadable signs.
    pub warnings: Vec<String>,
}

/// A paragraph, turn of speech, list item or cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its words.
    pub text: String,
    /// Where it stands; the first begins at byte 0 of the text, the others at the byte that is given.
    pub anchors: Vec<(usize, Place)>,
    /// Who speaks, in a transcript.
    pub speaker: Option<String>,
    /// Words that belong to it and stand elsewhere: of a cell, the heads of its row and column.
    pub context: String,
    /// Where it is a cell: the table, the row and the column, as indices.
    pub cell: Option<(usize, usize, usize)>,
}

impl Passage {
    /// A passage that stands at one place.
    pub fn at(place: Place, text: impl Into<String>) -> Self {
        Self { text: text.into(), anchors: vec![(0, place)], ..Self::default() }
    }

    /// The place of the byte at `offset`.
    pub fn place(&self, offset: usize) -> Place {
        let next = self.anchors.partition_point(|(start, _)| *start <= offset);
        self.anchors.get(next.saturating_sub(1)).map(|(_, place)| place.clone()).unwrap_or_default()
    }
}

/// A table with its heads.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What it is called: its sheet, its caption.
    pub title: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows below the heads.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// As a reader sees it.
    pub text: String,
    /// Its number, in the unit that the heads give: 4,862 below "£000" is 4,862,000.
    pub number: Option<f64>,
    /// Where it stands.
    pub place: Place,
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unread {
    /// Its path within the folder.
    pub path: String,
    /// Why, and what to do.
    pub advice: String,
}
