//! From signals to the facts that a checker ticks.

use crate::claim::{Fact, FactRole, FactValue};
use crate::claims::verify_wording::{wording, wording_with};
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::speech::quote_attribution::{self, Speakers};
use crate::speech::reported_speech;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::value::{DateValue, Form, Precision, Qualifier, Quantity, TimeRelation};
use std::borrow::Cow;

/// A fact with its place in the prose.
struct Found {
    span: Span,
    role: FactRole,
    value: Option<FactValue>,
    verify: Cow<'static, str>,
}

/// The facts of a claim, in the order of the text. `carried` is who spoke a quotation whose own
/// sentence does not say so.
pub(super) fn facts(document: &Document, signals: &[Signal], carried: Option<Span>, speakers: &Speakers) -> Vec<Fact> {
    let mut found: Vec<Found> = signals.iter().filter_map(|signal| fact(document, signal, speakers)).collect();
    if let Some(speaker) = carried {
        found.push(speaker_fact(document, speaker, speakers));
    }
    found.sort_by_key(|fact| (fact.span.start, std::cmp::Reverse(fact.span.end)));
    drop_doubles(&mut found);
    found.extend(action(document, signals, speakers));
    found.sort_by_key(|fact| fact.span.start);
    let fact = |fact: Found| Fact {
        role: fact.role,
        text: document.text(fact.span).to_owned(),
        span: document.source_span(fact.span).into(),
        value: fact.value,
        verify: fact.verify,
        evidence: None,
    };
    found.into_iter().map(fact).collect()
}

fn fact(document: &Document, signal: &Signal, speakers: &Speakers) -> Option<Found> {
    let plain = |role, key: &str| Some(Found { span: signal.span, role, value: None, verify: wording(key).into() });
    match (&signal.kind, &signal.value) {
        (_, Value::Quantity(quantity)) => {
            let value = Some(FactValue::Quantity((**quantity).clone()));
            Some(Found { span: signal.span, role: FactRole::Figure, value, verify: figure(quantity) })
        }
        (_, Value::Date(date)) => {
            let value = Some(FactValue::Date((**date).clone()));
            Some(Found {
                span: signal.span,
                role: FactRole::Date,
                value,
                verify: self::date(date, document.text(signal.span)),
            })
        }
        (_, Value::Name(kind)) => {
            let role = if *kind == NameKind::Place { FactRole::Place } else { FactRole::Name };
            plain(role, &format!("name.{}", kind.name()))
        }
        (_, Value::Attribution { speaker, .. }) => speaker
            .filter(|speaker| quote_attribution::is_source(document.text(*speaker)))
            .map(|speaker| speaker_fact(document, speaker, speakers)),
        (SignalKind::Quotation, _) => {
            let short = document.text(signal.span).split_whitespace().nth(4).is_none();
            plain(FactRole::Quote, if short { "quote.short" } else { "quote" })
        }
        (SignalKind::Role, _) => plain(FactRole::Role, "role"),
        (SignalKind::Superlative, _) => plain(FactRole::Superlative, "superlative"),
        (SignalKind::Comparison, _) => plain(FactRole::Comparison, "comparison"),
        (SignalKind::Universal, _) => plain(FactRole::Qualifier, "qualifier"),
        (SignalKind::Causation, _) => plain(FactRole::Cause, "cause"),
        _ => None,
    }
}

fn speaker_fact(document: &Document, speaker: Span, speakers: &Speakers) -> Found {
    let key = speakers.sort_of(document, speaker);
    let verify = match key {
        "speaker.pronoun" => wording_with(key, &speakers.behind_pronoun(document, speaker)).into(),
        _ => wording(key).into(),
    };
    Found { span: speaker, role: FactRole::Speaker, value: None, verify }
}

fn figure(quantity: &Quantity) -> Cow<'static, str> {
    const UNITS_OF_TIME: &[&str] =
        &["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"];
    let key = match quantity.form {
        Form::Money => "figure.money",
        Form::Percent => "figure.percent",
        Form::Points => "figure.points",
        Form::Ordinal | Form::Reference => "figure.ordinal",
        Form::Fraction => "figure.fraction",
        Form::Ratio => "figure.ratio",
        Form::Measure if UNITS_OF_TIME.contains(&quantity.unit.as_str()) => "figure.duration",
        Form::Measure => "figure.measure",
        Form::Age => "figure.age",
        Form::Score => "figure.score",
        Form::Multiple => "figure.multiple",
        Form::Vague => "figure.vague",
        Form::Count => "figure.count",
    };
    let qualifier = quantity.qualifier.map(|qualifier| match qualifier {
        Qualifier::UpTo => "figure.upto",
        Qualifier::AtLeast => "figure.at-least",
        Qualifier::About => "figure.about",
        Qualifier::Under => "figure.under",
        Qualifier::Exactly => "figure.exactly",
        Qualifier::Average => "figure.average",
    });
    let rate = quantity.per.as_ref().map(|_| "figure.rate");
    let more: String = [qualifier, rate].into_iter().flatten().flat_map(|key| ["; ", wording(key)]).collect();
    if more.is_empty() { wording(key).into() } else { (wording(key).to_owned() + &more).into() }
}

