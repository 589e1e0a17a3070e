//! What is coordinated with what.
//!
//! In the tree each conjunct depends on the one before it: in "bread, cakes and tea", cakes on
//! bread and tea on cakes. Flat trees, where all depend on the first, are read as well.

use crate::relation::Relation;
use crate::tree::{CHAIN, Tree};

/// The first conjunct of the coordination that a token is part of; the token itself if of none.
pub fn first(tree: &Tree, token: usize) -> usize {
    tree.upwards(token).find(|at| !tree.is(*at, Relation::Conj)).unwrap_or(token)
}

/// All conjuncts of the coordination that a token is part of, in the order of the text; the token
/// alone if of none.
pub fn conjuncts(tree: &Tree, token: usize) -> Vec<usize> {
    let mut all = vec![first(tree, token)];
    let mut at = 0;
    while let Some(head) = all.get(at).filter(|_| at < CHAIN) {
        all.extend(tree.children_as(*head, Relation::Conj));
        at += 1;
    }
    all.sort_unstable();
    all
}

/// The conjunction that joins a token with the conjunct before it, if there is one: "and" for "tea"
/// in "bread, cakes and tea".
pub fn conjunction(tree: &Tree, conjunct: usize) -> Option<usize> {
    if !tree.is(conjunct, Relation::Conj) {
        return None;
    }
    let first = first(tree, conjunct);
    let words = (first..conjunct).filter(|at| tree.is(*at, Relation::Cc));
    let mut own = words.filter(|at| tree.head(*at).is_some_and(|head| self::first(tree, head) == first));
    own.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::testing::read;

    #[test]
    fn conjuncts_are_found_from_any_of_them() {
        let read = read("The shop sells bread , cakes and tea .");
        for word in ["bread", "cakes", "tea"] {
            assert_eq!(read.words(conjuncts(&read.tree(), read.at(word))), ["bread", "cakes", "tea"]);
        }
    }

    #[test]
    fn the_conjunction_joins_the_last_conjunct() {
        let read = read("The council closed the library and sold the building .");
        let tree = read.tree();
        assert_eq!(conjunction(&tree, read.at("sold")), Some(read.at("and")));
        assert_eq!(conjunction(&tree, read.at("closed")), None);
    }

    #[test]
    fn a_token_without_conjuncts_stands_alone() {
        let read = read("Rain fell .");
        assert_eq!(conjuncts(&read.tree(), 0), [0]);
    }
}
