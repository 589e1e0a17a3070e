//! Turns the templates of the sheet into code, so that a run does not pay for reading them.

use std::path::PathBuf;
use std::{env, fs, io};

#[path = "src/markdown/template_build.rs"]
mod template;

/// The function of each template, and its file.
const TEMPLATES: [(&str, &str); 2] = [("short", "templates/worksheet.md"), ("full", "templates/worksheet-full.md")];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/markdown/template_build.rs");
    let mut code = String::new();
    for (name, file) in TEMPLATES {
        println!("cargo::rerun-if-changed={file}");
        code += &template::code(name, file, &fs::read_to_string(file)?).map_err(io::Error::other)?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?);
    fs::write(out.join("worksheet.rs"), code)
}
