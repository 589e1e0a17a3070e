//! The report of `JUnit`: a test each finding and claim. What is to be settled fails, what is to be
//! checked is skipped, what was checked passes.

use super::file;
use super::xml::{attribute, content};
use crate::pull_request::diagnostic::{At, Level, Note, Subject, notes};
use crate::words::shortened;
use crate::{Format, RenderContext, RenderOptions, harmless};
use std::fmt::Write as _;

/// For pipelines that show the reports of `JUnit`.
pub(in super::super) const FORMAT: Format = Format {
    name: "junit",
    about: "A report in the form of JUnit's: findings fail, open claims are skipped",
    suffix: "junit.xml",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| Ok(render(material, options).into_bytes()),
};

/// Longest words of a claim in a test's name, in characters.
const NAME: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Failed,
    Skipped,
    Passed,
}

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> String {
    let file = attribute(&file(&material.worksheet.article.path));
    let notes = notes(material, &options.desk);
    let count = |wanted: Outcome| notes.iter().filter(|note| outcome(note) == wanted).count();
    let counts = format!(
        "tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"",
        notes.len(),
        count(Outcome::Failed),
        count(Outcome::Skipped)
    );
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"claimsheet\" {counts}>\n  <testsuite name=\"{file}\" {counts}>");
    for note in &notes {
        case(&mut out, &file, note);
    }
    out.push_str("  </testsuite>\n</testsuites>\n");
    out
}

fn outcome(note: &Note<'_>) -> Outcome {
    match (&note.settled, note.subject, note.level) {
        (Some(_), ..) => Outcome::Passed,
        (None, Subject::Finding(_), Level::Error | Level::Warning) => Outcome::Failed,
        _ => Outcome::Skipped,
    }
}

/// Its name holds the id, so that a run is compared with the last one by words and not by place.
fn case(out: &mut String, file: &str, note: &Note<'_>) {
    let words = match note.subject {
        Subject::Claim(claim) => harmless::line(&shortened(&claim.text, NAME)),
        Subject::Finding(_) | Subject::Remark => shortened(&note.message, NAME),
    };
    let name = attribute(&format!("{}: {words} [{}]", note.title, note.id));
    let (line, lead) = match note.place().at {
        At::Text(start, _) => (format!(" line=\"{}\"", start.line), format!("line {}: ", start.line)),
        At::Paragraph(number) => (String::new(), format!("paragraph {number}: ")),
        At::File => (String::new(), String::new()),
    };
    let class = attribute(&note.rule);
    let _ = writeln!(out, "    <testcase classname=\"{class}\" name=\"{name}\" file=\"{file}\"{line}>");
    let message = attribute(&format!("{lead}{}", note.title));
    match outcome(note) {
        Outcome::Failed => {
            let text = content(&note.message);
            let _ = writeln!(out, "      <failure type=\"{class}\" message=\"{message}\">{text}</failure>");
        }
        Outcome::Skipped => {
            let _ = writeln!(out, "      <skipped message=\"{message}\"/>");
            let _ = writeln!(out, "      <system-out>{}</system-out>", content(&note.message));
        }
        Outcome::Passed => {
            let settled = content(note.settled.as_deref().unwrap_or(""));
            let _ = writeln!(out, "      <system-out>{settled}: {}</system-out>", content(&note.message));
        }
    }
    out.push_str("    </testcase>\n");
}
