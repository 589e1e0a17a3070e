//! The crate as WebAssembly, with the glue for JavaScript.

use crate::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler may use besides: every browser that unpacks the page has it, and the grammar adds in it.
const VECTORS: &str = "target.wasm32-unknown-unknown.rustflags=['-Ctarget-feature=+simd128']";

/// For whom the glue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// A script of its own, as the worker in the page is.
    Worker,
    /// An ES module.
    Module,
}

/// Code and glue.
pub(crate) struct Glued {
    pub(crate) wasm: Vec<u8>,
    pub(crate) script: String,
    pub(crate) types: String,
}

/// Compiles the crate; the path of what the compiler wrote.
pub(crate) fn compiled(root: &Path, quick: bool) -> Result<PathBuf> {
    let profile = if quick { "web-quick" } else { "web" };
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(root)
        .args([
            "build",
            "--locked",
            "-p",
            "claimsheet-web",
            "--lib",
            "--target",
            TARGET,
            "--profile",
            profile,
            "--config",
            VECTORS,
        ])
        .status()?;
    if !status.success() {
        return Err(format!("the crate was not built; is the target there? rustup target add {TARGET}").into());
    }
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(folder.join(TARGET).join(profile).join("claimsheet_web.wasm"))
}

/// The module with the glue for somebody.
pub(crate) fn glued(module: &Path, whom: For) -> Result<Glued> {
    let folder = tempfile::tempdir()?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("claimsheet").remove_name_section(true).remove_producers_section(true);
    match whom {
        For::Worker => bindgen.no_modules(true)?.no_modules_global("claimsheet")?.typescript(false),
        For::Module => bindgen.web(true)?.typescript(true),
    };
    bindgen.generate(folder.path()).map_err(|error| error.to_string())?;
    let wasm = folder.path().join("claimsheet_bg.wasm");
    let types = folder.path().join("claimsheet.d.ts");
    Ok(Glued {
        wasm: fs::read(&wasm)?,
        script: fs::read_to_string(folder.path().join("claimsheet.js"))?,
        types: if types.exists() { fs::read_to_string(types)? } else { String::new() },
    })
}
