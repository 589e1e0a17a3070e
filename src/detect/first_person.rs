#![doc = include_str!("first_person.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the words by which the author speaks of him- or herself.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue::each(sentence, Class::FirstPerson, SignalKind::FirstPerson, cue::unquoted, signals);
}
