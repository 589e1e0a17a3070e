//! An old entry and its new one may have their fields in two forms: as rows of a table or as lines, each on a line of
//! its own or all on one. They are brought into the form of the new one before their lines are merged.

use super::super::answers::fill;
use super::super::labelled::Form;
use super::super::line::Line;
use super::super::one_line::{apart, settle};
use super::super::{Field, Labels};
use std::borrow::Cow;

/// The lines of an old entry and of its new one, in one form.
pub(super) struct Forms<'a> {
    pub(super) old: Cow<'a, [Line]>,
    pub(super) fresh: Cow<'a, [Line]>,
    /// What stood in fields of another form.
    values: Vec<(Field, String)>,
}

/// Brings both into one form; `has_work` says whether somebody worked on the old one.
pub(super) fn agreed<'a>(old: &'a [Line], fresh: &'a [Line], has_work: bool) -> Forms<'a> {
    let is_one_line = |lines: &[Line]| lines.iter().any(|line| line.joined);
    let (mut old, mut fresh) = (Cow::Borrowed(old), Cow::Borrowed(fresh));
    match (is_one_line(&old), is_one_line(&fresh)) {
        (true, false) => old = Cow::Owned(apart(&old)),
        // A claim that somebody works on keeps its lines, however little it matters now.
        (false, true) if has_work => fresh = Cow::Owned(apart(&fresh)),
        _ => {}
    }
    let mut values = Vec::new();
    if let Some(form) = fresh.iter().find_map(Line::form) {
        let is_other = |line: &Line| line.form().is_some_and(|own| own != form) && field(line).is_some();
        if old.iter().any(is_other) {
            let (others, rest): (Vec<Line>, Vec<Line>) = old.iter().cloned().partition(|line| is_other(line));
            let filled = others.iter().filter_map(field).filter(|(_, value)| !value.is_empty());
            values = filled.collect();
            old = Cow::Owned(if form == Form::Line { without_tables(&rest) } else { rest });
        }
    }
    Forms { old, fresh, values }
}

/// A field that we know, and what stands in it.
fn field(line: &Line) -> Option<(Field, String)> {
    let (name, value) = line.field()?;
    Some((Field::named(name.trim_matches('*').trim())?, value))
}

/// Lines without what is left of a table when its rows are gone; the blank lines behind it stay.
fn without_tables(lines: &[Line]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        if !line.is_empty_row() {
            out.push(line.clone());
        } else if let Some(last) = out.last_mut() {
            last.blanks = last.blanks.max(line.blanks);
        }
    }
    out
}

impl Forms<'_> {
    /// Puts the values into the merged lines, and each piece on a line where it can stand.
    pub(super) fn fill(&self, lines: &mut Vec<Line>) {
        settle(lines);
        let labels = Labels::default();
        for (field, value) in &self.values {
            let here = fill(lines, *field, &labels, value, false).filter(|here| !here.contains(value.as_str()));
            if let Some(here) = here {
                fill(lines, *field, &labels, &format!("{here}; {value}"), true);
            }
        }
    }
}

/// The lines of a section with the version of the new sheet in its front matter.
pub(super) fn of_this_version<'a>(old: &'a [Line], fresh: &[Line]) -> Cow<'a, [Line]> {
    const KEY: &str = "claimsheet: ";
    let version = |lines: &[Line]| lines.iter().take(12).position(|line| line.text.starts_with(KEY));
    let (Some(at), Some(new)) = (version(old), version(fresh).and_then(|at| fresh.get(at))) else {
        return Cow::Borrowed(old);
    };
    let mut lines = old.to_vec();
    if let Some(line) = lines.get_mut(at) {
        // What somebody wrote behind the version stays.
        let behind =
            line.text.get(KEY.len()..).unwrap_or_default().trim_start_matches(|digit: char| digit.is_ascii_digit());
        line.text = format!("{}{behind}", new.text);
    }
    Cow::Owned(lines)
}
