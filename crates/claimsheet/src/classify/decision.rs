//! Claim or set-aside. Options that an editor would insist on overrule the score, and say so.

use super::genre::Genre;
use crate::claim::{Fact, FactRole, Reason};
use crate::claims::verify_wording;
use crate::classify::{Score, thresholds};
use crate::options::{HousePattern, Options};
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::text::document::{Block, BlockKind, Document};
use crate::text::span::Span;
use crate::text::value::{Form, Precision};

/// What was decided.
pub(crate) enum Decision {
    /// A claim, with the rules that insisted on it.
    Claim(Vec<Reason>),
    /// Nothing to check, and why.
    Aside(String),
}

/// A house pattern that matched, with the place.
pub(crate) struct House<'a> {
    pub(crate) pattern: &'a HousePattern,
    span: Span,
}

impl House<'_> {
    /// The fact to tick.
    pub(crate) fn fact(&self, document: &Document) -> Fact {
        let given = self.pattern.verify.trim();
        let verify = if given.is_empty() { verify_wording::wording("action.event") } else { given };
        Fact {
            role: FactRole::Action,
            text: document.text(self.span).to_owned(),
            span: document.source_span(self.span).into(),
            value: None,
            verify: verify.to_owned().into(),
            evidence: None,
        }
    }
}

/// The first match of each house pattern in `span`.
pub(crate) fn house_patterns<'a>(document: &Document, span: Span, rules: &'a Options) -> Vec<House<'a>> {
    let text = document.text(span);
    let at = |pattern: &'a HousePattern| {
        let found = pattern.pattern.find(text).filter(|found| !found.is_empty())?;
        let start = span.start as usize;
        Some(House { pattern, span: Span::at(start + found.start(), start + found.end()) })
    };
    rules.patterns.iter().filter_map(at).collect()
}

/// Decides on a sentence for which `bar` is the least score; `is_told` where the draft gives its block as
/// somebody's words. The head of a table names what its cells
/// tell, and tells nothing.
pub(crate) fn decide(
    document: &Document,
    bar: Threshold,
    block: &Block,
    signals: &[Signal],
    score: &Score,
    house: &[House<'_>],
    is_told: bool,
) -> Decision {
    if matches!(block.kind, BlockKind::Cell { row: 0, .. }) {
        return Decision::Aside("head of a table".to_owned());
    }
    let mut decisive: Vec<Reason> = house.iter().map(|house| insists("house pattern", &house.pattern.name)).collect();
    decisive.extend(rules(document, signals).into_iter().map(|rule| insists("rule", rule)));
    if is_told {
        decisive.push(insists("rule", "what somebody is said to say is never set aside"));
    }
    let enough = !matches!(block.kind, BlockKind::Cell { .. }) && score.factual >= bar.from;
    if !decisive.is_empty() || enough {
        return Decision::Claim(decisive);
    }
    Decision::Aside(aside_reason(document, block, signals).to_owned())
}

/// What a sentence must score to be a claim, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// The least score, 0 to 1.
    pub from: f64,
    /// What sort of sentence it is for; empty for any.
    pub why: &'static str,
}

/// Signals that tell what can be looked up, whoever says it; what happened is another.
const HARD: &[SignalKind] = &[SignalKind::Quantity, SignalKind::Date, SignalKind::Quotation, SignalKind::Attribution];

/// Signals that tie a sentence to one thing that others can look up.
const ANCHORS: &[SignalKind] =
    &[SignalKind::Quantity, SignalKind::Date, SignalKind::Quotation, SignalKind::Name, SignalKind::Superlative];

/// Signals of acts on record.
const ACTS: &[SignalKind] =
    &[SignalKind::Government, SignalKind::Business, SignalKind::Allegation, SignalKind::Superlative];

/// Signals that hold a sentence to something in the world, weaker ones included.
const HELD: &[SignalKind] = &[
    SignalKind::Quantity,
    SignalKind::Date,
    SignalKind::Quotation,
    SignalKind::Attribution,
    SignalKind::Name,
    SignalKind::Role,
    SignalKind::Comparison,
    SignalKind::Causation,
    SignalKind::Government,
    SignalKind::Allegation,
    SignalKind::Event,
];

/// Signals of the author's own view.
const VIEWS: &[SignalKind] = &[SignalKind::Opinion, SignalKind::FirstPerson, SignalKind::Hedge, SignalKind::Forecast];

/// Signals that give nothing to look up.
const SOFT: &[SignalKind] = &[
    SignalKind::Universal,
    SignalKind::Negation,
    SignalKind::Opinion,
    SignalKind::Exhortation,
    SignalKind::Question,
    SignalKind::FirstPerson,
    SignalKind::Hedge,
    SignalKind::Forecast,
    SignalKind::Transition,
];

