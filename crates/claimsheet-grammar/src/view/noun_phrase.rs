//! Noun phrases.

use std::ops::Range;

use crate::relation::Relation;
use crate::tree::{REACH, Tree};

use super::{apposition, coordination};

/// A noun with what belongs to it, and, apart from it, what is coordinated with it or set beside
/// it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NounPhrase {
    /// The noun.
    pub head: usize,
    /// The noun with its determiners, adjectives, compounds, prepositional phrases and relative
    /// clauses, without marks at the edges; half-open.
    pub whole: Range<usize>,
    /// The noun with what stands before it, and its possessive ending: "the old mayor" of "the old
    /// mayor of the town"; half-open.
    pub core: Range<usize>,
    /// Heads of the phrases coordinated with it, without itself, in the order of the text.
    pub conjuncts: Vec<usize>,
    /// Heads of its appositions.
    pub appositions: Vec<usize>,
}

/// The noun phrase with this head; [`None`] outside the sentence.
pub fn of(tree: &Tree, head: usize) -> Option<NounPhrase> {
    tree.relation(head)?;
    let whole = range(tree, head, |relation| !is_apart(relation));
    let core = range(tree, head, is_core);
    let conjuncts = coordination::conjuncts(tree, head).into_iter().filter(|at| *at != head).collect();
    Some(NounPhrase { head, whole, core, conjuncts, appositions: apposition::of(tree, head).collect() })
}

/// The tokens of a head and all its dependents whose relation `belongs`, and everything below
/// those. A gap ends the range.
fn range(tree: &Tree, head: usize, belongs: impl Fn(Relation) -> bool) -> Range<usize> {
    let is_within = |token: usize| {
        let mut below = token;
        for at in tree.upwards(token) {
            if at == head {
                return below == head || tree.relation(below).is_some_and(&belongs);
            }
            below = at;
        }
        false
    };
    let start = (head.saturating_sub(REACH)..head).rev().take_while(|at| is_within(*at)).last().unwrap_or(head);
    let end =
        (head + 1..tree.len().min(head.saturating_add(REACH))).take_while(|at| is_within(*at)).last().unwrap_or(head)
            + 1;
    trimmed(tree, head, start..end)
}

/// Without marks at the edges.
fn trimmed(tree: &Tree, head: usize, range: Range<usize>) -> Range<usize> {
    let is_mark = |at: &usize| *at != head && tree.is(*at, Relation::Punct);
    let start = range.clone().find(|at| !is_mark(at)).unwrap_or(head);
    let end = range.rev().find(|at| !is_mark(at)).unwrap_or(head) + 1;
    start..end
}

/// Relations of what is no part of the phrase itself.
const fn is_apart(relation: Relation) -> bool {
    matches!(relation, Relation::Conj | Relation::Cc | Relation::Appos | Relation::Preconj | Relation::Parataxis)
        || matches!(
            relation,
            Relation::Aux
                | Relation::Auxpass
                | Relation::Nsubj
                | Relation::Nsubjpass
                | Relation::Advcl
                | Relation::Expl
        )
}

/// Relations of what stands close to the noun.
const fn is_core(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Det
            | Relation::Amod
            | Relation::Compound
            | Relation::Nmod
            | Relation::Npadvmod
            | Relation::Nummod
            | Relation::Poss
            | Relation::Predet
            | Relation::Quantmod
            | Relation::Case
            | Relation::Punct
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::testing::read;

    #[test]
    fn a_phrase_has_what_stands_before_and_behind_its_noun() {
        let read = read("The former head of the criminal division resigned in May .");
        let phrase = of(&read.tree(), read.at("head")).unwrap();
        assert_eq!(read.words(phrase.whole), ["The", "former", "head", "of", "the", "criminal", "division"]);
        assert_eq!(read.words(phrase.core), ["The", "former", "head"]);
    }

    #[test]
    fn coordination_and_apposition_are_apart() {
        let couple = read("The company was sold to Peter Lund and his wife .");
        let phrase = of(&couple.tree(), couple.at("Lund")).unwrap();
        assert_eq!(couple.words(phrase.whole), ["Peter", "Lund"]);
        assert_eq!(couple.words(phrase.conjuncts), ["wife"]);
        let mayor = read("Maria Holt , the mayor of the town , resigned on Monday .");
        let phrase = of(&mayor.tree(), mayor.at("Holt")).unwrap();
        assert_eq!(mayor.words(phrase.whole), ["Maria", "Holt"]);
        assert_eq!(mayor.words(phrase.appositions), ["mayor"]);
    }

    #[test]
    fn outside_the_sentence_there_is_no_phrase() {
        assert_eq!(of(&read("Rain fell .").tree(), 9), None);
    }
}
