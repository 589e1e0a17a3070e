//! From signals to the facts that a checker ticks.

use super::acts;
use crate::claim::{Fact, FactRole, FactValue, ToVerify, Verify};
use crate::english::lexicon::Class;
use crate::sentence_group::SentenceGroup;
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::speech::in_writing;
use crate::speech::reported_speech::Told;
use crate::speech::{SpeakerKind, Speakers, is_source};
use crate::text::document::LineIndex;
use crate::text::span::Span;
use crate::text::value::{DateValue, Form, Precision, Qualifier, Quantity, TimeRelation};

/// Fewest words of a quotation that is somebody's sentence and not a borrowed phrase.
const SENTENCE: usize = 5;

/// The facts of a passage, in the order of the text.
pub(super) fn facts(
    passage: &SentenceGroup<'_>,
    told: &Told<'_>,
    speakers: &Speakers<'_>,
    lines: &LineIndex,
) -> Vec<Fact> {
    let text = passage.text;
    let speaker_fact = |speaker: Span| Found::new(speaker, FactRole::Speaker, of_speaker(speaker, speakers, lines));
    let mut found: Vec<Found> = Vec::with_capacity(passage.signals.len());
    for signal in passage.signals {
        found.extend(match signal.attribution() {
            Some(said) => is_source(text.passage(said.speaker)).then(|| speaker_fact(said.speaker)),
            None => fact(passage, signal),
        });
    }
    found.extend(speakers.carried(passage).map(speaker_fact));
    found.sort_by_key(|fact| (fact.span.start, std::cmp::Reverse(fact.span.end)));
    drop_doubles(&mut found);
    found.extend(acts::all(passage, told).into_iter().map(|(span, verify)| Found::new(span, FactRole::Action, verify)));
    found.sort_by_key(|fact| fact.span.start);
    let fact = |fact: Found| Fact::at(text.document, fact.span, fact.role, fact.value, fact.verify);
    found.into_iter().map(fact).collect()
}

/// A fact with its place in the prose.
struct Found {
    span: Span,
    role: FactRole,
    value: Option<FactValue>,
    verify: ToVerify,
}

impl Found {
    fn new(span: Span, role: FactRole, verify: impl Into<ToVerify>) -> Self {
        Self { span, role, value: None, verify: verify.into() }
    }
}

/// The fact that a signal is; none where it is no thing to tick.
fn fact(passage: &SentenceGroup<'_>, signal: &Signal) -> Option<Found> {
    let plain = |role, verify: Verify| Some(Found::new(signal.span, role, verify));
    let words = || passage.text.document.text(signal.span);
    match (&signal.kind, &signal.value) {
        (_, Value::Quantity(quantity)) if is_indefinite(passage, signal, quantity) => None,
        (_, Value::Date(date)) if is_open(passage, signal, date) => None,
        (_, Value::Quantity(quantity)) => {
            let value = Some(FactValue::Quantity((**quantity).clone()));
            Some(Found { value, ..Found::new(signal.span, FactRole::Figure, figure(quantity)) })
        }
        (_, Value::Date(date)) => {
            let value = Some(FactValue::Date((**date).clone()));
            Some(Found { value, ..Found::new(signal.span, FactRole::Date, self::date(date, words())) })
        }
        (_, Value::Name(NameKind::Place)) => plain(FactRole::Place, Verify::NamePlace),
        (_, Value::Name(kind)) => plain(FactRole::Name, Verify::of_name(*kind)),
        (SignalKind::Quotation, _) => {
            let is_short = passage.text.passage(signal.span).word_count() < SENTENCE;
            let is_written = || in_writing::is_one(passage.text, passage.records());
            let verify = if is_short {
                Verify::QuoteShort
            } else if is_written() {
                Verify::QuoteWritten
            } else {
                Verify::Quote
            };
            plain(FactRole::Quote, verify)
        }
        (SignalKind::Role, _) if is_rank(passage, signal) => None,
        (SignalKind::Role, _) => plain(FactRole::Role, Verify::Role),
        (SignalKind::Superlative, _) => plain(FactRole::Superlative, Verify::Superlative),
        (SignalKind::Comparison, _) => plain(FactRole::Comparison, Verify::Comparison),
        (SignalKind::Universal, _) => plain(FactRole::Qualifier, Verify::Qualifier),
        (SignalKind::Causation, _) => plain(FactRole::Cause, Verify::Cause),
        _ => None,
    }
}

/// `the valley's largest grocer` of a firm, which ranks and is nobody's title.
fn is_rank(passage: &SentenceGroup<'_>, role: &Signal) -> bool {
    let Value::Role { of } = role.value else { return false };
    let is_person = |name: &Signal| matches!(name.value, Value::Name(NameKind::Person)) && Some(name.span) == of;
    passage.signals_of(SignalKind::Superlative).any(|rank| rank.span == role.span)
        && !passage.signals_of(SignalKind::Name).any(is_person)
}

