//! Whom a pronoun stands for, as far as one can tell without reading: no guess is better than a wrong one.

use super::binding::{is_of_another, is_told_of_another};
use super::gender::{Gender, Genders};
use super::speaker::{BODIES, PERSONS, is_person};
use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::token::{Token, TokenKind};
use crate::names::is_guess;
use crate::signal::{NameKind, Signal, Value};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::{Model, Tag, view};
use rustc_hash::FxHashSet;

/// Nouns whose plural is several people.
const MANY: Classes = PERSONS.with(Classes::of(Class::AnonymousSource)).with(Classes::of(Class::Group));

/// How far behind a name, in bytes, a pronoun is taken for it: about two sentences.
const NEAR: u32 = 400;

/// The same where the name is known to be a woman's or a man's, as the pronoun is, and nobody else is told of since.
pub(super) const FAR: u32 = 1000;

/// Words that say whose somebody is: "her supervisor" is told of by whom "she" stands for.
const OWNERS: &[WordId] = words!["his", "her", "their"];

/// Those whom a pronoun may mean, each in the order of the text.
pub(super) struct Antecedents {
    /// Persons who are said to say something, by name or by office (`the governor`), and those of whom a
    /// sentence tells first.
    persons: Vec<Span>,
    /// Full names that most likely are a person's.
    names: Vec<Span>,
    /// All names that are a person's.
    all_names: Vec<Span>,
    /// Who is said to say something and is several.
    groups: Vec<Span>,
    /// Bodies and documents that are said to say something.
    bodies: Vec<Span>,
    /// Who of them is a woman, who a man.
    genders: Genders,
}

impl Antecedents {
    pub(super) fn of(text: &AnnotatedText<'_>) -> Self {
        let mut speakers: Vec<Span> =
            text.signals.iter().filter_map(Signal::attribution).map(|said| said.speaker).collect();
        speakers.sort();
        let names = names(text);
        // "Alder spokesman Tom Orr": of the names the person's, and that the noun stands before.
        let name_in = |speaker: Span| {
            let from = names.partition_point(|name| name.span.start < speaker.start);
            let within = || names.iter().skip(from).take_while(|name| name.span.start < speaker.end);
            let whole = || within().filter(|name| speaker.contains(name.span));
            let last = whole().filter(|name| name.is_person).last();
            last.or_else(|| whole().next()).map(|name| name.span)
        };
        let (mut persons, mut groups, mut bodies) = (told_of(text, &names), Vec::new(), Vec::new());
        for speaker in speakers {
            let words = text.passage(speaker);
            if is_several(words) {
                groups.push(speaker);
            } else if words.is_about(BODIES) {
                bodies.push(speaker);
            } else {
                persons.extend(name_in(speaker).or_else(|| is_one_person(words).then_some(speaker)));
            }
        }
        persons.retain(|span| !is_somebodys(text, *span));
        persons.sort();
        bodies.extend(text.sentences.iter().filter_map(|record| body_told_of(text, record, &names)));
        bodies.sort();
        bodies.dedup();
        // "Oskarsdotter" behind "Ragnhild Oskarsdotter": who is told of again by the last word is a person.
        let words = |name: &Name| text.passage(name.span);
        let alone: FxHashSet<&str> =
            names.iter().map(words).filter(|name| name.word_count() == 1).map(Passage::text).collect();
        let is_told_again =
            |name: &&Name| words(name).word_count() > 1 && alone.contains(words(name).last_word().text());
        let genders = Genders::of(text, names.iter().map(|name| name.span));
        let all_names = names.iter().filter(|name| name.is_person).map(|name| name.span).collect();
        let names = names.iter().filter(is_told_again).map(|name| name.span).collect();
        Self { persons, names, all_names, groups, bodies, genders }
    }

    /// The firm that "the company" most likely stands for: the last body with a name of which a sentence before tells.
    pub(super) fn firm(&self, text: &AnnotatedText<'_>, description: Span) -> Option<Span> {
        let before = self.bodies.get(..self.bodies.partition_point(|span| span.end <= description.start))?;
        let near = before.iter().rev().take_while(|span| description.start - span.end <= FAR);
        // "The bank" at a sentence's start has no name either.
        let is_named = |token: &Token| token.is_capitalised() && !token.is(Class::FunctionWord);
        near.into_iter().find(|span| text.passage(**span).tokens.iter().any(is_named)).copied()
    }

    /// The only person named in the text before byte `end` and near it.
    pub(super) fn only_before(&self, text: &AnnotatedText<'_>, end: u32) -> Option<Span> {
        let before = self.all_names.get(..self.all_names.partition_point(|name| name.end <= end))?;
        let last = before.last().filter(|last| end - last.end <= FAR)?;
        let mut near = before.iter().rev().take_while(|name| end - name.end <= FAR);
        near.all(|name| surname(text, *name) == surname(text, *last)).then_some(*last)
    }

