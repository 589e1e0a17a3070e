#![doc = include_str!("causation.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::token::Cue;

/// Appends the words by which one thing brings about another.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::Causation, SignalKind::Causation, is_cause, signals);
}

/// "Thus far" tells a time.
fn is_cause(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    !(sentence.is_word(cue.first as usize, word!("thus")) && sentence.is_word(cue.end as usize, word!("far")))
}
