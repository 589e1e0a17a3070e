//! The columns, and their arrays.

use super::flat::{Flat, OfArticle};
use crate::row::{ClaimRow, FactRow};
use crate::settings::Rows;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field};
use chrono::NaiveDate;
use std::sync::Arc;

/// A column.
pub(super) struct Column {
    name: &'static str,
    cell: Cell,
}

/// What stands in a column's cells.
enum Cell {
    Text(for<'a> fn(&Flat<'a>) -> Option<&'a str>),
    Texts(for<'a> fn(&Flat<'a>) -> &'a [&'a str]),
    Number(fn(&Flat<'_>) -> Option<f64>),
    Count(fn(&Flat<'_>) -> Option<u32>),
    Day(fn(&Flat<'_>) -> Option<NaiveDate>),
    Flag(fn(&Flat<'_>) -> Option<bool>),
}

/// The columns of such rows, in their order.
pub(super) fn columns(rows: Rows) -> impl Iterator<Item = &'static Column> {
    let own: &[&[Column]] = match rows {
        Rows::Articles => &[ARTICLE],
        Rows::Claims => &[CLAIM, CLAIM_ALONE],
        Rows::Facts => &[CLAIM, FACT],
    };
    [RECORD].into_iter().chain(own.iter().copied()).flatten()
}

macro_rules! columns {
    ($name:ident, $doc:literal, $($column:literal => $Cell:ident($cell:expr)),+ $(,)?) => {
        #[doc = $doc]
        const $name: &[Column] = &[$(Column { name: $column, cell: Cell::$Cell($cell) }),+];
    };
}

columns!(
    RECORD, "Of the record.",
    "id" => Text(|row| row.id),
    "part" => Text(|row| row.part),
    "published" => Day(|row| row.published),
    "title" => Text(|row| row.title),
    "fields" => Text(|row| row.fields),
    "error" => Text(|row| row.trouble.map(|trouble| trouble.kind.name())),
    "message" => Text(|row| row.trouble.map(|trouble| trouble.message.as_str())),
);

columns!(
    ARTICLE, "Of an article.",
    "words" => Count(|row| row.counted.map(|article| article.words)),
    "claims" => Count(|row| row.counted.map(|article| article.claims)),
    "high" => Count(|row| row.counted.map(|article| article.high)),
    "facts" => Count(|row| row.counted.map(|article| article.facts)),
    "ticks" => Count(|row| row.counted.map(|article| article.ticks)),
    "findings" => Count(|row| row.counted.map(|article| article.findings)),
    "not_listed" => Count(|row| row.counted.map(|article| article.not_listed)),
    "names" => Texts(|row| row.counted.map_or(&[], names)),
    "warnings" => Texts(|row| row.counted.map_or(&[], warnings)),
);

columns!(
    CLAIM, "Of a claim, in rows of claims and of facts.",
    "claim" => Text(|row| row.claim.map(|claim| claim.claim)),
    "kind" => Text(|row| row.claim.map(|claim| claim.kind)),
    "priority" => Text(|row| row.claim.map(|claim| claim.priority)),
    "speaker" => Text(|row| row.claim.and_then(|claim| claim.speaker)),
    "line" => Count(|row| row.claim.map(|claim| claim.line)),
);

columns!(
    CLAIM_ALONE, "Of a claim, in rows of claims.",
    "tags" => Texts(|row| row.claim.map_or(&[], tags)),
    "score" => Number(|row| row.claim.map(|claim| claim.score)),
    "at" => Count(|row| row.claim.map(|claim| claim.at)),
    "end" => Count(|row| row.claim.map(|claim| claim.end.unwrap_or(claim.at + claim.text.len() as u32))),
    "text" => Text(|row| row.claim.map(|claim| claim.text)),
    "section" => Text(|row| row.claim.and_then(|claim| claim.section)),
    "speaker_as" => Text(|row| row.claim.and_then(|claim| claim.speaker_as)),
    "source" => Text(|row| row.claim.and_then(|claim| claim.source)),
    "source_kind" => Text(|row| row.claim.and_then(|claim| claim.source_kind)),
    "source_url" => Text(|row| row.claim.and_then(|claim| claim.source_url)),
    "time" => Text(|row| row.claim.and_then(time)),
);

columns!(
    FACT, "Of a fact.",
    "role" => Text(|row| row.fact.map(|fact| fact.role)),
    "at" => Count(|row| row.fact.map(|fact| fact.at)),
    "end" => Count(|row| row.fact.map(|fact| fact.end.unwrap_or(fact.at + fact.text.len() as u32))),
    "text" => Text(|row| row.fact.map(|fact| fact.text)),
    "tick" => Flag(|row| row.fact.map(|fact| fact.verify.is_some())),
    "verify" => Text(|row| row.fact.and_then(verify)),
    "left_out" => Text(|row| row.fact.and_then(|fact| fact.left_out)),
    "form" => Text(|row| row.fact.and_then(|fact| fact.value.form)),
    "amount" => Number(|row| row.fact.and_then(|fact| fact.value.amount)),
    "upper" => Number(|row| row.fact.and_then(|fact| fact.value.upper)),
    "unit" => Text(|row| row.fact.and_then(|fact| fact.value.unit)),
    "per" => Text(|row| row.fact.and_then(|fact| fact.value.per)),
    "qualifier" => Text(|row| row.fact.and_then(|fact| fact.value.qualifier)),
    "precision" => Text(|row| row.fact.and_then(|fact| fact.value.precision)),
    "from" => Day(|row| row.fact.and_then(|fact| fact.value.from)),
    "to" => Day(|row| row.fact.and_then(|fact| fact.value.to.or(fact.value.from))),
);

fn names<'a>(article: &'a OfArticle<'a>) -> &'a [&'a str] {
    &article.names
}

fn warnings<'a>(article: &'a OfArticle<'a>) -> &'a [&'a str] {
    &article.warnings
}

fn tags<'a>(claim: &'a ClaimRow<'a>) -> &'a [&'a str] {
    &claim.tags
}

fn time<'a>(claim: &'a ClaimRow<'a>) -> Option<&'a str> {
    claim.time.as_deref()
}

fn verify<'a>(fact: &'a FactRow<'a>) -> Option<&'a str> {
    fact.verify.as_deref()
}

impl Column {
    /// Its name and type.
    pub(super) fn field(&self) -> Field {
        let text = || Field::new("item", DataType::Utf8, true);
        let sort = match self.cell {
            Cell::Text(_) => DataType::Utf8,
            Cell::Texts(_) => DataType::List(Arc::new(text())),
            Cell::Number(_) => DataType::Float64,
            // Spark has no numbers without a sign.
            Cell::Count(_) => DataType::Int64,
            Cell::Day(_) => DataType::Date32,
            Cell::Flag(_) => DataType::Boolean,
        };
        Field::new(self.name, sort, true)
    }

    /// Its cells.
    pub(super) fn array(&self, rows: &[Flat<'_>]) -> ArrayRef {
        match self.cell {
            Cell::Text(of) => Arc::new(rows.iter().map(of).collect::<StringArray>()),
            Cell::Number(of) => Arc::new(rows.iter().map(of).collect::<Float64Array>()),
            Cell::Count(of) => Arc::new(rows.iter().map(|row| of(row).map(i64::from)).collect::<Int64Array>()),
            Cell::Flag(of) => Arc::new(rows.iter().map(of).collect::<BooleanArray>()),
            Cell::Day(of) => Arc::new(rows.iter().map(|row| of(row).map(days)).collect::<Date32Array>()),
            Cell::Texts(of) => {
                let mut lists = ListBuilder::new(StringBuilder::new());
                for row in rows {
                    for text in of(row) {
                        lists.values().append_value(text);
                    }
                    lists.append(true);
                }
                Arc::new(lists.finish())
            }
        }
    }
}

/// Days since 1 January 1970.
fn days(day: NaiveDate) -> i32 {
    day.signed_duration_since(NaiveDate::default()).num_days() as i32
}
