//! What the reporter's documents say of a tick: of its fact, and of the facts in it that have no tick of their own.

use claimsheet::claim::{Claim, Evidence, Fact, Stretch};

/// What the documents say of a fact that is ticked, or that stands in one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'a> {
    /// The fact.
    pub(crate) fact: &'a Fact,
    /// What they say.
    pub(crate) evidence: &'a Evidence,
    /// Whether the fact has the tick, and is not only a part of it.
    is_own: bool,
}

impl<'a> Told<'a> {
    /// All that is told below a tick of a claim.
    pub(crate) fn of(claim: &'a Claim, tick: &'a Fact) -> impl Iterator<Item = Self> {
        let is_part = |fact: &&Fact| !fact.tick && tick.prose.contains(fact.prose);
        let all = std::iter::once(tick).chain(claim.facts.iter().filter(is_part));
        let told = |fact: &'a Fact| {
            let evidence = fact.evidence.as_ref()?;
            Some(Self { fact, evidence, is_own: std::ptr::eq(fact, tick) })
        };
        all.filter_map(told)
    }

    /// In one line, with the words of passages that bear on the fact marked.
    pub(crate) fn stretches(&self) -> Vec<Stretch> {
        let mut line = self.evidence.stretches();
        if !self.is_own {
            line.insert(1.min(line.len()), Stretch::plain(format!(" for \"{}\"", self.fact.text)));
        }
        line
    }
}
