//! Who said a quotation whose own sentence does not tell.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::passage::Passage;
use crate::english::token::{Case, Token, TokenKind};
use crate::sentence_group::SentenceGroup;
use crate::signal::{Signal, SignalKind};
use crate::speech::is_pronoun;
use crate::text::span::Span;

/// Most words of a work's title, in quotation marks, that is told from speech.
const LONGEST_TITLE: usize = 8;

/// Most letters of a word that a title may have without a capital.
const SMALL: usize = 4;

/// Sentences before a quotation among which its speaker is looked for.
const BEFORE: usize = 6;

/// Who spoke a passage that does not say so itself: the speaker of the sentence before in the same block, or of
/// the block that the quotation continues.
pub(super) fn carried(passage: &SentenceGroup<'_>) -> Option<Span> {
    let text = passage.text;
    let is_speech = |signal: &Signal| !is_title(text.passage(signal.span));
    if !passage.signals_of(SignalKind::Quotation).any(is_speech) {
        return None;
    }
    let start = passage.records().first()?;
    let quoted = text.quotations.outer_in(start.span).first();
    let goes_on = quoted.is_some_and(|quoted| quoted.continues || quoted.outer.start <= start.span.start);
    let is_near = |record: &&SentenceRecord| record.block == start.block || goes_on && record.block + 1 == start.block;
    let before = text.sentences.get(..passage.sentences.start)?.iter().rev().take(BEFORE);
    before.take_while(is_near).find_map(|record| speaker_in(text, text.signals(record)))
}

/// The speaker whom signals name, a name before a pronoun.
pub(super) fn speaker_in(text: &AnnotatedText<'_>, signals: &[Signal]) -> Option<Span> {
    let mut speakers = signals.iter().filter_map(Signal::attribution).map(|said| said.speaker);
    let first = speakers.next()?;
    let is_named = |speaker: &Span| !is_pronoun(text.passage(*speaker));
    Some(std::iter::once(first).chain(speakers).find(is_named).unwrap_or(first))
}

/// Whether quoted words are the title of a work more likely than speech: few, each with a capital but for
/// small ones, and no sentence.
fn is_title(words: Passage<'_>) -> bool {
    let fits = |token: &Token| match (token.kind, token.case) {
        (TokenKind::Word, Case::Lower) => token.span.len() <= SMALL,
        (TokenKind::Word | TokenKind::Number | TokenKind::Hyphen | TokenKind::Comma, _) => true,
        (TokenKind::Period | TokenKind::Question | TokenKind::Exclamation | TokenKind::Possessive, _) => true,
        (kind, _) => kind == TokenKind::Colon,
    };
    let inner = words.without_quotes();
    let parts = inner.tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    parts.count() <= LONGEST_TITLE
        && inner.tokens.iter().filter(|token| token.is_capitalised()).nth(1).is_some()
        && inner.tokens.iter().all(fits)
}
