//! A house's own templates.

use crate::error::Error;
use claimsheet_render::Templates;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

/// The most bytes of a template.
const WITHIN: u64 = 4 << 20;

/// The templates in a folder that replace built-in ones; none without a folder.
///
/// # Errors
///
/// [`Error::Template`] where one cannot be read, is no file, or is longer than any template.
pub(crate) fn templates(folder: Option<&Path>) -> Result<Templates, Error> {
    let mut templates = Templates::default();
    let Some(folder) = folder else { return Ok(templates) };
    for file in Templates::FILES {
        let path = folder.join(file);
        if path.exists() {
            let text = read(&path).map_err(|error| Error::Template(path.clone(), error))?;
            templates.replace(file, path.display().to_string(), text);
        }
    }
    Ok(templates)
}

fn read(path: &Path) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut text = String::new();
    fs::File::open(path)?.take(WITHIN + 1).read_to_string(&mut text)?;
    if text.len() as u64 > WITHIN {
        return Err(io::Error::other(format!("it has more than {WITHIN} bytes")));
    }
    Ok(text)
}
