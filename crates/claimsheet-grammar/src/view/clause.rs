//! Clauses: the verb that governs a token, and how far its clause reaches.

use std::ops::Range;

use crate::relation::Relation;
use crate::tag::Tag;
use crate::tree::Tree;

use super::{coordination, subject};

/// The head of the clause a token is in: a verb with its own subject or one it shares, or the
/// sentence's root. [`None`] outside the sentence.
pub fn head(tree: &Tree, token: usize) -> Option<usize> {
    tree.upwards(subject::main_verb(tree, token)).find(|at| is_head(tree, *at))
}

/// Whether a token heads a clause: a full one, or a shorter one as in "to bake bread".
pub fn is_head(tree: &Tree, token: usize) -> bool {
    let is_predicate = || tree.tag(token).is_some_and(|tag| tag.is_verb() || tag == Tag::Md);
    match tree.relation(token) {
        Some(Relation::Root) => true,
        Some(Relation::Conj) => is_predicate() && is_head(tree, coordination::first(tree, token)),
        Some(relation) => relation.is_clause() && (is_predicate() || subject::own(tree, token).next().is_some()),
        None => false,
    }
}

/// The verb with tense that governs a token: the main verb of the nearest clause above it that has
/// tense. In "She wants to bake bread" the verb "wants" governs "bread". [`None`] if there is none.
pub fn finite_verb(tree: &Tree, token: usize) -> Option<usize> {
    tree.upwards(subject::main_verb(tree, token)).find(|at| is_head(tree, *at) && is_finite(tree, *at))
}

/// Whether a verb has tense, itself or by an auxiliary.
pub fn is_finite(tree: &Tree, verb: usize) -> bool {
    let finite = |at: usize| tree.tag(at).is_some_and(Tag::is_finite);
    let holds_verb = |at: usize| tree.function(at).has_pronoun;
    let mut helpers = tree.children(verb);
    finite(verb)
        || helpers.any(|child| {
            (matches!(tree.relation(child), Some(Relation::Aux | Relation::Auxpass)) && finite(child))
                // "they've agreed": the auxiliary is in the subject.
                || (tree.relation(child).is_some_and(Relation::is_subject) && holds_verb(child))
        })
        // "He came and left", "has come and left": the conjunct shares the auxiliary.
        || (tree.is(verb, Relation::Conj)
            && !tree.children(verb).any(|child| tree.is(child, Relation::Aux))
            && tree.head(verb).is_some_and(|head| tree.tag(head) == tree.tag(verb) && is_finite(tree, head)))
}

/// The tokens of the clause a token is in, from the first to the last, half-open, without clauses
/// that stand at its edges and the marks beside them. Clauses in its middle are in the range. Empty
/// outside the sentence.
pub fn range(tree: &Tree, token: usize) -> Range<usize> {
    let Some(head) = head(tree, token) else { return 0..0 };
    let is_own = |at: &usize| self::head(tree, *at) == Some(head) && !tree.is(*at, Relation::Punct);
    let start = (0..tree.len()).find(is_own).unwrap_or(head);
    let end = (0..tree.len()).rev().find(is_own).unwrap_or(head) + 1;
    start.min(head)..end.max(head + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::testing::read;

    #[test]
    fn the_finite_verb_governs_what_hangs_below() {
        let read = read("She wants to bake bread .");
        let tree = read.tree();
        assert_eq!(head(&tree, read.at("bread")), Some(read.at("bake")));
        assert_eq!(finite_verb(&tree, read.at("bread")), Some(read.at("wants")));
    }

    #[test]
    fn an_auxiliary_gives_its_verb_tense() {
        let read = read("The firm has paid the fine .");
        assert_eq!(finite_verb(&read.tree(), read.at("fine")), Some(read.at("paid")));
    }

    #[test]
    fn a_relative_clause_ends_where_the_main_clause_goes_on() {
        let read = read("The man who stole the car was arrested on Friday .");
        let tree = read.tree();
        assert_eq!(read.words(range(&tree, read.at("car"))), ["who", "stole", "the", "car"]);
        assert_eq!(head(&tree, read.at("man")), Some(read.at("arrested")));
    }

    #[test]
    fn a_clause_behind_a_comma_is_one_of_its_own() {
        let read = read("If the plan fails , the company will close the plant .");
        let tree = read.tree();
        assert_eq!(read.words(range(&tree, read.at("plan"))), ["If", "the", "plan", "fails"]);
        assert_eq!(read.words(range(&tree, read.at("plant"))), ["the", "company", "will", "close", "the", "plant"]);
    }

    #[test]
    fn outside_the_sentence_there_is_no_clause() {
        let read = read("Rain fell .");
        assert_eq!((head(&read.tree(), 9), range(&read.tree(), 9)), (None, 0..0));
    }
}
