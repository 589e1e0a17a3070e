//! Words in a row as numbers, made when the program is compiled.

use crate::text::word_id::WordId;

/// Most words of a [`Phrase`].
const MOST: usize = 6;

/// A few words in a row, whatever their capitals: `rate of`, `, or about`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    words: [WordId; MOST],
    length: usize,
}

impl Phrase {
    /// The words of `text`, which single spaces divide. Marks are words of their own: `( about`, `third - quarter`.
    ///
    /// Panics at more than six words, which is an error of the compiler in a constant.
    pub const fn of(text: &str) -> Self {
        let mut phrase = Self { words: [WordId::EMPTY; MOST], length: 0 };
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let mut end = 0;
            while end < rest.len() && rest[end] != b' ' {
                end += 1;
            }
            let (word, after) = rest.split_at(end);
            phrase.words[phrase.length] = WordId::EMPTY.and(word);
            phrase.length += 1;
            rest = if after.is_empty() { after } else { after.split_at(1).1 };
        }
        phrase
    }

    /// The phrases of `texts`.
    pub const fn all<const COUNT: usize>(texts: [&str; COUNT]) -> [Self; COUNT] {
        let mut all = [Self { words: [WordId::EMPTY; MOST], length: 0 }; COUNT];
        let mut at = 0;
        while at < COUNT {
            all[at] = Self::of(texts[at]);
            at += 1;
        }
        all
    }

    /// Its words.
    pub fn words(&self) -> &[WordId] {
        self.words.get(..self.length).unwrap_or_default()
    }
}

/// Phrases, made when the program is compiled: `phrases!["rate of", ", or"]` is a `&'static [Phrase]`.
macro_rules! phrases {
    ($($text:expr),* $(,)?) => {
        const { &$crate::text::phrase::Phrase::all([$($text),*]) }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_holds_the_numbers_of_its_words() {
        assert_eq!(Phrase::of(", or About").words(), WordId::all([",", "or", "about"]));
        assert_eq!(phrases!["rate of", "—"].map(|phrase| phrase.words().len()), [2, 1]);
    }
}
