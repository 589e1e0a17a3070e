//! "One" is mostly an article or a pronoun; seldom it counts.

use crate::english::lexicon::{Class, Classes};
use crate::english::phrase_lists::numbers::SOME;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;

/// Whether the `one` at token `at` counts: what is measured ("one mile", "one year"), what is limited ("only one
/// lock"), and people to whom something happened or who are listed ("one pilot drowned", "one pilot each").
pub(super) fn counts(sentence: &Sentence<'_>, at: usize) -> bool {
    let unit = at + 1 + usize::from(sentence.kind(at + 1) == Some(TokenKind::Hyphen));
    let measures = Classes::of(Class::Unit).with(Classes::of(Class::TimeUnit)).with(Classes::of(Class::CurrencyWord));
    // "One day" is some day, "a one-day fair" is not.
    let is_some = unit == at + 1 && sentence.is(unit, SOME);
    let is_measured = sentence.token(unit).is_some_and(|unit| unit.classes.any(measures)) && !is_some;
    let is_limited = sentence.follows(at, Class::Limiting);
    is_measured || is_limited && !sentence.is_word(at + 1, word!("of")) || is_somebody(sentence, at + 1)
}

fn is_somebody(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(behind) = sentence.token(at + 1) else { return false };
    let is_person = sentence.is(at, Class::Person) || sentence.is(at, Class::RoleNoun);
    let happened =
        behind.is(Class::PastVerb) || sentence.is_word(at + 1, word!("each")) || sentence.word(at + 1).ends_with("ed");
    is_person && happened && !behind.is(Class::SpeechVerb)
}
