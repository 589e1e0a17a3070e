//! Who or what a verb is said of.

use crate::relation::Relation;
use crate::tag::Tag;
use crate::tree::{CHAIN, Tree};

use super::coordination;

/// The subjects of a verb, in the order of the text, with what is coordinated with them.
///
/// - An auxiliary has those of its verb.
/// - A verb coordinated with another has that one's subject if it has none itself: "sells" in "She
///   bakes and sells".
/// - A contraction that holds its pronoun ("we're happy") is its own subject.
/// - The "there" of "there is" is none.
pub fn of(tree: &Tree, verb: usize) -> Vec<usize> {
    let mut at = main_verb(tree, verb);
    for _ in 0..CHAIN.min(tree.len()) {
        let own: Vec<usize> = own(tree, at).flat_map(|subject| coordination::conjuncts(tree, subject)).collect();
        if !own.is_empty() {
            return own;
        }
        match tree.head(at) {
            Some(head) if tree.is(at, Relation::Conj) => at = head,
            _ => break,
        }
    }
    Vec::new()
}

/// The subject a verb itself has, nominal or clause, without what is coordinated.
pub fn own<'a>(tree: &Tree<'a>, verb: usize) -> impl Iterator<Item = usize> + use<'a> {
    let tree = *tree;
    let joined = (tree.function(verb).has_pronoun && tree.tag(verb).is_some_and(Tag::is_finite)).then_some(verb);
    let children = tree.children(verb).filter(move |child| tree.relation(*child).is_some_and(Relation::is_subject));
    joined.into_iter().chain(children)
}

/// Whether the verb's own or shared subject suffers what the verb says: "was sold", "is said to".
pub fn is_passive(tree: &Tree, verb: usize) -> bool {
    let verb = main_verb(tree, verb);
    tree.children(verb).any(|child| {
        matches!(tree.relation(child), Some(Relation::Auxpass | Relation::Nsubjpass | Relation::Csubjpass))
    })
}

/// Who does it when the verb is passive: "the firm" in "was sold by the firm", with what is
/// coordinated.
pub fn agents(tree: &Tree, verb: usize) -> Vec<usize> {
    let by = tree.children_as(main_verb(tree, verb), Relation::Agent);
    let objects = by.flat_map(|by| tree.children_as(by, Relation::Pobj));
    objects.flat_map(|agent| coordination::conjuncts(tree, agent)).collect()
}

/// The verb that an auxiliary helps; any other token itself.
pub fn main_verb(tree: &Tree, token: usize) -> usize {
    match tree.relation(token) {
        Some(Relation::Aux | Relation::Auxpass) => tree.head(token).unwrap_or(token),
        _ => token,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::testing::read;

    #[test]
    fn subjects_come_with_what_is_coordinated() {
        let read = read("The mayor and her deputy have signed the contract .");
        assert_eq!(read.words(of(&read.tree(), read.at("signed"))), ["mayor", "deputy"]);
        assert_eq!(read.words(of(&read.tree(), read.at("have"))), ["mayor", "deputy"]);
    }

    #[test]
    fn a_coordinated_verb_shares_the_subject() {
        let read = read("The company closed two factories and opened a new office in Poland .");
        assert_eq!(read.words(of(&read.tree(), read.at("opened"))), ["company"]);
    }

    #[test]
    fn a_coordinated_verb_with_its_own_subject_keeps_it() {
        let read = read("The union called a strike and the company closed the plant .");
        assert_eq!(read.words(of(&read.tree(), read.at("closed"))), ["company"]);
    }

    #[test]
    fn who_says_it_may_stand_behind_the_verb() {
        let read = read("\" The bridge is safe , \" said Anna Berg , the chief engineer .");
        assert_eq!(read.words(of(&read.tree(), read.at("said"))), ["Berg"]);
    }

    #[test]
    fn a_passive_has_its_subject_and_its_agent() {
        let read = read("The house was sold by the city in 2019 .");
        let tree = read.tree();
        assert!(is_passive(&tree, read.at("sold")));
        assert_eq!(read.words(of(&tree, read.at("sold"))), ["house"]);
        assert_eq!(read.words(agents(&tree, read.at("sold"))), ["city"]);
    }

    #[test]
    fn a_joined_pronoun_is_the_subject() {
        let read = read("We’re happy with the result .");
        assert_eq!(read.words(of(&read.tree(), 0)), ["We’re"]);
    }
}
