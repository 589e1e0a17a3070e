//! Tests of the whole program: one binary, a file for each thing that must hold.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod articles;
mod commands;
mod contract;
mod errors;
mod examples;
mod hostile;
mod laws;
mod places;
mod sheets;
mod story;
mod verdicts;

use claimsheet::claim::Analysis;
use claimsheet::document::Document;
use claimsheet::read::{ReadOptions, read};
use claimsheet::render::{OutputFormat, render};
use claimsheet::rules::Rules;
use claimsheet::worksheet::Worksheet;
use std::path::{Path, PathBuf};

/// A path of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The articles that the project holds, by path.
fn articles() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = ["examples", "tests/articles"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(repository(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let is_article = path.extension().is_some_and(|extension| extension == "md" || extension == "txt");
            is_article && !name_of(path).contains(".worksheet.") && name_of(path) != "README.md"
        })
        .collect();
    found.sort();
    assert!(found.len() >= 9, "the articles have moved");
    found
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn document(path: &Path) -> (Vec<u8>, Document) {
    let bytes = std::fs::read(path).unwrap();
    let name = name_of(path);
    let document = read(&bytes, &ReadOptions { from: None, name: Some(&name) }).unwrap();
    (bytes, document)
}

/// The worksheet of an article, as `make` without options has it.
fn worksheet(path: &Path) -> Worksheet {
    let (bytes, document) = document(path);
    let analysis = claimsheet::analyse(&document, &Rules::default());
    Worksheet::new(&name_of(path), &bytes, &document, analysis)
}

fn rendered(worksheet: &Worksheet, format: OutputFormat) -> String {
    render(worksheet, format, None).unwrap()
}

/// The analysis of a few words of Markdown.
fn analysis(text: &str) -> Option<(Document, Analysis)> {
    let document = read(text.as_bytes(), &ReadOptions { from: None, name: Some("draft.md") }).ok()?;
    let analysis = claimsheet::analyse(&document, &Rules::default());
    Some((document, analysis))
}
