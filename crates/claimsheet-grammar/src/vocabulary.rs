//! The words that the networks know one by one.

use crate::lexeme::{Hashes, Lexeme};

/// Slots a word may lie in behind its own before it counts as unknown.
const REACH: usize = 16;

/// A table from hashes of words to their numbers.
///
/// A word in small letters stands for all its spellings, unless the vocabulary has a spelling of
/// its own for it: `US` and `us`, `May` and `may`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Vocabulary<'a> {
    /// A power of two of slots: 16 bits of the hash, 16 bits of the word's number, little-endian;
    /// number 0 is an empty slot.
    slots: &'a [[u8; 4]],
    /// Of each word: its class.
    classes: &'a [u8],
    /// A power of two of slots for rarer words: 16 bits of the hash, and the class; class 0 is an
    /// empty slot.
    rare: &'a [[u8; 3]],
}

impl<'a> Vocabulary<'a> {
    /// Reads the tables: of words, of their classes, and of the classes of rarer words.
    ///
    /// # Errors
    ///
    /// When a table has no power of two of slots.
    pub fn parse(slots: &'a [u8], classes: &'a [u8], rare: &'a [u8]) -> Result<Self, &'static str> {
        match (slots.as_chunks(), rare.as_chunks()) {
            ((slots, []), (rare, [])) if slots.len().is_power_of_two() && rare.len().is_power_of_two() => {
                Ok(Self { slots, classes, rare })
            }
            _ => Err("the vocabulary has no power of two of slots"),
        }
    }

    /// Makes a table of `slots` slots, a power of two, out of hashes and classes from 1. Words for
    /// which there is no place are left out.
    pub fn build_rare(words: &[(u32, u8)], slots: usize) -> Vec<u8> {
        let mut table = vec![[0_u8; 3]; slots];
        for &(hash, class) in words {
            let mark = (hash as u16).to_le_bytes();
            if let Some(slot) = Self::places(hash, slots).find(|at| table[*at][2] == 0) {
                table[slot] = [mark[0], mark[1], class];
            }
        }
        table.concat()
    }

    /// What a word mostly is: a number for its tag and part in entities together, 0 if it was seen
    /// too rarely.
    pub fn class(&self, word: u16, hashes: Hashes) -> u8 {
        if word != Lexeme::UNKNOWN {
            return self.classes.get(usize::from(word)).copied().unwrap_or(0);
        }
        if self.rare.is_empty() {
            return 0;
        }
        let mark = (hashes.folded as u16).to_le_bytes();
        for at in Self::places(hashes.folded, self.rare.len()) {
            match self.rare.get(at) {
                Some([.., 0]) | None => return 0,
                Some([low, high, class]) if [*low, *high] == mark => return *class,
                Some(_) => {}
            }
        }
        0
    }

    /// Makes a table of `slots` slots, a power of two, out of hashes and numbers from 1.
    ///
    /// # Errors
    ///
    /// When the table is too full, or two words have one hash.
    pub fn build(words: &[(u32, u16)], slots: usize) -> Result<Vec<u8>, &'static str> {
        let mut table = vec![[0_u8; 4]; slots];
        for &(hash, number) in words {
            let mark = (hash as u16).to_le_bytes();
            let slot = Self::places(hash, slots)
                .find(|at| table[*at][2..] == [0, 0] || table[*at][..2] == mark)
                .ok_or("the vocabulary is too full")?;
            if table[slot][2..] != [0, 0] {
                continue;
            }
            let [low, high] = number.to_le_bytes();
            table[slot] = [mark[0], mark[1], low, high];
        }
        Ok(table.concat())
    }

    fn places(hash: u32, slots: usize) -> impl Iterator<Item = usize> {
        let first = (hash >> 8) as usize;
        (0..REACH).map(move |step| (first + step) & (slots - 1))
    }

    /// The number of a word as it is written, or else in small letters, or else
    /// [`Lexeme::UNKNOWN`].
    pub fn word(&self, hashes: Hashes) -> u16 {
        if hashes.exact != hashes.folded
            && let Some(number) = self.find(hashes.exact)
        {
            return number;
        }
        self.find(hashes.folded).unwrap_or(Lexeme::UNKNOWN)
    }

    fn find(&self, hash: u32) -> Option<u16> {
        if self.slots.is_empty() {
            return None;
        }
        for at in Self::places(hash, self.slots.len()) {
            let &[low_mark, high_mark, low, high] = self.slots.get(at)?;
            let number = u16::from_le_bytes([low, high]);
            if number == 0 {
                return None;
            }
            if u16::from_le_bytes([low_mark, high_mark]) == hash as u16 {
                return Some(number);
            }
        }
        None
    }
}
