//! Rows as JSON, to a file that may be gone on with, or to standard output.

use super::{done, ended, failed};
use crate::arguments::StreamArgs;
use crate::error::Error;
use crate::files;
use claimsheet_render::harmless;
use claimsheet_stream::{Archive, Counts, Rows, RunError, write};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, IsTerminal as _, Seek as _, SeekFrom, Write};
use std::path::Path;

/// Writes the rows of an archive.
pub(super) fn write(
    mut archive: Archive<'_>,
    input: Box<dyn BufRead>,
    args: &StreamArgs,
    rows: Rows,
) -> Result<Counts, Error> {
    let path = &args.output;
    if files::is_standard(path) {
        return ended(to(archive, input, io::stdout().lock(), io::stdout().is_terminal(), rows), args);
    }
    let file = opened(path, args.resume)?;
    if args.resume {
        let done = done(&file, path, rows)?;
        file.set_len(done.kept).and_then(|()| (&file).seek(SeekFrom::Start(done.kept))).map_err(failed(path))?;
        files::tell(&format!("{} records are in {} already", done.records, files::Shown::shown(&**path)));
        archive = archive.without(done);
    }
    ended(to(archive, input, file, false, rows), args)
}

/// Opens the file for nobody else: a new one, or the one to go on with.
fn opened(path: &Path, resume: bool) -> Result<File, Error> {
    let file =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(failed(path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            let reason = "another run writes to it; wait for its end, or name another file with -o";
            return Err(Error::Unreadable(path.to_owned(), reason.to_owned()));
        }
        // Some file systems have no locks.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    let length = file.metadata().map_err(failed(path))?.len();
    if length > 0 && !resume {
        let reason = "a file is there; add --resume to go on with it, or name another one with -o";
        return Err(Error::Sheet(path.to_owned(), reason.to_owned()));
    }
    Ok(file)
}

/// Writes rows; on a terminal nothing but text, whatever an archive holds.
fn to(
    archive: Archive<'_>,
    input: Box<dyn BufRead>,
    mut out: impl Write,
    is_terminal: bool,
    rows: Rows,
) -> Result<Counts, RunError> {
    archive.run(
        input,
        |outcome| write::json(outcome, rows),
        |made| {
            let bytes = made?;
            let text = std::str::from_utf8(&bytes).ok().filter(|_| is_terminal).map(harmless::text);
            out.write_all(text.as_deref().map_or(&bytes, str::as_bytes))
        },
    )
}
