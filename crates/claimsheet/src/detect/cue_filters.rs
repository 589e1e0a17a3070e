//! What most detectors do: turn the cues of a word list into signals.

use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::{Signal, SignalKind};
use std::ops::Range;

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
        sentence.is(
            before,
            (grammar::ARTICLE, Class::ThirdPossessive, words!["our", "own", "such", "of", "no", "any", "-"]),
        ) || sentence.kind(before) == Some(TokenKind::Possessive)
            || sentence.is_any(before, words!["in", "on", "under"]) && !sentence.word(first).ends_with("ing")
    });
    is_lower && !nominal
}

/// Passes cues that are verbs here, words that are as often nouns (`fund`, `signs`) included: they need
/// something before or behind them that only a verb has.
pub(super) fn act(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let first = cue.first as usize;
    let is_single = cue.end - cue.first == 1;
    verb(sentence, cue) && !(is_single && sentence.is(first, Class::NounOrVerb) && !is_used_as_verb(sentence, first))
}

/// `will fund`, `they sign`, `signs a bill`, `the court rules`: what makes a verb of a word that may be a noun.
pub(super) fn is_used_as_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let behind = sentence.token(at + 1).is_some_and(|next| {
        matches!(next.kind, TokenKind::Number | TokenKind::Currency)
            || noun_phrase::is_determiner(sentence, at + 1)
            || sentence.is(at + 1, (Class::ObjectPronoun, words!["whether", "how", "up"]))
            || noun_phrase::is_proper(sentence, at + 1)
    });
    let before = |before: usize| {
        sentence.is(
            before,
            (
                grammar::MODAL,
                grammar::SUBJECT,
                (Class::RelativePronoun, grammar::NEGATED_AUXILIARY, (verbs!["help"], words!["to", "not", "you"])),
            ),
        ) || sentence.is(before, Class::Be) && sentence.word(at).ends_with("ing")
            || agrees(sentence, before, at)
    };
    behind || at.checked_sub(1).is_some_and(before)
}

/// `the court rules`, `ministers order`: somebody who acts, in one number with the verb.
fn agrees(sentence: &Sentence<'_>, subject: usize, verb: usize) -> bool {
    const ACTING: Classes = Classes::of(Class::GovernmentBody).with(Classes::of(Class::OrgNoun));
    let acts = sentence.token(subject).is_some_and(|token| token.classes.any(ACTING))
        && !sentence
            .is_any(subject, words!["state", "federal", "government", "police", "military", "army", "campaign"])
        || noun_phrase::is_proper(sentence, subject);
    acts && sentence.word(subject).ends_with('s') != sentence.word(verb).ends_with('s')
}

/// Tokens that stand near a verb, where its subject and object are to be looked for: up to `before` before it
/// and `behind` behind it, not beyond a semicolon or colon.
pub(super) fn around(sentence: &Sentence<'_>, cue: &Cue, before: usize, behind: usize) -> Range<usize> {
    let (first, end) = (cue.first as usize, cue.end as usize);
    let parts = |at: &usize| matches!(sentence.kind(*at), Some(TokenKind::Semicolon | TokenKind::Colon));
    let start =
        (first.saturating_sub(before)..first).rev().find(parts).map_or(first.saturating_sub(before), |at| at + 1);
    let last = (end + behind).min(sentence.tokens.len());
    start..(end..last).find(parts).unwrap_or(last)
}

/// Whether a cue of one of `classes` begins in `tokens`, other than `but` itself.
pub(super) fn has_near(sentence: &Sentence<'_>, tokens: &Range<usize>, classes: Classes, but: &Cue) -> bool {
    let from = sentence.cues.partition_point(|cue| (cue.first as usize) < tokens.start);
    sentence
        .cues
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(|cue| (cue.first as usize) < tokens.end)
        .any(|cue| cue.first != but.first && cue.classes.any(classes))
}
