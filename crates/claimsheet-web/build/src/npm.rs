//! The npm package: an ES module with types.

use crate::Result;
use crate::wasm::{For, glued};
use std::fs;
use std::path::Path;

/// Writes the package into a folder.
pub(crate) fn write(root: &Path, folder: &Path, module: &Path) -> Result<()> {
    let source = root.join("crates/claimsheet-web/npm");
    let glued = glued(module, For::Module)?;
    fs::create_dir_all(folder)?;
    fs::write(folder.join("claimsheet_bg.wasm"), &glued.wasm)?;
    fs::write(folder.join("claimsheet_core.js"), &glued.script)?;
    fs::write(folder.join("claimsheet_core.d.ts"), &glued.types)?;
    for name in ["index.js", "index.d.ts", "README.md"] {
        fs::copy(source.join(name), folder.join(name))?;
    }
    fs::copy(root.join("LICENSE"), folder.join("LICENSE"))?;
    let package = fs::read_to_string(source.join("package.json"))?;
    fs::write(folder.join("package.json"), package.replace("0.0.0", env!("CARGO_PKG_VERSION")))?;
    Ok(())
}
