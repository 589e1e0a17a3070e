//! The command line of claimsheet, for the program and for those that carry it, as the wheel for Python.

mod arguments;

mod command;
mod error;
mod files;
mod progress;

use arguments::{Cli, Command};
use clap::Parser;
use std::ffi::OsString;

/// Runs the command line with these arguments, the program's name first, and gives the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let command = match Cli::try_parse_from(args) {
        Ok(cli) => cli.command,
        Err(error) => {
            // Help and version are told in this way too.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let errors = match command {
        Command::Make(args) => command::make::run(&args),
        Command::Stream(args) => command::stream::run(&args),
        Command::Evidence(args) => command::evidence::run(&args),
        Command::Explain(args) => command::explain::run(&args),
        Command::Status(args) => command::status::run(&args),
        Command::Gate(args) => command::gate::run(&args),
        Command::Export(args) => command::export::run(&args),
        Command::Import(args) => command::import::run(&args),
        Command::Sign(args) => command::sign::run(&args),
        Command::Sources(args) => command::sources::run(&args),
        Command::Completions { shell } => command::shell::completions(shell),
        Command::Man => command::shell::manual(),
    };
    errors.iter().for_each(files::complain);
    errors.iter().map(error::Error::exit_code).max().unwrap_or(0)
}
