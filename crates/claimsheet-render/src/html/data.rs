//! What the page's script gets: the sheet, and where everything stands in it.

use super::super::{MARKDOWN, RenderContext, RenderError, RenderOptions};
use super::backing::Backing;
use crate::html::annotations::FactLines;
use claimsheet::claim::Claim;
use claimsheet_sheet::{Field, Outline, PartKind, pieces};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// The version of this contract with the script, and of what it keeps in the browser.
const VERSION: u32 = 2;

/// How many hexadecimal digits of a digest are kept.
const DIGITS: usize = 16;

/// Up to so many bytes a line of the sheet is shorter as it is than as the number of another.
const SHORT: usize = 2;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Data<'a> {
    version: u32,
    /// Tells one draft's work from another's in the browser: a digest of the draft's file name.
    identity: String,
    /// Of the sheet's text.
    digest: String,
    title: &'a str,
    checker: &'a str,
    sheet_file: String,
    labels: Names<'a>,
    /// Our names of the fields, those of earlier sheets too, in small letters, and the name of each in `labels`.
    names: BTreeMap<String, &'static str>,
    verdicts: &'a [String],
    desk: Rules<'a>,
    claims: Vec<ClaimData<'a>>,
    parts: Vec<Part<'a>>,
    sheet: Vec<Line<'a>>,
    /// The numbers of lines that stand on one line with what is before them: a claim told in one line.
    joined: Vec<usize>,
}

/// A line of the sheet. Prompts, fields and empty lines stand in it again and again, and are a third of it.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Text(&'a str),
    /// As the line of this number, from 0, which is given as text.
    As(usize),
}

/// What a claim needs to be done.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rules<'a> {
    without_source: &'a [String],
    sources: usize,
    primary: bool,
    second_check: Option<&'static str>,
}

/// The fields that the script knows by name.
#[derive(Serialize)]
struct Names<'a> {
    source: &'a str,
    verdict: &'a str,
    correction: &'a str,
    note: &'a str,
    query: &'a str,
    answer: &'a str,
    checked: &'a str,
    second: &'a str,
}

#[derive(Serialize)]
struct ClaimData<'a> {
    id: &'a str,
    number: u32,
    priority: &'static str,
    kinds: Vec<&'static str>,
    line: u32,
    /// The lines of the sheet that tick its facts.
    facts: Vec<u32>,
    /// What the reporter's documents say of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    backing: Vec<Backing<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    kind: &'static str,
    /// A claim's id, or a heading.
    key: &'a str,
    /// Of what a person split off, the claim's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    first: u32,
    end: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    withdrawn: bool,
    #[serde(skip_serializing_if = "<[u32]>::is_empty")]
    own: &'a [u32],
}

impl<'a> Data<'a> {
    pub(super) fn of(
        material: &RenderContext<'a>,
        outline: &'a [Outline],
        facts: &FactLines,
        options: &'a RenderOptions,
    ) -> Self {
        let worksheet = material.worksheet;
        let article = &worksheet.article;
        let file = file_name(&article.path);
        let claims = worksheet.analysis.claims.iter().map(|claim| ClaimData {
            id: &claim.id,
            number: claim.number,
            priority: priority(material, claim),
            kinds: std::iter::once(claim.kind)
                .chain(claim.tags.iter().copied())
                .map(claimsheet::claim::ClaimKind::name)
                .collect(),
            line: claim.line,
            facts: facts.of_claim(&claim.id),
            backing: Backing::of(claim, facts),
        });
        let labels = &options.labels;
        let (sheet, joined) = lines(material.sheet);
        Self {
            version: VERSION,
            identity: digest(&format!("{file}\0{}", article.part.as_deref().unwrap_or(""))),
            digest: digest(material.sheet),
            title: article.title.as_deref().unwrap_or(file),
            checker: worksheet.checker.as_deref().unwrap_or(""),
            sheet_file: sheet_file(file, article.part.as_deref()),
            labels: Names {
                source: &labels.source,
                verdict: &labels.verdict,
                correction: &labels.correction,
                note: &labels.note,
                query: &labels.query,
                answer: &labels.answer,
                checked: &labels.checked,
                second: &labels.second,
            },
            names: names(),
            verdicts: &options.desk.verdicts,
            desk: Rules {
                without_source: &options.desk.without_source,
                sources: options.desk.sources,
                primary: options.desk.primary,
                second_check: options.desk.second_check.map(claimsheet::claim::Priority::name),
            },
            claims: claims.collect(),
            parts: outline.iter().map(Part::of).collect(),
            sheet,
            joined,
        }
    }

    /// As JSON that can stand in a script element: it closes none and opens no comment.
    pub(super) fn json(&self) -> Result<String, RenderError> {
        let json = serde_json::to_string(self).map_err(|error| RenderError::Data(error.to_string()))?;
        Ok(json.replace('<', "\\u003c"))
    }
}

impl<'a> Part<'a> {
    fn of(outline: &'a Outline) -> Self {
        let (kind, key) = match &outline.kind {
            PartKind::Top => ("top", ""),
            PartKind::Section(heading) => ("section", heading.as_str()),
            PartKind::Entry(id) => ("entry", id.as_str()),
            PartKind::Own(heading) => ("own", heading.as_str()),
        };
        let own = if outline.kind == PartKind::Top { outline.own.as_slice() } else { &[] };
        let of = outline.part_of.as_deref();
        Self { kind, key, of, first: outline.first, end: outline.end, withdrawn: outline.withdrawn, own }
    }
}

/// The sheet's lines, each text once; a text that is no longer than a number stays. Then the numbers of those that are
/// pieces of a line.
fn lines(sheet: &str) -> (Vec<Line<'_>>, Vec<usize>) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let (mut lines, mut joined) = (Vec::new(), Vec::new());
    for line in sheet.split('\n') {
        for (at, text) in pieces(line).into_iter().enumerate() {
            let number = lines.len();
            if at > 0 {
                joined.push(number);
            }
            lines.push(match *first.entry(text).or_insert(number) {
                earlier if earlier < number && text.len() > SHORT => Line::As(earlier),
                _ => Line::Text(text),
            });
        }
    }
    (lines, joined)
}

/// Our names of the fields, in small letters, and what the script calls each.
fn names() -> BTreeMap<String, &'static str> {
    let called = |field: Field| match field {
        Field::Source => "source",
        Field::Verdict => "verdict",
        Field::Correction => "correction",
        Field::Note => "note",
        Field::Query => "query",
        Field::Answer => "answer",
        Field::Checked => "checked",
        Field::Second => "second",
    };
    let all = Field::ALL.into_iter().flat_map(|field| field.names().iter().map(move |name| (field, name)));
    all.map(|(field, name)| (name.to_lowercase(), called(field))).collect()
}

/// The priority that the claim's entry shows, where it has one: a person may have changed it.
pub(super) fn priority(material: &RenderContext<'_>, claim: &Claim) -> &'static str {
    material.entry(&claim.id).map_or(claim.priority, |entry| entry.priority).name()
}

/// A path without its folders.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The file in which the sheet is expected beside the draft.
pub(crate) fn sheet_file(article: &str, part: Option<&str>) -> String {
    let stem = match article.rsplit_once('.') {
        _ if article == "-" => "article",
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => article,
    };
    let part = part.map(|part| format!(".{part}")).unwrap_or_default();
    format!("{stem}{part}.{}", MARKDOWN.suffix)
}

fn digest(text: &str) -> String {
    let mut hex = Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    hex.truncate(DIGITS);
    hex
}
