//! Reading: nothing without a limit, nothing that is no file.

use super::{Shown as _, is_standard};
use crate::error::Error;
use claimsheet_read::ReadError;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// The most bytes of a sheet, of answers and of other files that are no drafts.
const WITHIN: u64 = 256 << 20;

/// The bytes of a file that is no draft, or of standard input for `-`.
///
/// # Errors
///
/// [`Error::Input`] where they cannot be read, [`Error::Unreadable`] where they are more than [`WITHIN`].
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let too_large = || Error::Unreadable(path.to_owned(), format!("it has more than {WITHIN} bytes"));
    within(path, WITHIN)?.ok_or_else(too_large)
}

/// The bytes of a draft that has at most `limit` bytes; of a longer one no more is read.
///
/// # Errors
///
/// [`Error::Input`] where they cannot be read, [`Error::Article`] where they are more.
pub(crate) fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    within(path, limit)?.ok_or_else(|| Error::Article(path.to_owned(), ReadError::TooLarge { limit }))
}

fn within(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, Error> {
    let read = || {
        let mut bytes = Vec::new();
        let file: Box<dyn Read> = if is_standard(path) {
            Box::new(io::stdin().lock())
        } else {
            let known = fs::metadata(path)?;
            if known.is_dir() {
                return Err(io::Error::from(io::ErrorKind::IsADirectory));
            }
            if !known.is_file() {
                return Err(io::Error::other("it is a device or a pipe and no file; hand it on with `-`"));
            }
            if known.len() > limit {
                return Ok(None);
            }
            let length = usize::try_from(known.len()).unwrap_or(usize::MAX);
            bytes.try_reserve(length).map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
            Box::new(fs::File::open(path)?)
        };
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok((bytes.len() as u64 <= limit).then_some(bytes))
    };
    read().map_err(|error| Error::Input(path.to_owned(), error))
}

/// The first `most` bytes of a file.
///
/// # Errors
///
/// [`Error::Input`] where it is no file or they cannot be read.
pub(crate) fn head(path: &Path, most: u64) -> Result<Vec<u8>, Error> {
    let read = || {
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("it is no file"));
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| Error::Input(path.to_owned(), error))
}

/// Refuses a path on which there is a link, from the folder in which one is.
///
/// # Errors
///
/// [`Error::Unreadable`], with the link.
pub(crate) fn refuse_links(path: &Path) -> Result<(), Error> {
    let mut way = PathBuf::new();
    let link = path.components().find_map(|part| {
        way.push(part);
        let is_step = matches!(part, Component::Normal(_));
        (is_step && fs::symlink_metadata(&way).is_ok_and(|known| known.is_symlink())).then(|| way.clone())
    });
    match link {
        Some(link) if !is_standard(path) => {
            let reason = format!("{} is a link, and in the sandbox none is followed", link.shown());
            Err(Error::Unreadable(path.to_owned(), reason))
        }
        _ => Ok(()),
    }
}

/// Whether a file belongs to the person who runs this.
#[cfg(unix)]
pub(crate) fn is_own(file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(file).is_ok_and(|known| known.uid() == rustix::process::geteuid().as_raw())
}

#[cfg(not(unix))]
pub(crate) const fn is_own(_: &Path) -> bool {
    true
}
