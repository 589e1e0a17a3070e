//! What is said to people, on standard error and standard output: never anything but text.

use super::Shown as _;
use crate::error::Error;
use crate::progress;
use claimsheet_render::harmless;
use std::cell::RefCell;
use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// Something that is to be told.
#[derive(Debug)]
pub(crate) struct Told {
    message: String,
    /// The file of which this is told but once in a run.
    once: Option<PathBuf>,
}

thread_local! {
    /// What this thread is to tell later, where it is not to tell anything now.
    static HELD: RefCell<Option<Vec<Told>>> = const { RefCell::new(None) };
}

/// The files of which was told what is told once.
static TOLD: LazyLock<Mutex<HashSet<PathBuf>>> = LazyLock::new(Mutex::default);

/// Does something whose messages are to be told later, in their order: what is done on several cores is told as if
/// it were done on one.
pub(crate) fn held<T>(act: impl FnOnce() -> T) -> (T, Vec<Told>) {
    HELD.replace(Some(Vec::new()));
    let done = act();
    (done, HELD.take().unwrap_or_default())
}

/// Tells what was held.
pub(crate) fn tell_held(all: Vec<Told>) {
    all.into_iter().for_each(say);
}

/// Tells the person at the terminal something; a closed standard error is no reason to stop.
pub(crate) fn tell(message: &str) {
    say(Told { message: message.to_owned(), once: None });
}

/// Tells something of a file, once in a run.
pub(crate) fn tell_once(file: &Path, what: &str) {
    let message = format!("{}: {what}", super::from_here(file));
    say(Told { message, once: Some(file.to_owned()) });
}

fn say(told: Told) {
    let now = HELD.with_borrow_mut(|held| match held {
        Some(held) => {
            held.push(told);
            None
        }
        None => Some(told),
    });
    let is_new = |file| TOLD.lock().is_ok_and(|mut all| all.insert(file));
    if let Some(Told { message, once }) = now
        && once.is_none_or(is_new)
    {
        write(&message);
    }
}

fn write(message: &str) {
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
