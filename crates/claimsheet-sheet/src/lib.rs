//! The Markdown sheet as people edit it: read back, merged with a new run, asked for its reviews.
//!
//! A sheet is cut into [`Part`]s (the top, an entry a claim, the other sections) and each part into
//! lines. At its end stands a hidden [`Record`]: a digest of every line that the program wrote,
//! and the words of each claim. What is in the record is the program's and may be replaced; what is
//! not is a person's and stays.

mod removed_claims;
pub mod review_policy;
pub mod worksheet;

mod answers;
mod backing;
mod base64;
mod field;
mod items;
mod labelled;
mod line;
mod matching;
mod merge;
mod one_line;
mod order;
mod origin;
mod outline;
mod parse;
mod recognise;
mod record;
mod record_text;
mod review;
mod signature;
mod split;

pub use answers::{Answer, Answers, Conflict, Imported, Prefer, TickedElsewhere};
pub use field::Field;
pub use items::{Item, essence, fact_shown, ticked};
pub use merge::{Merged, Run, merge};
pub use one_line::pieces;
pub use origin::Origin;
pub use outline::Outline;
pub use parse::{Sheet, SheetError, Ticked};
pub use record::Record;
pub use review::{Entry, Labels, Review, entries};
pub use signature::{Signature, Standing};

use line::Line;

/// The words of a claim, by which an edited one is found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimWords {
    /// The claim's id.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// What a part of a sheet is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// Front matter, title, summary.
    Top,
    /// A section with its heading: "Claims", "Set aside".
    Section(String),
    /// The entry of a claim, by id.
    Entry(String),
    /// An entry that a person added by hand, by its heading.
    Own(String),
}

/// A run of lines under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    kind: PartKind,
    /// Whether it stands among the claims that are no longer in the text.
    withdrawn: bool,
    lines: Vec<Line>,
    /// The number of its first line in the file, from 1.
    first_line: u32,
}

impl Part {
    /// Its lines without the empty ones.
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|line| line.text.as_str())
    }
}

impl ClaimWords {
    /// The words of all claims of an analysis.
    pub fn of(claims: &[claimsheet::claim::Claim]) -> Vec<Self> {
        claims.iter().map(|claim| Self { id: claim.id.clone(), text: claim.text.clone() }).collect()
    }
}

/// What stands before an id that a spreadsheet would take for a number.
pub const CLAIM: &str = "claim:";

/// A claim's id as tables have it. Some ids have the form of a number, as `1234567890` or `12345e6789`, and a
/// spreadsheet would make another of it: [`CLAIM`] stands before those.
pub fn table_id(id: &str) -> String {
    if id.parse::<f64>().is_ok() { format!("{CLAIM}{id}") } else { id.to_owned() }
}

/// A rendered sheet with its record at the end: what is written the first time.
///
/// # Errors
///
/// Where a template made it a sheet of a later version, or put the marks of a conflict into it.
pub fn with_record(rendered: String, run: &Run<'_>) -> Result<String, SheetError> {
    parse::refuse(&rendered)?;
    let written = |(kind, own)| (kind, parse::texts(own).collect::<Vec<_>>());
    let record = Record::of(parse::cut(&parse::lines(&rendered)).map(written), run.claims, run.origin);
    let mut text = rendered;
    text.truncate(text.trim_end_matches('\n').len());
    text.push_str("\n\n");
    record.write(&mut text);
    Ok(text)
}
