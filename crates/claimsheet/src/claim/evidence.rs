//! What a reporter's own documents say of a fact.

use super::ByteRange;
use super::excerpt::{Stretch, excerpt};
use serde::{Deserialize, Serialize};

/// What was found in the backing for a [`Fact`](super::Fact). Whether the backing is right is for people to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Evidence {
    /// How the backing bears on the fact.
    pub status: EvidenceStatus,
    /// Where to look, the best first; of what was not found, the passage that speaks most of the claim.
    #[serde(rename = "where", default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<EvidencePlace>,
    /// What differs, or what was done to make both agree; empty where there is nothing to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How the backing bears on a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum EvidenceStatus {
    /// It says the same, but for notation.
    AsWritten,
    /// It says the same once rounded, converted, computed, or cleaned of fillers.
    Equivalent,
    /// It speaks of this fact and says something else, or two documents disagree.
    Differs,
    /// It does not speak of it.
    NotFound,
}

/// A passage of the backing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EvidencePlace {
    /// The file, by its path within the folder.
    pub file: String,
    /// Where it stands in the file.
    #[serde(flatten)]
    pub place: Place,
    /// The words that bear on the fact.
    pub passage: String,
    /// The bytes of the passage that the claim has too, and of the value that was compared; in order, none within
    /// another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marked: Vec<ByteRange>,
    /// What stands before the passage in the file; of a cell, its row to the left.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What stands behind it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

/// Where something stands in a file; what does not apply is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
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
    /// Line `line`, from 1.
    pub fn line(line: u32) -> Self {
        Self { line: Some(line), ..Self::default() }
    }

    /// Page `page`, from 1, with the number that is printed on it.
    pub fn page(page: u32, printed: Option<String>) -> Self {
        Self { page: Some(page), printed, ..Self::default() }
    }

    /// The same, in `cell`, as spreadsheets name it.
    #[must_use]
    pub fn in_cell(self, cell: String) -> Self {
        Self { cell: Some(cell), ..self }
    }

    /// The same, at a time in the recording.
    #[must_use]
    pub fn at_time(self, time: Option<String>) -> Self {
        Self { time, ..self }
    }

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

impl EvidenceStatus {
    /// Its name in words, as sheets have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsWritten => "as written",
            Self::Equivalent => "equivalent",
            Self::Differs => "differs",
            Self::NotFound => "not found",
        }
    }
}

impl EvidencePlace {
    /// Words at a place of a file.
    pub const fn new(file: String, place: Place, passage: String) -> Self {
        Self { file, place, passage, marked: Vec::new(), before: String::new(), after: String::new() }
    }

    /// The same, with the bytes of its words that bear on the fact.
    #[must_use]
    pub fn marking(self, marked: Vec<ByteRange>) -> Self {
        Self { marked, ..self }
    }

    /// The same, with what stands around it in the file.
    #[must_use]
    pub fn between(self, before: String, after: String) -> Self {
        Self { before, after, ..self }
    }

    /// The file and where in it: "accounts.pdf, p. 4".
    pub fn address(&self) -> String {
        let at = self.place.describe();
        if at.is_empty() { self.file.clone() } else { format!("{}, {at}", self.file) }
    }
}

/// The longest passage that a line shows, in characters.
const SHOWN: usize = 160;

impl Evidence {
    /// How the backing bears on a fact, where, and what there is to say to it.
    pub const fn new(status: EvidenceStatus, places: Vec<EvidencePlace>, note: String) -> Self {
        Self { status, places, note }
    }

    /// In one line: the status, the first places with their words, and what differs.
    pub fn line(&self) -> String {
        self.stretches().into_iter().map(|stretch| stretch.text).collect()
    }

    /// The same, with the words of passages that bear on the fact marked.
    pub fn stretches(&self) -> Vec<Stretch> {
        let mut line = vec![Stretch::plain(self.status.name())];
        // What is not found has no passage, only one that comes nearest.
        let (most, near) = if self.status == EvidenceStatus::NotFound { (1, "nearest: ") } else { (2, "") };
        for place in self.places.iter().take(most) {
            line.push(Stretch::plain(format!("; {near}{}: “", place.address())));
            line.extend(excerpt(&place.passage, &place.marked, SHOWN));
            line.push(Stretch::plain("”"));
        }
        if !self.note.is_empty() {
            line.push(Stretch::plain(format!(" ({})", self.note)));
        }
        line
    }
}
