//! Whose words a phrase of a sentence says it tells: `In Lund's words, …`, `…, by her own account, …`.

use super::push;
use crate::detect::noun_phrase;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::Signal;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;
use std::ops::Range;

/// Nouns for what somebody says or holds, which the estimates of the lexicon do not have.
const WORDS: &[WordId] =
    words!["words", "phrase", "admission", "telling", "view", "opinion", "estimation", "judgment", "judgement"];

/// Appends whose words a sentence tells. Says of which nouns, so that no other rule reads them.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) -> Vec<usize> {
    let nouns = (0..sentence.tokens.len()).filter(|at| is_noun(sentence, *at));
    let found: Vec<(usize, Range<usize>)> = nouns.filter_map(|at| Some((at, owner(sentence, at)?))).collect();
    for (noun, owner) in &found {
        let cue = Cue { classes: Classes::of(Class::EstimateNoun), first: *noun as u32, end: *noun as u32 + 1 };
        push(sentence, &cue, owner, signals);
    }
    found.into_iter().map(|(noun, _)| noun).collect()
}

fn is_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, (WORDS, Class::EstimateNoun)) && sentence.tree.is(at, Relation::Pobj)
}

/// Whose words the noun at token `noun` means, where a comma sets them apart.
fn owner(sentence: &Sentence<'_>, noun: usize) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    let joint = tree.head(noun).filter(|at| sentence.is_any(*at, words!["in", "by", "to"]))?;
    let divides = |at: usize| matches!(sentence.kind(at), Some(TokenKind::Comma | TokenKind::Colon));
    let is_apart = joint == 0 || sentence.follows(joint, TokenKind::Comma) || divides(noun + 1);
    let owner = tree.children_as(noun, Relation::Poss).next().filter(|_| is_apart)?;
    if sentence.is(owner, Class::ThirdPossessive) {
        return Some(owner..owner + 1);
    }
    let mark = (owner + 1..noun).find(|at| sentence.kind(*at) == Some(TokenKind::Possessive))?;
    noun_phrase::before(sentence, mark)
        .filter(|words| words.end == mark && noun_phrase::is_actor(sentence, words.clone()))
}
