//! Who is dead in an article, and has no office that answers: "the late Fred Lund", "Lund was killed", "Lund's death".

use crate::annotated_text::AnnotatedText;
use crate::english::sentence::Sentence;
use crate::text::word_id::WordId;
use claimsheet_grammar::view::{object, subject};
use claimsheet_grammar::{Relation, Tag};
use rustc_hash::FxHashSet;

/// Verbs of those who die.
const DIES: &[WordId] = words!["died", "dies"];

/// Verbs of what kills somebody.
const KILLS: &[WordId] = words!["killed", "murdered", "assassinated", "executed", "slain", "lynched", "beheaded"];

/// Nouns for somebody's end.
const ENDS: &[WordId] =
    words!["death", "killing", "murder", "assassination", "funeral", "burial", "suicide", "autopsy", "obituary"];

/// The last names of those who are dead in an article.
pub(super) fn surnames(article: &AnnotatedText<'_>) -> FxHashSet<WordId> {
    let sentences = article.sentences.iter().filter_map(|record| article.sentence(record));
    sentences.flat_map(|sentence| in_sentence(&sentence)).collect()
}

fn in_sentence(sentence: &Sentence<'_>) -> Vec<WordId> {
    let tree = &sentence.tree;
    let mut dead = Vec::new();
    for at in 0..sentence.tokens.len() {
        if sentence.is_any(at, DIES) {
            dead.extend(subject::of(tree, at));
        } else if sentence.is_any(at, KILLS) {
            dead.extend(object::objects(tree, at));
        } else if sentence.is_any(at, ENDS) {
            let of = tree.children_as(at, Relation::Prep).filter(|of| sentence.is_word(*of, word!("of")));
            dead.extend(tree.children_as(at, Relation::Poss));
            dead.extend(of.flat_map(|of| tree.children_as(of, Relation::Pobj)));
        } else if sentence.is_word(at, word!("late")) && tree.is(at, Relation::Amod) {
            dead.extend(tree.head(at));
        }
    }
    let is_name = |at: &usize| matches!(tree.tag(*at), Some(Tag::Nnp | Tag::Nnps));
    let names = dead.into_iter().filter(is_name);
    names.filter_map(|at| sentence.token(at)).map(|token| token.word).collect()
}
