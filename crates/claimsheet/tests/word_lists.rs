//! The laws of the word lists, those of `data/lexicon/` and those in code.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A list of words, and where it stands.
struct List {
    place: String,
    words: BTreeSet<String>,
}

/// Fewest words that two lists share when they are compared.
const FEWEST: usize = 4;

/// Files with one of `extension` in `folder` and the folders in it.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn in_data(root: &Path) -> Vec<List> {
    let words = |text: &str| {
        let entries = text.lines().filter(|line| !line.starts_with('#'));
        entries
            .filter_map(|line| line.split([' ', '#']).next().filter(|word| !word.is_empty()).map(str::to_owned))
            .collect()
    };
    let list =
        |path: PathBuf| List { words: words(&fs::read_to_string(&path).unwrap()), place: path.display().to_string() };
    files(&root.join("data/lexicon"), "txt").into_iter().map(list).collect()
}

/// The lists `words![…]` in code. Tables in which the place of a word is its value are no lists of words.
fn in_code(root: &Path) -> Vec<List> {
    let mut lists = Vec::new();
    for path in files(&root.join("src"), "rs") {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("\nmod tests {").next().unwrap_or_default();
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for part in code.split("words![").skip(1) {
            let inner = part.split(']').next().unwrap_or_default();
            let words = inner.split('"').skip(1).step_by(2).map(str::to_owned).collect();
            lists.push(List { words, place: format!("{}: [{}]", path.display(), inner.trim()) });
        }
    }
    lists
}

/// Whether two lists have more than half of the words of each in common.
fn share_most(one: &List, other: &List) -> bool {
    let shared = one.words.intersection(&other.words).count();
    shared >= FEWEST && shared * 2 > one.words.len().max(other.words.len())
}

#[test]
fn no_two_lists_share_most_of_their_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lists: Vec<List> = in_data(root).into_iter().chain(in_code(root)).collect();
    assert!(lists.len() > 100, "the lists were not found");
    let mut alike = Vec::new();
    for (at, one) in lists.iter().enumerate() {
        for other in lists.iter().skip(at + 1).filter(|other| share_most(one, other)) {
            alike.push(format!("{}\n  and {}", one.place, other.place));
        }
    }
    assert!(alike.is_empty(), "these lists share most of their words; make one class of them:\n{}", alike.join("\n"));
}

#[test]
fn lists_share_most_of_their_words_when_more_than_half_of_each_is_in_both() {
    let list = |words: &str| List { place: String::new(), words: words.split(' ').map(str::to_owned).collect() };
    assert!(share_most(&list("a b c d e"), &list("a b c d f g h")));
    assert!(!share_most(&list("a b c d"), &list("a b c d e f g h")));
    assert!(!share_most(&list("a b c"), &list("a b c")));
}
