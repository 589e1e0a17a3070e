//! The claims, or their facts, as the rows of a table: what spreadsheets and task managers read.

use super::task::tasks;
use super::{RenderContext, RenderOptions};
use row::Row;
use serde::Deserialize;

mod column;
pub(super) mod csv;
pub(crate) mod described;
mod preset;
mod row;
pub(crate) mod xlsx;

pub(crate) use column::{FACT, FACTS, ID, TICKED, TO_VERIFY, TO_VERIFY_EARLIER};
pub use preset::{PRESETS, Preset, preset};

/// What a row of a table is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rows {
    /// A claim.
    #[default]
    Claims,
    /// A fact; where a preset has subtasks, a claim and under it its facts.
    Facts,
}

/// A table: its columns, and its rows from the top.
struct Table<'a> {
    columns: Vec<&'static column::Column>,
    rows: Vec<Row<'a>>,
    preset: &'static Preset,
    options: &'a RenderOptions,
}

impl<'a> Table<'a> {
    fn of(material: &RenderContext<'a>, options: &'a RenderOptions, preset: &'static Preset) -> Self {
        let tasks = tasks(material, options).into_iter().map(std::rc::Rc::new);
        let mut rows: Vec<Row<'a>> = Vec::new();
        for task in tasks.filter(|task| {
            preset.withdrawn || task.state != claimsheet_sheet::review_policy::review_state::State::Withdrawn
        }) {
            let ticks = task.claim.into_iter().flat_map(|claim| claim.facts.iter().enumerate());
            let ticks = ticks.filter(|(_, fact)| fact.tick && options.rows == Rows::Facts).map(|(at, _)| at);
            let facts: Vec<usize> = ticks.collect();
            let parent = rows.len();
            if preset.subtasks || facts.is_empty() {
                rows.push(Row {
                    task: task.clone(),
                    fact: None,
                    parent: None,
                    at: parent,
                    material: *material,
                    options,
                });
            }
            for fact in facts {
                let (at, parent) = (rows.len(), preset.subtasks.then_some(parent));
                rows.push(Row { task: task.clone(), fact: Some(fact), parent, at, material: *material, options });
            }
        }
        let claims = &material.worksheet.analysis.claims;
        let is_backed = claims.iter().flat_map(|claim| &claim.facts).any(|fact| fact.evidence.is_some());
        Self { columns: columns(preset, options.rows, is_backed), rows, preset, options }
    }

    /// The names of the columns.
    fn header(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name(self.preset, self.options)).collect()
    }
}

/// The columns of a table, with those on documents where the article `is_backed` by some.
fn columns(preset: &Preset, rows: Rows, is_backed: bool) -> Vec<&'static column::Column> {
    let mut columns = preset.columns(rows);
    columns.retain(|column| is_backed || column.look != column::Look::Backing);
    columns
}

/// The headers of all our tables.
fn headers(options: &RenderOptions) -> impl Iterator<Item = Vec<String>> + '_ {
    let both = |preset: &'static Preset| [Rows::Claims, Rows::Facts].map(|rows| (preset, rows));
    let tables = PRESETS.iter().copied().flat_map(both);
    tables.flat_map(move |(preset, rows)| {
        [false, true].map(|is_backed| {
            columns(preset, rows, is_backed).iter().map(|column| column.name(preset, options)).collect()
        })
    })
}
