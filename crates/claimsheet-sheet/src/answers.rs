//! Answers that came back from elsewhere, put into an entry's fields.

use super::items::{essence, ticked};
use super::line::{Line, without_box};
use super::review::{priority as priority_of, review as review_of, without_number};
use super::{Field, Labels, Part, PartKind, Review, Sheet};
use claimsheet::claim::Priority;

/// What came back of one claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The claim's id; empty for an entry that a person added.
    pub id: String,
    /// The heading of such an entry; empty for a claim.
    pub heading: String,
    /// What was written.
    pub review: Review,
    /// The priority that it shows.
    pub priority: Option<Priority>,
    /// The facts that were ticked: the words of each, and what was to verify.
    pub ticked: Vec<(String, String)>,
}

/// What an answer would change and does not, because something else stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The line of the sheet, from 1, on which the entry begins.
    pub line: u32,
    /// The field's name.
    pub field: String,
    /// What stands there.
    pub here: String,
    /// What came back.
    pub there: String,
}

/// What came of putting answers into a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Fields that were filled.
    pub filled: usize,
    /// Facts that were ticked.
    pub ticked: usize,
    /// Fields that held something else and were left.
    pub conflicts: Vec<Conflict>,
    /// Claims that had another priority there than in the sheet. It may have changed at either
    /// place, and the sheet's is left.
    pub priorities: Vec<Conflict>,
    /// Ids, or headings, of answers without an entry.
    pub unknown: Vec<String>,
    /// Ticked facts that have no line of their own in the sheet: the entry's line, and their words.
    pub unplaced: Vec<(u32, String)>,
}

impl Sheet {
    /// Fills empty fields with the answers and ticks facts, by claim id. What stands in a field is
    /// never changed, and no tick is taken away.
    pub fn import(&mut self, answers: &[Answer], labels: &Labels) -> Imported {
        let mut imported = Imported::default();
        for answer in answers {
            match self.parts.iter_mut().find(|part| answer.is_for(part)) {
                None => imported.unknown.push(format!("{}{}", answer.id, answer.heading)),
                Some(part) => {
                    part.fill_all(&answer.review, labels, &mut imported);
                    part.tick_all(&answer.ticked, &mut imported);
                    imported.priorities.extend(part.other_priority(answer.priority, labels));
                }
            }
        }
        imported
    }

    /// The sheet's text.
    pub fn text(&self) -> String {
        self.written()
    }
}

impl Answer {
    fn is_for(&self, part: &Part) -> bool {
        match &part.kind {
            PartKind::Entry(id) => *id == self.id,
            PartKind::Own(title) => self.id.is_empty() && essence(&without_number(title)) == essence(&self.heading),
            PartKind::Top | PartKind::Section(_) => false,
        }
    }
}

impl Part {
    fn fill_all(&mut self, review: &Review, labels: &Labels, imported: &mut Imported) {
        let known = review_of(&self.lines, labels);
        for field in Field::ALL {
            let (label, value) = (field.label(labels), field.get(review));
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if value.is_empty() || is_same(&field.get(&known), &value) {
                continue;
            }
            match fill(&mut self.lines, label, &value) {
                Ok(()) => imported.filled += 1,
                Err(here) => imported.conflicts.push(Conflict {
                    line: self.first_line,
                    field: label.to_owned(),
                    here,
                    there: value,
                }),
            }
        }
    }

    fn other_priority(&self, there: Option<Priority>, labels: &Labels) -> Option<Conflict> {
        let here = priority_of(&self.lines, labels);
        let there = there.filter(|there| *there != here)?;
        let name = |priority: Priority| priority.name().to_owned();
        Some(Conflict { line: self.first_line, field: "Priority".to_owned(), here: name(here), there: name(there) })
    }

    /// Ticks the items of these facts; of equal facts as many items as facts.
    fn tick_all(&mut self, facts: &[(String, String)], imported: &mut Imported) {
        let mut passed = vec![false; self.lines.len()];
        for (text, verify) in facts {
            let whole = essence(&format!("{text}{verify}"));
            let mut own = self.lines.iter_mut().zip(&mut passed).filter(|(line, passed)| {
                !**passed && (line.is_open() || line.is_ticked()) && essence(without_box(&line.text)) == whole
            });
            if let Some((line, passed)) = own.next() {
                *passed = true;
                if line.is_open() {
                    line.text = line.ticked();
                    imported.ticked += 1;
                }
            } else if !ticked(&self.items(), &[(text.as_str(), verify.as_str())]).contains(&true) {
                imported.unplaced.push((self.first_line, text.clone()));
            }
        }
    }
}

/// Fills the field `label`; a field that the entry lacks is added.
///
/// # Errors
///
/// Gives back what stands there, if something does.
fn fill(lines: &mut Vec<Line>, label: &str, value: &str) -> Result<(), String> {
    let cell = value.replace('|', "\\|");
    let mut last_row = None;
    for (at, line) in lines.iter_mut().enumerate() {
        let Some((known, here)) = line.field() else { continue };
        last_row = Some(at);
        if !known.eq_ignore_ascii_case(label) {
            continue;
        }
        if here.is_empty() {
            line.text = format!("| {label} | {cell} |");
            return Ok(());
        }
        return Err(here);
    }
    let row = format!("| {label} | {cell} |");
    if let Some((at, last)) = last_row.and_then(|at| Some((at, lines.get_mut(at)?))) {
        let blanks = std::mem::take(&mut last.blanks);
        lines.insert(at + 1, Line::new(row, blanks));
    } else {
        if let Some(last) = lines.last_mut() {
            last.blanks = last.blanks.max(1);
        }
        lines.extend([Line::new("| | |", 0), Line::new("|---|---|", 0), Line::new(row, 1)]);
    }
    Ok(())
}

/// Whether two cells say the same: several sources may be divided in several ways.
fn is_same(here: &str, value: &str) -> bool {
    let one = |cell: &str| {
        let cell = cell.replace("<br>", ";");
        let pieces: Vec<String> =
            cell.split(';').map(|one| one.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        pieces.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("; ")
    };
    one(here) == one(value)
}
