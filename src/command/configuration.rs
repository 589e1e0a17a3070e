//! Which configuration holds for a draft or sheet.

use crate::arguments::ConfigArgs;
use crate::error::Error;
use crate::files;
use claimsheet_config::Config;
use std::path::Path;

/// The configuration for the draft or sheet at `path`: the one that is named, else the nearest in its folder or
/// above, which is told. One that belongs to another person says nothing about this one's drafts.
///
/// # Errors
///
/// [`Error::Config`] where it is wrong.
pub(super) fn of(path: &Path, args: &ConfigArgs) -> Result<Config, Error> {
    if let Some(file) = &args.config {
        return Ok(claimsheet_config::load(file)?);
    }
    if args.no_config || args.sandbox {
        return Ok(Config::default());
    }
    let Some(file) = claimsheet_config::find(path) else { return Ok(Config::default()) };
    if !files::is_own(&file) {
        files::tell_once(&file, "not used, as it belongs to somebody else; if it is meant, name it with --config");
        return Ok(Config::default());
    }
    let config = claimsheet_config::load(&file)?;
    files::tell_once(&file, "used as the configuration");
    Ok(config)
}
