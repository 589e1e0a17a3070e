//! The words, numbers and marks of a sentence, and the cue words among them: one pass, after
//! which no detector looks at bytes again.

use crate::english::lexicon::{Classes, Lexicon};
use crate::text::span::Span;
use crate::text::word_id::WordId;

mod address;
mod lexer;
mod pattern;

pub use pattern::Pattern;

/// A word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the prose.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written, for words.
    pub case: Case,
    /// Whether white space, or the sentence's start, stands before it.
    pub spaced: bool,
    /// What the lexicon knows of the word alone (phrases are [`Cue`]s).
    pub classes: Classes,
    /// The word or mark as a number.
    pub word: WordId,
    /// Whether phrases of the lexicon begin with it.
    pub leads: bool,
}

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits and apostrophes within (`don't`, `2C2P`), and the stop of an
    /// abbreviation or initial (`Mr.`, `U.S.`, `J.`).
    Word,
    /// Digits with their group and decimal marks: `400,000`, `2.5`.
    Number,
    /// `'s` or `’s`, or the bare apostrophe of a plural's possessive.
    Possessive,
    /// A quotation mark of any kind that is not an apostrophe.
    Quote,
    /// A hyphen within or between words.
    Hyphen,
    /// A dash: en, em, or two hyphens.
    Dash,
    /// `,`
    Comma,
    /// `.` that ends no abbreviation.
    Period,
    /// `…` or three dots and more.
    Ellipsis,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `?`
    Question,
    /// `!`
    Exclamation,
    /// `(`, `[` or `{`
    Open,
    /// `)`, `]` or `}`
    Close,
    /// `%` or `‰`
    Percent,
    /// A currency sign.
    Currency,
    /// `/`
    Slash,
    /// Anything else.
    Other,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// No capital: `bank`.
    Lower,
    /// A capital, then no other: `Bank`; a single capital letter too.
    Capital,
    /// Two capitals or more and nothing else: `NATO`, `U.S.`
    Upper,
    /// Capitals in other places: `eBay`, `McKay`, `2C2P`.
    Mixed,
    /// Not a word.
    None,
}

/// An entry of the lexicon found in the sentence: the longest at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What it is.
    pub classes: Classes,
    /// Index of its first token.
    pub first: u32,
    /// Index one past its last token.
    pub end: u32,
}

/// The tokens and cues of one sentence. Meant to be filled again and again.
#[derive(Debug, Default)]
pub struct Tokens {
    /// In the order of the text.
    pub tokens: Vec<Token>,
    /// In the order of the text, not overlapping.
    pub cues: Vec<Cue>,
}

impl Token {
    /// Whether it fits a class (the lexicon has the word alone in it), a word, some words, or any of a tuple of
    /// these.
    pub fn is(&self, pattern: impl Pattern) -> bool {
        pattern.fits(self)
    }

    /// Whether the word alone is a cue of some kind.
    pub const fn is_cue(&self) -> bool {
        !self.classes.cues().is_empty()
    }

    /// Whether it is a word that begins with a capital or holds one.
    pub const fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper | Case::Mixed)
    }

    /// Whether it is one of `words`, whatever its capitals.
    pub fn is_any(&self, words: &[WordId]) -> bool {
        words.contains(&self.word)
    }

    /// Whether it is of one of `kinds`.
    pub fn is_kind(&self, kinds: &[TokenKind]) -> bool {
        kinds.contains(&self.kind)
    }

    /// Whether it is a word.
    pub const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word)
    }
}

impl Tokens {
    /// Reads the sentence at `span` of `prose`, replacing what was here.
    pub fn read(&mut self, prose: &str, span: Span, lexicon: &Lexicon) {
        self.tokens.clear();
        self.cues.clear();
        lexer::lex(prose, span, lexicon, &mut self.tokens);
        self.find_cues(lexicon);
    }

    fn find_cues(&mut self, lexicon: &Lexicon) {
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            let mut words = 1;
            let mut classes = token.classes.cues();
            if token.leads
                && let Some(longer) = self.phrase_at(at, lexicon)
            {
                words = longer.words;
                classes = longer.classes;
            }
            if !classes.is_empty() {
                self.cues.push(Cue { classes, first: at as u32, end: (at + words) as u32 });
            }
            at += words;
        }
    }

    /// The longest phrase at token `at`. Its words are the tokens in a row, hyphens included as
    /// words of their own: `so-called` is listed as `so - called`.
    fn phrase_at(&self, at: usize, lexicon: &Lexicon) -> Option<crate::english::lexicon::Match> {
        let first = self.tokens.get(at)?.word;
        lexicon.phrase(first, |ahead, word| self.tokens.get(at + ahead).is_some_and(|token| token.word == word))
    }
}
