//! Who speaks: over several sentences of a quotation, and behind a pronoun.

use super::told::Told;
use crate::document::{Document, LineIndex};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::reading::{Read, Reading};
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::span::Span;

const PRONOUNS: &[&str] = &["he", "she", "they", "it", "who", "i", "we", "you"];

/// Lists of nouns some of which look like verbs of business.
const NOUNS: Classes =
    Classes::of(Class::BusinessNoun).with(Classes::of(Class::OrgNoun)).with(Classes::of(Class::RoleNoun));

/// Lists of nouns for one person, as `governor`.
const PERSONS: Classes = Classes::of(Class::RoleNoun).with(Classes::of(Class::PersonTitle));

/// Lists of nouns for bodies and papers, some of which look like persons.
const BODIES: Classes =
    Classes::of(Class::OrgNoun).with(Classes::of(Class::GovernmentBody)).with(Classes::of(Class::DocumentNoun));

/// Lists of nouns whose plural is several people.
const MANY: Classes = PERSONS.with(Classes::of(Class::AnonymousSource)).with(Classes::of(Class::Group));

/// How far behind a speaker's name, in bytes, a pronoun is taken for the speaker: about two sentences.
const NEAR: u32 = 400;

/// The people and bodies that a document names, and the speakers in it.
pub(super) struct Speakers<'a> {
    lexicon: &'a Lexicon,
    lines: &'a LineIndex,
    /// Names of persons, in order.
    people: Vec<Span>,
    /// Persons who are said to say something, by name or by office (`the governor`), in order.
    speaking: Vec<Span>,
    /// Who is said to say something and is several, in order.
    groups: Vec<Span>,
    /// Bodies and documents that are said to say something, in order.
    bodies: Vec<Span>,
}

impl<'a> Speakers<'a> {
    pub(super) fn of(document: &Document, reading: &Reading, lexicon: &'a Lexicon, lines: &'a LineIndex) -> Self {
        let spoken = |signal: &Signal| match signal.value {
            Value::Attribution { speaker, .. } => speaker,
            _ => None,
        };
        let mut speakers: Vec<Span> = reading.signals.iter().filter_map(spoken).collect();
        speakers.sort();
        let names: Vec<Name> = reading.signals.iter().filter_map(Name::of).collect();
        let people: Vec<Span> = names.iter().filter(|name| name.is_person).map(|name| name.span).collect();
        let name_in = |speaker: Span| {
            let from = names.partition_point(|name| name.span.start < speaker.start);
            names.get(from).map(|name| name.span).filter(|name| speaker.contains(*name))
        };
        let last_word = |speaker: Span| document.text(speaker).rsplit(' ').next().unwrap_or_default();
        let is_one_person = |speaker: &Span| {
            let last = last_word(*speaker);
            let classes = lexicon.word(last);
            classes.any(PERSONS) && !classes.any(BODIES) && !last.ends_with('s')
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
        let speaking = single.into_iter().filter(|speaker| !is_body(speaker)).filter_map(person).collect();
        Self { lexicon, lines, people, speaking, groups, bodies }
    }

    /// Whether `words`, in lower case, are something that a company does. A plural that is a noun as
    /// well (`markets`, `partners`) tells no act by itself.
    pub(super) fn is_verb_of_business(&self, words: &str) -> bool {
        let classes = self.lexicon.word(words);
        let is_noun = words.ends_with('s') && classes.any(NOUNS);
        words.contains(' ') || classes.has(Class::BusinessVerb) && !is_noun
    }

    /// Whether the last of `words` is a study or what comes of one. What studies are about, as `climate`,
    /// and who makes them tell of no study.
    pub(super) fn is_study(&self, words: &str) -> bool {
        self.lexicon.word(words.rsplit(' ').next().unwrap_or(words)).has(Class::StudyNoun)
    }

    /// Which wording asks for this speaker.
    pub(super) fn sort_of(&self, document: &Document, speaker: Span) -> &'static str {
        let words = document.text(speaker);
        if is_pronoun(words) {
            return "speaker.pronoun";
        }
        let last = words.rsplit(' ').next().unwrap_or("");
        let classes = self.lexicon.word(last);
        if self.lexicon.word(head(words)).has(Class::StudyNoun) {
            return "speaker.document";
        }
        if words.split(' ').any(|word| word.starts_with(char::is_uppercase))
            && !classes.any(Classes::of(Class::DocumentNoun))
            && !classes.has(Class::AnonymousSource)
        {
            "speaker.named"
        } else if classes.has(Class::AnonymousSource) {
            "speaker.anonymous"
        } else if classes.has(Class::DocumentNoun) {
            "speaker.document"
        } else {
            "speaker.other"
        }
    }

    /// The words of `speaker`, `text`, as they stand within a sentence: without the capital of its start, where
    /// it begins with no name.
    pub(super) fn within_sentence(
        &self,
        document: &Document,
        signals: &[Signal],
        speaker: Span,
        mut text: String,
    ) -> String {
        let mut words = document.text(speaker).split(' ');
        let first = words.next().unwrap_or_default();
        let is_name =
            signals.iter().any(|signal| matches!(signal.value, Value::Name(_)) && signal.span.start == speaker.start);
        // "Mayor Lund"
        let is_title = !self.lexicon.word(first).has(Class::FunctionWord)
            && words.next().is_some_and(|next| next.starts_with(char::is_uppercase));
        let is_capital_only = first.chars().skip(1).all(char::is_lowercase);
        if !is_name
            && !is_title
            && is_capital_only
            && self.lexicon.is_small(first)
            && let Some(letter) = text.get_mut(..1)
        {
            letter.make_ascii_lowercase();
        }
        text
    }

