//! "The 5,800 visitors" of what drew 6,200.

use crate::check::{CheckContext, CheckedSentence, Found};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind::{Comma, Period, Semicolon};
use crate::signal::Value;
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};
use crate::text::word_id::WordId;
use claimsheet_grammar::{Relation, Tag, view};
use std::collections::BTreeMap;

/// What befell people, and the words for it.
const HARM: &[(&str, &[WordId])] =
    &[("killed", words!["died", "killed", "dead"]), ("hurt", words!["injured", "hurt", "wounded"])];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    prices(draft, found);
    tolls(draft, found);
    measures(draft, found);
    counts(draft, found);
}

/// The first figure of each thing.
struct FirstTold<Thing>(BTreeMap<Thing, (Span, f64)>);

impl<Thing: Ord> FirstTold<Thing> {
    /// The first figure of `thing`, where this one differs and is told as the one already known; keeps it, where it
    /// is the first.
    fn other(&mut self, thing: Thing, span: Span, amount: f64, differs: impl Fn(f64) -> bool) -> Option<Span> {
        let (first, told) = *self.0.entry(thing).or_insert((span, amount));
        (first != span && differs(told)).then_some(first)
    }
}

/// "The 1,500 welders at Okoye Marine", who are 1,400 elsewhere.
fn counts(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut told = FirstTold(BTreeMap::new());
    for sentence in &draft.sentences {
        for (span, one) in sentence.quantities.iter().filter(|(_, one)| is_large_count(one)) {
            let is_known = is_the(draft, *span);
            for name in names(draft, sentence) {
                let thing = (WordId::of(&one.unit), name.text());
                if let Some(other) = told.other(thing, *span, one.amount, |first| is_known && first != one.amount) {
                    return found.push(disagreement(draft, other, *span, &format!("of {}", name.text())));
                }
            }
        }
    }
}

fn disagreement(draft: &CheckContext<'_>, first: Span, second: Span, of: &str) -> Found {
    let message = format!("\"{}\" and \"{}\", both {of}", draft.text(first), draft.text(second));
    Found { places: vec![first, second], message }
}

fn is_large_count(one: &Quantity) -> bool {
    is_plain(one, Form::Count) && one.amount >= 100.0 && !one.unit.is_empty()
}

fn is_plain(one: &Quantity, form: Form) -> bool {
    one.form == form && one.upper.is_none() && one.qualifier.is_none()
}

/// "The" before a figure or in it.
fn is_the(draft: &CheckContext<'_>, span: Span) -> bool {
    draft.preceding(span).last_is(words!["the"]) || draft.passage(span).first_is(words!["the"])
}

/// "The $54 million bridge" of what is "a $45 million bridge" elsewhere: one price of one thing.
fn prices(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut told = FirstTold(BTreeMap::new());
    for (span, one) in draft.sentences.iter().flat_map(|sentence| &sentence.quantities) {
        let before = draft.preceding(*span);
        let noun = draft.following(*span).first(1);
        let is_price = is_plain(one, Form::Money) && one.per.is_none();
        if !is_price || !before.last_is(words!["the", "a", "its"]) || !noun.has_word(Class::BuildingNoun) {
            continue;
        }
        let is_known = before.last_is(words!["the"]);
        let differs = |first: f64| is_known && differs(one.amount, first, one.scale);
        if let Some(other) = told.other((noun.text(), one.unit.as_str()), *span, one.amount, differs) {
            return found.push(disagreement(draft, other, *span, &format!("of the {}", noun.text())));
        }
    }
}

