//! Hashed pieces of a sentence's words: words, pairs and triples of words, and runs of two to five
//! characters of a word. The same code serves training and the program.

use std::ops::Range;

/// How many numbers a piece can have.
pub const BUCKETS: usize = 1 << 16;

/// Longest word, in bytes, whose characters are looked at; the rest is cut.
const LONGEST_WORD: usize = 30;

/// Most characters of a run within a word.
const LONGEST_RUN: usize = 5;

/// Calls `each` with the number of each piece of `text` and the bytes of the word that it ends in.
/// Letters count in lower case, each digit as 0, a curly apostrophe as a straight one.
pub fn pieces(text: &str, mut each: impl FnMut(u16, Range<usize>)) {
    words(text, |word, place| {
        word.joined(|piece| each(piece, place.clone()));
        word.runs(|piece| each(piece, place.clone()));
    });
}

/// A word of a sentence as its pieces are made: lowered, between two spaces, with the words before it.
pub(super) struct PieceWord<'a> {
    padded: &'a [u8],
    /// The word by itself: equal for words with equal [`runs`](Self::runs).
    pub(super) whole: u64,
    last: u64,
    before: u64,
}

impl PieceWord<'_> {
    /// The word, and it with one and two words before it.
    pub(super) fn joined(&self, mut each: impl FnMut(u16)) {
        each(number(self.whole));
        each(number(join(self.last, self.whole)));
        if self.before != 0 {
            each(number(join(join(self.before, self.last), self.whole)));
        }
    }

    /// The runs of characters in it.
    pub(super) fn runs(&self, mut each: impl FnMut(u16)) {
        for start in 0..self.padded.len() {
            let mut run = RUN_SEED;
            for (taken, byte) in self.padded.get(start..).unwrap_or_default().iter().take(LONGEST_RUN).enumerate() {
                run = fold(run, &[*byte]);
                if taken > 0 {
                    each(number(run));
                }
            }
        }
    }
}

/// Calls `each` with every word of `text` and its bytes.
pub(super) fn words(text: &str, mut each: impl FnMut(&PieceWord<'_>, Range<usize>)) {
    let mut buffer = [b' '; LONGEST_WORD + 2];
    let (mut last, mut before) = (fold(SEED, b"^"), 0);
    let mut at = 0;
    while let Some(place) = next_word(text.as_bytes(), at) {
        at = place.end;
        let length = lower(text.as_bytes().get(place.clone()).unwrap_or_default(), &mut buffer);
        let padded = buffer.get(..length + 2).unwrap_or_default();
        let whole = fold(SEED, padded);
        each(&PieceWord { padded, whole, last, before }, place);
        (before, last) = (last, whole);
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const RUN_SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a.
fn fold(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
}

fn join(first: u64, second: u64) -> u64 {
    (first.rotate_left(17) ^ second).wrapping_mul(PRIME)
}

/// The upper bits of a multiplicative hash, which depend on all bits.
fn number(hash: u64) -> u16 {
    (hash.wrapping_mul(RUN_SEED) >> 48) as u16
}

/// The next word at or behind `at`: letters, digits, apostrophes within, and bytes beyond ASCII;
/// or a question or exclamation mark.
fn next_word(text: &[u8], at: usize) -> Option<Range<usize>> {
    let start = at + text.get(at..)?.iter().position(|byte| is_part(*byte) || matches!(byte, b'?' | b'!'))?;
    let rest = text.get(start..)?;
    let length = rest.iter().take_while(|byte| is_part(**byte) || **byte == b'\'').count();
    Some(start..start + length.max(1))
}

const fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Writes the lowered word between two spaces; returns its length without them.
fn lower(word: &[u8], buffer: &mut [u8; LONGEST_WORD + 2]) -> usize {
    let (mut length, mut at) = (0, 0);
    while let Some((byte, slot)) =
        word.get(at).zip(buffer.get_mut(1..=LONGEST_WORD).and_then(|all| all.get_mut(length)))
    {
        let is_curl = *byte == 0xE2 && word.get(at..at + 3) == Some("’".as_bytes());
        *slot = match byte {
            _ if is_curl => b'\'',
            b'0'..=b'9' => b'0',
            _ => byte.to_ascii_lowercase(),
        };
        length += 1;
        at += if is_curl { 3 } else { 1 };
    }
    if let Some(slot) = buffer.get_mut(length + 1) {
        *slot = b' ';
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<u16> {
        let mut all = Vec::new();
        pieces(text, |piece, _| all.push(piece));
        all
    }

    #[test]
    fn capitals_digits_and_curls_make_no_other_piece() {
        assert_eq!(numbers("It’s 1984, Lund"), numbers("it's 2026 LUND"));
        assert_ne!(numbers("it is so"), numbers("so it is"));
    }

    #[test]
    fn pieces_stay_the_same_on_every_machine() {
        assert_eq!(numbers("a?").len(), 11);
        let sum: u64 = numbers("The quay opened in 1931.").iter().map(|piece| u64::from(*piece)).sum();
        assert_eq!(sum, 2_666_964);
    }

    #[test]
    fn each_piece_names_a_word_of_the_text() {
        let text = "Ötzi’s  café — 3,000 years old!";
        let mut words: Vec<&str> = Vec::new();
        pieces(text, |_, word| words.push(&text[word]));
        words.dedup();
        assert_eq!(words, ["Ötzi’s", "café", "—", "3", "000", "years", "old", "!"]);
    }
}
