//! The headline and captions against the text.

pub(crate) mod display_text;
pub(crate) mod figure_in_headline;
pub(crate) mod headline_certainty;
pub(crate) mod headline_scope;