/// "The 12 people who died in the crash", where elsewhere eleven did: a definite toll of one event.
fn tolls(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut told = FirstTold(BTreeMap::new());
    for (span, one) in draft.sentences.iter().flat_map(|sentence| &sentence.quantities) {
        let clause = draft.following(*span).up_to(&[Period, Comma, Semicolon]);
        let place = clause.place_of(phrases!["in the"]).filter(|_| is_plain(one, Form::Count) && one.unit == "people");
        let Some(place) = place else { continue };
        let (verb, event) = (clause.first(place.start).first_words(3), clause.slice(place.end..place.end + 1));
        let harm = HARM.iter().position(|(_, words)| verb.has_word(*words)).and_then(|at| HARM.get(at));
        let Some((harm, _)) = harm else { continue };
        let is_known = draft.preceding(*span).last_is(words!["the"]);
        let differs = |first: f64| is_known && first != one.amount;
        if let Some(other) = told.other((*harm, event.text()), *span, one.amount, differs) {
            return found.push(disagreement(draft, other, *span, &format!("{harm} in the {}", event.text())));
        }
    }
}

/// "The bridge, which cost $45 million", where "the bridge cost $40 million": one measure of one thing, by the same
/// verb.
fn measures(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut told = FirstTold(BTreeMap::new());
    for sentence in &draft.sentences {
        let Some(view) = draft.annotated.sentence(sentence.record) else { continue };
        for (span, one) in sentence.quantities.iter().filter(|(_, one)| is_measure(one)) {
            let Some((thing, verb)) = measured(&view, *span) else { continue };
            let key = (view.word(thing).to_lowercase(), view.word(verb), one.unit.as_str());
            let differs = |first: f64| differs(one.amount, first, one.scale);
            if let Some(other) = told.other(key, *span, one.amount, differs) {
                return found.push(disagreement(draft, other, *span, &format!("of the {}", view.word(thing))));
            }
        }
    }
}

fn is_measure(one: &Quantity) -> bool {
    let plain = one.upper.is_none() && one.qualifier.is_none() && one.per.is_none();
    plain && matches!(one.form, Form::Money | Form::Measure | Form::Count)
}

/// The one thing that a figure measures, with the verb by which it does: "the bridge" and "cost".
fn measured(sentence: &Sentence<'_>, figure: Span) -> Option<(usize, usize)> {
    let tree = &sentence.tree;
    let tokens = sentence.token_at(figure.start)..sentence.token_at(figure.end);
    let outside = tokens.clone().find(|at| tree.head(*at).is_some_and(|head| !tokens.contains(&head)))?;
    let verb = tree.head(outside).filter(|verb| sentence.is(*verb, Class::MeasuringVerb))?;
    let is_object = outside > verb && !tree.is(outside, Relation::Prep);
    let subject = view::subject::own(tree, verb).next().filter(|_| is_object)?;
    let is_relative = matches!(tree.tag(subject), Some(Tag::Wdt | Tag::Wp)) && tree.is(verb, Relation::Relcl);
    let thing = if is_relative { tree.head(verb)? } else { subject };
    let article = tree.children_as(thing, Relation::Det).next().filter(|at| sentence.is(*at, Class::DefiniteArticle));
    // "The new bridge" beside "the old bridge": another thing.
    let is_plain = article.is_some_and(|article| article + 1 == thing);
    (is_plain && tree.tag(thing) == Some(Tag::Nn)).then_some((thing, verb))
}

/// Whether amounts differ by more than their rounding, and are near enough to be meant as one.
fn differs(one: f64, other: f64, scale: f64) -> bool {
    let off = (one - other).abs();
    off > scale * 0.5 && off <= one.max(other) * 0.5
}

/// The names of two words or more in a sentence, without "the".
fn names<'a>(draft: &CheckContext<'a>, sentence: &CheckedSentence<'a>) -> impl Iterator<Item = Passage<'a>> {
    let spans = sentence.signals.iter().filter(|signal| matches!(signal.value, Value::Name(_))).map(|one| one.span);
    let names: Vec<Passage<'a>> = spans.map(|span| draft.passage(span)).collect();
    let bare = names.into_iter().map(|name| name.without_opening(phrases!["the"]).unwrap_or(name));
    bare.filter(|name| name.word_count() > 1)
}
