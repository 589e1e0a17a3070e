//! CSV: a row a claim or a fact, with columns to fill.

use super::super::{Format, RenderContext, RenderError, RenderOptions};
use super::Table;
use super::preset::PLAIN;
use claimsheet::text::escape::formula::disarmed;

/// A table to fill.
pub(in super::super) const FORMAT: Format = Format {
    name: "csv",
    about: "A table: one row per claim, or per fact",
    suffix: "worksheet.csv",
    holds_work: true,
    needs_sheet: true,
    write: render,
};

/// RFC 4180 rows under a header.
fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let failed = |error: &dyn std::fmt::Display| RenderError::Data(error.to_string());
    let table = Table::of(material, options, options.preset.unwrap_or(&PLAIN));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.header()).map_err(|error| failed(&error))?;
    for row in &table.rows {
        let cells = table.columns.iter().map(|column| disarmed(&column.of(row)));
        writer.write_record(cells).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// Whether a file has the header of one of our tables.
pub(in super::super) fn is_ours(bytes: &[u8], options: &RenderOptions) -> bool {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let Some(Ok(header)) = reader.records().next() else { return false };
    let header: Vec<&str> = header.iter().map(|name| name.trim_start_matches('\u{feff}')).collect();
    super::headers(options).any(|own| own == header)
}
