#![doc = include_str!("hedge.md")]

use super::{cue_filters, forecast, legal_provision};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Cue, TokenKind};
use crate::signal::{Signal, SignalKind};
use crate::text::word_id::WordId;

/// Words that open a case which is only supposed.
const SUPPOSES: &[WordId] = words!["if", "unless"];

/// Appends the author's words of doubt, and those that open a supposed case at a sentence's start.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let first = usize::from(sentence.is_any(0, words!["and", "but", "so"]));
    let opener = sentence.span_of(first, first + 1);
    if sentence.is_any(first, SUPPOSES) && !sentence.is_quoted(opener) {
        signals.push(Signal::plain(SignalKind::Hedge, opener));
    }
    cue_filters::each(sentence, Class::Hedge, SignalKind::Hedge, is_doubt, signals);
}

/// Not the month of May, which has a capital behind other words, or a number behind it; not `would` where it tells
/// what a bill provides or what somebody once thought was to come.
fn is_doubt(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let first = cue.first as usize;
    let is_month = sentence.is_word(first, word!("may"))
        && sentence.token(first).is_some_and(|token| token.case == Case::Capital)
        && (first > 0 || sentence.kind(1) == Some(TokenKind::Number));
    let tells = sentence.is_word(first, word!("would"))
        && (legal_provision::is_told(sentence, first) || forecast::is_of_the_past(sentence, first));
    !is_month && !tells && cue_filters::unquoted(sentence, cue)
}