    /// The person whose name begins at byte `start`.
    pub(super) fn person_at(&self, start: u32) -> Option<Span> {
        let at = self.all_names.binary_search_by_key(&start, |name| name.start).ok()?;
        self.all_names.get(at).copied()
    }

    /// Whether whoever is named at `person` is a woman or a man, as far as the names tell.
    pub(super) fn gender(&self, text: &AnnotatedText<'_>, person: Span) -> Option<Gender> {
        self.genders.at(text, person)
    }

    /// Whom `pronoun` most likely stands for: of those near before it whom it can mean the last.
    pub(super) fn likely(&self, text: &AnnotatedText<'_>, pronoun: Span) -> Option<Span> {
        let gender = Gender::of_pronoun(text.passage(pronoun));
        let can_mean =
            |span: &&Span| gender.is_none() || self.genders.at(text, **span).is_none_or(|other| Some(other) == gender);
        let is_gender = |span: &&Span| gender.is_some() && self.genders.at(text, **span) == gender;
        let told_of = self.told_of_by(text, pronoun);
        let is_free = |span: &&Span| {
            !is_of_another(text, pronoun, **span)
                && surname(text, **span).is_none_or(|surname| !told_of.contains(&surname))
        };
        let last = |spans: &[Span]| {
            let before = spans.get(..spans.partition_point(|span| span.end <= pronoun.start))?;
            let others = before.iter().rev().filter(is_free);
            let mut near = others.clone().take_while(|span| pronoun.start - span.end <= NEAR);
            let far = || others.clone().next().filter(|span| is_gender(span) && pronoun.start - span.end <= FAR);
            near.find(can_mean).or_else(far).copied()
        };
        match text.passage(pronoun) {
            words if words.is(phrases!["they", "their"]) => last(&self.groups),
            words if words.is(phrases!["it", "its"]) => last(&self.bodies),
            _ => {
                let told = last(&self.persons);
                let only = gender.and_then(|gender| self.only(gender, text, pronoun, told));
                only.or(told).or_else(|| last(&self.names))
            }
        }
    }

    /// The surnames of those of whom the pronoun's own sentence tells as of others, in its words or behind it.
    fn told_of_by(&self, text: &AnnotatedText<'_>, pronoun: Span) -> Vec<WordId> {
        let Some(record) = text.sentence_at(pronoun.start) else { return Vec::new() };
        let from = self.all_names.partition_point(|name| name.start < record.span.start);
        let own = self.all_names.iter().skip(from).take_while(|name| name.start < record.span.end);
        let is_other = |name: &&Span| is_of_another(text, pronoun, **name) || is_told_of_another(text, pronoun, **name);
        own.filter(is_other).filter_map(|name| surname(text, *name)).collect()
    }

    /// The only one of that gender whom the sentences between that of `told` and the pronoun name, whatever their part in
    /// it: "she" behind "Tom Lund met Ida Brandt".
    fn only(&self, gender: Gender, text: &AnnotatedText<'_>, pronoun: Span, told: Option<Span>) -> Option<Span> {
        let since = told.and_then(|told| text.sentence_at(told.start)).map_or(0, |sentence| sentence.span.end);
        let since = since.max(pronoun.start.saturating_sub(NEAR));
        let before = self.all_names.get(..self.all_names.partition_point(|name| name.end <= pronoun.start))?;
        let near = before.iter().rev().take_while(|name| name.start >= since);
        let mut those = near.filter(|name| self.genders.at(text, **name) == Some(gender));
        let last = those.next()?;
        let is_other = is_of_another(text, pronoun, *last)
            || surname(text, *last).is_some_and(|surname| self.told_of_by(text, pronoun).contains(&surname));
        let is_free = !is_other && !is_somebodys(text, *last);
        // "She says that he hired Ida Brandt. She wants to know why.": it still is who spoke before.
        let is_pronoun =
            |token: &Token| token.is(if gender == Gender::Woman { Class::Feminine } else { Class::Masculine });
        let goes_on = text.tokens_in(Span::new(since.min(last.start), last.start)).iter().any(is_pronoun);
        (is_free && !goes_on && those.all(|other| surname(text, *other) == surname(text, *last))).then_some(*last)
    }
}

/// The last word of a name.
fn surname(text: &AnnotatedText<'_>, name: Span) -> Option<WordId> {
    text.passage(name).tokens.last().map(|last| last.word)
}

/// `the governor`, `a source close to the inquiry`; not `her supervisor`, nor `the governor's office`.
fn is_one_person(words: Passage<'_>) -> bool {
    let last = words.last_classes();
    // "a spokesman for the port authority"
    let head = words.head().map_or(Classes::default(), |head| head.classes);
    let is_one = [last, head].into_iter().any(is_person) && !words.is_plural();
    let is_source = || words.head().is_some_and(|head| head.word == word!("source"));
    !words.tokens.first().is_some_and(|first| OWNERS.contains(&first.word)) && (is_one || is_source())
}

