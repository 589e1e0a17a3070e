//! Answers in JSON, as exported.

use claimsheet_sheet::{Answer, Review};
use serde::Deserialize;
use serde_json::Value;

/// An answer as it comes back.
#[derive(Debug, Deserialize)]
struct Raw {
    id: Option<String>,
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
        found.extend(answer.id.map(|id| Answer { id, review, ..Answer::default() }));
    }
    Ok(found)
}
