#![doc = include_str!("science.md")]

use super::cue;
use crate::lexicon::{Class, Classes};
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::token::Cue;
use crate::word::Word;

/// Appends the words of studies and of how nature works.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::Science, SignalKind::Science, is_science, signals);
}

/// Not a court's trial, somebody's schooling, a title, nor the verb of `finding`.
fn is_science(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    const SCHOOLING: &[Word] =
        words!["professor", "professors", "department", "teacher", "course", "courses", "degree", "major", "class"];
    const OWNERS: &[Word] = words!["his", "her", "my", "their", "your"];
    const TITLES: &[Word] = words!["scientist", "scientists", "assistant", "director", "fellow", "university"];
    let (first, end) = (cue.first as usize, cue.end as usize);
    let before = |words: &[Word]| first.checked_sub(1).is_some_and(|before| sentence.is_any(before, words));
    if sentence.is_any(first, words!["trial", "trials"]) {
        let all = 0..sentence.tokens.len();
        return cue::has_near(sentence, &all, Classes::of(Class::Science), cue);
    }
    if sentence.is_any(first, words!["studies"]) {
        return !sentence.is_any(end, SCHOOLING) && !before(OWNERS) && !before(words!["he", "she", "who"]);
    }
    if sentence.is_word(first, word!("finding")) {
        return first.checked_sub(1).is_some_and(|at| super::phrase::is_determiner(sentence, at));
    }
    !(sentence.is_word(first, word!("research")) && sentence.is_any(end, TITLES))
}
