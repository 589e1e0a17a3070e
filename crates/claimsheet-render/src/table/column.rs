//! The columns of tables.

#![allow(clippy::redundant_closure_for_method_calls, reason = "a method of Row is not general over its lifetime")]

use super::super::RenderOptions;
use super::preset::Preset;
use super::row::{Row, capital, tick};
use claimsheet::claim::{Evidence, EvidencePlace};
use claimsheet_sheet::Field;

/// The header of the claim's id; in plain tables, "id".
pub(crate) const ID: &str = "Claim id";
/// The header of all facts of a claim, a line each.
pub(crate) const FACTS: &str = "Facts";
/// The header of one fact's words.
pub(crate) const FACT: &str = "Fact";
/// The header of what to verify about it.
pub(crate) const TO_VERIFY: &str = "What to check";
/// The same in tables of earlier programs.
pub(crate) const TO_VERIFY_EARLIER: &str = "What to verify";
/// The header of whether it is ticked.
pub(crate) const TICKED: &str = "Ticked";

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) head: Head,
    /// Its width in a workbook, in letters.
    pub(super) width: u8,
    pub(super) look: Look,
    pub(super) cell: Cell,
}

/// What stands above a column.
#[derive(Debug)]
pub(super) enum Head {
    /// This.
    Named(&'static str),
    /// The name of a field as the house has it.
    Label(Field),
}

/// What stands in a column.
#[derive(Debug)]
pub(super) enum Cell {
    /// What this says of the row.
    Of(fn(&Row<'_>) -> String),
    /// What people wrote in a field.
    Field(Field),
}

/// How a column looks in a workbook, and what may be written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Text of the program.
    Text,
    /// A number of the program.
    Number,
    /// High, medium, low.
    Priority,
    /// The claim's words.
    Claim,
    /// How many places to look there are, with a link to the first.
    Links,
    /// The source that the draft offers, with its link.
    Source,
    /// Whether a fact is ticked.
    Tick,
    /// Something to write.
    Input,
    /// A verdict of the desk.
    Verdict,
    /// What the reporter's documents say; only in tables of articles that were held against some.
    Backing,
    /// What only programs read.
    Hidden,
}

const fn of(name: &'static str, width: u8, look: Look, cell: fn(&Row<'_>) -> String) -> Column {
    Column { head: Head::Named(name), width, look, cell: Cell::Of(cell) }
}

const fn text(name: &'static str, width: u8, cell: fn(&Row<'_>) -> String) -> Column {
    of(name, width, Look::Text, cell)
}

const fn field(field: Field, width: u8) -> Column {
    let look = if matches!(field, Field::Verdict) { Look::Verdict } else { Look::Input };
    Column { head: Head::Label(field), width, look, cell: Cell::Field(field) }
}

impl Column {
    /// What stands above it.
    pub(super) fn name(&self, preset: &Preset, options: &RenderOptions) -> String {
        match self.head {
            Head::Named(name) => name.to_owned(),
            Head::Label(field) => (preset.label)(field.label(&options.labels)),
        }
    }

    /// What stands in it.
    pub(super) fn of(&self, row: &Row<'_>) -> String {
        match self.cell {
            Cell::Of(cell) => cell(row),
            Cell::Field(field) => row.field(field),
        }
    }
}

/// All fields, in the order of the sheet.
pub(super) const FIELDS: &[Column] = &[
    field(Field::Source, 18),
    field(Field::Verdict, 12),
    field(Field::Correction, 15),
    field(Field::Note, 15),
    field(Field::Query, 15),
    field(Field::Answer, 15),
    field(Field::Checked, 11),
    field(Field::Second, 11),
];

pub(super) const CLAIM_ID: &[Column] = &[of(ID, 12, Look::Hidden, |row| row.id())];

/// A plain table, as the first ones were: small letters throughout.
pub(super) const PLAIN: &[Column] = &[
    text("number", 7, |row| row.number()),
    text("id", 12, |row| row.id()),
    text("priority", 9, |row| row.task.priority().name().to_owned()),
    text("state", 10, |row| row.state().name().to_owned()),
    text("kind", 12, |row| row.kind()),
    text("tags", 12, |row| row.tags().join(", ")),
    text("line", 6, |row| row.of_claim(|claim| claim.line.to_string())),
    text("speaker", 14, |row| row.of_claim(|claim| claim.speaker.clone().unwrap_or_default())),
    text("time", 9, |row| row.of_claim(|claim| claim.time.map_or_else(String::new, |time| time.to_string()))),
    text("claim", 40, |row| row.task.text().to_owned()),
];
pub(super) const PLAIN_FACTS: &[Column] = &[text("facts", 40, |row| row.facts())];
pub(super) const PLAIN_FACT: &[Column] = &[
    text("fact", 20, |row| row.of_fact(|fact| fact.text.clone())),
    text("what to check", 30, |row| row.of_fact(|fact| fact.verify.to_string())),
    text("ticked", 7, ticked),
];
pub(super) const PLAIN_PLACES: &[Column] =
    &[text("source in draft", 16, |row| row.source_in_draft()), text("where to look", 24, |row| row.places())];