/// The score that makes a claim: higher for sorts of sentences of which few in the training
/// articles held anything to verify.
pub(crate) fn bar(document: &Document, genre: Genre, block: &Block, span: Span, signals: &[Signal]) -> Threshold {
    let any = |kinds: &[SignalKind]| signals.iter().any(|signal| kinds.contains(&signal.kind));
    let anchored = signals.iter().any(is_anchor);
    let hard = any(&[SignalKind::Event]) || signals.iter().any(|signal| is_hard(document, signal));
    let teases = any(&[SignalKind::Question]) && !hard;
    let heads = block.kind == BlockKind::Title && teases_by_title(genre, signals) && !hard && !any(ACTS);
    let supposes = signals.iter().any(|signal| signal.kind == SignalKind::Hedge && signal.span.start <= span.start + 5);
    if any(&[SignalKind::Exhortation, SignalKind::Transition]) && !hard {
        CALLS
    } else if supposes && !anchored && !any(&[SignalKind::Attribution]) {
        SUPPOSED
    } else if teases {
        QUESTIONS
    } else if heads {
        HEADLINES
    } else if any(&[SignalKind::FirstPerson]) && !anchored {
        OWN
    } else if any(VIEWS) && !any(HELD) {
        VIEWS_ONLY
    } else if signals.iter().all(|signal| SOFT.contains(&signal.kind)) {
        BARE
    } else if genre == Genre::Report {
        REPORTED
    } else if any(&[SignalKind::Event]) && any(&[SignalKind::Date]) && !any(VIEWS) {
        DATED
    } else {
        Threshold { from: thresholds().factual, why: "" }
    }
}

/// Calls to act and transitions that hold nothing hard: six in seven were labelled as nothing to verify.
const CALLS: Threshold = Threshold { from: 0.8, why: "a call to act or a transition, with nothing hard in it" };

/// Guesses and supposed cases that hold nothing hard: five in six.
const SUPPOSED: Threshold = Threshold { from: 0.6, why: "a guess or a supposed case, with nothing hard in it" };

/// Questions that hold nothing hard: all of fifty.
const QUESTIONS: Threshold = Threshold { from: 0.5, why: "a question, with nothing hard in it" };

/// Headlines of views, and those of what is no report that name nobody, that tell no act: they tease more
/// than they tell.
const HEADLINES: Threshold = Threshold { from: 0.7, why: "a headline that teases and tells no act" };

/// What authors say of themselves without a name, figure, date or quotation: two in three.
const OWN: Threshold =
    Threshold { from: 0.6, why: "what authors say of themselves, with no name, figure or date in it" };

/// Views, guesses and what authors say of themselves: three in four.
const VIEWS_ONLY: Threshold = Threshold { from: 0.5, why: "a view, with nothing in it to look up" };

/// Any other sentence of a report: of those in the training articles that are reports, nine in ten were
/// labelled as claims.
const REPORTED: Threshold = Threshold { from: 0.2, why: "in a report, where most sentences tell what others said" };

/// What happened and when, without a view: there is a day on which to look it up.
const DATED: Threshold = Threshold { from: 0.25, why: "it says what happened and when" };

/// Sentences in which no detector found anything to look up: four in five.
const BARE: Threshold = Threshold { from: 0.5, why: "nothing in it to look up" };

/// Words beyond which a quotation is somebody's sentence and not a borrowed phrase. Of the sentences with
/// such a one in the training articles, 98 in 100 were labelled as claims.
const LONG_QUOTATION: usize = 3;

fn insists(signal: &'static str, text: &str) -> Reason {
    Reason { signal: signal.into(), text: text.to_owned(), weight: 0.0 }
}

/// The rules by which a sentence is a claim whatever its score.
pub(crate) fn rules(document: &Document, signals: &[Signal]) -> Vec<&'static str> {
    let has = |kind: SignalKind| signals.iter().any(|signal| signal.kind == kind);
    let named = signals.iter().any(|signal| matches!(signal.value, Value::Name(kind) if kind != NameKind::Group));
    let quoted = |signal: &&Signal| {
        signal.kind == SignalKind::Quotation
            && document.text(signal.span).split_whitespace().nth(LONG_QUOTATION).is_some()
    };
    let asks = has(SignalKind::Question);
    let urges = has(SignalKind::Exhortation);
    [
        (
            has(SignalKind::Allegation) && named && !asks && !urges,
            "an allegation against a named party is never set aside",
        ),
        (has(SignalKind::Quotation) && has(SignalKind::Attribution), "a quotation with a speaker is never set aside"),
        (
            signals.iter().any(|signal| is_position(document, signal)),
            "what somebody is said to hold is never set aside",
        ),
        (signals.iter().any(|signal| quoted(&signal)), "a quotation of some length is never set aside"),
        (is_figure(signals), "a figure is never set aside"),
        (spares_all(document, signals), "that it happened to nobody is never set aside"),
        (is_scheduled(signals), "what is on a calendar with its day is never set aside"),
    ]
    .into_iter()
    .filter_map(|(holds, rule)| holds.then_some(rule))
    .collect()
}

