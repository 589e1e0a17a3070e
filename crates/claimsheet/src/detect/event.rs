#![doc = include_str!("event.md")]

use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::signal::{Signal, SignalKind};
use crate::text::word_id::WordId;

/// Forms of "be", which tell a state, not an event, unless a participle follows.
const BE: &[WordId] = words!["was", "were", "had", "did", "is", "are", "has", "have"];

/// Appends the verbs in the past outside quotation marks: what is told as having happened.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    for (at, token) in sentence.tokens.iter().enumerate() {
        if token.is_word() && token.case == Case::Lower && is_past(sentence, at) && !sentence.is_quoted(token.span) {
            signals.push(Signal::plain(SignalKind::Event, token.span));
        }
    }
}

fn is_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    if !regular && !sentence.is(at, Class::PastVerb) || sentence.is_any(at, BE) || sentence.is(at, Class::StateWord) {
        return false;
    }
    let is_felt = sentence.is(at, Class::FeelingVerb) && super::opinion::is_felt_by_author(sentence, at);
    !is_felt
        && !is_adjective(sentence, at)
        && !is_reduced(sentence, at)
        && (!sentence.is(at, Class::SpeechVerb) || is_passive(sentence, at))
}

/// `are denied entry`: done to somebody, and not said by them.
fn is_passive(sentence: &Sentence<'_>, at: usize) -> bool {
    const PASSIVE: &[WordId] = words!["is", "are", "was", "were", "been", "being"];
    at.checked_sub(1).is_some_and(|before| sentence.is_any(before, PASSIVE))
}

/// Words of "be" and "have", and adverbs that may stand between them and a participle.
const AUXILIARIES: &[WordId] = words![
    "is", "are", "was", "were", "been", "being", "be", "has", "have", "had", "having", "get", "gets", "got", "getting",
    "hasn't", "haven't", "hadn't", "wasn't", "weren't", "isn't", "aren't", "i've", "we've", "they've", "you've",
    "they're", "we're"
];

/// Participles that are no past tense (`given`, `seen`): they tell an event only behind "be" or "have".
const PARTICIPLES: &[WordId] = words![
    "born",
    "gone",
    "taken",
    "given",
    "known",
    "seen",
    "shown",
    "written",
    "broken",
    "chosen",
    "drawn",
    "driven",
    "eaten",
    "fallen",
    "flown",
    "forgotten",
    "frozen",
    "grown",
    "hidden",
    "ridden",
    "risen",
    "spoken",
    "stolen",
    "sworn",
    "thrown",
    "torn",
    "woken",
    "worn",
    "begun",
    "sung",
    "shaken",
    "withdrawn"
];

/// `given the tolls`, `a plan presented by the board`: a participle without its "was" or "had", which the main
/// verb stands beside.
fn is_reduced(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_by = sentence.is_word(at + 1, word!("by"))
        && sentence.word(at).ends_with("ed")
        && !sentence.token(at + 2).is_some_and(|much| much.kind != TokenKind::Word || much.is(Class::NumberWord));
    (is_by || sentence.is_any(at, PARTICIPLES)) && !has_auxiliary(sentence, at)
}

/// Whether a form of "be" or "have" stands before a participle, with nothing but adverbs between.
fn has_auxiliary(sentence: &Sentence<'_>, at: usize) -> bool {
    const BETWEEN: &[WordId] = words![
        "not", "never", "ever", "also", "already", "just", "since", "now", "then", "once", "always", "often", "still",
        "first", "all", "both", "and", "long", "soon", "later", "even", "so", "far"
    ];
    let between = |before: &usize| sentence.is_any(*before, BETWEEN) || sentence.word(*before).ends_with("ly");
    (at.saturating_sub(5)..at).rev().find(|before| !between(before)).is_some_and(|before| {
        sentence.is_any(before, AUXILIARIES) || sentence.kind(before) == Some(TokenKind::Possessive)
    })
}

/// `a planned lock`, `hand-painted`, `feel entitled`: a participle before its noun, or after a hyphen, a
/// preposition, `to` or `be`.
fn is_adjective(sentence: &Sentence<'_>, at: usize) -> bool {
    const BEFORE: &[WordId] = words![
        "to", "very", "so", "too", "more", "most", "of", "with", "can", "will", "would", "should", "must", "could",
        "may", "might", "be", "for", "into", "without", "than", "as", "between", "among", "feel", "feels", "felt",
        "seem", "seems", "seemed", "look", "looks", "looked", "remain", "remains", "remained", "becoming", "quite",
        "rather"
    ];
    let Some(before) = at.checked_sub(1) else { return true };
    let by_article = |at: usize| {
        crate::detect::noun_phrase::is_determiner(sentence, at)
            && !sentence.is_any(at, words!["that", "all", "both", "some", "many", "one"])
    };
    let by_adverb = sentence.word(before).ends_with("ly") && before.checked_sub(1).is_some_and(by_article);
    // "He's stolen it": no possessive.
    let is_contracted = before.checked_sub(1).is_some_and(|at| sentence.is_any(at, words!["he", "she", "it"]));
    by_article(before)
        || by_adverb
        || matches!(sentence.kind(before), Some(TokenKind::Hyphen | TokenKind::Possessive)) && !is_contracted
        || sentence.is_any(before, BEFORE)
}
