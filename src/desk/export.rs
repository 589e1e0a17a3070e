//! A sheet's reviews as data, and as the lists that others need.

use super::Desk;
use crate::sheet::{Entry, Labels, Review, Sheet, entries};
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

/// The exported entries, and what [`answers`] reads.
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

/// An answer as it comes back in JSON.
#[derive(Debug, Deserialize)]
struct Answer {
    id: Option<String>,
    #[serde(default)]
    review: Option<Review>,
}

/// The export of a sheet.
///
/// # Errors
///
/// Where the data cannot be written as the format, which no sheet is known to cause.
pub fn export(sheet: &Sheet, labels: &Labels, desk: &Desk, what: Export) -> Result<String, String> {
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
                !verdict.is_empty() && !super::contains(&desk.unpublished, verdict)
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

/// The fields of a review in the order of the sheet, with their names.
fn fields<'a>(labels: &'a Labels, review: &'a Review) -> [(&'a str, String); 8] {
    [
        (&labels.source, review.sources.join("; ")),
        (&labels.verdict, review.verdict.clone()),
        (&labels.correction, review.correction.clone()),
        (&labels.note, review.note.clone()),
        (&labels.query, review.query.clone()),
        (&labels.answer, review.answer.clone()),
        (&labels.checked, review.checked.clone()),
        (&labels.second, review.second.clone()),
    ]
    .map(|(label, value)| (label.as_str(), value))
}

fn table<'a>(claims: impl Iterator<Item = (String, &'a Entry)>, labels: &Labels) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let empty = Review::default();
    let names = fields(labels, &empty).map(|(label, _)| label.to_lowercase());
    let header = ["id", "priority", "claim"].into_iter().map(str::to_owned).chain(names);
    writer.write_record(header).map_err(|error| error.to_string())?;
    for (claim, entry) in claims {
        let first = [entry.id.clone().unwrap_or_default(), entry.priority.name().to_owned(), claim];
        let cells = first.into_iter().chain(fields(labels, &entry.review).map(|(_, value)| value));
        writer.write_record(cells.map(crate::render::disarmed)).map_err(|error| error.to_string())?;
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

/// The answers in a file that came back: JSON as exported, or CSV with a header that names the fields.
///
/// # Errors
///
/// Where the text is neither, or a row cannot be read, with its line.
pub fn answers(text: &str, labels: &Labels) -> Result<Vec<(String, Review)>, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) { from_json(text) } else { from_csv(text, labels) }
}

fn from_json(text: &str) -> Result<Vec<(String, Review)>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let entries = value.get("entries").unwrap_or(&value).clone();
    let answers: Vec<Value> = serde_json::from_value(entries).map_err(|error| error.to_string())?;
    let mut found = Vec::new();
    for value in answers {
        let answer: Answer = serde_json::from_value(value.clone()).map_err(|error| error.to_string())?;
        let review = match answer.review {
            Some(review) => review,
            None => serde_json::from_value(value).map_err(|error| error.to_string())?,
        };
        found.extend(answer.id.map(|id| (id, review)));
    }
    Ok(found)
}

fn from_csv(text: &str, labels: &Labels) -> Result<Vec<(String, Review)>, String> {
    let semicolons =
        text.lines().next().is_some_and(|header| header.matches(';').count() > header.matches(',').count());
    let delimiter = if semicolons { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    let column = |name: &str| header.iter().position(|known| known.trim().eq_ignore_ascii_case(name));
    let id = column("id").ok_or("the header has no column \"id\"; export the sheet as CSV to see one")?;
    let empty = Review::default();
    let columns = fields(labels, &empty).map(|(label, _)| column(label));
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or("").trim();
        let armed = |at: Option<usize>| cell(at).strip_prefix('\'').unwrap_or(cell(at)).to_owned();
        let [source, verdict, correction, note, query, answer, checked, second] = columns.map(armed);
        let sources = source.split(';').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect();
        let review = Review { sources, verdict, correction, note, query, answer, checked, second };
        found.push((cell(Some(id)).to_owned(), review));
    }
    Ok(found)
}