/// Whether a signal tells what can be looked up. That some `they` or `you` want or believe something cannot.
fn is_hard(document: &Document, signal: &Signal) -> bool {
    const ANYBODY: &[&str] = &["they", "we", "you", "people"];
    const MINDS: &[&str] = &["want", "believe", "think", "know", "hope", "feel", "expect", "fear"];
    let is = |span: Span, words: &[&str]| words.iter().any(|word| document.text(span).eq_ignore_ascii_case(word));
    let is_in_mind = match signal.value {
        Value::Attribution { speaker: Some(speaker), cue, .. } => is(speaker, ANYBODY) && is(cue, MINDS),
        _ => false,
    };
    HARD.contains(&signal.kind) && !is_in_mind
}

/// Whether a signal ties a sentence to one thing. An amount without a number does not (`most of the pilots`).
fn is_anchor(signal: &Signal) -> bool {
    let is_vague = matches!(&signal.value, Value::Quantity(quantity) if quantity.form == Form::Vague);
    ANCHORS.contains(&signal.kind) && !is_vague
}

/// Whether a headline teases: a view's does, another's where it names nobody, a report's never.
fn teases_by_title(genre: Genre, signals: &[Signal]) -> bool {
    match genre {
        Genre::Report => false,
        Genre::Views => true,
        Genre::Other => !names_party(signals),
    }
}

fn names_party(signals: &[Signal]) -> bool {
    const PARTIES: &[NameKind] = &[NameKind::Person, NameKind::Organisation, NameKind::Place];
    signals.iter().any(|signal| matches!(signal.value, Value::Name(kind) if PARTIES.contains(&kind)))
}

/// `the trust's answer is that …`, `her promise was that …`
fn is_position(document: &Document, signal: &Signal) -> bool {
    let Value::Attribution { speaker: Some(_), cue, .. } = signal.value else { return false };
    let behind = document.prose.get(cue.end as usize..).unwrap_or("");
    [" is that ", " was that "].iter().any(|said| behind.starts_with(said))
}

/// `No one was hurt`, `nobody was arrested`: a toll of none, which is a figure in words.
fn spares_all(document: &Document, signals: &[Signal]) -> bool {
    let befalls = |nobody: &Signal| {
        signals.iter().any(|event| {
            event.kind == SignalKind::Event
                && event.span.start > nobody.span.end
                && matches!(
                    document.text(Span::new(nobody.span.end, event.span.start)).trim(),
                    "was" | "were" | "has been" | "have been" | "had been"
                )
        })
    };
    let is_nobody = |signal: &&Signal| {
        signal.kind == SignalKind::Negation
            && ["no one", "nobody", "none"].iter().any(|word| document.text(signal.span).eq_ignore_ascii_case(word))
    };
    signals.iter().filter(is_nobody).any(befalls)
}

/// `will open on Friday`: a plan with its day, and no view of the author's.
fn is_scheduled(signals: &[Signal]) -> bool {
    const OWN: &[SignalKind] =
        &[SignalKind::Question, SignalKind::Exhortation, SignalKind::Opinion, SignalKind::FirstPerson];
    let has_day = || {
        signals.iter().any(|signal| {
            matches!(&signal.value, Value::Date(date) if matches!(date.precision, Precision::Day | Precision::Time))
        })
    };
    let plans = signals.iter().any(|signal| signal.kind == SignalKind::Plan);
    plans && has_day() && !signals.iter().any(|signal| VIEWS.contains(&signal.kind) || OWN.contains(&signal.kind))
}

fn is_figure(signals: &[Signal]) -> bool {
    signals.iter().any(|signal| match &signal.value {
        Value::Quantity(quantity) => {
            matches!(quantity.form, Form::Money | Form::Percent | Form::Points | Form::Score | Form::Age)
                || matches!(quantity.form, Form::Count | Form::Measure) && quantity.amount >= 10.0
        }
        _ => false,
    })
}

/// Why nothing is to be checked, in a word or two.
fn aside_reason(document: &Document, block: &Block, signals: &[Signal]) -> &'static str {
    const REASONS: &[(SignalKind, &str)] = &[
        (SignalKind::Question, "question"),
        (SignalKind::Transition, "transition"),
        (SignalKind::Exhortation, "call to act"),
        (SignalKind::Forecast, "author's forecast"),
        (SignalKind::Opinion, "opinion"),
        (SignalKind::Hedge, "speculation"),
        (SignalKind::FirstPerson, "about the author"),
    ];
    if block.kind.is_heading() {
        return "heading";
    }
    let gives = |signal: &Signal, kind: SignalKind| {
        signal.kind == kind && (kind != SignalKind::FirstPerson || is_of_author(document, signal))
    };
    let found = REASONS.iter().find(|(kind, _)| signals.iter().any(|signal| gives(signal, *kind)));
    match found.map_or("no checkable detail", |(_, reason)| reason) {
        "about the author" if !document.speech.is_empty() => "about the speaker",
        "author's forecast" if !document.speech.is_empty() => "speaker's forecast",
        reason => reason,
    }
}

/// `I walked`, `We know`: not a `we` or `our` within a sentence about something else, by which an author means
/// everybody (`it knows our tastes`).
fn is_of_author(document: &Document, signal: &Signal) -> bool {
    let word = document.text(signal.span);
    !["we", "us", "our"].iter().any(|many| word.starts_with(many))
}
