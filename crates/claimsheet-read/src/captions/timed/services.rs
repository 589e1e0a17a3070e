//! Talks as the services that recognise speech hand them out: AWS Transcribe and Deepgram.

use super::{Passage, of_seconds, passage};
use serde_json::Value;

/// The passages in what a service calls its results.
pub(super) fn passages(results: &Value) -> Option<Vec<Passage>> {
    let list = |value: &'_ Value, name: &str| value.get(name).and_then(Value::as_array).cloned();
    if let Some(items) = list(results, "items") {
        return Some(of_items(&items));
    }
    if let Some(utterances) = list(results, "utterances") {
        return Some(utterances.iter().map(|part| passage(part, results, 1.0)).collect());
    }
    let first = |value: &Value, name: &str| value.get(name)?.get(0).cloned();
    let told = first(&first(results, "channels")?, "alternatives")?;
    let paragraphs = told.get("paragraphs").and_then(|outer| list(outer, "paragraphs"));
    Some(match paragraphs {
        Some(paragraphs) => paragraphs.iter().map(of_sentences).collect(),
        None => vec![passage(&told, results, 1.0)],
    })
}

/// Words and marks one by one, as AWS Transcribe has them, put together as long as one person speaks.
fn of_items(items: &[Value]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for item in items {
        let text = |name: &str| item.get(name).and_then(Value::as_str);
        let word = item.get("alternatives").and_then(|all| all.get(0)?.get("content")?.as_str()).unwrap_or_default();
        let time = |name: &str| text(name).and_then(|time| time.parse().ok()).and_then(of_seconds);
        let is_mark = text("type") == Some("punctuation");
        let who = text("speaker_label").map(str::to_owned);
        match passages.last_mut().filter(|last| is_mark || last.speaker == who) {
            Some(last) => {
                last.words.push_str(if is_mark { "" } else { " " });
                last.words.push_str(word);
                last.end = time("end_time").or(last.end);
            }
            None => passages.push(Passage {
                speaker: who,
                start: time("start_time"),
                end: time("end_time"),
                words: word.to_owned(),
            }),
        }
    }
    passages
}

/// A paragraph of Deepgram: its sentences.
fn of_sentences(part: &Value) -> Passage {
    let sentences = part.get("sentences").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let words: Vec<&str> = sentences.iter().filter_map(|sentence| sentence.get("text")?.as_str()).collect();
    Passage { words: words.join(" "), ..passage(part, &Value::Null, 1.0) }
}
