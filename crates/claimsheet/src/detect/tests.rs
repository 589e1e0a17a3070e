//! Holds every detector against its page.
//!
//! A page's `## Finds` and `## Leaves` are lists of example sentences. What the detector must find
//! stands in `**bold**` under *Finds*, optionally followed by ` => ` and the values in order,
//! divided by `; `. Under *Leaves* it must find nothing. Examples are read as an article, in which `¶`
//! begins a paragraph, published on Tuesday, 3 March 2026.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::annotated_text::AnnotatedText;
use crate::options::Options;
use crate::text::document::{Block, BlockKind, Document, Metadata};
use crate::text::span::Span;
use chrono::NaiveDate;

/// An example of a page.
struct Example {
    words: String,
    found: Vec<String>,
    values: Option<Vec<String>>,
}

/// The examples under the heading `## section`.
fn examples(page: &str, section: &str) -> Vec<Example> {
    let heading = format!("## {section}");
    let lines = page.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.starts_with("## "));
    lines.filter_map(|line| line.strip_prefix("- ")).map(example).collect()
}

fn example(line: &str) -> Example {
    let (text, values) = match line.split_once(" => ") {
        Some((text, values)) => (text, Some(values.split("; ").map(str::to_owned).collect())),
        None => (line, None),
    };
    let found = text.split("**").skip(1).step_by(2).map(str::to_owned).collect();
    Example { words: text.replace("**", ""), found, values }
}

/// What the detector finds in an article: words and values.
fn found(detector: &Detector, text: &str) -> (Vec<String>, Vec<String>) {
    let text = text.replace('¶', "\n");
    let mut end = 0;
    let paragraph = |(at, line): (usize, &str)| {
        let span = Span::at(end, end + line.len());
        end += line.len() + 1;
        Block { kind: BlockKind::Paragraph, span, section: None, paragraph: at as u32 + 1 }
    };
    let blocks = text.split('\n').enumerate().map(paragraph).collect();
    let meta = Metadata { published: NaiveDate::from_ymd_opt(2026, 3, 3), ..Metadata::default() };
    let document = Document { prose: text.clone(), source: text, blocks, meta, ..Document::default() };
    let options = Options::default();
    let annotated = AnnotatedText::of(&document, &options);
    let mut own: Vec<_> = annotated.signals.iter().filter(|signal| signal.kind == detector.kind).collect();
    own.sort_by_key(|signal| signal.span);
    let words = own.iter().map(|signal| document.text(signal.span).to_owned()).collect();
    let values = own.iter().map(|signal| signal.value.describe(&document).unwrap_or_default()).collect();
    (words, values)
}

#[test]
fn each_detector_finds_what_its_page_says() {
    let mut wrong = Vec::new();
    for detector in DETECTORS {
        for example in examples(detector.page, "Finds") {
            let (words, values) = found(detector, &example.words);
            if words != example.found {
                wrong.push(format!(
                    "{}: {}\n  found {words:?}\n  page  {:?}",
                    detector.name, example.words, example.found
                ));
            } else if example.values.as_ref().is_some_and(|expected| *expected != values) {
                wrong.push(format!("{}: {}\n  values {values:?}", detector.name, example.words));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_detector_leaves_what_its_page_says() {
    let mut wrong = Vec::new();
    for detector in DETECTORS {
        for example in examples(detector.page, "Leaves") {
            let (words, _) = found(detector, &example.words);
            if !words.is_empty() {
                wrong.push(format!("{}: {}\n  found {words:?}", detector.name, example.words));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_page_has_its_name_and_at_least_five_examples_of_each_sort() {
    for detector in DETECTORS {
        assert!(detector.page.starts_with(&format!("# {}\n", detector.name)), "{}", detector.name);
        for section in ["Finds", "Leaves"] {
            let count = examples(detector.page, section).len();
            assert!(count >= 5, "{}: {count} examples under {section}", detector.name);
        }
    }
}

#[test]
fn names_and_kinds_of_detectors_are_their_own() {
    for (at, detector) in DETECTORS.iter().enumerate() {
        let alike = |other: &&Detector| other.name == detector.name || other.kind == detector.kind;
        assert_eq!(DETECTORS.iter().position(|other| alike(&other)), Some(at), "{}", detector.name);
    }
}
