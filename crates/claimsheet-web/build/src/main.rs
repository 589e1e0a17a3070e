//! Builds what runs in browsers: `cargo run -p claimsheet-web-build` writes
//!
//! - `target/web/claimsheet.html`: the whole product as one file that asks for nothing,
//! - `target/web/npm/`: the package `claimsheet` for browsers, workers, Node and Deno.
//!
//! It needs the target `wasm32-unknown-unknown`, and makes the code smaller with binaryen's `wasm-opt` where that is
//! installed. `--quick` builds without optimising across crates, for trying things out.

mod npm;
mod page;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What can go wrong is told and ends the run.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let quick = std::env::args().skip(1).any(|argument| argument == "--quick");
    match build(quick) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn build(quick: bool) -> Result<()> {
    let root = repository();
    let out = root.join("target/web");
    std::fs::create_dir_all(&out)?;
    let module = wasm::compiled(&root, quick)?;
    let page = page::built(&root, &module)?;
    let file = out.join("claimsheet.html");
    std::fs::write(&file, &page)?;
    tell(&format!("{}: {} bytes", file.display(), page.len()));
    let package = out.join("npm");
    npm::write(&root, &package, &module)?;
    tell(&format!("{}: the npm package", package.display()));
    Ok(())
}

/// The repository's folder.
fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_owned()
}

#[allow(clippy::print_stderr, reason = "it is what a person at the terminal reads")]
fn tell(line: &str) {
    eprintln!("{line}");
}
