//! The words that carry a claim: its verbs, whom and what they are said of, and what a checker ticks in it. What stands
//! beside them (`in an election year`, `tax` of `tax lawyers`) is what the claim only mentions.

use super::placed::PlacedClaim;
use crate::claim::FactRole;
use crate::english::sentence::Sentence;
use crate::speech::PERSONS;
use crate::text::span::Span;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::object::{Complement, complements};
use claimsheet_grammar::view::subject;

/// Facts whose words tell what a claim is about, whole. Names, days and quotations do not; of an act its verb and object
/// do, and not all that completes it.
const TELLING: &[FactRole] =
    &[FactRole::Figure, FactRole::Qualifier, FactRole::Superlative, FactRole::Comparison, FactRole::Cause];

/// Where the words that carry a claim stand.
pub(super) struct Core {
    words: Vec<Span>,
    /// Of those to whom, with whom, from whom or by whom it was done.
    parties: Vec<Span>,
}

impl Core {
    pub(super) fn of(claim: &PlacedClaim<'_>) -> Self {
        let mut words: Vec<Span> =
            claim.ticked().filter(|fact| TELLING.contains(&fact.role)).map(|fact| fact.words.span()).collect();
        let mut parties: Vec<Span> = Vec::new();
        for sentence in claim.sentences() {
            let carrying = Carrying::of(&sentence);
            let span = |token: &usize| sentence.span_of(*token, *token + 1);
            words.extend(carrying.words(&sentence).iter().map(span));
            parties.extend(carrying.parties.iter().map(span));
        }
        Self { words, parties }
    }

    /// Whether a word of that place is one of them.
    pub(super) fn holds(&self, place: Span) -> bool {
        self.words.iter().any(|own| own.overlaps(place))
    }

    /// Whether it is one of them, or of somebody who had a part in it.
    pub(super) fn has_part(&self, place: Span) -> bool {
        self.holds(place) || self.parties.iter().any(|own| own.overlaps(place))
    }
}

/// The tokens of a sentence that carry it.
struct Carrying {
    verbs: Vec<usize>,
    nouns: Vec<usize>,
    parties: Vec<usize>,
}

impl Carrying {
    fn of(sentence: &Sentence<'_>) -> Self {
        let tree = &sentence.tree;
        let mut own = Self { verbs: tree.root().into_iter().collect(), nouns: Vec::new(), parties: Vec::new() };
        let mut at = 0;
        while let Some(verb) = own.verbs.get(at).copied() {
            at += 1;
            own.nouns.extend(subject::own(tree, verb).chain(subject::agents(tree, verb)));
            let mut clauses: Vec<usize> = tree.children_as(verb, Relation::Conj).collect();
            for complement in complements(tree, verb) {
                match complement {
                    Complement::Clause(clause) => clauses.push(clause),
                    Complement::Object(noun) | Complement::Predicate(noun) | Complement::OfObject(noun) => {
                        own.nouns.push(noun);
                    }
                    Complement::Recipient(noun) | Complement::Prepositional(_, noun) => own.parties.push(noun),
                }
            }
            clauses.retain(|clause| !own.verbs.contains(clause));
            own.verbs.extend(clauses);
        }
        own
    }

    fn words(&self, sentence: &Sentence<'_>) -> Vec<usize> {
        let all = || self.verbs.iter().chain(&self.nouns);
        all().copied().chain(all().flat_map(|noun| told(sentence, *noun))).collect()
    }
}

/// What tells which noun it is: its modifiers, unless it is a person, and what it is of.
fn told(sentence: &Sentence<'_>, noun: usize) -> Vec<usize> {
    let tree = &sentence.tree;
    let is_person = |noun: usize| sentence.token(noun).is_some_and(|token| token.classes.any(PERSONS));
    let modifiers = move |noun: usize| {
        let of = |relation| tree.children_as(noun, relation);
        let all = of(Relation::Compound).chain(of(Relation::Amod)).chain(of(Relation::Nmod));
        all.filter(move |_| !is_person(noun))
    };
    let whole = tree.children_as(noun, Relation::Prep).filter(|word| sentence.is_word(*word, word!("of")));
    let whole: Vec<usize> = whole.flat_map(|of| tree.children_as(of, Relation::Pobj)).collect();
    let beside = tree.children_as(noun, Relation::Conj).chain(whole);
    let others: Vec<usize> = beside.flat_map(|other| std::iter::once(other).chain(modifiers(other))).collect();
    modifiers(noun).chain(others).collect()
}
