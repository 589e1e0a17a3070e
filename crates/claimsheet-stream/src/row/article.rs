//! An article as a row.

use super::{ClaimRow, FactRow};
use crate::outcome::Article;
use claimsheet::claim::{Claim, Finding, NameEntry, SetAside};
use serde::Serialize;

/// An article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleRow<'a> {
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'a str>,
    /// Words of its text.
    pub words: u64,
    /// Its claims, in the order of the text.
    pub claims: Vec<ClaimOfArticle<'a>>,
    /// Where the draft contradicts itself or the calendar.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<FindingRow<'a>>,
    /// Every name once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NameRow<'a>>,
    /// The sentences in which nothing checkable was found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_listed: Vec<NotListedRow>,
    /// What the reader should know of the article or its record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<&'a str>,
}

/// A claim with its facts.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimOfArticle<'a> {
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimRow<'a>,
    /// Its facts, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactRow<'a>>,
}

/// What a check found.
#[derive(Debug, Clone, Serialize)]
pub struct FindingRow<'a> {
    /// The check.
    pub check: &'a str,
    /// How serious.
    pub severity: claimsheet::claim::Severity,
    /// What disagrees, with the arithmetic.
    pub message: &'a str,
    /// The first and the past-the-last byte of each place.
    pub at: Vec<[u32; 2]>,
}

/// A name of the article.
#[derive(Debug, Clone, Serialize)]
pub struct NameRow<'a> {
    /// The fullest form.
    pub name: &'a str,
    /// What it names.
    pub kind: &'static str,
    /// Titles and descriptions that the draft gives.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub titles: &'a [String],
    /// Other forms that were joined to it.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub variants: &'a [String],
    /// How often it is mentioned, where that is more than once a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// The lines, each once, rising.
    pub lines: &'a [u32],
}

/// A sentence in which nothing checkable was found.
#[derive(Debug, Clone, Serialize)]
pub struct NotListedRow {
    /// First byte in the article's text.
    pub at: u32,
    /// One past the last byte.
    pub end: u32,
    /// Why.
    pub reason: &'static str,
}

impl<'a> ArticleRow<'a> {
    /// The row of an article.
    pub fn of(article: &'a Article) -> Self {
        let Article { document, analysis } = article;
        Self {
            title: document.meta.title.as_deref(),
            words: document.prose.split_whitespace().count() as u64,
            claims: analysis.claims.iter().map(ClaimOfArticle::of).collect(),
            findings: analysis.findings.iter().map(FindingRow::of).collect(),
            names: analysis.names.iter().map(NameRow::of).collect(),
            not_listed: analysis.set_aside.iter().map(NotListedRow::of).collect(),
            warnings: analysis.warnings.iter().map(String::as_str).collect(),
        }
    }
}

impl<'a> ClaimOfArticle<'a> {
    fn of(claim: &'a Claim) -> Self {
        Self { claim: ClaimRow::of(claim), facts: claim.facts.iter().map(FactRow::of).collect() }
    }
}

impl<'a> FindingRow<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            check: &finding.check,
            severity: finding.severity,
            message: &finding.message,
            at: finding.places.iter().map(|place| [place.span.start, place.span.end]).collect(),
        }
    }
}

impl<'a> NameRow<'a> {
    fn of(name: &'a NameEntry) -> Self {
        Self {
            name: &name.name,
            kind: name.kind.name(),
            titles: &name.titles,
            variants: &name.variants,
            count: (name.count as usize != name.lines.len()).then_some(name.count),
            lines: &name.lines,
        }
    }
}

impl NotListedRow {
    const fn of(aside: &SetAside) -> Self {
        Self { at: aside.span.start, end: aside.span.end, reason: aside.reason.name() }
    }
}
