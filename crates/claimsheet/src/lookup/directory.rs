//! The directory of sources: `data/sources/*.toml`, turned into tables by the build script.

use crate::claim::ClaimKind;
use crate::english::passage::Passage;
use crate::english::token::{Case, Token};
use crate::text::word_id::{IndexRange, Table, WordId};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// A text of a source: static in the directory, owned in a house's own.
type Text = Cow<'static, str>;

/// A place that would know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Source {
    /// Its short name, unique.
    pub id: Text,
    /// What it is called.
    pub name: Text,
    /// Who publishes it.
    #[serde(default)]
    pub publisher: Text,
    /// What it settles.
    pub settles: Text,
    /// A country's two letters, `EU`, `UN` or `world`.
    #[serde(default = "world")]
    pub region: Text,
    /// Whether it is the origin, and not somebody's account of it.
    #[serde(default)]
    pub primary: bool,
    /// The kinds of claims it is good for.
    #[serde(default)]
    pub kinds: Cow<'static, [Text]>,
    /// Its topics, by id.
    #[serde(default)]
    pub topics: Cow<'static, [Text]>,
    /// Words in a claim that call it.
    #[serde(default)]
    pub cues: Cow<'static, [Text]>,
    /// The surnames or titles, in small letters, of those whose words it holds: it is called only where they speak.
    #[serde(default)]
    pub words_of: Option<Text>,
    /// Whether it is a news medium that is on the air.
    #[serde(default)]
    pub broadcasts: bool,
    /// The address of a search, with `{q}` for the query.
    #[serde(default)]
    pub search: Option<Text>,
    /// Its home page, where no search has an address.
    #[serde(default)]
    pub home: Option<Text>,
    /// What to do there.
    #[serde(default)]
    pub steps: Option<Text>,
    /// `free`, `registration` or `paid`.
    #[serde(default = "free")]
    pub access: Text,
    /// A trap.
    #[serde(default)]
    pub note: Option<Text>,
    /// The first year that it covers.
    #[serde(default)]
    pub from: Option<i32>,
    /// The last year that it covers.
    #[serde(default)]
    pub until: Option<i32>,
}

impl Source {
    /// What is wrong with the entry, if something is: a kind that does not exist, an address that is
    /// none, a search without a place for the query, nothing to open or do.
    pub fn problem(&self) -> Option<String> {
        let wrong = |what: &str| Some(format!("source {:?}: {what}", self.id));
        let is_address = |address: &Text| {
            let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
            rest.is_some_and(|rest| rest.contains('.') && !address.contains([' ', '"', '<', '>', '\\']))
        };
        let known = |kind: &Text| ClaimKind::ALL.iter().any(|known| known.name() == *kind);
        if self.id.is_empty() || self.id.contains(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-') {
            return wrong("the id holds letters, digits and hyphens only");
        }
        if self.name.trim().is_empty() || self.settles.trim().is_empty() {
            return wrong("it has no name, or does not say what it settles");
        }
        if let Some(kind) = self.kinds.iter().find(|kind| !known(kind)) {
            return wrong(&format!("there is no kind of claim {kind:?}"));
        }
        if !["free", "registration", "paid"].contains(&&*self.access) {
            return wrong("access is free, registration or paid");
        }
        let is_small = |names: &Text| {
            !names.is_empty() && names.chars().all(|letter| letter.is_lowercase() || matches!(letter, '-' | ' '))
        };
        if !self.words_of.as_ref().is_none_or(is_small) {
            return wrong("words-of is surnames or titles in small letters");
        }
        if self.from.zip(self.until).is_some_and(|(from, until)| from > until) {
            return wrong("it begins after it ends");
        }
        match (&self.search, &self.home, &self.steps) {
            (Some(search), ..) if !is_address(search) => wrong("the search is no address"),
            (Some(search), ..) if search.matches("{q}").count() != 1 => wrong("the search holds {q} once"),
            (_, Some(home), _) if !is_address(home) || home.contains('{') => wrong("the home page is no address"),
            (None, None, None) => wrong("it has neither search nor home page nor steps"),
            _ => None,
        }
    }
}

const fn world() -> Text {
    Cow::Borrowed("world")
}

const fn free() -> Text {
    Cow::Borrowed("free")
}

/// What a claim about something usually rests on.
#[derive(Debug)]
#[non_exhaustive]
pub struct Topic {
    /// Its short name.
    pub id: &'static str,
    /// What it is about.
    pub name: &'static str,
    /// The sources to look at first, in order, as indices of [`SOURCES`].
    pub first: &'static [u16],
    /// All sources of the topic.
    pub members: &'static [u16],
    /// Whether the record of what an article is about has whatever it tells: the results of a match or an election.
    pub whole_article: bool,
    /// The id of the wider topic for which this one stands in an article that is about it.
    pub within: Option<&'static str>,
    /// Words that go into a query; empty for none.
    pub query: &'static str,
    /// What a researcher minds; empty for nothing.
    pub caution: &'static str,
}