/// A workbook to work and to print on: what is printed first.
pub(super) const WORKBOOK: &[Column] = &[
    of("No.", 5, Look::Number, |row| row.number()),
    of("Priority", 8, Look::Priority, |row| capital(row.task.priority().name())),
    text("Kind", 10, |row| row.kind()),
    of("Line", 5, Look::Number, |row| row.of_claim(|claim| claim.line.to_string())),
    of("Claim", 34, Look::Claim, |row| row.task.text().to_owned()),
];
pub(super) const FACTS_CELL: &[Column] = &[text(FACTS, 37, |row| row.facts())];
pub(super) const FACT_CELLS: &[Column] = &[
    text(FACT, 18, |row| row.of_fact(|fact| fact.text.clone())),
    text(TO_VERIFY, 28, |row| row.of_fact(|fact| fact.verify.to_string())),
    of(TICKED, 8, Look::Tick, ticked),
];
/// What the documents say of the facts of a claim, a line each.
pub(super) const BACKING_CELL: &[Column] = &[of("Backing", 37, Look::Backing, |row| row.backing())];
/// What they say of one fact.
pub(super) const BACKING_CELLS: &[Column] = &[
    of("Backing", 11, Look::Backing, |row| row.of_evidence(|one| one.status.name().to_owned())),
    of("Document", 20, Look::Backing, |row| row.of_evidence(addresses)),
    of("Passage", 34, Look::Backing, |row| row.of_evidence(passages)),
    of("What differs", 24, Look::Backing, |row| row.of_evidence(|one| one.note.clone())),
];
/// The same in plain tables.
pub(super) const PLAIN_BACKING: &[Column] = &[of("backing", 40, Look::Backing, |row| row.backing())];
pub(super) const PLAIN_BACKINGS: &[Column] = &[
    of("backing", 11, Look::Backing, |row| row.of_evidence(|one| one.status.name().to_owned())),
    of("document", 20, Look::Backing, |row| row.of_evidence(addresses)),
    of("passage", 34, Look::Backing, |row| row.of_evidence(passages)),
    of("what differs", 24, Look::Backing, |row| row.of_evidence(|one| one.note.clone())),
];

/// Where to look, a line each; of what was not found, where the passage that comes nearest stands.
fn addresses(evidence: &Evidence) -> String {
    evidence.places.iter().map(EvidencePlace::address).collect::<Vec<_>>().join("\n")
}

/// What stands there, a line each.
fn passages(evidence: &Evidence) -> String {
    let one_line = |place: &EvidencePlace| place.passage.split_whitespace().collect::<Vec<_>>().join(" ");
    evidence.places.iter().map(one_line).collect::<Vec<_>>().join("\n")
}

pub(super) const WORKBOOK_SOURCE: &[Column] = &[of("Source in draft", 12, Look::Source, |row| row.source_in_draft())];
/// The names of the places; where a row is a fact, their links do.
pub(super) const WORKBOOK_PLACES: &[Column] = &[text("Where to look", 21, |row| {
    row.of_claim(|claim| claim.prompts.iter().map(|prompt| prompt.label.clone()).collect::<Vec<_>>().join("\n"))
})];
pub(super) const WORKBOOK_REST: &[Column] = &[
    of("Links", 6, Look::Links, |row| {
        row.of_claim(
            |claim| if claim.prompts.is_empty() { String::new() } else { format!("→ {}", claim.prompts.len()) },
        )
    }),
    field(Field::Verdict, 10),
    field(Field::Source, 16),
    field(Field::Correction, 13),
    field(Field::Note, 13),
    field(Field::Checked, 10),
    field(Field::Query, 18),
    field(Field::Answer, 18),
    field(Field::Second, 11),
    text("State", 11, |row| capital(row.state().name())),
];

/// The same where no other sheet holds the links.
pub(super) const SHEETS_REST: &[Column] = &[
    text("Source in draft", 14, |row| row.source_in_draft()),
    text("Where to look", 24, |row| row.places()),
    text("State", 11, |row| capital(row.state().name())),
];

