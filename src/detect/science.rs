#![doc = include_str!("science.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the words of studies and of how nature works.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::Science, SignalKind::Science, cue::any, signals);
}
