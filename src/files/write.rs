//! Writing: a file is there whole or as it was, with the permissions that it had, and never through a link.

use super::{Shown as _, folder_of, is_standard, leftovers};
use crate::error::Error;
use crate::progress;
use claimsheet_render::harmless;
use std::collections::HashMap;
use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, Weak};
use tempfile::{NamedTempFile, TempPath};

/// The beginning of the names of files that are being written.
pub(super) const PREFIX: &str = ".claimsheet-";

/// The end of these names.
pub(super) const SUFFIX: &str = ".tmp";

/// Writes a file whole or not at all; `-` is standard output, where a closed pipe is no error.
///
/// # Errors
///
/// [`Error::Output`] where it cannot be written; what was there before is untouched.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    write_as(path, content, &[])
}

/// The same; a new file is open to no more people than each of the files `like`.
///
/// # Errors
///
/// As of [`write`].
pub(crate) fn write_as(path: &Path, content: impl AsRef<[u8]>, like: &[&Path]) -> Result<(), Error> {
    let bytes = content.as_ref();
    let written =
        if is_standard(path) { progress::beside(|| to_standard_output(bytes)) } else { replace(path, bytes, like) };
    written.map_err(|error| Error::Output(path.to_owned(), error))
}

/// On a terminal nothing but text is written, whatever a draft holds; what is handed on stays as it is.
fn to_standard_output(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let text = std::str::from_utf8(bytes).ok().filter(|_| out.is_terminal()).map(harmless::text);
    let bytes = text.as_deref().map_or(bytes, str::as_bytes);
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// What stands at a path that is to be written.
pub(super) enum Standing {
    Nothing,
    File(Metadata),
    /// A pipe or a device, to which bytes are handed as they come.
    Stream,
}

/// Looks at what stands at `path`.
///
/// # Errors
///
/// Where that is a folder, a link to a file, or a file that may not be written.
pub(super) fn standing(path: &Path) -> io::Result<Standing> {
    let known = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Nothing),
        known => known?,
    };
    if path.starts_with("/dev") || path.starts_with("/proc") {
        return Ok(Standing::Stream);
    }
    if known.is_symlink() {
        if fs::metadata(path).is_ok_and(|known| !known.is_file() && !known.is_dir()) {
            return Ok(Standing::Stream);
        }
        let target = fs::read_link(path)?;
        let reason = format!("it is a link, which is not written through; name {} itself", target.shown());
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    if known.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    if !known.is_file() {
        return Ok(Standing::Stream);
    }
    if known.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    Ok(Standing::File(known))
}

fn replace(path: &Path, bytes: &[u8], like: &[&Path]) -> io::Result<()> {
    let known = match standing(path)? {
        Standing::Stream => return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Standing::File(known) => Some(known),
        Standing::Nothing => None,
    };
    let lock = lock(folder_of(path));
    if lock.is_some() {
        leftovers::clear_once(folder_of(path));
    }
    let file = written(path, bytes, known.as_ref(), like)?;
    file.persist(path).map_err(|error| error.error)?;
    sync(folder_of(path));
    drop(lock);
    Ok(())
}

/// The folders that this process has locked.
static LOCKED: LazyLock<Mutex<HashMap<PathBuf, Weak<File>>>> = LazyLock::new(Mutex::default);

/// An advisory lock on a folder, wherever links to it lead from: nobody else who uses this program writes there
/// until it is dropped or the process ends. None where the system has none to give.
pub(super) fn lock(folder: &Path) -> Option<Arc<File>> {
    let folder = fs::canonicalize(folder).ok()?;
    let mut locked = LOCKED.lock().ok()?;
    if let Some(held) = locked.get(&folder).and_then(Weak::upgrade) {
        return Some(held);
    }
    let file = File::open(&folder).ok()?;
    file.lock().ok()?;
    let held = Arc::new(file);
    locked.insert(folder, Arc::downgrade(&held));
    Some(held)
}

