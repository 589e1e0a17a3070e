//! Which sources suit a claim: by topic, words, kind and region; ranked, explained, diverse.

use super::directory::{REGIONS, SOURCES, Source, TOPICS, Target, cues, in_letters};
use crate::annotated_text::AnnotatedText;
use crate::claim::{Claim, ClaimKind, FactValue};
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::lookup::topic_match::Called;
use crate::lookup::whose::said_by;
use crate::options::Options;
use crate::text::span::Span;
use crate::text::value::{Form, Unit};
use crate::text::word_id::WordId;
use chrono::Datelike;
use std::collections::BTreeMap;

/// How a claim calls a source, the plainest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Call {
    /// It knows of a topic.
    Topic,
    /// It is the first to know of one that the claim calls.
    Leads,
    /// A word of its own stands in the claim.
    Cue,
    /// That is a word of its name.
    Name,
    /// The draft names it as where it has the claim from.
    Cited,
}

/// A source that was chosen for a claim.
#[derive(Debug, Clone)]
pub(super) struct Chosen<'a> {
    pub(super) source: &'a Source,
    pub(super) score: f64,
    /// Whether more calls it than that it knows of the topic.
    is_called: bool,
    /// How the claim's own words call it.
    call: Call,
    /// Why: topics, words, region.
    pub(super) because: Vec<&'a str>,
    /// What to mind about the topic.
    pub(super) caution: &'a str,
}

/// Score of an institution that is named whatever its kind: where a word of its own stands in the claim or it leads a
/// topic of the claim, and where not.
const PLAIN: (f64, f64) = (9.0, 13.0);

impl Chosen<'_> {
    /// Whether a word of its own stands in the claim.
    pub(super) fn has_cue(&self) -> bool {
        self.call >= Call::Cue
    }

    /// Whether the claim names it.
    pub(super) fn is_named(&self) -> bool {
        self.call >= Call::Name
    }

    /// Whether the draft names it as where it has the claim from.
    pub(super) fn is_cited(&self) -> bool {
        self.call == Call::Cited
    }

    /// Whether it is so plainly called that it is named whatever its kind.
    pub(super) fn is_plain(&self) -> bool {
        self.score >= if self.call >= Call::Leads { PLAIN.0 } else { PLAIN.1 }
    }

    /// Whether the house added it.
    pub(super) fn is_of_house(&self) -> bool {
        self.because.first() == Some(&OF_HOUSE)
    }
}

/// Why a house's own source is there.
const OF_HOUSE: &str = "the house's own";

/// Regions of an article by how often it names them.
#[derive(Debug, Default)]
pub(super) struct Setting {
    regions: BTreeMap<u16, usize>,
    /// The years of which the article tells: that of its publication, else those that its claims name.
    years: Vec<(i32, i32)>,
    /// Topics that the headline calls, and those that it hints at.
    of_headline: Vec<u16>,
    hints: Vec<u16>,
    /// Those that the headline calls, or the text again and again.
    topics: Vec<u16>,
}

/// Least score of a source that is shown.
const LEAST: f64 = 3.0;

/// Score for the first source of a topic; each further one gets a little less.
const FIRST_OF_TOPIC: f64 = 7.0;

/// How much a topic of the headline counts beside one of the claim.
const OF_HEADLINE: f64 = 0.12;

/// Score for a report that the draft names.
const CITED: f64 = 9.0;

/// Score for a source that the house puts first.
const PUT_FIRST: f64 = 6.0;

/// How often an article has words of a topic that it is about, at least, and in how many of its words one of them stands.
const MENTIONS: usize = 3;
const WORDS_OF_MENTION: usize = 150;

/// How often an article names a region, at least, that it is surely about.
const SETTLED: usize = 2;

/// What a source gains that is of the article's country.
const AT_HOME: f64 = 1.0;

/// What a source loses that is of another country than the claim.
const FOREIGN: f64 = -4.0;

