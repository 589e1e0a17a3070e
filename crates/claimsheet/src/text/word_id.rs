//! Words as numbers. Every detector asks of every word whether it is one of a few; a number is
//! compared at once, and hashed once. The build script uses this file too.

use std::ops::Range;

/// A word, whatever its capitals and apostrophes, as one number: FNV-1a over its bytes with ASCII
/// letters lowered and curly apostrophes made straight. Two words of one language with one number
/// are not to be expected (one pair in 2⁶⁴), so that it stands for the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u64);

/// FNV's offset basis.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV's prime.
const PRIME: u64 = 0x0100_0000_01b3;

/// 2⁶⁴ divided by the golden ratio: its product's upper bits depend on all bits.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl WordId {
    /// The number of no letters at all.
    pub const EMPTY: Self = Self(BASIS);

    /// The number of `word`.
    pub const fn of(word: &str) -> Self {
        Self::EMPTY.and(word.as_bytes())
    }

    /// The numbers of `words`.
    pub const fn all<const COUNT: usize>(words: [&str; COUNT]) -> [Self; COUNT] {
        let mut all = [Self::EMPTY; COUNT];
        let mut at = 0;
        while at < COUNT {
            all[at] = Self::of(words[at]);
            at += 1;
        }
        all
    }

    /// The regular forms of verbs that end in a consonant or -e: add, adds, added, adding.
    pub const fn verbs<const COUNT: usize>(words: [&str; COUNT]) -> [[Self; 4]; COUNT] {
        let mut all = [[Self::EMPTY; 4]; COUNT];
        let mut at = 0;
        while at < COUNT {
            let ([stem @ .., b'e'] | stem) = words[at].as_bytes();
            let (stem, base) = (Self::EMPTY.and(stem), Self::of(words[at]));
            all[at] = [base, base.and(b"s"), stem.and(b"ed"), stem.and(b"ing")];
            at += 1;
        }
        all
    }

    /// The words of a text: runs of letters and digits. A possessive's `s` is none.
    pub fn of_text(text: &str) -> Vec<Self> {
        let mut words = Vec::with_capacity(text.len() / 5);
        words.extend(Self::in_text(text).map(|(word, _)| word));
        words
    }

    /// As [`of_text`](Self::of_text), one after the other, each with its bytes, half-open.
    pub fn in_text(text: &str) -> impl Iterator<Item = (Self, Range<usize>)> {
        const OF_POSSESSIVE: WordId = WordId::of("s");
        let is_apart = |place: &Range<usize>| !text.get(..place.start).is_some_and(|gap| gap.ends_with(['\'', '’']));
        let mut at = 0;
        let words = std::iter::from_fn(move || {
            let (word, place) = Self::next(text, at)?;
            at = place.end;
            Some((word, place))
        });
        words.filter(move |(word, place)| *word != OF_POSSESSIVE || is_apart(place))
    }

    /// The first run of letters and digits that begins at byte `at` of `text` or behind it, and its bytes,
    /// half-open. `at` lies within no character.
    fn next(text: &str, at: usize) -> Option<(Self, Range<usize>)> {
        let bytes = text.as_bytes();
        let start = first_part(text, at)?;
        let (mut end, mut number) = (start, BASIS);
        while let Some(part @ 1..) = bytes.get(end).map(|byte| PARTS[*byte as usize]) {
            number = (number ^ u64::from(part)).wrapping_mul(PRIME);
            end += 1;
        }
        if bytes.get(end).is_none_or(u8::is_ascii) {
            return Some((Self(number), start..end));
        }
        let rest = text.get(end..)?;
        let length = rest.find(|sign| !is_part(sign)).unwrap_or(rest.len());
        let word = text.get(start..end + length)?;
        Some((if length == 0 { Self(number) } else { Self::of(&word.to_lowercase()) }, start..end + length))
    }

    /// The number of the word with more of its bytes behind it.
    #[must_use]
    pub const fn and(self, bytes: &[u8]) -> Self {
        let mut number = self.0;
        let mut at = 0;
        while at < bytes.len() {
            let is_curl = bytes[at] == 0xE2 && at + 2 < bytes.len() && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99;
            let byte = if is_curl { b'\'' } else { bytes[at].to_ascii_lowercase() };
            number = (number ^ byte as u64).wrapping_mul(PRIME);
            at += if is_curl { 3 } else { 1 };
        }
        Self(number)
    }

    /// The number of this word, or of several in a row, with one more behind: of `New` and `Delhi`.
    #[must_use]
    pub const fn joined(self, next: Self) -> Self {
        self.and(&next.0.to_le_bytes())
    }

    /// The number itself.
    #[allow(dead_code, reason = "the build script asks for it")]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Where the search for the word begins in a table of so many slots, a power of two above 1.
    pub const fn slot(self, slots: usize) -> usize {
        (self.0.wrapping_mul(GOLDEN) >> (64 - slots.trailing_zeros())) as usize
    }
}

