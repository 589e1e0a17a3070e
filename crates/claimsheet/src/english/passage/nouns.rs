//! What a noun phrase that is a passage is about, and how it is written.

use super::Passage;
use crate::english::lexicon::Classes;
use crate::english::token::{Token, TokenKind};
use crate::text::word_id::WordId;

/// Prepositions behind the noun that a phrase is about.
const JOINTS: &[WordId] = words!["of", "for", "at", "in", "by", "from", "with"];

impl<'a> Passage<'a> {
    /// Whether one of its words has a capital.
    pub fn has_capital(self) -> bool {
        self.tokens.iter().any(Token::is_capitalised)
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

    /// Whether its last word looks like a plural.
    pub fn is_plural(self) -> bool {
        self.tokens.last().is_some_and(|last| self.ends_in(last, "s"))
    }

    /// Whether `token` ends in the letters `end`, which are small.
    pub fn ends_in(self, token: &Token, end: &str) -> bool {
        self.document.text(token.span).ends_with(end)
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
        Self { tokens, ..self }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotated_text::AnnotatedText;
    use crate::options::Options;
    use crate::text::document::Document;
    use crate::text::span::Span;

    /// What `of` tells of the phrase that is all of `text`.
    fn tell<T>(text: &str, of: impl Fn(super::Passage<'_>) -> T) -> T {
        let (document, options) = (Document::from_text(text), Options::default());
        let annotated = AnnotatedText::of(&document, &options);
        of(annotated.passage(Span::at(0, text.len())))
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
