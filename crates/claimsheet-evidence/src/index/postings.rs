//! In which sentences and cells each word stands.

use super::{Index, Unit};
use crate::terms::Word;
use rustc_hash::FxHashMap;

/// Of each word of a vocabulary where it stands.
#[derive(Debug)]
pub(super) struct Postings {
    /// The numbers of the units that have a word, in their order.
    units: Vec<Vec<u32>>,
    /// The words that are the same when they are [`bare`].
    forms: FxHashMap<String, Vec<Word>>,
}

/// A text as it is compared, whatever its capitals and apostrophes are.
pub(crate) fn plain(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// A word as it is compared, without the marks and the genitive at its end.
pub(crate) fn bare(word: &str) -> String {
    let plain = plain(word);
    let word = plain.trim_matches('\'');
    word.strip_suffix("'s").unwrap_or(word).to_owned()
}

impl Postings {
    fn of(index: &Index<'_>) -> Self {
        let mut units: Vec<Vec<u32>> = vec![Vec::new(); index.vocabulary.words().len()];
        for (number, unit) in (0_u32..).zip(&index.units) {
            for word in &unit.words {
                if let Some(of_word) = units.get_mut(word.number())
                    && of_word.last() != Some(&number)
                {
                    of_word.push(number);
                }
            }
        }
        let mut forms: FxHashMap<String, Vec<Word>> = FxHashMap::default();
        for (word, text) in index.vocabulary.words() {
            forms.entry(bare(text)).or_default().push(word);
        }
        Self { units, forms }
    }

    fn with(&self, word: Word) -> &[u32] {
        self.units.get(word.number()).map_or(&[], Vec::as_slice)
    }
}

impl Index<'_> {
    fn postings(&self) -> &Postings {
        self.postings.get_or_init(|| Postings::of(self))
    }

    /// The units that have a word for which `is_wanted` holds, in their order.
    pub(crate) fn units_where(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<&Unit> {
        let words = self.vocabulary.words().filter(|(_, text)| is_wanted(text));
        self.units_of(words.map(|(word, _)| word))
    }

    /// The units that have one of the words, whatever its capitals and its ending as a genitive are, in their order.
    pub(crate) fn units_with<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<&Unit> {
        let forms = &self.postings().forms;
        self.units_of(words.into_iter().filter_map(|word| forms.get(&bare(word))).flatten().copied())
    }

    fn units_of(&self, words: impl Iterator<Item = Word>) -> Vec<&Unit> {
        let postings = self.postings();
        let mut numbers: Vec<u32> = words.flat_map(|word| postings.with(word)).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter_map(|number| self.units.get(number as usize)).collect()
    }
}
