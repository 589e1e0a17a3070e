//! Objects and complements of a verb.

use crate::relation::Relation;
use crate::tree::Tree;

use super::{coordination, subject};

/// A dependent that completes what a verb says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complement {
    /// The direct object: "bread" in "sells bread".
    Object(usize),
    /// The indirect object: "him" in "gave him bread".
    Recipient(usize),
    /// What the subject is said to be: "mayor" in "is mayor", "ill" in "is ill".
    Predicate(usize),
    /// What the object is said to be: "mayor" in "elected her mayor".
    OfObject(usize),
    /// The verb of a clause: "left" in "said he left", "leave" in "wants to leave".
    Clause(usize),
    /// The noun behind a preposition, with that preposition first: "on bread" in "spent on bread".
    Prepositional(usize, usize),
}

/// What completes a verb, with what is coordinated, in the order of the text. A passive verb has the
/// object that is its subject too.
pub fn complements(tree: &Tree, verb: usize) -> Vec<Complement> {
    let verb = subject::main_verb(tree, verb);
    let mut all = Vec::new();
    for child in tree.children(verb) {
        let Some(relation) = tree.relation(child) else { continue };
        let make: fn(usize) -> Complement = match relation {
            Relation::Dobj | Relation::Nsubjpass => Complement::Object,
            Relation::Dative => Complement::Recipient,
            Relation::Attr | Relation::Acomp => Complement::Predicate,
            Relation::Oprd => Complement::OfObject,
            Relation::Ccomp | Relation::Xcomp | Relation::Csubjpass => Complement::Clause,
            Relation::Prep => {
                let objects = tree.children_as(child, Relation::Pobj);
                let nouns = objects.flat_map(|noun| coordination::conjuncts(tree, noun));
                all.extend(nouns.map(|noun| Complement::Prepositional(child, noun)));
                continue;
            }
            _ => continue,
        };
        all.extend(coordination::conjuncts(tree, child).into_iter().map(make));
    }
    all
}

/// The direct objects of a verb, with what is coordinated, in the order of the text.
pub fn objects(tree: &Tree, verb: usize) -> Vec<usize> {
    let object = |complement| if let Complement::Object(at) = complement { Some(at) } else { None };
    complements(tree, verb).into_iter().filter_map(object).collect()
}

/// The verb whose clause completes this one: "said" for "left" in "said he left".
pub fn completed(tree: &Tree, verb: usize) -> Option<usize> {
    let first = coordination::first(tree, subject::main_verb(tree, verb));
    matches!(tree.relation(first), Some(Relation::Ccomp | Relation::Xcomp)).then(|| tree.head(first)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::testing::read;

    #[test]
    fn objects_come_with_what_is_coordinated() {
        let read = read("The police arrested two men and a woman on Friday .");
        let tree = read.tree();
        assert_eq!(read.words(objects(&tree, read.at("arrested"))), ["men", "woman"]);
        let on = Complement::Prepositional(read.at("on"), read.at("Friday"));
        assert!(complements(&tree, read.at("arrested")).contains(&on));
    }

    #[test]
    fn what_a_passive_is_said_of_is_its_object() {
        let read = read("The suspect was arrested in Lyon .");
        assert_eq!(read.words(objects(&read.tree(), read.at("arrested"))), ["suspect"]);
    }

    #[test]
    fn what_somebody_is_said_to_be_is_the_predicate() {
        let read = read("Her brother is a doctor .");
        let complements = complements(&read.tree(), read.at("is"));
        assert_eq!(complements, [Complement::Predicate(read.at("doctor"))]);
    }

    #[test]
    fn a_clause_completes_the_verb_it_depends_on() {
        let read = read("The minister said that the plan would fail .");
        let tree = read.tree();
        assert!(complements(&tree, read.at("said")).contains(&Complement::Clause(read.at("fail"))));
        assert_eq!(completed(&tree, read.at("fail")), Some(read.at("said")));
        assert_eq!(completed(&tree, read.at("said")), None);
    }
}
