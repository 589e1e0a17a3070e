//! A sheet's reviews as data, and as the lists that others need.

use super::ReviewPolicy;
use crate::{Entry, Field, Labels, Sheet, entries};
use claimsheet::text::escape::formula::disarmed;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// What to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Every entry with its review.
    Json,
    /// One row an entry.
    Csv,
    /// Verdicts as a list to read.
    Markdown,
    /// Verdicts as schema.org `ClaimReview` in JSON-LD.
    ClaimReview,
    /// What the text should say instead, for the editor.
    Corrections,
    /// What the author is asked and has not answered.
    Queries,
    /// The sources found, for the archive.
    Sources,
}

/// The exported entries, as `answers` of the crate `claimsheet-render` reads them.
#[derive(Debug, Serialize, Deserialize)]
struct Exported {
    schema: String,
    article: Option<String>,
    title: Option<String>,
    entries: Vec<ExportedEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
struct ExportedEntry {
    claim: String,
    #[serde(flatten)]
    entry: Entry,
}

/// The export of a sheet.
///
/// # Errors
///
/// Where the data cannot be written as the format, which no sheet is known to cause.
pub fn export(sheet: &Sheet, labels: &Labels, desk: &ReviewPolicy, what: Export) -> Result<String, String> {
    let entries = entries(sheet, labels);
    let claims = || {
        let words = |entry: &Entry| {
            let known = entry.id.as_deref().and_then(|id| sheet.words(id));
            known.unwrap_or(&entry.heading).to_owned()
        };
        entries.iter().map(move |entry| (words(entry), entry))
    };
    match what {
        Export::Json => {
            let (article, title) = sheet.article();
            let entries =
                claims().map(|(claim, entry)| ExportedEntry { claim, entry: entry.clone() }).collect::<Vec<_>>();
            let exported = Exported { schema: "claimsheet-reviews/1".to_owned(), article, title, entries };
            pretty(&exported)
        }
        Export::Csv => table(claims(), labels),
        Export::ClaimReview => {
            let (article, title) = sheet.article();
            let reviewed = claims().filter(|(_, entry)| {
                let verdict = &entry.review.verdict;
                desk.is_verdict(verdict) && !super::contains(&desk.unpublished, verdict)
            });
            let graph: Vec<Value> = reviewed
                .map(|(claim, entry)| claim_review(&claim, entry, title.as_ref().or(article.as_ref())))
                .collect();
            pretty(&json!({ "@context": "https://schema.org", "@graph": graph }))
        }
        Export::Markdown => Ok(list(
            "Verdicts",
            claims().filter_map(|(claim, entry)| {
                let review = &entry.review;
                (!review.verdict.is_empty()).then(|| format!("**{}** — {claim} ({})", review.verdict, review.checked))
            }),
        )),
        Export::Corrections => Ok(list(
            "Corrections",
            claims().filter_map(|(claim, entry)| {
                let correction = &entry.review.correction;
                (!correction.is_empty()).then(|| format!("\"{claim}\" → {correction}"))
            }),
        )),
        Export::Queries => Ok(list(
            "Queries to the author",
            claims().filter_map(|(claim, entry)| {
                let review = &entry.review;
                let asks = !review.query.is_empty() && review.answer.is_empty();
                asks.then(|| format!("\"{claim}\" — {}", review.query))
            }),
        )),
        Export::Sources => Ok(list(
            "Sources",
            claims().flat_map(|(claim, entry)| {
                entry.review.sources.iter().map(move |source| format!("{source} — for \"{claim}\"")).collect::<Vec<_>>()
            }),
        )),
    }
}

fn pretty(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn list(title: &str, items: impl Iterator<Item = String>) -> String {
    let mut out = format!("# {title}\n\n");
    let start = out.len();
    for item in items {
        let _ = writeln!(out, "- {item}");
    }
    if out.len() == start {
        out.push_str("None.\n");
    }
    out
}

fn table<'a>(claims: impl Iterator<Item = (String, &'a Entry)>, labels: &Labels) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = Field::ALL.map(|field| field.label(labels).to_lowercase());
    let header = ["id", "priority", "claim"].into_iter().map(str::to_owned).chain(names);
    writer.write_record(header).map_err(|error| error.to_string())?;
    for (claim, entry) in claims {
        let first = [crate::table_id(entry.id.as_deref().unwrap_or("")), entry.priority.name().to_owned(), claim];
        let cells = first.into_iter().chain(Field::ALL.map(|field| field.get(&entry.review)));
        writer.write_record(cells.map(|cell| disarmed(&cell))).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// <https://schema.org/ClaimReview>: the verdict is the checker's own word.
fn claim_review(claim: &str, entry: &Entry, article: Option<&String>) -> Value {
    let (by, on) = entry.review.checked.split_once(',').unwrap_or((&entry.review.checked, ""));
    let mut review = json!({
        "@type": "ClaimReview",
        "claimReviewed": claim,
        "reviewRating": { "@type": "Rating", "alternateName": entry.review.verdict },
        "itemReviewed": { "@type": "Claim", "text": claim },
    });
    let mut set = |key: &str, value: Value| {
        if let Some(object) = review.as_object_mut() {
            object.insert(key.to_owned(), value);
        }
    };
    if !by.trim().is_empty() {
        set("author", json!({ "@type": "Person", "name": by.trim() }));
    }
    if !on.trim().is_empty() {
        set("datePublished", json!(on.trim()));
    }
    if let Some(article) = article {
        set("isPartOf", json!({ "@type": "Article", "name": article }));
    }
    if !entry.review.sources.is_empty() {
        set("citation", json!(entry.review.sources));
    }
    review
}
