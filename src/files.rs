//! Reading and writing files and the standard streams.

use crate::error::Error;
use crate::progress;
use claimsheet_read::ReadError;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

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

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
///
/// [`Error::Input`] where they cannot be read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    read_within(path, u64::MAX)
}

/// The same of a file that has at most `limit` bytes; of a longer one no more is read.
///
/// # Errors
///
/// [`Error::Input`] where they cannot be read, [`Error::Article`] where they are more.
pub(crate) fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let read = || {
        let mut bytes = Vec::new();
        let file: Box<dyn Read> = if is_standard(path) {
            Box::new(io::stdin().lock())
        } else {
            let known = fs::metadata(path)?;
            if known.is_dir() {
                return Err(io::Error::from(io::ErrorKind::IsADirectory));
            }
            if known.len() > limit {
                return Ok(None);
            }
            bytes.reserve(usize::try_from(known.len()).unwrap_or(0));
            Box::new(fs::File::open(path)?)
        };
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok((bytes.len() as u64 <= limit).then_some(bytes))
    };
    let read = read().map_err(|error| Error::Input(path.to_owned(), error))?;
    read.ok_or_else(|| Error::Article(path.to_owned(), ReadError::TooLarge { limit }))
}

/// The first `most` bytes of a file.
///
/// # Errors
///
/// [`Error::Input`] where they cannot be read.
pub(crate) fn head(path: &Path, most: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|error| Error::Input(path.to_owned(), error))
}

/// Writes a file whole or not at all; `-` is standard output, where a closed pipe is no error.
///
/// # Errors
///
/// [`Error::Output`] where it cannot be written; what was there before is untouched.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    let bytes = content.as_ref();
    let written = if is_standard(path) { progress::beside(|| to_standard_output(bytes)) } else { replace(path, bytes) };
    written.map_err(|error| Error::Output(path.to_owned(), error))
}

fn to_standard_output(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes beside the target and renames, so that a reader sees the old file or the new one. A link
/// is followed; what is no regular file (a pipe, a device) is written to directly.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let known = fs::metadata(&target).ok();
    if known.as_ref().is_some_and(|known| !known.is_file()) {
        return fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes);
    }
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut file = new_file_in(&folder)?;
    file.write_all(bytes)?;
    if let Some(known) = known {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file with the permissions of any new file.
fn new_file_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".claimsheet-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// A sheet that is being made anew: nobody else who uses this program writes to its folder meanwhile.
pub(crate) struct Update {
    path: PathBuf,
    /// What stood there; none where nothing did.
    pub(crate) old: Option<String>,
    _lock: Option<fs::File>,
}

/// Opens a sheet to be made anew.
///
/// # Errors
///
/// [`Error::Sheet`] where what stands there is not text; [`Error::Output`] where it cannot be read.
pub(crate) fn update(path: &Path) -> Result<Update, Error> {
    let lock = lock_folder(path);
    let old = match fs::read(path) {
        Ok(bytes) => Some(String::from_utf8(bytes).map_err(|error| {
            let reason = format!("byte {} is not UTF-8; the sheet is untouched", error.utf8_error().valid_up_to());
            Error::Sheet(path.to_owned(), reason)
        })?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Error::Output(path.to_owned(), error)),
    };
    Ok(Update { path: path.to_owned(), old, _lock: lock })
}

/// An advisory lock on the folder of `path`, which ends with the process; none where the system has
/// none to give.
fn lock_folder(path: &Path) -> Option<fs::File> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = fs::File::open(folder).ok()?;
    file.lock().ok()?;
    Some(file)
}

impl Update {
    /// Writes the new text, unless it is the old one. The old bytes are kept beside it as
    /// `NAME.bak`, except under version control.
    ///
    /// # Errors
    ///
    /// [`Error::Sheet`] where somebody else saved the sheet since it was read; [`Error::Output`]
    /// where it cannot be written. What stands there is whole in any case.
    pub(crate) fn write(self, text: &str) -> Result<(), Error> {
        if self.old.as_deref() == Some(text) {
            return Ok(());
        }
        let now = fs::read(&self.path).ok();
        if now.as_deref() != self.old.as_deref().map(str::as_bytes) {
            let reason = "it was saved by another program meanwhile; nothing was written, run again".to_owned();
            return Err(Error::Sheet(self.path, reason));
        }
        if let Some(old) = self.old.as_deref().filter(|_| !is_versioned(&self.path)) {
            write(&backup(&self.path), old)?;
        }
        write(&self.path, text)
    }
}

/// `draft.worksheet.md.bak`
fn backup(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".bak");
    path.with_file_name(name)
}

/// Whether a folder above is under version control.
fn is_versioned(path: &Path) -> bool {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.ancestors().skip(1).any(|folder| [".git", ".hg", ".svn", ".jj"].iter().any(|mark| folder.join(mark).exists()))
}

/// Tells the person at the terminal something; a closed standard error is no reason to stop.
pub(crate) fn tell(message: &str) {
    progress::beside(|| {
        let _ = writeln!(io::stderr().lock(), "{message}");
    });
}

/// Tells an error.
pub(crate) fn complain(error: &Error) {
    tell(&format!("claimsheet: {error}"));
}

/// Tells of a file in a folder that turned out to be no draft.
pub(crate) fn pass_over(error: &Error) {
    tell(&format!("passed over: {error}"));
}
