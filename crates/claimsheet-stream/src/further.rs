//! Fields of a record that are none of ours: they are handed on as they are.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// What stands before the name of a field that a row has itself.
const BEFORE: &str = "input_";

/// The names that rows have.
const OURS: &[&str] = &[
    "also",
    "amount",
    "article",
    "at",
    "check",
    "claim",
    "claims",
    "count",
    "end",
    "error",
    "facts",
    "fields",
    "file",
    "findings",
    "form",
    "from",
    "high",
    "html",
    "id",
    "kind",
    "left_out",
    "line",
    "message",
    "names",
    "not_listed",
    "number",
    "part",
    "per",
    "precision",
    "priority",
    "published",
    "qualifier",
    "role",
    "score",
    "section",
    "source",
    "source_kind",
    "source_url",
    "speaker",
    "speaker_as",
    "tags",
    "text",
    "tick",
    "ticks",
    "time",
    "title",
    "to",
    "unit",
    "upper",
    "verify",
    "warnings",
    "words",
];

/// Fields of a record that are none of ours, by the names that they have in rows, with their values to the letter.
#[derive(Debug, Clone, Default)]
pub struct Further<'a> {
    fields: Vec<(String, &'a RawValue)>,
    bytes: usize,
}

impl<'a> Further<'a> {
    /// Adds a field.
    pub(crate) fn push(&mut self, name: &str, value: &'a RawValue) {
        let name = input_name(name);
        self.bytes += name.len() + value.get().len() + 4;
        self.fields.push((name, value));
    }

    /// How many bytes they add to a row.
    pub const fn bytes(&self) -> usize {
        self.bytes
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

/// The name that a field has in rows: its own, unless rows have a field of that name or it looks as if renamed.
/// No two names become one.
pub fn input_name(name: &str) -> String {
    if OURS.contains(&name) || name.starts_with(BEFORE) { format!("{BEFORE}{name}") } else { name.to_owned() }
}

impl Serialize for Further<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for (name, value) in &self.fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_names_become_one() {
        let names = ["claims", "input_claims", "input_input_claims", "section_name", "input_"];
        let mut renamed: Vec<String> = names.map(input_name).into();
        renamed.sort();
        renamed.dedup();
        assert_eq!(renamed.len(), names.len());
        assert!(renamed.iter().all(|name| !OURS.contains(&name.as_str())));
    }
}
