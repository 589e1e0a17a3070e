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

use crate::arguments::ReadArgs;
use claimsheet_config::Config;
use claimsheet_read::{ReadOptions, reader};
use std::path::Path;

/// How an article is read: as the command line says, else the configuration.
fn read_options<'a>(article: &'a Path, args: &ReadArgs, config: &Config) -> ReadOptions<'a> {
    ReadOptions {
        from: args.from.as_deref().map_or(config.make.from, reader),
        name: article.file_name().and_then(|name| name.to_str()),
        encoding: args.encoding.or(config.make.encoding),
        original: args.original,
        limits: config.make.limits(args.max_bytes, args.max_depth),
    }
}
