//! Who speaks a quotation by the words right before or behind it, whatever the verb is: `The mayor reasoned, “…”`,
//! `“…,” sighed Ruth Lund`, `“…?” she shrugged`; and whom somebody else quotes: `The Ledger quotes Lund: “…”`.

use super::{speaker_phrase, with_tail};
use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::quotations::Quoted;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::signal::Signal;
use claimsheet_grammar::view::subject;
use claimsheet_grammar::{Relation, Tag};
use std::ops::Range;

/// Verbs that say nothing of speech: "“Rain,” was the answer".
const HELPERS: Classes = grammar::AUXILIARY.with(grammar::NEGATED_AUXILIARY).with(Classes::of(Class::Go));

/// Fewest tokens of a quotation that is no title, with its marks.
const SHORTEST: usize = 5;

/// The verbs and speakers of the tags of a sentence that no other rule found; `told` are the attributions that were.
pub(super) fn all(sentence: &Sentence<'_>, told: &[Signal]) -> Vec<(usize, Range<usize>)> {
    let tags = sentence.quoted.iter().enumerate().filter_map(|(number, quoted)| {
        let first = behind(sentence, quoted)?;
        let next = sentence.quoted.get(number + 1).map_or(sentence.span.end, |next| next.outer.start);
        let is_told = told.iter().any(|signal| signal.span.start < next && signal.span.end > quoted.outer.end);
        (!is_told).then(|| inverted(sentence, first).or_else(|| straight(sentence, first))).flatten()
    });
    let ahead = sentence.quoted.iter().filter_map(|quoted| before(sentence, quoted));
    let is_new = |(verb, _): &(usize, Range<usize>)| {
        let verb = sentence.span_of(*verb, verb + 1);
        !told.iter().any(|signal| signal.attribution().is_some_and(|said| said.cue.overlaps(verb)))
    };
    let tags: Vec<(usize, Range<usize>)> = tags.collect();
    let is_tagged = |(verb, _): &(usize, Range<usize>)| tags.iter().any(|(known, _)| known == verb);
    let ahead: Vec<_> = ahead.filter(|tag| is_new(tag) && !is_tagged(tag)).collect();
    [tags, ahead, quoted_by_another(sentence).collect()].concat()
}

/// `The mayor reasoned, “…`: the main verb of a sentence right before a comma and what is said.
fn before(sentence: &Sentence<'_>, quoted: &Quoted) -> Option<(usize, Range<usize>)> {
    let first = sentence.token_at(quoted.outer.start);
    let verb = first.checked_sub(2).filter(|_| sentence.follows(first, TokenKind::Comma))?;
    let is_main = sentence.tree.root() == Some(verb) && is_tag_verb(sentence, verb);
    let is_speech = quoted.closed && sentence.token_at(quoted.outer.end) - first > SHORTEST;
    let subject = subject::own(&sentence.tree, verb).next().filter(|_| is_main && is_speech)?;
    let speaker = speaker_phrase::phrase(sentence, subject).filter(|speaker| speaker.end <= verb)?;
    (!is_nobody(sentence, &speaker)).then_some((verb, speaker))
}

/// `quotes Lund, who runs the yard, on the toll: “…”`: the object of the verb, behind which a quotation stands.
fn quoted_by_another<'a>(sentence: &'a Sentence<'_>) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
    let quotes = (0..sentence.tokens.len()).filter(|at| sentence.is(*at, verbs!["quote"]));
    quotes.filter_map(|verb| {
        let is_behind = sentence.quoted.iter().any(|quoted| sentence.token_at(quoted.outer.start) > verb);
        let is_verb = sentence.tree.tag(verb).is_some_and(Tag::is_verb);
        let object = sentence.tree.children_as(verb, Relation::Dobj).next().filter(|_| is_behind && is_verb)?;
        let speaker = speaker_phrase::phrase(sentence, object).filter(|speaker| speaker.start > verb)?;
        // The verb is the word of who quotes.
        can_speak(sentence, &speaker).then_some((object, speaker))
    })
}

