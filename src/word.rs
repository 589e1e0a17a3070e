//! Words as numbers. Every detector asks of every word whether it is one of a few; a number is
//! compared at once, and hashed once. The build script uses this file too.

/// A word, whatever its capitals and apostrophes, as one number: FNV-1a over its bytes with ASCII
/// letters lowered and curly apostrophes made straight. Two words of one language with one number
/// are not to be expected (one pair in 2⁶⁴), so that it stands for the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u64);

/// FNV's offset basis.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV's prime.
const PRIME: u64 = 0x0100_0000_01b3;

/// 2⁶⁴ divided by the golden ratio: its product's upper bits depend on all bits.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Word {
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

    /// The words of a text: runs of letters and digits. A possessive's `s` is none.
    pub fn of_text(text: &str) -> Vec<Self> {
        let mut words = Vec::with_capacity(text.len() / 5);
        let mut rest = text;
        loop {
            let (gap, tail) = rest.split_at(first(rest, true));
            if tail.is_empty() {
                return words;
            }
            let before = gap.chars().next_back();
            let (word, behind) = tail.split_at(first(tail, false));
            if word != "s" || !matches!(before, Some('\'' | '’')) {
                words.push(if word.is_ascii() { Self::of(word) } else { Self::of(&word.to_lowercase()) });
            }
            rest = behind;
        }
    }

    /// The number of the word with more of its bytes behind it.
    #[must_use]
    pub const fn and(self, bytes: &[u8]) -> Self {
        let mut number = self.0;
        let mut rest = bytes;
        while let [byte, tail @ ..] = rest {
            let (byte, tail) = match rest {
                [0xE2, 0x80, 0x99, tail @ ..] => (b'\'', tail),
                _ => (byte.to_ascii_lowercase(), tail),
            };
            number = (number ^ byte as u64).wrapping_mul(PRIME);
            rest = tail;
        }
        Self(number)
    }

    /// The number itself.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Where the search for the word begins in a table of so many slots, a power of two above 1.
    pub const fn slot(self, slots: usize) -> usize {
        (self.0.wrapping_mul(GOLDEN) >> (64 - slots.trailing_zeros())) as usize
    }
}

/// The first byte of a letter or digit, or of what is neither; the text's length where there is none.
/// Nearly every sign has one byte, which is asked without being decoded.
fn first(text: &str, is_part_of_word: bool) -> usize {
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let (is_part, width) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            let sign = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(char::REPLACEMENT_CHARACTER);
            (sign.is_alphanumeric(), sign.len_utf8())
        };
        if is_part == is_part_of_word {
            return at;
        }
        at += width;
    }
    text.len()
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
    pub fn get(&self, word: Word) -> Option<usize> {
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
pub struct Few {
    first: u32,
    end: u32,
}

impl Few {
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

/// The numbers of words, made when the program is compiled: `words!["the", "a"]` is a `&'static [Word]`.
macro_rules! words {
    ($($word:expr),* $(,)?) => {
        const { &$crate::word::Word::all([$($word),*]) }
    };
}

/// The number of a word, made when the program is compiled.
macro_rules! word {
    ($word:expr) => {
        const { $crate::word::Word::of($word) }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_curls_make_no_other_word() {
        assert_eq!(Word::of("Don’t"), Word::of("don't"));
        assert_ne!(Word::of("dont"), Word::of("don't"));
        assert_eq!(Word::of("The").and(b"Re"), Word::of("there"));
    }

    #[test]
    fn the_words_of_a_text_are_its_runs_of_letters_and_digits() {
        assert_eq!(Word::of_text("Éva’s 2 piers—old, “new”…"), words!["éva", "2", "piers", "old", "new"]);
        assert_eq!(Word::of_text(" – … "), &[]);
    }

    #[test]
    fn a_list_holds_the_number_of_each_of_its_words() {
        assert_eq!(words!["the", "A"], &[Word::of("the"), word!("a")]);
    }
}
