//! `claimsheet explain`: why each sentence is a claim or set aside.

use crate::cli::ExplainArgs;
use crate::error::Error;
use crate::files;
use claimsheet::check::check;
use claimsheet::config::{self, Config};
use claimsheet::detect::detector;
use claimsheet::explain::{Explanation, Verdict};
use claimsheet::read::{ReadOptions, read};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Vec<Error> {
    let text = match (&args.rule, &args.article) {
        (Some(rule), _) => page(rule),
        (None, Some(article)) => article_text(article, args),
        (None, None) => Ok(String::new()),
    };
    text.and_then(|text| files::write(Path::new("-"), &text)).err().into_iter().collect()
}

fn page(rule: &str) -> Result<String, Error> {
    let found = detector(rule).map(|detector| detector.page).or_else(|| check(rule).map(|check| check.page));
    found.map(str::to_owned).ok_or_else(|| {
        let known = config::nearest(rule, config::rule_names());
        let names: Vec<&str> = config::rule_names().collect();
        Error::Usage(format!("there is no rule {rule:?}{known}\nrules: {}", names.join(", ")))
    })
}

fn article_text(article: &Path, args: &ExplainArgs) -> Result<String, Error> {
    let (path, line) = with_line(article);
    let file = args.config.config.clone().or_else(|| config::find(&path));
    let config = file.map_or_else(|| Ok(Config::default()), |file| config::load(&file))?;
    let bytes = files::read(&path)?;
    let name = path.file_name().and_then(|name| name.to_str());
    let limits = config.make.limits(args.read.max_bytes);
    let options = ReadOptions { from: config.make.from, name, limits, original: args.read.original };
    let document = read(&bytes, &options).map_err(|error| Error::Article(path.clone(), error))?;
    let explanations = claimsheet::explain(&document, &config.rules);
    let unit = document.positions.unit();
    let chosen: Vec<&Explanation> =
        explanations.iter().filter(|one| line.is_none_or(|line| one.line == line)).collect();
    if chosen.is_empty() {
        let lines = explanations.last().map_or(0, |last| last.line);
        return Err(Error::Usage(format!(
            "{}: no sentence begins on that {unit}; the last one begins on {unit} {lines}",
            path.display()
        )));
    }
    Ok(chosen.iter().map(|one| told(one, unit)).collect::<Vec<_>>().join("\n"))
}

/// `draft.md:14` is line 14 of `draft.md`, unless there is a file of that name.
fn with_line(article: &Path) -> (PathBuf, Option<u32>) {
    let split = article.to_str().filter(|_| !article.exists()).and_then(|text| text.rsplit_once(':'));
    match split.and_then(|(path, line)| Some((PathBuf::from(path), line.parse().ok()?))) {
        Some((path, line)) => (path, Some(line)),
        None => (article.to_owned(), None),
    }
}

/// One sentence's explanation as text.
fn told(one: &Explanation, unit: &str) -> String {
    let verdict = match &one.verdict {
        Verdict::Claim { kind, priority } => format!("claim: {}, {} priority", kind.name(), priority.name()),
        Verdict::SetAside { reason } => format!("set aside: {reason}"),
    };
    let mut out = format!("{unit} {}: {}\n  {verdict} (score {:.2})\n", one.line, one.text, one.score);
    for reason in &one.reasons {
        let weight = if reason.weight == 0.0 { "      ".to_owned() } else { format!("{:+6.2}", reason.weight) };
        let _ = writeln!(out, "    {weight}  {:<12}  {}", reason.signal, reason.text);
    }
    for found in &one.found {
        let value = found.value.as_ref().map_or_else(String::new, |value| format!("  = {value}"));
        let _ = writeln!(out, "      found  {:<12}  {}{value}", found.detector, found.text);
    }
    out
}
