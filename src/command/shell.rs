//! `claimsheet completions` and `claimsheet man`.

use crate::arguments::Cli;
use crate::error::Error;
use crate::files;
use clap::CommandFactory;
use std::path::Path;

/// Prints the completion script of a shell.
pub(crate) fn completions(shell: clap_complete::Shell) -> Vec<Error> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "claimsheet", &mut script);
    print(&script)
}

/// Prints the manual page in roff.
pub(crate) fn manual() -> Vec<Error> {
    let mut page = Vec::new();
    match clap_mangen::Man::new(Cli::command()).render(&mut page) {
        Ok(()) => print(&page),
        Err(error) => vec![Error::Output("-".into(), error)],
    }
}

fn print(bytes: &[u8]) -> Vec<Error> {
    files::write(Path::new("-"), bytes).err().into_iter().collect()
}
