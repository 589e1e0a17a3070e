//! Whom a pronoun stands for, as far as one can tell without reading: no guess is better than a wrong one.

use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::signal::{NameKind, Signal, Value};
use crate::speech::quote_attribution::{BODIES, PERSONS};
use crate::text::document::Document;
use crate::text::span::Span;
use rustc_hash::FxHashSet;

/// Lists of nouns whose plural is several people.
const MANY: Classes = PERSONS.with(Classes::of(Class::AnonymousSource)).with(Classes::of(Class::Group));

/// How far behind a name, in bytes, a pronoun is taken for it: about two sentences.
const NEAR: u32 = 400;

/// Those whom a pronoun may mean, each in the order of the text.
pub(crate) struct Antecedents {
    /// Persons who are said to say something, by name or by office (`the governor`), and those of whom a
    /// sentence tells first.
    persons: Vec<Span>,
    /// Full names that most likely are a person's.
    names: Vec<Span>,
    /// Who is said to say something and is several.
    groups: Vec<Span>,
    /// Bodies and documents that are said to say something.
    bodies: Vec<Span>,
}

impl Antecedents {
    pub(crate) fn of(document: &Document, annotated: &AnnotatedText, lexicon: &Lexicon) -> Self {
        let mut speakers: Vec<Span> = annotated.signals.iter().filter_map(spoken).collect();
        speakers.sort();
        let names: Vec<Name> = annotated.signals.iter().filter_map(|signal| Name::of(document, signal)).collect();
        let name_in = |speaker: Span| {
            let from = names.partition_point(|name| name.span.start < speaker.start);
            names.get(from).filter(|name| speaker.contains(name.span)).map(|name| name.span)
        };
        let is_one_person = |speaker: &Span| {
            let words = document.text(*speaker);
            let is_person = |noun: &str| {
                let classes = lexicon.word(&noun.to_lowercase());
                classes.any(PERSONS) && !classes.any(BODIES) && !noun.ends_with('s')
            };
            // "her supervisor" is told of by whom "she" stands for.
            let is_hers = ["his ", "her ", "their "].iter().any(|owner| words.starts_with(owner));
            !is_hers && (is_person(words.rsplit(' ').next().unwrap_or_default()) || head(words) == "source")
        };
        let is_several = |speaker: &Span| {
            let words = document.text(*speaker);
            let head = head(words).to_lowercase();
            let is_noun = words.starts_with(char::is_lowercase) || lexicon.word(&head).any(MANY);
            words.contains(" and ") || head.ends_with('s') && is_noun || head == "people"
        };
        let is_body = |speaker: &Span| lexicon.word(&head(document.text(*speaker)).to_lowercase()).any(BODIES);
        let person = |speaker: Span| name_in(speaker).or_else(|| Some(speaker).filter(is_one_person));
        let (groups, single): (Vec<Span>, Vec<Span>) = speakers.into_iter().partition(is_several);
        let bodies = single.iter().copied().filter(is_body).collect();
        let speaking = single.into_iter().filter(|speaker| !is_body(speaker)).filter_map(person);
        let mut persons: Vec<Span> = speaking.chain(told_of(annotated, &names)).collect();
        persons.retain(|span| !is_somebodys(document, *span));
        persons.sort();
        // "Oskarsdotter" behind "Ragnhild Oskarsdotter": who is told of again by the last word is a person.
        let alone: FxHashSet<&str> =
            names.iter().map(|name| document.text(name.span)).filter(|name| !name.contains(' ')).collect();
        let is_told_again =
            |span: &Span| document.text(*span).rsplit_once(' ').is_some_and(|(_, last)| alone.contains(last));
        let names = names.iter().map(|name| name.span).filter(is_told_again).collect();
        Self { persons, names, groups, bodies }
    }

    /// Whom `pronoun` most likely stands for: of those near before it whom it can mean the last.
    pub(crate) fn likely(&self, document: &Document, pronoun: Span) -> Option<Span> {
        let last = |spans: &[Span]| {
            let before = spans.partition_point(|span| span.end <= pronoun.start);
            let last = before.checked_sub(1).and_then(|at| spans.get(at)).copied();
            last.filter(|span| pronoun.start - span.end <= NEAR)
        };
        match document.text(pronoun) {
            words if words.eq_ignore_ascii_case("they") => last(&self.groups),
            words if words.eq_ignore_ascii_case("it") => last(&self.bodies),
            _ => last(&self.persons).or_else(|| last(&self.names)),
        }
    }
}

fn spoken(signal: &Signal) -> Option<Span> {
    match signal.value {
        Value::Attribution { speaker, .. } => speaker,
        _ => None,
    }
}

/// `her supervisor, Tom Dahl`: told of by whom "she" stands for, and not her.
fn is_somebodys(document: &Document, name: Span) -> bool {
    let before = document.prose.get(..name.start as usize).and_then(|before| before.strip_suffix(", "));
    let Some(before) = before else { return false };
    let description = before.rsplit([',', '.', ';', ':', '“', '”', '"', '\n']).next().unwrap_or_default();
    description.split(' ').filter(|word| !word.is_empty()).take(2).any(|word| matches!(word, "her" | "his" | "their"))
}

/// The persons with whom a sentence begins ("Lund saw it") and those known as persons who are named first in one.
fn told_of(annotated: &AnnotatedText, names: &[Name]) -> Vec<Span> {
    let first = |span: Span| {
        let from = names.partition_point(|name| name.span.start < span.start);
        names.get(from).filter(|name| name.span.end <= span.end)
    };
    let told = annotated.sentences.iter().filter_map(|read| Some((read.span, first(read.span)?)));
    told.filter(|(span, name)| name.is_person || name.span.start == span.start).map(|(_, name)| name.span).collect()
}

/// A name that a person may bear.
struct Name {
    span: Span,
    is_person: bool,
}

impl Name {
    fn of(document: &Document, signal: &Signal) -> Option<Self> {
        let may_be_person = |words: &str| !words.contains(|sign: char| sign.is_ascii_digit());
        match signal.value {
            Value::Name(NameKind::Person) => Some(Self { span: signal.span, is_person: true }),
            Value::Name(NameKind::Other) if may_be_person(document.text(signal.span)) => {
                Some(Self { span: signal.span, is_person: false })
            }
            _ => None,
        }
    }
}

/// The noun that words are about: the last before "of", "for" and the like.
pub(crate) fn head(words: &str) -> &str {
    let before = [" of ", " for ", " at ", " in ", " by ", " from ", " close to ", " with "]
        .iter()
        .filter_map(|joint| words.find(joint))
        .min()
        .unwrap_or(words.len());
    words.get(..before).unwrap_or(words).rsplit(' ').next().unwrap_or(words)
}
