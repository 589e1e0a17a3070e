#![doc = include_str!("government.md")]

use crate::detect::cue_filters;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::Cue;
use crate::signal::{Signal, SignalKind};

/// Those who act in the name of a state.
const BODIES: Classes = Classes::of(Class::GovernmentBody).with(Classes::of(Class::PersonTitle));

/// Those, and what they make.
const OFFICIAL: Classes = BODIES.with(Classes::of(Class::GovernmentNoun)).with(Classes::of(Class::Place));

/// Appends the acts of governments, parliaments, courts, police and armies: a verb of the list beside
/// such a body or such a thing as they make.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    if sentence.cues.iter().any(|cue| cue.classes.any(OFFICIAL)) {
        cue_filters::each(sentence, Class::GovernmentVerb, SignalKind::Government, is_official, signals);
    }
}

/// Whether a verb has a body, office, country, law or the like where its subject and object are, or is itself
/// the word for such a thing (`tax`, `vote`).
fn is_official(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    cue_filters::act(sentence, cue)
        && (cue.classes.has(Class::GovernmentNoun)
            || cue_filters::has_near(sentence, &cue_filters::around(sentence, cue, 15, 9), OFFICIAL, cue))
}
