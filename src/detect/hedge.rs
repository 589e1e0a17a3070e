#![doc = include_str!("hedge.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the author's words of doubt.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::Hedge, SignalKind::Hedge, cue::unquoted, signals);
}
