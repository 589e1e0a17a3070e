//! Which configuration holds for a draft or sheet.

use crate::arguments::ConfigArgs;
use crate::error::Error;
use crate::files;
use claimsheet_config::Config;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// What was told already.
static TOLD: LazyLock<Mutex<HashSet<PathBuf>>> = LazyLock::new(Mutex::default);

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
        tell_once(&file, "not used, as it belongs to somebody else; if it is meant, name it with --config");
        return Ok(Config::default());
    }
    let config = claimsheet_config::load(&file)?;
    tell_once(&file, "used as the configuration");
    Ok(config)
}

fn tell_once(file: &Path, what: &str) {
    let is_new = TOLD.lock().is_ok_and(|mut told| told.insert(file.to_owned()));
    if is_new {
        files::tell(&format!("{}: {what}", files::from_here(file)));
    }
}
