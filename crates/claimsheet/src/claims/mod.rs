//! From sentences and signals to claims and set-asides.

pub mod claim_units;
pub mod pull_quotes;
pub mod verify_wording;

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::claim::{Analysis, Claim, ClaimKind, ClaimedSource, Context, SetAside};
use crate::classify::{Classifier, Judged, Score};
use crate::english::lexicon::Lexicon;
use crate::explain::{Explanation, Found, Verdict};
use crate::options::Options;
use crate::signal::{Signal, SignalKind};
use crate::speech::attributed_blocks::AttributedBlocks;
use crate::speech::quote_attribution::Speakers;
use crate::text::document::{Block, BlockKind, Document, LineIndex};
use crate::text::span::Span;
use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

mod facts;
pub mod id;
pub use crate::classify::decision::Threshold;
pub use crate::classify::genre::Genre;

/// Makes the claims and set-asides of a document that was read.
pub fn assemble(document: &Document, rules: &Options, annotated: &AnnotatedText) -> Analysis {
    let lines = LineIndex::new(&document.source);
    let mut cursor = lines.cursor(&document.source);
    let speakers = Speakers::of(document, annotated, &rules.lexicon, &lines);
    let mut ids = id::Ids::default();
    let mut firsts: HashMap<String, usize> = HashMap::default();
    let mut analysis = Analysis::default();
    let mut quoted = Vec::new();
    let genre = Genre::of(document, annotated, &rules.lexicon);
    let mut judge = Classifier::default();
    let told = AttributedBlocks::of(document, annotated);
    for range in claim_units::units(annotated) {
        let Some(unit) = ClaimCandidate::new(document, annotated, rules, &told, &mut judge, range) else { continue };
        let source = document.source_span(unit.span);
        let text = document.text(unit.span).to_owned();
        match unit.verdict(document, genre) {
            crate::classify::decision::Decision::Aside(reason) => {
                let line = lines.line(source.start);
                analysis.set_aside.push(SetAside {
                    text,
                    span: source.into(),
                    line,
                    reason,
                    score: unit.score.factual,
                });
            }
            crate::classify::decision::Decision::Claim(decisive) => {
                let normalised = id::normalised(&text);
                if let Some(first) = firsts.get(&normalised).and_then(|first| analysis.claims.get_mut(*first)) {
                    first.also.push(lines.line(source.start));
                    continue;
                }
                if unit.may_be_pulled(document) {
                    quoted.push(analysis.claims.len());
                }
                let id = ids.next(&normalised);
                firsts.insert(normalised, analysis.claims.len());
                let mut claim = unit.claim(document, &speakers, decisive);
                let position = cursor.position(source.start);
                claim.id = id;
                claim.number = analysis.claims.len() as u32 + 1;
                (claim.text, claim.span) = (text, source.into());
                (claim.line, claim.column) = (position.line, position.column);
                analysis.claims.push(claim);
            }
        }
    }
    pull_quotes::join(&mut analysis.claims, &quoted);
    crate::classify::priority::raise_repeats(&mut analysis.claims);
    analysis
}

/// What the sentence at `span` of `block` with these signals must score to be a claim; none where the
/// rules insist on it, whatever its score.
pub fn bar(document: &Document, genre: Genre, block: &Block, span: Span, signals: &[Signal]) -> Option<Threshold> {
    crate::classify::decision::rules(document, signals)
        .is_empty()
        .then(|| crate::classify::decision::bar(document, genre, block, span, signals))
}

/// Explains the decision on each sentence.
pub fn explain(document: &Document, rules: &Options, annotated: &AnnotatedText) -> Vec<Explanation> {
    let lines = LineIndex::new(&document.source);
    let mut judge = Classifier::default();
    let told = AttributedBlocks::of(document, annotated);
    let ranges = claim_units::units(annotated).into_iter();
    let units = ranges.filter_map(|range| ClaimCandidate::new(document, annotated, rules, &told, &mut judge, range));
    let genre = Genre::of(document, annotated, &rules.lexicon);
    let explanation = |unit: ClaimCandidate<'_>| {
        let kinds = crate::classify::kind::kinds(document, unit.signals);
        let (verdict, insisting) = match unit.verdict(document, genre) {
            crate::classify::decision::Decision::Aside(reason) => (Verdict::SetAside { reason }, Vec::new()),
            crate::classify::decision::Decision::Claim(decisive) => {
                let priority = unit.priority(document, unit.source(document).is_some()).0;
                let kind = kinds.first().copied().unwrap_or(ClaimKind::General);
                (Verdict::Claim { kind, priority }, decisive)
            }
        };
        let span = document.source_span(unit.span);
        let found = unit.signals.iter().map(|signal| Found {
            detector: crate::detect::DETECTORS
                .iter()
                .find(|known| known.kind == signal.kind)
                .map_or("", |known| known.name),
            text: document.text(signal.span).to_owned(),
            value: signal.value.describe(document),
        });
        Explanation {
            text: document.text(unit.span).to_owned(),
            span,
            line: lines.line(span.start),
            verdict,
            score: unit.score.factual,
            found: found.collect(),
            bar: bar(document, genre, unit.block, unit.span, unit.signals).filter(|_| !unit.is_told()),
            insisting,
            sum: unit.judged.sum(document, unit.span, unit.signals),
        }
    };
    units.map(explanation).collect()
}

/// One sentence, or the sentences of one quotation, under judgement.
struct ClaimCandidate<'a> {
    sentences: &'a [SentenceRecord],
    first: usize,
    span: Span,
    block: &'a Block,
    signals: &'a [Signal],
    judged: Judged,
    score: Score,
    house: Vec<crate::classify::decision::House<'a>>,
    annotated: &'a AnnotatedText<'a>,
    told: &'a AttributedBlocks,
    lexicon: &'a Lexicon,
}

