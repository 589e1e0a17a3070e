#![doc = include_str!("transition.md")]

use crate::detect::cue_filters;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the author's words that lead from one thing to the next.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::Transition, SignalKind::Transition, cue_filters::unquoted, signals);
}
