#![doc = include_str!("comparison.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::token::Cue;
use crate::word::Word;

/// Appends the words that set one thing beside another or beside its own past.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    for cue in sentence.cues_of(Class::ComparisonWord).filter(|cue| compares(sentence, cue)) {
        let span = sentence.span_of(with_comparative(sentence, cue), cue.end as usize);
        signals.push(Signal::plain(SignalKind::Comparison, span));
    }
    cue::each(sentence, Class::TrendVerb, SignalKind::Comparison, tells_trend, signals);
    let own = signals.iter().rposition(|signal| signal.kind != SignalKind::Comparison).map_or(0, |at| at + 1);
    if let Some(own) = signals.get_mut(own..) {
        own.sort_by_key(|signal| signal.span);
    }
}

/// The token at which a comparison begins: the comparative right before a bare "than", as in "larger than".
fn with_comparative(sentence: &Sentence<'_>, cue: &Cue) -> usize {
    let first = cue.first as usize;
    let before = first.checked_sub(1).filter(|_| sentence.is_word(first, word!("than")));
    before.filter(|before| sentence.word(*before).ends_with("er")).unwrap_or(first)
}

/// A verb of growth or decline, not of a way: `falls into the water`.
fn tells_trend(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    const WAYS: &[Word] = words!["into", "off", "apart", "asleep", "onto", "through", "upon", "out", "over"];
    cue::verb(sentence, cue) && !sentence.is_any(cue.end as usize, WAYS)
}

/// `rather than`, `other than` and `any more than` compare nothing; a qualifier of a number is the number's.
fn compares(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let first = cue.first as usize;
    let word = sentence.word(first);
    let before = first.checked_sub(1).map_or("", |at| sentence.word(at));
    let counts = sentence.tokens.get(cue.end as usize).is_some_and(|next| {
        matches!(next.kind, crate::token::TokenKind::Number | crate::token::TokenKind::Currency)
            || next.is(Class::NumberWord)
    });
    let is_rather = word.eq_ignore_ascii_case("rather");
    let is_other_than = word.eq_ignore_ascii_case("than") && matches!(before, "rather" | "other");
    let is_any_more_than = word.eq_ignore_ascii_case("more") && before.eq_ignore_ascii_case("any");
    !(is_rather || is_other_than || is_any_more_than || counts)
}
