//! What most detectors do: turn the cues of a word list into signals.

use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};
use crate::token::Cue;

/// Whether a cue, in its place, means what its list says.
pub(super) type Test = fn(&Sentence<'_>, &Cue) -> bool;

/// Appends a signal of `kind` for each cue of `class` that passes `test`.
pub(super) fn each(sentence: &Sentence<'_>, class: Class, kind: SignalKind, test: Test, signals: &mut Vec<Signal>) {
    for cue in sentence.cues_of(class).filter(|cue| test(sentence, cue)) {
        signals.push(Signal::plain(kind, sentence.span_of(cue.first as usize, cue.end as usize)));
    }
}

/// Passes every cue.
pub(super) const fn any(_: &Sentence<'_>, _: &Cue) -> bool {
    true
}

/// Passes cues in the author's own words: those outside quotation marks.
pub(super) fn unquoted(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    !sentence.is_quoted(sentence.span_of(cue.first as usize, cue.end as usize))
}

/// Passes cues that are verbs here: no article, possessive or hyphen stands before them, no preposition
/// makes them a noun (`in charge`), and no capital makes them part of a name.
pub(super) fn verb(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let first = cue.first as usize;
    let is_lower = sentence.word(first).starts_with(char::is_lowercase);
    let nominal = first.checked_sub(1).is_some_and(|before| {
        sentence.is_any(
            before,
            words!["the", "a", "an", "its", "his", "her", "their", "our", "own", "such", "of", "no", "any", "-"],
        ) || sentence.kind(before) == Some(crate::token::TokenKind::Possessive)
            || sentence.is_any(before, words!["in", "on", "under"]) && !sentence.word(first).ends_with("ing")
    });
    is_lower && !nominal
}
