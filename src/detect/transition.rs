#![doc = include_str!("transition.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the author's words that lead from one thing to the next.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::Transition, SignalKind::Transition, cue::unquoted, signals);
}