/// The region of bodies that are of all countries.
const UNITED_NATIONS: &str = "UN";

/// Regions of which the directory has records for most things; elsewhere the United Nations often have the best.
const OWN_RECORDS: [&str; 2] = ["US", "UK"];

/// Most sources of one publisher.
const MOST_OF_PUBLISHER: usize = 2;

impl Setting {
    /// The setting of an article with those claims.
    pub(super) fn of(text: &AnnotatedText<'_>, claims: &[Claim]) -> Self {
        let (meta, words) = (&text.document.meta, text.words.all());
        let published = meta.published.map(|day| vec![(day.year(), day.year())]);
        let years = published.unwrap_or_else(|| claims.iter().flat_map(years).collect());
        let mut setting = Self { years, ..Self::default() };
        let headline = meta.title.as_deref().unwrap_or_default();
        let mut mentions: BTreeMap<u16, usize> = BTreeMap::new();
        cues(words, |_, cue| match cue.target {
            Target::Region(region) => *setting.regions.entry(region).or_insert(0) += 1,
            Target::Topic(topic) if !cue.is_hint => *mentions.entry(topic).or_insert(0) += 1,
            _ => {}
        });
        let is_often = |count: usize| count >= MENTIONS && count * WORDS_OF_MENTION >= words.len();
        setting.topics.extend(mentions.iter().filter(|(_, count)| is_often(**count)).map(|(topic, _)| *topic));
        for region in in_letters(text.passage(Span::at(0, text.document.prose.len()))) {
            *setting.regions.entry(region).or_insert(0) += 1;
        }
        // What names no country at all plays where people pay with its money.
        if setting.regions.is_empty() {
            for region in currencies(claims) {
                *setting.regions.entry(region).or_insert(0) += SETTLED;
            }
        }
        cues(&WordId::of_text(headline), |_, cue| match cue.target {
            Target::Topic(topic) if cue.is_hint => setting.hints.push(topic),
            Target::Topic(topic) => {
                setting.of_headline.push(topic);
                setting.topics.push(topic);
            }
            _ => {}
        });
        setting
    }

    /// Whether a topic is what the article is about: a word of its own stands in the headline, or again and again.
    pub(super) fn is_about(&self, topic: u16) -> bool {
        self.topics.contains(&topic)
    }

    /// Whether the headline has a word of that topic.
    pub(super) fn hints_at(&self, topic: u16) -> bool {
        self.topics.contains(&topic) || self.hints.contains(&topic)
    }

