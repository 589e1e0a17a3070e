//! Trains the grammar model: `claimsheet-training-grammar FOLDER`. See `README.md`.

mod augment;
mod card;
mod corpus;
mod linear;
mod measure;
mod namer;
mod network;
mod parser;
mod plan;
mod random;
mod retokenise;
mod tagger;
mod train;
mod words;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (folder, option) = (arguments.next(), arguments.next());
    let done = match (&folder, option.as_ref().map(|option| option.to_str())) {
        (Some(folder), None) => train::run(Path::new(folder)),
        (Some(folder), Some(Some("--measure"))) => train::measure(Path::new(folder)),
        _ => {
            eprintln!(
                "usage: claimsheet-training-grammar FOLDER [--measure]\n\
                 FOLDER holds news-train.tsv.gz and news-dev.tsv.gz; with --measure the model is left as it is and only the card written"
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("claimsheet-training-grammar: {error}");
            ExitCode::FAILURE
        }
    }
}
