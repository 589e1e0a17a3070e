#![doc = include_str!("opinion.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the author's words of judgement.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::OpinionWord, SignalKind::Opinion, cue::unquoted, signals);
}
