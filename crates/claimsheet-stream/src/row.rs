//! Rows: what is kept of an article, a claim, a fact.
//!
//! What can be made again is left out: wordings stand by their keys, the sentences around a claim and those that are
//! not listed by their places, and what is empty is not there at all. Reasons and places to look are told by `make`
//! and `explain`.

mod article;
mod claim;
mod fact;

pub use article::ArticleRow;
pub use claim::ClaimRow;
pub use fact::FactRow;

use claimsheet::claim::ByteRange;

/// Where a span ends, unless it is as long as its words.
fn end(span: ByteRange, words: &str) -> Option<u32> {
    Some(span.end).filter(|end| *end != span.start + words.len() as u32)
}
