//! Whose case it is of which a claim tells: who is charged, tried, convicted or sued, as the grammar has it.

use super::placed::PlacedClaim;
use crate::claim::FactRole;
use crate::english::passage::Passage;
use crate::english::phrase_lists::legal_stage::ON_FILE;
use crate::english::sentence::Sentence;
use claimsheet_grammar::view::{Mood, object, subject, verb_group};

/// The names of those in whose case a court has papers, by what a claim says of them: against whom somebody does it
/// before who does it.
pub(super) fn parties<'a>(placed: &PlacedClaim<'a>) -> Vec<&'a str> {
    let found = placed.sentences().flat_map(|sentence| {
        let stages = (0..sentence.tokens.len()).filter(|at| is_stage(&sentence, *at));
        let parties = stages.flat_map(|verb| of_verb(&sentence, verb));
        parties.filter_map(|at| sentence.token(at)).map(|token| token.span).collect::<Vec<_>>()
    });
    let names = placed.claim.facts.iter().zip(&placed.facts);
    let names = names.filter(|(fact, _)| matches!(fact.role, FactRole::Name | FactRole::Speaker));
    let names: Vec<_> = names.map(|(fact, at)| (fact.text.as_str(), at.words.span())).collect();
    found.filter_map(|party| names.iter().find(|(_, at)| at.contains(party)).map(|(name, _)| *name)).collect()
}

/// Whom a verb takes to court, and who does: of "found Lund guilty" she is the subject of what was found, and "neither
/// Lund nor Orr" is nobody.
fn of_verb(sentence: &Sentence<'_>, verb: usize) -> Vec<usize> {
    let tree = &sentence.tree;
    let mut parties = object::objects(tree, verb);
    let guilty = tree.children(verb).filter(|child| sentence.is_word(*child, word!("guilty")));
    parties.extend(guilty.flat_map(|guilty| subject::own(tree, guilty).collect::<Vec<_>>()));
    parties.extend(subject::of(tree, verb));
    let is_none = |noun: &usize| tree.children(*noun).any(|child| sentence.is_any(child, words!["neither", "no"]));
    if parties.iter().any(is_none) { Vec::new() } else { parties }
}

/// Whether a verb tells a stage of a case that was reached: not of who has not been charged, nor may be.
fn is_stage(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = Passage { document: sentence.document, tokens: sentence.tokens.get(at..).unwrap_or_default() };
    let is_quoted = sentence.token(at).is_some_and(|token| sentence.is_quoted(token.span));
    let is_reached = || {
        let group = verb_group::of(&sentence.tree, at);
        group.is_some_and(|group| !group.is_negated && !matches!(group.mood, Mood::Modal | Mood::Conditional))
    };
    (words.opens_with(ON_FILE) || is_completed(sentence, at)) && !is_quoted && is_reached()
}

/// `charged Lund with fraud`, `found her guilty`
fn is_completed(sentence: &Sentence<'_>, verb: usize) -> bool {
    let with = |words| sentence.tree.children(verb).any(|child| sentence.is_any(child, words));
    sentence.is_word(verb, word!("charged")) && with(words!["with"])
        || sentence.is_word(verb, word!("found")) && with(words!["guilty"])
}
