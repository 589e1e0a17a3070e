//! The tables that other programs read. docs/workflow/spreadsheets.md and docs/workflow/tasks.md
//! say what of each is documented by its maker.

use super::Rows;
use super::column::{self, Column};

/// A table for a program.
#[derive(Debug)]
#[non_exhaustive]
pub struct Preset {
    /// Its name, as in `--preset`.
    pub name: &'static str,
    /// What it is for, in a line of `--help`.
    pub about: &'static str,
    /// The columns where a row is a claim, in groups.
    claims: &'static [&'static [Column]],
    /// The columns where a row is a fact.
    facts: &'static [&'static [Column]],
    /// Whether facts stand below their claim as its subtasks.
    pub(super) subtasks: bool,
    /// Whether claims that left the draft stand at the end.
    pub(super) withdrawn: bool,
    /// How it writes the name of a field.
    pub(super) label: fn(&str) -> String,
}

impl PartialEq for Preset {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// The presets, as `--help` lists them.
pub const PRESETS: &[&Preset] = &[&PLAIN, &AIRTABLE, &ASANA, &JIRA, &NOTION, &SHEETS, &TRELLO];

/// Where none is asked for.
pub(super) const PLAIN: Preset = Preset {
    name: "plain",
    about: "For any program; the default",
    claims: &[column::PLAIN, column::PLAIN_FACTS, column::PLAIN_BACKING, column::PLAIN_PLACES, column::FIELDS],
    facts: &[column::PLAIN, column::PLAIN_FACT, column::PLAIN_BACKINGS, column::PLAIN_PLACES, column::FIELDS],
    subtasks: false,
    withdrawn: true,
    label: str::to_lowercase,
};

/// What [`PLAIN`] is in a workbook: what one prints stands left.
pub(super) const WORKBOOK: Preset = Preset {
    name: "workbook",
    about: "",
    claims: &[
        column::WORKBOOK,
        column::FACTS_CELL,
        column::BACKING_CELL,
        column::WORKBOOK_SOURCE,
        column::WORKBOOK_PLACES,
        column::WORKBOOK_REST,
        column::CLAIM_ID,
    ],
    facts: &[
        column::WORKBOOK,
        column::FACT_CELLS,
        column::BACKING_CELLS,
        column::WORKBOOK_SOURCE,
        column::WORKBOOK_REST,
        column::CLAIM_ID,
    ],
    subtasks: false,
    withdrawn: true,
    label: str::to_owned,
};

const AIRTABLE: Preset = Preset {
    name: "airtable",
    about: "Records with a name, single and multiple selects",
    claims: DATABASE,
    facts: DATABASE_FACTS,
    subtasks: false,
    withdrawn: true,
    label: str::to_owned,
};

const NOTION: Preset = Preset {
    name: "notion",
    about: "A database whose pages are named by the first column",
    claims: DATABASE,
    facts: DATABASE_FACTS,
    subtasks: false,
    withdrawn: true,
    label: str::to_owned,
};

const DATABASE: &[&[Column]] = &[
    column::DATABASE,
    column::FACTS_CELL,
    column::BACKING_CELL,
    column::DATABASE_REST,
    column::FIELDS,
    column::CLAIM_ID,
];
const DATABASE_FACTS: &[&[Column]] = &[
    column::DATABASE,
    column::FACT_CELLS,
    column::BACKING_CELLS,
    column::DATABASE_REST,
    column::FIELDS,
    column::CLAIM_ID,
];

const SHEETS: Preset = Preset {
    name: "sheets",
    about: "Google Sheets",
    claims: &[
        column::WORKBOOK,
        column::FACTS_CELL,
        column::BACKING_CELL,
        column::SHEETS_REST,
        column::FIELDS,
        column::CLAIM_ID,
    ],
    facts: &[
        column::WORKBOOK,
        column::FACT_CELLS,
        column::BACKING_CELLS,
        column::SHEETS_REST,
        column::FIELDS,
        column::CLAIM_ID,
    ],
    subtasks: false,
    withdrawn: true,
    label: str::to_owned,
};

const ASANA: Preset = Preset {
    name: "asana",
    about: "A task a claim; its facts as subtasks",
    claims: &[column::ASANA, column::FIELDS, column::CLAIM_ID],
    facts: &[column::ASANA, column::FIELDS, column::CLAIM_ID],
    subtasks: true,
    withdrawn: false,
    label: str::to_owned,
};

const JIRA: Preset = Preset {
    name: "jira",
    about: "An issue a claim; its facts as sub-tasks",
    claims: &[column::JIRA, column::FIELDS, column::CLAIM_ID],
    facts: &[column::JIRA, column::FIELDS, column::CLAIM_ID],
    subtasks: true,
    withdrawn: false,
    label: without_punctuation,
};

const TRELLO: Preset = Preset {
    name: "trello",
    about: "A card a claim; its facts as a checklist",
    claims: &[column::TRELLO, column::CHECKLIST, column::FIELDS, column::CLAIM_ID],
    facts: &[column::TRELLO, column::FIELDS, column::CLAIM_ID],
    subtasks: false,
    withdrawn: false,
    label: str::to_owned,
};

/// Jira asks for headers without any.
fn without_punctuation(label: &str) -> String {
    label.chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ').collect()
}

/// The preset of that name.
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().copied().find(|preset| preset.name == name)
}

impl Preset {
    /// Its columns, from the left.
    pub(super) fn columns(&self, rows: Rows) -> Vec<&'static Column> {
        let groups = match rows {
            Rows::Claims => self.claims,
            Rows::Facts => self.facts,
        };
        groups.iter().flat_map(|group| group.iter()).collect()
    }

    /// The same for a workbook.
    pub(super) fn in_workbook(&'static self) -> &'static Self {
        if *self == PLAIN { &WORKBOOK } else { self }
    }
}
