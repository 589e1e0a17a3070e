//! Trains the grammar model: `claimsheet-training-grammar FOLDER`. See `README.md`.

mod augment;
mod corpus;
mod linear;
mod measure;
mod namer;
mod network;
mod parser;
mod random;
mod retokenise;
mod tagger;
mod train;
mod words;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: claimsheet-training-grammar FOLDER\nFOLDER holds news-train.tsv.gz and news-dev.tsv.gz");
        return ExitCode::from(2);
    };
    match train::run(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("claimsheet-training-grammar: {error}");
            ExitCode::FAILURE
        }
    }
}
