#![doc = include_str!("forecast.md")]

use super::{cue, plan};
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the words of the future in a sentence that attributes nothing: the author's own
/// prediction. What is on a calendar ("will open on Friday") is none. Reads the attributions and dates.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let by_a_source = signals
        .iter()
        .rev()
        .take_while(|signal| signal.span.start >= sentence.span.start)
        .any(|signal| matches!(signal.kind, SignalKind::Attribution));
    if by_a_source {
        return;
    }
    let scheduled = plan::scheduled(sentence, signals);
    for cue in sentence.cues_of(Class::Future).filter(|cue| cue::unquoted(sentence, cue)) {
        let span = sentence.span_of(cue.first as usize, cue.end as usize);
        if !scheduled.iter().any(|plan| plan.contains(span)) {
            signals.push(Signal::plain(SignalKind::Forecast, span));
        }
    }
}
