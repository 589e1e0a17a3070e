//! GitLab's Code Quality report:
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use super::{file, json};
use crate::pull_request::diagnostic::{At, Level, Note, annotations};
use crate::{Format, RenderContext, RenderError, RenderOptions};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// For merge requests on GitLab.
pub(in super::super) const FORMAT: Format = Format {
    name: "gitlab",
    about: "A Code Quality report, for a merge request on GitLab",
    suffix: "codequality.json",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| render(material, options),
};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

/// Both included.
#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let file = file(&material.worksheet.article.path);
    let notes = annotations(material, options);
    json(&notes.iter().filter(|note| note.settled.is_none()).map(|note| issue(&file, note)).collect::<Vec<_>>())
}

fn issue<'a>(file: &'a str, note: &'a Note<'a>) -> Issue<'a> {
    let (begin, end) = note.place().lines().unwrap_or((1, 1));
    let lead = match note.place().at {
        At::Paragraph(number) => format!("paragraph {number}: "),
        At::Text(..) | At::File => String::new(),
    };
    Issue {
        description: format!("{lead}{}: {}", note.title, note.message),
        check_name: &note.rule,
        fingerprint: fingerprint(file, &note.id),
        severity: match note.level {
            Level::Error => "major",
            Level::Warning => "minor",
            Level::Notice => "info",
        },
        location: Location { path: file, lines: Lines { begin, end } },
    }
}

/// One for the whole project, in which two drafts may hold the same words.
fn fingerprint(file: &str, id: &str) -> String {
    let digest = Sha256::new().chain_update(file).chain_update([0]).chain_update(id).finalize();
    digest.iter().take(16).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Whether a file is a report of ours.
pub(in super::super) fn is_ours(text: &str) -> bool {
    let report: Result<Vec<serde_json::Value>, _> = serde_json::from_str(text);
    report.is_ok_and(|report| {
        report.iter().all(|issue| issue.get("check_name").is_some() && issue.get("fingerprint").is_some())
    })
}
