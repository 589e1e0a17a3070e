//! A few tokens in a row of an article: what stands before a date, behind a figure, between two names.

use crate::english::token::{Pattern, Token, TokenKind};
use crate::text::document::Document;
use crate::text::phrase::Phrase;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use std::ops::Range;

mod nouns;

/// Tokens in a row, with the text that they are of. Words are compared whatever their capitals.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// The article.
    pub document: &'a Document,
    /// The tokens.
    pub tokens: &'a [Token],
}

impl<'a> Passage<'a> {
    /// How many tokens it has.
    pub const fn len(self) -> usize {
        self.tokens.len()
    }

    /// Whether it has none.
    pub const fn is_empty(self) -> bool {
        self.tokens.is_empty()
    }

    /// Its place, from the first token to the last; an empty one where it has no tokens.
    pub fn span(self) -> Span {
        let ends = self.tokens.first().zip(self.tokens.last());
        ends.map_or_else(Span::default, |(first, last)| first.span.cover(last.span))
    }

    /// Its text, from the first token to the last.
    pub fn text(self) -> &'a str {
        self.document.text(self.span())
    }

    /// The text of the token at `at`; empty past the end.
    pub fn word(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.document.text(token.span))
    }

    /// The kind of the token at `at`, if there is one.
    pub fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Its first words, as [`word_count`](Self::word_count) counts them.
    #[must_use]
    pub fn first_words(self, count: usize) -> Self {
        let starts = self.tokens.iter().enumerate().filter(|(at, token)| *at == 0 || token.spaced);
        self.first(starts.map(|(at, _)| at).nth(count).unwrap_or(self.len()))
    }

    /// How many words it has: what white space divides, marks counted with the word that they touch.
    pub fn word_count(self) -> usize {
        self.word_starts().count()
    }

    /// The tokens with which words begin that white space divides.
    pub fn word_starts(self) -> impl Iterator<Item = &'a Token> {
        self.tokens.iter().enumerate().filter(|(at, token)| *at == 0 || token.spaced).map(|(_, token)| token)
    }

    /// The last of its words that white space divides.
    #[must_use]
    pub fn last_word(self) -> Self {
        let first = self.tokens.iter().rposition(|token| token.spaced).unwrap_or(0);
        self.from(first)
    }

    /// The tokens in a range, as far as there are such.
    #[must_use]
    pub fn slice(self, range: Range<usize>) -> Self {
        let end = range.end.min(self.len());
        Self { tokens: self.tokens.get(range.start.min(end)..end).unwrap_or_default(), ..self }
    }

    /// The tokens from `at` on.
    #[must_use]
    pub fn from(self, at: usize) -> Self {
        self.slice(at..self.len())
    }

    /// The first `count` tokens.
    #[must_use]
    pub fn first(self, count: usize) -> Self {
        self.slice(0..count)
    }

    /// The last `count` tokens.
    #[must_use]
    pub fn last(self, count: usize) -> Self {
        self.from(self.len().saturating_sub(count))
    }

    /// The same of some of its tokens.
    #[must_use]
    pub fn part(self, tokens: &'a [Token]) -> Self {
        Self { tokens, ..self }
    }

    /// The tokens behind the last one that `divides`.
    #[must_use]
    pub fn behind_last(self, divides: impl Fn(&Token) -> bool) -> Self {
        let first = self.tokens.iter().rposition(divides).map_or(0, |at| at + 1);
        self.from(first)
    }

    /// The tokens before the first of one of the kinds; all where there is none.
    #[must_use]
    pub fn up_to(self, kinds: &[TokenKind]) -> Self {
        self.first(self.tokens.iter().position(|token| token.is_kind(kinds)).unwrap_or(self.len()))
    }

    /// The tokens behind the last of one of the kinds; all where there is none.
    #[must_use]
    pub fn since(self, kinds: &[TokenKind]) -> Self {
        self.from(self.tokens.iter().rposition(|token| token.is_kind(kinds)).map_or(0, |at| at + 1))
    }

    /// The passages that tokens of `kind` divide, as a text is split at commas.
    pub fn split(self, kind: TokenKind) -> impl Iterator<Item = Self> {
        self.tokens.split(move |token| token.kind == kind).map(move |tokens| Self { tokens, ..self })
    }

    /// The passages that a word divides.
    pub fn split_at_word(self, word: WordId) -> impl Iterator<Item = Self> {
        self.tokens.split(move |token| token.word == word).map(move |tokens| Self { tokens, ..self })
    }

    /// Whether it is one of the phrases and nothing else.
    pub fn is(self, phrases: &[Phrase]) -> bool {
        phrases.iter().any(|phrase| phrase.words().len() == self.len() && self.has_at(0, *phrase))
    }

    /// Whether it is one token, and that fits `pattern`.
    pub fn is_word(self, pattern: impl Pattern) -> bool {
        matches!(self.tokens, [token] if token.is(pattern))
    }

    /// Whether its first token fits `pattern`: one of a few words, a class, a kind.
    pub fn first_is(self, pattern: impl Pattern) -> bool {
        self.tokens.first().is_some_and(|token| token.is(pattern))
    }

    /// Whether its last token fits `pattern`.
    pub fn last_is(self, pattern: impl Pattern) -> bool {
        self.tokens.last().is_some_and(|token| token.is(pattern))
    }

    /// Whether it begins with one of the phrases.
    pub fn opens_with(self, phrases: &[Phrase]) -> bool {
        self.without_opening(phrases).is_some()
    }

    /// Whether it ends with one of the phrases.
    pub fn closes_with(self, phrases: &[Phrase]) -> bool {
        self.without_closing(phrases).is_some()
    }

    /// What is behind the first of the phrases with which it begins; none where it begins with none.
    pub fn without_opening(self, phrases: &[Phrase]) -> Option<Self> {
        let phrase = phrases.iter().position(|phrase| self.has_at(0, *phrase))?;
        Some(self.from(phrases.get(phrase)?.words().len()))
    }

    /// What is before the first of the phrases with which it ends; none where it ends with none.
    pub fn without_closing(self, phrases: &[Phrase]) -> Option<Self> {
        phrases.iter().find_map(|phrase| {
            let start = self.len().checked_sub(phrase.words().len())?;
            self.has_at(start, *phrase).then(|| self.first(start))
        })
    }

    /// Whether a phrase stands at a token.
    pub fn has_at(self, at: usize, phrase: Phrase) -> bool {
        let words = self.tokens.get(at..at + phrase.words().len());
        words.is_some_and(|tokens| tokens.iter().zip(phrase.words()).all(|(token, word)| token.word == *word))
    }

    /// Where the first of the phrases stands, by tokens; the one that is listed first, where two begin there.
    pub fn place_of(self, phrases: &[Phrase]) -> Option<Range<usize>> {
        self.places_of(phrases).next()
    }

    /// Where phrases stand, in order; they may overlap.
    pub fn places_of(self, phrases: &[Phrase]) -> impl Iterator<Item = Range<usize>> {
        (0..self.len()).filter_map(move |at| {
            let phrase = phrases.iter().position(|phrase| self.has_at(at, *phrase))?;
            Some(at..at + phrases.get(phrase)?.words().len())
        })
    }

    /// Whether one of the phrases stands anywhere in it.
    pub fn has(self, phrases: &[Phrase]) -> bool {
        self.place_of(phrases).is_some()
    }

    /// Whether a word that fits `pattern` stands in it: one of a few, or one of a class.
    pub fn has_word(self, pattern: impl Pattern) -> bool {
        self.tokens.iter().any(|token| token.is(pattern))
    }

    /// Whether a token of one of the kinds stands in it.
    pub fn has_kind(self, kinds: &[TokenKind]) -> bool {
        self.tokens.iter().any(|token| token.is_kind(kinds))
    }

    /// How many tokens of `kind` it has.
    pub fn count(self, kind: TokenKind) -> usize {
        self.tokens.iter().filter(|token| token.kind == kind).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::lexicon::Lexicon;
    use crate::english::token::Tokens;

    fn with<T>(text: &str, ask: impl FnOnce(Passage<'_>) -> T) -> T {
        let document = Document::from_text(text);
        let mut tokens = Tokens::default();
        tokens.read(&document.prose, Span::at(0, document.prose.len()), &Lexicon::default());
        ask(Passage { document: &document, tokens: &tokens.tokens })
    }

    #[test]
    fn a_passage_begins_ends_and_holds_phrases_whatever_their_capitals() {
        with("Up from 20 a year, or about", |passage| {
            assert!(passage.opens_with(phrases!["down from", "up from"]));
            assert!(passage.closes_with(phrases![", or about"]) && !passage.closes_with(phrases!["or"]));
            assert_eq!(passage.place_of(phrases!["a year"]), Some(3..5));
            let rest = passage.without_opening(phrases!["up from"]).unwrap();
            assert_eq!((rest.text(), rest.word_count()), ("20 a year, or about", 5));
            assert_eq!(passage.up_to(&[TokenKind::Comma]).text(), "Up from 20 a year");
            assert_eq!(passage.since(&[TokenKind::Comma]).text(), "or about");
            assert!(passage.first(1).is(phrases!["up"]) && passage.from(99).is_empty());
        });
    }
}
