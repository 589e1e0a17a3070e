#![doc = include_str!("causation.md")]

use crate::detect::cue_filters;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::Cue;
use crate::signal::{Signal, SignalKind};
use crate::text::word_id::WordId;
use claimsheet_grammar::Tag;

/// Appends the words by which one thing brings about another.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::Causation, SignalKind::Causation, is_cause, signals);
}

/// Not a noun (`the fuel`), a gift, a time (`thus far`, `due to open`), a thank-you or a reason of one's own.
fn is_cause(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let (first, end) = (cue.first as usize, cue.end as usize);
    let is = |word: WordId| sentence.is_word(first, word);
    // "Social causes", "a lack of triggers": things, of which nothing is said that they bring about.
    let is_noun = || {
        use Tag::{Dt, In, Jj, Pos, PrpPoss};
        let before = first.checked_sub(1).and_then(|before| sentence.tree.tag(before));
        sentence.tree.tag(first).is_some_and(Tag::is_noun) && matches!(before, Some(Dt | In | Jj | Pos | PrpPoss))
    };
    if end == first + 1 && sentence.is(first, Class::NounOrCause) && is_noun() {
        return sentence.is_any(end, words!["of", "was", "is", "were", "are", "behind"]);
    }
    if sentence.is(first, verbs!["contribute"]) {
        return is_contribution(sentence, first);
    }
    if is(word!("due")) {
        return !sentence.is(end, Class::DueVerb);
    }
    if is(word!("thanks")) {
        return !sentence.follows(first, (grammar::POSSESSIVE, words!["many", "with", "and", "say", "give", "gave"]));
    }
    if sentence.is(first, Class::NounOrCause) && !sentence.is_any(first, words!["cause", "causes"]) {
        return cue_filters::verb(sentence, cue) && cue_filters::is_used_as_verb(sentence, first);
    }
    if is(word!("cause")) {
        return cue_filters::verb(sentence, cue) || sentence.is_any(end, words!["of", "was", "is"]);
    }
    let is_own = (is(word!("because")) && sentence.is_any(end, words!["i"])
        || is(word!("linked")) && sentence.is_any(end, words!["my"]))
        && !sentence.is_quoted(sentence.span_of(first, end));
    !(is_own || is(word!("thus")) && sentence.is_word(end, word!("far")))
}

/// `contributed to the queues`, not `contributed to the campaign`, which is a gift.
fn is_contribution(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is_word(verb + 1, word!("to")) && !(verb + 2..verb + 6).any(|at| sentence.is(at, Class::GiftRecipient))
}
