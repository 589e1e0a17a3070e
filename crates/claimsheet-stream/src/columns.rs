//! Rows as columns of Apache Arrow: what Parquet, Python and Spark take.
//!
//! A column is a name and a function of the row. An error is a row too, in which all but its record's columns are
//! null.

mod column;
mod flat;

use crate::further::Further;
use crate::outcome::{Article, Outcome};
use crate::row::{ClaimRow, FactRow};
use crate::settings::Rows;
use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, Schema, SchemaRef};
use column::Column;
use flat::{Flat, OfArticle};
use std::sync::Arc;

/// The columns of such rows.
pub fn schema(rows: Rows) -> SchemaRef {
    Arc::new(Schema::new(column::columns(rows).map(Column::field).collect::<Vec<_>>()))
}

/// The rows of an outcome.
///
/// # Errors
///
/// None that is known: every column has the type that the schema says.
pub fn batch(outcome: &Outcome<'_>, rows: Rows) -> Result<RecordBatch, ArrowError> {
    let fields = Some(&outcome.further).filter(|further| !further.is_empty()).map(as_json);
    let id = Some(outcome.id.as_str()).filter(|id| !id.is_empty());
    let head = Flat { id, fields: fields.as_deref(), ..Flat::default() };
    match &outcome.articles {
        Err(trouble) => of(&[Flat { trouble: Some(trouble), ..head }], rows),
        Ok(articles) if rows == Rows::Articles => {
            let counted: Vec<OfArticle<'_>> = articles.iter().map(OfArticle::of).collect();
            let all = articles.iter().zip(&counted);
            let all = all.map(|(article, counted)| Flat { counted: Some(counted), ..head.within(article) });
            of(&all.collect::<Vec<_>>(), rows)
        }
        Ok(articles) => {
            let claims: Vec<(&Article, Vec<OfClaim<'_>>)> =
                articles.iter().map(|article| (article, OfClaim::all(article, rows))).collect();
            let all = claims.iter().flat_map(|(article, claims)| {
                let head = head.within(article);
                claims.iter().flat_map(move |one| one.flat(head, rows))
            });
            of(&all.collect::<Vec<_>>(), rows)
        }
    }
}

fn as_json(further: &Further<'_>) -> String {
    serde_json::to_string(further).unwrap_or_default()
}

fn of(rows: &[Flat<'_>], sort: Rows) -> Result<RecordBatch, ArrowError> {
    let columns = column::columns(sort).map(|column| column.array(rows)).collect();
    RecordBatch::try_new(schema(sort), columns)
}

/// A claim with its facts.
struct OfClaim<'a> {
    claim: ClaimRow<'a>,
    facts: Vec<FactRow<'a>>,
}

impl<'a> OfClaim<'a> {
    fn all(article: &'a Article, rows: Rows) -> Vec<Self> {
        let all = article.analysis.claims.iter().map(|claim| {
            let facts = if rows == Rows::Facts { claim.facts.as_slice() } else { &[] };
            Self { claim: ClaimRow::of(claim), facts: facts.iter().map(FactRow::of).collect() }
        });
        all.collect()
    }

    fn flat<'b>(&'b self, head: Flat<'b>, rows: Rows) -> Vec<Flat<'b>> {
        let head = Flat { claim: Some(&self.claim), ..head };
        if rows == Rows::Facts {
            self.facts.iter().map(|fact| Flat { fact: Some(fact), ..head }).collect()
        } else {
            vec![head]
        }
    }
}
