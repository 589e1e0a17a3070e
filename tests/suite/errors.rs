//! An article of ours with forty errors among look-alikes that are right: `tests/errors/`.

use super::{analysis, repository};
use claimsheet::claim::Finding;

/// How many of the forty errors the checks find: all.
const FOUND: usize = 40;

/// A row of `forty.tsv`.
struct Row<'a> {
    is_error: bool,
    /// The checks, apart by `|`, of which one finds the error; of a look-alike, what it looks like.
    checks: &'a str,
    /// The words of the article.
    words: &'a str,
}

fn rows(table: &str) -> Vec<Row<'_>> {
    table
        .lines()
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            Row { is_error: fields[0] == "error", checks: fields[1], words: fields[2] }
        })
        .collect()
}

fn article() -> String {
    std::fs::read_to_string(repository("tests/errors/forty.md")).unwrap()
}

fn findings(article: &str) -> Vec<Finding> {
    analysis(article).unwrap().1.findings
}

/// Whether a finding has a place on these words of the article.
fn lies_on(article: &str, finding: &Finding, words: &str) -> bool {
    article.match_indices(words).any(|(at, _)| {
        let overlaps = |start: u32, end: u32| (start as usize) < at + words.len() && at < end as usize;
        finding.places.iter().any(|place| overlaps(place.span.start, place.span.end))
    })
}

/// Whether a finding is of the row's error: by one of its checks, on its words.
fn is_of(article: &str, finding: &Finding, row: &Row<'_>) -> bool {
    row.is_error && row.checks.split('|').any(|check| check == finding.check) && lies_on(article, finding, row.words)
}

#[test]
fn errors_are_found_and_look_alikes_are_left() {
    let article = article();
    let table = std::fs::read_to_string(repository("tests/errors/forty.tsv")).unwrap();
    let rows = rows(&table);
    let findings = findings(&article);
    for row in &rows {
        assert!(article.contains(row.words), "{:?} is not in the article", row.words);
    }
    for finding in &findings {
        assert!(rows.iter().any(|row| is_of(&article, finding, row)), "a look-alike was found: {finding:#?}");
    }
    let errors: Vec<_> = rows.iter().filter(|row| row.is_error).collect();
    assert_eq!(errors.len(), 40);
    let found = errors.iter().filter(|row| findings.iter().any(|finding| is_of(&article, finding, row))).count();
    assert_eq!(found, FOUND, "{findings:#?}");
}

/// An error as the article has it, and put right.
const PUT_RIGHT: &[(&str, &str)] = &[
    ("approves $62 million water", "approves $58 million water"),
    ("an increase of 25 percent. A shop", "an increase of 20 percent. A shop"),
    ("9-mile (12-kilometer)", "9-mile (14-kilometer)"),
    ("$31 billion in bonds", "$31 million in bonds"),
    ("will outlive anyone in this room", "will outlast everyone in this room"),
    ("1.25 percent chronic-absence", "12.5 percent chronic-absence"),
    ("2022 to 54 this fall", "2022 to 72 this fall"),
    ("June 4, 1950, is 77", "June 4, 1950, is 75"),
    ("Monday, October 7, 2025", "Tuesday, October 7, 2025"),
    ("until June 31", "until June 30"),
    ("reopened on December 2, 2025", "reopened on October 2, 2025"),
    ("Of 3,622 ballots", "Of 3,522 ballots"),
    ("Lindquist said", "Lindqvist said"),
];

#[test]
fn an_error_that_is_put_right_is_no_longer_found() {
    let article = article();
    let before = findings(&article).len();
    for (wrong, right) in PUT_RIGHT {
        assert!(article.contains(wrong), "{wrong:?} is not in the article");
        let after = findings(&article.replace(wrong, right));
        assert_eq!(after.len(), before - 1, "{right:?}");
    }
}

/// A look-alike as the article has it, the same made wrong by a word or a figure, and the check that
/// finds it then.
const MADE_WRONG: &[(&str, &str, &str)] = &[
    ("voted 7-2 on Wednesday", "voted 7-3 on Wednesday", "parts-and-total"),
    ("3.5 miles (5.6 kilometers)", "3.5 miles (6.6 kilometers)", "unit-conversion"),
    ("Drainage District (UTDD), will", "Drainage District (UTDT), will", "acronym-letters"),
    ("about 2,500 households", "about 2,513 households", "false-precision"),
    ("a rise of nearly 13 percent", "a rise of nearly 23 percent", "percent-change"),
    ("Thursday, Nov. 6", "Thursday, Nov. 5", "weekday"),
    ("21 on the valley floor and 17", "21 on the valley floor and 16", "parts-and-total"),
    (
        "four priorities: reading, attendance, welding and music",
        "four priorities: reading, welding and music",
        "list-count",
    ),
    ("a gain of 7 percentage points", "a gain of 7 percent", "percent-points"),
    ("500 to 550 students", "500 to 650 students", "percent-change"),
    ("doubled, from 15 to 30", "doubled, from 15 to 50", "multiple"),
    ("62 of 310", "62 of 410", "fraction-counts"),
    ("45 boys and 15 girls", "45 boys and 25 girls", "ratio-counts"),
    ("interview them on November 24", "interview them on November 31", "impossible-date"),
    ("1952, is 72", "1952, is 82", "age-birth"),
    ("founded in 1945, turned 80", "founded in 1945, turned 70", "anniversary"),
    ("both 45 and born in 1980", "both 55 and born in 1980", "age-birth"),
    ("closed in 2018 and reopened in 2021", "closed in 2018 and reopened in 2012", "story-order"),
    ("Saturday, February 29, 2020", "Sunday, February 29, 2020", "weekday"),
    ("(minus 10 Celsius)", "(minus 20 Celsius)", "temperature"),
    ("Tuesday, November 4, with", "Tuesday, November 5, with", "weekday"),
    ("474 were for it and 486", "474 were for it and 476", "parts-and-total"),
    ("or $30 a resident", "or $40 a resident", "per-capita"),
    ("200 acres (81 hectares)", "200 acres (61 hectares)", "unit-conversion"),
    ("last Friday, Nov. 7", "last Friday, Nov. 8", "weekday"),
    ("14 inches (36 centimeters)", "14 inches (26 centimeters)", "unit-conversion"),
    ("18 of their 24 games", "12 of their 24 games", "fraction-counts"),
    ("6 feet 4 inches (193 centimeters)", "6 feet 4 inches (173 centimeters)", "unit-conversion"),
    ("- Chapel Lane, until the tar is dry\n", "", "list-count"),
    ("four years later, in 2021", "six years later, in 2021", "years-later"),
    ("12-pound (5.4-kilogram)", "12-pound (7.4-kilogram)", "unit-conversion"),
    ("between 40 and 60 of them", "between 60 and 40 of them", "range-order"),
    ("| Total | $24,000 |", "| Total | $25,000 |", "table-total"),
    ("(mailto:desk@valleyweek.example)", "(mailto:desk)", "link-trouble"),
];

#[test]
fn a_look_alike_that_is_made_wrong_is_found() {
    let article = article();
    let mut missed = Vec::new();
    for (right, wrong, check) in MADE_WRONG {
        assert!(article.contains(right), "{right:?} is not in the article");
        let count = |article: &str| findings(article).iter().filter(|finding| finding.check == *check).count();
        if count(&article.replace(right, wrong)) <= count(&article) {
            missed.push(format!("{check}: {wrong:?}"));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}
