//! Answers in JSON, as exported.

use claimsheet_sheet::{Answer, Review};
use serde::Deserialize;
use serde_json::Value;

/// An answer as it comes back.
#[derive(Debug, Deserialize)]
struct Raw {
    id: Option<String>,
    /// The heading of an entry, and the words of a claim.
    #[serde(default)]
    heading: String,
    #[serde(default)]
    claim: String,
    #[serde(default)]
    review: Option<Review>,
}

pub(super) fn answers(text: &str) -> Result<Vec<Answer>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let entries = value.get("entries").unwrap_or(&value).clone();
    let all: Vec<Value> = serde_json::from_value(entries).map_err(|error| error.to_string())?;
    let mut found = Vec::new();
    for value in all {
        let answer: Raw = serde_json::from_value(value.clone()).map_err(|error| error.to_string())?;
        let review = match answer.review {
            Some(review) => review,
            None => serde_json::from_value(value).map_err(|error| error.to_string())?,
        };
        // An entry that a person added has no id, and is known by its heading.
        let id = answer.id.unwrap_or_default();
        let heading = if answer.heading.is_empty() { answer.claim } else { answer.heading };
        found.push(Answer { id, heading, review, ..Answer::default() });
    }
    Ok(found)
}
