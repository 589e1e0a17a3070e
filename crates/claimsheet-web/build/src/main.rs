//! Builds what runs in browsers: `cargo run -p claimsheet-web-build` writes
//!
//! - `target/app/claimsheet.html`: the whole product as one file that asks for nothing,
//! - `target/app/site/`: the same for a host, where browsers install it as an app and keep it,
//! - `target/app/npm/`: the package `claimsheet` for browsers, workers, Node and Deno.
//!
//! It needs the target `wasm32-unknown-unknown`. `--quick` builds without optimising across crates, for trying things
//! out. `--module FILE` takes the code that is compiled already.

mod npm;
mod page;
mod site;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The most bytes that the page may have: as it is released, and built in a hurry.
const MOST: usize = 9_000_000;
const MOST_QUICK: usize = 12_000_000;

/// What can go wrong is told and ends the run.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let module = arguments.iter().position(|argument| argument == "--module").and_then(|at| arguments.get(at + 1));
    match build(quick, module.map(PathBuf::from)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("error: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn build(quick: bool, module: Option<PathBuf>) -> Result<()> {
    let root = repository();
    let out = root.join("target/app");
    std::fs::create_dir_all(&out)?;
    let module = module.map_or_else(|| wasm::compiled(&root, quick), Ok)?;
    let code = page::Code::of(&module, quick)?;
    let page = page::built(&root, &code, page::From::File)?;
    let file = out.join("claimsheet.html");
    let most = if quick { MOST_QUICK } else { MOST };
    if page.len() > most {
        return Err(format!("the page has {} bytes, and {most} are the most that it may have", page.len()).into());
    }
    std::fs::write(&file, &page)?;
    tell(&format!("{}: {} bytes", file.display(), page.len()));
    let site = out.join("site");
    site::write(&root, &site, &code)?;
    tell(&format!("{}: the page for a host", site.display()));
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
