//! Answers that came back from elsewhere, put into the fields of a sheet.

use super::line::Line;
use super::{Labels, PartKind, Review, Sheet};

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
    /// Fields that held something else and were left.
    pub conflicts: Vec<Conflict>,
    /// Ids of answers without an entry.
    pub unknown: Vec<String>,
}

impl Sheet {
    /// Fills empty fields with the answers, by claim id. What stands in a field is never changed.
    pub fn import(&mut self, answers: &[(String, Review)], labels: &Labels) -> Imported {
        let mut imported = Imported::default();
        for (id, review) in answers {
            let part = self.parts.iter_mut().find(|part| part.kind == PartKind::Entry(id.clone()));
            let Some(part) = part else {
                imported.unknown.push(id.clone());
                continue;
            };
            let sources = review.sources.join("; ");
            let fields = [
                (&labels.source, &sources),
                (&labels.verdict, &review.verdict),
                (&labels.correction, &review.correction),
                (&labels.note, &review.note),
                (&labels.query, &review.query),
                (&labels.answer, &review.answer),
                (&labels.checked, &review.checked),
                (&labels.second, &review.second),
            ];
            for (label, value) in fields.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
                match fill(&mut part.lines, label, value.trim()) {
                    Ok(filled) => imported.filled += usize::from(filled),
                    Err(here) => imported.conflicts.push(Conflict {
                        line: part.first_line,
                        field: label.clone(),
                        here,
                        there: value.trim().to_owned(),
                    }),
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

/// Fills the field `label`; a field that the entry lacks is added. Whether something changed; what
/// stands there if it is something else.
fn fill(lines: &mut Vec<Line>, label: &str, value: &str) -> Result<bool, String> {
    let cell = value.replace('|', "\\|").replace(['\n', '\r'], " ");
    let mut last_row = None;
    for (at, line) in lines.iter_mut().enumerate() {
        let Some((known, here)) = line.field() else { continue };
        last_row = Some(at);
        if !known.eq_ignore_ascii_case(label) {
            continue;
        }
        if here.is_empty() {
            line.text = format!("| {label} | {cell} |");
            return Ok(true);
        }
        return if here == value { Ok(false) } else { Err(here) };
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
    Ok(true)
}
