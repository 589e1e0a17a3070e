//! The command line of claimsheet.

mod arguments;

mod command;
mod error;
mod files;
mod progress;

use arguments::{Cli, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let errors = match Cli::parse().command {
        Command::Make(args) => command::make::run(&args),
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
    ExitCode::from(errors.iter().map(error::Error::exit_code).max().unwrap_or(0))
}
