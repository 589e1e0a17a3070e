//! Rows as a Parquet file, which is there whole or not at all.

use super::{ended, failed};
use crate::arguments::StreamArgs;
use crate::error::Error;
use crate::files;
use claimsheet_stream::parquet_file::ParquetFile;
use claimsheet_stream::{Archive, Counts, Rows, columns};
use std::io::{self, BufRead};

/// Writes the rows of an archive.
pub(super) fn write(
    archive: Archive<'_>,
    input: Box<dyn BufRead>,
    args: &StreamArgs,
    rows: Rows,
) -> Result<Counts, Error> {
    let path = &args.output;
    if path.exists() {
        let reason = "a file is there; name another one with -o";
        return Err(Error::Sheet(path.clone(), reason.to_owned()));
    }
    let new = files::new_file_in(files::folder_of(path)).map_err(failed(path))?;
    let mut file = ParquetFile::new(new, rows).map_err(failed(path))?;
    let counts = archive.run(
        input,
        |outcome| columns::batch(outcome, rows),
        |made| made.map_err(io::Error::other).and_then(|made| file.push(made)),
    );
    let counts = ended(counts, args)?;
    let new = file.finish().map_err(failed(path))?;
    new.persist_noclobber(path).map_err(|error| failed(path)(error.error))?;
    Ok(counts)
}
