//! A sheet that is made anew: nothing that somebody saves meanwhile is lost.

use super::write::{Standing, copy_as, lock, standing, sync, written};
use super::{Shown as _, beside, folder_of, index, leftovers};
use crate::error::Error;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempPath;

/// A sheet that is being made anew: nobody else who uses this program writes to its folder meanwhile.
pub(crate) struct Update {
    path: PathBuf,
    /// What stood there; none where nothing did.
    pub(crate) old: Option<String>,
    known: Option<Metadata>,
    _lock: Option<Arc<File>>,
}

/// Opens a sheet to be made anew.
///
/// # Errors
///
/// [`Error::Sheet`] where what stands there is not text; [`Error::Output`] where it cannot be read, or may not
/// be written.
pub(crate) fn update(path: &Path) -> Result<Update, Error> {
    super::fits(path)?;
    let failed = |error| Error::Output(path.to_owned(), error);
    let folder_lock = lock(folder_of(path));
    if folder_lock.is_some() {
        leftovers::clear_once(folder_of(path));
    }
    let known = match standing(path) {
        Ok(Standing::File(known)) => Some(known),
        Ok(Standing::Nothing) => None,
        Ok(Standing::Stream) => return Err(failed(io::Error::other("it is a device or a pipe and no file"))),
        // What is not written may be read.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => fs::metadata(path).ok(),
        Err(error) => return Err(failed(error)),
    };
    let old = known.as_ref().map(|_| settled(path)).transpose()?;
    let old = old.map(String::from_utf8).transpose().map_err(|error| {
        let reason = format!("byte {} is not UTF-8; the sheet is untouched", error.utf8_error().valid_up_to());
        Error::Sheet(path.to_owned(), reason)
    })?;
    Ok(Update { path: path.to_owned(), old, known, _lock: folder_lock })
}

/// How long ago a sheet without its end was last written to, so that nobody is about to write the rest.
const SAVED: Duration = Duration::from_millis(500);

/// How long a save is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// The bytes of a sheet. An editor that writes into the file empties it first: what stands there without its end, and
/// only just came there, is read once it is all there.
///
/// # Errors
///
/// [`Error::Sheet`] where somebody goes on writing to it.
fn settled(path: &Path) -> Result<Vec<u8>, Error> {
    let begun = Instant::now();
    loop {
        let bytes = super::read(path)?;
        let modified = fs::metadata(path).and_then(|known| known.modified()).ok();
        // A time in the future is none that says anything.
        let age = modified.and_then(|modified| modified.elapsed().ok());
        if bytes.trim_ascii_end().ends_with(b"-->") || age.is_none_or(|age| age >= SAVED) {
            return Ok(bytes);
        }
        if begun.elapsed() > PATIENCE {
            let reason = "another program goes on writing to it; nothing was written, run again".to_owned();
            return Err(Error::Sheet(path.to_owned(), reason));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

impl Update {
    /// Writes the new text, unless it is the old one; a new sheet is open to no more people than the draft
    /// `like`. The old bytes are kept beside it as `NAME.bak`, except where version control holds them.
    ///
    /// # Errors
    ///
    /// [`Error::Sheet`] where somebody else saved the sheet since it was read; [`Error::Output`] where it
    /// cannot be written. What stands there is whole in any case.
    pub(crate) fn write(self, text: &str, like: &[&Path]) -> Result<(), Error> {
        if self.old.as_deref() == Some(text) {
            return Ok(());
        }
        let failed = |error| Error::Output(self.path.clone(), error);
        standing(&self.path).map_err(failed)?;
        let new = written(&self.path, text.as_bytes(), self.known.as_ref(), like).map_err(failed)?;
        let done = match &self.old {
            None => new.persist_noclobber(&self.path).map_err(|error| error.error),
            Some(old) => self.keep(old).and_then(|()| exchange(new, &self.path, old.as_bytes(), text.as_bytes())),
        };
        sync(folder_of(&self.path));
        match done {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(self.saved_meanwhile()),
            done => done.map_err(failed),
        }
    }

    fn saved_meanwhile(&self) -> Error {
        let reason = "it was saved by another program meanwhile; nothing was written, run again".to_owned();
        Error::Sheet(self.path.clone(), reason)
    }

    /// Keeps the old text beside the sheet, except where version control holds it.
    fn keep(&self, old: &str) -> io::Result<()> {
        if index::holds(&self.path, old.as_bytes()) {
            return Ok(());
        }
        let copy = beside(&self.path, "bak");
        copy_as(&self.path, old.as_bytes(), &copy).map_err(|error| {
            let reason = format!("its backup {} cannot be written: {error}", copy.shown());
            io::Error::new(error.kind(), reason)
        })
    }
}

/// Puts `new` in the place of the file at `path`, if that holds `old`. The two change places, so that what an
/// editor saved at the last moment is not overwritten but found.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`] where it holds something else; that stands there.
fn exchange(new: TempPath, path: &Path, old: &[u8], text: &[u8]) -> io::Result<()> {
    let changed = || io::Error::from(io::ErrorKind::AlreadyExists);
    if fs::read(path)? != old {
        return Err(changed());
    }
    let swap = leftovers::swap_name(folder_of(path), text);
    new.persist(&swap).map_err(|error| error.error)?;
    match swapped(&swap, path) {
        Ok(()) => {}
        Err(error) if is_impossible(&error) => return fs::rename(&swap, path),
        Err(error) => {
            let _ = fs::remove_file(&swap);
            return Err(if error.kind() == io::ErrorKind::NotFound { changed() } else { error });
        }
    }
    if fs::read(&swap)? == old {
        return fs::remove_file(&swap);
    }
    swapped(&swap, path)?;
    // What somebody saved over our text in between stays, under the name that the next run looks into.
    if fs::read(&swap)? == text {
        fs::remove_file(&swap)?;
    }
    Err(changed())
}

/// Two files change places at once.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swapped(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swapped(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// Whether the system or the file system cannot exchange two files: then one is renamed over the other.
fn is_impossible(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
