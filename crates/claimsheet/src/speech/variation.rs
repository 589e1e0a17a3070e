//! Who is told of again by another description, which the press does for the sake of variety: `the 38-year-old` and
//! `the former lighthouse keeper` where only one person was named before, `the paper` where a medium told it last; and
//! who a first sentence only describes and the second names. None rather than a guess: who is described by an office may
//! be anybody.

use super::description::begins_definite;
use super::gender::Gender;
use super::pronoun_resolution::{Antecedents, FAR};
use super::speaker::{self, BODIES};
use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::offices::PAST_HOLDER;
use crate::english::token::{Token, TokenKind};
use crate::signal::{NameKind, Signal, Value};
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Nouns for a news medium.
const MEDIA: &[WordId] = words![
    "paper",
    "newspaper",
    "tabloid",
    "broadsheet",
    "daily",
    "weekly",
    "magazine",
    "broadcaster",
    "channel",
    "network",
    "outlet"
];

/// Nouns for bodies, papers and offices, and for those who stay unnamed.
const OTHERS: Classes = BODIES
    .with(Classes::of(Class::StudyNoun))
    .with(Classes::of(Class::PersonTitle))
    .with(Classes::of(Class::AnonymousSource))
    .with(Classes::of(Class::BusinessNoun));

/// The person whom a description such as `the 38-year-old` means: the only one named before it.
pub(super) fn person(text: &AnnotatedText<'_>, named: &Antecedents, description: Span) -> Option<Span> {
    let words = text.passage(description);
    let head = words.head().filter(|_| begins_definite(words) && !words.is_plural())?;
    let is_person = is_by_past(words) || is_by_people(words, head) || is_person_by_pronoun(text, words, head);
    if head.classes.any(OTHERS) || !is_person {
        return None;
    }
    let person = named.only_before(text, description.start)?;
    let gender = pronoun_behind(text, description).and_then(|pronoun| Gender::of_pronoun(text.passage(pronoun)));
    let fits = gender.is_none() || named.gender(text, person).is_none_or(|own| Some(own) == gender);
    fits.then_some(person)
}

/// Whom a first sentence describes and the second names: "A dock surveyor has resigned. Ruth Lund said …".
pub(super) fn named_behind(text: &AnnotatedText<'_>, named: &Antecedents, description: Span) -> Option<Span> {
    let is_heading = |record: &&SentenceRecord| text.block(record).is_some_and(|block| block.kind.is_heading());
    let mut running = text.sentences.iter().skip_while(is_heading);
    let (first, second) = (running.next()?, running.next()?);
    let words = text.passage(description);
    let head = words.head().filter(|_| first.span.contains(description) && !words.is_plural())?;
    let is_described = speaker::is_person(head.classes) && !head.is(Class::AnonymousSource) && !head.is_capitalised();
    named.person_at(second.span.start).filter(|name| is_described && text.passage(*name).word_count() > 1)
}

/// The medium that `the paper` means: the last that is said to have told something, by its name.
pub(super) fn medium(text: &AnnotatedText<'_>, description: Span) -> Option<Span> {
    let words = text.passage(description);
    let is_medium = words.head().is_some_and(|head| MEDIA.contains(&head.word) && !head.is_capitalised());
    if !is_medium || !begins_definite(words) || words.from(1).has_capital() {
        return None;
    }
    let before =
        text.sentences.get(..text.sentences.partition_point(|record| record.span.start < description.start))?;
    let near = before.iter().rev().take_while(|record| record.span.end + FAR >= description.start);
    let said = near.flat_map(|record| text.signals(record)).filter_map(Signal::attribution).map(|said| said.speaker);
    let before = said.filter(|speaker| speaker.end <= description.start && is_body(text, *speaker));
    before.max_by_key(|speaker| speaker.start)
}

/// Whether a speaker is named by the name of a body or work.
fn is_body(text: &AnnotatedText<'_>, speaker: Span) -> bool {
    let Some(record) = text.sentence_at(speaker.start) else { return false };
    let kinds = text.signals(record).iter().filter_map(|signal| match signal.value {
        Value::Name(kind) if speaker.contains(signal.span) => Some(kind),
        _ => None,
    });
    let bodies = [NameKind::Organisation, NameKind::Acronym, NameKind::Work];
    kinds.take(1).any(|kind| bodies.contains(&kind))
}

/// `the 38-year-old fiddler`, `the former lighthouse keeper`, `the ex-boatswain`
fn is_by_past(words: Passage<'_>) -> bool {
    let is_age = || words.from(1).first_is(TokenKind::Number) && words.text().contains("year-old");
    is_age() || words.from(1).tokens.first().is_some_and(|first| is_listed(PAST_HOLDER, first.word))
}

/// `the Norwegian`, who is one of a people; `the Dutch` are all of them.
fn is_by_people(words: Passage<'_>, head: &Token) -> bool {
    let is_all = ["sh", "ch", "ese"].iter().any(|end| words.ends_in(head, end));
    words.word_count() == 2 && head.is(Class::Group) && head.is_capitalised() && !is_all
}

/// `The tall fiddler said that his …`: described by more than a noun, and a woman or man by the words behind.
fn is_person_by_pronoun(text: &AnnotatedText<'_>, words: Passage<'_>, head: &Token) -> bool {
    words.word_count() > 2 && !head.is_capitalised() && pronoun_behind(text, words.span()).is_some()
}

/// The first `he`, `she`, `his` or `her` behind a description in its sentence.
fn pronoun_behind(text: &AnnotatedText<'_>, description: Span) -> Option<Span> {
    let record = text.sentence_at(description.start)?;
    let behind = text.tokens_in(Span::new(description.end, record.span.end));
    let is_one = |token: &&Token| token.is(Class::Feminine) || token.is(Class::Masculine);
    behind.iter().find(is_one).map(|token| token.span)
}
