//! Somebody makes a statement that a noun names: `the port issued a warning`, `doubts voiced by Lund`.

use super::reporting_verb;
use crate::english::sentence::Sentence;
use crate::english::token::Cue;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::{subject, verb_group};
use std::ops::Range;

/// Verbs that say no more than that the statement was made.
const MADE: &[[WordId; 4]] =
    verbs!["issue", "voice", "express", "raise", "offer", "deliver", "release", "repeat", "renew"];

/// The same, with forms of their own.
const MADE_IRREGULAR: &[WordId] = words!["make", "makes", "made", "give", "gives", "gave", "given"];

/// Nouns for what somebody makes without a word.
pub(super) const NOT_SAID: &[WordId] = words![
    "advice",
    "belief",
    "beliefs",
    "charge",
    "charges",
    "conviction",
    "convictions",
    "decision",
    "decisions",
    "desire",
    "desires",
    "finding",
    "findings",
    "goal",
    "goals",
    "judgment",
    "judgments",
    "plan",
    "plans",
    "position",
    "positions",
    "push"
];

/// Who makes the statement that the noun of `cue` names, with the verb's subject whole.
pub(super) fn maker(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    let noun = (cue.end as usize).checked_sub(1).filter(|at| !sentence.is_any(*at, NOT_SAID))?;
    let relation = tree.relation(noun)?;
    let verb = tree.head(noun)?;
    let is_made = relation == Relation::Dobj || relation.is_subject() && subject::is_passive(tree, verb);
    let is_denied = || {
        verb_group::of(tree, verb).is_some_and(|group| group.is_negated)
            || tree.children(noun).any(|at| sentence.is_word(at, word!("no")))
    };
    let says = sentence.is_any(verb, MADE.as_flattened()) || sentence.is_any(verb, MADE_IRREGULAR);
    (is_made && says && !is_denied()).then(|| reporting_verb::speaker(sentence, verb)).flatten()
}