/// A part of the world.
#[derive(Debug)]
#[non_exhaustive]
pub struct Region {
    /// As in [`Source::region`].
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The codes of its money, as [`Quantity::unit`](crate::text::value::Quantity::unit) has them.
    pub currencies: &'static [&'static str],
    /// Its letters, which are its name in capitals only: `US`.
    pub capitals: &'static [&'static str],
}

/// The region of the countries that have no sources of their own here.
pub(super) const ELSEWHERE: &str = "elsewhere";

/// What is wrong with the directory, offline: entries that are not well-formed, ids that stand twice,
/// topics and regions that do not exist, kinds and regions without a source. Empty where nothing is.
pub fn problems() -> Vec<String> {
    let mut problems: Vec<String> = SOURCES.iter().filter_map(Source::problem).collect();
    for mut ids in
        [SOURCES.iter().map(|source| &*source.id).collect::<Vec<_>>(), TOPICS.iter().map(|topic| topic.id).collect()]
    {
        ids.sort_unstable();
        problems.extend(
            ids.windows(2)
                .filter(|pair| pair.first() == pair.last())
                .map(|pair| format!("{pair:?}: an id stands twice")),
        );
    }
    for source in SOURCES {
        let region_known = source.region == "world" || REGIONS.iter().any(|region| region.id == source.region);
        if !region_known {
            problems.push(format!("source {:?}: there is no region {:?}", source.id, source.region));
        }
        if source.kinds.is_empty() || source.topics.is_empty() {
            problems.push(format!("source {:?}: it has no kind or no topic", source.id));
        }
    }
    for kind in ClaimKind::ALL {
        if !SOURCES.iter().any(|source| source.kinds.iter().any(|known| known == kind.name())) {
            problems.push(format!("no source for claims of the kind {:?}", kind.name()));
        }
    }
    for region in REGIONS.iter().filter(|region| region.id != ELSEWHERE) {
        if !SOURCES.iter().any(|source| source.region == region.id) {
            problems.push(format!("no source for {}", region.name));
        }
    }
    problems
}

/// What a cue calls, as an index of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Source(u16),
    Topic(u16),
    Region(u16),
}

/// A cue without its first word.
#[derive(Debug)]
pub(super) struct Cue {
    rest: IndexRange,
    pub(super) target: Target,
    /// Whether it calls in company only: beside another hint, or where the text around is about it.
    pub(super) is_hint: bool,
}

impl Cue {
    /// How many words it has.
    pub(super) fn length(&self) -> usize {
        self.rest.of(CUE_REST).len() + 1
    }
}

/// The regions that stand in a passage by their letters in capitals, as numbers of [`REGIONS`]; in a line that is all
/// capitals, "US" may be anybody.
pub(super) fn in_letters(passage: Passage<'_>) -> impl Iterator<Item = u16> + '_ {
    let words = || passage.tokens.iter().filter(|token| token.is_word());
    let is_large = |token: &Token| token.case == Case::Upper;
    let is_line_large = words().filter(|token| token.span.len() > LETTERS).all(is_large);
    let letters = words().filter(move |token| is_large(token) && token.span.len() <= LETTERS && !is_line_large);
    letters.flat_map(move |token| {
        let text = passage.document.text(token.span);
        (0_u16..).zip(REGIONS).filter(move |(_, region)| region.capitals.contains(&text)).map(|(at, _)| at)
    })
}

/// Most letters of a region.
const LETTERS: usize = 3;

/// Calls `each` for every cue in `words`, with the place of its first word. A cue of a source within a longer one of
/// another calls nothing, nor does one of a topic: an exit poll is no poll of the day before.
pub(super) fn cues(words: &[WordId], mut each: impl FnMut(usize, &Cue)) {
    // One past the cues of a source and of a topic that reach farthest of those that began before.
    let (mut sources, mut topics) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        let Some(known) = CUE_WORDS.get(*word).and_then(|cues| CUES.get(cues)) else { continue };
        let behind = words.get(at + 1..).unwrap_or_default();
        let (sources_before, topics_before) = (sources, topics);
        for cue in known.of(ALL_CUES).iter().filter(|cue| behind.starts_with(cue.rest.of(CUE_REST))) {
            let end = at + cue.length();
            let (reach, before) = match cue.target {
                Target::Source(_) => (&mut sources, sources_before),
                Target::Topic(_) if !cue.is_hint => (&mut topics, topics_before),
                _ => (&mut 0, 0),
            };
            *reach = end.max(*reach);
            if end > before {
                each(at, cue);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_of_a_source_within_a_longer_one_calls_nothing() {
        let called = |text: &str| {
            let mut names: Vec<&str> = Vec::new();
            cues(&WordId::of_text(text), |_, cue| {
                if let Target::Source(at) = cue.target {
                    names.extend(SOURCES.get(usize::from(at)).map(|source| &*source.name));
                }
            });
            names
        };
        assert!(called("the secretary of state spoke").contains(&"State Department"));
        let longer = called("the republican secretary of state spoke");
        assert!(!longer.is_empty() && !longer.contains(&"State Department"), "{longer:?}");
    }
}
