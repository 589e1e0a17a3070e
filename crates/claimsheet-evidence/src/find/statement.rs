//! What a claim states beside its figures, dates, names and quotations: the clauses that no other fact is of.

use crate::acts::{Act, acts};
use claimsheet::annotated_text::AnnotatedText;
use claimsheet::claim::{Claim, Fact, FactRole, LeftOut, Verify};
use claimsheet::english::lexicon::Class;
use claimsheet::english::sentence::Sentence;
use claimsheet::text::span::Span;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::{clause, verb_group};

/// Fewest words of a clause that states something.
const FEWEST: usize = 3;

/// The acts of a claim, with the bytes of its text where they begin.
pub(super) fn acts_of(claim: &Claim, annotated: &AnnotatedText<'_>) -> Vec<Act> {
    let mut found = Vec::new();
    for sentence in sentences(claim, annotated) {
        let offset = (sentence.span.start - claim.prose.start) as usize;
        found.extend(acts(&sentence).into_iter().map(|act| Act { at: act.at + offset, ..act }));
    }
    found
}

fn sentences<'t>(claim: &Claim, annotated: &'t AnnotatedText<'_>) -> impl Iterator<Item = Sentence<'t>> {
    let prose = claim.prose;
    let within = annotated.sentences.iter().filter(move |record| prose.contains(record.span));
    within.filter_map(|record| annotated.sentence(record))
}

/// The clauses of a claim that hold no other fact, as facts. They are looked up in the backing and not ticked,
/// unless that speaks against them.
pub(super) fn facts(claim: &Claim, annotated: &AnnotatedText<'_>) -> Vec<Fact> {
    let mut found = Vec::new();
    for sentence in sentences(claim, annotated) {
        let tree = &sentence.tree;
        let states = |at: &usize| {
            // A relative clause only says more of something that is a fact itself.
            let is_aside = matches!(tree.relation(*at), Some(Relation::Relcl | Relation::Csubj | Relation::Csubjpass));
            clause::is_head(tree, *at) && clause::is_finite(tree, *at) && !is_aside
        };
        for head in (0..tree.len()).filter(states) {
            let Some(span) = span(&sentence, head) else { continue };
            let is_new = !sentence.is_quoted(span) && !holds_fact(claim, &sentence, head) && !is_frame(&sentence, head);
            if is_new {
                let mut fact =
                    Fact::at(annotated.document, span, FactRole::Action, None, Verify::ActionEvent.into());
                fact.tick = false;
                fact.left_out = Some(LeftOut::Minor);
                found.push(fact);
            }
        }
    }
    found
}

/// The words of a clause; without the subject where another clause stands between it and the verb.
fn span(sentence: &Sentence<'_>, head: usize) -> Option<Span> {
    let tree = &sentence.tree;
    let mut range = clause::range(tree, head);
    let is_own = |at: usize| clause::head(tree, at) == Some(head);
    if (range.start..head).any(|at| !is_own(at)) {
        let group = verb_group::of(tree, head)?;
        range.start = group.auxiliaries.iter().copied().chain([head]).min()?;
    }
    if let Some(end) = (head..range.end).find(|at| clause::is_head(tree, *at) && *at != head && !is_own(*at)) {
        range.end = range.end.min(end.max(head + 1));
    }
    (range.len() >= FEWEST).then(|| sentence.span_of(range.start, range.end))
}

/// Whether a figure, date, quotation, superlative or act of the claim stands in the clause.
fn holds_fact(claim: &Claim, sentence: &Sentence<'_>, head: usize) -> bool {
    let facts = claim.facts.iter().filter(|fact| {
        matches!(
            fact.role,
            FactRole::Figure | FactRole::Date | FactRole::Quote | FactRole::Superlative | FactRole::Action
        )
    });
    facts
        .filter(|fact| sentence.span.contains(fact.prose))
        .any(|fact| {
            let at = sentence.token_at(fact.prose.start);
            clause::head(&sentence.tree, at) == Some(head)
        })
}

/// Whether the clause only says that somebody speaks.
fn is_frame(sentence: &Sentence<'_>, head: usize) -> bool {
    sentence.is(head, Class::SpeechVerb)
}
