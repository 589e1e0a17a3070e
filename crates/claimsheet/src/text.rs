//! Text and places in it: documents, spans, words as numbers, values, escapes.

#[macro_use]
mod named;
#[macro_use]
pub mod word_id;

pub mod document;
pub mod escape;
#[macro_use]
pub mod phrase;
pub mod set;
pub mod span;
pub mod value;
pub mod word_index;
