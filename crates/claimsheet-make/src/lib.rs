//! From the bytes of an article, and the sheet that people worked on, to the new sheet and every other format.
//!
//! The command line and the page in the browser make sheets with it, so that both give the same bytes. It does no
//! I/O: who calls it brings the bytes, and puts away what comes back.
//!
//! [`Request`] is what a run is asked for. [`Request::read`] gives the articles in a file, [`Analysed::of`] what
//! there is to check in one, [`Analysed::renewed`] the sheet with what people wrote in it.

mod analysed;
mod belonging;
mod renewed;
mod request;
pub mod summary;

pub use analysed::{Analysed, SourceFile};
pub use belonging::{OtherDraft, is_sheet, other_draft};
pub use renewed::{MakeError, Renewed};
pub use request::{Reading, Request};
