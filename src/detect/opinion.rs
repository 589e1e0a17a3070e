#![doc = include_str!("opinion.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::token::{Cue, TokenKind};
use crate::word::Word;

/// Appends the author's words of judgement.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::OpinionWord, SignalKind::Opinion, judges, signals);
}

/// Not `best known`, the right to something, the right hand, or things that go wrong.
fn judges(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    const SIDES: &[Word] =
        words!["hand", "wing", "side", "foot", "arm", "leg", "eye", "now", "away", "after", "before"];
    const GO: &[Word] = words!["go", "goes", "going", "went", "gone"];
    let (first, end) = (cue.first as usize, cue.end as usize);
    let before = |words: &[Word]| first.checked_sub(1).is_some_and(|before| sentence.is_any(before, words));
    let behind = end + usize::from(sentence.kind(end) == Some(TokenKind::Hyphen));
    let is_renown =
        sentence.is_any(first, words!["best", "better"]) && sentence.is_any(behind, words!["known", "selling"]);
    let is_claim = sentence.is_word(first, word!("right"))
        && (sentence.is_any(behind, SIDES)
            || sentence.is_any(end, words!["to", "of"])
                && before(words!["the", "a", "their", "his", "her", "its", "our", "no"]));
    let is_mishap = sentence.is_word(first, word!("wrong")) && before(GO);
    !(is_renown || is_claim || is_mishap) && cue::unquoted(sentence, cue)
}
