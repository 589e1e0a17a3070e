//! Finds what stands where in a reporter's own documents.
//!
//! [`Backing::read`] reads the files of a folder into passages with their places. Nothing here judges whether a
//! document is right. The crate does no I/O and needs no network; the same files always give the same answers.

pub mod backing;
pub mod number;
pub mod passage;
pub mod read;

pub use backing::Backing;
pub use passage::{Passage, Place, SourceFile, Unread};
pub use read::Limits;