    /// Whether the headline has a word of one of those topics, by their ids.
    pub(super) fn hints_at_any(&self, ids: &[std::borrow::Cow<'static, str>]) -> bool {
        let id = |topic: &u16| TOPICS.get(usize::from(*topic)).map(|topic| topic.id);
        self.topics.iter().chain(&self.hints).filter_map(id).any(|topic| ids.iter().any(|id| **id == *topic))
    }

    /// Whether the article names a region.
    fn names(&self, region: &str) -> bool {
        self.regions.keys().any(|at| REGIONS.get(usize::from(*at)).is_some_and(|known| known.id == region))
    }

    /// Whether the country that the article names most has records of its own for most things in the directory.
    fn is_at_home_in_own_records(&self) -> bool {
        let most = self.regions.values().max();
        let main = self.regions.iter().filter(|(_, count)| Some(*count) == most);
        main.filter_map(|(at, _)| REGIONS.get(usize::from(*at))).any(|region| OWN_RECORDS.contains(&region.id))
    }

    /// How well a source's region suits a claim that plays in the regions `own`.
    pub(super) fn suits(&self, region: &str, own: &[u16]) -> (f64, Option<&'static str>) {
        if matches!(region, "world") {
            return (0.3, None);
        }
        let is = |at: &u16| REGIONS.get(usize::from(*at)).is_some_and(|known| known.id == region);
        if let Some(at) = own.iter().find(|at| is(at)) {
            return (2.0, REGIONS.get(usize::from(*at)).map(|region| region.name));
        }
        let here = self.regions.iter().find(|(at, _)| is(at)).map_or(0, |(_, count)| *count);
        let most = self.regions.values().copied().max().unwrap_or(0);
        match own.is_empty() {
            true if here * 2 >= most && here > 0 => (AT_HOME, None),
            _ if region == UNITED_NATIONS && !self.is_at_home_in_own_records() => (-0.5, None),
            false if region == UNITED_NATIONS && own.iter().all(|at| self.regions.get(at) < Some(&most)) => {
                (-0.5, None)
            }
            // Another country than the one that the article is about, or than the claim's own. The United
            // Nations know of all.
            _ if region != UNITED_NATIONS && (!own.is_empty() || here == 0 && most >= SETTLED) => (2.0 * FOREIGN, None),
            _ => (FOREIGN, None),
        }
    }
}

/// Of each amount of money of the claims, the regions where people pay with it.
fn currencies(claims: &[Claim]) -> Vec<u16> {
    let amounts = claims.iter().flat_map(|claim| &claim.facts).filter_map(|fact| match &fact.value {
        Some(FactValue::Quantity(quantity)) if quantity.form == Form::Money => Some(&quantity.unit),
        _ => None,
    });
    let regions = |unit: &Unit| {
        let code = unit.to_string();
        let all = (0_u16..).zip(REGIONS);
        all.filter(move |(_, region)| region.currencies.contains(&code.as_str())).map(|(at, _)| at).collect::<Vec<_>>()
    };
    amounts.flat_map(regions).collect()
}

/// The sources for a claim in an article of that setting, the best first, with the house's own and its
/// ranks.
pub(super) fn choose<'a>(claim: &Claim, found: &Called, setting: &Setting, rules: &'a Options) -> Vec<Chosen<'a>> {
    let mut scores: BTreeMap<u16, Chosen<'a>> = BTreeMap::new();
    let mut add = |at: u16, score: f64, is_called: bool, because: &'a str, caution: &'a str| {
        let Some(source) = SOURCES.get(usize::from(at)) else { return };
        let slot = scores.entry(at).or_insert(Chosen {
            source,
            score: 0.0,
            is_called: false,
            call: Call::Topic,
            because: Vec::new(),
            caution: "",
        });
        slot.score += score;
        slot.is_called |= is_called;
        if !because.is_empty() && !slot.because.contains(&because) {
            slot.because.push(because);
        }
        if slot.caution.is_empty() {
            slot.caution = caution;
        }
    };
    let of_article = setting.of_headline.iter().map(|topic| (*topic, OF_HEADLINE));
    for (topic, share) in found.topics.iter().map(|topic| (*topic, 1.0)).chain(of_article) {
        let Some(topic) = TOPICS.get(usize::from(topic)) else { continue };
        for (rank, source) in topic.first.iter().enumerate() {
            add(*source, share * (FIRST_OF_TOPIC - rank as f64).max(2.0), true, topic.name, topic.caution);
        }
        for source in topic.members {
            add(*source, share * 1.5, false, topic.name, "");
        }
    }
    let kinds: Vec<ClaimKind> = std::iter::once(claim.kind).chain(claim.tags.iter().copied()).collect();
    let fit = |source: &Source| kinds.iter().position(|kind| source.kinds.iter().any(|known| known == kind.name()));
    for at in &found.sources {
        if SOURCES.get(usize::from(*at)).is_some_and(|source| fit(source).is_some()) {
            add(*at, 2.5, true, "", "");
        }
    }
    for at in &found.cited {
        add(*at, CITED, true, "the draft names it", "");
    }
    let first_of = |topic: u16| TOPICS.get(usize::from(topic)).and_then(|topic| topic.first.first());
    for (at, chosen) in &mut scores {
        chosen.call = match found.sources.contains(at) {
            _ if found.cited.contains(at) => Call::Cited,
            true if found.named.contains(at) && is_named(chosen.source, &found.words) => Call::Name,
            true => Call::Cue,
            false if found.topics.iter().copied().filter_map(first_of).any(|first| first == at) => Call::Leads,
            false => Call::Topic,
        };
    }
    scores.retain(|_, one| {
        let answers = fit(one.source).is_some() || one.source.kinds.is_empty() || one.is_named();
        one.is_cited() || answers && is_of_speaker(one.source, claim, &rules.lexicon)
    });
    for chosen in scores.values_mut() {
        chosen.score += match fit(chosen.source) {
            Some(0) => 2.0,
            Some(_) => 1.0,
            None => 0.0,
        };
    }
    let own = years(claim);
    let years = if own.is_empty() { &setting.years } else { &own };
    for chosen in scores.values_mut() {
        let (score, because) = covers(chosen.source, years);
        chosen.score += score;
        chosen.because.extend(because);
    }
    let mut chosen: Vec<Chosen<'a>> = scores.into_values().collect();
    let of_house = rules.sources.iter().filter(|source| is_of_speaker(source, claim, &rules.lexicon));
    chosen.extend(of_house.filter_map(|source| self::of_house(source, &found.words, &kinds)));
    for one in &mut chosen {
        let (score, region) = setting.suits(&one.source.region, &found.regions);
        // An authority that the claim names is asked wherever the claim plays, if the article is of its country too.
        let is_named_here = one.is_named() && setting.names(&one.source.region);
        let score = if is_named_here { score.max(0.0) } else { score };
        one.score += score + if one.source.primary { 0.5 } else { 0.0 };
        one.because.extend(region);
        // What knows of the topic among others comes with a word of its own, or where it is at home.
        one.is_called |= score >= AT_HOME;
        if rules.first_sources.iter().any(|id| *id == one.source.id) {
            one.score += PUT_FIRST;
        }
    }
    chosen.retain(|one| {
        one.is_called && one.score >= LEAST && !rules.removed_sources.iter().any(|id| *id == one.source.id)
    });
    chosen.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.source.id.cmp(&b.source.id)));
    diverse(chosen)
}

