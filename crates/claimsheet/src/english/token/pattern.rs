//! What one can ask of a token.

use super::{Token, TokenKind};
use crate::english::lexicon::{Class, Classes};
use crate::text::phrase::Phrase;
use crate::text::word_id::WordId;

/// What a token may be: of a class or kind, a word, one of several words, or any of a tuple of these.
/// `(grammar::ARTICLE, words!["own", "such"])` is an article, "own" or "such".
pub trait Pattern: Copy {
    /// Whether `token` is that.
    fn fits(self, token: &Token) -> bool;
}

impl Pattern for Class {
    fn fits(self, token: &Token) -> bool {
        token.classes.has(self)
    }
}

impl Pattern for Classes {
    fn fits(self, token: &Token) -> bool {
        token.classes.any(self)
    }
}

impl Pattern for TokenKind {
    fn fits(self, token: &Token) -> bool {
        token.kind == self
    }
}

impl Pattern for WordId {
    fn fits(self, token: &Token) -> bool {
        token.word == self
    }
}

impl Pattern for &[WordId] {
    fn fits(self, token: &Token) -> bool {
        self.contains(&token.word)
    }
}

impl<const COUNT: usize> Pattern for &[WordId; COUNT] {
    fn fits(self, token: &Token) -> bool {
        self.contains(&token.word)
    }
}

/// The words that are in a list of phrases by themselves.
impl Pattern for &[Phrase] {
    fn fits(self, token: &Token) -> bool {
        self.iter().any(|phrase| phrase.words() == [token.word])
    }
}

/// The forms of verbs.
impl<const COUNT: usize> Pattern for &[[WordId; 4]; COUNT] {
    fn fits(self, token: &Token) -> bool {
        self.as_flattened().contains(&token.word)
    }
}

impl<A: Pattern, B: Pattern> Pattern for (A, B) {
    fn fits(self, token: &Token) -> bool {
        self.0.fits(token) || self.1.fits(token)
    }
}

impl<A: Pattern, B: Pattern, C: Pattern> Pattern for (A, B, C) {
    fn fits(self, token: &Token) -> bool {
        self.0.fits(token) || self.1.fits(token) || self.2.fits(token)
    }
}
