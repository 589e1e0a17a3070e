//! Many articles at one time: a table in, rows out.

use crate::options::{config, wrong};
use crate::rows::Rows;
use arrow_array::cast::AsArray as _;
use arrow_array::{Array as _, ArrayRef, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use arrow_select::concat::concat_batches;
use arrow_select::take::take;
use claimsheet_stream::{Archive, Body, Record, Settings, Trouble, columns, input_name};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;
use std::path::PathBuf;
use std::sync::Arc;

/// The columns of a table that are read; all others are handed on.
const READ: [&str; 6] = ["id", "title", "text", "html", "published", "date"];

/// Analyses the articles of a table; each row gives rows of claims, facts or articles, with its further columns.
#[pyfunction]
pub(crate) fn analyse_batch(
    py: Python<'_>,
    table: AnyRecordBatch,
    rows: &str,
    jobs: Option<usize>,
    from_format: Option<String>,
    max_bytes: Option<u64>,
    config_file: Option<PathBuf>,
) -> PyResult<Rows> {
    let sort = match rows {
        "articles" => claimsheet_stream::Rows::Articles,
        "claims" => claimsheet_stream::Rows::Claims,
        "facts" => claimsheet_stream::Rows::Facts,
        _ => return Err(wrong(format!("rows are \"articles\", \"claims\" or \"facts\", and not {rows:?}"))),
    };
    let mut settings = Settings::new(config(config_file)?.rules, sort);
    settings.from = from_format.as_deref().and_then(claimsheet_read::reader);
    settings.limits = Settings::limits(max_bytes.unwrap_or(Settings::BYTES));
    let reader = table.into_reader()?;
    py.detach(|| {
        let input = reader.schema();
        let schema = with_further(sort, &input);
        let open = |_: &str, _: u64| Err("a table names no files".to_owned());
        let archive = Archive::new(&settings, jobs, &open).map_err(wrong)?;
        let mut batches = Vec::new();
        for batch in reader {
            batches.push(analysed(&batch.map_err(wrong)?, &archive, sort, &schema).map_err(wrong)?);
        }
        Ok(Rows { schema, batches })
    })
}

/// The columns of the rows, and those of the table that are handed on.
fn with_further(sort: claimsheet_stream::Rows, input: &Schema) -> SchemaRef {
    let own = columns::schema(sort);
    let further = further(input).map(|(_, field)| field.clone().with_name(input_name(field.name())));
    let fields: Vec<Field> = own.fields().iter().map(|field| field.as_ref().clone()).chain(further).collect();
    Arc::new(Schema::new(fields))
}

fn further(input: &Schema) -> impl Iterator<Item = (usize, &Field)> {
    let all = input.fields().iter().map(AsRef::as_ref).enumerate();
    all.filter(|(_, field)| !READ.contains(&field.name().as_str()))
}

fn analysed(
    batch: &RecordBatch,
    archive: &Archive<'_>,
    sort: claimsheet_stream::Rows,
    schema: &SchemaRef,
) -> Result<RecordBatch, ArrowError> {
    let texts = Texts::of(batch)?;
    let records = (0..batch.num_rows()).map(|row| texts.record(row)).collect();
    let made = archive.of_records(records, |outcome| columns::batch(outcome, sort));
    let made: Vec<RecordBatch> = made.into_iter().collect::<Result<_, _>>()?;
    let numbered = made.iter().zip(0_u64..);
    let parents: UInt64Array = numbered.flat_map(|(rows, at)| std::iter::repeat_n(at, rows.num_rows())).collect();
    let own = concat_batches(&columns::schema(sort), &made)?;
    let mut all = own.columns().to_vec();
    for (at, _) in further(batch.schema_ref()) {
        all.push(take(batch.column(at), &parents, None)?);
    }
    RecordBatch::try_new(schema.clone(), all)
}

/// The columns of a table that are read, as text.
struct Texts([Option<ArrayRef>; 6]);

impl Texts {
    fn of(batch: &RecordBatch) -> Result<Self, ArrowError> {
        let mut all = [const { None }; 6];
        for (place, name) in all.iter_mut().zip(READ) {
            let column = batch.column_by_name(name);
            *place = column.map(|column| arrow_cast::cast(column, &DataType::Utf8)).transpose()?;
        }
        Ok(Self(all))
    }

    fn get(&self, name: &str, row: usize) -> Option<&str> {
        let (_, column) = READ.iter().zip(&self.0).find(|(known, _)| **known == name)?;
        let column: &StringArray = column.as_ref()?.as_string();
        (!column.is_null(row)).then(|| column.value(row))
    }

    /// The record in a row.
    fn record(&self, row: usize) -> Result<Record<'static>, (String, Trouble)> {
        let mut record = Record { id: self.get("id", row).unwrap_or_default().to_owned(), ..Record::default() };
        record.title = self.get("title", row).filter(|title| !title.trim().is_empty()).map(str::to_owned);
        for name in ["published", "date"] {
            if let Some(day) = self.get(name, row) {
                record.publish(name, day);
            }
        }
        let text = self.get("text", row).map(|text| Body::Text(text.to_owned()));
        let html = self.get("html", row).map(|html| Body::Html(html.to_owned()));
        for body in text.into_iter().chain(html) {
            if let Err(trouble) = record.give(body) {
                return Err((record.id, trouble));
            }
        }
        record.whole()
    }
}
