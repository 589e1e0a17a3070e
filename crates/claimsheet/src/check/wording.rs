//! Words that a checker queries.

pub(crate) mod legal_stage;
pub(crate) mod link_trouble;
pub(crate) mod placeholder;
pub(crate) mod repeated_word;
pub(crate) mod superlative_scope;
pub(crate) mod universal_negative;