/// Of each byte that is a letter or digit, the small letter or digit; else 0.
static PARTS: [u8; 256] = {
    let mut parts = [0; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        if byte.is_ascii_alphanumeric() {
            parts[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    parts
};

/// Whether a sign is a letter or digit. Dashes and curly quotation marks, which most signs beyond ASCII are,
/// need not be looked up.
fn is_part(sign: char) -> bool {
    !matches!(sign, '\u{2000}'..='\u{203f}') && sign.is_alphanumeric()
}

/// The first byte of a letter or digit at `at` or behind it.
fn first_part(text: &str, at: usize) -> Option<usize> {
    let mut start = at;
    loop {
        let byte = *text.as_bytes().get(start)?;
        if PARTS[byte as usize] != 0 {
            return Some(start);
        }
        if byte.is_ascii() {
            start += 1;
            continue;
        }
        let sign = text.get(start..)?.chars().next()?;
        if is_part(sign) {
            return Some(start);
        }
        start += sign.len_utf8();
    }
}

/// What is known of words: open addressing with linear probing over keys that are hashes already
/// (Knuth, The Art of Computer Programming 3, 6.4).
#[derive(Debug)]
pub struct Table {
    /// At each slot a word's number, or 0; their count is a power of two, and some are free.
    pub(crate) words: &'static [u64],
    /// At each slot what the word leads to.
    pub(crate) values: &'static [u16],
}

impl Table {
    /// What `word` leads to.
    pub fn get(&self, word: WordId) -> Option<usize> {
        let mask = self.words.len().wrapping_sub(1);
        let mut slot = word.slot(self.words.len());
        loop {
            match self.words.get(slot)? {
                0 => return None,
                known if *known == word.0 => return self.values.get(slot).map(|value| usize::from(*value)),
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}

/// A few things that stand together in a list of all, by their places: half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexRange {
    first: u32,
    end: u32,
}

impl IndexRange {
    /// Those from `first` up to `end`.
    pub const fn new(first: u32, end: u32) -> Self {
        Self { first, end }
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.first >= self.end
    }

    /// The things themselves.
    pub fn of<T>(self, all: &[T]) -> &[T] {
        all.get(self.first as usize..self.end as usize).unwrap_or_default()
    }
}

/// The numbers of words, made when the program is compiled: `words!["the", "a"]` is a `&'static [WordId]`.
macro_rules! words {
    ($($word:expr),* $(,)?) => {
        const { &$crate::text::word_id::WordId::all([$($word),*]) }
    };
}

/// The number of a word, made when the program is compiled.
macro_rules! word {
    ($word:expr) => {
        const { $crate::text::word_id::WordId::of($word) }
    };
}

/// The forms of regular verbs: `verbs!["add"]` is `words!["add", "adds", "added", "adding"]`.
macro_rules! verbs {
    ($($word:expr),* $(,)?) => {
        const { &$crate::text::word_id::WordId::verbs([$($word),*]) }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_curls_make_no_other_word() {
        assert_eq!(WordId::of("Don’t"), WordId::of("don't"));
        assert_ne!(WordId::of("dont"), WordId::of("don't"));
        assert_eq!(WordId::of("The").and(b"Re"), WordId::of("there"));
    }

    #[test]
    fn the_words_of_a_text_are_its_runs_of_letters_and_digits() {
        assert_eq!(WordId::of_text("Éva’s 2 piers—old, “new”…"), words!["éva", "2", "piers", "old", "new"]);
        assert_eq!(WordId::of_text(" – … "), &[]);
    }

    proptest::proptest! {
        #[test]
        fn words_read_byte_by_byte_are_those_between_other_signs(text in "[ a-cA-C1éÉßİ—.²\u{2071}]{0,24}") {
            let runs = text.split(|sign: char| !sign.is_alphanumeric()).filter(|run| !run.is_empty());
            let words: Vec<WordId> = runs.clone().map(|run| WordId::of(&run.to_lowercase())).collect();
            proptest::prop_assert_eq!(WordId::of_text(&text), words);
            let places = WordId::in_text(&text).map(|(_, place)| &text[place]);
            proptest::prop_assert_eq!(places.collect::<Vec<_>>(), runs.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_verb_stands_for_its_regular_forms() {
        let forms = words!["add", "adds", "added", "adding", "halve", "halves", "halved", "halving"];
        assert_eq!(verbs!["add", "halve"].as_flattened(), forms);
    }

    #[test]
    fn a_list_holds_the_number_of_each_of_its_words() {
        assert_eq!(words!["the", "A"], &[WordId::of("the"), word!("a")]);
    }
}
