//! What an annotation is on: words of the article's page, and of the draft's file.
//!
//! On the page a reader finds the words without markup, by the words around them; how many characters
//! stand before them there, with the site's own menus, only the site knows. In a file of text they
//! are found as the file has them, by the words around and by their position.

use crate::RenderContext;
use crate::pull_request::diagnostic::{Note, Place, Subject};
use claimsheet::claim::Claim;
use claimsheet::text::document::Positions;
use serde::Serialize;

/// Words before and behind, in characters.
const AROUND: usize = 32;

#[derive(Serialize)]
pub(super) struct Target<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(rename = "source", skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    /// Of a target that is a whole file.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        prefix: String,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: String,
    },
    /// Code points of the text; the end is not included.
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
}

/// The targets of a note: each place on the page first, where there is one, then in the file.
pub(super) fn targets<'a>(note: &'a Note<'a>, material: &RenderContext<'a>, file: &str) -> Vec<Target<'a>> {
    let page = material.worksheet.article.url.as_deref();
    let on_page = page.into_iter().flat_map(|page| note.places.iter().map(move |place| (page, place)));
    let mut targets: Vec<Target<'a>> =
        on_page.map(|(page, place)| specific(page, None, vec![in_prose(place, note, material)])).collect();
    targets.extend(note.places.iter().map(|place| in_file(place, note, material, file)));
    targets
}

fn specific<'a>(source: &str, format: Option<&'static str>, mut selector: Vec<Selector<'a>>) -> Target<'a> {
    selector.retain(|one| !matches!(one, Selector::Quote { exact, .. } if exact.is_empty()));
    if selector.is_empty() {
        return Target { r#type: None, source: None, id: Some(source.to_owned()), format, selector };
    }
    Target { r#type: Some("SpecificResource"), source: Some(source.to_owned()), id: None, format, selector }
}

fn in_file<'a>(place: &Place<'a>, note: &Note<'a>, material: &RenderContext<'a>, file: &str) -> Target<'a> {
    let document = material.document;
    let format = match document.format {
        "markdown" => Some("text/markdown"),
        "text" => Some("text/plain"),
        _ => None,
    };
    let is_text = format.is_some() || document.positions == Positions::Paragraphs;
    let selectors = match place.span.filter(|_| is_text) {
        Some(span) => {
            let text = document.source.as_str();
            let before = text.get(..span.start as usize).unwrap_or("").trim_start_matches('\u{feff}');
            let after = text.get(span.end as usize..).unwrap_or("");
            let quote = Selector::Quote { exact: place.raw, prefix: tail(before), suffix: head(after) };
            vec![quote, Selector::Position { start: place.offsets.0, end: place.offsets.1 }]
        }
        None => vec![in_prose(place, note, material)],
    };
    specific(file, format, selectors)
}

/// The words without markup, and those around them in their paragraph.
fn in_prose<'a>(place: &Place<'a>, note: &Note<'a>, material: &RenderContext<'a>) -> Selector<'a> {
    let (prefix, suffix) = match note.subject {
        Subject::Claim(claim) => (joined(&claim.context.before, ""), joined("", &claim.context.after)),
        Subject::Finding(_) | Subject::Remark => around(place, &material.worksheet.analysis.claims),
    };
    Selector::Quote { exact: place.words, prefix: tail(&prefix), suffix: head(&suffix) }
}

/// What stands before and behind the words in the claim that holds them.
fn around(place: &Place<'_>, claims: &[Claim]) -> (String, String) {
    let holds =
        |claim: &&Claim| place.span.is_some_and(|span| claim.span.start <= span.start && span.end <= claim.span.end);
    let parts = claims.iter().find(holds).and_then(|claim| {
        let (before, after) = claim.text.split_once(place.words)?;
        let once = !after.contains(place.words);
        once.then(|| (before.to_owned(), after.to_owned()))
    });
    parts.unwrap_or_default()
}

/// A sentence with the space that stands between it and its neighbour.
fn joined(before: &str, after: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (true, true) => String::new(),
        (false, _) => format!("{before} "),
        (true, false) => format!(" {after}"),
    }
}

fn tail(text: &str) -> String {
    let from = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or("").to_owned()
}

fn head(text: &str) -> String {
    text.chars().take(AROUND).collect()
}
