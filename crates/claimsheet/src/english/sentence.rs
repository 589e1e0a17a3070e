//! One sentence as the detectors see it.

use crate::english::capitals::Capitals;
use crate::english::lexicon::{Class, Lexicon};
use crate::english::quotations::Quoted;
use crate::english::speaker_turns::Turns;
use crate::english::token::{Case, Cue, Pattern, Token, TokenKind};
use crate::text::document::{Block, Document};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::Tree;

/// A sentence with its tokens, its cues and its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'a> {
    /// The article.
    pub document: &'a Document,
    /// The lexicon by which it was read, with the house's words.
    pub lexicon: &'a Lexicon,
    /// What the article writes with a capital wherever it stands.
    pub capitals: &'a Capitals<'a>,
    /// Who speaks in turns in it.
    pub turns: &'a Turns<'a>,
    /// The block in which it stands.
    pub block: &'a Block,
    /// Its place in the prose, without surrounding white space.
    pub span: Span,
    /// Its tokens in order.
    pub tokens: &'a [Token],
    /// Its cues in order.
    pub cues: &'a [Cue],
    /// Their grammar: parts of speech, heads and relations, entities.
    pub tree: Tree<'a>,
    /// The quotations that share a byte with it and stand in no other one.
    pub quoted: &'a [Quoted],
    /// The quotations within quotations that share a byte with it.
    pub nested: &'a [Quoted],
}

impl<'a> Sentence<'a> {
    /// The words at `span`.
    pub fn text(&self, span: Span) -> &'a str {
        self.document.text(span)
    }

    /// The words of token `at`; empty past the end.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.text(token.span))
    }

    /// Token `at`, if there is one.
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The kind of token `at`, if there is one.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether token `at` fits `pattern`: a class, a word, some words, or any of a tuple of these.
    pub fn is(&self, at: usize, pattern: impl Pattern) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(pattern))
    }

    /// Whether the token right before token `at` fits `pattern`.
    pub fn follows(&self, at: usize, pattern: impl Pattern) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, pattern))
    }

    /// Whether token `at` is the given word, whatever its capitals.
    pub fn is_word(&self, at: usize, word: WordId) -> bool {
        self.tokens.get(at).is_some_and(|token| token.word == word)
    }

    /// Whether token `at` is one of `words`, whatever its capitals.
    pub fn is_any(&self, at: usize, words: &[WordId]) -> bool {
        self.tokens.get(at).is_some_and(|token| words.contains(&token.word))
    }

    /// Whether the word at token `at` has the form of a noun's plural: an -s that is no part of its stem, or one of
    /// those without an -s.
    pub fn is_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        let in_s = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
        in_s || self.is(at, Class::IrregularPlural)
    }

    /// Whether the sentence is written in capitals throughout, as far as its first words tell.
    pub fn is_all_caps(&self) -> bool {
        let words = || self.tokens.iter().filter(|token| token.is_word()).take(6);
        words().count() > 2 && words().all(|token| token.case == Case::Upper || token.span.len() == 1)
    }

    /// The place of tokens `first..end`.
    pub fn span_of(&self, first: usize, end: usize) -> Span {
        let start = self.tokens.get(first).map_or(self.span.end, |token| token.span.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        Span::new(start, last.map_or(start, |token| token.span.end))
    }

    /// The cues of `class`.
    pub fn cues_of(&self, class: Class) -> impl Iterator<Item = &'a Cue> + use<'a> {
        self.cues.iter().filter(move |cue| cue.classes.has(class))
    }

    /// Whether a cue of `class` is in the sentence.
    pub fn has(&self, class: Class) -> bool {
        self.cues_of(class).next().is_some()
    }

    /// Whether `span` lies within quotation marks.
    pub fn is_quoted(&self, span: Span) -> bool {
        self.quoted.iter().any(|quoted| quoted.inner.contains(span))
    }

    /// Index of the first token that begins at or behind `offset`.
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < offset)
    }
}
