//! An article of ours with forty errors among look-alikes that are right: `tests/errors/`.

use super::{repository, worksheet};
use claimsheet::claim::Finding;

/// How many of the forty errors the checks find: all.
const FOUND: usize = 40;

/// Rows of `forty.tsv`: whether it is an error, the words of the article, what is the matter.
fn rows(table: &str) -> Vec<(bool, &str, &str)> {
    table
        .lines()
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            (fields[0] == "error", fields[2], fields[3])
        })
        .collect()
}

#[test]
fn errors_are_found_and_look_alikes_are_left() {
    let article = std::fs::read_to_string(repository("tests/errors/forty.md")).unwrap();
    let table = std::fs::read_to_string(repository("tests/errors/forty.tsv")).unwrap();
    let rows = rows(&table);
    let findings = worksheet(&repository("tests/errors/forty.md")).analysis.findings;
    let lies_on = |finding: &Finding, words: &str| {
        article.match_indices(words).any(|(at, _)| {
            let overlaps = |start: u32, end: u32| (start as usize) < at + words.len() && at < end as usize;
            finding.places.iter().any(|place| overlaps(place.span.start, place.span.end))
        })
    };
    for (_, words, _) in &rows {
        assert!(article.contains(words), "{words:?} is not in the article");
    }
    for finding in &findings {
        let is_error = rows.iter().any(|(error, words, _)| *error && lies_on(finding, words));
        assert!(is_error, "a look-alike was found: {finding:#?}");
    }
    let errors: Vec<_> = rows.iter().filter(|(error, ..)| *error).collect();
    assert_eq!(errors.len(), 40);
    let found = errors.iter().filter(|(_, words, _)| findings.iter().any(|finding| lies_on(finding, words))).count();
    assert_eq!(found, FOUND, "{findings:#?}");
}
