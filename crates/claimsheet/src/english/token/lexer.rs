//! Cuts a sentence into tokens.

use super::{Case, Token, TokenKind, address};
use crate::english::lexicon::{Class, Classes, Known, Lexicon};
use crate::english::phrase_lists::is_acronym;
use crate::english::phrase_lists::tables::money::GLUED;
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Lists of names, which a word in small letters is none of.
const PROPER: Classes =
    Classes::of(Class::Place).with(Classes::of(Class::FirstName)).with(Classes::of(Class::StateAbbreviation));

/// Appends the tokens of `prose` at `span`.
pub(super) fn lex(prose: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let mut lexer = Lexer { text: span.of(prose), base: span.start as usize, at: 0, lexicon, tokens };
    lexer.run();
}

struct Lexer<'a> {
    text: &'a str,
    base: usize,
    at: usize,
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
}

impl Lexer<'_> {
    fn run(&mut self) {
        let mut spaced = true;
        while let Some(byte) = self.byte(0) {
            let start = self.at;
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => {
                    self.at += 1;
                    spaced = true;
                    continue;
                }
                b'h' | b'H' | b'w' | b'W' if let Some(length) = address::at(self.rest()) => {
                    self.mark(start, length, TokenKind::Other, spaced);
                }
                b'a'..=b'z' | b'A'..=b'Z' => self.word(start, spaced),
                b'0'..=b'9' => self.number(start, spaced),
                b'\'' => self.apostrophe(start, 1, spaced),
                0..=0x7f => self.ascii_mark(start, byte, spaced),
                _ => {
                    if self.beyond_ascii(start, spaced) {
                        spaced = true;
                        continue;
                    }
                }
            }
            spaced = false;
        }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn character(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// A number or mark from `start`.
    fn push(&mut self, start: usize, kind: TokenKind, spaced: bool) {
        let span = Span::at(self.base + start, self.base + self.at);
        let word = WordId::EMPTY.and(self.text.as_bytes().get(start..self.at).unwrap_or_default());
        self.tokens.push(Token {
            span,
            kind,
            case: Case::None,
            spaced,
            classes: Classes::default(),
            word,
            leads: false,
        });
    }

    fn mark(&mut self, start: usize, length: usize, kind: TokenKind, spaced: bool) {
        self.at = start + length;
        self.push(start, kind, spaced);
    }

    /// A word from `start`, whose first character is known to be a letter or digit.
    fn word(&mut self, start: usize, spaced: bool) {
        match self.currency_code() {
            Some(length) => self.at += length,
            None => self.letters(),
        }
        self.inner_apostrophes();
        if self.byte(0) == Some(b'.')
            && let Some((length, has_path)) = address::domain(self.rest())
        {
            self.at += length;
            if has_path {
                return self.push(start, TokenKind::Other, spaced);
            }
        }
        let is_initialism = self.dotted_letters(start);
        let text = self.text.get(start..self.at).unwrap_or("");
        let mut word = WordId::of(text);
        let Known { classes, mut leads } = self.lexicon.know(word);
        let case = case_of(text);
        let mut classes = if case == Case::Lower { classes.without(PROPER) } else { classes };
        if !is_initialism && self.byte(0) == Some(b'.') && self.takes_stop(text, case, classes) {
            self.at += 1;
            word = word.and(b".");
            let abbreviation = self.lexicon.know(word);
            leads = abbreviation.leads;
            // "No." and the initial "A." are not the words "no" and "a".
            classes = classes.cues().with(abbreviation.classes.without(abbreviation.classes.cues()));
        }
        let span = Span::at(self.base + start, self.base + self.at);
        self.tokens.push(Token { span, kind: TokenKind::Word, case, spaced, classes, word, leads });
    }

    /// Length of a currency's code that a number follows directly: `USD115.5m`, `RM42`.
    fn currency_code(&self) -> Option<usize> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let length = rest.iter().take(4).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let is_code = rest.get(length).is_some_and(u8::is_ascii_digit)
            && rest.get(..length).is_some_and(|code| GLUED.iter().any(|known| known.as_bytes() == code));
        is_code.then_some(length)
    }

    fn letters(&mut self) {
        while let Some(byte) = self.byte(0) {
            if byte.is_ascii_alphanumeric() {
                self.at += 1;
            } else if byte.is_ascii() {
                break;
            } else {
                match self.character() {
                    Some(letter) if letter.is_alphanumeric() || is_combining(letter) => self.at += letter.len_utf8(),
                    _ => break,
                }
            }
        }
    }

    /// `don't` and `O’Neil` are one word; `city's` is a word and a possessive.
    fn inner_apostrophes(&mut self) {
        while let Some(length) = self.apostrophe_length() {
            let after = self.text.get(self.at + length..).unwrap_or("");
            let is_possessive = after.starts_with(['s', 'S']) && !after[1..].starts_with(char::is_alphanumeric);
            if is_possessive || !after.starts_with(char::is_alphabetic) {
                break;
            }
            self.at += length;
            self.letters();
        }
    }

    fn apostrophe_length(&self) -> Option<usize> {
        match (self.byte(0)?, self.byte(1), self.byte(2)) {
            (b'\'', ..) => Some(1),
            (0xE2, Some(0x80), Some(0x99)) => Some(3),
            _ => None,
        }
    }

    /// Takes `U.S.`, `p.m.`, `D.C.` whole: single letters each with a stop.
    fn dotted_letters(&mut self, start: usize) -> bool {
        let single = self.at == start + 1 && self.text.as_bytes().get(start).is_some_and(u8::is_ascii_alphabetic);
        if !single {
            return false;
        }
        let mut end = self.at;
        let bytes = self.text.as_bytes();
        while bytes.get(end) == Some(&b'.')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic)
            && !bytes.get(end + 2).is_some_and(u8::is_ascii_alphanumeric)
        {
            end += 2;
        }
        if end == self.at {
            return false;
        }
        if bytes.get(end) == Some(&b'.') {
            end += 1;
        }
        self.at = end;
        true
    }

    /// Whether the stop behind the word belongs to it.
    fn takes_stop(&self, text: &str, case: Case, classes: Classes) -> bool {
        let is_initial = case == Case::Capital && text.len() == 1 && text != "I";
        let more_follows = self.text.get(self.at + 1..).is_some_and(|after| !after.trim_start().is_empty());
        let is_numbered = || {
            self.text
                .get(self.at + 1..)
                .is_some_and(|after| after.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        };
        let is_shortened = classes.has(Class::Abbreviation) && (!is_acronym(text) || is_numbered());
        (is_shortened && (case != Case::Lower || more_follows)) || (is_initial && more_follows)
    }

    /// A number from `start`, or a word that begins with a digit (`2C2P`).
    fn number(&mut self, start: usize, spaced: bool) {
        self.digits();
        loop {
            let grouped = match self.byte(0) {
                Some(b'.') => self.byte(1).is_some_and(|byte| byte.is_ascii_digit()),
                Some(b',') => (1..=2).all(|ahead| self.byte(ahead).is_some_and(|byte| byte.is_ascii_digit())),
                _ => false,
            };
            if !grouped {
                break;
            }
            self.at += 1;
            self.digits();
        }
        self.spaced_groups(start);
        if self.is_word_with_digits() {
            self.word(start, spaced);
        } else {
            self.push(start, TokenKind::Number, spaced);
        }
    }

    /// Takes groups of three digits behind apostrophes or blanks: `2'345'678`, `40 000`. Behind a plain blank the last
    /// group must be noughts or one of several, as two numbers may stand side by side.
    fn spaced_groups(&mut self, start: usize) {
        let first = self.text.get(start..self.at).unwrap_or("");
        if !(1..=3).contains(&first.len()) || first.starts_with('0') || !first.bytes().all(|byte| byte.is_ascii_digit())
        {
            return;
        }
        let rest = self.rest();
        let Some(mark) =
            rest.chars().next().filter(|mark| matches!(mark, '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'))
        else {
            return;
        };
        let (mut end, mut groups, mut last) = (0, 0, "");
        while let Some(group) = rest.get(end..).and_then(|rest| rest.strip_prefix(mark)).and_then(|rest| rest.get(..3))
        {
            let whole = group.bytes().all(|byte| byte.is_ascii_digit());
            let next = rest.get(end + mark.len_utf8() + 3..).unwrap_or("");
            if !whole || next.starts_with(char::is_alphanumeric) {
                break;
            }
            (end, groups, last) = (end + mark.len_utf8() + 3, groups + 1, group);
        }
        let decimals = decimals(rest.get(end..).unwrap_or(""));
        if groups > 1 || groups == 1 && (mark != ' ' || last == "000" || decimals > 0) {
            self.at += end + decimals;
        }
    }

    fn digits(&mut self) {
        while self.byte(0).is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
    }

    /// Whether letters and then digits follow directly.
    fn is_word_with_digits(&self) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        letters > 0 && rest.get(letters).is_some_and(u8::is_ascii_digit)
    }

    fn ascii_mark(&mut self, start: usize, byte: u8, spaced: bool) {
        let runs = matches!(byte, b'`' | b'-' | b'.');
        let same = |other: &&u8| **other == byte;
        let run =
            if runs { self.text.as_bytes().get(start..).unwrap_or(&[]).iter().take_while(same).count() } else { 1 };
        let (kind, length) = match byte {
            b'"' => (TokenKind::Quote, 1),
            b'`' if run == 2 => (TokenKind::Quote, 2),
            b'-' if run >= 2 => (TokenKind::Dash, run),
            b'-' => (TokenKind::Hyphen, 1),
            b',' => (TokenKind::Comma, 1),
            b'.' if run >= 3 => (TokenKind::Ellipsis, run),
            b'.' => (TokenKind::Period, 1),
            b':' => (TokenKind::Colon, 1),
            b';' => (TokenKind::Semicolon, 1),
            b'?' => (TokenKind::Question, 1),
            b'!' => (TokenKind::Exclamation, 1),
            b'(' | b'[' | b'{' => (TokenKind::Open, 1),
            b')' | b']' | b'}' => (TokenKind::Close, 1),
            b'%' => (TokenKind::Percent, 1),
            b'$' => (TokenKind::Currency, 1),
            b'/' => (TokenKind::Slash, 1),
            _ => (TokenKind::Other, 1),
        };
        self.mark(start, length, kind, spaced);
    }

    /// A character beyond ASCII at `start`; true when it was white space or nothing to see.
    fn beyond_ascii(&mut self, start: usize, spaced: bool) -> bool {
        let Some(character) = self.character() else {
            self.at = self.text.len();
            return true;
        };
        let length = character.len_utf8();
        match character {
            '’' => self.apostrophe(start, length, spaced),
            '‘' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‚' => {
                self.mark(start, length, TokenKind::Quote, spaced);
            }
            '‐' | '‑' => self.mark(start, length, TokenKind::Hyphen, spaced),
            '‒' | '–' | '—' | '―' | '−' => self.mark(start, length, TokenKind::Dash, spaced),
            '…' => self.mark(start, length, TokenKind::Ellipsis, spaced),
            '‰' => self.mark(start, length, TokenKind::Percent, spaced),
            '£' | '€' | '¥' | '₹' | '₽' | '₩' | '₦' | '₺' | '₴' | '₪' | '₫' | '฿' | '¢' => {
                self.mark(start, length, TokenKind::Currency, spaced);
            }
            _ if character.is_whitespace() || matches!(character, '\u{200b}'..='\u{200f}' | '\u{feff}') => {
                self.at += length;
                return true;
            }
            '¼'..='¾' | '⅐'..='⅞' => self.mark(start, length, TokenKind::Number, spaced),
            _ if character.is_alphanumeric() => self.word(start, spaced),
            _ => self.mark(start, length, TokenKind::Other, spaced),
        }
        false
    }

    /// An apostrophe outside a word: a possessive, or a single quotation mark.
    fn apostrophe(&mut self, start: usize, length: usize, spaced: bool) {
        let after = self.text.get(start + length..).unwrap_or("");
        let follows_word = !spaced && self.tokens.last().is_some_and(|token| token.kind == TokenKind::Word);
        let has_s = after.starts_with(['s', 'S']) && !after.get(1..).unwrap_or("").starts_with(char::is_alphanumeric);
        if follows_word && has_s {
            self.mark(start, length + 1, TokenKind::Possessive, spaced);
        } else if length == 1 && after.starts_with('\'') {
            self.mark(start, 2, TokenKind::Quote, spaced);
        } else {
            self.mark(start, length, TokenKind::Quote, spaced);
        }
    }
}