/// The bytes in a file beside `path`, safe on the disk, with the permissions that the file there has or,
/// where it is new, that are usual and no wider than those of each of the files `like`.
pub(super) fn written(path: &Path, bytes: &[u8], known: Option<&Metadata>, like: &[&Path]) -> io::Result<TempPath> {
    let mut file = new_file_in(folder_of(path))?;
    let usual = file.as_file().metadata()?.permissions();
    restrict(file.as_file())?;
    file.write_all(bytes)?;
    let like = like.iter().filter_map(|like| fs::metadata(like).ok()).filter(Metadata::is_file);
    let permissions = match known {
        Some(known) => same_group(file.as_file(), known),
        None => like.fold(usual, |permissions, like| narrowed(&permissions, &like.permissions())),
    };
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

/// A new empty file with the permissions that are usual.
///
/// # Errors
///
/// Where the folder takes none.
pub(crate) fn new_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    builder.permissions(mode(0o666));
    builder.tempfile_in(folder)
}

#[cfg(unix)]
fn mode(mode: u32) -> Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    Permissions::from_mode(mode)
}

/// Nobody else reads a file while it is being written.
#[cfg(unix)]
fn restrict(file: &File) -> io::Result<()> {
    file.set_permissions(mode(0o600))
}

#[cfg(not(unix))]
fn restrict(_: &File) -> io::Result<()> {
    Ok(())
}

/// Permissions that give nobody what `like` does not give; the owner can write.
#[cfg(unix)]
fn narrowed(usual: &Permissions, like: &Permissions) -> Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    let (usual, like) = (usual.mode() & 0o777, like.mode());
    mode(usual & (like | 0o600))
}

#[cfg(not(unix))]
fn narrowed(usual: &Permissions, _: &Permissions) -> Permissions {
    usual.clone()
}

/// The permissions of the file that is replaced, whose group the new one gets; where it may not, its group
/// gets nothing, as it would be another one.
#[cfg(unix)]
fn same_group(file: &File, known: &Metadata) -> Permissions {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let own = known.permissions().mode() & 0o7777;
    let has_group = file.metadata().is_ok_and(|new| new.gid() == known.gid());
    let is_kept = has_group || std::os::unix::fs::fchown(file, None, Some(known.gid())).is_ok();
    mode(if is_kept { own } else { own & !0o070 })
}

#[cfg(not(unix))]
fn same_group(_: &File, known: &Metadata) -> Permissions {
    known.permissions()
}

/// Makes the names in a folder safe on the disk; a system that cannot has no names to lose.
pub(super) fn sync(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Keeps `bytes`, which stand at `path`, as a file of that name, with the same permissions.
///
/// # Errors
///
/// Where that cannot be written, as in place of a link.
pub(super) fn copy_as(path: &Path, bytes: &[u8], copy: &Path) -> io::Result<()> {
    match standing(copy)? {
        Standing::Stream => return Err(io::Error::other("what stands there is no file")),
        Standing::File(_) | Standing::Nothing => {}
    }
    let known = fs::metadata(path)?;
    written(copy, bytes, Some(&known), &[])?.persist(copy).map_err(|error| error.error)
}

/// Keeps the file at `path` under a name that nothing has, `NAME.old-1.bak` or the next; the name.
///
/// # Errors
///
/// [`Error::Output`] where it cannot be written.
pub(crate) fn keep_copy(path: &Path) -> Result<PathBuf, Error> {
    let free = (1_u32..).map(|number| super::beside(path, &format!("old-{number}.bak")));
    let copy = free.into_iter().find(|copy| fs::symlink_metadata(copy).is_err()).unwrap_or_default();
    let kept = fs::read(path).and_then(|bytes| copy_as(path, &bytes, &copy));
    kept.map(|()| copy.clone()).map_err(|error| Error::Output(copy, error))
}
