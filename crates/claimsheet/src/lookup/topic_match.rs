//! What a claim is about: the topics, sources and regions that its words call.
//!
//! A cue calls by itself; a hint, which other sentences use of other things as well, calls beside another
//! hint of the same, or where the text around is about it.

use super::directory::{SOURCES, TOPICS, Target, cues, in_letters};
use crate::claim::{Claim, FactRole};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::token::Case;
use crate::lookup::core::Core;
use crate::lookup::placed::{PlacedClaim, PlacedFact};
use crate::lookup::rank::Setting;
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// What the words of a claim call.
#[derive(Default)]
pub(super) struct Called {
    pub(super) words: Vec<WordId>,
    /// Topics that words which carry the claim call.
    pub(super) topics: Vec<u16>,
    pub(super) sources: Vec<u16>,
    /// Those of them that several words call, or one with a capital, as names do.
    pub(super) named: Vec<u16>,
    /// News media that the draft itself names as where it has the claim from.
    pub(super) cited: Vec<u16>,
    /// Where it plays; of a claim that does not say so, what its paragraph says.
    pub(super) regions: Vec<u16>,
}

/// A hint that stands in a claim.
#[derive(PartialEq)]
struct Hint {
    target: Target,
    word: WordId,
    /// Whether it is a word of the draft's own, and none of a name or a quotation.
    is_own: bool,
    /// Whether it stands among the words that carry the claim.
    is_core: bool,
}

impl Called {
    pub(super) fn by(placed: &PlacedClaim<'_>, core: &Core, setting: &Setting) -> Self {
        let sentence = Sentence::of(placed);
        let mut called = Self { words: sentence.words.clone(), ..Self::default() };
        let mut hints: Vec<Hint> = Vec::new();
        cues(&sentence.words, |at, cue| {
            let Some(place) = sentence.place(at, cue.length()) else { return };
            let is_quoted = sentence.quotes.iter().any(|quote| quote.overlaps(place));
            let name = sentence.names.iter().copied().find(|name| name.overlaps(place));
            let is_own = !is_quoted && name.is_none();
            match cue.target {
                Target::Region(region) => push(&mut called.regions, region),
                // "The state Department of Works" is no State Department.
                _ if name.is_some_and(|name| name.start > place.start && name.end > place.end) => {}
                // "Ohio Supreme Court" is not the one in Washington.
                Target::Source(_)
                    if name.is_some_and(|name| name.start < place.start && begins_with_place(placed, name)) => {}
                // A word of a longer name tells what that is, and not what the claim is about.
                _ if cue.length() == 1 && name.is_some_and(|name| name.end > place.end) => {}
                // A word of its own is one where it carries the claim; more words, or a capital, say enough.
                Target::Source(source)
                    if sentence.is_written_large(place) || !cue.is_hint && (cue.length() > 1 || core.holds(place)) =>
                {
                    push(&mut called.sources, source);
                    if cue.length() > 1 || sentence.is_written_large(place) {
                        push(&mut called.named, source);
                    }
                }
                Target::Source(_) if !cue.is_hint => {}
                // One word that is only mentioned, or quoted, calls nothing; several say enough.
                Target::Topic(topic) if !cue.is_hint => {
                    let tokens = placed.article.tokens_in(place);
                    let says_enough = tokens.iter().filter(|token| !token.is(Class::FunctionWord)).count() > 1;
                    // So does one that only is mentioned, where the article is about it.
                    if !is_quoted && (says_enough || core.holds(place) || setting.is_about(topic)) {
                        push(&mut called.topics, topic);
                    }
                }
                target => {
                    if let Some(word) = sentence.words.get(at).copied() {
                        push(&mut hints, Hint { target, word, is_own, is_core: core.holds(place) });
                    }
                }
            }
        });
        in_letters(placed.words).for_each(|region| push(&mut called.regions, region));
        called.add_hinted(placed.claim, setting, &hints);
        called.narrow(setting);
        called.cited = cited(placed.claim);
        called
    }

    /// In an article about rugby, sport is rugby.
    fn narrow(&mut self, setting: &Setting) {
        for topic in &mut self.topics {
            let id = TOPICS.get(usize::from(*topic)).map(|topic| topic.id);
            let narrower = (0_u16..)
                .zip(TOPICS)
                .find(|(at, known)| known.within.is_some() && known.within == id && setting.is_about(*at));
            *topic = narrower.map_or(*topic, |(at, _)| at);
        }
        self.topics.sort_unstable();
        self.topics.dedup();
    }

