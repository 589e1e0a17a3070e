//! Who speaks: over several sentences of a quotation, and behind a pronoun.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::signal::{Signal, SignalKind, Value};
use crate::speech::attributed_blocks::AttributedBlocks;
use crate::speech::pronoun_resolution::{Antecedents, head};
use crate::text::document::{Document, LineIndex};
use crate::text::span::Span;

const PRONOUNS: &[&str] = &["he", "she", "they", "it", "who", "i", "we", "you"];

/// Lists of nouns some of which look like verbs of business.
const NOUNS: Classes =
    Classes::of(Class::BusinessNoun).with(Classes::of(Class::OrgNoun)).with(Classes::of(Class::RoleNoun));

/// Lists of nouns for one person, as `governor`.
pub(crate) const PERSONS: Classes = Classes::of(Class::RoleNoun).with(Classes::of(Class::PersonTitle));

/// Lists of nouns for bodies and papers, some of which look like persons.
pub(crate) const BODIES: Classes =
    Classes::of(Class::OrgNoun).with(Classes::of(Class::GovernmentBody)).with(Classes::of(Class::DocumentNoun));

/// The speakers of a document.
pub(crate) struct Speakers<'a> {
    lexicon: &'a Lexicon,
    lines: &'a LineIndex,
    antecedents: Antecedents,
}

impl<'a> Speakers<'a> {
    pub(crate) fn of(
        document: &Document,
        annotated: &AnnotatedText,
        lexicon: &'a Lexicon,
        lines: &'a LineIndex,
    ) -> Self {
        Self { lexicon, lines, antecedents: Antecedents::of(document, annotated, lexicon) }
    }

    /// Whether `words`, in lower case, are something that a company does. A plural that is a noun as
    /// well (`markets`, `partners`) tells no act by itself.
    pub(crate) fn is_verb_of_business(&self, words: &str) -> bool {
        let classes = self.lexicon.word(words);
        let is_noun = words.ends_with('s') && classes.any(NOUNS);
        words.contains(' ') || classes.has(Class::BusinessVerb) && !is_noun
    }

    /// Whether the last of `words` is a study or what comes of one. What studies are about, as `climate`,
    /// and who makes them tell of no study.
    pub(crate) fn is_study(&self, words: &str) -> bool {
        self.lexicon.word(words.rsplit(' ').next().unwrap_or(words)).has(Class::StudyNoun)
    }

    /// Which wording asks for this speaker.
    pub(crate) fn sort_of(&self, document: &Document, speaker: Span) -> &'static str {
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
    pub(crate) fn within_sentence(
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

    /// Whom `speaker` most likely stands for, in words, if it is a pronoun: "Ruth Lund", "a navy spokesman".
    pub(crate) fn person_behind(&self, document: &Document, speaker: Span) -> Option<String> {
        let name = self.behind(document, speaker)?;
        Some(self.within_sentence(document, &[], name, document.text(name).to_owned()))
    }

    fn behind(&self, document: &Document, speaker: Span) -> Option<Span> {
        is_pronoun(document.text(speaker)).then(|| self.antecedents.likely(document, speaker)).flatten()
    }

    /// " (probably Ruth Lund, line 4)" for whom a pronoun most likely stands for.
    pub(crate) fn behind_pronoun(&self, document: &Document, pronoun: Span) -> String {
        let Some(name) = self.behind(document, pronoun) else { return String::new() };
        let line = self.lines.line(document.source_span(name).start);
        let words = self.within_sentence(document, &[], name, document.text(name).to_owned());
        format!(" (probably {words}, {} {line})", document.positions.unit())
    }
}

/// Whether the words can be the source of what is said: not the author's `I` and `we`, nor `nobody`.
pub(crate) fn is_source(words: &str) -> bool {
    const NONE: &[&str] = &["i", "we", "you", "us", "nobody", "no one", "everyone", "everybody", "anyone"];
    !NONE.iter().any(|none| words.eq_ignore_ascii_case(none))
}

pub(crate) fn is_pronoun(words: &str) -> bool {
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
pub(crate) fn carried(
    document: &Document,
    annotated: &AnnotatedText,
    told: &AttributedBlocks,
    unit: &[SentenceRecord],
    first: usize,
) -> Option<Span> {
    let start = unit.first()?;
    let own = unit.iter().any(|record| spoken_in(document, annotated.signals(record)).is_some());
    if own {
        return None;
    }
    if let Some(speaker) = told.speaker(start.block) {
        return Some(speaker);
    }
    let quotes = |signal: &Signal| signal.kind == SignalKind::Quotation && !is_title(document.text(signal.span));
    if !unit.iter().any(|record| annotated.signals(record).iter().any(quotes)) {
        return None;
    }
    let continues = annotated.quotations.outer_in(start.span).first().is_some_and(|quoted| quoted.continues);
    let before = annotated.sentences.get(..first)?.iter().rev().take(6);
    for record in before {
        let opens = annotated
            .quotations
            .outer_in(start.span)
            .first()
            .is_some_and(|quoted| quoted.outer.start <= start.span.start);
        let near = record.block == start.block || (continues || opens) && record.block + 1 == start.block;
        if !near {
            break;
        }
        if let Some(speaker) = spoken_in(document, annotated.signals(record)) {
            return Some(speaker);
        }
    }
    None
}
