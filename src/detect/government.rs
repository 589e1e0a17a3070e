#![doc = include_str!("government.md")]

use super::cue;
use crate::lexicon::{Class, Classes};
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Those who act in the name of a state.
const BODIES: Classes = Classes::of(Class::GovernmentBody).with(Classes::of(Class::PersonTitle));

/// Appends the acts of governments, parliaments, courts, police and armies: a verb of the list in a
/// sentence that names such a body or such a thing as they make.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let official = sentence
        .cues
        .iter()
        .any(|cue| cue.classes.any(BODIES) || cue.classes.has(Class::GovernmentNoun) || cue.classes.has(Class::Place));
    if official {
        cue::each(sentence, Class::GovernmentVerb, SignalKind::Government, cue::verb, signals);
    }
}