fn date(date: &DateValue, words: &str) -> Cow<'static, str> {
    if date.impossible {
        return wording("date.impossible").into();
    }
    match (date.relation, date.precision) {
        (_, Precision::Vague) => wording("date.vague").into(),
        (_, Precision::Time) => wording("date.time").into(),
        (TimeRelation::Range, _) => wording("date.range").into(),
        (TimeRelation::Relative, _) if date.from.is_some() => {
            let key = if date.from == date.to { "date.resolved" } else { "date.stretch" };
            wording_with(key, &date.to_string()).into()
        }
        (_, Precision::Day | Precision::Month) if date.from.is_some() && !has_year(words) => {
            wording_with("date.completed", &date.to_string()).into()
        }
        (TimeRelation::Relative | TimeRelation::Duration, _) => wording("date.relative").into(),
        (_, Precision::Day) => wording("date.day").into(),
        _ => wording("date.part").into(),
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

/// What was done: the weightiest act that is told beside what somebody's speech tells.
fn action(document: &Document, signals: &[Signal], speakers: &Speakers) -> Option<Found> {
    const ACTS: &[(SignalKind, &str)] = &[
        (SignalKind::Allegation, "action.allegation"),
        (SignalKind::Business, "action.business"),
        (SignalKind::Government, "action.government"),
        (SignalKind::Science, "action.science"),
        (SignalKind::Plan, "action.plan"),
        (SignalKind::Event, "action.event"),
    ];
    ACTS.iter().find_map(|(kind, key)| {
        let own = signals.iter().filter(|signal| signal.kind == *kind && !is_compared(signals, signal));
        let mut own = own
            .filter(|signal| reported_speech::tells(document, signals, signal))
            .filter_map(|signal| Some((signal.span, key_of_act(document, signals, signal, key, speakers)?)));
        let (span, key) = if *kind == SignalKind::Event {
            let told: Vec<(Span, &str)> = own.take(MOST_EVENTS).collect();
            let spans: Vec<Span> = told.iter().map(|(span, _)| *span).collect();
            let main = (0..spans.len()).find(|at| !is_subordinate(document, &spans, *at)).unwrap_or(0);
            told.get(main).copied()?
        } else {
            own.next()?
        };
        Some(Found { span, role: FactRole::Action, value: None, verify: wording(key).into() })
    })
}

/// Verbs of a claim among which its main one is looked for.
const MOST_EVENTS: usize = 12;

/// A verb of change that is ticked as a comparison is not ticked as an event too.
fn is_compared(signals: &[Signal], signal: &Signal) -> bool {
    signal.kind == SignalKind::Event
        && signals.iter().any(|other| other.kind == SignalKind::Comparison && other.span == signal.span)
}

/// Words that open a clause beside the main one.
const SUBORDINATES: &[&str] = &[
    "who", "whom", "whose", "which", "that", "where", "when", "while", "before", "after", "because", "since", "as",
    "though", "although", "if", "until", "once",
];

/// Bytes before a verb among which the word that opens its clause is looked for.
const CLAUSE: usize = 120;

/// Whether a verb stands in a clause beside the main one: behind a word of [`SUBORDINATES`] with neither a
/// mark nor another verb between. A verb that "and" joins to another stands where that one does.
fn is_subordinate(document: &Document, events: &[Span], at: usize) -> bool {
    let Some(verb) = events.get(at).map(|verb| verb.start as usize) else { return false };
    let before = at.checked_sub(1).and_then(|before| events.get(before)).map_or(0, |before| before.end as usize);
    let mut from = before.max(verb.saturating_sub(CLAUSE));
    while !document.prose.is_char_boundary(from) {
        from += 1;
    }
    let text = document.prose.get(from..verb).unwrap_or_default();
    let clause = text.rsplit([',', ';', ':', '.', '\n', '—', '–', '(']).next().unwrap_or_default();
    let is_joined = matches!(clause.split_whitespace().next_back(), Some("and" | "or"));
    if at > 0 && from == before && is_joined {
        return is_subordinate(document, events, at - 1);
    }
    clause.split_whitespace().any(|word| SUBORDINATES.iter().any(|opens| word.eq_ignore_ascii_case(opens)))
}

/// Bytes behind a verb of buying within which what is bought is looked for, up to a comma.
const BOUGHT: u32 = 60;

/// Which wording asks for an act; none for a noun that names a trade (`e-commerce`, `companies`), and for
/// what studies are about. Who owns how much is asked where a company or a part of one is owned.
fn key_of_act(
    document: &Document,
    signals: &[Signal],
    signal: &Signal,
    key: &'static str,
    speakers: &Speakers,
) -> Option<&'static str> {
    let words = document.text(signal.span);
    let buys_company = || {
        signals.iter().any(|other| {
            other.kind == SignalKind::Business
                && other.span.start > signal.span.end
                && other.span.start - signal.span.end <= BOUGHT
                && !document.text(Span::new(signal.span.end, other.span.start)).contains(',')
        })
    };
    match key {
        "action.business" if reported_speech::is_of_ownership(words) && (!words.ends_with("ing") || buys_company()) => {
            Some("action.ownership")
        }
        "action.business" => speakers.is_verb_of_business(&words.to_lowercase()).then_some(key),
        "action.science" => speakers.is_study(&words.to_lowercase()).then_some(key),
        _ => Some(key),
    }
}
