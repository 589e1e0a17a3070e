//! What the networks see of a token's form, computed once a token.

use crate::vocabulary::Vocabulary;

/// A token's form in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme {
    /// Number in the vocabulary; [`UNKNOWN`](Self::UNKNOWN) for others. The smaller the more frequent.
    pub word: u16,
    /// What the word mostly is, see [`Vocabulary::class`]; 0 for words seen too rarely.
    pub class: u8,
    /// Hash of the last two bytes, in small letters, below [`SUFFIXES2`].
    pub suffix2: u16,
    /// Hash of the last three bytes, below [`SUFFIXES3`].
    pub suffix3: u16,
    /// Hash of the first three bytes, below [`PREFIXES`].
    pub prefix: u16,
    /// How it is written.
    pub shape: Shape,
    /// Whether it has four bytes or more.
    pub is_long: bool,
}

/// Values of [`Lexeme::class`].
pub const CLASSES: usize = 256;
/// Values of [`Lexeme::suffix2`].
pub const SUFFIXES2: usize = 1 << 10;
/// Values of [`Lexeme::suffix3`].
pub const SUFFIXES3: usize = 1 << 12;
/// Values of [`Lexeme::prefix`].
pub const PREFIXES: usize = 1 << 11;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// No token: before or behind the sentence.
    Outside,
    /// Small letters.
    Lower,
    /// A capital, then small letters.
    Capital,
    /// Capitals, two or more.
    Upper,
    /// Capitals in other places.
    Mixed,
    /// A single capital letter.
    Letter,
    /// Letters that end in a stop.
    Abbreviation,
    /// Digits and marks within.
    Number,
    /// Digits and letters.
    Digits,
    /// No letter and no digit.
    Mark,
    /// [`Lower`](Self::Lower) in a sentence without any capital.
    LowerOfMany,
    /// [`Capital`](Self::Capital) in a headline of capitalised words.
    CapitalOfMany,
    /// [`Upper`](Self::Upper) or [`Letter`](Self::Letter) in a sentence without small letters.
    UpperOfMany,
}

impl Shape {
    /// How many there are.
    pub const COUNT: usize = Self::UpperOfMany as usize + 1;
}

/// Hashes of a form: as it is written, and in small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hashes {
    /// As it is written.
    pub exact: u32,
    /// ASCII letters in small.
    pub folded: u32,
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

const fn mixed(number: u64, bits: u32) -> u32 {
    (number.wrapping_mul(GOLDEN) >> (64 - bits)) as u32
}

impl Lexeme {
    /// The word of forms that the vocabulary lacks.
    pub const UNKNOWN: u16 = 0;
    /// The word before and behind a sentence.
    pub const OUTSIDE_WORD: u16 = 1;
    /// The class of what stands before and behind a sentence.
    pub const OUTSIDE_CLASS: u8 = 255;
    /// What stands before and behind a sentence.
    pub const OUTSIDE: Self = Self {
        word: Self::OUTSIDE_WORD,
        class: Self::OUTSIDE_CLASS,
        suffix2: 0,
        suffix3: 0,
        prefix: 0,
        shape: Shape::Outside,
        is_long: false,
    };

    /// Reads a form.
    pub fn of(form: &str, vocabulary: &Vocabulary) -> Self {
        let form = usual_mark(form);
        let bytes = form.as_bytes();
        let (hashes, shape) = read(bytes);
        let folded = |at: usize| bytes.get(at).map_or(0, |byte| u64::from(fold(*byte)));
        let from_end = |back: usize| bytes.len().checked_sub(back).map_or(0, folded);
        let pair = from_end(1) | from_end(2) << 8;
        let word = vocabulary.word(hashes);
        Self {
            word,
            class: vocabulary.class(word, hashes),
            suffix2: mixed(pair, 10) as u16,
            suffix3: mixed(pair | from_end(3) << 16, 12) as u16,
            prefix: mixed(folded(0) | folded(1) << 8 | folded(2) << 16, 11) as u16,
            shape,
            is_long: bytes.len() >= 4,
        }
    }
}

/// The hashes of a form, for the vocabulary.
pub fn hashes(form: &str) -> Hashes {
    read(usual_mark(form).as_bytes()).0
}

