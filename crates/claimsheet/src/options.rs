//! What a house adds to the detectors: words, silenced rules, claim patterns.

use crate::claim::ClaimKind;
use crate::detect::{DETECTORS, Detector};
use crate::english::lexicon::{CLASSES, Class, Classes, Lexicon};
use crate::lookup::directory::Source;
use regex::Regex;
use std::fmt;

/// The rules of one run: ours with a house's changes.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option")]
#[non_exhaustive]
pub struct Options {
    /// The word lists with the house's words.
    pub(crate) lexicon: Lexicon,
    /// Names of detectors that do not run.
    pub silenced: Vec<String>,
    /// The house's own claim patterns.
    pub patterns: Vec<HousePattern>,
    /// Whether claims get no places to look: rows of an archive have none, and finding them is a fifth of the work.
    pub no_places: bool,
    /// Whether claims get links; without, the places to look are names and steps only.
    pub no_links: bool,
    /// Whether a link may hold the exact words of a quotation, which it then tells a search engine.
    pub exact_words: bool,
    /// Whether no link holds more of the draft than one name.
    pub private: bool,
    /// The house's own sources.
    pub sources: Vec<Source>,
    /// Ids of sources that the house puts before others.
    pub first_sources: Vec<String>,
    /// Ids of sources that the house does not want.
    pub removed_sources: Vec<String>,
}

/// A claim pattern of a house: what matches makes its sentence a claim with a fact to tick.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HousePattern {
    /// Its name, shown as the reason.
    pub name: String,
    /// What it matches, in the words of one sentence.
    pub pattern: Regex,
    /// The kind of claim that it makes.
    pub kind: ClaimKind,
    /// What to verify about the matched words.
    pub verify: String,
}

impl HousePattern {
    /// A pattern called `name`; what it matches makes its sentence a claim of `kind`, of which `verify` is to be
    /// verified.
    pub const fn new(name: String, pattern: Regex, kind: ClaimKind, verify: String) -> Self {
        Self { name, pattern, kind, verify }
    }
}

/// The names of the word lists that a house can add to, in alphabetical order.
pub fn word_lists() -> impl Iterator<Item = &'static str> {
    CLASSES.iter().map(|(_, name)| *name)
}

/// Why a word cannot be added to a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum WordError {
    /// There is no list of that name.
    NoList,
    /// It is a phrase, and the list holds single words only.
    Phrase,
}

impl fmt::Display for WordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoList => "there is no word list of that name",
            Self::Phrase => "the list holds single words only, and this is a phrase",
        })
    }
}

impl std::error::Error for WordError {}

impl Options {
    /// Adds a line to one of the [`word_lists`]: a word or phrase, in the format of `data/lexicon/README.md`.
    ///
    /// # Errors
    ///
    /// Where there is no such list, or it holds single words only and the line is a phrase.
    pub fn add_word(&mut self, list: &str, line: &str) -> Result<(), WordError> {
        let class = Class::named(list).ok_or(WordError::NoList)?;
        if !class.may_hold(line) {
            return Err(WordError::Phrase);
        }
        self.lexicon.add(class, line);
        Ok(())
    }

    /// Whether `word`, without the stop behind it, is an abbreviation that is written with one: "Calif", "Dr".
    pub fn is_abbreviation(&self, word: &str) -> bool {
        const ABBREVIATED: Classes = Classes::of(Class::Abbreviation).with(Classes::of(Class::TitleAbbreviation));
        self.lexicon.word(word).any(ABBREVIATED)
    }

    /// The detectors that run, in order.
    pub fn detectors(&self) -> impl Iterator<Item = &'static Detector> {
        DETECTORS.iter().filter(|detector| !self.silenced.iter().any(|name| name == detector.name))
    }
}
