//! Claim or set-aside. Rules that an editor would insist on overrule the score, and say so.

use super::verify;
use crate::claim::{Fact, FactRole, Reason};
use crate::document::{Block, BlockKind, Document};
use crate::rules::{HousePattern, Rules};
use crate::score::{Score, THRESHOLD};
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::span::Span;
use crate::value::Form;

/// What was decided.
pub(super) enum Decision {
    /// A claim, with the rules that insisted on it.
    Claim(Vec<Reason>),
    /// Nothing to check, and why.
    Aside(String),
}

/// A house pattern that matched, with the place.
pub(super) struct House<'a> {
    pub(super) pattern: &'a HousePattern,
    span: Span,
}

impl House<'_> {
    /// The fact to tick.
    pub(super) fn fact(&self, document: &Document) -> Fact {
        let given = self.pattern.verify.trim();
        let verify = if given.is_empty() { verify::wording("action.event") } else { given };
        Fact {
            role: FactRole::Action,
            text: document.text(self.span).to_owned(),
            span: document.source_span(self.span).into(),
            value: None,
            verify: verify.to_owned(),
        }
    }
}

/// The first match of each house pattern in `span`.
pub(super) fn house_patterns<'a>(document: &Document, span: Span, rules: &'a Rules) -> Vec<House<'a>> {
    let text = document.text(span);
    let at = |pattern: &'a HousePattern| {
        let found = pattern.pattern.find(text).filter(|found| !found.is_empty())?;
        let start = span.start as usize;
        Some(House { pattern, span: Span::at(start + found.start(), start + found.end()) })
    };
    rules.patterns.iter().filter_map(at).collect()
}

/// Decides on a sentence.
pub(super) fn decide(
    document: &Document,
    block: &Block,
    signals: &[Signal],
    score: &Score,
    house: &[House<'_>],
) -> Decision {
    let mut decisive: Vec<Reason> = house.iter().map(|house| insists("house pattern", &house.pattern.name)).collect();
    decisive.extend(rules(document, signals).into_iter().map(|rule| insists("rule", rule)));
    let enough = !matches!(block.kind, BlockKind::Cell { .. }) && score.factual >= bar(block, signals);
    if !decisive.is_empty() || enough {
        return Decision::Claim(decisive);
    }
    Decision::Aside(aside_reason(document, block, signals).to_owned())
}

/// The score that makes a claim: higher for a call to act, a question or a view that holds nothing a
/// checker looks up, and for a sentence in which no detector found anything to look up.
fn bar(block: &Block, signals: &[Signal]) -> f64 {
    const HARD: &[SignalKind] =
        &[SignalKind::Quantity, SignalKind::Date, SignalKind::Quotation, SignalKind::Attribution, SignalKind::Event];
    const VIEWS: &[SignalKind] =
        &[SignalKind::Opinion, SignalKind::FirstPerson, SignalKind::Hedge, SignalKind::Forecast];
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
    const SOFT: &[SignalKind] = &[
        SignalKind::Universal,
        SignalKind::Negation,
        SignalKind::Opinion,
        SignalKind::Exhortation,
        SignalKind::Question,
        SignalKind::FirstPerson,
        SignalKind::Hedge,
        SignalKind::Forecast,
    ];
    let any = |kinds: &[SignalKind]| signals.iter().any(|signal| kinds.contains(&signal.kind));
    let teases = (any(&[SignalKind::Question]) || block.kind == BlockKind::Title) && !any(HARD);
    if any(&[SignalKind::Exhortation]) && !any(HARD) {
        BAR_OF_CALLS
    } else if teases || any(VIEWS) && !any(HELD) {
        BAR_OF_VIEWS
    } else if signals.iter().all(|signal| SOFT.contains(&signal.kind)) {
        BAR_OF_BARE
    } else {
        THRESHOLD
    }
}

/// [`THRESHOLD`] for calls to act. Of those in the training articles that hold nothing hard, six in
/// seven were labelled as nothing to verify.
const BAR_OF_CALLS: f64 = 0.8;

/// [`THRESHOLD`] for views, guesses and what the author says of himself, in words that name nobody and
/// give no figure, date, quotation, comparison, cause, act or event, and for questions and headlines that hold nothing hard.
/// Of those in the training articles, three in four and nine in ten were labelled as nothing to verify.
const BAR_OF_VIEWS: f64 = 0.5;

/// [`THRESHOLD`] where nothing to look up was found. Of such sentences in the training articles, four
/// in five were labelled as nothing to verify.
const BAR_OF_BARE: f64 = 0.5;

/// Words beyond which a quotation is somebody's sentence and not a borrowed phrase. Of the sentences with
/// such a one in the training articles, 98 in 100 were labelled as claims.
const LONG_QUOTATION: usize = 3;

fn insists(signal: &str, text: &str) -> Reason {
    Reason { signal: signal.to_owned(), text: text.to_owned(), weight: 0.0 }
}

/// The rules by which a sentence is a claim whatever its score.
pub(super) fn rules(document: &Document, signals: &[Signal]) -> Vec<&'static str> {
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
        (signals.iter().any(|signal| quoted(&signal)), "a quotation of some length is never set aside"),
        (is_figure(signals), "a figure is never set aside"),
    ]
    .into_iter()
    .filter_map(|(holds, rule)| holds.then_some(rule))
    .collect()
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
        (SignalKind::Exhortation, "call to act"),
        (SignalKind::Forecast, "author's forecast"),
        (SignalKind::Opinion, "opinion"),
        (SignalKind::Hedge, "speculation"),
        (SignalKind::FirstPerson, "about the author"),
    ];
    if block.kind.is_heading() {
        return "heading";
    }
    let found = REASONS.iter().find(|(kind, _)| signals.iter().any(|signal| signal.kind == *kind));
    match found.map_or("no checkable detail", |(_, reason)| reason) {
        "about the author" if !document.speech.is_empty() => "about the speaker",
        "author's forecast" if !document.speech.is_empty() => "speaker's forecast",
        reason => reason,
    }
}
