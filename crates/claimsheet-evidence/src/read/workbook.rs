//! Workbooks: the sheets with the names of their cells, and numbers as their formats show them.

use super::{Limits, ReadOutcome, grid};
use crate::passage::{Cell, Passage, Place, SourceFile};
use calamine::{
    Data, Ods, OdsError, Range, Reader, Sheets, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
    open_workbook_auto_from_rs,
};
use claimsheet_read::package::{self, Item, Package, PackageError, Xml};
use rustc_hash::FxHashMap;
use std::io::Cursor;

/// How the format of a cell shows its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Shown {
    percent: bool,
    /// Digits behind the point; none where the format leaves it open.
    decimals: Option<usize>,
    grouped: bool,
}

/// Reads all sheets that hold something.
pub(super) fn read(path: &str, bytes: &[u8], limits: &Limits) -> ReadOutcome {
    if Package::is_one(bytes) {
        check(bytes, limits).map_err(|error| error.to_string())?;
    }
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| {
        if is_locked(bytes) {
            "this workbook is locked with a password; open it, take the password away, and save it under another name"
                .to_owned()
        } else {
            format!("this workbook cannot be read ({error}); open it and save it as .xlsx or CSV")
        }
    })?;
    let names = book.sheet_names();
    let has_styles = std::path::Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let formats = if has_styles { cell_formats(bytes, limits).unwrap_or_default() } else { Vec::new() };
    let mut file = SourceFile::default();
    let mut cells = limits.cells;
    for (index, name) in names.iter().enumerate() {
        let Ok(range) = book.worksheet_range(name) else {
            file.warnings.push(format!("the sheet {name} cannot be read; save the workbook anew"));
            continue;
        };
        let (height, width) = range.get_size();
        if height.saturating_mul(width) > cells {
            file.warnings.push(format!("the sheet {name} is too large; save the rows that matter as CSV"));
            continue;
        }
        cells -= height * width;
        sheet(name, &range, formats.get(index), &mut file);
    }
    file.kind =
        if names.len() == 1 { "workbook, 1 sheet".to_owned() } else { format!("workbook, {} sheets", names.len()) };
    Ok(file)
}

/// Whether a workbook that cannot be read is locked with a password, in one of its formats.
fn is_locked(bytes: &[u8]) -> bool {
    let file = || Cursor::new(bytes);
    matches!(Xlsx::new(file()), Err(XlsxError::Password))
        || matches!(Xlsb::new(file()), Err(XlsbError::Password))
        || matches!(Xls::new(file()), Err(XlsError::Password))
        || matches!(Ods::new(file()), Err(OdsError::Password))
}

/// Unpacks the parts of the package within limits, before another library does without.
fn check(bytes: &[u8], limits: &Limits) -> Result<(), PackageError> {
    let mut package = Package::open(bytes, package::Limits { bytes: limits.bytes, depth: 512 })?;
    for name in package.names() {
        let ending = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        if ending == "xml" || ending == "bin" {
            package.read(&name)?;
        }
    }
    Ok(())
}

fn sheet(name: &str, range: &Range<Data>, formats: Option<&FxHashMap<String, Shown>>, file: &mut SourceFile) {
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (row_index, row) in range.rows().enumerate() {
        let mut cells = Vec::new();
        for (column, data) in row.iter().enumerate() {
            let at = grid::cell_name(left as usize + column, top as usize + row_index);
            let format = formats.and_then(|formats| formats.get(&at)).copied().unwrap_or_default();
            let (text, number) = shown(data, format);
            let place = Place::default().in_cell(format!("{name}!{at}"));
            cells.push(Cell { text, number, place });
        }
        rows.push(cells);
    }
    let table = grid::table(name, rows.clone());
    // What stands alone above a table is a passage of its own.
    for cell in rows.into_iter().take_while(|row| row.iter().filter(|cell| !cell.text.is_empty()).count() < 2).flatten()
    {
        if !cell.text.trim().is_empty() {
            file.passages.push(Passage::at(cell.place, cell.text));
        }
    }
    file.push_table(table);
}

fn shown(data: &Data, format: Shown) -> (String, Option<f64>) {
    match data {
        Data::Int(number) => (format.show(*number as f64), Some(format.value(*number as f64))),
        Data::Float(number) => (format.show(*number), Some(format.value(*number))),
        Data::DateTime(time) => {
            let day = time.as_datetime().map(|time| time.date().to_string());
            (day.unwrap_or_else(|| time.to_string()), None)
        }
        Data::DateTimeIso(text) | Data::DurationIso(text) => (text.clone(), None),
        Data::String(text) => (text.trim().to_owned(), crate::number::number(text)),
        Data::Bool(is) => (is.to_string(), None),
        Data::Empty | Data::Error(_) => (String::new(), None),
    }
}

