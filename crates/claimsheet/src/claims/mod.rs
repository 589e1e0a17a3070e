//! From sentences and signals to claims and set-asides.

mod acts;
pub mod claim_units;
mod facts;
pub mod id;
pub mod pull_quotes;
mod table_heads;

use crate::annotated_text::AnnotatedText;
use crate::claim::{
    Analysis, Claim, ClaimKind, ClaimedSource, Context, Fact, FactRole, Priority, SetAside, SetAsideReason, ToVerify,
    Verify,
};
use crate::classify::case::Case;
use crate::classify::decision::{self, Decision, House};
use crate::classify::priority::{self, Standing};
use crate::classify::{Classifier, Judged, kind};
use crate::explain::{Explanation, Found, Outcome};
use crate::options::Options;
use crate::sentence_group::SentenceGroup;
use crate::signal::SignalKind;
use crate::speech::reported_speech::Told;
use crate::speech::{Speakers, claimed_source};
use crate::text::document::{BlockKind, LineIndex, Position};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use table_heads::TableHeads;

#[cfg(feature = "internals")]
use crate::classify::decision::Threshold;
pub use crate::classify::genre::Genre;

/// What a passage must score to be a claim; none where a rule insists on it, whatever its score.
#[cfg(feature = "internals")]
pub fn threshold(passage: &SentenceGroup<'_>, genre: Genre, speakers: &Speakers<'_>) -> Option<Threshold> {
    let case = Case { passage, genre, speakers };
    decision::insisting(&case).next().is_none().then(|| decision::threshold(&case))
}

/// What was decided on the passages of a text, with the claims and set-asides that came of it.
pub struct Run<'a> {
    text: &'a AnnotatedText<'a>,
    lines: LineIndex,
    decided: Vec<Decided<'a>>,
    /// The claims, in reading order.
    pub claims: Vec<Claim>,
    set_aside: Vec<SetAside>,
}

/// A passage with what was decided on it.
struct Decided<'a> {
    passage: SentenceGroup<'a>,
    judged: Judged,
    house: Vec<House<'a>>,
    decision: Decision,
    /// Which of the run's claims says it, if one does.
    claim: Option<usize>,
}

impl<'a> Run<'a> {
    /// Decides on each passage of a text.
    pub fn of(text: &'a AnnotatedText<'a>, options: &'a Options) -> Self {
        let lines = LineIndex::new(&text.document.source);
        let speakers = Speakers::of(text);
        let genre = Genre::of(text);
        let mut classifier = Classifier::default();
        let passages = claim_units::units(text).into_iter().filter_map(|sentences| SentenceGroup::of(text, sentences));
        let decided = passages.map(|passage| {
            let judged = classifier.judge(&passage);
            let house = decision::house_patterns(&passage, options);
            let case = Case { passage: &passage, genre, speakers: &speakers };
            let decision = decision::decide(&case, &judged.score(), &house);
            Decided { passage, judged, house, decision, claim: None }
        });
        let decided = decided.collect();
        let mut run = Self { text, lines, decided, claims: Vec::new(), set_aside: Vec::new() };
        run.list(&speakers);
        run
    }

    /// The claims and set-asides.
    pub fn into_analysis(self) -> Analysis {
        Analysis { claims: self.claims, set_aside: self.set_aside, ..Analysis::default() }
    }

    /// Why each passage is a claim or set aside, in reading order.
    pub fn explanations(&self) -> Vec<Explanation> {
        self.decided.iter().map(|decided| self.explanation(decided)).collect()
    }

