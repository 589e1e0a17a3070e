#![doc = include_str!("question.md")]

use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::signal::{Signal, SignalKind};

/// Appends the question mark that ends a sentence in the author's own words.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let mark = sentence.tokens.iter().rev().find(|token| !matches!(token.kind, TokenKind::Quote | TokenKind::Close));
    if let Some(mark) = mark.filter(|mark| mark.kind == TokenKind::Question && !sentence.is_quoted(mark.span)) {
        signals.push(Signal::plain(SignalKind::Question, mark.span));
    }
}