/// `officials`, `the mayor and the council`
fn is_several(words: Passage<'_>) -> bool {
    let Some((first, head)) = words.tokens.first().zip(words.head()) else { return false };
    let is_noun = || !head.is_capitalised() && !first.is_capitalised() && first.is_word() || head.classes.any(MANY);
    words.has_word(words!["and"]) || words.ends_in(head, "s") && is_noun() || head.word == word!("people")
}

/// `her supervisor, Tom Dahl`: told of by whom "she" stands for, and not her.
fn is_somebodys(text: &AnnotatedText<'_>, name: Span) -> bool {
    let divides = |token: &Token| {
        use TokenKind::{Colon, Comma, Period, Quote, Semicolon};
        matches!(token.kind, Comma | Period | Semicolon | Colon | Quote)
    };
    let before = text.before(name.start);
    let Some((Token { kind: TokenKind::Comma, .. }, before)) = before.tokens.split_last() else { return false };
    let description = text.passage(name).part(before).behind_last(divides);
    description.word_starts().take(2).any(|token| OWNERS.contains(&token.word))
}

/// The persons with whom a sentence begins ("Lund saw it") and those known as persons who are named first in one.
fn told_of(text: &AnnotatedText<'_>, names: &[Name]) -> Vec<Span> {
    let first = |span: Span| {
        let from = names.partition_point(|name| name.span.start < span.start);
        names.get(from).filter(|name| name.span.end <= span.end)
    };
    let told = text.sentences.iter().filter_map(|record| Some((record.span, first(record.span)?)));
    told.filter(|(span, name)| name.is_person || name.span.start == span.start).map(|(_, name)| name.span).collect()
}

/// The body or document that a sentence tells of, by name or by a noun: the subject of its main verb.
fn body_told_of(text: &AnnotatedText<'_>, record: &SentenceRecord, persons: &[Name]) -> Option<Span> {
    let sentence = text.sentence(record)?;
    let root = sentence.tree.root()?;
    let subject = view::subject::own(&sentence.tree, root).next()?;
    let token = sentence.token(subject)?;
    let is_named = |signal: &&Signal| {
        // A name that may be anybody's: "it" stands for no person, and who is known as one is told of as such.
        let is_body = match signal.value {
            Value::Name(NameKind::Organisation | NameKind::Acronym | NameKind::Other) => true,
            Value::Name(_) => is_guess(text.passage(signal.span)) && !token.is(Class::FirstName),
            _ => false,
        };
        is_body && signal.span.contains(token.span)
    };
    if let Some(name) = text.signals(record).iter().find(is_named) {
        let is_person = persons.iter().any(|person| person.is_person && person.span.overlaps(name.span));
        return (!is_person).then_some(name.span);
    }
    let bodies = BODIES.with(Classes::of(Class::Inquirer));
    let is_body = token.classes.any(bodies) && !sentence.is_plural(subject);
    let phrase = is_body.then(|| view::noun_phrase::of(&sentence.tree, subject)).flatten()?;
    Some(sentence.span_of(phrase.core.start, phrase.core.end))
}

/// The names of a text that persons may bear; one that is the last word of a person's whole name is that person's.
fn names(text: &AnnotatedText<'_>) -> Vec<Name> {
    let mut names: Vec<Name> = text.signals.iter().filter_map(|signal| Name::of(text, signal)).collect();
    let last = |name: &Name| text.passage(name.span).last_word().text();
    let persons = names.iter().filter(|name| name.is_person && text.passage(name.span).word_count() > 1);
    let surnames: FxHashSet<&str> = persons.map(last).collect();
    for name in &mut names {
        name.is_person |= surnames.contains(text.passage(name.span).text());
    }
    names
}

/// `Finding Norway`: words that no person is called by.
fn is_title(name: Passage<'_>) -> bool {
    let first = name.first_words(1);
    let is_gerund =
        |word: &str| Model::built_in().usual(&word.to_lowercase()).is_some_and(|usual| usual.tag == Tag::Vbg);
    name.word_count() > 1 && !first.first_is(Class::FirstName) && is_gerund(first.text())
}

/// A name that a person may bear.
struct Name {
    span: Span,
    is_person: bool,
}

impl Name {
    fn of(text: &AnnotatedText<'_>, signal: &Signal) -> Option<Self> {
        let has_number = || text.document.text(signal.span).bytes().any(|byte| byte.is_ascii_digit());
        match signal.value {
            // One word alone may be a firm's as well, unless it is a given name or the surname of somebody.
            Value::Name(NameKind::Person) => {
                let name = text.passage(signal.span);
                Some(Self { span: signal.span, is_person: name.word_count() > 1 || name.first_is(Class::FirstName) })
            }
            Value::Name(NameKind::Other) if !has_number() && !is_title(text.passage(signal.span)) => {
                Some(Self { span: signal.span, is_person: false })
            }
            _ => None,
        }
    }
}
