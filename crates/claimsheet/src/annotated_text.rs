//! An article cut into sentences, with the signals in each: what all later steps work on.

use crate::english::capitals::Capitals;
use crate::english::quotations::Quotations;
use crate::english::sentence::Sentence;
use crate::english::sentences;
use crate::english::speaker_turns::Turns;
use crate::english::token::Tokens;
use crate::options::Options;
use crate::signal::{Signal, SignalKind};
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::word_index::WordIndex;
use std::ops::Range;

/// Fewest sentences of which one can tell that they are a report.
const FEWEST: usize = 6;

/// The sentences of a document and what was found in them, in reading order.
#[derive(Debug, Default)]
pub struct AnnotatedText {
    /// The sentences.
    pub sentences: Vec<SentenceRecord>,
    /// The signals of all sentences; those of one stand together, by detector.
    pub signals: Vec<Signal>,
    /// What stands in quotation marks.
    pub quotations: Quotations,
    /// The words of the prose.
    pub words: WordIndex,
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
}

impl AnnotatedText {
    /// Reads `document` by `rules`.
    pub fn of(document: &Document, rules: &Options) -> Self {
        let quotations = Quotations::find(document);
        let capitals = Capitals::of(document);
        let turns = Turns::of(document);
        let mut reading = Self { words: WordIndex::of(&document.prose), ..Self::default() };
        let mut spans = Vec::new();
        let mut tokens = Tokens::default();
        let mut found = Vec::new();
        for (index, block) in document.blocks.iter().enumerate() {
            spans.clear();
            for part in document.spoken_parts(block.span) {
                sentences::sentences(&document.prose, part, &rules.lexicon, &mut spans);
            }
            for span in &spans {
                tokens.read(&document.prose, *span, &rules.lexicon);
                let sentence = Sentence {
                    document,
                    capitals: &capitals,
                    turns: &turns,
                    block,
                    span: *span,
                    tokens: &tokens.tokens,
                    cues: &tokens.cues,
                    quoted: quotations.outer_in(*span),
                    nested: quotations.nested_in(*span),
                };
                for detector in rules.detectors() {
                    (detector.detect)(&sentence, &mut found);
                }
                let first = reading.signals.len();
                reading.signals.append(&mut found);
                let signals = first as u32..reading.signals.len() as u32;
                reading.sentences.push(SentenceRecord { span: *span, block: index as u32, signals });
            }
        }
        reading.quotations = quotations;
        reading
    }

    /// Whether this is a report: at least half of its sentences tell what somebody said, wrote or found.
    pub fn is_report(&self) -> bool {
        let told = |kind: SignalKind| matches!(kind, SignalKind::Attribution | SignalKind::Quotation);
        let telling = self.sentences.iter().filter(|read| self.signals(read).iter().any(|signal| told(signal.kind)));
        self.sentences.len() >= FEWEST && telling.count() * 2 >= self.sentences.len()
    }

    /// The signals of a sentence.
    pub fn signals(&self, sentence: &SentenceRecord) -> &[Signal] {
        self.signals.get(sentence.signals.start as usize..sentence.signals.end as usize).unwrap_or_default()
    }
}
