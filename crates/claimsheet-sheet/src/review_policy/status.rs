//! How far the checking of a sheet has come.

use super::{Lack, ReviewPolicy};
use crate::{Entry, Labels, Sheet, entries};
use chrono::NaiveDate;
use claimsheet::claim::Priority;
use serde::Serialize;
use std::collections::BTreeMap;

/// The state of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Status {
    /// The sheet's path.
    pub sheet: String,
    /// Claims in the draft.
    pub claims: usize,
    /// Those that lack nothing by the desk's rules.
    pub done: usize,
    /// Those without a verdict, by priority.
    pub open: BTreeMap<Priority, usize>,
    /// How often each verdict was given, in the checkers' words, in lower case.
    pub verdicts: BTreeMap<String, usize>,
    /// Words that stand in the place of a verdict and are none of the desk's, and how often.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unknown: BTreeMap<String, usize>,
    /// Claims whose words were edited since they were checked.
    pub edited: usize,
    /// Verdicts that lack a source.
    pub unsourced: usize,
    /// Queries to the author without an answer.
    pub queries: usize,
    /// Findings that nobody has settled.
    pub findings: usize,
    /// How many claims each person checked.
    pub people: BTreeMap<String, usize>,
    /// Claims no longer in the draft.
    pub withdrawn: usize,
    /// Days to the deadline; negative behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// Who signed, and whether draft or sheet changed since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<String>,
}

impl Status {
    /// The state of `sheet` on the day `today`. `signed` says what its signature is worth.
    pub fn of(
        path: &str,
        sheet: &Sheet,
        labels: &Labels,
        desk: &ReviewPolicy,
        today: Option<NaiveDate>,
        signed: Option<String>,
    ) -> Self {
        let all = entries(sheet, labels);
        let own: Vec<&Entry> = all.iter().filter(|entry| !entry.withdrawn).collect();
        let count = |holds: &dyn Fn(&Entry) -> bool| own.iter().filter(|entry| holds(entry)).count();
        let mut status = Self {
            sheet: path.to_owned(),
            claims: own.len(),
            done: count(&|entry| desk.lacks(entry).is_empty()),
            open: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            unknown: BTreeMap::new(),
            edited: count(&|entry| entry.edited),
            unsourced: count(&|entry| desk.lacks(entry).iter().any(|lack| matches!(lack, Lack::Sources { .. }))),
            queries: count(&|entry| !entry.review.query.is_empty() && entry.review.answer.is_empty()),
            findings: sheet.open_findings().count(),
            people: BTreeMap::new(),
            withdrawn: all.len() - own.len(),
            days_left: desk.deadline.zip(today).map(|(deadline, today)| (deadline - today).num_days()),
            signed,
        };
        for entry in own {
            let verdict = &entry.review.verdict;
            if !desk.is_verdict(verdict) {
                *status.open.entry(entry.priority).or_insert(0) += 1;
            }
            if !verdict.is_empty() && !desk.is_verdict(verdict) {
                *status.unknown.entry(verdict.clone()).or_insert(0) += 1;
            } else if !verdict.is_empty() {
                *status.verdicts.entry(entry.review.verdict.to_lowercase()).or_insert(0) += 1;
            }
            let person = entry.review.checked.split(',').next().unwrap_or("").trim();
            if super::is_signed(person) {
                *status.people.entry(person.to_owned()).or_insert(0) += 1;
            }
        }
        status
    }

    /// The state as a few lines for a terminal.
    pub fn told(&self) -> String {
        let list = |pairs: Vec<String>| if pairs.is_empty() { "–".to_owned() } else { pairs.join(", ") };
        let open = self.open.iter().rev().map(|(priority, count)| format!("{count} {}", priority.name())).collect();
        let verdicts = self.verdicts.iter().map(|(verdict, count)| format!("{count} {verdict}")).collect();
        let people = self.people.iter().map(|(person, count)| format!("{person} {count}")).collect();
        let mut lines = vec![
            format!("{}: {} of {} claims done", self.sheet, self.done, self.claims),
            format!("  open       {}", list(open)),
            format!("  verdicts   {}", list(verdicts)),
        ];
        let counted = [
            (self.edited, "changed since checked"),
            (self.unsourced, "verdicts without enough sources"),
            (self.queries, "queries without an answer"),
            (self.findings, "problems not ticked"),
            (self.withdrawn, "no longer in the text"),
        ];
        let to_do: Vec<String> =
            counted.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        if !self.unknown.is_empty() {
            let words = self.unknown.iter().map(|(word, count)| format!("{count} {word:?}")).collect();
            lines.push(format!("  no verdict {}", list(words)));
        }
        if !to_do.is_empty() {
            lines.push(format!("  look at    {}", to_do.join(", ")));
        }
        lines.push(format!("  checked by {}", list(people)));
        if let Some(days) = self.days_left {
            lines.push(format!("  deadline   {days} days"));
        }
        if let Some(signed) = &self.signed {
            lines.push(format!("  signed     {signed}"));
        }
        lines.join("\n") + "\n"
    }
}
