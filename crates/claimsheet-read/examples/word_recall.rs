//! Prints, as a table, how many of the words of one article come out of it in each format that `tests/formats` holds
//! it in: `cargo run -p claimsheet-read --example word_recall`. Recall is the share of its words that are read,
//! precision the share of what is read that are its words. With two folders behind it, it compares what the readers
//! make of each file of the first with the text file of the same stem in the second.
#![allow(clippy::print_stdout)]

use claimsheet_read::{ReadOptions, read_all};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let formats = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/formats");
    let (files, reference) = match folders.as_slice() {
        [files, texts] => (files.clone(), Some(texts.clone())),
        _ => (formats.clone(), None),
    };
    let whole = words_of(&formats.join("night-ferry.md"));
    // Per format: files, recall and precision so far.
    let mut table: BTreeMap<String, (u32, f64, f64)> = BTreeMap::new();
    let mut names: Vec<PathBuf> = std::fs::read_dir(&files)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    names.sort();
    for path in names {
        let is_ours =
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("night-ferry."));
        if reference.is_none() && !is_ours {
            continue;
        }
        let Some((format, found)) = read(&path) else { continue };
        let expected = match &reference {
            None => whole.clone(),
            Some(texts) => {
                let stem = path.file_stem().unwrap_or_default();
                match std::fs::read_to_string(texts.join(stem).with_extension("txt")) {
                    Ok(text) => words(&text),
                    Err(_) => continue,
                }
            }
        };
        let both = shared(&expected, &found) as f64;
        let row = table.entry(format).or_default();
        row.0 += 1;
        row.1 += both / expected.len().max(1) as f64;
        row.2 += both / found.len().max(1) as f64;
    }
    println!("| format | files | recall | precision |\n|---|---|---|---|");
    for (format, (files, recall, precision)) in table {
        let mean = |sum: f64| sum / f64::from(files);
        println!("| {format} | {files} | {:.3} | {:.3} |", mean(recall), mean(precision));
    }
    Ok(())
}

/// The format of a file and the words that are read of it; none where no reader reads it.
fn read(path: &Path) -> Option<(String, Vec<String>)> {
    let name = path.file_name()?.to_str()?;
    let bytes = std::fs::read(path).ok()?;
    let documents = read_all(&bytes, &ReadOptions { name: Some(name), ..ReadOptions::default() }).ok()?;
    let format = documents.first()?.format.to_owned();
    Some((format, documents.iter().flat_map(|document| words(&document.prose)).collect()))
}

fn words_of(path: &Path) -> Vec<String> {
    read(path).map(|(_, words)| words).unwrap_or_default()
}

/// Words in small letters, without marks.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// How many words two texts share, each as often as both have it.
fn shared(one: &[String], other: &[String]) -> usize {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in one {
        *counts.entry(word).or_default() += 1;
    }
    let mut takes = |word: &&String| {
        let left = counts.get_mut(word.as_str()).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    };
    other.iter().filter(|word| takes(word)).count()
}
