//! The page on a host: with a service worker that keeps it and a manifest by which browsers install it.

use crate::Result;
use crate::page::{self, Code, From};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Writes the files of the site into a folder.
pub(crate) fn write(root: &Path, folder: &Path, code: &Code) -> Result<()> {
    let app = root.join("crates/claimsheet-web/app");
    let page = page::built(root, code, From::Host)?;
    fs::create_dir_all(folder)?;
    for name in ["manifest.webmanifest", "icon.svg"] {
        fs::copy(app.join(name), folder.join(name))?;
    }
    // The digest makes another service worker of each page, which is how browsers see that there is a new one.
    let digest = Sha256::digest(&page).first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes));
    let worker = fs::read_to_string(app.join("sw.js"))?;
    fs::write(folder.join("sw.js"), worker.replace("{{digest}}", &format!("{digest:016x}")))?;
    fs::write(folder.join("index.html"), page)?;
    Ok(())
}
