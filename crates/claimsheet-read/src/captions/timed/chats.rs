//! Chats as Telegram and Slack export them: who wrote what. A chat has days and hours, and no time of a recording.

use super::Passage;
use serde_json::Value;

/// The messages of a chat; none of any other file.
pub(super) fn passages(file: &Value) -> Option<Vec<Passage>> {
    let is_message =
        |value: &Value| value.get("text").is_some() && (value.get("ts").is_some() || value.get("from").is_some());
    let list = file.get("messages").unwrap_or(file).as_array()?;
    list.iter().any(is_message).then(|| list.iter().map(message).collect())
}

fn message(value: &Value) -> Passage {
    let text = |path: &[&str]| {
        let found = path.iter().try_fold(value, |value, name| value.get(name))?.as_str()?;
        (!found.trim().is_empty()).then(|| found.to_owned())
    };
    let paths: &[&[&str]] =
        &[&["from"], &["user_profile", "real_name"], &["user_profile", "display_name"], &["username"], &["user"]];
    Passage { speaker: paths.iter().find_map(|path| text(path)), words: words(value.get("text")), ..Passage::default() }
}

/// The words of a message: a text, or a list of texts and of pieces with marks.
fn words(text: Option<&Value>) -> String {
    match text {
        Some(Value::String(words)) => words.clone(),
        Some(Value::Array(pieces)) => {
            pieces.iter().map(|piece| words(Some(piece.get("text").unwrap_or(piece)))).collect()
        }
        _ => String::new(),
    }
}
