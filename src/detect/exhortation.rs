#![doc = include_str!("exhortation.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::span::Span;
use crate::word::Word;

/// Verbs in their base form with which a sentence bids its reader do something.
const BIDS: &[Word] = words![
    "ask", "add", "bring", "call", "come", "consider", "count", "enjoy", "expect", "follow", "forget", "give", "go",
    "hold", "join", "judge", "keep", "leave", "listen", "look", "notice", "note", "picture", "pretend", "put", "read",
    "recall", "remember", "spare", "stand", "stay", "stop", "take", "tell", "think", "try", "turn", "vote", "wait",
    "walk", "watch", "witness"
];

/// Appends the author's calls to do something.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    if let Some(bid) = bid(sentence).filter(|bid| !sentence.is_quoted(*bid)) {
        signals.push(Signal::plain(SignalKind::Exhortation, bid));
    }
    cue::each(sentence, Class::Exhortation, SignalKind::Exhortation, cue::unquoted, signals);
}

/// `Stand on the pier`, `Then bring your vote`: a verb of [`BIDS`] at the start, with a small word behind
/// it, so that it is no noun (`Call volumes rose`).
fn bid(sentence: &Sentence<'_>) -> Option<Span> {
    let verb = usize::from(sentence.is_any(0, words!["then", "so", "and", "but", "now", "please"]));
    let small = sentence.token(verb + 1).is_some_and(|next| next.is(Class::FunctionWord) && next.spaced);
    let done = sentence.is_any(
        verb + 1,
        words![
            "is", "are", "was", "were", "has", "had", "have", "will", "would", "can", "could", "and", "or", "of", "did"
        ],
    );
    (small && !done && sentence.is_any(verb, BIDS)).then(|| sentence.span_of(verb, verb + 1))
}
