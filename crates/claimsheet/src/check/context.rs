//! A draft as the checks see it, and what they find in it.

use super::figures::{dates, quantities};
use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::passage::Passage;
use crate::signal::Signal;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::value::{DateValue, Quantity};

/// What a check found: the words at fault, at least one place in the prose, and what disagrees.
pub(crate) struct Found {
    pub(crate) places: Vec<Span>,
    pub(crate) message: String,
}

/// A draft as the checks see it.
pub(crate) struct CheckContext<'a> {
    pub(crate) document: &'a Document,
    pub(crate) annotated: &'a AnnotatedText<'a>,
    /// Its sentences, in order.
    pub(crate) sentences: Vec<CheckedSentence<'a>>,
}

/// A sentence with what most checks ask for.
pub(crate) struct CheckedSentence<'a> {
    pub(crate) record: &'a SentenceRecord,
    pub(crate) signals: &'a [Signal],
    /// Its tokens.
    pub(crate) words: Passage<'a>,
    /// Its quantities, in the order of the text.
    pub(crate) quantities: Vec<(Span, &'a Quantity)>,
    /// Its dates, in the order of the text.
    pub(crate) dates: Vec<(Span, &'a DateValue)>,
}

impl<'a> CheckContext<'a> {
    pub(crate) fn of(document: &'a Document, annotated: &'a AnnotatedText<'a>) -> Self {
        let sentences = annotated.sentences.iter().map(|record| {
            let signals = annotated.signals(record);
            let words = Passage { document, tokens: annotated.tokens(record) };
            CheckedSentence { record, signals, words, quantities: quantities(signals), dates: dates(signals) }
        });
        Self { document, annotated, sentences: sentences.collect() }
    }

    pub(crate) fn text(&self, span: Span) -> &'a str {
        self.document.text(span)
    }

    /// The tokens in a span.
    pub(crate) fn passage(&self, span: Span) -> Passage<'a> {
        self.annotated.passage(span)
    }

    /// The tokens of a sentence.
    pub(crate) fn sentence(&self, record: &SentenceRecord) -> Passage<'a> {
        Passage { document: self.document, tokens: self.annotated.tokens(record) }
    }

    /// The tokens behind a span in its sentence.
    pub(crate) fn following(&self, span: Span) -> Passage<'a> {
        let sentence = self.sentence_of(span);
        sentence.from(sentence.tokens.partition_point(|token| token.span.start < span.end))
    }

    /// The tokens before a span in its sentence.
    pub(crate) fn preceding(&self, span: Span) -> Passage<'a> {
        let sentence = self.sentence_of(span);
        sentence.first(sentence.tokens.partition_point(|token| token.span.end <= span.start))
    }

    /// The tokens before a date in its sentence, without the "in" or "on" of the date.
    pub(crate) fn before_date(&self, date: Span) -> Passage<'a> {
        let before = self.preceding(date);
        before.without_closing(phrases!["in", "on"]).unwrap_or(before)
    }

    /// The tokens between two spans; none where they overlap.
    pub(crate) fn between(&self, one: Span, other: Span) -> Passage<'a> {
        self.passage(Span::new(one.end, other.start))
    }

    /// The tokens of the sentence in which a span begins.
    fn sentence_of(&self, span: Span) -> Passage<'a> {
        let tokens = self.annotated.sentence_at(span.start).map(|record| self.annotated.tokens(record));
        Passage { document: self.document, tokens: tokens.unwrap_or_default() }
    }

    /// The sentences as they were read, each with its signals.
    pub(crate) fn records(&self) -> impl Iterator<Item = (&'a SentenceRecord, &'a [Signal])> + use<'a> {
        let annotated = self.annotated;
        annotated.sentences.iter().map(move |record| (record, annotated.signals(record)))
    }

    /// The signals of the sentences that begin in a span.
    pub(crate) fn signals_in(&self, span: Span) -> impl Iterator<Item = &'a Signal> + use<'a> {
        let sentences = &self.annotated.sentences;
        let from = sentences.partition_point(|record| record.span.start < span.start);
        let to = sentences.partition_point(|record| record.span.start < span.end);
        let annotated = self.annotated;
        sentences.get(from..to).unwrap_or_default().iter().flat_map(move |record| annotated.signals(record))
    }

    /// Whether the sentence stands in the headline or another heading.
    pub(crate) fn is_heading(&self, record: &SentenceRecord) -> bool {
        self.document.blocks.get(record.block as usize).is_some_and(|block| block.kind.is_heading())
    }
}
