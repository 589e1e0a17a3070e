//! What a person wrote to a claim, read from its entry.

use super::backing::CHANGED;
use super::line::Line;
use super::{Field, Part, PartKind, Sheet, split};
use claimsheet::claim::Priority;
use serde::{Deserialize, Serialize};

/// The names of a sheet's fields and priorities, which a translated template changes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Labels {
    /// Where the source that was found is written.
    pub source: String,
    /// The verdict.
    pub verdict: String,
    /// What the text should say instead.
    pub correction: String,
    /// A note.
    pub note: String,
    /// What the author is asked.
    pub query: String,
    /// What the author answered.
    pub answer: String,
    /// Who checked, and when.
    pub checked: String,
    /// Who checked again, and when.
    pub second: String,
    /// Of the first to be checked.
    pub high: String,
    /// Of those checked as a matter of course.
    pub medium: String,
    /// Of the rest.
    pub low: String,
}

impl Default for Labels {
    fn default() -> Self {
        Self {
            source: "Source".to_owned(),
            verdict: "Verdict".to_owned(),
            correction: "Correction".to_owned(),
            note: "Note".to_owned(),
            query: "Query to author".to_owned(),
            answer: "Answer".to_owned(),
            checked: "Checked by".to_owned(),
            second: "Second check by".to_owned(),
            high: "High".to_owned(),
            medium: "Medium".to_owned(),
            low: "Low".to_owned(),
        }
    }
}

/// What stands in the fields of an entry; empty where nothing does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    /// Sources found, divided by semicolons or one a row.
    pub sources: Vec<String>,
    /// The verdict in the checker's word.
    pub verdict: String,
    /// What the text should say instead.
    pub correction: String,
    /// A note.
    pub note: String,
    /// What the author is asked.
    pub query: String,
    /// What the author answered.
    pub answer: String,
    /// Who checked, and when.
    pub checked: String,
    /// Who checked again, and when.
    pub second: String,
}

/// An entry of a sheet as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The claim's id; none for an entry that a person added.
    pub id: Option<String>,
    /// The id of the claim of which it is a part, where a person split that; none for other entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Its heading without marks and number.
    pub heading: String,
    /// The line of the sheet on which it begins, from 1.
    pub line: u32,
    /// The priority that it shows.
    pub priority: Priority,
    /// Facts and places to look that are ticked.
    pub ticked: u32,
    /// Those that are not.
    pub open: u32,
    /// Whether its words were edited since it was checked, or a passage changed that it was ticked against, and nobody
    /// has looked again.
    pub edited: bool,
    /// Whether it is no longer in the draft.
    pub withdrawn: bool,
    /// What was written.
    pub review: Review,
}

/// What items say that ask to look again: at the verdict on words that were edited, at a tick against a passage that
/// changed.
const LOOK_AGAIN: [&str; 2] = ["**Edited since checked", CHANGED];

/// The entries of a sheet, in its order.
pub fn entries(sheet: &Sheet, labels: &Labels) -> Vec<Entry> {
    let mut claims = split::claims_of(sheet);
    let all = sheet.parts.iter().enumerate();
    all.filter_map(|(at, part)| Some(Entry { part_of: claims.remove(&at), ..entry(part, labels)? })).collect()
}

pub(super) fn entry(part: &Part, labels: &Labels) -> Option<Entry> {
    let (id, own) = match &part.kind {
        PartKind::Entry(id) => (Some(id.clone()), false),
        PartKind::Own(_) => (None, true),
        PartKind::Top | PartKind::Section(_) => return None,
    };
    let review = review(&part.lines, labels);
    if own && review == Review::default() && !part.lines.iter().any(|line| line.is_open() || line.is_ticked()) {
        return None;
    }
    let count = |holds: fn(&Line) -> bool| part.lines.iter().filter(|line| holds(line)).count() as u32;
    let edited = part.lines.iter().any(|line| line.is_open() && LOOK_AGAIN.iter().any(|one| line.text.contains(one)));
    let heading = part.lines.first().map_or("", |line| line.text.as_str());
    Some(Entry {
        id,
        part_of: None,
        heading: without_number(heading),
        line: part.first_line,
        priority: priority(&part.lines, labels),
        ticked: count(Line::is_ticked),
        open: count(Line::is_open),
        edited,
        withdrawn: part.withdrawn,
        review,
    })
}

pub(super) fn without_number(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim();
    let rest = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    rest.strip_prefix(". ").filter(|_| rest.len() < words.len()).unwrap_or(words).replace('\\', "")
}

/// The first words that name a priority where a line begins with it: in bold, or before a colon or a dot.
pub(super) fn priority(lines: &[Line], labels: &Labels) -> Priority {
    let named = lines.iter().filter(|line| line.field().is_none()).find_map(|line| {
        let word = first_word(line.text.trim())?;
        [(&labels.high, Priority::High), (&labels.medium, Priority::Medium), (&labels.low, Priority::Low)]
            .into_iter()
            .find_map(|(label, priority)| word.eq_ignore_ascii_case(label).then_some(priority))
    });
    named.unwrap_or(Priority::Medium)
}

/// The words in bold at the start of a line, or those before its first colon or dot.
pub(super) fn first_word(line: &str) -> Option<&str> {
    let words = match line.strip_prefix("**") {
        Some(rest) => rest.split("**").next()?,
        None => line.split([':', '·']).next()?,
    };
    Some(words.trim())
}

/// What stands in the fields of an entry's lines.
pub(super) fn review(lines: &[Line], labels: &Labels) -> Review {
    let mut review = Review::default();
    for (label, value) in lines.iter().filter_map(Line::field).filter(|(_, value)| !value.is_empty()) {
        let own = match Field::of(&label, labels) {
            Some(Field::Source) => {
                let several = value.replace("<br>", ";");
                let several = several.split(';').map(str::trim).filter(|one| !one.is_empty());
                review.sources.extend(several.map(str::to_owned));
                continue;
            }
            Some(Field::Verdict) => &mut review.verdict,
            Some(Field::Correction) => &mut review.correction,
            Some(Field::Note) => &mut review.note,
            Some(Field::Query) => &mut review.query,
            Some(Field::Answer) => &mut review.answer,
            Some(Field::Checked) => &mut review.checked,
            Some(Field::Second) => &mut review.second,
            None => continue,
        };
        *own = value;
    }
    review
}
