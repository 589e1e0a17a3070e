#![doc = include_str!("business.md")]

use crate::detect::cue_filters;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::{NameKind, Signal, SignalKind, Value};

/// Who and what trades.
const TRADING: Classes =
    Classes::of(Class::BusinessNoun).with(Classes::of(Class::OrgNoun)).with(Classes::of(Class::CurrencyWord));

/// Appends the acts of companies and the words of ownership: things that only companies have, and
/// verbs of the list beside a company or money.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let first = signals.len();
    for cue in sentence.cues_of(Class::BusinessVerb).filter(|cue| trades(sentence, cue)) {
        if is_commercial(sentence, cue, signals.get(..first).unwrap_or_default()) {
            let span = sentence.span_of(cue.first as usize, cue.end as usize);
            signals.push(Signal::plain(SignalKind::Business, span));
        }
    }
    cue_filters::each(sentence, Class::BusinessNoun, SignalKind::Business, cue_filters::any, signals);
    if let Some(own) = signals.get_mut(first..) {
        own.sort_by_key(|signal| signal.span);
    }
}

/// An act, not the noun of `by default`, and not `own your life`.
fn trades(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    cue_filters::act(sentence, cue) && !sentence.is_any(cue.end as usize, words!["your"])
}

/// Whether a company, something of one, or money stands beside the verb.
fn is_commercial(sentence: &Sentence<'_>, cue: &Cue, signals: &[Signal]) -> bool {
    let near = cue_filters::around(sentence, cue, 10, 10);
    if cue_filters::has_near(sentence, &near, TRADING, cue)
        || near.clone().any(|at| sentence.kind(at) == Some(TokenKind::Currency))
    {
        return true;
    }
    let place = sentence.span_of(near.start, near.end);
    let own = signals.iter().rev().take_while(|signal| signal.span.end > sentence.span.start);
    own.filter(|signal| signal.value == Value::Name(NameKind::Organisation)).any(|name| name.span.overlaps(place))
}
