//! Words in a row, as the tokens of a stretch of the prose.

use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::english::token::{Token, TokenKind};
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// The tokens of a stretch of the prose.
#[derive(Debug, Clone, Copy)]
pub struct Phrase<'a> {
    /// The article.
    pub document: &'a Document,
    /// The lexicon by which it was read.
    pub lexicon: &'a Lexicon,
    /// The tokens in order.
    pub tokens: &'a [Token],
}

/// Prepositions behind the noun that a phrase is about.
const JOINTS: &[WordId] = words!["of", "for", "at", "in", "by", "from", "with"];

impl<'a> Phrase<'a> {
    /// The same of some of its tokens.
    #[must_use]
    pub fn part(self, tokens: &'a [Token]) -> Self {
        Self { tokens, ..self }
    }

    /// Its place in the prose; empty where there is no token.
    pub fn span(self) -> Span {
        let ends = self.tokens.first().zip(self.tokens.last());
        ends.map_or_else(Span::default, |(first, last)| first.span.cover(last.span))
    }

    /// Its text.
    pub fn text(self) -> &'a str {
        self.document.text(self.span())
    }

    /// How many words it has that white space divides: `a well-known, "old" pier` has four.
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
        self.part(self.tokens.get(first..).unwrap_or_default())
    }

    /// The same without quotation marks at its ends.
    #[must_use]
    pub fn without_quotes(self) -> Self {
        let mut tokens = self.tokens;
        while let [Token { kind: TokenKind::Quote, .. }, rest @ ..]
        | [rest @ .., Token { kind: TokenKind::Quote, .. }] = tokens
        {
            tokens = rest;
        }
        self.part(tokens)
    }

    /// Whether it is one token, and that one of `words`, whatever its capitals.
    pub fn is_any(self, words: &[WordId]) -> bool {
        matches!(self.tokens, [token] if words.contains(&token.word))
    }

    /// Whether its tokens are just these, whatever their capitals.
    pub fn is(self, words: &[WordId]) -> bool {
        self.tokens.len() == words.len() && self.begins(words)
    }

    /// Whether it begins with these tokens, whatever their capitals.
    pub fn begins(self, words: &[WordId]) -> bool {
        self.tokens.len() >= words.len() && self.tokens.iter().zip(words).all(|(token, word)| token.word == *word)
    }

    /// Whether its first token is one of `words`.
    pub fn begins_with_any(self, words: &[WordId]) -> bool {
        self.tokens.first().is_some_and(|first| words.contains(&first.word))
    }

    /// Whether one of its tokens is one of `words`.
    pub fn has_word(self, words: &[WordId]) -> bool {
        self.tokens.iter().any(|token| words.contains(&token.word))
    }

    /// Whether one of its tokens is of that kind.
    pub fn has_kind(self, kind: TokenKind) -> bool {
        self.tokens.iter().any(|token| token.kind == kind)
    }

    /// Whether one of its words has a capital.
    pub fn has_capital(self) -> bool {
        self.tokens.iter().any(Token::is_capitalised)
    }

    /// The tokens behind the last one that `divides`.
    #[must_use]
    pub fn behind_last(self, divides: impl Fn(&Token) -> bool) -> Self {
        let first = self.tokens.iter().rposition(divides).map_or(0, |at| at + 1);
        self.part(self.tokens.get(first..).unwrap_or_default())
    }

    /// The classes of the last token; none where there is no token.
    pub fn last_classes(self) -> Classes {
        self.tokens.last().map_or_else(Classes::default, |token| token.classes)
    }

    /// The noun that it is about: the last token before "of", "for" and the like.
    pub fn head(self) -> Option<&'a Token> {
        let is_joint = |at: usize, token: &Token| {
            JOINTS.contains(&token.word)
                || token.word == word!("close") && self.tokens.get(at + 1).is_some_and(|next| next.word == word!("to"))
        };
        let end = self.tokens.iter().enumerate().position(|(at, token)| at > 0 && is_joint(at, token));
        self.tokens.get(..end.unwrap_or(self.tokens.len()))?.last()
    }

    /// Whether the noun that it is about is of one of `classes`.
    pub fn is_about(self, classes: Classes) -> bool {
        self.head().is_some_and(|head| head.classes.any(classes))
    }

    /// Whether its last token is of `class`.
    pub fn is_last(self, class: Class) -> bool {
        self.last_classes().has(class)
    }

    /// Whether its last word looks like a plural.
    pub fn is_plural(self) -> bool {
        self.tokens.last().is_some_and(|last| self.ends_in(last, "s"))
    }

    /// Whether `token` ends in the letters `end`, which are small.
    pub fn ends_in(self, token: &Token, end: &str) -> bool {
        self.document.text(token.span).ends_with(end)
    }
}

#[cfg(test)]
mod tests {
    use crate::annotated_text::AnnotatedText;
    use crate::options::Options;
    use crate::text::document::Document;
    use crate::text::span::Span;

    /// What `of` tells of the phrase that is all of `text`.
    fn tell<T>(text: &str, of: impl Fn(super::Phrase<'_>) -> T) -> T {
        let (document, options) = (Document::from_text(text), Options::default());
        let annotated = AnnotatedText::of(&document, &options);
        of(annotated.phrase(Span::at(0, text.len())))
    }

    #[test]
    fn words_are_what_white_space_divides() {
        assert_eq!(tell("a well-known, “old” pier", |phrase| phrase.word_starts().count()), 4);
        assert_eq!(tell("the mayor’s aide, Ruth Lund-Orr", |phrase| phrase.last_word().text().to_owned()), "Lund-Orr");
        assert_eq!(tell("", |phrase| phrase.word_starts().count()), 0);
    }

    #[test]
    fn a_phrase_is_about_the_noun_before_its_prepositions() {
        for (text, head) in [
            ("the head of the port in Lund", "head"),
            ("a source close to the inquiry", "source"),
            ("a close friend", "friend"),
            ("the Lund Port", "Port"),
        ] {
            let found = tell(text, |phrase| phrase.head().map(|token| phrase.document.text(token.span).to_owned()));
            assert_eq!(found.as_deref(), Some(head), "{text}");
        }
    }
}
