//! The program `claimsheet`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(claimsheet_cli::run(std::env::args_os()))
}