/// Marks of one function as one mark.
fn usual_mark(form: &str) -> &str {
    match form.as_bytes() {
        [b'-', b'-', ..] => "–",
        [b'.', b'.', b'.', ..] => "...",
        [0xC2..=0xFF, ..] => match form {
            "“" | "„" | "‟" | "«" => "“",
            "”" | "»" => "”",
            "‘" | "‚" | "‹" => "‘",
            "’" | "›" => "’",
            "’s" | "’S" => "'s",
            "–" | "—" | "‒" | "―" | "−" => "–",
            "‐" | "‑" => "-",
            "…" => "...",
            _ => form,
        },
        _ => form,
    }
}

const fn fold(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => b'0',
        _ => byte.to_ascii_lowercase(),
    }
}

/// Hashes and shape in one pass. Digits count as one digit, but for years: amounts are many.
fn read(bytes: &[u8]) -> (Hashes, Shape) {
    let (mut exact, mut folded) = (BASIS, BASIS);
    let (mut upper, mut lower, mut digits) = (0_u32, 0_u32, 0_u32);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // A curly apostrophe within a word is a straight one.
        let is_curly = byte == 0xE2 && bytes.len() > 3 && bytes.get(at + 1..at + 3) == Some(&[0x80, 0x99]);
        let (byte, width) = if is_curly { (b'\'', 3) } else { (byte, 1) };
        at += width;
        match byte {
            b'a'..=b'z' | 0x80.. => lower += 1,
            b'A'..=b'Z' => upper += 1,
            b'0'..=b'9' => digits += 1,
            _ => {}
        }
        let kept = if byte.is_ascii_digit() { b'0' } else { byte };
        exact = (exact ^ u64::from(kept)).wrapping_mul(PRIME);
        folded = (folded ^ u64::from(fold(byte))).wrapping_mul(PRIME);
    }
    if let [b'1', b'9', _, _] | [b'2', b'0', _, _] = bytes
        && digits == 4
    {
        exact = !BASIS;
        folded = !BASIS;
    }
    (Hashes { exact: mixed(exact, 32), folded: mixed(folded, 32) }, shape(bytes, upper, lower, digits))
}

fn shape(bytes: &[u8], upper: u32, lower: u32, digits: u32) -> Shape {
    let first_upper = bytes.first().is_some_and(u8::is_ascii_uppercase);
    match (upper, lower, digits) {
        (0, 0, 0) => Shape::Mark,
        (0, 0, _) => Shape::Number,
        (_, _, 1..) => Shape::Digits,
        _ if bytes.last() == Some(&b'.') => Shape::Abbreviation,
        (0, ..) if bytes.len() <= 3 && bytes.first().is_some_and(|byte| *byte >= 0xE2) => Shape::Mark,
        (0, ..) => Shape::Lower,
        (1, 0, _) => Shape::Letter,
        (_, 0, _) => Shape::Upper,
        (1, ..) if first_upper => Shape::Capital,
        _ => Shape::Mixed,
    }
}

/// Tells capitals that say something of a word from those that say something of the sentence.
pub fn mark_style(lexemes: &mut [Lexeme]) {
    let (mut lower, mut long_lower, mut capital, mut upper, mut letter) = (0, 0, 0, 0, 0);
    for lexeme in lexemes.iter() {
        match lexeme.shape {
            Shape::Lower => {
                lower += 1;
                long_lower += usize::from(lexeme.is_long);
            }
            Shape::Capital | Shape::Mixed => capital += 1,
            Shape::Upper => upper += 1,
            Shape::Letter => letter += 1,
            _ => {}
        }
    }
    let (from, to) = if upper >= 2 && lower == 0 && capital == 0 {
        (Shape::Upper, Shape::UpperOfMany)
    } else if lower >= 3 && capital + upper + letter == 0 {
        (Shape::Lower, Shape::LowerOfMany)
    } else if capital >= 3 && long_lower == 0 && 3 * capital > 2 * lower {
        (Shape::Capital, Shape::CapitalOfMany)
    } else {
        return;
    };
    for lexeme in lexemes.iter_mut() {
        if lexeme.shape == from || (to == Shape::UpperOfMany && lexeme.shape == Shape::Letter) {
            lexeme.shape = to;
        }
    }
}
