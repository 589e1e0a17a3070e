//! Tests of the whole program: one binary, a file for each thing that must hold.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod action;
mod articles;
mod commands;
mod contract;
mod docs;
mod errors;
mod examples;
mod folders;
mod formats;
mod hostile;
mod laws;
mod page;
mod pages;
mod places;
mod pull_requests;
mod safety;
mod sheets;
mod story;
mod tables;
mod verdicts;
mod word;
mod wording;

use claimsheet::claim::Analysis;
use claimsheet::options::Options;
use claimsheet::text::document::Document;
use claimsheet_read::{ReadOptions, read};
use claimsheet_render::{Entries, Format, RenderContext, RenderOptions, format};
use claimsheet_sheet::worksheet::Worksheet;
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
            let extensions = ["md", "txt", "vtt", "srt"];
            let is_article = path.extension().is_some_and(|found| extensions.iter().any(|known| found == *known));
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
    let document = read(&bytes, &ReadOptions { name: Some(&name), ..Default::default() }).unwrap();
    (bytes, document)
}

/// The format of that name.
fn format_named(name: &str) -> &'static Format {
    format(name).unwrap()
}

/// The worksheet of an article, as `make` without options has it.
fn worksheet(path: &Path) -> Worksheet {
    let (bytes, document) = document(path);
    let analysis = claimsheet::analyse(&document, &Options::default());
    Worksheet::new(&name_of(path), &bytes, &document, analysis)
}

/// The worksheet of an article at `path` as text in a format, without a sheet.
fn rendered(path: &Path, format: &str) -> String {
    String::from_utf8(bytes(path, format)).unwrap()
}

/// The worksheet of an article at `path` in a format, without a sheet.
fn bytes(path: &Path, format: &str) -> Vec<u8> {
    let (bytes, document) = document(path);
    without_sheet(&bytes, &document, &worksheet(path), format)
}

/// A worksheet in a format, without a sheet.
fn without_sheet(bytes: &[u8], document: &Document, worksheet: &Worksheet, format: &str) -> Vec<u8> {
    let material = RenderContext { worksheet, document, bytes, sheet: "", entries: &Entries::default() };
    format_named(format).render(&material, &RenderOptions::default()).unwrap()
}

/// The analysis of a few words of Markdown.
fn analysis(text: &str) -> Option<(Document, Analysis)> {
    let document = read(text.as_bytes(), &ReadOptions { name: Some("draft.md"), ..Default::default() }).ok()?;
    let analysis = claimsheet::analyse(&document, &Options::default());
    Some((document, analysis))
}

/// A run that finds these claims in a draft.
fn run(claims: &[claimsheet_sheet::ClaimWords]) -> claimsheet_sheet::Run<'_> {
    static ORIGIN: std::sync::LazyLock<claimsheet_sheet::Origin> = std::sync::LazyLock::new(Default::default);
    claimsheet_sheet::Run { claims, origin: &ORIGIN, restore: false }
}

/// What a sheet beside an article keeps of it.
fn origin(worksheet: &claimsheet_sheet::worksheet::Worksheet) -> claimsheet_sheet::Origin {
    let draft = worksheet.article.path.rsplit('/').next().unwrap_or("").to_owned();
    claimsheet_sheet::Origin { draft, sha256: worksheet.article.sha256.clone(), ..Default::default() }
}
