#![doc = include_str!("forecast.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the words of the future in a sentence that attributes nothing: the author's own
/// prediction. Reads the attributions and plans.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let by_a_source = signals
        .iter()
        .rev()
        .take_while(|signal| signal.span.start >= sentence.span.start)
        .any(|signal| matches!(signal.kind, SignalKind::Attribution));
    if !by_a_source {
        cue::each(sentence, Class::Future, SignalKind::Forecast, cue::unquoted, signals);
    }
}