    /// Adds what several hints call, or one in company.
    fn add_hinted(&mut self, claim: &Claim, setting: &Setting, hints: &[Hint]) {
        let needs_region = self.regions.is_empty();
        let around = if hints.iter().any(|hint| hint.is_own) || needs_region { around(claim) } else { Vec::new() };
        let is_around =
            |hint: &Hint| around.iter().any(|(target, word)| *target == hint.target && *word != Some(hint.word));
        for (at, hint) in hints.iter().enumerate().filter(|(_, hint)| hint.is_own) {
            let second = || hints.iter().any(|other| other.target == hint.target && other.word != hint.word);
            let is_first = hints.iter().take(at).all(|other| other.target != hint.target || !other.is_own);
            match hint.target {
                Target::Topic(topic) if is_first && (second() || is_around(hint) || setting.hints_at(topic)) => {
                    let is_core = |other: &Hint| other.target == hint.target && other.is_own && other.is_core;
                    if hints.iter().any(is_core) || setting.is_about(topic) {
                        push(&mut self.topics, topic);
                    }
                }
                _ => {}
            }
        }
        for hint in hints {
            let Target::Source(source) = hint.target else { continue };
            let second = || hints.iter().any(|other| other.target == hint.target && other.word != hint.word);
            let is_of_topic = |source: &super::directory::Source| {
                let id = |topic: u16| TOPICS.get(usize::from(topic)).map(|topic| topic.id);
                self.topics.iter().any(|topic| source.topics.iter().any(|known| Some(&**known) == id(*topic)))
            };
            if SOURCES.get(usize::from(source)).is_some_and(is_of_topic) || second() {
                push(&mut self.sources, source);
            }
        }
        if needs_region {
            let regions = around.iter().filter_map(|(target, _)| match target {
                Target::Region(region) => Some(*region),
                _ => None,
            });
            regions.for_each(|region| push(&mut self.regions, region));
        }
    }
}

/// Whether a name begins with the place whose body it is.
fn begins_with_place(placed: &PlacedClaim<'_>, name: Span) -> bool {
    let first = placed.article.tokens_in(name).first();
    first.is_some_and(|first| first.is(Class::Place) && first.case == Case::Capital)
}

/// What the sentences before and behind a claim and the heading above it call or, with the word, hint at.
fn around(claim: &Claim) -> Vec<(Target, Option<WordId>)> {
    let mut found = Vec::new();
    for text in [&claim.context.before, &claim.context.after].into_iter().chain(&claim.section) {
        let words = WordId::of_text(text);
        cues(&words, |at, cue| {
            push(&mut found, (cue.target, words.get(at).copied().filter(|_| cue.is_hint)));
        });
    }
    found
}

/// News media among what the draft offers as source.
fn cited(claim: &Claim) -> Vec<u16> {
    claim.claimed_source.as_ref().map_or_else(Vec::new, |cited| media(&cited.text).collect())
}

/// The news media that words name, as numbers of [`SOURCES`]. The paper of the place is called by no name, but by the
/// mayor of whom it tells.
pub(super) fn media(words: &str) -> impl Iterator<Item = u16> + use<> {
    let mut found = Vec::new();
    let is_medium = |source: u16| {
        let topics = SOURCES.get(usize::from(source)).map_or(&[][..], |known| &known.topics);
        topics.iter().any(|topic| topic == "news") && !topics.iter().any(|topic| topic == "local")
    };
    cues(&WordId::of_text(words), |_, cue| {
        if let Target::Source(source) = cue.target
            && is_medium(source)
        {
            found.push(source);
        }
    });
    found.into_iter()
}

fn push<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

/// A claim's words, and which of them stand in names and quotations.
struct Sentence<'a> {
    claim: Passage<'a>,
    words: Vec<WordId>,
    places: Vec<Span>,
    names: Vec<Span>,
    quotes: Vec<Span>,
}

impl<'a> Sentence<'a> {
    fn of(claim: &PlacedClaim<'a>) -> Self {
        let (words, places) = claim.article.words.placed_within(claim.words.span()).unzip();
        let is_name = |fact: &&PlacedFact<'_>| matches!(fact.role, FactRole::Name | FactRole::Place);
        Self {
            claim: claim.words,
            words,
            places,
            names: claim.facts.iter().filter(is_name).map(|fact| fact.words.span()).collect(),
            quotes: claim.facts_of(FactRole::Quote).map(|fact| fact.words.span()).collect(),
        }
    }

    /// Where the `length` words from the word `at` on stand, if they stand together: `York's Times` is no
    /// `York Times`.
    fn place(&self, at: usize, length: usize) -> Option<Span> {
        let places = self.places.get(at..at + length)?;
        let divides = |sign: char| matches!(sign, '\'' | '’' | ',' | ';');
        let is_divided = places.windows(2).any(|pair| match pair {
            [one, next] => self.claim.document.text(Span::new(one.end, next.start)).chars().any(divides),
            _ => false,
        });
        Some(places.first()?.cover(*places.last()?)).filter(|_| !is_divided)
    }

    /// Whether a word within the sentence has a capital, as names do.
    fn is_written_large(&self, place: Span) -> bool {
        place.start > self.claim.span().start
            && self.claim.document.text(place).chars().next().is_some_and(char::is_uppercase)
    }
}
