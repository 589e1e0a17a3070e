//! What a house adds to the detectors: words, silenced rules, claim patterns.

use crate::claim::ClaimKind;
use crate::detect::{DETECTORS, Detector};
use crate::english::lexicon::Lexicon;
use crate::lookup::directory::Source;
use regex::Regex;

/// The rules of one run: ours with a house's changes.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The word lists with the house's words.
    pub lexicon: Lexicon,
    /// Names of detectors that do not run.
    pub silenced: Vec<String>,
    /// The house's own claim patterns.
    pub patterns: Vec<HousePattern>,
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

impl Options {
    /// The detectors that run, in order.
    pub fn detectors(&self) -> impl Iterator<Item = &'static Detector> {
        DETECTORS.iter().filter(|detector| !self.silenced.iter().any(|name| name == detector.name))
    }
}
