//! `claimsheet explain`: why each sentence is a claim or set aside.

use crate::arguments::ExplainArgs;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet::claim::ReasonKind;
use claimsheet::explain::{Explanation, Outcome};
use claimsheet::rules::{self, DECISION};
use claimsheet::text::document::Document;
use claimsheet_config::{self, Config};
use claimsheet_read::read_all;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Vec<Error> {
    let text = match (&args.rule, &args.article) {
        (Some(rule), _) => page(rule),
        (None, Some(article)) => article_text(article, args),
        (None, None) => Ok(String::new()),
    };
    text.and_then(|text| files::print(&text)).err().into_iter().collect()
}

fn page(rule: &str) -> Result<String, Error> {
    if rule == DECISION {
        return Ok(rules::decision_page());
    }
    rules::page(rule).map(str::to_owned).ok_or_else(|| {
        let known = claimsheet_config::nearest(rule, rules::names());
        let names: Vec<&str> = rules::names().chain([DECISION]).collect();
        Error::Usage(format!("there is no rule {rule:?}{known}\nrules: {}", names.join(", ")))
    })
}

fn article_text(article: &Path, args: &ExplainArgs) -> Result<String, Error> {
    let (path, line) = with_line(article);
    if args.config.sandbox {
        files::refuse_links(&path)?;
    }
    let config = super::configuration::of(&path, &args.config)?;
    let reading = args.read.reading();
    let options = super::read_options(&path, &reading, &config);
    let bytes = files::read_within(&path, options.limits.bytes)?;
    let documents = read_all(&bytes, &options).map_err(|error| Error::Article(path.clone(), error))?;
    for document in &documents {
        files::enough(&path, document.prose.len())?;
    }
    let parts: Vec<Part> = documents.iter().map(|document| Part::of(document, &config)).collect();
    let texts: Vec<String> = parts.iter().filter_map(|part| part.told(line)).collect();
    if texts.is_empty() {
        let unit = parts.first().map_or("line", |part| part.unit);
        let last = parts.iter().filter_map(|part| part.explanations.last()).map(|last| last.line).max().unwrap_or(0);
        return Err(Error::Usage(format!(
            "{}: no sentence begins on that {unit}; the last one begins on {unit} {last}",
            path.shown()
        )));
    }
    Ok(texts.join("\n"))
}

/// One of the articles of a file.
struct Part {
    name: Option<String>,
    unit: &'static str,
    explanations: Vec<Explanation>,
}

impl Part {
    fn of(document: &Document, config: &Config) -> Self {
        Self {
            name: document.part.clone(),
            unit: document.positions.unit(),
            explanations: claimsheet::explain(document, &config.rules),
        }
    }

    /// Its sentences, or those on a line, below its name; none where there are none.
    fn told(&self, line: Option<u32>) -> Option<String> {
        let chosen = self.explanations.iter().filter(|one| line.is_none_or(|line| one.line == line));
        let texts: Vec<String> = chosen.map(|one| told(one, self.unit)).collect();
        let heading = self.name.as_ref().map_or_else(String::new, |name| format!("part {name}\n\n"));
        (!texts.is_empty()).then(|| heading + &texts.join("\n"))
    }
}

/// `draft.md:14` is line 14 of `draft.md`, unless there is a file of that name.
fn with_line(article: &Path) -> (PathBuf, Option<u32>) {
    let split = article.to_str().filter(|_| !article.exists()).and_then(|text| text.rsplit_once(':'));
    match split.and_then(|(path, line)| Some((PathBuf::from(path), line.parse().ok()?))) {
        Some((path, line)) => (path, Some(line)),
        None => (article.to_owned(), None),
    }
}

/// One sentence's explanation as text: the outcome, the rules that overrule, the sum, what was found.
fn told(one: &Explanation, unit: &str) -> String {
    let outcome = match &one.outcome {
        Outcome::Claim { kind, priority } => format!("claim: {}, {} priority", kind.name(), priority.name()),
        Outcome::SetAside { reason } => format!("not listed: {reason}"),
    };
    let mut out = format!("{unit} {}: {}\n  {outcome} ({})\n", one.line, one.text, measured(one));
    for rule in &one.insisting {
        let _ = writeln!(out, "            {:<12}  {}", rule.kind.name(), rule.text);
    }
    let _ = writeln!(out, "    {:+6.2}  {:<12}  every sentence starts here", one.sum.base, "base");
    for term in &one.sum.terms {
        let _ = writeln!(out, "    {:+6.2}  {:<12}  {}", term.weight, term.kind.name(), term.text);
    }
    let _ = writeln!(out, "    {:+6.2}  {:<12}  what weighs less, together", one.sum.rest, "rest");
    let _ = writeln!(out, "    {:+6.2}  {:<12}  odds of e to this: a score of {:.2}", one.sum.total, "sum", one.score);
    for found in &one.found {
        let value = found.value.as_ref().map_or_else(String::new, |value| format!("  = {value}"));
        let _ = writeln!(out, "      found  {:<12}  {}{value}", found.detector, found.text);
    }
    out
}

/// The score beside what it must reach.
fn measured(one: &Explanation) -> String {
    let score = one.score;
    match one.threshold {
        None if one.insisting.is_empty() => format!("score {score:.2}, which is not asked"),
        None if one.insisting.iter().any(|reason| reason.kind == ReasonKind::Rule) => {
            format!("score {score:.2}; a rule insists")
        }
        None => format!("score {score:.2}; a house pattern insists"),
        Some(least) if least.why.is_empty() => format!("score {score:.2}; a claim from {:.2}", least.from),
        Some(least) => format!("score {score:.2}; a claim from {:.2}: {}", least.from, least.why),
    }
}
