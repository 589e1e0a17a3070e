#![doc = include_str!("first_person.md")]

use crate::detect::cue_filters;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Cue};
use crate::signal::{Signal, SignalKind};

/// Appends the words by which the author speaks of him- or herself.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::FirstPerson, SignalKind::FirstPerson, is_author, signals);
}

/// Not the country: "US" in capitals.
fn is_author(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let first = cue.first as usize;
    let is_country =
        sentence.is_word(first, word!("us")) && sentence.token(first).is_some_and(|token| token.case == Case::Upper);
    !is_country && cue_filters::unquoted(sentence, cue)
}
