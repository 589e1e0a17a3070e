//! Who said it: in the words of a sentence, over a whole quotation or block, behind a pronoun.
//!
//! Detectors find the [`Attribution`](crate::signal::Attribution) that a sentence itself makes. This module
//! knows the rest: what kind of speaker that is, whose words a sentence is that names nobody, whom a pronoun
//! stands for, and what the draft offers as source. [`Speakers`] is asked for all of it.

mod attributed_blocks;
mod authors;
mod binding;
pub(crate) mod claimed_source;

mod description;
mod gender;
pub(crate) mod in_writing;
pub(crate) mod performative;
mod pronoun_resolution;
mod quote_attribution;
pub(crate) mod reported_speech;
mod speaker;
mod speakers;
mod variation;

pub use speaker::SpeakerKind;
pub(crate) use speaker::{PAPERS, PERSONS, is_pronoun, is_source};
pub use speakers::Speakers;
