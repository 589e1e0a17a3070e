//! What training, benches and tests look into. No part of the interface: it changes without notice.

pub use crate::annotated_text::AnnotatedText;
pub use crate::sentence_group::SentenceGroup;

/// Checks of the draft against itself.
pub mod check {
    pub use crate::check::*;
}

/// Claims built of sentences.
pub mod claims {
    pub use crate::claims::*;
}

/// What is a claim.
pub mod classify {
    pub use crate::classify::*;
}

/// Detectors.
pub mod detect {
    pub use crate::detect::*;
}

/// Words, sentences, the lexicon.
pub mod english {
    pub use crate::english::*;
}

/// Where to look.
pub mod lookup {
    pub use crate::lookup::*;
}

/// The index of names.
pub mod names {
    pub use crate::names::*;
}

/// Who said it.
pub mod speech {
    pub use crate::speech::*;
}

/// Words as numbers.
pub mod words {
    pub use crate::text::phrase::*;
    pub use crate::text::set::*;
    pub use crate::text::word_id::*;
    pub use crate::text::word_index::*;
}

/// What is ticked, what comes first, which kinds of places know.
pub mod ranking {
    pub use crate::ranking::*;
}
