//! Text and places in it: documents, spans, words as numbers, values, escapes.

pub mod document;
pub mod escape;
#[macro_use]
pub mod phrase;
pub mod span;
pub mod value;
#[macro_use]
pub mod word_id;
pub mod word_index;
