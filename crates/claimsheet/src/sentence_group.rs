//! The sentences that are decided on together, and what their signals are in sum.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::passage::Passage;
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::text::document::Block;
use crate::text::set::Set;
use crate::text::span::Span;
use crate::text::value::{Form, Precision};
use std::ops::Range;

/// One sentence, or the sentences that one quotation ties together.
#[derive(Debug, Clone)]
pub struct SentenceGroup<'a> {
    /// The text in which it stands.
    pub text: &'a AnnotatedText<'a>,
    /// Its sentences, by their numbers in the text.
    pub sentences: Range<usize>,
    /// Its place in the prose.
    pub span: Span,
    /// The block in which it stands.
    pub block: &'a Block,
    /// Its signals; those of one sentence stand together, by detector.
    pub signals: &'a [Signal],
    /// What the signals are in sum.
    pub sum: SignalSum,
}

/// What the signals of a passage are in sum: read once, asked by all who decide on it.
#[derive(Debug, Clone, Copy, Default)]
pub struct SignalSum {
    /// Which detectors found something.
    pub kinds: Set<SignalKind>,
    /// Which found two things or more.
    pub twice: Set<SignalKind>,
    /// What the names name.
    pub names: Set<NameKind>,
    /// What the quantities are.
    pub forms: Set<Form>,
    /// How precise the dates are.
    pub precisions: Set<Precision>,
    /// Words of the longest quotation.
    pub longest_quotation: usize,
    /// Words within quotation marks.
    pub quoted_words: usize,
    /// Whether somebody with a name is said to have said something.
    pub named_speaker: bool,
    /// Whether somebody without a name is said to have said something.
    pub unnamed_speaker: bool,
}

impl<'a> SentenceGroup<'a> {
    /// The sentences of those numbers; none where they are not in the text.
    pub fn of(text: &'a AnnotatedText<'a>, sentences: Range<usize>) -> Option<Self> {
        let records = text.sentences.get(sentences.clone())?;
        let (first, last) = (records.first()?, records.last()?);
        let signals = text.signals.get(first.signals.start as usize..last.signals.end as usize)?;
        Some(Self::at(text, sentences, first.span.cover(last.span), text.block(first)?, signals))
    }

    /// What stands at `span` of `block`, a part of those sentences, with the signals in it.
    pub fn at(
        text: &'a AnnotatedText<'a>,
        sentences: Range<usize>,
        span: Span,
        block: &'a Block,
        signals: &'a [Signal],
    ) -> Self {
        Self { text, sentences, span, block, signals, sum: SignalSum::of(text, signals) }
    }

    /// Its sentences.
    pub fn records(&self) -> &'a [SentenceRecord] {
        self.text.sentences.get(self.sentences.clone()).unwrap_or_default()
    }

    /// Its words.
    pub fn words(&self) -> Passage<'a> {
        self.text.passage(self.span)
    }

    /// Its words as they are written.
    pub fn written(&self) -> &'a str {
        self.text.document.text(self.span)
    }

    /// The signals of a kind.
    pub fn signals_of(&self, kind: SignalKind) -> impl Iterator<Item = &'a Signal> + use<'a> {
        let is_there = self.sum.kinds.has(kind);
        let signals = if is_there { self.signals } else { &[] };
        signals.iter().filter(move |signal| signal.kind == kind)
    }

    /// Whether a detector found something.
    pub fn has(&self, kind: SignalKind) -> bool {
        self.sum.kinds.has(kind)
    }

    /// Whether one of those detectors found something.
    pub fn any(&self, kinds: &[SignalKind]) -> bool {
        self.sum.kinds.any(kinds)
    }
}

impl SignalSum {
    fn of(text: &AnnotatedText<'_>, signals: &[Signal]) -> Self {
        let mut sum = Self::default();
        for signal in signals {
            if sum.kinds.has(signal.kind) {
                sum.twice.insert(signal.kind);
            }
            sum.kinds.insert(signal.kind);
            match &signal.value {
                Value::Quantity(quantity) => sum.forms.insert(quantity.form),
                Value::Date(date) => sum.precisions.insert(date.precision),
                Value::Name(kind) => sum.names.insert(*kind),
                Value::Attribution(said) if text.passage(said.speaker).has_capital() => sum.named_speaker = true,
                Value::Attribution(_) => sum.unnamed_speaker = true,
                Value::None if signal.kind == SignalKind::Quotation => {
                    let words = text.passage(signal.span).word_count();
                    sum.longest_quotation = sum.longest_quotation.max(words);
                    sum.quoted_words += words;
                }
                Value::None | Value::Role { .. } => {}
            }
        }
        sum
    }

    /// Whether a person or body is named.
    pub fn names_party(self) -> bool {
        use NameKind::{Acronym, Event, Law, Organisation, Other, Person, Product, Work};
        self.names.any(&[Person, Organisation, Law, Work, Product, Event, Acronym, Other])
    }
}
