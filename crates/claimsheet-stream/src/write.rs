//! Rows as JSON, one a line.

use crate::further::Further;
use crate::outcome::{Article, Outcome};
use crate::row::{ArticleRow, ClaimRow, FactRow};
use crate::settings::Rows;
use crate::trouble::{Trouble, TroubleKind};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::error::Error;

/// The rows of an outcome, each with a line feed behind it.
///
/// # Errors
///
/// None that is known: everything in a row can be written as JSON.
pub fn json(outcome: &Outcome<'_>, rows: Rows) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    match &outcome.articles {
        Err(trouble) => line(&mut out, &ErrorRow::of(outcome, trouble))?,
        Ok(articles) => {
            for article in articles {
                of_article(&mut out, outcome, article, rows)?;
            }
        }
    }
    Ok(out)
}

fn of_article(out: &mut Vec<u8>, outcome: &Outcome<'_>, article: &Article, rows: Rows) -> Result<(), Error> {
    let head = Head::of(outcome, article);
    match rows {
        Rows::Articles => line(out, &Row { head, row: ArticleRow::of(article) }),
        Rows::Claims => {
            article.analysis.claims.iter().try_for_each(|claim| line(out, &Row { head, row: ClaimRow::of(claim) }))
        }
        Rows::Facts => article.analysis.claims.iter().try_for_each(|claim| {
            let rows = claim.facts.iter().map(|fact| OfClaim { claim: &claim.id, fact: FactRow::of(fact) });
            rows.into_iter().try_for_each(|row| line(out, &Row { head, row }))
        }),
    }
}

fn line(out: &mut Vec<u8>, row: &impl Serialize) -> Result<(), Error> {
    serde_json::to_writer(&mut *out, row)?;
    out.push(b'\n');
    Ok(())
}

/// What stands first in every row.
#[derive(Clone, Copy, Serialize)]
struct Head<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<NaiveDate>,
    #[serde(flatten, skip_serializing_if = "Further::is_empty")]
    further: &'a Further<'a>,
}

impl<'a> Head<'a> {
    fn of(outcome: &'a Outcome<'a>, article: &'a Article) -> Self {
        Self {
            id: &outcome.id,
            part: article.document.part.as_deref(),
            published: article.document.meta.published,
            further: &outcome.further,
        }
    }
}

#[derive(Serialize)]
struct Row<'a, T: Serialize> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(flatten)]
    row: T,
}

#[derive(Serialize)]
struct OfClaim<'a> {
    claim: &'a str,
    #[serde(flatten)]
    fact: FactRow<'a>,
}

#[derive(Serialize)]
struct ErrorRow<'a> {
    error: TroubleKind,
    message: &'a str,
    line: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    id: &'a str,
}

impl<'a> ErrorRow<'a> {
    fn of(outcome: &'a Outcome<'a>, trouble: &'a Trouble) -> Self {
        Self { error: trouble.kind, message: &trouble.message, line: outcome.line, id: &outcome.id }
    }
}
