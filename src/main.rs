//! The command line of claimsheet.

mod cli;
mod command;
mod error;
mod files;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;

fn main() -> ExitCode {
    let errors = match Cli::parse().command {
        Command::Make(args) => command::make::run(&args),
        Command::Explain(args) => command::explain::run(&args),
        Command::Completions { shell } => command::shell::completions(shell),
        Command::Man => command::shell::manual(),
    };
    errors.iter().for_each(files::complain);
    ExitCode::from(errors.iter().map(error::Error::exit_code).max().unwrap_or(0))
}
