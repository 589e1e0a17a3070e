#![doc = include_str!("exhortation.md")]

use super::cue;
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::span::Span;
use crate::token::Cue;
use crate::word::Word;

/// Verbs in their base form with which a sentence bids its reader do something.
const BIDS: &[Word] = words![
    "ask", "add", "bring", "call", "come", "consider", "count", "enjoy", "expect", "follow", "forget", "give", "go",
    "hold", "join", "judge", "keep", "leave", "listen", "look", "notice", "note", "picture", "pretend", "put", "read",
    "recall", "remember", "spare", "stand", "stay", "stop", "take", "tell", "think", "try", "turn", "vote", "wait",
    "walk", "watch", "witness", "test", "improve", "focus", "check", "choose", "avoid", "learn", "share"
];

/// Appends the author's calls to do something.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    if let Some(bid) = bid(sentence).filter(|bid| !sentence.is_quoted(*bid)) {
        signals.push(Signal::plain(SignalKind::Exhortation, bid));
    }
    cue::each(sentence, Class::Exhortation, SignalKind::Exhortation, calls, signals);
}

/// Not what somebody has to do in a story (`he has to fight`), nor a guess at what was (`must have`).
fn calls(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let (first, end) = (cue.first as usize, cue.end as usize);
    let before = |words: &[Word]| first.checked_sub(1).is_some_and(|before| sentence.is_any(before, words));
    let is_told = sentence.is_word(first, word!("has")) && (before(words!["he", "she", "and", "who"]))
        || sentence.is_word(first, word!("have")) && before(words!["they", "who"]);
    let is_guess = sentence.is_any(first, words!["must", "should"]) && sentence.is_word(end, word!("have"));
    !(is_told || is_guess) && cue::unquoted(sentence, cue)
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
