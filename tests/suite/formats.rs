//! One article of ours, saved in every format that is read: the same claims and facts come out.
//!
//! `tests/formats/README.md` says which program saved which file. To add a format, save the article
//! in it and add a line to [`FIXTURES`].

use super::repository;
use chrono::NaiveDate;
use claimsheet::claim::{Analysis, ClaimKind};
use claimsheet::options::Options;
use claimsheet::text::document::{Document, Metadata};
use claimsheet_read::{ReadOptions, read};
use std::fmt::Write as _;

/// What a format holds of the article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// All of it.
    Everything,
    /// Its words in sentences; neither tables nor headings nor what a word links to.
    Words,
    /// Its words but for those that an encoding of Latin letters does not have.
    Latin,
}

/// The article in each format, from `tests/formats`.
const FIXTURES: &[(&str, Holds)] = &[
    ("night-ferry.md", Holds::Everything),
    ("night-ferry.pandoc.docx", Holds::Everything),
    ("night-ferry.pandoc.odt", Holds::Everything),
    ("night-ferry.libreoffice.docx", Holds::Everything),
    ("night-ferry.libreoffice.odt", Holds::Everything),
    ("night-ferry.libreoffice.rtf", Holds::Everything),
    ("night-ferry.google-docs.md", Holds::Everything),
    ("night-ferry.obsidian.md", Holds::Everything),
    ("night-ferry.txt", Holds::Words),
    ("night-ferry.utf-16.txt", Holds::Words),
    ("night-ferry.windows-1252.txt", Holds::Latin),
    ("night-ferry.mac-roman.txt", Holds::Latin),
    ("night-ferry.libreoffice.fodt", Holds::Everything),
    ("night-ferry.word.docx", Holds::Everything),
    ("night-ferry.pandoc.epub", Holds::Everything),
    ("night-ferry.pandoc.html", Holds::Everything),
    ("night-ferry.page.html", Holds::Everything),
    ("night-ferry.chromium.html", Holds::Everything),
    ("night-ferry.divs.html", Holds::Everything),
    ("night-ferry.newsletter.html", Holds::Everything),
    ("night-ferry.eml", Holds::Everything),
    ("night-ferry.mhtml", Holds::Everything),
    ("night-ferry.wordpress.json", Holds::Everything),
    ("night-ferry.wordpress-raw.json", Holds::Everything),
    ("night-ferry.ninjs13.json", Holds::Everything),
    ("night-ferry.ninjs2.json", Holds::Everything),
    ("night-ferry.ans.json", Holds::Everything),
    ("night-ferry.ghost.json", Holds::Everything),
    ("night-ferry.nitf.xml", Holds::Everything),
    ("night-ferry.newsml.xml", Holds::Everything),
];

/// The article as it was written.
const ORIGINAL: &str = "night-ferry.md";

/// What no encoding of Latin letters has.
const NOT_LATIN: &[&str] = &[" (ليلى حداد)", ": 😢"];

/// Reads a file of `tests/formats`, without what it does not hold; what it says of itself is the same for all, as not every format
/// can say it.
fn document(name: &str, holds: Holds) -> Document {
    let mut bytes = std::fs::read(repository("tests/formats").join(name)).unwrap();
    if holds != Holds::Everything && name == ORIGINAL {
        let text = String::from_utf8(bytes).unwrap();
        // Plain text has no tables, and its footnotes are paragraphs.
        let lines = text.split_inclusive('\n').filter(|line| !line.starts_with('|'));
        let lines = lines
            .map(|line| line.strip_prefix("[^").and_then(|note| note.split_once("]: ")).map_or(line, |(_, note)| note));
        let text: String = lines.collect();
        bytes = ["[^count]", "[^act]"].iter().fold(text, |text, mark| text.replace(mark, "")).into_bytes();
    }
    if holds == Holds::Latin && name == ORIGINAL {
        let text = String::from_utf8(bytes).unwrap();
        bytes = NOT_LATIN.iter().fold(text, |text, words| text.replace(words, "")).into_bytes();
    }
    let mut document = read(&bytes, &ReadOptions { name: Some(name), ..Default::default() })
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut meta = Metadata::default();
    meta.title = document.meta.title.take();
    meta.author = Some("Orla Fenwick".to_owned());
    meta.published = NaiveDate::from_ymd_opt(2026, 5, 18);
    document.meta = meta;
    document
}

/// What a checker would see of an article, without where it stands in the file.
fn outline(document: &Document, analysis: &Analysis, holds: Holds) -> String {
    let mut out = String::new();
    if holds == Holds::Everything {
        let _ = writeln!(out, "title: {:?}", document.meta.title);
    }
    for claim in &analysis.claims {
        let kinds: Vec<&str> =
            std::iter::once(claim.kind).chain(claim.tags.iter().copied()).map(ClaimKind::name).collect();
        let _ = writeln!(out, "{} [{}] {}", claim.id, kinds.join(" "), claim.text);
        for fact in &claim.facts {
            let _ = writeln!(out, "    {:?}: {} = {:?}", fact.role, fact.text, fact.value);
        }
        if holds == Holds::Everything {
            // A draft in the middle of editing has comments, which the article has not.
            let source = claim.claimed_source.as_ref().map(|source| {
                let text = source.text.split("; comment by").next().unwrap_or_default();
                (source.kind, text.to_owned(), source.url.clone())
            });
            let _ = writeln!(out, "    under {:?}, by {source:?}", claim.section);
            let _ = writeln!(out, "    between {:?}", claim.context);
        }
    }
    for aside in &analysis.set_aside {
        // Without markup nothing says that a line is a heading.
        let reason = if holds == Holds::Everything { aside.reason.name() } else { "" };
        let _ = writeln!(out, "aside ({reason}) {}", aside.text);
    }
    for name in &analysis.names {
        let _ = writeln!(out, "name: {} {}x {:?}", name.name, name.count, name.variants);
    }
    for finding in &analysis.findings {
        let _ = writeln!(out, "finding: {} {}", finding.check, finding.message);
    }
    out
}

fn outline_of(name: &str, holds: Holds) -> String {
    let document = document(name, holds);
    outline(&document, &claimsheet::analyse(&document, &Options::default()), holds)
}

#[test]
fn the_same_article_in_every_format_gives_the_same_claims_and_facts() {
    for (name, holds) in FIXTURES {
        let (original, saved) = (outline_of(ORIGINAL, *holds), outline_of(name, *holds));
        let differing: Vec<(&str, &str)> =
            original.lines().zip(saved.lines()).filter(|(one, other)| one != other).collect();
        assert!(
            original == saved,
            "{name}: {differing:#?}\n{} lines and {}",
            original.lines().count(),
            saved.lines().count()
        );
    }
}

#[test]
fn the_article_in_every_format_holds_what_drafts_hold() {
    let outline = outline_of(ORIGINAL, Holds::Everything);
    for held in [
        "(Footnote, \"Four",
        "(Footnote, \"Island",
        "(Attribution, \"two of its seven members",
        "under Some(\"Who used it\")",
        "22,630",
        "ليلى حداد",
        "14 of them",
    ] {
        assert!(outline.contains(held), "{held}: {outline}");
    }
}