impl<'a> ClaimCandidate<'a> {
    fn new(
        document: &'a Document,
        annotated: &'a AnnotatedText<'a>,
        rules: &'a Options,
        told: &'a AttributedBlocks,
        judge: &mut Classifier,
        range: Range<usize>,
    ) -> Option<Self> {
        let sentences = annotated.sentences.get(range.clone())?;
        let (start, end) = (sentences.first()?, sentences.last()?);
        let span = start.span.cover(end.span);
        let signals = annotated.signals.get(start.signals.start as usize..end.signals.end as usize)?;
        let block = document.blocks.get(start.block as usize)?;
        let judged = judge.judge(document, block, span, signals);
        let score = judged.score();
        let house = crate::classify::decision::house_patterns(document, span, rules);
        Some(Self {
            sentences,
            first: range.start,
            span,
            block,
            signals,
            judged,
            score,
            house,
            annotated,
            told,
            lexicon: &rules.lexicon,
        })
    }

    fn verdict(&self, document: &Document, genre: Genre) -> crate::classify::decision::Decision {
        if self.told.is_frame(self.first) {
            return crate::classify::decision::Decision::Aside("names who says what stands beside it".to_owned());
        }
        if let Some(reason) = crate::classify::boilerplate::reason(document, self.block, self.span, self.lexicon) {
            return crate::classify::decision::Decision::Aside(reason.to_owned());
        }
        let bar = crate::classify::decision::bar(document, genre, self.block, self.span, self.signals);
        crate::classify::decision::decide(
            document,
            bar,
            self.block,
            self.signals,
            &self.score,
            &self.house,
            self.is_told(),
        )
    }

    /// Whether the block is somebody's words, without quotation marks.
    fn is_told(&self) -> bool {
        self.sentences.first().is_some_and(|record| self.told.speaker(record.block).is_some())
    }

    fn priority(&self, document: &Document, sourced: bool) -> (crate::claim::Priority, Vec<crate::claim::Reason>) {
        crate::classify::priority::of(document, self.signals, self.block, sourced, self.score.worthy)
    }

    /// What the draft offers as source; of a quotation that goes on, who began to speak.
    fn source(&self, document: &Document) -> Option<crate::speech::claimed_source::Offered> {
        let carried = || {
            self.carried(document)
                .filter(|speaker| crate::speech::quote_attribution::is_source(document.text(*speaker)))
        };
        crate::speech::claimed_source::offered(document, self.span, self.signals, carried)
    }

    /// Whether it may show words of the text once more: a quotation set apart, or a paragraph of nothing but
    /// quoted words that names no speaker.
    fn may_be_pulled(&self, document: &Document) -> bool {
        let is_alone = self.block.span == self.span && document.text(self.span).starts_with(['“', '"']);
        let is_told = || self.signals.iter().any(|signal| signal.kind == SignalKind::Attribution);
        self.block.kind == BlockKind::Quotation || is_alone && !is_told()
    }

    fn carried(&self, document: &Document) -> Option<Span> {
        crate::speech::quote_attribution::carried(document, self.annotated, self.told, self.sentences, self.first)
    }

    fn claim(&self, document: &Document, speakers: &Speakers<'_>, decisive: Vec<crate::claim::Reason>) -> Claim {
        let mut kinds = crate::classify::kind::kinds(document, self.signals);
        if let Some(house) = self.house.first() {
            kinds.retain(|kind| *kind != house.pattern.kind);
            kinds.insert(0, house.pattern.kind);
        }
        let kind = kinds.first().copied().unwrap_or(ClaimKind::General);
        let (speaker, time) = document.speech.at(self.span.start);
        let own = || speaker.map(ClaimedSource::of_speaker);
        let source = self.source(document);
        let (priority, why) = self.priority(document, source.is_some());
        let told = source.map(|source| source.told(document, self.signals, speakers));
        let told =
            told.filter(|source| speaker.is_none() || !crate::speech::quote_attribution::is_pronoun(&source.text));
        let claimed_source = told.or_else(own);
        let mut facts = facts::facts(document, self.signals, self.carried(document), speakers);
        facts.extend(self.house.iter().map(|house| house.fact(document)));
        facts.sort_by_key(|fact| fact.span.start);
        let mut reasons = decisive;
        reasons.extend(why);
        reasons.extend(self.judged.sum(document, self.span, self.signals).terms);
        Claim {
            id: String::new(),
            number: 0,
            kind,
            tags: kinds.get(1..).unwrap_or_default().to_vec(),
            priority,
            score: self.score.factual,
            reasons,
            text: String::new(),
            context: self.context(document),
            span: crate::claim::ByteRange::default(),
            line: 0,
            column: 0,
            paragraph: self.block.paragraph,
            section: document.section(self.block).map(str::to_owned),
            speaker: speaker.map(str::to_owned),
            time,
            facts,
            claimed_source,
            prompts: Vec::new(),
            also: Vec::new(),
        }
    }

    fn context(&self, document: &Document) -> Context {
        let neighbour = |at: Option<usize>| {
            let sentence = at.and_then(|at| self.annotated.sentences.get(at))?;
            let here = self.sentences.first().is_some_and(|first| first.block == sentence.block);
            here.then(|| document.text(sentence.span).to_owned())
        };
        let before = neighbour(self.first.checked_sub(1)).unwrap_or_default();
        let after = neighbour(Some(self.first + self.sentences.len())).unwrap_or_default();
        Context { before, after }
    }
}
