//! Text and places in it: documents, spans, words as numbers, values, escapes.

#[macro_use]
mod named;
#[macro_use]
pub(crate) mod word_id;

pub mod document;
pub mod escape;
#[macro_use]
pub(crate) mod phrase;
pub(crate) mod set;
pub mod span;
pub mod value;
pub(crate) mod word_index;
