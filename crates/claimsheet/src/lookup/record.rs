//! The record on which an article rests: what several of its claims are looked up in has the figures of those between
//! them, too, which name no topic of their own.

use super::directory::{Source, TOPICS};
use super::institutions::Institutions;
use super::placed::PlacedClaim;
use super::rank::Setting;
use super::topic_match::Called;
use crate::claim::{Claim, FactRole, Prompt};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How many claims, at least, are looked up in what an article rests on.
const OFTEN: usize = 2;

/// The same where the headline has no word of its topics.
const VERY_OFTEN: usize = 3;

/// How many claims before or behind, at most, the next of them may be; of what has all that the article tells, any.
const REACH: usize = 4;

/// Places of a claim, at most, that are too few where the article rests on a record.
const FEW: usize = 1;

/// Gives claims that have no place what the nearest claims are looked up in: those that have a figure to tick, and
/// where the article is about what that records all that have one place at most.
pub(super) fn carry(
    claims: &[PlacedClaim<'_>],
    institutions: &[Institutions<'_>],
    places: &mut [Vec<Prompt>],
    setting: &Setting,
) {
    let shown: Vec<Option<Record<'_>>> =
        institutions.iter().zip(places.iter()).map(|(of, own)| Record::of(of, own)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for record in shown.iter().flatten() {
        *counts.entry(&record.place.label).or_default() += 1;
    }
    let is_often = |record: &&Record<'_>| {
        let least = if record.is_main(setting) { OFTEN } else { VERY_OFTEN };
        counts.get(&*record.place.label).is_some_and(|count| *count >= least)
    };
    let often: Vec<Option<&Record<'_>>> = shown.iter().map(|record| record.as_ref().filter(is_often)).collect();
    // Of what has all that the article tells each once, wherever it stands.
    let whole: BTreeMap<&str, &Record<'_>> = often
        .iter()
        .flatten()
        .filter(|record| record.has_all(setting))
        .map(|record| (&*record.place.label, *record))
        .collect();
    for (at, ((claim, of), own)) in claims.iter().zip(institutions).zip(places.iter_mut()).enumerate() {
        if own.len() > FEW {
            continue;
        }
        let reach = (1..=REACH).flat_map(|far| [at.checked_sub(far), at.checked_add(far)]).flatten();
        let near: Vec<&Record<'_>> = reach.filter_map(|other| often.get(other).copied().flatten()).collect();
        let is_new = |record: &&&Record<'_>| own.iter().all(|place| place.label != record.place.label);
        let has_all =
            |record: &&&Record<'_>| whole.contains_key(&*record.place.label) && record.suits(&of.called, setting);
        let takes_figures = own.is_empty() && is_hard(claim.claim);
        let near = near.iter().filter(is_new).find(|record| takes_figures || has_all(record));
        let found = near.or_else(|| whole.values().filter(is_new).find(has_all));
        own.extend(found.map(|record| record.around()));
    }
}

/// Topics whose sources hold words and news, and no figures of what an article is about.
const NO_RECORDS: [&str; 4] = ["news", "speech", "social-media", "tweets"];

/// What a claim is looked up in and does not name.
struct Record<'a> {
    place: Prompt,
    settles: &'a str,
    topics: &'a [Cow<'static, str>],
    region: &'a str,
}

impl<'a> Record<'a> {
    /// The first of the places of a claim that is a record.
    fn of(of: &Institutions<'a>, places: &[Prompt]) -> Option<Self> {
        let is_record = |source: &&Source| {
            source.words_of.is_none() && !source.topics.iter().any(|topic| NO_RECORDS.contains(&&**topic))
        };
        let place = |source: &'a Source| {
            let place = places.iter().find(|place| place.label == *source.name)?.clone();
            // A search for what another claim names is none for this one.
            let place =
                Prompt { url: source.home.as_deref().filter(|_| place.url.is_some()).map(str::to_owned), ..place };
            Some(Self { place, settles: &source.settles, topics: &source.topics, region: &source.region })
        };
        let sources = of.chosen.iter().filter(|chosen| !chosen.is_named()).map(|chosen| chosen.source);
        sources.filter(is_record).find_map(place)
    }

    /// It as the place of a claim between those that it was called by.
    fn around(&self) -> Prompt {
        Prompt { why: format!("{}; because: the claims around it", self.settles), ..self.place.clone() }
    }

    /// Whether it records what the article is about.
    fn is_main(&self, setting: &Setting) -> bool {
        setting.hints_at_any(self.topics)
    }

    /// Whether it has whatever an article about that tells.
    fn has_all(&self, setting: &Setting) -> bool {
        let mut own = self.topics.iter().filter_map(|id| TOPICS.iter().position(|topic| *topic.id == **id));
        own.any(|at| TOPICS.get(at).is_some_and(|topic| topic.whole_article) && setting.is_about(at as u16))
    }

    /// Whether a claim is of no other topic or country.
    fn suits(&self, called: &Called, setting: &Setting) -> bool {
        let id = |topic: &u16| TOPICS.get(usize::from(*topic)).map(|topic| topic.id);
        let is_own = |id: &str| self.topics.iter().any(|own| **own == *id);
        (called.topics.is_empty() || called.topics.iter().filter_map(id).any(is_own))
            && setting.suits(self.region, &called.regions).0 > 0.0
    }
}

/// Whether a figure of a claim is to be ticked, as records have it.
fn is_hard(claim: &Claim) -> bool {
    claim.ticks().any(|fact| fact.role == FactRole::Figure)
}
