#![doc = include_str!("business.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Appends the acts of companies and the words of ownership: things that only companies have, and
/// verbs of the list in a sentence that holds a company or money.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let commercial =
        sentence.has(Class::BusinessNoun) || sentence.has(Class::OrgNoun) || sentence.has(Class::CurrencyWord);
    let first = signals.len();
    if commercial {
        cue::each(sentence, Class::BusinessVerb, SignalKind::Business, cue::verb, signals);
    }
    cue::each(sentence, Class::BusinessNoun, SignalKind::Business, cue::any, signals);
    if let Some(own) = signals.get_mut(first..) {
        own.sort_by_key(|signal| signal.span);
    }
}
