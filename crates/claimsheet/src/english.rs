//! English: the lexicon, tokens, sentences, quotations.

pub mod capitals;
pub(crate) mod entity_agreement;
pub(crate) mod gazetteer;
pub mod grammar;
pub mod language_check;
pub mod lexicon;
pub(crate) mod noun_phrase;
pub mod number_words;
pub mod passage;
pub(crate) mod phrase_lists;
pub mod quotations;
pub mod sentence;
pub mod sentences;
pub mod speaker_label;
pub mod speaker_turns;
pub mod token;
pub(crate) mod written_words;
