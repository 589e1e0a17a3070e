//! What a claim states beside its figures, dates, names and quotations: the clauses that no other fact is of.

use crate::index::Act;
use claimsheet::claim::{Claim, Fact, FactRole, LeftOut, Verify};
use claimsheet::signal::Clause;
use claimsheet::{Document, SentenceSignals};

/// The sentences of a claim.
fn of<'s>(claim: &Claim, sentences: &'s [SentenceSignals]) -> impl Iterator<Item = &'s SentenceSignals> {
    let prose = claim.prose;
    sentences.iter().filter(move |sentence| prose.contains(sentence.span))
}

/// The acts of a claim, with the bytes of its text where they begin.
pub(super) fn acts(claim: &Claim, sentences: &[SentenceSignals], document: &Document) -> Vec<Act> {
    let base = claim.prose.start as usize;
    of(claim, sentences).flat_map(|one| &one.acts).filter_map(|act| Act::of(act, document, base)).collect()
}

/// The clauses of a claim that hold no other fact, as facts. They are looked up in the backing and not ticked,
/// unless that speaks against them.
pub(super) fn facts(claim: &Claim, sentences: &[SentenceSignals], document: &Document) -> Vec<Fact> {
    let clauses = of(claim, sentences).flat_map(|one| &one.clauses).filter(|clause| !holds_fact(claim, clause));
    let fact = |clause: &Clause| {
        let mut fact = Fact::at(document, clause.span, FactRole::Action, None, Verify::ActionEvent.into());
        fact.tick = false;
        fact.left_out = Some(LeftOut::Minor);
        fact
    };
    clauses.map(fact).collect()
}

/// Whether a figure, date, quotation, superlative or act of the claim stands in the clause.
fn holds_fact(claim: &Claim, clause: &Clause) -> bool {
    use FactRole::{Action, Date, Figure, Quote, Superlative};
    // What stands in a quotation is held against what was said.
    let is_quoted = claim.facts.iter().any(|fact| fact.role == Quote && fact.prose.contains(clause.span));
    let facts = claim.facts.iter().filter(|fact| matches!(fact.role, Figure | Date | Quote | Superlative | Action));
    is_quoted
        || facts
            .map(|fact| fact.prose.start)
            .any(|start| clause.own.iter().any(|own| own.start <= start && start < own.end))
}
