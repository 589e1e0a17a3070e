//! An article cut into sentences and tokens, with the signals in each: what all later steps work on.
//!
//! The text is read once. Later steps ask for a [`Sentence`] of it, a view with tokens, cues and
//! quotations; none cuts the prose into words again.

use crate::detect::date::story;
use crate::english::capitals::Capitals;
use crate::english::entity_agreement;
use crate::english::lexicon::Lexicon;
use crate::english::passage::Passage;
use crate::english::quotations::Quotations;
use crate::english::sentence::Sentence;
use crate::english::sentences;
use crate::english::speaker_turns::Turns;
use crate::english::token::{Cue, Token, Tokens};
use crate::options::Options;
use crate::signal::{Act, Clause, SentenceSignals, Signal, SignalKind, Value};
use crate::statement;
use crate::text::document::{Block, BlockKind, Document};
use crate::text::span::Span;
use crate::text::word_index::WordIndex;
use claimsheet_grammar::{Annotator, Entity, Function, Model, Relation, Tag, Tree};
use std::ops::Range;

/// Fewest sentences of which one can tell that they are a report.
const FEWEST: usize = 6;

/// A document with its sentences, their tokens and what was found in them, in reading order.
#[derive(Debug)]
pub struct AnnotatedText<'a> {
    /// The article.
    pub document: &'a Document,
    /// The lexicon by which it was read, with the house's words.
    pub lexicon: &'a Lexicon,
    /// The sentences.
    pub sentences: Vec<SentenceRecord>,
    /// The signals of all sentences; those of one stand together, by detector.
    pub signals: Vec<Signal>,
    /// What stands in quotation marks.
    pub quotations: Quotations,
    /// The words of the prose.
    pub words: WordIndex,
    capitals: Capitals<'a>,
    turns: Turns<'a>,
    tokens: Vec<Token>,
    cues: Vec<Cue>,
    grammar: Grammar,
}

/// The grammar of all tokens, each list in their order.
#[derive(Debug, Default)]
struct Grammar {
    tags: Vec<Tag>,
    /// Numbers of tokens within their sentence.
    heads: Vec<u32>,
    relations: Vec<Relation>,
    entities: Vec<Option<Entity>>,
    functions: Vec<Function>,
}

impl Grammar {
    fn push(&mut self, tree: &Tree<'_>) {
        self.tags.extend_from_slice(tree.tags);
        self.heads.extend_from_slice(tree.heads);
        self.relations.extend_from_slice(tree.relations);
        self.entities.extend_from_slice(tree.entities);
        self.functions.extend_from_slice(tree.functions);
    }

    fn tree(&self, tokens: &Range<u32>) -> Tree<'_> {
        Tree {
            tags: within(&self.tags, tokens),
            heads: within(&self.heads, tokens),
            relations: within(&self.relations, tokens),
            entities: within(&self.entities, tokens),
            functions: within(&self.functions, tokens),
        }
    }
}

/// One sentence that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceRecord {
    /// Its place in the prose, without surrounding white space.
    pub span: Span,
    /// Index of its block.
    pub block: u32,
    /// Its signals, as a range of [`AnnotatedText::signals`].
    pub signals: Range<u32>,
    tokens: Range<u32>,
    cues: Range<u32>,
}

impl<'a> AnnotatedText<'a> {
    /// Reads `document` by `options`: sentences and tokens first, then the detectors over each sentence.
    pub fn of(document: &'a Document, options: &'a Options) -> Self {
        let mut annotated = Self::tokenised(document, &options.lexicon);
        annotated.detect(options);
        annotated.date_stories();
        annotated
    }

    /// The signals of each sentence, without the rest.
    pub fn into_signals(self) -> Vec<SentenceSignals> {
        let stated = |record: &SentenceRecord| {
            let sentence = self.sentence(record);
            sentence.map(|sentence| (statement::acts(&sentence), statement::clauses(&sentence))).unwrap_or_default()
        };
        let stated: Vec<_> = self.sentences.iter().map(stated).collect();
        let mut signals = self.signals.into_iter();
        let of_sentence = |(record, (acts, clauses)): (SentenceRecord, (Vec<Act>, Vec<Clause>))| SentenceSignals {
            span: record.span,
            block: record.block as usize,
            signals: signals.by_ref().take(record.signals.len()).collect(),
            acts,
            clauses,
        };
        self.sentences.into_iter().zip(stated).map(of_sentence).collect()
    }

    /// The sentences and tokens of `document`, without signals.
    fn tokenised(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let mut annotated = Self {
            document,
            lexicon,
            sentences: Vec::new(),
            signals: Vec::new(),
            quotations: Quotations::find(document),
            words: WordIndex::of(&document.prose),
            capitals: Capitals::of(document, lexicon),
            turns: Turns::of(document),
            tokens: Vec::with_capacity(document.prose.len() / 5),
            cues: Vec::with_capacity(document.prose.len() / 10),
            grammar: Grammar::default(),
        };
        let mut annotator = Annotator::new(Model::built_in());
        let mut spans = Vec::new();
        let mut tokens = Tokens::default();
        for (index, block) in document.blocks.iter().enumerate() {
            spans.clear();
            for part in document.spoken_parts(block.span) {
                sentences::sentences(&document.prose, part, lexicon, &mut spans);
            }
            for span in &spans {
                tokens.read(&document.prose, *span, lexicon);
                let forms = tokens.tokens.iter().map(|token| document.text(token.span));
                annotated.grammar.push(&annotator.annotate(forms));
                let record = SentenceRecord {
                    span: *span,
                    block: index as u32,
                    signals: 0..0,
                    tokens: appended(&mut annotated.tokens, &mut tokens.tokens),
                    cues: appended(&mut annotated.cues, &mut tokens.cues),
                };
                annotated.sentences.push(record);
            }
        }
        entity_agreement::agree(&annotated.tokens, &mut annotated.grammar.entities);
        annotated
    }

