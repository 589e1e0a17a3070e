//! What the page's script gets of the reporter's documents: the passages of each fact, in what stands around them.

use super::annotations::FactLines;
use crate::backing::Told;
use claimsheet::claim::{Claim, EvidencePlace};
use serde::Serialize;

/// What the documents say of a fact.
#[derive(Serialize)]
pub(super) struct Backing<'a> {
    /// The lines of the sheet that tick the fact.
    ticks: Vec<u32>,
    /// The fact's words.
    fact: &'a str,
    status: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    places: Vec<Passage<'a>>,
}

/// A passage in its file.
#[derive(Serialize)]
struct Passage<'a> {
    /// The file, and where in it.
    at: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    before: &'a str,
    /// Its words, in turn such that bear on the fact and others; the first are others.
    words: Vec<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    after: &'a str,
}

impl<'a> Backing<'a> {
    /// That of the facts of a claim that the sheet ticks.
    pub(super) fn of(claim: &'a Claim, lines: &FactLines) -> Vec<Self> {
        let facts = claim.facts.iter().enumerate().filter(|(_, fact)| fact.tick);
        let backed = facts.filter_map(|(at, fact)| {
            let ticks = lines.of_fact(&claim.id, at);
            (!ticks.is_empty()).then(|| Told::of(claim, fact).map(move |told| Self::told(ticks.clone(), told)))
        });
        backed.flatten().collect()
    }

    fn told(ticks: Vec<u32>, told: Told<'a>) -> Self {
        let Told { fact, evidence, .. } = told;
        let places = evidence.places.iter().map(Passage::of).collect();
        Self { ticks, fact: &fact.text, status: evidence.status.name(), note: &evidence.note, places }
    }
}

impl<'a> Passage<'a> {
    fn of(place: &'a EvidencePlace) -> Self {
        let mut words = Vec::new();
        let mut at = 0;
        for mark in &place.marked {
            let (start, end) = (mark.start as usize, mark.end as usize);
            words.extend([place.passage.get(at..start), place.passage.get(start..end)].map(Option::unwrap_or_default));
            at = end;
        }
        words.push(place.passage.get(at..).unwrap_or_default());
        Self { at: place.address(), before: &place.before, words, after: &place.after }
    }
}
