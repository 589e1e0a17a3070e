#![allow(clippy::unwrap_used)]

use super::*;
use claimsheet::signal::SignalKind;

fn parse(text: &str, folder: &Path) -> Result<Config, Wrong> {
    super::parse(text, folder, &read_text)
}

/// The message for a configuration that is wrong, with its line.
fn wrong(text: &str) -> String {
    let (at, reason) = parse(text, Path::new("")).unwrap_err();
    format!("{}: {reason}", line_of(text, at.unwrap()))
}

#[test]
fn words_rules_and_patterns_of_the_house_are_taken_up() {
    let config = parse(
        "silence = [\"hedge\"]\n[make]\nformat = \"json\"\nno-links = true\n[words]\nallegation = [\"zorb +v\"]\n[[pattern]]\nname = \"lots\"\nregex = \"lot \\\\d+\"\nkind = \"business\"\nverify = \"the catalogue\"\n",
        Path::new(""),
    )
    .unwrap();
    assert_eq!(config.make.format, Some(claimsheet_render::format("json").unwrap()));
    assert!(config.rules.no_links);
    let found = claimsheet::signals(&claimsheet::Document::from_text("They zorbed the mayor."), &config.rules);
    assert!(found.iter().flat_map(|one| &one.signals).any(|signal| signal.kind == SignalKind::Allegation), "{found:?}");
    assert_eq!(config.rules.silenced, ["hedge"]);
    assert_eq!(config.rules.patterns.first().unwrap().kind, ClaimKind::Business);
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    assert!(wrong("[make]\nformat = \"json\"\ncolour = 1\n").starts_with("3: unknown field `colour`"));
    assert!(wrong("[makes]\n").starts_with("1: unknown field `makes`"));
}

#[test]
fn an_unknown_list_or_rule_comes_with_the_nearest_known_one() {
    assert_eq!(
        wrong("[words]\n\nalegation = [\"x\"]\n"),
        "3: there is no word list \"alegation\"; did you mean \"allegation\"?"
    );
    assert_eq!(wrong("silence = [\n\"hedges\"]\n"), "2: there is no rule \"hedges\"; did you mean \"hedge\"?");
}

#[test]
fn a_pattern_that_is_no_regular_expression_is_named_with_its_line() {
    let message = wrong("[[pattern]]\nname = \"a\"\nregex = \"(\"\n");
    assert!(message.starts_with("3: the pattern \"a\" is no regular expression"), "{message}");
}

#[test]
fn sources_come_from_a_file_of_the_house_whose_errors_have_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let config = "source-files = [\"ours.toml\"]\n";
    let entry = "[[source]]\nid = \"morgue\"\nname = \"Our archive\"\nsettles = \"what we printed\"\n";
    std::fs::write(folder.path().join("ours.toml"), format!("{entry}steps = \"ask the desk\"\n")).unwrap();
    let sources = parse(config, folder.path()).unwrap().rules.sources;
    assert_eq!(sources.first().unwrap().name, "Our archive");
    std::fs::write(folder.path().join("ours.toml"), format!("{entry}stps = \"ask the desk\"\n")).unwrap();
    let (_, reason) = parse(config, folder.path()).unwrap_err();
    assert!(reason.contains("ours.toml:5: unknown field `stps`"), "{reason}");
}
