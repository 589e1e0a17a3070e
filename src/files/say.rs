//! What is said to people, on standard error and standard output: never anything but text.

use super::Shown as _;
use crate::error::Error;
use crate::progress;
use claimsheet_render::harmless;
use std::io::{self, Write};
use std::path::Path;

/// Tells the person at the terminal something; a closed standard error is no reason to stop.
pub(crate) fn tell(message: &str) {
    progress::beside(|| {
        let _ = writeln!(io::stderr().lock(), "{}", harmless::text(message));
    });
}

/// Prints text for people to standard output.
///
/// # Errors
///
/// [`Error::Output`] where that cannot be written.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    super::write(Path::new(super::STANDARD), harmless::text(text))
}

/// Tells an error.
pub(crate) fn complain(error: &Error) {
    tell(&format!("claimsheet: {error}"));
}

/// Tells of a file in a folder that turned out to be no draft.
pub(crate) fn pass_over(error: &Error) {
    tell(&format!("skipped: {error}"));
}

/// Tells of a sheet among the drafts.
pub(crate) fn pass_over_sheet(path: &Path) {
    tell(&format!("{}: made by claimsheet, skipped", path.shown()));
}
