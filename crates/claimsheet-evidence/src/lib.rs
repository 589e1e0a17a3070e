//! Finds what stands where in a reporter's own documents.
//!
//! [`Backing::read`] reads the files of a folder into passages with their places, [`Index::of`] finds the values in
//! them, and [`attach`] holds each fact of a draft against them: as written, equivalent, differs, not found. Nothing
//! here judges whether a document is right. The crate does no I/O and needs no network; the same files always give
//! the same answers.

mod align;
pub mod backing;
mod dateline;
mod find;
pub mod index;
pub mod number;
pub mod passage;
mod prepared;
pub mod read;
mod spoken;
mod terms;

pub use backing::{Backing, Sentences};
pub use dateline::dateline;
pub use find::{Hit, attach};
pub use index::Index;
pub use passage::{Passage, Place, SourceFile, Unread};
pub use prepared::{Prepared, VERSION as PREPARED_VERSION};
pub use read::Limits;
