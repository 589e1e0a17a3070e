//! CSV: one row a claim, with columns to fill.

use super::{Format, Material, RenderError, RenderOptions};
use crate::claim::Claim;

/// A table to fill.
pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: "One row a claim",
    suffix: "worksheet.csv",
    holds_work: true,
    needs_sheet: false,
    write: render,
};

const HEADER: &[&str] = &[
    "number",
    "id",
    "priority",
    "kind",
    "tags",
    "line",
    "speaker",
    "time",
    "claim",
    "facts",
    "source in draft",
    "where to look",
    "source found",
    "verdict",
    "correction",
    "note",
    "query to author",
    "answer",
    "checked by, on",
    "second check by, on",
];

/// The claims as RFC 4180 rows under a header.
fn render(material: &Material<'_>, _: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let failed = |error: &dyn std::fmt::Display| RenderError::Data(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).map_err(|error| failed(&error))?;
    for claim in &material.worksheet.analysis.claims {
        writer.write_record(row(claim)).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

fn row(claim: &Claim) -> Vec<String> {
    let tags: Vec<&str> = claim.tags.iter().map(|tag| tag.name()).collect();
    let facts: Vec<String> = claim.facts.iter().map(|fact| format!("{}: {}", fact.text, fact.verify)).collect();
    let prompts: Vec<String> = claim
        .prompts
        .iter()
        .map(|prompt| {
            prompt.url.as_ref().map_or_else(|| prompt.label.clone(), |url| format!("{} <{url}>", prompt.label))
        })
        .collect();
    let source = claim.claimed_source.as_ref().map_or_else(String::new, |source| source.text.clone());
    let mut cells = vec![
        claim.number.to_string(),
        claim.id.clone(),
        claim.priority.name().to_owned(),
        claim.kind.name().to_owned(),
        tags.join(", "),
        claim.line.to_string(),
        claim.speaker.clone().unwrap_or_default(),
        claim.time.map_or_else(String::new, |time| time.to_string()),
        claim.text.clone(),
        facts.join("\n"),
        source,
        prompts.join("\n"),
    ];
    cells.resize(HEADER.len(), String::new());
    cells.into_iter().map(super::disarmed).collect()
}

#[cfg(test)]
mod tests {
    use super::super::disarmed;

    #[test]
    fn no_cell_begins_as_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(disarmed(text.to_owned()).starts_with('\''), "{text:?}");
        }
        assert_eq!(disarmed("1 = 1".to_owned()), "1 = 1");
    }
}
