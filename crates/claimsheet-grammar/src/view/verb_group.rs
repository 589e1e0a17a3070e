//! Tense, mood, voice and polarity of a verb with its auxiliaries.

use crate::function::{Auxiliary, Function};
use crate::relation::Relation;
use crate::tag::Tag;
use crate::tree::Tree;

use super::subject;

/// When something is said to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// "bakes", "is baking"
    Present,
    /// "baked", "was baking"
    Past,
    /// "has baked"
    PresentPerfect,
    /// "had baked"
    PastPerfect,
    /// "will bake", "is going to bake"
    Future,
    /// "will have baked"
    FuturePerfect,
    /// None: "to bake", "baking"
    None,
}

/// Whether something is said to be so, or to be possible, due or conceivable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mood {
    /// It is said to be so, or to come.
    Indicative,
    /// "would bake", "would have baked"
    Conditional,
    /// "can", "could", "may", "might", "must", "should bake"
    Modal,
    /// A demand: a verb in base form without a subject heads the sentence.
    Imperative,
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbGroup {
    /// The main verb.
    pub verb: usize,
    /// Its auxiliaries, in the order of the text, those that it shares with a verb before included.
    pub auxiliaries: Vec<usize>,
    /// Its tense.
    pub tense: Tense,
    /// Its mood.
    pub mood: Mood,
    /// Whether it is denied.
    pub is_negated: bool,
    /// Whether it is passive.
    pub is_passive: bool,
    /// Whether it is in progress: "is baking".
    pub is_progressive: bool,
}

/// The group that a verb or auxiliary is part of; [`None`] if the token is neither.
pub fn of(tree: &Tree, token: usize) -> Option<VerbGroup> {
    let verb = subject::main_verb(tree, token);
    let tag = tree.tag(verb)?;
    let auxiliaries = auxiliaries(tree, verb);
    let is_verb = tag.is_verb() || tag == Tag::Md || !auxiliaries.is_empty() || tree.function(verb).has_pronoun;
    if !is_verb {
        return None;
    }
    let shape = Shape::of(tree, verb, &auxiliaries);
    let is_passive = auxiliaries.iter().any(|at| tree.is(*at, Relation::Auxpass)) || subject::is_passive(tree, verb);
    let negates = |at: usize| tree.is(at, Relation::Neg) || (tree.function(at).negates && tree.tag(at) == Some(Tag::Rb));
    let is_negated = tree.children(verb).any(negates)
        || auxiliaries.iter().any(|at| tree.function(*at).negates)
        || (tree.function(verb).negates && tree.function(verb).auxiliary.is_some());
    let is_demand = tag == Tag::Vb
        && auxiliaries.iter().all(|at| tree.function(*at).auxiliary == Some(Auxiliary::Do))
        && tree.is(verb, Relation::Root)
        && subject::of(tree, verb).is_empty();
    Some(VerbGroup {
        verb,
        tense: if is_demand { Tense::None } else { shape.tense(tag) },
        mood: if is_demand { Mood::Imperative } else { shape.mood() },
        is_negated,
        is_passive,
        is_progressive: tag == Tag::Vbg && shape.has_be,
        auxiliaries,
    })
}

/// The auxiliaries of a verb, or, if it has none and is coordinated, those of the verb before in the
/// same form.
fn auxiliaries(tree: &Tree, verb: usize) -> Vec<usize> {
    let is_helper = |at: &usize| matches!(tree.relation(*at), Some(Relation::Aux | Relation::Auxpass));
    // "they've agreed": the auxiliary is in the subject.
    let is_joined = |at: &usize| tree.relation(*at).is_some_and(Relation::is_subject) && tree.function(*at).has_pronoun;
    let mut at = verb;
    for _ in 0..tree.len() {
        let own: Vec<usize> = tree.children(at).filter(|child| is_helper(child) || is_joined(child)).collect();
        let Some(head) = tree.head(at).filter(|head| tree.is(at, Relation::Conj) && tree.tag(*head) == tree.tag(verb))
        else {
            return own;
        };
        if !own.is_empty() || subject::own(tree, at).next().is_some() {
            return own;
        }
        at = head;
    }
    Vec::new()
}

/// What the auxiliaries say together.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    has_will: bool,
    has_would: bool,
    has_modal: bool,
    has_have: bool,
    has_had: bool,
    has_did: bool,
    has_be: bool,
    has_was: bool,
    has_to: bool,
    is_finite: bool,
}

impl Shape {
    fn of(tree: &Tree, verb: usize, auxiliaries: &[usize]) -> Self {
        let mut shape = Self::default();
        let tag = tree.tag(verb).unwrap_or(Tag::Nn);
        for at in auxiliaries {
            shape.has_to |= tree.tag(*at) == Some(Tag::To);
            shape.is_finite |= tree.tag(*at).is_some_and(Tag::is_finite) || tree.function(*at).has_pronoun;
            shape.add(tree.function(*at), tag, tree.tag(*at));
        }
        // A copula or a joined verb says it itself: "was", "we're", "they'd".
        if auxiliaries.is_empty() {
            let own = tree.function(verb);
            shape.is_finite = tag.is_finite() || own.has_pronoun;
            match own.auxiliary {
                Some(Auxiliary::Will) => shape.has_will = true,
                Some(Auxiliary::Would) => shape.has_would = true,
                Some(Auxiliary::Modal) => shape.has_modal = true,
                _ => {}
            }
        }
        shape
    }

    fn add(&mut self, helper: Function, verb: Tag, helper_tag: Option<Tag>) {
        match helper.auxiliary {
            Some(Auxiliary::Will) => self.has_will = true,
            // "they'd agreed" has had, "they'd agree" would; "'s agreed" may have has.
            Some(Auxiliary::Would) if helper.has_pronoun && matches!(verb, Tag::Vbn | Tag::Vbd) => self.has_had = true,
            Some(Auxiliary::Would) if helper_tag == Some(Tag::Vbd) => self.has_had = true,
            Some(Auxiliary::Would) => self.has_would = true,
            Some(Auxiliary::Modal) => self.has_modal = true,
            Some(Auxiliary::Have) => self.has_have = true,
            Some(Auxiliary::Had) => self.has_had = true,
            Some(Auxiliary::Did) => self.has_did = true,
            Some(Auxiliary::Be) => self.has_be = true,
            Some(Auxiliary::Was) => {
                self.has_be = true;
                self.has_was = true;
            }
            Some(Auxiliary::Do) | None => {}
        }
    }

    const fn mood(self) -> Mood {
        if self.has_would {
            Mood::Conditional
        } else if self.has_modal {
            Mood::Modal
        } else {
            Mood::Indicative
        }
    }

    const fn tense(self, verb: Tag) -> Tense {
        if self.has_will {
            return if self.has_have { Tense::FuturePerfect } else { Tense::Future };
        }
        if self.has_would || self.has_modal {
            // "would have baked" looks back.
            return if self.has_have { Tense::PresentPerfect } else { Tense::Present };
        }
        if self.has_had {
            return Tense::PastPerfect;
        }
        if self.has_did || self.has_was {
            return Tense::Past;
        }
        if self.has_have && self.is_finite {
            return Tense::PresentPerfect;
        }
        match verb {
            Tag::Vbd => Tense::Past,
            Tag::Vbz | Tag::Vbp | Tag::Md => Tense::Present,
            _ if self.is_finite && !self.has_to => Tense::Present,
            _ => Tense::None,
        }
    }
}

#[cfg(test)]
mod tests;
