//! Which words belong to which classes: cue words, number words, months, abbreviations ….
//!
//! The words live in `data/lexicon/`, a file a class; the build script turns them into a table. Closed classes
//! of grammar and other words that only rules ask after stand in folders of it, and raise no cues.
//! A house adds its own by `claimsheet.toml`.

mod inflect;

use crate::text::word_id::{IndexRange, Table, WordId};
use inflect::forms;
use std::collections::HashMap;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A set of [`Class`]es.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Classes([u64; 3]);

impl Classes {
    /// The set with one class.
    pub const fn of(class: Class) -> Self {
        let mut bits = [0; 3];
        bits[class as usize / 64] = 1 << (class as u8 % 64);
        Self(bits)
    }

    /// The set with each class of `classes`.
    pub const fn all(classes: &[Class]) -> Self {
        let mut set = Self([0; 3]);
        let mut at = 0;
        while at < classes.len() {
            set = set.with(Self::of(classes[at]));
            at += 1;
        }
        set
    }

    /// Whether the set holds `class`.
    pub const fn has(self, class: Class) -> bool {
        self.0[class as usize / 64] & (1 << (class as u8 % 64)) != 0
    }

    /// Whether the set holds any class of `other`.
    pub const fn any(self, other: Self) -> bool {
        !self.and(other).is_empty()
    }

    /// Whether no class is in the set.
    pub const fn is_empty(self) -> bool {
        self.0[0] | self.0[1] | self.0[2] == 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1], self.0[2] | other.0[2]])
    }

    /// The classes that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self([self.0[0] & other.0[0], self.0[1] & other.0[1], self.0[2] & other.0[2]])
    }

    /// The set without the classes of `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self([self.0[0] & !other.0[0], self.0[1] & !other.0[1], self.0[2] & !other.0[2]])
    }

    /// The classes of the set whose words are cues: those that are files of `data/lexicon/` itself.
    #[must_use]
    pub const fn cues(self) -> Self {
        self.and(CUES)
    }

    /// The classes of the set, in the order of the enum.
    #[cfg(any(test, feature = "internals"))]
    pub fn iter(self) -> impl Iterator<Item = Class> {
        CLASSES.iter().map(|(class, _)| *class).filter(move |class| self.has(*class))
    }
}

impl Class {
    /// Whether words of the class are cues.
    pub const fn raises_cues(self) -> bool {
        CUES.has(self)
    }

    /// Whether a line in the format of the word lists can be in the class: a phrase is always a cue.
    pub fn may_hold(self, line: &str) -> bool {
        self.raises_cues() || !forms(line).iter().any(|form| form.contains(' '))
    }

    /// The name of the class's file, without `.txt`.
    #[cfg(any(test, feature = "internals"))]
    pub fn name(self) -> &'static str {
        CLASSES.get(self as usize).map_or("", |(_, name)| name)
    }

    /// The class whose file is called `name`.
    pub fn named(name: &str) -> Option<Self> {
        CLASSES.iter().find(|(_, known)| *known == name).map(|(class, _)| *class)
    }
}

/// What the table knows about a word.
#[derive(Debug)]
struct Entry {
    /// The classes of the word alone.
    classes: Classes,
    /// Longer entries that begin with the word, longest first.
    phrases: IndexRange,
}

#[derive(Debug)]
struct Phrase {
    /// The words behind the first.
    rest: IndexRange,
    classes: Classes,
}

/// The built-in words and those that a house added.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    house: HashMap<WordId, HouseEntry>,
}

#[derive(Debug, Clone, Default)]
struct HouseEntry {
    classes: Classes,
    phrases: Vec<(Vec<WordId>, Classes)>,
}

/// What matched at a word: how many words, and their classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Number of words matched, at least 1.
    pub words: usize,
    /// What they are.
    pub classes: Classes,
}

/// What the lexicon knows of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// The classes of the word alone.
    pub classes: Classes,
    /// Whether phrases begin with it.
    pub leads: bool,
}

impl Lexicon {
    /// Adds a line in the format of the word lists (see `data/lexicon/README.md`) to a class. A phrase that the
    /// class may not hold has no effect.
    pub fn add(&mut self, class: Class, line: &str) {
        for form in forms(&line.to_lowercase()) {
            let mut words = form.split(' ').map(WordId::of);
            let first = words.next().unwrap_or(WordId::EMPTY);
            let rest: Vec<WordId> = words.collect();
            let entry = self.house.entry(first).or_default();
            if rest.is_empty() {
                entry.classes = entry.classes.with(Classes::of(class));
            } else if class.may_hold(line) {
                entry.phrases.push((rest, Classes::of(class)));
                entry.phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            }
        }
    }

    /// What is known of one word.
    pub fn know(&self, word: WordId) -> Known {
        let known = entry(word)
            .map_or_else(Known::default, |entry| Known { classes: entry.classes, leads: !entry.phrases.is_empty() });
        if self.house.is_empty() {
            return known;
        }
        self.house.get(&word).map_or(known, |entry| Known {
            classes: known.classes.with(entry.classes),
            leads: known.leads || !entry.phrases.is_empty(),
        })
    }

    /// The classes of one word, whatever its capitals.
    pub fn word(&self, word: &str) -> Classes {
        self.know(WordId::of(word)).classes
    }

    /// Whether `word` is one that only a sentence's start writes with a capital: `he`, `many`, `officials`. A
    /// noun in the singular may be somebody's name, as `Baker`.
    pub fn is_small(&self, word: &str) -> bool {
        let classes = self.word(word);
        classes.any(SMALL) || word.ends_with('s') && classes.any(SMALL_NOUNS)
    }

    /// The longest phrase (two words or more) that begins with `first`. `follows` tells whether
    /// the word so many places behind the first is the given one.
    pub fn phrase(&self, first: WordId, follows: impl Fn(usize, WordId) -> bool) -> Option<Match> {
        let fits = |rest: &[WordId]| rest.iter().enumerate().all(|(at, word)| follows(at + 1, *word));
        let known =
            entry(first).and_then(|entry| entry.phrases.of(PHRASES).iter().find(|phrase| fits(phrase.rest.of(REST))));
        let known = known.map(|phrase| Match { words: phrase.rest.of(REST).len() + 1, classes: phrase.classes });
        if self.house.is_empty() {
            return known;
        }
        let house = self.house.get(&first).and_then(|entry| entry.phrases.iter().find(|(rest, _)| fits(rest)));
        let house = house.map(|(rest, classes)| Match { words: rest.len() + 1, classes: *classes });
        match (known, house) {
            (Some(known), Some(house)) if known.words == house.words => {
                Some(Match { classes: known.classes.with(house.classes), ..known })
            }
            (known, house) => known.into_iter().chain(house).max_by_key(|found| found.words),
        }
    }
}

/// Classes of words that are no names.
const SMALL: Classes = Classes::of(Class::FunctionWord)
    .with(Classes::of(Class::CommonWord))
    .with(Classes::of(Class::Pronoun))
    .with(Classes::of(Class::AnonymousSource))
    .with(Classes::of(Class::VagueNumber))
    .with(Classes::of(Class::Universal));

/// Classes of nouns, the plurals of which are no names.
const SMALL_NOUNS: Classes = Classes::of(Class::RoleNoun)
    .with(Classes::of(Class::OrgNoun))
    .with(Classes::of(Class::DocumentNoun))
    .with(Classes::of(Class::StudyNoun));

/// The built-in entry of a word.
fn entry(word: WordId) -> Option<&'static Entry> {
    ENTRIES.get(WORDS.get(word)?)
}

#[cfg(test)]
mod tests;
