//! What was read of a reporter's documents: passages with their places, tables, and files that cannot be read.

use serde::{Deserialize, Serialize};

/// A file of the backing.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// What a person should know: pages without text, unreadable signs.
    pub warnings: Vec<String>,
}

/// A paragraph, turn of speech, list item or cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

/// Where something stands in a file; what does not apply is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The page, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The number that is printed on the page, where it is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// The line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The time in the recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The cell, as spreadsheets name it: `Sheet!B5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The paragraph, from 1; empty ones are not counted, and a cell of a table is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// The footnote, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footnote: Option<u32>,
}

impl Place {
    /// The place in words: "p. 14 (printed 12)", "line 7", "cell Reserves!B6".
    pub fn describe(&self) -> String {
        let mut parts = Vec::new();
        if let Some(page) = self.page {
            parts.push(match &self.printed {
                Some(printed) if *printed != page.to_string() => format!("p. {page} (printed {printed})"),
                _ => format!("p. {page}"),
            });
        }
        parts.extend(self.footnote.map(|note| format!("footnote {note}")));
        parts.extend(self.paragraph.map(|paragraph| format!("paragraph {paragraph}")));
        parts.extend(self.time.as_ref().map(|time| format!("at {time}")));
        match (&self.cell, self.line) {
            (Some(cell), _) => parts.push(format!("cell {cell}")),
            (None, Some(line)) if self.time.is_none() => parts.push(format!("line {line}")),
            _ => {}
        }
        parts.join(", ")
    }
}

/// A table with its heads.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What it is called: its sheet, its caption.
    pub title: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows below the heads.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
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
pub struct Unread {
    /// Its path within the folder.
    pub path: String,
    /// Why, and what to do.
    pub advice: String,
}