/// Whether words that call a source stand in a claim and are its name or its publisher's, or a part of that: "a Pew
/// survey", "the Department of Justice". A common noun in it ("EDGAR emissions") and a region ("Singapore") name nobody.
fn is_named(source: &Source, claim: &[WordId]) -> bool {
    let is_name = |cue: &[WordId]| [&source.name, &source.publisher].iter().any(|name| is_part_of_name(cue, name));
    source.cues.iter().any(|cue| {
        let cue = WordId::of_text(cue);
        let stands_in_claim = !cue.is_empty() && claim.windows(cue.len()).any(|run| run == cue.as_slice());
        let mut is_region = false;
        cues(&cue, |_, known| is_region |= matches!(known.target, Target::Region(_)) && known.length() == cue.len());
        stands_in_claim && !is_region && is_name(&cue)
    })
}

/// Whether the words of a cue stand in a name with capitals: several at its start or behind one word ("US Department of
/// Justice"); one word not as the first of several, which has a capital in any case, unless it is an acronym.
fn is_part_of_name(cue: &[WordId], name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let is_large = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_acronym = |word: &str| !word.chars().any(char::is_lowercase);
    let is_cue = |run: &[&str]| WordId::of_text(&run.join(" ")) == cue;
    words.windows(cue.len().max(1)).enumerate().any(|(at, run)| match run {
        [word] => is_cue(run) && is_large(word) && (at > 0 || words.len() == 1 || is_acronym(word)),
        // "Intergovernmental Panel on Climate Change" is not named by what it is about.
        run => at <= 1 && is_cue(run) && run.first().is_some_and(|first| is_large(first)),
    })
}