impl Shown {
    fn of_code(code: &str) -> Self {
        let first = code.split(';').next().unwrap_or("");
        let decimals =
            first.split_once('.').map_or(0, |(_, after)| after.chars().take_while(|digit| *digit == '0').count());
        let is_open = !first.contains(['0', '#']);
        Self {
            percent: first.contains('%'),
            decimals: (!is_open).then_some(decimals),
            grouped: first.contains("#,##0"),
        }
    }

    /// The number as the format means it: a share in per cent. The noise of binary fractions is left out.
    fn value(self, number: f64) -> f64 {
        let number = if self.percent { number * 100.0 } else { number };
        (number * 1e6).round() / 1e6
    }

    /// The number as the format shows it.
    fn show(self, number: f64) -> String {
        let value = self.value(number);
        let plain =
            self.decimals.map_or_else(|| value.abs().to_string(), |decimals| format!("{:.decimals$}", value.abs()));
        let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
        let mut text = if value < 0.0 { "-".to_owned() } else { String::new() };
        for (index, digit) in whole.chars().enumerate() {
            if self.grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text.extend(rest.map(|rest| format!(".{rest}")));
        if self.percent { text + "%" } else { text }
    }
}

/// The cells of each sheet that have a format, by name.
fn cell_formats(bytes: &[u8], limits: &Limits) -> Result<Vec<FxHashMap<String, Shown>>, PackageError> {
    let mut package = Package::open(bytes, package::Limits { bytes: limits.bytes, depth: 512 })?;
    let formats = formats(&mut package)?;
    let targets: Vec<(String, String)> = package::relations(&mut package, "xl/workbook.xml")?
        .into_iter()
        .map(|relation| (relation.id, relation.target))
        .collect();
    let book = package.needed("xl/workbook.xml")?;
    let mut parts = Vec::new();
    each_tag("xl/workbook.xml", &book, package.limits(), |name, attribute| {
        if name == "sheet" {
            let id = attribute("id").unwrap_or_default();
            parts.push(
                targets.iter().find(|(target, _)| *target == id).map(|(_, part)| part.clone()).unwrap_or_default(),
            );
        }
    })?;
    let mut found = Vec::new();
    for part in parts {
        let mut cells = FxHashMap::default();
        if let Some(text) = package.text(&part)? {
            each_tag(&part, &text, package.limits(), |name, attribute| {
                let format = || formats.get(attribute("s")?.parse::<usize>().ok()?).copied();
                if name == "c"
                    && let (Some(at), Some(format)) = (attribute("r"), format())
                {
                    cells.insert(at, format);
                }
            })?;
        }
        found.push(cells);
    }
    Ok(found)
}

/// What each style of cells shows.
fn formats(package: &mut Package<'_>) -> Result<Vec<Shown>, PackageError> {
    let Some(text) = package.text("xl/styles.xml")? else { return Ok(Vec::new()) };
    let mut own = FxHashMap::default();
    let mut styles = Vec::new();
    let mut in_cells = false;
    each_tag("xl/styles.xml", &text, package.limits(), |name, attribute| match name {
        "numFmt" => {
            own.extend(attribute("numFmtId").zip(attribute("formatCode").map(|code| Shown::of_code(&code))));
        }
        "cellXfs" => in_cells = true,
        "cellStyles" | "dxfs" => in_cells = false,
        "xf" if in_cells => {
            let format = attribute("numFmtId").unwrap_or_default();
            let built_in = BUILT_IN.iter().find(|(id, _)| *id == format).map(|(_, code)| Shown::of_code(code));
            styles.push(own.get(&format).copied().or(built_in).unwrap_or_default());
        }
        _ => {}
    })?;
    Ok(styles)
}

/// The formats that every workbook has (ECMA-376, 18.8.30).
const BUILT_IN: &[(&str, &str)] = &[
    ("1", "0"),
    ("2", "0.00"),
    ("3", "#,##0"),
    ("4", "#,##0.00"),
    ("9", "0%"),
    ("10", "0.00%"),
    ("37", "#,##0"),
    ("39", "#,##0.00"),
];

/// Shows each element of a part, by its name and a way to ask for its attributes.
fn each_tag(
    part: &str,
    text: &str,
    limits: package::Limits,
    mut show: impl FnMut(&str, &dyn Fn(&str) -> Option<String>),
) -> Result<(), PackageError> {
    let mut xml = Xml::new(part, text, limits);
    loop {
        match xml.next()? {
            Item::Start(tag) => {
                show(tag.local, &|name| tag.attribute(name));
            }
            Item::Eof => return Ok(()),
            Item::End(..) | Item::Text(..) => {}
        }
    }
}
