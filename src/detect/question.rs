#![doc = include_str!("question.md")]

use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::token::TokenKind;

/// Appends the question mark that ends a sentence in the author's own words.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let mark = sentence.tokens.iter().rev().find(|token| !matches!(token.kind, TokenKind::Quote | TokenKind::Close));
    if let Some(mark) = mark.filter(|mark| mark.kind == TokenKind::Question && !sentence.is_quoted(mark.span)) {
        signals.push(Signal::plain(SignalKind::Question, mark.span));
    }
}
