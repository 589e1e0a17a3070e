//! An archive of articles, a record each, to rows: an article, a claim or a fact each.
//!
//! [`Lines`] reads records a line each, within bounds; [`Archive::run`] analyses them on all cores and hands on what
//! each gave, in the order of the input. A record that cannot be used gives a row that says why, and the run goes on.
//! [`Rows`] are written as JSON (`write`), or as columns of Apache Arrow with the feature `arrow`.
//! [`resume`] tells which records an output holds already.

mod archive;
mod budget;
#[cfg(feature = "arrow")]
pub mod columns;
mod further;
mod lines;
mod outcome;
#[cfg(feature = "parquet")]
pub mod parquet_file;
mod record;
pub mod resume;
mod row;
mod seen;
mod settings;
mod trouble;
pub mod write;

pub use archive::{Archive, Counts, RunError};
pub use budget::Budget;
pub use further::{Further, input_name};
pub use lines::{Content, Line, Lines};
pub use outcome::{Article, Outcome};
pub use record::{Body, Record};
pub use resume::Done;
pub use row::{ArticleRow, ClaimRow, FactRow};
pub use seen::{Key, Seen};
pub use settings::{Rows, Settings};
pub use trouble::{Trouble, TroubleKind};