/// `a few pages`, `numerous shows`: no number that somebody could look up; `a few hundred` is one.
fn is_indefinite(passage: &SentenceGroup<'_>, signal: &Signal, quantity: &Quantity) -> bool {
    let words = passage.text.passage(signal.span);
    quantity.form == Form::Vague
        && words.tokens.iter().take(2).any(|token| token.is(Class::IndefiniteNumber))
        && !words.tokens.iter().any(|token| token.is(Class::NumberWord))
}

/// `so far`, `since then`: no time that somebody could look up.
fn is_open(passage: &SentenceGroup<'_>, signal: &Signal, date: &DateValue) -> bool {
    let words = passage.text.passage(signal.span);
    date.precision == Precision::Vague && words.tokens.last().is_some_and(|token| token.is(Class::OpenTime))
}

fn of_speaker(speaker: Span, speakers: &Speakers<'_>, lines: &LineIndex) -> ToVerify {
    match speakers.kind(speaker) {
        SpeakerKind::Pronoun => Verify::SpeakerPronoun.with(speakers.behind_pronoun(speaker, lines)),
        SpeakerKind::Named => Verify::SpeakerNamed.into(),
        SpeakerKind::Document => Verify::SpeakerDocument.into(),
        SpeakerKind::Anonymous => Verify::SpeakerAnonymous.into(),
        SpeakerKind::Other => Verify::SpeakerOther.into(),
    }
}

fn figure(quantity: &Quantity) -> ToVerify {
    let what = match quantity.form {
        Form::Money => Verify::FigureMoney,
        Form::Percent => Verify::FigurePercent,
        Form::Points => Verify::FigurePoints,
        Form::Ordinal | Form::Reference => Verify::FigureOrdinal,
        Form::Fraction => Verify::FigureFraction,
        Form::Ratio => Verify::FigureRatio,
        Form::Measure if quantity.unit.is_of_time() => Verify::FigureDuration,
        Form::Measure => Verify::FigureMeasure,
        Form::Age => Verify::FigureAge,
        Form::Score => Verify::FigureScore,
        Form::Multiple => Verify::FigureMultiple,
        Form::Vague => Verify::FigureVague,
        Form::Count => Verify::FigureCount,
    };
    let qualifier = quantity.qualifier.map(|qualifier| match qualifier {
        Qualifier::UpTo => Verify::FigureUpTo,
        Qualifier::AtLeast => Verify::FigureAtLeast,
        Qualifier::About => Verify::FigureAbout,
        Qualifier::Under => Verify::FigureUnder,
        Qualifier::Exactly => Verify::FigureExactly,
        Qualifier::Average => Verify::FigureAverage,
    });
    let rate = quantity.per.as_ref().map(|_| Verify::FigureRate);
    what.and(qualifier.into_iter().chain(rate).collect())
}

fn date(date: &DateValue, words: &str) -> ToVerify {
    if date.impossible {
        return Verify::DateImpossible.into();
    }
    match (date.relation, date.precision) {
        (_, Precision::Vague) => Verify::DateVague.into(),
        (_, Precision::Time) => Verify::DateTime.into(),
        (TimeRelation::Range, _) => Verify::DateRange.into(),
        (TimeRelation::Relative, _) if date.from.is_some() => {
            let is_one = date.from == date.to;
            if is_one { Verify::DateResolved } else { Verify::DateStretch }.with(date.to_string())
        }
        (_, Precision::Day | Precision::Month) if date.from.is_some() && !has_year(words) => {
            Verify::DateCompleted.with(date.to_string())
        }
        (TimeRelation::Relative | TimeRelation::Duration, _) => Verify::DateRelative.into(),
        (_, Precision::Day) => Verify::DateDay.into(),
        _ => Verify::DatePart.into(),
    }
}

/// Whether a date gives its year.
fn has_year(words: &str) -> bool {
    words.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

/// Takes out what says the same twice: a name that is the speaker, a superlative within a figure,
/// anything within a quotation but the quotation, except figures and dates.
fn drop_doubles(found: &mut Vec<Found>) {
    let spans: Vec<(Span, FactRole)> = found.iter().map(|fact| (fact.span, fact.role)).collect();
    let mut at = 0;
    found.retain(|fact| {
        let own = at;
        at += 1;
        let around = spans.iter().enumerate().filter(|(other, (span, _))| *other != own && span.contains(fact.span));
        for (other, (span, role)) in around {
            let same = *span == fact.span;
            let doubled = match fact.role {
                FactRole::Name | FactRole::Place => *role == FactRole::Speaker && same,
                FactRole::Speaker => *role == FactRole::Speaker && same && other < own,
                FactRole::Role => *role == FactRole::Role && !same || *role == FactRole::Speaker && same,
                FactRole::Comparison | FactRole::Qualifier | FactRole::Cause | FactRole::Superlative => {
                    matches!(role, FactRole::Figure | FactRole::Date | FactRole::Superlative | FactRole::Quote)
                        && !(same && other > own)
                }
                _ => false,
            };
            if doubled {
                return false;
            }
        }
        true
    });
}
