//! Who said it.

pub mod attributed_blocks;
pub mod claimed_source;
pub mod pronoun_resolution;
pub mod quote_attribution;
pub mod reported_speech;
