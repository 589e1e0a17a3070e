//! Who is dead in an article, and has no office that answers: "the late Fred Lund", "Lund was killed", "Lund was
//! shot dead", "Lund shot himself", "Lund's death".

use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::text::word_id::WordId;
use claimsheet_grammar::view::{noun_phrase, object, subject};
use claimsheet_grammar::{Relation, Tag};

/// Verbs of those who die.
const DIES: &[WordId] = words!["died", "dies"];

/// Verbs of what kills somebody.
const KILLS: &[WordId] = words!["killed", "murdered", "assassinated", "executed", "slain", "lynched", "beheaded"];

/// Nouns for somebody's end.
const ENDS: &[WordId] =
    words!["death", "killing", "murder", "assassination", "funeral", "burial", "suicide", "autopsy", "obituary"];

/// The words of the names of those who are dead in an article, as it tells of their end: "Ida Brandt", "Brandt".
pub(super) fn names(article: &AnnotatedText<'_>) -> Vec<Vec<WordId>> {
    let sentences = article.sentences.iter().filter_map(|record| article.sentence(record));
    sentences.flat_map(|sentence| in_sentence(&sentence)).collect()
}

fn in_sentence(sentence: &Sentence<'_>) -> Vec<Vec<WordId>> {
    let tree = &sentence.tree;
    let mut dead = Vec::new();
    for at in 0..sentence.tokens.len() {
        if sentence.is_any(at, DIES) || is_of_oneself(sentence, at) {
            dead.extend(subject::of(tree, at));
        } else if sentence.is_any(at, KILLS) || sentence.is_word(at + 1, word!("dead")) && is_verb(sentence, at) {
            dead.extend(object::objects(tree, at));
        } else if sentence.is_any(at, ENDS) {
            let of = tree.children_as(at, Relation::Prep).filter(|of| sentence.is_word(*of, word!("of")));
            dead.extend(tree.children_as(at, Relation::Poss));
            dead.extend(of.flat_map(|of| tree.children_as(of, Relation::Pobj)));
        } else if sentence.is_word(at, word!("late")) && tree.is(at, Relation::Amod) {
            dead.extend(tree.head(at));
        }
    }
    dead.into_iter().filter(|at| is_name(sentence, *at)).map(|at| name(sentence, at)).collect()
}

/// `killed himself`, `shot herself`
fn is_of_oneself(sentence: &Sentence<'_>, verb: usize) -> bool {
    let is_deed = sentence.is_any(verb, KILLS) || sentence.is_any(verb, words!["shot", "hanged", "drowned"]);
    is_deed && sentence.is(verb + 1, Class::ReflexivePronoun)
}

/// The words of a name that ends with token `last`, without title and article: `Ida Brandt` of "harbour pilot Ida Brandt".
fn name(sentence: &Sentence<'_>, last: usize) -> Vec<WordId> {
    let first = noun_phrase::of(&sentence.tree, last).map_or(last, |phrase| phrase.core.start);
    let run = (first..=last).rev().take_while(|at| is_name(sentence, *at));
    let own = run.filter(|at| !sentence.is(*at, Class::PersonTitle));
    own.filter_map(|at| sentence.token(at)).map(|token| token.word).collect()
}

fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.tag(at).is_some_and(Tag::is_verb) && !sentence.is(at, Class::Be)
}

fn is_name(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.tag(at).is_some_and(Tag::is_name)
}
