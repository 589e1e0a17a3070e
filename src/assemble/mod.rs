//! From sentences and signals to claims and set-asides.

use crate::claim::{Analysis, Claim, ClaimKind, ClaimedSource, ClaimedSourceKind, Context, SetAside};
use crate::document::{Block, BlockKind, Document, LineIndex, LinkTarget};
use crate::explain::{Explanation, Found, Verdict};
use crate::reading::{Read, Reading};
use crate::rules::Rules;
use crate::score::{Judge, Judged, Score};
use crate::signal::{Signal, SignalKind, Value};
use crate::span::Span;
use rustc_hash::FxHashMap as HashMap;
use speaker::Speakers;
use std::fmt::Write as _;
use std::ops::Range;
use told::Told;

mod facts;
mod group;
pub(crate) mod id;
mod judge;
mod kind;
mod priority;
mod repeat;
mod speaker;
#[cfg(test)]
mod tests;
mod told;
pub(crate) mod verify;
mod voice;

pub use judge::Bar;

/// Makes the claims and set-asides of a document that was read.
pub fn assemble(document: &Document, rules: &Rules, reading: &Reading) -> Analysis {
    let lines = LineIndex::new(&document.source);
    let mut cursor = lines.cursor(&document.source);
    let speakers = Speakers::of(document, reading, &rules.lexicon, &lines);
    let mut ids = id::Ids::default();
    let mut firsts: HashMap<String, usize> = HashMap::default();
    let mut analysis = Analysis::default();
    let mut quoted = Vec::new();
    let in_report = reading.is_report();
    let mut judge = Judge::default();
    let told = Told::of(document, reading);
    for range in group::units(reading) {
        let Some(unit) = Unit::new(document, reading, rules, &told, &mut judge, range) else { continue };
        let source = document.source_span(unit.span);
        let text = document.text(unit.span).to_owned();
        match unit.verdict(document, in_report) {
            judge::Decision::Aside(reason) => {
                let line = lines.line(source.start);
                analysis.set_aside.push(SetAside {
                    text,
                    span: source.into(),
                    line,
                    reason,
                    score: unit.score.factual,
                });
            }
            judge::Decision::Claim(decisive) => {
                let normalised = id::normalised(&text);
                if let Some(first) = firsts.get(&normalised).and_then(|first| analysis.claims.get_mut(*first)) {
                    first.also.push(lines.line(source.start));
                    continue;
                }
                if unit.block.kind == BlockKind::Quotation {
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
    repeat::join(&mut analysis.claims, &quoted);
    priority::raise_repeats(&mut analysis.claims);
    analysis
}

/// What the sentence at `span` of `block` with these signals must score to be a claim; none where the
/// rules insist on it, whatever its score. `in_report` is [`Reading::is_report`] of the article.
pub fn bar(document: &Document, in_report: bool, block: &Block, span: Span, signals: &[Signal]) -> Option<Bar> {
    judge::rules(document, signals).is_empty().then(|| judge::bar(in_report, block, span, signals))
}

/// Explains the decision on each sentence.
pub fn explain(document: &Document, rules: &Rules, reading: &Reading) -> Vec<Explanation> {
    let lines = LineIndex::new(&document.source);
    let mut judge = Judge::default();
    let told = Told::of(document, reading);
    let ranges = group::units(reading).into_iter();
    let units = ranges.filter_map(|range| Unit::new(document, reading, rules, &told, &mut judge, range));
    let in_report = reading.is_report();
    let explanation = |unit: Unit<'_>| {
        let kinds = kind::kinds(document, unit.signals);
        let (verdict, insisting) = match unit.verdict(document, in_report) {
            judge::Decision::Aside(reason) => (Verdict::SetAside { reason }, Vec::new()),
            judge::Decision::Claim(decisive) => {
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
            bar: bar(document, in_report, unit.block, unit.span, unit.signals).filter(|_| !unit.is_told()),
            insisting,
            sum: unit.judged.sum(document, unit.span, unit.signals),
        }
    };
    units.map(explanation).collect()
}

/// One sentence, or the sentences of one quotation, under judgement.
struct Unit<'a> {
    sentences: &'a [Read],
    first: usize,
    span: Span,
    block: &'a Block,
    signals: &'a [Signal],
    judged: Judged,
    score: Score,
    house: Vec<judge::House<'a>>,
    reading: &'a Reading,
    told: &'a Told,
}

impl<'a> Unit<'a> {
    fn new(
        document: &'a Document,
        reading: &'a Reading,
        rules: &'a Rules,
        told: &'a Told,
        judge: &mut Judge,
        range: Range<usize>,
    ) -> Option<Self> {
        let sentences = reading.sentences.get(range.clone())?;
        let (start, end) = (sentences.first()?, sentences.last()?);
        let span = start.span.cover(end.span);
        let signals = reading.signals.get(start.signals.start as usize..end.signals.end as usize)?;
        let block = document.blocks.get(start.block as usize)?;
        let judged = judge.judge(document, block, span, signals);
        let score = judged.score();
        let house = judge::house_patterns(document, span, rules);
        Some(Self { sentences, first: range.start, span, block, signals, judged, score, house, reading, told })
    }

    fn verdict(&self, document: &Document, in_report: bool) -> judge::Decision {
        if self.told.is_frame(self.first) {
            return judge::Decision::Aside("names who says what stands beside it".to_owned());
        }
        let bar = judge::bar(in_report, self.block, self.span, self.signals);
        judge::decide(document, bar, self.block, self.signals, &self.score, &self.house, self.is_told())
    }

    /// Whether the block is somebody's words, without quotation marks.
    fn is_told(&self) -> bool {
        self.sentences.first().is_some_and(|read| self.told.speaker(read.block).is_some())
    }

    fn priority(&self, document: &Document, sourced: bool) -> (crate::claim::Priority, Vec<crate::claim::Reason>) {
        priority::of(document, self.signals, self.block, sourced, self.score.worthy)
    }

    /// What the draft offers as source; of a quotation that goes on, who began to speak.
    fn source(&self, document: &Document) -> Option<ClaimedSource> {
        let carried =
            || self.carried(document).map(|speaker| document.text(speaker)).filter(|words| speaker::is_source(words));
        claimed_source(document, self.span, self.signals).or_else(|| carried().map(ClaimedSource::of_speaker))
    }

    fn carried(&self, document: &Document) -> Option<Span> {
        speaker::carried(document, self.reading, self.told, self.sentences, self.first)
    }

    fn claim(&self, document: &Document, speakers: &Speakers<'_>, decisive: Vec<crate::claim::Reason>) -> Claim {
        let mut kinds = kind::kinds(document, self.signals);
        if let Some(house) = self.house.first() {
            kinds.retain(|kind| *kind != house.pattern.kind);
            kinds.insert(0, house.pattern.kind);
        }
        let kind = kinds.first().copied().unwrap_or(ClaimKind::General);
        let (speaker, time) = document.speech.at(self.span.start);
        let own = || speaker.map(ClaimedSource::of_speaker);
        let source = self.source(document);
        let (priority, why) = self.priority(document, source.is_some());
        let told = source.filter(|source| speaker.is_none() || !speaker::is_pronoun(&source.text));
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
            let sentence = at.and_then(|at| self.reading.sentences.get(at))?;
            let here = self.sentences.first().is_some_and(|first| first.block == sentence.block);
            here.then(|| document.text(sentence.span).to_owned())
        };
        let before = neighbour(self.first.checked_sub(1)).unwrap_or_default();
        let after = neighbour(Some(self.first + self.sentences.len())).unwrap_or_default();
        Context { before, after }
    }
}

/// What the draft itself offers as source: a link, else a footnote, else a comment, else who is said
/// to have said it. A comment beside a link or a footnote is told with it.
fn claimed_source(document: &Document, span: Span, signals: &[Signal]) -> Option<ClaimedSource> {
    let links = document.links_in(span);
    let url = links.iter().find_map(|link| match &link.target {
        LinkTarget::Url(url) => Some(ClaimedSource {
            kind: ClaimedSourceKind::Link,
            text: document.text(link.span).to_owned(),
            url: Some(url.clone()),
        }),
        LinkTarget::Page(name) => {
            let words = document.text(link.span);
            let text = if words == name { words.to_owned() } else { format!("{words} (the note \"{name}\")") };
            Some(ClaimedSource { kind: ClaimedSourceKind::Link, text, url: None })
        }
        LinkTarget::Footnote { .. } | LinkTarget::Comment { .. } => None,
    });
    let footnote = || {
        links.iter().find_map(|link| match &link.target {
            LinkTarget::Footnote { label, text } => {
                let text = if text.is_empty() { format!("footnote {label}") } else { text.clone() };
                Some(ClaimedSource { kind: ClaimedSourceKind::Footnote, text, url: None })
            }
            LinkTarget::Url(_) | LinkTarget::Page(_) | LinkTarget::Comment { .. } => None,
        })
    };
    let comments = comments(document, span);
    let told = |mut source: ClaimedSource| {
        for comment in &comments {
            let _ = write!(source.text, "; {comment}");
        }
        source
    };
    let comment = || {
        let text = comments.join("; ");
        let url = first_address(&text);
        (!text.is_empty()).then_some(ClaimedSource { kind: ClaimedSourceKind::Comment, text, url })
    };
    let speaker = || {
        signals.iter().find_map(|signal| match (signal.kind, &signal.value) {
            (SignalKind::Attribution, Value::Attribution { speaker: Some(speaker), .. })
                if speaker::is_source(document.text(*speaker)) =>
            {
                Some(ClaimedSource::of_speaker(document.text(*speaker)))
            }
            _ => None,
        })
    };
    url.or_else(footnote).map(told).or_else(comment).or_else(speaker)
}

/// Comments on the words of `span`, with who wrote them.
fn comments(document: &Document, span: Span) -> Vec<String> {
    let told = |(author, text): (&str, &str)| match author {
        "" => format!("comment: {text}"),
        author => format!("comment by {author}: {text}"),
    };
    document.comments_on(span).into_iter().map(told).collect()
}

/// The first address in a text, without the stop that ends its sentence.
fn first_address(text: &str) -> Option<String> {
    let at = ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let address = text.get(at..)?.split(|sign: char| sign.is_whitespace() || "<>\"”“".contains(sign)).next()?;
    Some(address.trim_end_matches(['.', ',', ';', ':', ')']).to_owned())
}
