//! A row with all that its columns may tell.

use crate::outcome::Article;
use crate::row::{ClaimRow, FactRow};
use crate::trouble::Trouble;
use chrono::NaiveDate;
use claimsheet::claim::Priority;

/// A row: a record, and of it an article, a claim, a fact, or what is wrong.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flat<'a> {
    pub(super) id: Option<&'a str>,
    /// Further fields of the record, as JSON.
    pub(super) fields: Option<&'a str>,
    pub(super) trouble: Option<&'a Trouble>,
    pub(super) part: Option<&'a str>,
    pub(super) published: Option<NaiveDate>,
    pub(super) title: Option<&'a str>,
    pub(super) counted: Option<&'a OfArticle<'a>>,
    pub(super) claim: Option<&'a ClaimRow<'a>>,
    pub(super) fact: Option<&'a FactRow<'a>>,
}

impl<'a> Flat<'a> {
    /// The same of an article of the record.
    pub(super) fn within(self, article: &'a Article) -> Self {
        let document = &article.document;
        Self {
            part: document.part.as_deref(),
            published: document.meta.published,
            title: document.meta.title.as_deref(),
            ..self
        }
    }
}

/// What is counted of an article.
#[derive(Debug)]
pub(super) struct OfArticle<'a> {
    pub(super) words: u32,
    pub(super) claims: u32,
    pub(super) high: u32,
    pub(super) facts: u32,
    pub(super) ticks: u32,
    pub(super) findings: u32,
    pub(super) not_listed: u32,
    pub(super) names: Vec<&'a str>,
    pub(super) warnings: Vec<&'a str>,
}

impl<'a> OfArticle<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let analysis = &article.analysis;
        let claims = &analysis.claims;
        Self {
            words: article.document.prose.split_whitespace().count() as u32,
            claims: claims.len() as u32,
            high: claims.iter().filter(|claim| claim.priority == Priority::High).count() as u32,
            facts: claims.iter().map(|claim| claim.facts.len() as u32).sum(),
            ticks: claims.iter().map(|claim| claim.ticks().count() as u32).sum(),
            findings: analysis.findings.len() as u32,
            not_listed: analysis.set_aside.len() as u32,
            names: analysis.names.iter().map(|name| name.name.as_str()).collect(),
            warnings: analysis.warnings.iter().map(String::as_str).collect(),
        }
    }
}
