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
#[cfg(any(test, feature = "internals"))]
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

/// Calls `each` with every word of `text` and its bytes: letters, digits, apostrophes within, and bytes
/// beyond ASCII; or a question or exclamation mark.
pub(super) fn words(text: &str, mut each: impl FnMut(&PieceWord<'_>, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut buffer = [b' '; LONGEST_WORD + 2];
    let (mut last, mut before) = (fold(SEED, b"^"), 0);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let length = if LOWERED[usize::from(*byte)] != 0 {
            lower(bytes.get(at..).unwrap_or_default(), &mut buffer)
        } else if matches!(byte, b'?' | b'!') {
            buffer[1..3].copy_from_slice(&[*byte, b' ']);
            Lowered { letters: 1, bytes: 1 }
        } else {
            at += 1;
            continue;
        };
        let padded = buffer.get(..length.letters + 2).unwrap_or_default();
        let whole = fold(SEED, padded);
        each(&PieceWord { padded, whole, last, before }, at..at + length.bytes);
        (before, last) = (last, whole);
        at += length.bytes;
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

/// Of each byte of a word, what stands for it: a small letter, 0 for a digit; 0 in number for what is no part.
static LOWERED: [u8; 256] = {
    let mut lowered = [0; 256];
    let mut byte = 0_u8;
    loop {
        lowered[byte as usize] = match byte {
            b'0'..=b'9' => b'0',
            b'a'..=b'z' | b'A'..=b'Z' => byte.to_ascii_lowercase(),
            0x80.. => byte,
            _ => 0,
        };
        if byte == u8::MAX {
            break lowered;
        }
        byte += 1;
    }
};

/// How long a word is when it is lowered, and as it stands.
struct Lowered {
    letters: usize,
    bytes: usize,
}

/// Writes the lowered word that `text` begins with between two spaces, as much of it as has room.
fn lower(text: &[u8], buffer: &mut [u8; LONGEST_WORD + 2]) -> Lowered {
    let mut length = Lowered { letters: 0, bytes: 0 };
    while let Some(byte) = text.get(length.bytes) {
        let is_curl = *byte == 0xE2 && text.get(length.bytes..length.bytes + 3) == Some("’".as_bytes());
        let letter = if is_curl || *byte == b'\'' { b'\'' } else { LOWERED[usize::from(*byte)] };
        if letter == 0 {
            break;
        }
        if length.letters < LONGEST_WORD {
            length.letters += 1;
            buffer[length.letters] = letter;
        }
        length.bytes += if is_curl { 3 } else { 1 };
    }
    buffer[length.letters + 1] = b' ';
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
