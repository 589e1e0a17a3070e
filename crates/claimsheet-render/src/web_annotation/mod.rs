//! W3C Web Annotations, an annotation each finding and claim, in one collection with one page:
//! <https://www.w3.org/TR/annotation-model/>.

use super::pull_request::{json, uri};
use super::{Format, RenderContext, RenderError, RenderOptions, claim_text, text_fragment};
use crate::pull_request::diagnostic::{Note, Subject, is_done, notes};
use claimsheet::text::escape::markup;
use claimsheet_sheet::Entry;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use target::{Target, targets};

mod target;
#[cfg(test)]
mod tests;

/// Annotations on the article's page, or on the draft.
pub(super) const FORMAT: Format = Format {
    name: "webannotation",
    about: "W3C Web Annotations, in JSON-LD",
    suffix: "annotations.jsonld",
    holds_work: false,
    needs_sheet: true,
    write: render,
};

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: String,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: u32,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    purpose: &'static str,
}

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let article = &material.worksheet.article;
    let file = uri(&article.path);
    let source = article.url.as_deref().unwrap_or(&file);
    let notes = notes(material, &options.desk);
    let page = article.url.as_deref().filter(|_| !options.no_page_links);
    let items: Vec<Annotation<'_>> = notes
        .iter()
        .map(|note| Annotation {
            id: urn(source, &note.id),
            r#type: "Annotation",
            motivation: "questioning",
            body: bodies(note, page, material, options),
            target: targets(note, material, &file),
        })
        .collect();
    let collection = urn(source, "");
    json(&Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: collection.clone(),
        r#type: "AnnotationCollection",
        label: format!("Fact-check of {}", article.title.as_deref().unwrap_or(&article.path)),
        total: items.len(),
        first: Page { id: urn(source, "page"), r#type: "AnnotationPage", part_of: collection, start_index: 0, items },
    })
}

/// What to check and how, in Markdown, with tags to filter by.
fn bodies(note: &Note<'_>, page: Option<&str>, material: &RenderContext<'_>, options: &RenderOptions) -> Vec<Body> {
    let (mut text, tags) = match note.subject {
        Subject::Claim(claim) => {
            let mut text = claim_text::markdown(claim);
            if let Some(page) = page {
                let _ = write!(
                    text,
                    "\n\n[These words on the page]({})",
                    markup::address(&text_fragment::address(page, claim))
                );
            }
            (text, vec![claim.kind.name().to_owned(), format!("{} priority", claim.priority.name())])
        }
        Subject::Finding(finding) => {
            let message = markup::markdown(&finding.message);
            (format!("**{}**\n\n{message}", note.title), vec![finding.check.clone()])
        }
        Subject::Remark => (markup::markdown(&note.message), Vec::new()),
    };
    let entry = if let Subject::Claim(claim) = note.subject { material.entry(&claim.id) } else { None };
    let entry = entry.filter(|entry| is_done(entry, &options.desk));
    let verdict = entry.map(|entry| entry.review.verdict.clone()).or_else(|| note.settled.clone());
    if let Some(verdict) = &verdict {
        let _ = write!(text, "\n\n**{}**{}", markup::markdown(verdict), entry.map(written).unwrap_or_default());
    }
    let tags = tags.into_iter().chain(verdict);
    let tag = |value| Body { r#type: "TextualBody", value, format: None, language: None, purpose: "tagging" };
    let comment = Body {
        r#type: "TextualBody",
        value: text,
        format: Some("text/markdown"),
        language: Some("en"),
        purpose: "commenting",
    };
    std::iter::once(comment).chain(tags.map(tag)).collect()
}

/// What a person wrote in the sheet beside the verdict.
fn written(entry: &Entry) -> String {
    let review = &entry.review;
    let sources = review.sources.join("; ");
    let fields = [("Source", &sources), ("Correction", &review.correction), ("Checked by", &review.checked)];
    let filled = fields.into_iter().filter(|(_, value)| !value.is_empty());
    filled.fold(String::new(), |mut out, (label, value)| {
        let _ = write!(out, "\n\n{label}: {}", markup::markdown(value));
        out
    })
}

/// An identifier that the same words of the same article get each time: a UUID of version 8, made of
/// a digest (RFC 9562).
fn urn(source: &str, id: &str) -> String {
    let digest =
        Sha256::new().chain_update("claimsheet\0").chain_update(source).chain_update([0]).chain_update(id).finalize();
    let mut out = String::from("urn:uuid:");
    for (index, byte) in digest.iter().take(16).enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        let byte = match index {
            6 => byte & 0x0f | 0x80,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        let _ = write!(out, "{byte:02x}");
    }
    out
}
