//! SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use super::sarif_rules::{Rule, rules};
use super::{json, uri};
use crate::pull_request::diagnostic::{At, Level, Note, Place, Subject, annotations};
use crate::{Format, RenderContext, RenderError, RenderOptions, claim_text};
use serde::Serialize;

/// For code scanning, and for editors that show SARIF.
pub(in super::super) const FORMAT: Format = Format {
    name: "sarif",
    about: "SARIF 2.1.0, for code scanning",
    suffix: "sarif",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| render(material, options),
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    /// Alerts of one article are apart from those of others.
    automation_details: Identifier,
    column_kind: &'static str,
    artifacts: [Artifact<'a>; 1],
    invocations: [Invocation<'a>; 1],
    results: Vec<SarifResult<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    semantic_version: &'a str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
struct Identifier {
    id: String,
}

#[derive(Serialize)]
struct Artifact<'a> {
    location: ArtifactLocation,
    length: u64,
    hashes: Hashes<'a>,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Hashes<'a> {
    #[serde(rename = "sha-256")]
    sha256: &'a str,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Text<'a>,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'static str,
    /// How important among others, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<f64>,
    message: Message,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Message {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: PhysicalLocation<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<OwnText>,
}

#[derive(Serialize)]
struct OwnText {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region<'a>>,
}

/// The end column is not included.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'a> {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    snippet: Text<'a>,
}

/// Neither holds a position. GitHub knows the second only, and works out one from the lines around
/// where it is missing.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fingerprints {
    #[serde(rename = "claimsheet/v1")]
    own: String,
    primary_location_line_hash: String,
}

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let worksheet = material.worksheet;
    let all = annotations(material, options);
    let (remarks, told): (Vec<&Note<'_>>, Vec<&Note<'_>>) =
        all.iter().filter(|note| note.settled.is_none()).partition(|note| matches!(note.subject, Subject::Remark));
    let rules = rules(&told);
    let uri = uri(&worksheet.article.path);
    let results = told.iter().map(|note| result(note, &uri, &rules)).collect();
    let notification = |note: &&'_ Note<'_>| note.message.clone();
    let messages: Vec<String> = remarks.iter().map(notification).collect();
    json(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver { name: &worksheet.tool.name, semantic_version: &worksheet.tool.version, rules },
            },
            automation_details: Identifier { id: format!("claimsheet/{uri}/") },
            column_kind: "unicodeCodePoints",
            artifacts: [Artifact {
                location: ArtifactLocation { uri: uri.clone(), index: None },
                length: worksheet.article.bytes,
                hashes: Hashes { sha256: &worksheet.article.sha256 },
                roles: ["analysisTarget"],
            }],
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: messages
                    .iter()
                    .map(|text| Notification { level: "note", message: Text { text } })
                    .collect(),
            }],
            results,
        }],
    })
}

fn result<'a>(note: &'a Note<'a>, uri: &str, rules: &[Rule]) -> SarifResult<'a> {
    let id = &note.id;
    let mut locations = note.places.iter().enumerate().map(|(index, place)| location(place, index, uri));
    let first = locations.next().unwrap_or_else(|| location(&note.place(), 0, uri));
    let markdown = match note.subject {
        Subject::Claim(claim) => claim_text::markdown(claim),
        Subject::Finding(_) | Subject::Remark => claimsheet::text::escape::markup::markdown(&note.message),
    };
    SarifResult {
        rule_id: &note.rule,
        rule_index: rules.iter().position(|rule| rule.id == note.rule).unwrap_or(0),
        level: level(note.level),
        rank: match note.subject {
            Subject::Claim(claim) => Some((claim.score * 100.0).round().clamp(0.0, 100.0)),
            Subject::Finding(_) | Subject::Remark => None,
        },
        message: Message { text: text(&format!("{}: {}", note.title, note.message)), markdown: braced(&markdown) },
        locations: [first],
        related_locations: locations.collect(),
        partial_fingerprints: Fingerprints { own: id.clone(), primary_location_line_hash: format!("{id}:1") },
    }
}

pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Notice => "note",
    }
}

/// A place; those behind the first have an id, and say their words.
fn location<'a>(place: &Place<'a>, index: usize, uri: &str) -> Location<'a> {
    let (region, paragraph) = match place.at {
        At::Text(start, end) => {
            let region = Region {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
                snippet: Text { text: place.raw },
            };
            (Some(region), None)
        }
        At::Paragraph(number) => (None, Some(format!("paragraph {number}"))),
        At::File => (None, None),
    };
    let message = paragraph.or_else(|| (index > 0).then(|| place.words.to_owned()));
    Location {
        id: (index > 0).then_some(index),
        physical: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri.to_owned(), index: Some(0) },
            region,
        },
        message: message.map(|message| OwnText { text: text(&message) }),
    }
}

/// Plain text of a message: braces doubled, and no square bracket that begins a link (section 3.11).
fn text(plain: &str) -> String {
    braced(&plain.replace("](", "\\]("))
}

fn braced(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
