//! Tables as text: commas, semicolons or tabs; a decimal comma; comment lines above the heads.

use super::{Limits, ReadOutcome, decoded, grid};
use crate::number::{Notation, number_in};
use crate::passage::{Cell, Passage, Place, SourceFile};

/// Lines by which the separator is told.
const SAMPLE: usize = 30;

/// Reads a table of text.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> ReadOutcome {
    let text = decoded(bytes)?;
    let separator = separator(&text);
    let notation = notation(&text, separator);
    let mut file = SourceFile { kind: "table".to_owned(), ..SourceFile::default() };
    let mut title = String::new();
    let (comments, body) = comments(&text);
    for (number, line) in (1..).zip(text.lines().take(comments)) {
        let line = line.trim_start_matches('#').trim();
        if !line.is_empty() {
            let joined = format!("{title} {line}");
            joined.trim().clone_into(&mut title);
            file.passages.push(Passage::at(Place::line(number), line));
        }
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(body.as_bytes());
    let mut rows = Vec::new();
    let mut cells = 0;
    let (mut line, mut before) = (1, 0);
    for record in reader.records() {
        let record = record.map_err(|error| format!("this table cannot be read ({error}); save it as CSV anew"))?;
        let at = record.position().map_or(0, |position| position.byte() as usize);
        line += line_breaks(body, before, at);
        before = at.max(before);
        let line = comments + first_line(body, at, line);
        cells += record.len();
        if cells > limits.cells {
            file.warnings.push("the table is too long; its end was not read".to_owned());
            break;
        }
        let cell = |(column, text): (usize, &str)| Cell {
            text: text.trim().to_owned(),
            number: number_in(text, notation),
            place: Place::line(line as u32).in_cell(grid::cell_name(column, line - 1)),
        };
        rows.push(record.iter().enumerate().map(cell).collect());
    }
    if rows.is_empty() {
        return Err("it is empty".to_owned());
    }
    file.push_table(grid::table(&title, rows));
    Ok(file)
}

/// The line breaks of a text from one place to another.
fn line_breaks(text: &str, from: usize, to: usize) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes().get(from..to).unwrap_or_default()).count()
}

/// The line of a record whose place, on line `line`, may be the line break before it.
fn first_line(body: &str, at: usize, line: usize) -> usize {
    let rest = body.get(at..).unwrap_or("");
    let breaks = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
    line + line_breaks(rest, 0, breaks)
}

/// How many lines stand above the table, and the table.
fn comments(text: &str) -> (usize, &str) {
    let mut count = 0;
    let mut rest = text;
    while let Some((line, after)) =
        rest.split_once('\n').filter(|(line, _)| line.starts_with('#') || line.trim().is_empty())
    {
        let _ = line;
        count += 1;
        rest = after;
    }
    (count, rest)
}

/// The sign that stands equally often in most lines.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).take(SAMPLE).collect();
    let regularity = |sign: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| line.bytes().filter(|byte| *byte == sign).count()).collect();
        let first = counts.first().copied().unwrap_or(0);
        if first == 0 { 0 } else { counts.iter().filter(|count| **count == first).count() * 100 + first.min(99) }
    };
    [b';', b'\t', b'|', b','].into_iter().max_by_key(|sign| (regularity(*sign), *sign != b',')).unwrap_or(b',')
}

/// A comma is before the decimals where another sign separates and some cell has it before one or two digits.
fn notation(text: &str, separator: u8) -> Notation {
    if separator == b',' {
        return Notation::Point;
    }
    let cells = text.lines().take(SAMPLE * 10).flat_map(|line| line.split(char::from(separator)));
    let has_comma = |cell: &str| {
        let Some((whole, decimals)) = cell.trim().rsplit_once(',') else { return false };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        digits(whole.trim_start_matches('-')) && digits(decimals) && decimals.len() != 3
    };
    if cells.into_iter().any(has_comma) { Notation::Comma } else { Notation::Point }
}