    /// Whom `speaker` most likely stands for, if it is a pronoun for somebody else than the one who speaks.
    pub(super) fn person_behind(&self, document: &Document, speaker: Span) -> Option<Span> {
        is_pronoun(document.text(speaker)).then(|| self.likely(document, speaker)).flatten()
    }

    /// Whom a pronoun most likely stands for: of those whom it can mean who spoke last, if that is near ("She
    /// said. He added."), else the person who was named last. None where nobody fits: no guess is better than a
    /// wrong one.
    fn likely(&self, document: &Document, pronoun: Span) -> Option<Span> {
        let last = |names: &[Span]| {
            let before = names.partition_point(|name| name.end <= pronoun.start);
            before.checked_sub(1).and_then(|at| names.get(at)).copied()
        };
        let near = |names: &[Span]| last(names).filter(|name| pronoun.start - name.end <= NEAR);
        match document.text(pronoun) {
            words if words.eq_ignore_ascii_case("they") => near(&self.groups),
            words if words.eq_ignore_ascii_case("it") => near(&self.bodies),
            _ => near(&self.speaking).or_else(|| last(&self.people)),
        }
    }

    /// " (probably Ruth Lund, line 4)" for whom a pronoun most likely stands for.
    pub(super) fn behind_pronoun(&self, document: &Document, pronoun: Span) -> String {
        let Some(name) = self.likely(document, pronoun) else { return String::new() };
        let line = self.lines.line(document.source_span(name).start);
        format!(" (probably {}, {} {line})", document.text(name), document.positions.unit())
    }
}

/// A name that a person may bear.
struct Name {
    span: Span,
    is_person: bool,
}

impl Name {
    fn of(signal: &Signal) -> Option<Self> {
        match signal.value {
            Value::Name(kind @ (NameKind::Person | NameKind::Other)) => {
                Some(Self { span: signal.span, is_person: kind == NameKind::Person })
            }
            _ => None,
        }
    }
}

/// The noun that words are about: the last before "of", "for" and the like.
fn head(words: &str) -> &str {
    let before = [" of ", " for ", " at ", " in ", " by ", " from ", " close to ", " with "]
        .iter()
        .filter_map(|joint| words.find(joint))
        .min()
        .unwrap_or(words.len());
    words.get(..before).unwrap_or(words).rsplit(' ').next().unwrap_or(words)
}

/// Whether the words can be the source of what is said: not the author's `I` and `we`, nor `nobody`.
pub(super) fn is_source(words: &str) -> bool {
    const NONE: &[&str] = &["i", "we", "you", "us", "nobody", "no one", "everyone", "everybody", "anyone"];
    !NONE.iter().any(|none| words.eq_ignore_ascii_case(none))
}

pub(super) fn is_pronoun(words: &str) -> bool {
    PRONOUNS.iter().any(|pronoun| words.eq_ignore_ascii_case(pronoun))
}

/// Whether quoted words are the title of a work more likely than speech: few, each with a capital but for
/// small ones, and no sentence.
fn is_title(words: &str) -> bool {
    let words = words.trim_matches(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '.' | ',' | '!' | '?'));
    let all = || words.split([' ', '-']).filter(|word| !word.is_empty());
    let is_small = |word: &str| word.len() <= 4 && word.starts_with(char::is_lowercase);
    all().nth(TITLE).is_none()
        && all().filter(|word| word.starts_with(char::is_uppercase)).nth(1).is_some()
        && all().all(|word| is_small(word) || word.starts_with(|sign: char| sign.is_uppercase() || sign.is_numeric()))
}

/// Most words of a work's title, in quotation marks, that is told from speech.
const TITLE: usize = 8;

/// The speaker in a sentence, a name before a pronoun.
fn spoken_in(document: &Document, signals: &[Signal]) -> Option<Span> {
    let speakers = || {
        signals.iter().filter_map(|signal| match signal.value {
            Value::Attribution { speaker, .. } => speaker,
            _ => None,
        })
    };
    speakers().find(|speaker| !is_pronoun(document.text(*speaker))).or_else(|| speakers().next())
}

/// Who spoke the sentences `unit` when they do not say so themselves: whom the draft names for the block;
/// of a quotation the speaker of the sentence before in the same block, or of the block that the quotation
/// continues.
pub(super) fn carried(
    document: &Document,
    reading: &Reading,
    told: &Told,
    unit: &[Read],
    first: usize,
) -> Option<Span> {
    let start = unit.first()?;
    let own = unit.iter().any(|read| spoken_in(document, reading.signals(read)).is_some());
    if own {
        return None;
    }
    let quotes = |signal: &Signal| signal.kind == SignalKind::Quotation && !is_title(document.text(signal.span));
    let is_quotation = unit.iter().any(|read| reading.signals(read).iter().any(quotes));
    if !is_quotation {
        return told.speaker(start.block);
    }
    if let Some(speaker) = told.speaker(start.block) {
        return Some(speaker);
    }
    let continues = reading.quotations.outer_in(start.span).first().is_some_and(|quoted| quoted.continues);
    let before = reading.sentences.get(..first)?.iter().rev().take(6);
    for read in before {
        let opens = reading
            .quotations
            .outer_in(start.span)
            .first()
            .is_some_and(|quoted| quoted.outer.start <= start.span.start);
        let near = read.block == start.block || (continues || opens) && read.block + 1 == start.block;
        if !near {
            break;
        }
        if let Some(speaker) = spoken_in(document, reading.signals(read)) {
            return Some(speaker);
        }
    }
    None
}
