//! Prints, as a table, how many of the words of one article come out of it in each format that `tests/formats` holds
//! it in: `cargo run -p claimsheet-read --example word_recall`. Recall is the share of its words that are read,
//! precision the share of what is read that are its words.
//!
//! With two folders behind it, it compares what the readers make of each file of the first with the text file of the
//! same stem in the second. Further folders hold what other programs made of the same files, as text files of the same
//! stems; they get a row each. Headlines, which references of web pages leave out, then count neither way.
#![allow(clippy::print_stdout)]

use claimsheet::text::document::{BlockKind, Document};
use claimsheet_read::{ReadOptions, read_all};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let mut table = Table::default();
    match folders.as_slice() {
        [files, texts, others @ ..] => compare(files, texts, others, &mut table)?,
        _ => formats(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/formats"), &mut table)?,
    }
    table.print();
    Ok(())
}

/// Each format of the one article in `folder` beside its Markdown.
fn formats(folder: &Path, table: &mut Table) -> std::io::Result<()> {
    let whole = read(&folder.join("night-ferry.md")).map(|documents| all_words(&documents)).unwrap_or_default();
    for path in files(folder)? {
        let is_ours =
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("night-ferry."));
        if let Some(documents) = is_ours.then(|| read(&path)).flatten() {
            table.add(format_of(&documents), &whole, &all_words(&documents));
        }
    }
    Ok(())
}

/// Each file of a folder, and what others made of it, beside its text.
fn compare(folder: &Path, texts: &Path, others: &[PathBuf], table: &mut Table) -> std::io::Result<()> {
    for path in files(folder)? {
        let stem = path.file_stem().unwrap_or_default().to_owned();
        let text_in = |folder: &Path| std::fs::read_to_string(folder.join(&stem).with_extension("txt")).ok();
        let Some((documents, text)) = read(&path).zip(text_in(texts)) else { continue };
        let headline = words(&documents.iter().map(headline_of).collect::<Vec<_>>().join(" "));
        let expected = without(&words(&text), &headline);
        let name = format!("claimsheet, {}", format_of(&documents));
        table.add(&name, &expected, &without(&all_words(&documents), &headline));
        for other in others {
            let name = other.file_name().unwrap_or_default().to_string_lossy();
            let found = words(&text_in(other).unwrap_or_default());
            table.add(&name, &expected, &without(&found, &headline));
        }
    }
    Ok(())
}

/// Rows of the table: files, recall and precision so far.
#[derive(Default)]
struct Table(BTreeMap<String, (u32, f64, f64)>);

impl Table {
    fn add(&mut self, name: &str, expected: &[String], found: &[String]) {
        let both = shared(expected, found).len() as f64;
        let row = self.0.entry(name.to_owned()).or_default();
        row.0 += 1;
        row.1 += both / expected.len().max(1) as f64;
        row.2 += both / found.len().max(1) as f64;
    }

    fn print(&self) {
        println!("| format | files | recall | precision |\n|---|---|---|---|");
        for (name, (files, recall, precision)) in &self.0 {
            let mean = |sum: f64| sum / f64::from(*files);
            println!("| {name} | {files} | {:.3} | {:.3} |", mean(*recall), mean(*precision));
        }
    }
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

/// The articles of a file; none where no reader reads it.
fn read(path: &Path) -> Option<Vec<Document>> {
    let name = path.file_name()?.to_str()?;
    let bytes = std::fs::read(path).ok()?;
    read_all(&bytes, &ReadOptions { name: Some(name), ..ReadOptions::default() }).ok()
}

fn format_of(documents: &[Document]) -> &str {
    documents.first().map_or("none", |document| document.format)
}

fn headline_of(document: &Document) -> String {
    let headlines = document.blocks.iter().filter(|block| block.kind == BlockKind::Title);
    headlines.map(|block| document.text(block.span)).collect::<Vec<_>>().join(" ")
}

fn all_words(documents: &[Document]) -> Vec<String> {
    documents.iter().flat_map(|document| words(&document.prose)).collect()
}

/// Words in small letters, without marks.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// The words of `all` without those of a headline, where that stands in it.
fn without(all: &[String], headline: &[String]) -> Vec<String> {
    let at = all.windows(headline.len().max(1)).position(|words| words == headline);
    match at {
        Some(at) => [all.get(..at), all.get(at + headline.len()..)].into_iter().flatten().flatten().cloned().collect(),
        None => all.to_vec(),
    }
}

/// The words that two texts share, each as often as both have it.
fn shared<'a>(one: &'a [String], other: &'a [String]) -> Vec<&'a str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in one {
        *counts.entry(word).or_default() += 1;
    }
    let mut takes = |word: &&str| {
        let left = counts.get_mut::<str>(word).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    };
    other.iter().map(String::as_str).filter(|word| takes(word)).collect()
}