    /// Makes the claims and set-asides. What the draft says once more in the same words is one claim; what a heading
    /// says and the text below it once more stands in the text.
    fn list(&mut self, speakers: &Speakers<'_>) {
        let document = self.text.document;
        let mut cursor = self.lines.cursor(&document.source);
        let mut ids = id::Ids::default();
        let mut firsts: HashMap<&str, usize> = HashMap::default();
        let mut quoted = Vec::new();
        let heads = TableHeads::of(document);
        let words: Vec<String> = self.decided.iter().map(Decided::normalised).collect();
        let again = said_below(&self.decided, &words);
        // Which passages are such headings, with their lines.
        let mut headings: Vec<(usize, u32)> = Vec::new();
        for (at, (decided, words)) in self.decided.iter_mut().zip(&words).enumerate() {
            let passage = &decided.passage;
            let line = |lines: &LineIndex| lines.line(document.source_span(passage.span).start);
            if decided.decision.aside.is_some() {
                self.set_aside.extend(decided.set_aside(line(&self.lines)));
                continue;
            }
            if passage.block.kind.is_heading() && again.contains(words.as_str()) {
                headings.push((at, line(&self.lines)));
                continue;
            }
            let first = firsts.get(words.as_str()).copied();
            decided.claim = Some(first.unwrap_or(self.claims.len()));
            if let Some(first) = first.and_then(|first| self.claims.get_mut(first)) {
                first.also.push(line(&self.lines));
                first.repeats.push(passage.span);
                continue;
            }
            if may_be_pulled(passage) {
                quoted.push(self.claims.len());
            }
            let place = Place {
                id: ids.next(words),
                number: self.claims.len() as u32 + 1,
                position: cursor.position(document.source_span(passage.span).start),
            };
            firsts.insert(words, self.claims.len());
            let mut claim = decided.to_claim(place, speakers, &self.lines);
            if let Some(heads) = heads.before(passage.block) {
                let before = std::mem::take(&mut claim.context.before);
                claim.context.before = if before.is_empty() { heads } else { format!("{heads} {before}") };
            }
            self.claims.push(claim);
        }
        for (heading, line) in headings {
            let claim = words.get(heading).and_then(|words| firsts.get(words.as_str()).copied());
            let Some(decided) = self.decided.get_mut(heading) else { continue };
            decided.claim = claim;
            if let Some(claim) = claim.and_then(|claim| self.claims.get_mut(claim)) {
                claim.also.insert(0, line);
                claim.repeats.insert(0, decided.passage.span);
            }
        }
        let places = pull_quotes::join(&mut self.claims, &quoted);
        for decided in &mut self.decided {
            decided.claim = decided.claim.and_then(|claim| places.get(claim).copied());
        }
        priority::mind_repeats(&mut self.claims);
    }

    fn explanation(&self, decided: &Decided<'_>) -> Explanation {
        let (document, passage) = (self.text.document, &decided.passage);
        let span = document.source_span(passage.span);
        let claim = decided.claim.and_then(|claim| self.claims.get(claim));
        let outcome = match (decided.decision.aside, claim) {
            (None, Some(claim)) => Outcome::Claim { kind: claim.kind, priority: claim.priority },
            (aside, _) => Outcome::SetAside { reason: aside.unwrap_or(SetAsideReason::NoDetail) },
        };
        let found = passage.signals.iter().map(|signal| Found {
            detector: signal.kind.name(),
            text: document.text(signal.span).to_owned(),
            value: signal.value.describe(document),
        });
        Explanation {
            text: passage.written().to_owned(),
            span,
            line: self.lines.line(span.start),
            outcome,
            score: decided.judged.score().factual,
            threshold: decided.decision.threshold,
            insisting: decided.decision.insisting.clone(),
            sum: decided.judged.sum(passage),
            found: found.collect(),
        }
    }
}

/// What a claim has by its place among the others.
struct Place {
    id: String,
    number: u32,
    position: Position,
}