/// The length of one or two decimals, with their mark, with which `text` begins: `,67`.
fn decimals(text: &str) -> usize {
    let digits = text.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    if text.starts_with([',', '.']) && (1..=2).contains(&digits) { digits + 1 } else { 0 }
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
}

fn case_of(word: &str) -> Case {
    let (upper, lower, first_upper) = if word.is_ascii() { ascii_cases(word.as_bytes()) } else { cases(word) };
    match (upper, lower) {
        (0, _) => Case::Lower,
        (1, _) if first_upper => Case::Capital,
        (_, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

/// How many capitals and other letters a word has, and whether a capital is the first.
fn cases(word: &str) -> (usize, usize, bool) {
    let (mut upper, mut lower, mut first_upper) = (0, 0, false);
    for (at, letter) in word.chars().filter(|letter| letter.is_alphabetic()).enumerate() {
        if letter.is_uppercase() {
            upper += 1;
            first_upper |= at == 0;
        } else {
            lower += 1;
        }
    }
    (upper, lower, first_upper)
}

/// The same of a word without letters beyond ASCII.
fn ascii_cases(word: &[u8]) -> (usize, usize, bool) {
    let (mut upper, mut lower) = (0, 0);
    for byte in word {
        upper += usize::from(byte.is_ascii_uppercase());
        lower += usize::from(byte.is_ascii_lowercase());
    }
    let first = word.iter().find(|byte| byte.is_ascii_alphabetic());
    (upper, lower, first.is_some_and(u8::is_ascii_uppercase))
}