/// What may stand before a surname and is no given name.
const TITLES: Classes =
    Classes::all(&[Class::PersonTitle, Class::RoleNoun, Class::Group, Class::TitleAbbreviation, Class::Person]);

/// Whether a source that holds the words of some persons only can hold those of a claim: of "Ruth Lund" not what "Tom
/// Lund" said.
fn is_of_speaker(source: &Source, claim: &Claim, lexicon: &Lexicon) -> bool {
    source.words_of.as_deref().is_none_or(|names| {
        let names = WordId::of_text(names);
        let is_listed = |word: &str| WordId::of_text(word).iter().any(|word| names.contains(word));
        // "Mr Lund", "Senator Lund", "Republican Lund"
        let is_title = |word: &str| lexicon.word(&word.to_lowercase()).any(TITLES) || word.ends_with('.');
        let is_other = |word: &str| word.starts_with(char::is_uppercase) && !is_listed(word) && !is_title(word);
        let is_one = |speaker: &str| {
            let words: Vec<&str> = speaker.split(' ').collect();
            let at = words.iter().rposition(|word| is_listed(word));
            let before = at.and_then(|at| at.checked_sub(1)).and_then(|before| words.get(before));
            at.is_some() && !before.is_some_and(|word| is_other(word))
        };
        said_by(claim).is_some_and(is_one)
    })
}

/// The years that a claim names, each date as its first and last year.
fn years(claim: &Claim) -> Vec<(i32, i32)> {
    let dates = claim.facts.iter().filter_map(|fact| match &fact.value {
        Some(FactValue::Date(date)) => date.from.zip(date.to),
        _ => None,
    });
    dates.map(|(from, to)| (from.year(), to.year())).collect()
}

/// How well the years that a source covers suit those of a claim. Something of a term that is over is the
/// better door to it; what begins later or ended before holds nothing of it.
fn covers(source: &Source, years: &[(i32, i32)]) -> (f64, Option<&'static str>) {
    let is_within = |(from, to): &(i32, i32)| {
        source.from.is_none_or(|first| first <= *to) && source.until.is_none_or(|last| last >= *from)
    };
    if years.is_empty() || source.from.is_none() && source.until.is_none() {
        (0.0, None)
    } else if !years.iter().any(is_within) {
        (f64::NEG_INFINITY, None)
    } else if source.until.is_some() {
        (1.5, Some("its years"))
    } else {
        (0.0, None)
    }
}

/// A newsroom's own source goes before ours where its words or kinds fit.
fn of_house<'a>(source: &'a Source, own: &[WordId], kinds: &[ClaimKind]) -> Option<Chosen<'a>> {
    let called = source.cues.iter().any(|cue| {
        let cue = WordId::of_text(cue);
        !cue.is_empty() && own.windows(cue.len()).any(|window| window == cue.as_slice())
    });
    let fits = kinds.iter().any(|kind| source.kinds.iter().any(|known| known == kind.name()));
    let always = source.cues.is_empty() && source.kinds.is_empty();
    let score = if called { 12.0 } else { 4.0 };
    (called || source.cues.is_empty() && fits || always).then(|| Chosen {
        source,
        score,
        is_called: true,
        call: if called { Call::Cue } else { Call::Topic },
        because: vec![OF_HOUSE],
        caution: "",
    })
}

/// Without a third source of one publisher.
fn diverse<'a>(chosen: Vec<Chosen<'a>>) -> Vec<Chosen<'a>> {
    let mut publishers: BTreeMap<&str, usize> = BTreeMap::new();
    let is_new = |one: &Chosen<'a>| {
        let source: &'a Source = one.source;
        let count = publishers.entry(&*source.publisher).or_insert(0);
        *count += 1;
        *count <= MOST_OF_PUBLISHER
    };
    chosen.into_iter().filter(is_new).collect()
}
