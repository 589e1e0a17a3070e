//! `claimsheet stream`: from an archive to rows.

use crate::arguments::StreamArgs;
use crate::arguments::stream::StreamFormat;
use crate::error::Error;
use crate::files;
use claimsheet_stream::{Archive, Counts, Done, Rows, RunError, Settings};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

mod ndjson;
#[cfg(feature = "parquet")]
mod parquet;

/// Runs the command. A record that cannot be used does not stop the others.
pub(crate) fn run(args: &StreamArgs) -> Vec<Error> {
    match streamed(args) {
        Ok(counts) if counts.wrong > 0 => vec![Error::Records(counts.wrong, counts.records)],
        Ok(_) => Vec::new(),
        Err(error) => vec![error],
    }
}

fn streamed(args: &StreamArgs) -> Result<Counts, Error> {
    agree(args)?;
    let config = super::configuration::of(&args.archive, &args.config)?;
    let is_parquet = args.format != StreamFormat::Ndjson;
    let usual = if is_parquet { Rows::Claims } else { Rows::Articles };
    let mut settings = Settings::new(config.rules, args.rows.map_or(usual, Into::into));
    settings.from = args.from.as_deref().map_or(config.make.from, claimsheet_read::reader);
    settings.encoding = args.encoding.or(config.make.encoding);
    settings.original = args.original;
    settings.limits = Settings::limits(args.max_bytes);
    let input = input(&args.archive)?;
    let is_closed = args.config.sandbox;
    let open = |name: &str, limit: u64| opened(name, limit, is_closed);
    let archive = Archive::new(&settings, args.jobs, &open);
    let archive = archive.map_err(|error| Error::Input(args.archive.clone(), error))?;
    let counts = match args.format {
        StreamFormat::Ndjson => ndjson::write(archive, input, args, settings.rows),
        #[cfg(feature = "parquet")]
        StreamFormat::Parquet => parquet::write(archive, input, args, settings.rows),
    }?;
    let already = if counts.done > 0 { format!(", {} of them written before", counts.done) } else { String::new() };
    files::tell(&format!("{} records read{already}", counts.records));
    Ok(counts)
}

/// Whether the arguments fit together.
fn agree(args: &StreamArgs) -> Result<(), Error> {
    let is_standard = files::is_standard(&args.output);
    if args.resume && is_standard {
        return Err(Error::Usage("--resume goes on with a file; name it with -o".to_owned()));
    }
    if !files::is_standard(&args.archive) && files::is_same(&args.archive, &args.output) {
        return Err(Error::Usage("the archive and the output are one file; name another one with -o".to_owned()));
    }
    #[cfg(feature = "parquet")]
    if args.format == StreamFormat::Parquet && (args.resume || is_standard) {
        let reason = "a Parquet file is written whole: name it with -o, without --resume";
        return Err(Error::Usage(reason.to_owned()));
    }
    Ok(())
}

fn input(path: &Path) -> Result<Box<dyn BufRead>, Error> {
    if files::is_standard(path) {
        return Ok(Box::new(BufReader::with_capacity(1 << 16, io::stdin())));
    }
    let failed = |error| Error::Input(path.to_owned(), error);
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(failed(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// The bytes of a file that a record names. In the sandbox a record opens none.
fn opened(name: &str, limit: u64, is_closed: bool) -> Result<Vec<u8>, String> {
    if is_closed {
        return Err("in the sandbox no record opens a file; give the article as text or html".to_owned());
    }
    if files::is_standard(Path::new(name)) {
        return Err("a record cannot name standard input; give the article as text or html".to_owned());
    }
    files::read_within(Path::new(name), limit).map_err(|error| error.to_string())
}

/// The error for what cannot be written.
fn failed(path: &Path) -> impl Fn(io::Error) -> Error {
    move |error| Error::Output(path.to_owned(), error)
}

/// What a run gave. That nobody reads the output on is nothing wrong.
fn ended(counts: Result<Counts, RunError>, args: &StreamArgs) -> Result<Counts, Error> {
    counts.or_else(|error| match error {
        RunError::Input(error) => Err(Error::Input(args.archive.clone(), error)),
        RunError::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Counts::default()),
        RunError::Output(error) => Err(Error::Output(args.output.clone(), error)),
    })
}

/// Reads what an earlier run wrote.
fn done(file: &File, path: &Path, rows: Rows) -> Result<Done, Error> {
    Done::read(BufReader::with_capacity(1 << 16, file), rows).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => Error::Unreadable(path.to_owned(), error.to_string()),
        _ => Error::Output(path.to_owned(), error),
    })
}
