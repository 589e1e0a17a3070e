#![doc = include_str!("exhortation.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the author's calls to do something.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::Exhortation, SignalKind::Exhortation, cue::unquoted, signals);
}
