#![doc = include_str!("negation.md")]

use crate::detect::cue_filters;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the words that deny.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::Negation, SignalKind::Negation, cue_filters::any, signals);
}
