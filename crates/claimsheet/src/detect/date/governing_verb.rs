//! What the verb that governs a day says of it, by the sentence's tree.

use super::tense::{Tense, Verb};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use claimsheet_grammar::view::{self, Mood, VerbGroup, clause, verb_group};
use claimsheet_grammar::{Relation, Tag};

/// The verb that governs the day at token `day`, where the tree tells on which side of the article's date the day
/// lies. A participle ("the wreck seen on Monday") and a verb without tense between the day and the finite verb
/// count first, as they are nearer.
pub(super) fn of(sentence: &Sentence<'_>, day: usize) -> Option<Verb> {
    let tree = &sentence.tree;
    let near = clause::head(tree, day)?;
    let finite = clause::finite_verb(tree, day)?;
    let group = verb_group::of(tree, finite)?;
    let governing = tense(sentence, &group);
    if near == finite {
        let tense = governing?;
        let at = group.auxiliaries.iter().copied().min().unwrap_or(finite).min(finite);
        return Some(Verb { tense, at, schedules: schedules(sentence, &group) });
    }
    match tree.tag(near)? {
        // "Agreed to pay in June", but "expects to close it by May".
        _ if is_infinitive(sentence, near) => {
            let tense = if group.tense == view::Tense::Present { Tense::Future } else { governing? };
            Some(Verb { tense, at: near, schedules: tense == Tense::Future })
        }
        Tag::Vbn | Tag::Vbd if governing.is_some() && !is_due(sentence, near) => {
            Some(Verb { tense: Tense::Past, at: near, schedules: false })
        }
        _ => None,
    }
}

/// On which side of the article's date a day of this verb lies; none where the verb leaves it open.
fn tense(sentence: &Sentence<'_>, group: &VerbGroup) -> Option<Tense> {
    use view::Tense as Of;
    let is_perfect = group.auxiliaries.iter().any(|at| sentence.is(*at, Class::Have) && *at != group.verb);
    match (group.mood, group.tense) {
        (Mood::Imperative, _) => None,
        (Mood::Conditional | Mood::Modal, _) if is_perfect => Some(Tense::Past),
        // "Would not say on Friday" is told of Friday.
        (Mood::Conditional | Mood::Modal, _) if group.is_negated && sentence.is(group.verb, Class::SpeechVerb) => {
            Some(Tense::Past)
        }
        (Mood::Conditional | Mood::Modal, _) => Some(Tense::Future),
        (_, Of::Past | Of::PastPerfect | Of::PresentPerfect) => Some(Tense::Past),
        (_, Of::Future | Of::FuturePerfect) => Some(Tense::Future),
        _ => None,
    }
}

/// Whether the verb puts a thing on the calendar: "will meet", not "would meet".
fn schedules(sentence: &Sentence<'_>, group: &VerbGroup) -> bool {
    group.tense == view::Tense::Future && group.mood == Mood::Indicative && !sentence.is(group.verb, Class::SpeechVerb)
}

fn is_infinitive(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.tree.children_as(verb, Relation::Aux).any(|helper| sentence.tree.tag(helper) == Some(Tag::To))
}

/// Participles of what is still to be.
fn is_due(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is(verb, (Class::DueParticiple, word!("set")))
}
