//! Each check is held to its page: under "Finds" an article a line that yields one finding of it,
//! under "Leaves" one that yields none. `¶` begins a paragraph, `↵` a line; all are published on Tuesday,
//! 3 March 2026.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use chrono::NaiveDate;
use claimsheet::claim::Finding;
use claimsheet::internals::AnnotatedText;
use claimsheet::internals::check::{CHECKS, Check, Suppression, check, findings};
use claimsheet::options::Options;
use claimsheet_read::{ReadOptions, read};

fn examples<'a>(page: &'a str, section: &str) -> Vec<&'a str> {
    let behind = page.split_once(&format!("\n## {section}\n")).map_or("", |(_, behind)| behind);
    behind.split("\n## ").next().unwrap_or("").lines().filter_map(|line| line.strip_prefix("- ")).collect()
}

fn found(check: &Check, article: &str) -> Vec<Finding> {
    found_with(&Options::default(), check, article)
}

fn found_with(rules: &Options, check: &Check, article: &str) -> Vec<Finding> {
    let text = article.replace(" ¶ ", "\n\n").replace(" ↵ ", "\n");
    let mut document = read(text.as_bytes(), &ReadOptions { name: Some("draft.md"), ..Default::default() }).unwrap();
    document.meta.published = NaiveDate::from_ymd_opt(2026, 3, 3);
    let reading = AnnotatedText::of(&document, rules);
    findings(&document, &reading, rules, &Suppression::of(&document))
        .into_iter()
        .filter(|finding| finding.check == check.name)
        .collect()
}

#[test]
fn each_check_finds_what_its_page_says() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        for example in examples(check.page, "Finds") {
            let found = found(check, example);
            if found.len() != 1 {
                let messages: Vec<String> = found.into_iter().map(|finding| finding.message).collect();
                wrong.push(format!("{}: {example}\n  found {messages:?}", check.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_check_leaves_what_its_page_says() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        for example in examples(check.page, "Leaves") {
            for finding in found(check, example) {
                wrong.push(format!("{}: {example}\n  found {}", check.name, finding.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_page_has_its_name_and_at_least_five_examples_of_each_sort() {
    for check in CHECKS {
        assert!(check.page.starts_with(&format!("# {}\n", check.name)), "{}", check.name);
        for section in ["Finds", "Leaves"] {
            let count = examples(check.page, section).len();
            assert!(count >= 5, "{}: {count} examples under {section}", check.name);
        }
    }
}

#[test]
fn the_words_of_a_house_count_in_checks_as_ours_do() {
    let mut rules = Options::default();
    rules.add_word("person-title", "dockreeve").unwrap();
    rules.add_word("first-name", "oddvarr").unwrap();
    let count = |rules: &Options, name: &str, article: &str| found_with(rules, check(name).unwrap(), article).len();
    // An office behind an abbreviation makes it a body's, and no part of a firm's name.
    let abbreviation = "They asked the QWB Dockreeve about it.";
    // Two surnames of one person, who is known by the first name.
    let surnames = "They heard Oddvarr Hamoud. ¶ Then Oddvarr Mahmoud left.";
    for (name, article) in [("acronym-unexpanded", abbreviation), ("name-spelling", surnames)] {
        assert_eq!(count(&Options::default(), name, article), 0, "{article}");
        assert_eq!(count(&rules, name, article), 1, "{article}");
    }
}

#[test]
fn a_comment_in_the_draft_silences_checks() {
    let impossible = check("impossible-date").unwrap();
    let silenced = |comment: &str| found(impossible, &format!("They meet on April 31. ¶ {comment}")).is_empty();
    assert!(!silenced(""));
    assert!(silenced("<!-- claimsheet: silence impossible-date -->"));
    assert!(silenced("<!--claimsheet: silence weekday, impossible-date-->"));
    assert!(!silenced("<!-- claimsheet: silence weekday -->"));
    assert!(!silenced("claimsheet: silence impossible-date"));
}

#[test]
fn what_comments_silence_is_said_and_unknown_names_too() {
    let text = "It rains.\n\n<!-- claimsheet: silence wekday weekday -->\n";
    let document = read(text.as_bytes(), &ReadOptions { name: Some("draft.md"), ..Default::default() }).unwrap();
    let warnings = Suppression::of(&document).warnings(&document);
    assert!(warnings.first().is_some_and(|warning| warning.starts_with("line 3: ") && warning.contains("\"wekday\"")));
    assert!(warnings.last().is_some_and(|warning| warning.ends_with("silence: weekday")), "{warnings:?}");
}

#[test]
fn known_abbreviations_are_capitals_apart_by_spaces_and_none_twice() {
    let lines =
        include_str!("../../claimsheet/data/known-abbreviations.txt").lines().filter(|line| !line.starts_with('#'));
    let mut seen = std::collections::BTreeSet::new();
    for word in lines.flat_map(str::split_whitespace) {
        assert!(
            (2..=7).contains(&word.len()) && word.starts_with(|letter: char| letter.is_ascii_uppercase()),
            "{word}"
        );
        assert!(seen.insert(word), "{word} stands twice");
    }
}

#[test]
fn the_list_of_checks_has_each_check_once_in_order_with_its_severity_and_page() {
    let rows =
        include_str!("../../../docs/checks.md").lines().filter_map(|line| line.strip_prefix("| [")?.split_once("]("));
    let listed: Vec<(&str, &str, &str)> = rows
        .map(|(name, rest)| {
            let (page, rest) = rest.split_once(") | ").unwrap();
            (name, page, rest.split_once(" | ").unwrap().0)
        })
        .collect();
    let registered: Vec<_> = CHECKS.iter().map(|check| (check.name, check.severity)).collect();
    assert_eq!(listed.len(), registered.len());
    for ((name, page, severity), (check, serious)) in listed.into_iter().zip(registered) {
        assert_eq!(name, check);
        assert_eq!(severity, format!("{serious:?}").to_lowercase(), "{name}");
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(page);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with(&format!("# {name}\n")), "{name}: {page}");
    }
}
