//! Starting a sheet over, which nobody does by accident.

use crate::error::Error;
use crate::files::{self, Shown as _};
use std::io::{self, IsTerminal as _};
use std::path::Path;

/// Asks whether the sheet at `path` is to be made as if there were none. `named` is the sheet that the arguments
/// name, if they name one.
///
/// # Errors
///
/// [`Error::Usage`] where another one is named, or none and there is no terminal to ask at.
pub(super) fn confirmed(path: &Path, named: Option<&Path>) -> Result<(), Error> {
    let shown = path.shown();
    if let Some(named) = named {
        if named == path || files::is_same(named, path) {
            return Ok(());
        }
        let reason = format!("--reset names {}, and the sheet is {shown}; nothing was written", named.shown());
        return Err(Error::Usage(reason));
    }
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        let reason = format!("{shown}: there is no terminal to ask at; to start it over, name it: --reset={shown}");
        return Err(Error::Usage(reason));
    }
    files::tell(&format!("{shown}: what is written in it will not be in the new sheet. Type its name to start over:"));
    let mut line = String::new();
    let _ = io::stdin().read_line(&mut line);
    let typed = line.trim_end_matches(['\r', '\n']);
    let name = path.file_name().unwrap_or_default();
    if Path::new(typed) == path || name == typed {
        return Ok(());
    }
    Err(Error::Usage(format!("{typed:?} is not {shown}; nothing was written")))
}
