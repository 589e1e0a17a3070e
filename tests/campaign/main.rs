//! A campaign against the sheet: random edits, killed runs, editors that save meanwhile, hostile words and broken
//! files, against the laws that nothing is approved by accident, lost, or let out. docs/campaign.md says what was
//! run and found.
//!
//! `CLAIMSHEET_CAMPAIGN` is the number of seconds for each of the five; without it each takes a few.
//! `CLAIMSHEET_SEED` repeats a run.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test that cannot go on should stop")]

mod checker;
mod injector;
mod killer;
mod mutator;
mod racer;

use claimsheet::claim::Analysis;
use claimsheet::options::Options;
use claimsheet::text::document::Document;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Sentences for drafts.
const SENTENCES: &[&str] = &[
    "The quay opened in 1931.",
    "Mayor Ruth Lund said the dredging cost $4.2 million.",
    "“We never paid for it,” Lund told the Harbour Gazette on 3 March.",
    "Traffic fell by 12 percent in 2024, according to the port.",
    "The trust is accused of charging lorries twice.",
    "It is the oldest lock in the county.",
    "In May 2019 the council voted 5-4 to close the ferry.",
    "Calder Marine acquired 40 percent of the yard.",
    "Because of the storm, 200 families left their homes.",
    "A study of 300 sailors found no effect.",
    "Tom Reed, a retired pilot, called the plan a disaster.",
    "The bridge carries up to 23,000 vehicles a day.",
    "About 70 percent of residents backed the plan in a survey.",
];

/// Numbers that look random and are the same for one seed.
struct Dice(u64);

impl Dice {
    /// For one of the five.
    fn new(name: &str) -> Self {
        let seed = std::env::var("CLAIMSHEET_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_129);
        Self(name.bytes().fold(seed, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte))) | 1)
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    fn of<'a, T: ?Sized>(&mut self, all: &'a [&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// A draft of some of the sentences, some of them edited.
    fn draft(&mut self) -> String {
        let mut text = "# The harbour\n".to_owned();
        for sentence in SENTENCES {
            let sentence = match self.below(10) {
                0..2 => continue,
                2 => sentence.replacen(" the ", " that very ", 1).replace("million", "billion"),
                _ => (*sentence).to_owned(),
            };
            text.extend(["\n", &sentence, "\n"]);
        }
        text
    }
}

/// Runs `round` until the time is over; how often.
fn campaign(name: &str, mut round: impl FnMut(&mut Dice)) {
    let seconds = std::env::var("CLAIMSHEET_CAMPAIGN").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(2);
    let (end, mut dice, mut rounds) = (Instant::now() + Duration::from_secs(seconds), Dice::new(name), 0_u64);
    while rounds == 0 || Instant::now() < end {
        round(&mut dice);
        rounds += 1;
    }
    println!("{name}: {rounds} rounds, no law broken");
}

/// The analysis of a draft.
fn analysis(draft: &str) -> (Document, Analysis) {
    let document = Document::from_text(draft);
    let analysis = claimsheet::analyse(&document, &Options::default());
    (document, analysis)
}

/// Runs the program in a folder.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = program(folder);
    command.args(arguments).output().unwrap()
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimsheet"));
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

/// The text of a file; empty where there is none.
fn text(path: impl Into<PathBuf>) -> String {
    std::fs::read(path.into()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}
