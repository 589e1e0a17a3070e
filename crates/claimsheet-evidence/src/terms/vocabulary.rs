//! The words and terms of all documents, each with a number, so that a search compares numbers.

use super::{term, words};
use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

/// A term of the documents, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Term(u32);

/// A word of the documents as it is written, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Word(u32);

impl Term {
    /// Its number: less than [`Vocabulary::terms`].
    pub(crate) fn number(self) -> usize {
        self.0 as usize
    }
}

impl Word {
    /// Its number, in the order of [`Vocabulary::words`].
    pub(crate) fn number(self) -> usize {
        self.0 as usize
    }
}

/// Every word and term that was met, and how rare each term is among the passages that are searched.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// Each word with its term, so that a word is stemmed once.
    words: IndexMap<Box<str>, Option<Term>, FxBuildHasher>,
    terms: IndexSet<Box<str>, FxBuildHasher>,
    /// In how many passages each term stands.
    counts: Vec<u32>,
    passages: u32,
}

impl Vocabulary {
    /// The words of a text, each with the byte where it begins, and its term.
    pub(crate) fn read(&mut self, text: &str) -> Vec<(usize, Word, Option<Term>)> {
        let mut read = Vec::with_capacity(text.len() / 6);
        for (at, word) in words(text) {
            let (word, term) = self.add(word);
            read.push((at, word, term));
        }
        read
    }

    /// The terms of a text, each with the byte where it begins.
    pub(crate) fn read_terms(&mut self, text: &str) -> Vec<(usize, Term)> {
        words(text).filter_map(|(at, word)| Some((at, self.add(word).1?))).collect()
    }

    fn add(&mut self, word: &str) -> (Word, Option<Term>) {
        if let Some((number, _, term)) = self.words.get_full(word) {
            return (Word(number as u32), *term);
        }
        let term = term(word).map(|term| self.add_term(&term));
        let (number, _) = self.words.insert_full(word.into(), term);
        (Word(number as u32), term)
    }

    /// The number of a term, which is a new one where it was not met before.
    pub(crate) fn add_term(&mut self, term: &str) -> Term {
        let known = self.terms.get_index_of(term);
        Term(known.unwrap_or_else(|| self.terms.insert_full(term.into()).0) as u32)
    }

    /// Counts a passage that has these terms.
    pub(crate) fn count(&mut self, mut terms: Vec<Term>) {
        self.passages += 1;
        terms.sort_unstable();
        terms.dedup();
        self.counts.resize(self.terms.len(), 0);
        for term in terms {
            if let Some(count) = self.counts.get_mut(term.number()) {
                *count += 1;
            }
        }
    }

    /// The number of a term; none where no document has it.
    pub(crate) fn find(&self, term: &str) -> Option<Term> {
        self.terms.get_index_of(term).map(|number| Term(number as u32))
    }

    /// The numbers of those terms that the documents have.
    pub(crate) fn known<'a>(&self, terms: impl IntoIterator<Item = &'a String>) -> Vec<Term> {
        terms.into_iter().filter_map(|term| self.find(term)).collect()
    }

    /// The terms of a text that the documents have.
    pub(crate) fn terms_of(&self, text: &str) -> Vec<Term> {
        super::terms(text).iter().filter_map(|(_, term)| self.find(term)).collect()
    }

    /// A term as it is written.
    pub(crate) fn text(&self, term: Term) -> &str {
        self.terms.get_index(term.number()).map_or("", |text| text)
    }

    /// All terms, in the order of their numbers.
    pub(crate) fn terms(&self) -> impl ExactSizeIterator<Item = &str> {
        self.terms.iter().map(|term| &**term)
    }

    /// All words as they are written.
    pub(crate) fn words(&self) -> impl ExactSizeIterator<Item = (Word, &str)> {
        self.words.keys().enumerate().map(|(number, word)| (Word(number as u32), &**word))
    }

    /// The weight of a term: 1 where nearly every passage has it, more the fewer do.
    pub(crate) fn weight(&self, term: &str) -> f64 {
        (1.0 + f64::from(self.passages) / (1.0 + f64::from(self.passages_with(term)))).ln()
    }

    /// In how many passages a term stands.
    pub(crate) fn passages_with(&self, term: &str) -> u32 {
        self.find(term).and_then(|term| self.counts.get(term.number())).copied().unwrap_or(0)
    }

    /// Whether a term stands in a passage.
    pub(crate) fn knows(&self, term: &str) -> bool {
        self.passages_with(term) > 0
    }
}
