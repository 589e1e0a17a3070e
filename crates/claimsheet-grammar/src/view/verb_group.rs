//! Tense, mood, voice and polarity of a verb with its auxiliaries.

use crate::function::{Auxiliary, Function};
use crate::relation::Relation;
use crate::tag::Tag;
use crate::tree::{CHAIN, Tree};

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
    let negates =
        |at: usize| tree.is(at, Relation::Neg) || (tree.function(at).negates && tree.tag(at) == Some(Tag::Rb));
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
        is_progressive: tag == Tag::Vbg && (shape.has(Auxiliary::Be) || shape.has(Auxiliary::Was)),
        auxiliaries,
    })
}

/// The auxiliaries of a verb, or, if it has none and is coordinated, those of the verb before in the
/// same form. A past participle and a past tense count as one form: the tagger tells them apart by
/// the auxiliary, which is far away in "has closed the plant and sold the site".
fn auxiliaries(tree: &Tree, verb: usize) -> Vec<usize> {
    let is_helper = |at: &usize| matches!(tree.relation(*at), Some(Relation::Aux | Relation::Auxpass));
    // "they've agreed": the auxiliary is in the subject.
    let is_joined = |at: &usize| tree.relation(*at).is_some_and(Relation::is_subject) && tree.function(*at).has_pronoun;
    let form = |at: usize| tree.tag(at).map(|tag| if tag == Tag::Vbd { Tag::Vbn } else { tag });
    let mut at = verb;
    for _ in 0..CHAIN.min(tree.len()) {
        let own: Vec<usize> = tree.children(at).filter(|child| is_helper(child) || is_joined(child)).collect();
        let Some(head) = tree.head(at).filter(|head| tree.is(at, Relation::Conj) && form(*head) == form(verb)) else {
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
    /// The auxiliaries there are, a bit each.
    seen: u16,
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
        // A verb that stands alone may hold an auxiliary: "they'll", "couldn't".
        let own = tree.function(verb);
        if auxiliaries.is_empty() {
            shape.is_finite = tag.is_finite() || own.has_pronoun;
            if matches!(own.auxiliary, Some(Auxiliary::Will | Auxiliary::Would | Auxiliary::Modal)) {
                shape.add(own, tag, Some(tag));
            }
        }
        shape
    }

    fn add(&mut self, helper: Function, verb: Tag, helper_tag: Option<Tag>) {
        let is_participle = matches!(verb, Tag::Vbn | Tag::Vbd);
        let auxiliary = match helper.auxiliary {
            // "they'd agreed" has had, "they'd agree" would.
            Some(Auxiliary::Would) if helper.has_pronoun && is_participle => Auxiliary::Had,
            Some(Auxiliary::Would) if helper_tag == Some(Tag::Vbd) => Auxiliary::Had,
            Some(auxiliary) => auxiliary,
            None => return,
        };
        self.seen |= 1 << auxiliary as u16;
    }

    const fn has(self, auxiliary: Auxiliary) -> bool {
        self.seen & (1 << auxiliary as u16) != 0
    }

    const fn mood(self) -> Mood {
        if self.has(Auxiliary::Would) {
            Mood::Conditional
        } else if self.has(Auxiliary::Modal) {
            Mood::Modal
        } else {
            Mood::Indicative
        }
    }

    const fn tense(self, verb: Tag) -> Tense {
        let is_perfect = self.has(Auxiliary::Have);
        if self.has(Auxiliary::Will) {
            return if is_perfect { Tense::FuturePerfect } else { Tense::Future };
        }
        if self.has(Auxiliary::Would) || self.has(Auxiliary::Modal) {
            // "would have baked" looks back.
            return if is_perfect { Tense::PresentPerfect } else { Tense::Present };
        }
        if self.has(Auxiliary::Had) {
            return Tense::PastPerfect;
        }
        if self.has(Auxiliary::Did) || self.has(Auxiliary::Was) {
            return Tense::Past;
        }
        if is_perfect && self.is_finite {
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
