//! The subcommands, a file each. Each gives the errors that it met.

mod configuration;
mod current;
pub(crate) mod evidence;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod gate;
pub(crate) mod import;
pub(crate) mod make;
mod sheets;
pub(crate) mod shell;
pub(crate) mod sign;
pub(crate) mod sources;
pub(crate) mod status;
pub(crate) mod stream;

use claimsheet_config::Config;
use claimsheet_make::Reading;
use claimsheet_read::ReadOptions;
use std::path::Path;

/// How an article is read: as the command line says, else the configuration.
fn read_options<'a>(article: &'a Path, reading: &Reading, config: &Config) -> ReadOptions<'a> {
    reading.options(name(article), config)
}

/// The name of an article's file, which helps to tell its format.
fn name(article: &Path) -> Option<&str> {
    article.file_name().and_then(|name| name.to_str())
}
