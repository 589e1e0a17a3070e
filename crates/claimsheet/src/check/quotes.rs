//! Quotations and their sources.

pub(crate) mod double_quote;
pub(crate) mod poll_method;
pub(crate) mod quote_no_speaker;
pub(crate) mod unclosed_quote;
pub(crate) mod vague_authority;
