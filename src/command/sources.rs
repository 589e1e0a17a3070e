//! `claimsheet sources`: searches and checks the directory.

use crate::arguments::SourcesArgs;
use crate::error::Error;
use crate::files;
use claimsheet::claim::ClaimKind;
use claimsheet::sources::{self, SOURCES, Source};
use std::fmt::Write as _;
use std::path::Path;

/// Runs the command.
pub(crate) fn run(args: &SourcesArgs) -> Vec<Error> {
    if args.check {
        let problems = sources::problems();
        let text = if problems.is_empty() {
            format!("{} sources, nothing wrong\n", SOURCES.len())
        } else {
            problems.join("\n") + "\n"
        };
        let failed = (!problems.is_empty()).then_some(Error::Open(problems.len(), "entries are wrong"));
        return files::write(Path::new("-"), &text).err().into_iter().chain(failed).collect();
    }
    if let Some(kind) = args.kind.as_ref().filter(|kind| !ClaimKind::ALL.iter().any(|known| known.name() == **kind)) {
        let known: Vec<&str> = ClaimKind::ALL.iter().map(|kind| kind.name()).collect();
        return vec![Error::Usage(format!("there is no kind {kind:?}; kinds: {}", known.join(", ")))];
    }
    let found: Vec<&Source> = SOURCES.iter().filter(|source| suits(source, args)).collect();
    let text = if args.json {
        serde_json::to_string_pretty(&found).unwrap_or_default() + "\n"
    } else {
        found.iter().fold(String::new(), |text, source| text + &told(source))
    };
    files::write(Path::new("-"), &text).err().into_iter().collect()
}

fn suits(source: &Source, args: &SourcesArgs) -> bool {
    let all = [&*source.id, &source.name, &source.publisher, &source.settles].join(" ").to_lowercase();
    let listed = source.topics.iter().chain(source.cues.iter()).fold(all, |all, word| all + " " + &word.to_lowercase());
    let word = |word: &String| listed.contains(&word.to_lowercase());
    args.words.iter().all(word)
        && args.kind.as_ref().is_none_or(|kind| source.kinds.iter().any(|known| known == kind))
        && args.region.as_ref().is_none_or(|region| source.region.eq_ignore_ascii_case(region))
}

fn told(source: &Source) -> String {
    let rank = if source.primary { "primary" } else { "secondary" };
    let mut text = format!("{} ({}) — {}, {rank}, {}\n", source.name, source.id, source.region, source.access);
    let _ = writeln!(text, "  settles {}", source.settles);
    for (label, value) in
        [("search", &source.search), ("home", &source.home), ("steps", &source.steps), ("mind", &source.note)]
    {
        if let Some(value) = value {
            let _ = writeln!(text, "  {label} {value}");
        }
    }
    text
}
