//! What can go wrong on the command line, and the exit code for each.

use crate::files::Shown as _;
use claimsheet_config::ConfigError;
use claimsheet_read::ReadError;
use claimsheet_render::RenderError;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// An error to tell the person at the terminal: what is wrong, where, and what to do.
#[derive(Debug)]
pub(crate) enum Error {
    /// The arguments do not fit together.
    Usage(String),
    /// An article's file could not be opened or read.
    Input(PathBuf, io::Error),
    /// There is no draft in a folder.
    NoDrafts(PathBuf),
    /// An article's content could not be read.
    Article(PathBuf, ReadError),
    /// A sheet could not be written.
    Output(PathBuf, io::Error),
    /// A file stands in the way.
    Exists(PathBuf),
    /// A file that this program wrote has so many answers that the sheet does not have.
    Unsaved(PathBuf, usize),
    /// A sheet that is there cannot be used, and why.
    Sheet(PathBuf, String),
    /// The configuration is wrong.
    Config(ConfigError),
    /// A template could not be read.
    Template(PathBuf, io::Error),
    /// The sheet could not be rendered.
    Render(RenderError),
    /// `--fail-on` found something.
    Findings(usize),
    /// The gate is shut, or answers are in conflict: how often.
    Open(usize, &'static str),
    /// So many records of an archive gave an error, of so many.
    Records(u64, u64),
    /// A file that is no article, as a sheet or answers, could not be read, and why.
    Unreadable(PathBuf, String),
}

impl Error {
    /// The exit code; `--help` lists them.
    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::Findings(_) | Self::Open(..) => 1,
            Self::Usage(_) => 2,
            Self::Input(..) | Self::NoDrafts(_) | Self::Article(..) | Self::Unreadable(..) | Self::Records(..) => 3,
            Self::Output(..) | Self::Exists(_) | Self::Unsaved(..) | Self::Sheet(..) => 4,
            Self::Config(_) | Self::Template(..) | Self::Render(_) => 5,
        }
    }

    /// Whether a file holds data in which no article was found: a folder may hold such files.
    pub(crate) const fn is_no_article(&self) -> bool {
        matches!(self, Self::Article(_, ReadError::UnknownShape { .. }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(reason) => f.write_str(reason),
            Self::Input(path, error) if error.kind() == io::ErrorKind::IsADirectory => {
                write!(f, "{}: this is a folder; name the articles in it", path.shown())
            }
            Self::Input(path, error) => write!(f, "{}: cannot be read: {error}", path.shown()),
            Self::NoDrafts(path) => write!(
                f,
                "{}: there is no draft in this folder; files are drafts by the end of their names: .md, .txt, .docx …",
                path.shown()
            ),
            Self::Article(path, error) => write!(f, "{}: {error}", path.shown()),
            Self::Output(path, error) if error.kind() == io::ErrorKind::NotFound => {
                let folder = path.parent().unwrap_or(path);
                write!(f, "{}: the folder {} does not exist; create it first", path.shown(), folder.shown())
            }
            Self::Output(path, error) => {
                write!(f, "{}: cannot be written: {error}; what was there before is untouched", path.shown())
            }
            Self::Exists(path) => write!(
                f,
                "{}: a file is there that claimsheet did not write; use -o for another file, or --force to replace it and keep a copy",
                path.shown()
            ),
            Self::Unsaved(path, 0) => write!(
                f,
                "{}: somebody changed the file since claimsheet wrote it; use -o for another file, or --force to replace it and keep a copy",
                path.shown()
            ),
            Self::Unsaved(path, count) => write!(
                f,
                "{}: it holds {count} {} that the sheet does not have; `claimsheet import SHEET --from {}` first, or --force to replace it and keep a copy",
                path.shown(),
                if *count == 1 { "answer" } else { "answers" },
                path.shown()
            ),
            Self::Sheet(path, reason) => write!(f, "{}: {reason}", path.shown()),
            Self::Config(error) => error.fmt(f),
            Self::Template(path, error) => write!(f, "{}: the template cannot be read: {error}", path.shown()),
            Self::Render(error) => error.fmt(f),
            Self::Open(count, what) => write!(f, "{count} {what}"),
            Self::Unreadable(path, reason) => write!(f, "{}: {reason}", path.shown()),
            Self::Records(wrong, all) => {
                write!(f, "{wrong} of {all} records gave an error; the rows with \"error\" say which and why")
            }
            Self::Findings(1) => f.write_str("1 finding to settle"),
            Self::Findings(count) => write!(f, "{count} findings to settle"),
        }
    }
}

impl std::error::Error for Error {}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<RenderError> for Error {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}