    /// Runs the detectors over each sentence.
    fn detect(&mut self, options: &Options) {
        let mut signals = Vec::new();
        let mut found = Vec::new();
        let mut ranges = Vec::with_capacity(self.sentences.len());
        let citations = self.document.citations();
        for record in &self.sentences {
            let Some(sentence) = self.sentence(record) else { continue };
            // An entry of a list of works says nothing; nor does a citation, which is a source.
            let is_reference = sentence.block.kind == BlockKind::Reference;
            for detector in options.detectors().filter(|_| !is_reference) {
                (detector.detect)(&sentence, &mut found);
            }
            found.retain(|signal| !citations.iter().any(|cited| cited.contains(signal.span)));
            ranges.push(appended(&mut signals, &mut found));
        }
        for (record, range) in self.sentences.iter_mut().zip(ranges) {
            record.signals = range;
        }
        self.signals = signals;
    }

    /// Gives the days of a story told of the past their years.
    fn date_stories(&mut self) {
        for dated in story::days(self) {
            if let Some(Signal { value: Value::Date(date), .. }) = self.signals.get_mut(dated.signal) {
                (date.from, date.to) = (Some(dated.from), Some(dated.to));
            }
        }
    }

    /// A view of a sentence of this text; none of a record of another text whose block is not in this one.
    pub fn sentence(&self, record: &SentenceRecord) -> Option<Sentence<'_>> {
        Some(Sentence {
            document: self.document,
            lexicon: self.lexicon,
            capitals: &self.capitals,
            turns: &self.turns,
            block: self.block(record)?,
            span: record.span,
            tokens: within(&self.tokens, &record.tokens),
            cues: within(&self.cues, &record.cues),
            tree: self.grammar.tree(&record.tokens),
            quoted: self.quotations.outer_in(record.span),
            nested: self.quotations.nested_in(record.span),
        })
    }

    /// The block in which a sentence stands.
    pub fn block(&self, record: &SentenceRecord) -> Option<&'a Block> {
        self.document.blocks.get(record.block as usize)
    }

    /// The tokens of a sentence, in order.
    pub fn tokens(&self, record: &SentenceRecord) -> &[Token] {
        within(&self.tokens, &record.tokens)
    }

    /// The sentence in which the byte at `offset` of the prose stands.
    pub fn sentence_at(&self, offset: u32) -> Option<&SentenceRecord> {
        let next = self.sentences.partition_point(|record| record.span.start <= offset);
        self.sentences.get(next.checked_sub(1)?).filter(|record| offset < record.span.end)
    }

    /// The tokens that lie within `span` of the prose, whichever sentences they are of.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end).max(first);
        self.tokens.get(first..end).unwrap_or_default()
    }

    /// The words at `span` of the prose.
    pub fn passage(&self, span: Span) -> Passage<'_> {
        Passage { document: self.document, tokens: self.tokens_in(span) }
    }

    /// The words of a sentence before the byte at `offset` of the prose, which stands in it.
    pub fn before(&self, offset: u32) -> Passage<'_> {
        let start = self.sentence_at(offset).map_or(offset, |record| record.span.start);
        self.passage(Span::new(start, offset))
    }

    /// Whether this is a report: at least half of its sentences tell what somebody said, wrote or found.
    pub fn is_report(&self) -> bool {
        let told = |kind: SignalKind| matches!(kind, SignalKind::Attribution | SignalKind::Quotation);
        let telling =
            self.sentences.iter().filter(|record| self.signals(record).iter().any(|signal| told(signal.kind)));
        self.sentences.len() >= FEWEST && telling.count() * 2 >= self.sentences.len()
    }

    /// The signals of a sentence.
    pub fn signals(&self, sentence: &SentenceRecord) -> &[Signal] {
        within(&self.signals, &sentence.signals)
    }
}

/// Moves all of `some` to the end of `all`; the range where they stand then.
fn appended<T>(all: &mut Vec<T>, some: &mut Vec<T>) -> Range<u32> {
    let first = all.len() as u32;
    all.append(some);
    first..all.len() as u32
}

fn within<'a, T>(all: &'a [T], range: &Range<u32>) -> &'a [T] {
    all.get(range.start as usize..range.end as usize).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tokens_in_a_span_are_those_of_the_sentences_in_it() {
        let document = Document::from_text("Lund paid. The quay cost $4m.\n\nIt rains, she said.");
        let options = Options::default();
        let text = AnnotatedText::of(&document, &options);
        let words =
            |span: Span| -> Vec<&str> { text.tokens_in(span).iter().map(|token| document.text(token.span)).collect() };
        let whole: Vec<&str> = text
            .sentences
            .iter()
            .flat_map(|record| text.tokens(record))
            .map(|token| document.text(token.span))
            .collect();
        assert_eq!(words(Span::at(0, document.prose.len())), whole);
        assert_eq!(words(Span::new(0, 9)), ["Lund", "paid"]);
        assert!(words(Span::new(1, 3)).is_empty());
        assert_eq!(text.sentence_at(12).map(|record| document.text(record.span)), Some("The quay cost $4m."));
    }
}
