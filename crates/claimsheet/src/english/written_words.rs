//! Words as white space divides them, each with the marks that touch it: how a name is compared and a quotation
//! is shown.

use crate::english::lexicon::Classes;
use crate::english::passage::Passage;
use crate::english::token::{Token, TokenKind};
use crate::text::word_id::WordId;

/// Double quotation marks, curly and straight.
const DOUBLE_QUOTES: &[WordId] = words!["“", "”", "\""];

impl Token {
    /// Whether it is a double quotation mark.
    pub fn is_double_quote(&self) -> bool {
        self.is_any(DOUBLE_QUOTES)
    }

    /// Whether it is a double quotation mark that may open a quotation: a curly or a straight one.
    pub fn may_open_quote(&self) -> bool {
        self.is_double_quote() && self.word != word!("”")
    }

    /// Whether it is a word or a number.
    pub const fn is_word_or_number(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

impl<'a> Passage<'a> {
    /// What white space divides, in order, marks with the word that they touch.
    pub fn spaced_words(self) -> impl DoubleEndedIterator<Item = Self> + use<'a> {
        self.tokens.chunk_by(|_, next| !next.spaced).map(move |tokens| Self { tokens, ..self })
    }

    /// Words and numbers without marks, hyphens within a word kept: `Jean-Luc`, `Lund` of `“Lund's`.
    pub fn hyphenated_words(self) -> impl Iterator<Item = Self> + use<'a> {
        let joins = |one: &Token, next: &Token| {
            let hyphen = one.kind == TokenKind::Hyphen || next.kind == TokenKind::Hyphen;
            !next.spaced && hyphen && (one.is_word_or_number() || next.is_word_or_number())
        };
        let words = self.tokens.chunk_by(joins).map(move |tokens| Self { tokens, ..self });
        words.filter(|word| word.tokens.iter().any(Token::is_word_or_number))
    }

    /// The first words, single spaces between them.
    pub fn opening_words(self, count: usize) -> String {
        self.spaced_words().take(count).map(Self::text).collect::<Vec<_>>().join(" ")
    }

    /// The last words, single spaces between them.
    pub fn closing_words(self, count: usize) -> String {
        self.last_spaced_words(count).map(Self::text).collect::<Vec<_>>().join(" ")
    }

    /// The last words, in order.
    pub fn last_spaced_words(self, count: usize) -> impl Iterator<Item = Self> + use<'a> {
        let before = self.spaced_words().count().saturating_sub(count);
        self.spaced_words().skip(before)
    }

    /// The whole without its last tokens for which `is` holds.
    #[must_use]
    pub fn without_last(self, is: impl Fn(&Token) -> bool) -> Self {
        self.first(self.tokens.iter().rposition(|token| !is(token)).map_or(0, |at| at + 1))
    }

    /// Whether its first character is a capital.
    pub fn begins_large(self) -> bool {
        self.text().chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether its last character is a stop, of a sentence or an abbreviation.
    pub fn ends_in_stop(self) -> bool {
        self.text().as_bytes().last() == Some(&b'.')
    }

    /// Whether its last character is a letter s, as a plural's.
    pub fn ends_in_s(self) -> bool {
        self.text().as_bytes().last() == Some(&b's')
    }

    /// What the lexicon knows of a word alone, a stop behind it left out; nothing of a word with other marks.
    pub fn classes(self) -> Classes {
        match self.tokens {
            [token] => token.classes,
            [token, stop] if stop.kind == TokenKind::Period => token.classes,
            _ => Classes::default(),
        }
    }

    /// Whether it is letters and hyphens only.
    pub fn is_letters(self) -> bool {
        self.text().chars().all(|letter| letter.is_alphabetic() || letter == '-')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::lexicon::Lexicon;
    use crate::english::token::Tokens;
    use crate::text::document::Document;
    use crate::text::span::Span;

    #[test]
    fn words_are_divided_by_white_space_or_by_all_marks_but_hyphens() {
        let document = Document::from_text("“Jean-Luc  O’Neil's boat sank,” she said.");
        let mut tokens = Tokens::default();
        tokens.read(&document.prose, Span::at(0, document.prose.len()), &Lexicon::default());
        let passage = Passage { document: &document, tokens: &tokens.tokens };
        let spaced: Vec<&str> = passage.spaced_words().map(Passage::text).collect();
        assert_eq!(spaced, ["“Jean-Luc", "O’Neil's", "boat", "sank,”", "she", "said."]);
        let words: Vec<&str> = passage.hyphenated_words().map(Passage::text).collect();
        assert_eq!(words, ["Jean-Luc", "O’Neil", "boat", "sank", "she", "said"]);
        assert_eq!(passage.opening_words(2), "“Jean-Luc O’Neil's");
        assert_eq!(passage.closing_words(2), "she said.");
        assert_eq!(passage.without_last(|token| token.kind == TokenKind::Period).closing_words(1), "said");
        assert!(passage.ends_in_stop() && passage.from(1).begins_large() && !passage.begins_large());
    }
}
