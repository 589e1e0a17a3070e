//! A row of a table, and what its cells say.

use super::super::task::Task;
use super::super::words::{kinds, shortened, why};
use super::super::{RenderContext, RenderOptions};
use super::{Rows, described};
use crate::backing::Told;
use claimsheet::claim::{Claim, Evidence, Fact, Prompt};
use claimsheet_sheet::review_policy::review_state::State;
use claimsheet_sheet::{Field, Review};
use std::rc::Rc;

/// Longest name of a task, in characters: what Jira takes as a summary.
const NAME: usize = 240;

/// A claim, or one of its facts.
pub(super) struct Row<'a> {
    pub(super) task: Rc<Task<'a>>,
    /// Which fact of the claim.
    pub(super) fact: Option<usize>,
    /// The row of the claim, from 0, of which this fact is a subtask.
    pub(super) parent: Option<usize>,
    /// Its own number, from 0.
    pub(super) at: usize,
    pub(super) material: RenderContext<'a>,
    pub(super) options: &'a RenderOptions,
}

impl Row<'_> {
    pub(super) fn claim(&self) -> Option<&Claim> {
        self.task.claim
    }

    pub(super) fn of_claim(&self, cell: impl Fn(&Claim) -> String) -> String {
        self.claim().map(cell).unwrap_or_default()
    }

    fn the_fact(&self) -> Option<&Fact> {
        self.claim()?.facts.get(self.fact?)
    }

    pub(super) fn of_fact(&self, cell: impl Fn(&Fact) -> String) -> String {
        self.the_fact().map(cell).unwrap_or_default()
    }

    /// Whether it is a claim's fact in a row below its claim.
    pub(super) const fn is_subtask(&self) -> bool {
        self.parent.is_some()
    }

    /// Whether its facts stand in rows of their own below it.
    fn has_subtasks(&self) -> bool {
        self.options.rows == Rows::Facts
            && self.fact.is_none()
            && self.options.preset.is_some_and(|preset| preset.subtasks)
    }

    pub(super) fn id(&self) -> String {
        claimsheet_sheet::table_id(self.task.id())
    }

    /// "12", or "12.3" for its third fact; empty for an entry that a person added.
    pub(super) fn number(&self) -> String {
        self.of_claim(|claim| match self.fact {
            Some(fact) => format!("{}.{}", claim.number, fact + 1),
            None => claim.number.to_string(),
        })
    }

    /// What a task is called: its number, and its first words.
    pub(super) fn name(&self) -> String {
        let words = self.the_fact().map_or_else(
            || self.task.heading(),
            |fact| {
                let verify = if fact.verify.is_empty() { String::new() } else { format!(": {}", fact.verify) };
                format!("{}{verify}", fact.text)
            },
        );
        let number = self.number();
        let named = if number.is_empty() || self.fact.is_some() {
            format!("{number} {words}")
        } else {
            format!("{number}. {words}")
        };
        shortened(&one_line(&named), NAME)
    }

    /// The name of the claim of which it is a subtask.
    pub(super) fn parent_name(&self) -> String {
        if !self.is_subtask() {
            return String::new();
        }
        let claim = Row { task: self.task.clone(), fact: None, parent: None, at: self.at, ..*self };
        claim.name()
    }

    /// The facts, a line each, with a box that is ticked or not.
    pub(super) fn facts(&self) -> String {
        self.of_claim(|claim| {
            let lines = claim.facts.iter().zip(&self.task.ticked).filter(|(fact, _)| fact.tick);
            let lines = lines.map(|(fact, ticked)| format!("{} {}: {}", tick(*ticked), fact.text, fact.verify));
            lines.collect::<Vec<_>>().join("\n")
        })
    }

    /// What the reporter's documents say of the facts to tick, a line each.
    pub(super) fn backing(&self) -> String {
        let line = |told: Told<'_>| format!("{}: {}", told.fact.text, one_line(&told.evidence.line()));
        self.of_claim(|claim| {
            let lines = claim.ticks().flat_map(|fact| Told::of(claim, fact)).map(line);
            lines.collect::<Vec<_>>().join("\n")
        })
    }

    /// The cell of a fact of which the documents say something, a line for each fact that has no row of its own.
    pub(super) fn of_evidence(&self, cell: impl Fn(&Evidence) -> String) -> String {
        self.of_claim(|claim| {
            let told = self.the_fact().into_iter().flat_map(|fact| Told::of(claim, fact));
            told.map(|told| cell(told.evidence)).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\n")
        })
    }

    pub(super) fn is_ticked(&self) -> bool {
        self.fact.and_then(|fact| self.task.ticked.get(fact)).copied().unwrap_or(false)
    }

    /// The places to look, a line each.
    pub(super) fn places(&self) -> String {
        self.of_claim(|claim| claim.prompts.iter().map(place).collect::<Vec<_>>().join("\n"))
    }

    pub(super) fn source_in_draft(&self) -> String {
        self.of_claim(|claim| {
            let source = claim.claimed_source.as_ref();
            source.map(|source| shortened(&source.shown(), NAME)).unwrap_or_default()
        })
    }

    pub(super) fn kind(&self) -> String {
        self.claim().map_or("own entry", |claim| claim.kind.name()).to_owned()
    }

    pub(super) fn tags(&self) -> Vec<&'static str> {
        self.claim().map(|claim| claim.tags.iter().map(|tag| tag.name()).collect()).unwrap_or_default()
    }

    /// What stands in a field; a subtask has none of its own.
    pub(super) fn field(&self, field: Field) -> String {
        let entry = self.task.entry.filter(|_| !self.is_subtask());
        entry.map(|entry| field.get(&entry.review)).unwrap_or_default()
    }

    /// Where the check stands; of a subtask, whether it is ticked.
    pub(super) fn state(&self) -> State {
        match (self.is_subtask(), self.is_ticked()) {
            (true, true) => State::Done,
            _ => self.task.state,
        }
    }

    /// Everything about the claim that has no column of its own, for programs without such columns.
    pub(super) fn description(&self) -> String {
        if self.is_subtask() {
            let checked = self.of_fact(|fact| format!("“{}”\n\nWhat to check: {}", self.task.text(), fact.verify));
            let backing = self.of_evidence(|evidence| format!("\n\nBacking: {}", one_line(&evidence.line())));
            return checked + &backing;
        }
        let mut parts = vec![format!("“{}”", one_line(self.task.text()))];
        parts.extend(self.claim().map(|claim| {
            let source = self.source_in_draft();
            let source = if source.is_empty() {
                "no source given in the draft".to_owned()
            } else {
                format!("source in the draft: {source}")
            };
            let first = format!("Line {} · {} · {source}", claim.line, kinds(claim));
            match why(claim) {
                why if why.is_empty() => first,
                why => format!("{first}\nWhy {}: {why}", self.task.priority().name()),
            }
        }));
        let listed = |title: &str, lines: String| (!lines.is_empty()).then(|| format!("{title}\n{lines}"));
        if !self.has_subtasks() {
            parts.extend(listed("Tick:", self.facts()));
            parts.extend(listed("Backing:", self.backing()));
        }
        let bulleted = self.places().lines().map(|line| format!("• {line}")).collect::<Vec<_>>().join("\n");
        parts.extend(listed("Where to look:", bulleted));
        let review = self.task.entry.map_or_else(Review::default, |entry| entry.review.clone());
        parts.push(described::written(self.task.id(), &review, &self.options.labels));
        parts.join("\n\n")
    }

    pub(super) fn due(&self, format: &str) -> String {
        self.options.desk.deadline.map(|day| day.format(format).to_string()).unwrap_or_default()
    }

    /// Who checks, where it is an address: programs know people by nothing else.
    pub(super) fn assignee(&self) -> String {
        let checker = self.material.worksheet.checker.as_deref().unwrap_or("");
        let is_address = checker.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        if is_address && !checker.contains(' ') { checker.to_owned() } else { String::new() }
    }
}

/// The box before a fact.
pub(super) const fn tick(ticked: bool) -> &'static str {
    if ticked { "☑" } else { "☐" }
}

fn place(prompt: &Prompt) -> String {
    prompt.url.as_ref().map_or_else(|| prompt.label.clone(), |url| format!("{} <{url}>", prompt.label))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With a capital.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
