//! What a reader would ask of a tree: who does it, to whom, when; is it denied; what goes with what.
//!
//! All of it is derived from a [`Tree`](crate::Tree) and nothing else. Tokens are numbers, ranges of
//! tokens half-open. Questions about tokens outside the sentence have empty answers.

pub mod apposition;
pub mod clause;
pub mod coordination;
pub mod noun_phrase;
pub mod object;
pub mod subject;
pub mod verb_group;

pub use verb_group::{Mood, Tense, VerbGroup};

#[cfg(test)]
mod testing;
