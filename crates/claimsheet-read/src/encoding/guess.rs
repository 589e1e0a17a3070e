//! What encoding bytes are in, where nobody says.

use super::Choice;
use crate::ReadError;
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes of a file by which UTF-16 is told.
const LOOKED_AT: usize = 4096;

/// Letters beyond ASCII by which one-byte encodings are told apart.
const WEIGHED: usize = 4096;

/// The encoding of `bytes`: by the byte order mark, else UTF-8 if they are that or nearly, else
/// UTF-16 by where the NULs are, else the more plausible of Windows-1252 and Mac Roman.
pub(super) fn choose(bytes: &[u8]) -> Result<Choice, ReadError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(Choice { encoding, guessed: false });
    }
    let guess = |encoding| Ok(Choice { encoding, guessed: true });
    if let Some(offset) = memchr::memchr(0, bytes) {
        return utf_16(bytes).map_or(Err(ReadError::Binary { offset }), guess);
    }
    let Err(error) = std::str::from_utf8(bytes) else {
        return guess(UTF_8);
    };
    if is_mostly_utf_8(bytes) {
        return guess(UTF_8);
    }
    is_text(bytes, error.valid_up_to())?;
    let better = score(bytes, MACINTOSH) > score(bytes, WINDOWS_1252);
    guess(if better { MACINTOSH } else { WINDOWS_1252 })
}

/// UTF-16 of mostly Latin letters has a NUL in every second place and hardly any in the others.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or(bytes);
    let nuls = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (nuls(0), nuls(1), sample.len() / 2);
    let most = |these: usize, others: usize| half > 1 && these * 2 > half && others * 10 <= these;
    if most(odd, even) { Some(UTF_16LE) } else { most(even, odd).then_some(UTF_16BE) }
}

/// Whether there are more characters of several bytes than places that break UTF-8: a file put
/// together from two.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// Whether bytes that are not UTF-8 are text in some encoding of Latin letters: hardly any control
/// characters, and far more ASCII than else.
fn is_text(bytes: &[u8], first: usize) -> Result<(), ReadError> {
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127);
    let controls = bytes.iter().filter(|byte| is_control(byte)).count();
    if controls * 100 > bytes.len() {
        let offset = bytes.iter().position(is_control).unwrap_or(0);
        return Err(ReadError::Binary { offset });
    }
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    if high * 3 > bytes.len() {
        let line = memchr::memchr_iter(b'\n', bytes.get(..first).unwrap_or_default()).count() + 1;
        return Err(ReadError::UnknownEncoding { offset: first, line });
    }
    Ok(())
}

/// How plausible the characters beyond ASCII are where they stand, if `bytes` are in `encoding`.
fn score(bytes: &[u8], encoding: &'static Encoding) -> i64 {
    let letter = |byte: u8| encoding.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or('\u{fffd}');
    let high = bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80).take(WEIGHED);
    high.map(|(at, byte)| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before)).map(|byte| letter(*byte));
        let after = bytes.get(at + 1).map(|byte| letter(*byte));
        plausibility(before, letter(*byte), after)
    })
    .sum()
}

/// How well `letter` fits between its neighbours in English or another language of Latin letters.
fn plausibility(before: Option<char>, letter: char, after: Option<char>) -> i64 {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (left, right) = (is_word(before), is_word(after));
    let is_gap = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([{—–-\"'“”‘’.,;:!?…)]}".contains(c));
    match letter {
        '’' if left => 3,
        '“' | '‘' if is_gap(before) && right => 3,
        '”' | '’' if !is_gap(before) || before.is_some_and(|c| !c.is_whitespace()) => 2,
        '“' | '‘' | '”' | '’' => 0,
        '—' | '–' if left == right => 2,
        '—' | '–' | '…' | '•' => 1,
        '£' | '€' if after.is_some_and(char::is_numeric) => 3,
        '\u{a0}' | '°' | '½' | '¼' | '¾' | '§' | '©' | '®' | '™' if !(left && right) => 1,
        letter if letter.is_lowercase() => i64::from(left) + i64::from(right),
        letter if letter.is_uppercase() => {
            let within = before.is_some_and(char::is_lowercase) || before.is_some_and(char::is_numeric);
            if within { -3 } else { i64::from(right) }
        }
        '\u{80}'..='\u{9f}' | '\u{fffd}' => -5,
        _ if left && right => -3,
        _ => -1,
    }
}
