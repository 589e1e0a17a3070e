//! The Diagnostic Format of reviewdog, a line each:
//! <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>.

use super::file;
use super::point::Point;
use crate::pull_request::diagnostic::{At, Level, Note, annotations};
use crate::{Format, RenderContext, RenderError, RenderOptions};
use serde::Serialize;

/// For reviewdog.
pub(in super::super) const FORMAT: Format = Format {
    name: "rdjsonl",
    about: "Diagnostics for reviewdog",
    suffix: "rdjsonl",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| render(material, options),
};

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    source: Source,
    code: Code<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

/// The end is not included.
#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

/// The column counts bytes of UTF-8, from 1.
#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let file = file(&material.worksheet.article.path);
    let mut out = Vec::new();
    for note in annotations(material, options).iter().filter(|note| note.settled.is_none()) {
        let line =
            serde_json::to_vec(&diagnostic(&file, note)).map_err(|error| RenderError::Data(error.to_string()))?;
        out.extend(line);
        out.push(b'\n');
    }
    Ok(out)
}

fn diagnostic<'a>(file: &'a str, note: &'a Note<'a>) -> Diagnostic<'a> {
    let position = |point: Point| Position { line: point.line, column: point.byte_column };
    let (range, lead) = match note.place().at {
        At::Text(start, end) => (Some(Range { start: position(start), end: position(end) }), String::new()),
        At::Paragraph(number) => (None, format!("Paragraph {number}: ")),
        At::File => (None, String::new()),
    };
    Diagnostic {
        message: format!("{lead}{}\n{}", note.title, note.message),
        location: Location { path: file, range },
        severity: match note.level {
            Level::Error => "ERROR",
            Level::Warning => "WARNING",
            Level::Notice => "INFO",
        },
        source: Source { name: "claimsheet" },
        code: Code { value: &note.rule },
    }
}
