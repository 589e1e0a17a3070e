//! Archives: the files in them, as if they lay in the folder.

use super::{Collected, Limits};
use claimsheet_read::package::{self, Package};

/// Reads each file of an archive.
pub(super) fn read(all: &mut Collected, path: &str, bytes: &[u8], limits: &Limits, depth: u32) {
    let mut package = match Package::open(bytes, package::Limits { bytes: limits.bytes, depth: 512 }) {
        Ok(package) => package,
        Err(error) => return all.refuse(path, &error.to_string()),
    };
    let mut names = package.names();
    names.sort();
    for name in names {
        let hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        if name.ends_with('/') || hidden {
            continue;
        }
        let within = format!("{path}/{name}");
        match package.read(&name) {
            Ok(Some(content)) => all.add(&within, &content, limits, depth + 1),
            Ok(None) => {}
            Err(error) => all.refuse(&within, &error.to_string()),
        }
    }
}
