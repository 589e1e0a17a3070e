//! Kinds of places that know. They stand in `data/places.txt`.

use super::directory::Source;
use crate::claim::Prompt;

/// Whose place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Nobody's in particular.
    Nobody,
    /// Of who is said to have said it.
    Speaker,
    /// Of a person that the claim names.
    Person,
    /// Of a body that the claim names.
    Body,
    /// Of a body or person that the claim names, else of the body that the article is about.
    Organisation,
    /// Of a person or body that the claim names.
    Party,
    /// A work or law that the claim names.
    Work,
    /// A journal that the article names.
    Journal,
    /// A news medium that the claim names.
    Medium,
    /// One that is on the air.
    Broadcaster,
}

/// A kind of place.
#[derive(Debug)]
pub struct PlaceKind {
    /// What it is called in the training.
    #[allow(dead_code, reason = "the training and tests name it")]
    pub name: &'static str,
    /// Whose it is.
    pub whose: Whose,
    /// The topics whose sources are of this kind.
    topics: &'static [&'static str],
    label: &'static str,
    /// The label where it is not known whose it is.
    bare: &'static str,
    /// What it tells.
    why: &'static str,
}

/// The label of the place of a speaker's words that were written.
const IN_WRITING: &str = "What {} wrote: the post, letter or statement itself";

/// The label of the office of a person of whom the draft tells none.
const OF_PERSON: &str = "{} (or their press office): statement, interview or website";

include!(concat!(env!("OUT_DIR"), "/places.rs"));

impl PlaceKind {
    /// All of them, in the order in which they were learned.
    pub const fn all() -> &'static [Self] {
        PLACES
    }

    /// The place of `whose`, or of nobody in particular.
    pub(super) fn prompt(&self, whose: Option<&str>) -> Prompt {
        let mut label = whose.map_or_else(|| self.bare.to_owned(), |whose| self.label.replace("{}", whose));
        // "the trust", as it stands within a sentence, begins a label.
        if label.starts_with("the ") {
            label.replace_range(..1, "T");
        }
        Prompt { label, url: None, why: self.why.to_owned() }
    }

    /// The place of what `whose` wrote, where this is that of what somebody said.
    pub(super) fn in_writing(&self, whose: &str) -> Prompt {
        let place = self.prompt(Some(whose));
        if self.whose == Whose::Speaker { Prompt { label: IN_WRITING.replace("{}", whose), ..place } } else { place }
    }

    /// Whether it is the office of those whom a claim is about.
    pub(super) fn is_office(&self) -> bool {
        self.topics.contains(&"executive")
    }

    /// The place of what a person says who has no office that the draft tells.
    pub(super) fn of_person(&self, whose: &str) -> Prompt {
        Prompt { label: OF_PERSON.replace("{}", whose), ..self.prompt(Some(whose)) }
    }

    /// The place of a person's life.
    pub(super) fn of_lives() -> Option<&'static Self> {
        Self::all().iter().find(|kind| kind.whose == Whose::Person && kind.topics.contains(&"biography"))
    }

    /// The file of a case.
    pub(super) fn of_courts() -> Option<&'static Self> {
        Self::all().iter().find(|kind| kind.topics.contains(&"courts"))
    }

    /// The paper of a study.
    pub(super) fn of_studies() -> Option<&'static Self> {
        Self::all().iter().find(|kind| kind.whose == Whose::Journal)
    }

    /// The place of what a poll found.
    pub(super) fn of_polls() -> Option<&'static Self> {
        Self::all().iter().find(|kind| kind.is_of_poll())
    }

    /// Whether it is of what a poll found.
    pub(super) fn is_of_poll(&self) -> bool {
        self.topics.contains(&"polls")
    }

    /// What it is called, whosever it is.
    pub const fn general(&self) -> &'static str {
        self.bare
    }

    /// Whether a source of the directory is a place of this kind.
    pub(super) fn is_of(&self, source: &Source) -> bool {
        source.topics.iter().any(|topic| self.topics.contains(&&**topic))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::directory::SOURCES;

    #[test]
    fn each_line_is_a_kind_of_place_with_known_topics_and_a_gap_for_whose_it_is() {
        let text = include_str!("../../data/places.txt");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(lines.count(), PLACES.len(), "a line is not `kind | whose | topics | label | label without | why`");
        for place in PLACES {
            let known = |topic: &&str| SOURCES.iter().any(|source| source.topics.iter().any(|known| known == *topic));
            assert!(place.topics.iter().all(known), "{place:?}");
            assert!(!place.bare.contains("{}") && !place.why.is_empty(), "{place:?}");
            assert!(place.whose != Whose::Nobody || !place.label.contains("{}"), "{place:?}");
        }
    }
}
