#![doc = include_str!("forecast.md")]

use super::{cue_filters, legal_provision, plan};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::{Signal, SignalKind};

/// Appends the words of the future in a sentence that attributes nothing: the author's own
/// prediction. What is on a calendar ("will open on Friday") is none, nor what a bill provides. Reads the attributions and dates.
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
    let foretells = |cue: &&Cue| {
        let first = cue.first as usize;
        !legal_provision::is_told(sentence, first)
            && !is_of_the_past(sentence, first)
            && cue_filters::unquoted(sentence, cue)
    };
    for cue in sentence.cues_of(Class::Future).filter(foretells) {
        let span = sentence.span_of(cue.first as usize, cue.end as usize);
        if !scheduled.iter().any(|plan| plan.contains(span)) {
            signals.push(Signal::plain(SignalKind::Forecast, span));
        }
    }
}

/// Furthest before "would" that the clause in which it stands may begin.
const LONGEST: usize = 8;

/// `nobody knew how it would end`: the future as it was seen in the past, below a verb that tells so.
pub(super) fn is_of_the_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let opener = || (at.saturating_sub(LONGEST)..at).rev().find(|at| sentence.is(*at, (Class::WhWord, word!("that"))));
    let told = |opener: usize| {
        let parts = |at: &usize| matches!(sentence.kind(*at), Some(TokenKind::Semicolon | TokenKind::Colon));
        let past = |at: usize| sentence.is(at, Class::PastVerb) && !sentence.is_quoted(sentence.span_of(at, at + 1));
        (0..opener).rev().take_while(|at| !parts(at)).any(past)
    };
    sentence.is_word(at, word!("would")) && opener().is_some_and(told)
}