/// The first token behind a quotation that is speech: the sentence begins with it, and it ends with a comma, a question
/// or a cry.
fn behind(sentence: &Sentence<'_>, quoted: &Quoted) -> Option<usize> {
    let ends = sentence.text(quoted.inner).ends_with([',', '?', '!', '—', '…']);
    let first = sentence.token_at(quoted.outer.end);
    let comma = sentence.kind(first) == Some(TokenKind::Comma);
    let begins = quoted.outer.start <= sentence.span.start;
    (begins && quoted.closed && (ends || comma)).then_some(first + usize::from(comma))
}

/// `sighed Ruth Lund`, `shouted the mayor`
pub(super) fn inverted(sentence: &Sentence<'_>, verb: usize) -> Option<(usize, Range<usize>)> {
    let speaker = noun_phrase::after(sentence, verb + 1).filter(|speaker| speaker.start == verb + 1)?;
    let ends = |at: usize| {
        let is_mark = matches!(
            sentence.kind(at),
            None | Some(TokenKind::Comma | TokenKind::Period | TokenKind::Quote | TokenKind::Colon)
        );
        is_mark || sentence.is(at, (Class::Preposition, Class::Coordinator, Class::Subordinator))
    };
    let is_tag = is_tag_verb(sentence, verb) && ends(speaker.end) && can_speak(sentence, &speaker);
    is_tag.then(|| (verb, speaker_phrase::bearer(sentence, with_tail(sentence, speaker))))
}

/// `Ruth Lund sighed`, `he then tweeted`
fn straight(sentence: &Sentence<'_>, first: usize) -> Option<(usize, Range<usize>)> {
    let is_he = sentence.is(first, Class::ThirdSubject).then_some(first..first + 1);
    let found = is_he.or_else(|| noun_phrase::after(sentence, first)).filter(|found| found.start == first)?;
    // A verb that the lists do not know looks like a part of the name before it.
    let verb = found.clone().skip(1).find(|at| is_tag_verb(sentence, *at));
    let speaker = first..verb.unwrap_or(found.end);
    let is_adverb = sentence.is(speaker.end, (Class::SentenceAdverb, words!["then", "later", "also"]))
        || sentence.tree.tag(speaker.end) == Some(Tag::Rb);
    let verb = speaker.end + usize::from(is_adverb);
    let is_anybody = || sentence.is(verb, Class::QuotativeVerb) && noun_phrase::is_determiner(sentence, first);
    (is_tag_verb(sentence, verb) && (can_speak(sentence, &speaker) || is_anybody())).then_some((verb, speaker))
}

/// A verb with tense that is no helper. A word in -ed in this place is one, whatever the tree takes it for.
fn is_tag_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_verb = match sentence.tree.tag(at) {
        Some(Tag::Vbd | Tag::Vbz | Tag::Vbp) => true,
        _ => sentence.word(at).ends_with("ed"),
    };
    let is_small = sentence.token(at).is_some_and(|token| token.is_word() && token.case == Case::Lower);
    is_verb && is_small && !sentence.is(at, HELPERS)
}

/// Whether it is somebody other than who writes and who reads.
fn can_speak(sentence: &Sentence<'_>, speaker: &Range<usize>) -> bool {
    let is_time = sentence.is(speaker.start, (Class::Weekday, Class::Month));
    noun_phrase::is_actor(sentence, speaker.clone()) && !is_time && !is_nobody(sentence, speaker)
}

/// Who writes, who reads, and `it`.
fn is_nobody(sentence: &Sentence<'_>, speaker: &Range<usize>) -> bool {
    speaker.len() == 1 && sentence.is(speaker.start, (grammar::UNIVERSAL_PRONOUN, words!["i", "we", "you", "it"]))
}