/// A database, as Airtable and Notion have it: the first column names the record.
pub(super) const DATABASE: &[Column] = &[
    text("Name", 36, |row| row.name()),
    text("Status", 11, |row| capital(row.state().name())),
    of("Priority", 9, Look::Priority, |row| capital(row.task.priority().name())),
    text("Kind", 11, |row| capital(&row.kind())),
    text("Tags", 14, |row| row.tags().join(", ")),
    text("Due", 11, |row| row.due("%Y-%m-%d")),
    of("Line", 5, Look::Number, |row| row.of_claim(|claim| claim.line.to_string())),
    of("Claim", 36, Look::Claim, |row| row.task.text().to_owned()),
];
pub(super) const DATABASE_REST: &[Column] = &[
    of("Source in draft", 14, Look::Source, |row| row.source_in_draft()),
    text("Where to look", 24, |row| row.places()),
];

/// What Asana's importer knows by name; the rest become fields of one's own.
pub(super) const ASANA: &[Column] = &[
    text("Name", 36, |row| row.name()),
    text("Description", 40, |row| row.description()),
    text("Assignee", 14, |row| row.assignee()),
    text("Due Date", 11, |row| row.due("%m/%d/%Y")),
    text("Section/Column", 13, |row| capital(row.state().name())),
    text("Tags", 14, |row| labels(row).join(", ")),
    text("Parent task", 30, |row| row.parent_name()),
    of("Priority", 9, Look::Priority, |row| capital(row.task.priority().name())),
];

/// Cards for the importers of Trello.
pub(super) const TRELLO: &[Column] = &[
    text("List Name", 13, |row| capital(row.state().name())),
    text("Card Name", 36, |row| row.name()),
    text("Card Description", 40, |row| row.description()),
    text("Labels", 14, |row| {
        let priority = capital(row.task.priority().name());
        std::iter::once(priority).chain(labels(row)).collect::<Vec<_>>().join(",")
    }),
    text("Due Date", 11, |row| row.due("%Y-%m-%d")),
];
/// The items of a card's checklist, a line each.
pub(super) const CHECKLIST: &[Column] = &[text("Checklist", 30, |row| {
    let items = |claim: &claimsheet::claim::Claim| {
        claim.ticks().map(|fact| format!("{}: {}", fact.text, fact.verify)).collect::<Vec<_>>().join("\n")
    };
    row.of_claim(items)
})];

/// Issues for Jira. A header that stands several times holds several labels.
pub(super) const JIRA: &[Column] = &[
    text("Summary", 36, |row| row.name()),
    text("Description", 40, |row| row.description()),
    text("Issue Type", 10, |row| if row.is_subtask() { "Sub-task" } else { "Task" }.to_owned()),
    text("Issue Id", 9, |row| (row.at + 1).to_string()),
    text("Parent Id", 9, |row| row.parent.map(|parent| (parent + 1).to_string()).unwrap_or_default()),
    of("Priority", 9, Look::Priority, |row| capital(row.task.priority().name())),
    text("Status", 11, |row| status(row).to_owned()),
    text("Assignee", 14, |row| row.assignee()),
    text("Due Date", 11, |row| row.due("%Y-%m-%d")),
    text("Labels", 11, |row| label(row, 0)),
    text("Labels", 11, |row| label(row, 1)),
    text("Labels", 11, |row| label(row, 2)),
    text("Labels", 11, |row| label(row, 3)),
];

fn ticked(row: &Row<'_>) -> String {
    if row.fact.is_some() { tick(row.is_ticked()).to_owned() } else { String::new() }
}

/// By what a task is found among those of other kinds: no label holds a blank.
fn labels(row: &Row<'_>) -> Vec<String> {
    let kind = row.kind().replace(' ', "-");
    ["fact-check".to_owned(), kind].into_iter().chain(row.tags().into_iter().map(str::to_owned)).take(4).collect()
}

fn label(row: &Row<'_>, which: usize) -> String {
    labels(row).into_iter().nth(which).unwrap_or_default()
}

/// The status that a new project of Jira has for where the check stands.
fn status(row: &Row<'_>) -> &'static str {
    use claimsheet_sheet::review_policy::review_state::State;
    match row.state() {
        State::ToCheck => "To Do",
        State::LookAgain | State::Asked | State::Lacking => "In Progress",
        State::Done | State::Cancelled | State::Withdrawn => "Done",
    }
}
