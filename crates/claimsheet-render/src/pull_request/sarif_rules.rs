//! The rules of a SARIF run: the checks and kinds of claims that it names, with their pages.

use super::sarif::level;
use crate::pull_request::diagnostic::{Level, Note, Subject};
use claimsheet::claim::ClaimKind;
use claimsheet::rules;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Rule {
    pub(super) id: String,
    name: String,
    short_description: Description,
    full_description: Description,
    default_configuration: Configuration,
    help: Help,
    properties: Properties,
}

#[derive(Serialize)]
struct Description {
    text: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Properties {
    tags: Vec<String>,
}

/// The rules that `notes` name, in the order in which they first do.
pub(super) fn rules(notes: &[&Note<'_>]) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for note in notes {
        if rules.iter().all(|rule| rule.id != note.rule) {
            rules.push(rule(note));
        }
    }
    rules
}

fn rule(note: &Note<'_>) -> Rule {
    let (page, tag, level_of) = match note.subject {
        Subject::Claim(claim) => (page_of(claim.kind), "claim", Level::Notice),
        Subject::Finding(_) | Subject::Remark => {
            (rules::check(&note.rule).map_or("", |check| check.page), "finding", note.level)
        }
    };
    let words = match note.subject {
        Subject::Claim(claim) => format!("To check: {}", claim.kind.name()),
        Subject::Finding(_) | Subject::Remark => note.title.clone(),
    };
    let about = about(page);
    let about = if about.is_empty() { GENERAL.to_owned() } else { about };
    Rule {
        id: note.rule.clone(),
        name: pascal(&note.rule),
        short_description: Description { text: words },
        full_description: Description { text: about.clone() },
        default_configuration: Configuration { level: level(level_of) },
        help: Help {
            text: about,
            markdown: if page.is_empty() { GENERAL.to_owned() } else { page.trim_end().to_owned() },
        },
        properties: Properties { tags: vec!["fact-check".to_owned(), tag.to_owned()] },
    }
}

/// What is said of a claim of no kind in particular.
const GENERAL: &str = "An assertion that can be checked.";

/// The page of the detector behind a kind of claim.
fn page_of(kind: ClaimKind) -> &'static str {
    let name = match kind {
        ClaimKind::Statistic => "quantity",
        ClaimKind::Quotation => "quotation",
        ClaimKind::Attribution => "attribution",
        ClaimKind::Event => "event",
        ClaimKind::Government => "government",
        ClaimKind::Business => "business",
        ClaimKind::Allegation => "allegation",
        ClaimKind::Superlative => "superlative",
        ClaimKind::Comparison => "comparison",
        ClaimKind::Causation => "causation",
        ClaimKind::Science => "science",
        ClaimKind::Identity => "role",
        ClaimKind::Place => "name",
        ClaimKind::Plan => "plan",
        // General claims.
        _ => return "",
    };
    rules::page(name).unwrap_or_default()
}

/// The first paragraph of a page, without its heading, on one line.
fn about(page: &str) -> String {
    let body = page.split_once('\n').map_or("", |(_, body)| body).trim_start();
    let paragraph = body.split("\n\n").next().unwrap_or("");
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "")
}

/// `percent-change` as `PercentChange`, which the specification asks of a name.
fn pascal(id: &str) -> String {
    let words = id.split(|letter: char| !letter.is_alphanumeric());
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    words.map(capital).collect()
}
