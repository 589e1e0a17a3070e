//! What the networks look at. Training uses the same functions, so that training and use cannot
//! differ.

pub mod naming;
pub mod parsing;
pub mod tagging;

use crate::lexeme::Lexeme;

/// Where each of several tables begins when they lie one behind the other, and their total.
const fn bases<const COUNT: usize>(sizes: [usize; COUNT]) -> ([u32; COUNT], usize) {
    let mut bases = [0; COUNT];
    let (mut at, mut total) = (0, 0);
    while at < COUNT {
        bases[at] = total as u32;
        total += sizes[at];
        at += 1;
    }
    (bases, total)
}

/// A word's number in a table of the `limit` most frequent ones.
const fn frequent(lexeme: &Lexeme, limit: usize) -> usize {
    if (lexeme.word as usize) < limit { lexeme.word as usize } else { Lexeme::UNKNOWN as usize }
}

/// A number below 2 to the `bits` for a few small numbers.
const fn hashed(numbers: [usize; 3], bits: u32) -> usize {
    let all = numbers[0] as u64 | (numbers[1] as u64) << 16 | (numbers[2] as u64) << 32;
    ((all.wrapping_add(1)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - bits)) as usize
}
