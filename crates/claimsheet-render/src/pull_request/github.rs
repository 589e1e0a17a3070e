//! Workflow commands of GitHub Actions, which become annotations on the changed lines:
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use super::file;
use crate::pull_request::diagnostic::{At, Level, Note, annotations};
use crate::{Format, RenderContext, RenderOptions, harmless};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Annotations on a pull request.
pub(in super::super) const FORMAT: Format = Format {
    name: "github",
    about: "Annotations of GitHub Actions, for a pull request",
    suffix: "github",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| Ok(render(material, options).into_bytes()),
};

/// Annotations of one level that GitHub shows of a step.
const SHOWN: usize = 10;

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> String {
    let file = file(&material.worksheet.article.path);
    // Such a name is found by nobody's pipeline, and could be a command to one.
    let file = if file.contains("##") { harmless::line(&file) } else { file };
    let all = annotations(material, options);
    let (mut open, settled): (Vec<&Note<'_>>, Vec<&Note<'_>>) = all.iter().partition(|note| note.settled.is_none());
    open.sort_by_key(|note| note.rank());
    let mut out = String::new();
    for (level, name) in [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Notice, "notice")] {
        let of_level: Vec<&Note<'_>> = open.iter().copied().filter(|note| note.level == level).collect();
        for note in of_level.iter().take(SHOWN) {
            command(&mut out, name, &file, note);
        }
        if let Some(rest) = of_level.get(SHOWN..).filter(|rest| !rest.is_empty()) {
            told(
                &mut out,
                &file,
                &format!("{} more of level {name}, which GitHub would not show: {}", rest.len(), lines(rest)),
            );
        }
    }
    if !settled.is_empty() {
        told(&mut out, &file, &format!("{} checked or settled already: {}", settled.len(), lines(&settled)));
    }
    out
}

/// A line for the step's log. It begins with a word of ours, so that nothing in it is a command.
fn told(out: &mut String, file: &str, what: &str) {
    let _ = writeln!(out, "claimsheet: {}: {}", harmless::line(file), harmless::line(what));
}

fn lines(notes: &[&Note<'_>]) -> String {
    let lines: BTreeSet<u32> = notes.iter().filter_map(|note| note.place().lines()).map(|(first, _)| first).collect();
    match lines.len() {
        0 => "in the whole file".to_owned(),
        1 => format!("line {}", lines.iter().next().copied().unwrap_or(1)),
        _ => format!("lines {}", lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// `::level file=,line=,endLine=,col=,endColumn=,title=::message`. Columns, in characters and the last
/// one included, are for a range on one line only.
fn command(out: &mut String, level: &str, file: &str, note: &Note<'_>) {
    let place = note.place();
    let mut message = note.message.clone();
    let _ = write!(out, "::{level} file={}", property(file));
    match place.at {
        At::Text(start, end) => {
            let _ = write!(out, ",line={},endLine={}", start.line, end.line);
            if start.line == end.line {
                let _ =
                    write!(out, ",col={},endColumn={}", start.column, end.column.saturating_sub(1).max(start.column));
            }
        }
        At::Paragraph(number) => message = format!("Paragraph {number}: {message}"),
        At::File => {}
    }
    let _ = writeln!(out, ",title={}::{}", property(&note.title), data(&message));
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