impl Decided<'_> {
    /// The words of its passage, normalised; none where it is set aside, which needs none.
    fn normalised(&self) -> String {
        if self.decision.aside.is_none() { id::normalised(self.passage.written()) } else { String::new() }
    }

    fn set_aside(&self, line: u32) -> Option<SetAside> {
        let passage = &self.passage;
        Some(SetAside {
            text: passage.written().to_owned(),
            span: passage.text.document.source_span(passage.span).into(),
            prose: passage.span,
            line,
            reason: self.decision.aside?,
            score: self.judged.score().factual,
            comments: claimed_source::comments(passage.text.document, passage.span),
        })
    }

    fn to_claim(&self, place: Place, speakers: &Speakers<'_>, lines: &LineIndex) -> Claim {
        let (passage, score) = (&self.passage, self.judged.score());
        let document = passage.text.document;
        let told = Told::of(passage);
        let tells = told.kinds();
        let offered = claimed_source::offered(passage, speakers);
        let standing = Standing { tells, sourced: offered.is_some(), worthy: score.worthy };
        let (speaker, time) = document.speech.at(passage.span.start);
        let named = offered.filter(|offered| speaker.is_none() || !offered.is_by_pronoun(passage.text));
        let named = named.map(|offered| offered.told(passage.signals, speakers));
        let mut kinds = kind::kinds(passage, tells);
        if let Some(house) = self.house.first() {
            kinds.retain(|kind| *kind != house.pattern.kind);
            kinds.insert(0, house.pattern.kind);
        }
        let mut facts = facts::facts(passage, &told, speakers, lines);
        facts.extend(self.house.iter().map(|house| fact_of_house(passage, house)));
        facts.sort_by_key(|fact| fact.prose.start);
        let mut reasons = self.decision.insisting.clone();
        reasons.extend(priority::reasons(passage, &standing));
        reasons.extend(self.judged.sum(passage).terms);
        Claim {
            id: place.id,
            number: place.number,
            kind: kinds.first().copied().unwrap_or(ClaimKind::General),
            tags: kinds.get(1..).unwrap_or_default().to_vec(),
            // Told by its rank, when all claims are there.
            priority: Priority::Medium,
            score: score.factual,
            reasons,
            text: passage.written().to_owned(),
            context: context(passage),
            span: document.source_span(passage.span).into(),
            prose: passage.span,
            line: place.position.line,
            column: place.position.column,
            paragraph: passage.block.paragraph,
            section: document.section(passage.block).map(str::to_owned),
            speaker: speaker.map(str::to_owned),
            time,
            facts,
            claimed_source: named.or_else(|| speaker.map(ClaimedSource::of_speaker)),
            prompts: Vec::new(),
            also: Vec::new(),
            repeats: Vec::new(),
        }
    }
}

/// What headings say that the text says once more, normalised; `words` are those of each passage.
fn said_below<'w>(decided: &[Decided<'_>], words: &'w [String]) -> HashSet<&'w str> {
    let of = |heading: bool| {
        let listed = decided.iter().zip(words).filter(|(one, _)| one.decision.aside.is_none());
        let those = listed.filter(move |(one, _)| one.passage.block.kind.is_heading() == heading);
        those.map(|(_, words)| words.as_str()).collect::<HashSet<&str>>()
    };
    let headings = of(true);
    if headings.is_empty() { headings } else { headings.intersection(&of(false)).copied().collect() }
}

/// What a pattern of the house matched, to tick.
fn fact_of_house(passage: &SentenceGroup<'_>, house: &House<'_>) -> Fact {
    let verify = match house.pattern.verify.trim() {
        "" => Verify::ActionEvent.into(),
        given => ToVerify::Worded(given.to_owned()),
    };
    Fact::at(passage.text.document, house.span, FactRole::Action, None, verify)
}

/// Whether a passage may show words of the text once more: a quotation set apart, or a paragraph of nothing but
/// quoted words that names no speaker.
fn may_be_pulled(passage: &SentenceGroup<'_>) -> bool {
    let is_alone = || passage.block.span == passage.span && passage.words().first_is(words!["“", "\""]);
    passage.block.kind == BlockKind::Quotation || is_alone() && !passage.has(SignalKind::Attribution)
}

/// The sentences around a passage in its block.
fn context(passage: &SentenceGroup<'_>) -> Context {
    let neighbour = |at: Option<usize>| {
        let sentence = at.and_then(|at| passage.text.sentences.get(at))?;
        let here = passage.records().first().is_some_and(|first| first.block == sentence.block);
        here.then(|| passage.text.document.text(sentence.span).to_owned())
    };
    Context {
        before: neighbour(passage.sentences.start.checked_sub(1)).unwrap_or_default(),
        after: neighbour(Some(passage.sentences.end)).unwrap_or_default(),
    }
}
