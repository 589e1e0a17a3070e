//! Reading and writing files and the standard streams.

mod index;
mod leftovers;
mod memory;
mod name;
mod origin;
mod read;
mod say;
mod templates;
mod update;
mod write;

pub(crate) use memory::enough;
pub(crate) use name::{Shown, fits, from_here, stem};
use name::{beside, in_words};
pub(crate) use origin::{follow, way};
pub(crate) use read::{head, is_own, read, read_within, refuse_links};
pub(crate) use say::{Told, complain, held, pass_over, pass_over_sheet, print, tell, tell_held, tell_once};
pub(crate) use templates::templates;
pub(crate) use update::{Update, update};
#[cfg(feature = "parquet")]
pub(crate) use write::new_file_in;
pub(crate) use write::{keep_copy, write, write_as};

use std::fs;
use std::path::Path;

/// The path that stands for a standard stream.
const STANDARD: &str = "-";

/// Whether `path` stands for a standard stream.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

/// Whether both paths lead to one file that is there.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    let found = |path: &Path| fs::canonicalize(path).ok();
    found(one).is_some_and(|one| Some(one) == found(other))
}

/// The folder in which the file `path` stands.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
