#![doc = include_str!("quotation.md")]

use crate::english::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::text::span::Span;

/// Appends the quotations of a sentence; of one that runs over several sentences, the part in this
/// one.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    for quoted in sentence.quoted {
        let words = sentence.text(quoted.inner);
        let comma = words.len() - words.trim_end_matches(',').len();
        let start = quoted.inner.start.max(sentence.span.start);
        let end = (quoted.inner.end - comma as u32).min(sentence.span.end);
        let span = Span::new(start, end);
        if has_words(sentence.text(span)) {
            signals.push(Signal::plain(SignalKind::Quotation, span));
        }
    }
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
