//! What users read keeps to docs/style.md.

use super::{articles, document, format_named, repository, worksheet};
use claimsheet_render::markdown::Layout;
use claimsheet_render::{Entries, RenderContext, RenderOptions};
use claimsheet_sheet::{ClaimWords, Labels, Sheet, entries, with_record};
use std::path::Path;
use std::process::Command;

/// What people read of an article; JSON is for programs.
const FORMATS: [&str; 8] = ["html", "github", "github-summary", "email", "slack", "obsidian", "csv", "webannotation"];

/// The phrases of the page's list that nobody is to read, in small letters.
fn phrases() -> Vec<String> {
    let page = std::fs::read_to_string(repository("docs/style.md")).unwrap();
    let (_, words) = page.split_once("## Words").unwrap();
    let rows = words.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with("| ")).skip(1);
    let phrases: Vec<String> =
        rows.map(|row| row.trim_matches('|').split('|').next().unwrap().trim().to_lowercase()).collect();
    assert!(phrases.len() > 10, "the list has moved: {phrases:?}");
    phrases
}

/// An article's sheet in a layout, and its other formats.
fn made(path: &Path, layout: Layout) -> Vec<(String, String)> {
    let (bytes, document) = document(path);
    let worksheet = worksheet(path);
    let options = RenderOptions { layout, ..RenderOptions::default() };
    let rendered = claimsheet_render::markdown::render(&worksheet, &options).unwrap();
    let claims = ClaimWords::of(&worksheet.analysis.claims);
    let sheet = with_record(rendered, &super::run(&claims)).unwrap();
    let entries = Entries::from(entries(&Sheet::parse(&sheet).unwrap(), &Labels::default()));
    let material =
        RenderContext { worksheet: &worksheet, document: &document, bytes: &bytes, sheet: &sheet, entries: &entries };
    let formats = FORMATS.iter().map(|name| {
        let bytes = format_named(name).render(&material, &options).unwrap();
        ((*name).to_owned(), String::from_utf8(bytes).unwrap())
    });
    let formats: Vec<_> = formats.collect();
    std::iter::once(("sheet".to_owned(), sheet)).chain(formats).collect()
}

/// The places where `text` says one of the phrases and `own`, the draft, does not.
fn said(what: &str, text: &str, own: &str, phrases: &[String]) -> Vec<String> {
    let (text, own) = (text.to_lowercase(), own.to_lowercase());
    let found = phrases.iter().filter(|phrase| has(&text, phrase) && !has(&own, phrase));
    found.map(|phrase| format!("{what}: {phrase:?}")).collect()
}

/// Whether a text has a phrase as words of their own.
fn has(text: &str, phrase: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, _)| {
        let (before, behind) = (&text[..at], &text[at + phrase.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(behind.chars().next())
    })
}

#[test]
fn no_phrase_of_the_list_stands_in_what_is_made_of_an_article() {
    let phrases = phrases();
    let mut wrong = Vec::new();
    for path in articles().into_iter().chain([repository("tests/errors/forty.md")]) {
        let draft = std::fs::read_to_string(&path).unwrap();
        for layout in [Layout::Short, Layout::Full] {
            for (format, text) in made(&path, layout) {
                wrong.extend(said(&format!("{} as {format}, {layout:?}", path.display()), &text, &draft, &phrases));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_phrase_of_the_list_stands_in_the_help() {
    let help = |args: &[&str]| {
        let run = Command::new(env!("CARGO_BIN_EXE_claimsheet")).args(args).output().unwrap();
        String::from_utf8_lossy(&run.stdout).into_owned()
    };
    let top = help(&["--help"]);
    let commands = top.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let names: Vec<&str> =
        commands.take_while(|line| line.starts_with("  ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"make") && names.contains(&"gate"), "{top}");
    let mut wrong = said("--help", &top, "", &phrases());
    for name in names.iter().filter(|name| **name != "help") {
        wrong.extend(said(name, &help(&[name, "--help"]), "", &phrases()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_readme_and_the_change_log_keep_to_it() {
    let phrases = phrases();
    for page in ["README.md", "docs/sheet.md"] {
        let text = std::fs::read_to_string(repository(page)).unwrap();
        assert_eq!(said(page, &text, "", &phrases), Vec::<String>::new());
    }
}

#[test]
fn the_sheet_is_short() {
    let path = repository("examples/harbour-tolls.md");
    let claims = worksheet(&path).analysis.claims.len();
    let sheet = made(&path, Layout::Short).remove(0).1;
    let lines = sheet.lines().count();
    assert!(lines <= 18 * claims, "{lines} lines for {claims} claims");
}
