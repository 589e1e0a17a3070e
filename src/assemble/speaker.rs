//! Who speaks: over several sentences of a quotation, and behind a pronoun.

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

/// How far behind a speaker's name, in bytes, a pronoun is taken for the speaker: about two sentences.
const NEAR: u32 = 400;

/// The people and bodies that a document names, and the speakers in it.
pub(super) struct Speakers<'a> {
    lexicon: &'a Lexicon,
    lines: &'a LineIndex,
    /// Names of people and of what may be people, in order.
    people: Vec<Span>,
    /// Those of [`people`](Self::people) who are said to say something, and persons who are so by their
    /// office (`the governor`), in order.
    speaking: Vec<Span>,
}

impl<'a> Speakers<'a> {
    pub(super) fn of(document: &Document, reading: &Reading, lexicon: &'a Lexicon, lines: &'a LineIndex) -> Self {
        let is_person = |signal: &&Signal| matches!(signal.value, Value::Name(NameKind::Person | NameKind::Other));
        let people: Vec<Span> = reading.signals.iter().filter(is_person).map(|signal| signal.span).collect();
        let spoken = |signal: &Signal| match signal.value {
            Value::Attribution { speaker, .. } => speaker,
            _ => None,
        };
        let name_in = |speaker: Span| {
            let from = people.partition_point(|name| name.start < speaker.start);
            people.get(from).copied().filter(|name| speaker.contains(*name))
        };
        let is_one_person = |speaker: &Span| {
            let last = document.text(*speaker).rsplit(' ').next().unwrap_or_default();
            let classes = lexicon.word(last);
            classes.any(PERSONS) && !classes.any(BODIES) && !last.ends_with('s')
        };
        let person = |speaker: Span| name_in(speaker).or_else(|| Some(speaker).filter(is_one_person));
        let mut speaking: Vec<Span> = reading.signals.iter().filter_map(spoken).filter_map(person).collect();
        speaking.sort();
        Self { lexicon, lines, people, speaking }
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

    /// The name of the person that `speaker` most likely stands for, if it is a pronoun for one.
    pub(super) fn person_behind(&self, document: &Document, speaker: Span) -> Option<Span> {
        const PERSONAL: &[&str] = &["he", "she", "his", "her"];
        let words = document.text(speaker);
        let is_personal = PERSONAL.iter().any(|pronoun| words.eq_ignore_ascii_case(pronoun));
        // Places and descriptions speak in the draft, but are no he or she.
        let is_person = |name: &Span| {
            let name = document.text(*name);
            !name.starts_with("The ") && !self.lexicon.word(name.rsplit(' ').next().unwrap_or(name)).has(Class::Place)
        };
        is_personal.then(|| self.likely(speaker)).flatten().filter(is_person)
    }

    /// Who spoke last before `pronoun`, if that is near ("She said. He added."), else who was named last.
    fn likely(&self, pronoun: Span) -> Option<Span> {
        let last = |names: &[Span]| {
            let before = names.partition_point(|name| name.end <= pronoun.start);
            before.checked_sub(1).and_then(|at| names.get(at)).copied()
        };
        last(&self.speaking).filter(|name| pronoun.start - name.end <= NEAR).or_else(|| last(&self.people))
    }

    /// " (probably Ruth Lund, line 4)" for the person that a pronoun most likely stands for.
    pub(super) fn behind_pronoun(&self, document: &Document, pronoun: Span) -> String {
        let Some(name) = self.likely(pronoun) else { return String::new() };
        let line = self.lines.line(document.source_span(name).start);
        format!(" (probably {}, {} {line})", document.text(name), document.positions.unit())
    }
}

/// Whether the words can be the source of what is said: not the author's `I` and `we`, nor `nobody`.
pub(super) fn is_source(words: &str) -> bool {
    const NONE: &[&str] = &["i", "we", "you", "us", "nobody", "no one", "everyone", "everybody", "anyone"];
    !NONE.iter().any(|none| words.eq_ignore_ascii_case(none))
}

pub(super) fn is_pronoun(words: &str) -> bool {
    PRONOUNS.iter().any(|pronoun| words.eq_ignore_ascii_case(pronoun))
}

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

/// Who spoke the quotation in the sentences `unit` when they do not say so themselves: the speaker
/// of the sentence before in the same block, or of the block that the quotation continues.
pub(super) fn carried(document: &Document, reading: &Reading, unit: &[Read], first: usize) -> Option<Span> {
    let own = unit.iter().any(|read| spoken_in(document, reading.signals(read)).is_some());
    let quotes =
        unit.iter().any(|read| reading.signals(read).iter().any(|signal| signal.kind == SignalKind::Quotation));
    if own || !quotes {
        return None;
    }
    let start = unit.first()?;
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
