//! Turns the template of the sheet into code, so that a run does not pay for reading it.

use std::path::PathBuf;
use std::{env, fs, io};

#[path = "src/markdown/template_build.rs"]
mod template;

fn main() -> io::Result<()> {
    for path in ["templates/worksheet.md", "src/markdown/template_build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?);
    let code = template::code(&fs::read_to_string("templates/worksheet.md")?).map_err(io::Error::other)?;
    fs::write(out.join("worksheet.rs"), code)
}
