#![doc = include_str!("science.md")]

use crate::detect::cue_filters;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::Cue;
use crate::signal::{Signal, SignalKind};
use crate::text::word_id::WordId;

/// Appends the words of studies and of how nature works.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::Science, SignalKind::Science, is_science, signals);
}

/// Not a court's trial, somebody's schooling, a title, nor the verb of `finding`.
fn is_science(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    const TITLES: &[WordId] = words!["scientist", "scientists", "assistant", "director", "fellow", "university"];
    let (first, end) = (cue.first as usize, cue.end as usize);
    if sentence.is_any(first, words!["trial", "trials"]) {
        let all = 0..sentence.tokens.len();
        return cue_filters::has_near(sentence, &all, Classes::of(Class::Science), cue);
    }
    if sentence.is_any(first, words!["studies"]) {
        return !sentence.is(end, Class::Schooling)
            && !sentence.follows(first, grammar::POSSESSIVE)
            && !sentence.follows(first, (Class::ThirdSubject, word!("who")));
    }
    if sentence.is_word(first, word!("finding")) {
        return first.checked_sub(1).is_some_and(|at| crate::detect::noun_phrase::is_determiner(sentence, at));
    }
    !(sentence.is_word(first, word!("research")) && sentence.is_any(end, TITLES))
}
