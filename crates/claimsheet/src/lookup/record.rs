//! The record on which an article rests: what several of its claims are looked up in has the figures of those between
//! them, too, which name no topic of their own.

use super::directory::Source;
use super::institutions::Institutions;
use super::placed::PlacedClaim;
use super::rank::Setting;
use crate::claim::{Claim, FactRole, Prompt};
use std::collections::BTreeMap;

/// How many claims, at least, are looked up in what an article rests on.
const OFTEN: usize = 2;

/// The same where the headline has no word of its topics.
const VERY_OFTEN: usize = 3;

/// How many claims before or behind, at most, the next of them may be.
const REACH: usize = 4;

/// Gives claims that have a figure to tick and no place what the nearest claims are looked up in.
pub(super) fn carry(
    claims: &[PlacedClaim<'_>],
    institutions: &[Institutions<'_>],
    places: &mut [Vec<Prompt>],
    setting: &Setting,
    prompt: impl Fn(&Source) -> Prompt,
) {
    let shown: Vec<Option<&Source>> = institutions.iter().zip(places.iter()).map(|(of, own)| record(of, own)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for source in shown.iter().flatten() {
        *counts.entry(&source.id).or_default() += 1;
    }
    let is_often = |source: &&Source| {
        let least = if setting.hints_at_any(&source.topics) { OFTEN } else { VERY_OFTEN };
        counts.get(&*source.id).is_some_and(|count| *count >= least)
    };
    for (at, (claim, own)) in claims.iter().zip(places).enumerate() {
        if !own.is_empty() || !is_hard(claim.claim) {
            continue;
        }
        let near = (1..=REACH).flat_map(|far| [at.checked_sub(far), at.checked_add(far)]).flatten();
        let found = near.filter_map(|other| shown.get(other).copied().flatten()).find(is_often);
        own.extend(found.map(&prompt));
    }
}

/// Topics whose sources hold words and news, and no figures of what an article is about.
const NO_RECORDS: [&str; 4] = ["news", "speech", "social-media", "tweets"];

/// The institution that a claim is looked up in and does not name.
fn record<'a>(of: &Institutions<'a>, places: &[Prompt]) -> Option<&'a Source> {
    let is_record = |source: &&Source| {
        source.words_of.is_none() && !source.topics.iter().any(|topic| NO_RECORDS.contains(&&**topic))
    };
    let is_shown = |source: &&Source| places.iter().any(|place| place.label == *source.name);
    let sources = of.chosen.iter().filter(|chosen| !chosen.is_named()).map(|chosen| chosen.source);
    sources.filter(is_record).find(is_shown)
}

/// Whether a figure of a claim is to be ticked, as records have it.
fn is_hard(claim: &Claim) -> bool {
    claim.ticks().any(|fact| fact.role == FactRole::Figure)
}
