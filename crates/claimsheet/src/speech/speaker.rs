//! What kind of speaker the draft names.

use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;

/// What kind of speaker it is, which decides what to verify about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A person or body with a name.
    Named,
    /// A pronoun.
    Pronoun,
    /// A document or study.
    Document,
    /// Officials, sources, people close to the matter: nobody with a name.
    Anonymous,
    /// Anybody else: the mayor, a farmer.
    Other,
}

/// Nouns for one person, as `governor`.
pub(crate) const PERSONS: Classes = Classes::of(Class::RoleNoun).with(Classes::of(Class::PersonTitle));

/// Nouns for bodies and papers, some of which look like persons.
pub(super) const BODIES: Classes =
    Classes::of(Class::OrgNoun).with(Classes::of(Class::GovernmentBody)).with(Classes::of(Class::DocumentNoun));

/// Whether a noun is for one person: a minister is no body, whatever else the lists have it for.
pub(super) fn is_person(noun: Classes) -> bool {
    noun.any(PERSONS) && (!noun.any(BODIES) || noun.has(Class::PersonTitle))
}

/// Nouns for what says something and is nobody, as `study`.
pub(crate) const PAPERS: Classes = Classes::of(Class::StudyNoun).with(Classes::of(Class::DocumentNoun));

impl SpeakerKind {
    /// The kind of the speaker whom `words` name.
    pub(crate) fn of(words: Passage<'_>) -> Self {
        let last = words.last_classes();
        let (is_document, is_anonymous) = (last.has(Class::DocumentNoun), last.has(Class::AnonymousSource));
        if is_pronoun(words) {
            Self::Pronoun
        } else if words.is_about(Classes::of(Class::StudyNoun)) {
            Self::Document
        } else if words.has_capital() && !is_document && !is_anonymous {
            Self::Named
        } else if is_anonymous {
            Self::Anonymous
        } else if is_document {
            Self::Document
        } else {
            Self::Other
        }
    }
}

/// Whether the words are a pronoun: somebody who is named elsewhere, the author or the reader.
pub(crate) fn is_pronoun(words: Passage<'_>) -> bool {
    words.is_word((Class::Pronoun, words!["i", "we", "you"]))
}

/// Whether the words can be the source of what is said: not the author's `I` and `we`, nor `nobody`.
pub(crate) fn is_source(words: Passage<'_>) -> bool {
    let nobody = (grammar::FIRST_PERSON, Class::SecondPerson, grammar::UNIVERSAL_PRONOUN);
    !words.is_word(nobody) && !words.is(phrases!["no one"])
}
