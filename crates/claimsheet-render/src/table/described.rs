//! The end of a task's description: the fields to fill, and the claim's id, so that answers come
//! back from programs that keep nothing but a name and a description.

use claimsheet_sheet::{CLAIM, Field, Labels, Review};

/// What stands before the fields.
const ANSWERS: &str = "Answers:";

/// The fields, a line each, and the claim's id; without id, the fields alone.
pub(super) fn written(id: &str, review: &Review, labels: &Labels) -> String {
    let mut lines = vec![ANSWERS.to_owned()];
    lines.extend(
        Field::ALL.map(|field| format!("{}: {}", field.label(labels), field.get(review)).trim_end().to_owned()),
    );
    if !id.is_empty() {
        lines.push(format!("{CLAIM}{id}"));
    }
    lines.join("\n")
}

/// The claim's id in a description, and what the fields before it say; none where no line is an id.
pub(crate) fn read(text: &str, labels: &Labels) -> Option<(String, Vec<(Field, String)>)> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let (end, id) = lines.iter().enumerate().rev().find_map(|(at, line)| Some((at, claim_id(line)?)))?;
    let start = lines.iter().take(end).rposition(|line| *line == ANSWERS).map_or(end, |at| at + 1);
    let mut found: Vec<(Field, String)> = Vec::new();
    for line in lines.get(start..end).unwrap_or_default() {
        let named = line.split_once(':');
        match named.and_then(|(label, value)| Some((Field::of(label, labels)?, value.trim()))) {
            Some((field, value)) => found.push((field, value.to_owned())),
            None => {
                if let Some((_, value)) = found.last_mut() {
                    value.push('\n');
                    value.push_str(line);
                }
            }
        }
    }
    found.retain(|(_, value)| !value.trim().is_empty());
    Some((id.to_owned(), found))
}

fn claim_id(line: &str) -> Option<&str> {
    let id = line.strip_prefix(CLAIM)?.trim();
    (id.len() == 10 && id.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_under_a_task_is_read_back() {
        let labels = Labels::default();
        let review = Review {
            sources: vec!["harbour log".to_owned(), "the mayor".to_owned()],
            verdict: "confirmed".to_owned(),
            ..Review::default()
        };
        let text = format!("Verdict: none of ours\n\n{}", written("92b52a59ea", &review, &labels));
        let (id, fields) = read(&text, &labels).unwrap_or_default();
        assert_eq!(id, "92b52a59ea");
        let found: Vec<(Field, &str)> = fields.iter().map(|(field, value)| (*field, value.as_str())).collect();
        assert_eq!(found, [(Field::Source, "harbour log; the mayor"), (Field::Verdict, "confirmed")]);
        assert_eq!(read("a note\nclaim: the quay opened", &labels), None);
    }
}
