//! The words of an article, read once for all who ask after them.

use crate::text::span::Span;
use crate::text::word_id::WordId;
use std::ops::Range;

/// The words of a text in its order, each with its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordIndex {
    words: Vec<WordId>,
    places: Vec<Span>,
}

impl WordIndex {
    /// The words of `text`, as [`WordId::in_text`] has them.
    pub fn of(text: &str) -> Self {
        let count = text.len() / 5;
        let mut all = Self { words: Vec::with_capacity(count), places: Vec::with_capacity(count) };
        for (word, place) in WordId::in_text(text) {
            all.words.push(word);
            all.places.push(Span::at(place.start, place.end));
        }
        all
    }

    /// All of them.
    pub fn all(&self) -> &[WordId] {
        &self.words
    }

    /// Those that begin in `span`.
    pub fn within(&self, span: Span) -> &[WordId] {
        self.words.get(self.range(span)).unwrap_or_default()
    }

    /// Those that begin in `span`, each with its place.
    pub fn placed_within(&self, span: Span) -> impl Iterator<Item = (WordId, Span)> {
        let places = self.places.get(self.range(span)).unwrap_or_default();
        self.within(span).iter().copied().zip(places.iter().copied())
    }

    fn range(&self, span: Span) -> Range<usize> {
        let first = |at: u32| self.places.partition_point(|place| place.start < at);
        first(span.start)..first(span.end.max(span.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_within_a_span_are_those_of_its_text() {
        let text = "Lund’s quay — “the first” of 1931 — cost $4m. Éva: 2 piers";
        let words = WordIndex::of(text);
        assert_eq!(words.all(), WordId::of_text(text));
        let at = text.find('“').unwrap();
        let span = Span::at(at, text.find(". ").unwrap());
        assert_eq!(words.within(span), WordId::of_text(span.of(text)));
        let places = words.placed_within(span).map(|(_, place)| place.of(text));
        assert_eq!(places.collect::<Vec<_>>(), ["the", "first", "of", "1931", "cost", "4m"]);
        assert!(words.within(Span::at(3, 3)).is_empty());
    }
}
