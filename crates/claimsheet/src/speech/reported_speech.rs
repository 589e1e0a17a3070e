//! Whose words they are: the draft's own, or somebody's in quotation marks.

use crate::signal::{Signal, SignalKind, Value};
use crate::text::document::Document;

/// Fewest words of a quotation that is speech; shorter ones are the draft's own sentence with borrowed
/// words in it.
const SPEECH: usize = 5;

/// What words that tell who owns what begin with.
const OWNING: &[&str] = &["stake", "shareholder", "owner", "owned", "owns", "majority", "takeover", "merger", "acqui"];

/// Whether a signal is something to check beside the words that it stands in: the draft tells it in its own
/// voice, or it is a fact whoever says it, as wrongdoing is, and who owns what. The rest of somebody's
/// speech is checked as these words; a word of a name tells nothing.
pub(crate) fn tells(document: &Document, signals: &[Signal], signal: &Signal) -> bool {
    let is_hard = || signal.kind == SignalKind::Allegation || is_of_ownership(document.text(signal.span));
    !is_part_of_name(signals, signal) && (is_hard() || !is_spoken(document, signals, signal))
}

fn is_part_of_name(signals: &[Signal], signal: &Signal) -> bool {
    signals.iter().any(|other| matches!(other.value, Value::Name(_)) && other.span.contains(signal.span))
}

/// Whether words tell who owns what.
pub(crate) fn is_of_ownership(words: &str) -> bool {
    let begins = |word: &str, start: &str| {
        word.as_bytes().get(..start.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(start.as_bytes()))
    };
    words.split(|sign: char| !sign.is_alphanumeric()).any(|word| OWNING.iter().any(|start| begins(word, start)))
}

/// Whether a signal stands in somebody's speech.
fn is_spoken(document: &Document, signals: &[Signal], signal: &Signal) -> bool {
    signals.iter().any(|other| {
        other.kind == SignalKind::Quotation
            && other.span.contains(signal.span)
            && document.text(other.span).split_whitespace().nth(SPEECH - 1).is_some()
    })
}
