//! Checkstyle's report, which most pipelines show.

use super::file;
use super::xml::attribute;
use crate::pull_request::diagnostic::{At, Level, Note, annotations};
use crate::{Format, RenderContext, RenderOptions};
use std::fmt::Write as _;

/// For pipelines that show Checkstyle's reports.
pub(in super::super) const FORMAT: Format = Format {
    name: "checkstyle",
    about: "A report in the form of Checkstyle's",
    suffix: "checkstyle.xml",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| Ok(render(material, options).into_bytes()),
};

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> String {
    let file = attribute(&file(&material.worksheet.article.path));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    let _ = writeln!(out, "  <file name=\"{file}\">");
    for note in annotations(material, options).iter().filter(|note| note.settled.is_none()) {
        error(&mut out, note);
    }
    out.push_str("  </file>\n</checkstyle>\n");
    out
}

fn error(out: &mut String, note: &Note<'_>) {
    let (place, lead) = match note.place().at {
        At::Text(start, _) => (format!("line=\"{}\" column=\"{}\"", start.line, start.column), String::new()),
        At::Paragraph(number) => ("line=\"1\"".to_owned(), format!("paragraph {number}: ")),
        At::File => ("line=\"1\"".to_owned(), String::new()),
    };
    let severity = match note.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Notice => "info",
    };
    let message = attribute(&format!("{lead}{}: {}", note.title, note.message));
    let rule = attribute(&note.rule);
    let _ = writeln!(
        out,
        "    <error {place} severity=\"{severity}\" message=\"{message}\" source=\"claimsheet.{rule}\"/>"
    );
}

/// Whether a file is a report of ours.
pub(in super::super) fn is_ours(text: &str) -> bool {
    let is_report = text.contains("<checkstyle version=\"4.3\">");
    is_report && text.lines().filter(|line| line.contains("<error ")).all(|line| line.contains("source=\"claimsheet."))
}
