#![doc = include_str!("negation.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the words that deny.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::Negation, SignalKind::Negation, cue::any, signals);
}
