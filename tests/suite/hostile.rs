//! Text that is made to be hard: nothing panics, and all of it is read.

use claimsheet::read::{ReadOptions, read};
use claimsheet::rules::Rules;
use claimsheet::worksheet::Worksheet;

/// Units that are repeated to a megabyte.
const UNITS: &[&str] = &[
    "\"",
    "“",
    "”",
    "'",
    "7",
    "7 ",
    ".",
    ". ",
    "a",
    "Word ",
    "(",
    "[",
    "]",
    "[[",
    "> ",
    "*",
    "_",
    "$",
    "said ",
    "A. ",
    "“a ” ",
    "[a](",
    "| ",
    "1,",
    "-",
    "—",
    "Mr. ",
    "the first ",
    "\n",
    "é",
    "<",
    "&",
    "`",
    "million ",
    "Mayor ",
    "of ",
    "and B ",
    "5-4 ",
];

fn work(text: &str) {
    if let Ok(document) = read(text.as_bytes(), &ReadOptions { name: Some("draft.md"), ..Default::default() }) {
        let analysis = claimsheet::analyse(&document, &Rules::default());
        let _ = Worksheet::new("draft.md", text.as_bytes(), &document, analysis);
    }
}

/// Work that grows with the square of the text would not end.
#[test]
fn a_megabyte_of_one_thing_is_read() {
    for unit in UNITS {
        work(&format!("A line.\n\n{}", unit.repeat((1 << 20) / unit.len())));
    }
}

#[test]
fn ten_thousand_nested_quotes_and_brackets_are_read() {
    for (open, close) in [("“", "”"), ("(", ")"), ("[", "]"), ("> ", ""), ("‘", "’"), ("- ", "")] {
        let text = format!("{}the quay opened in 1931{}", open.repeat(10_000), close.repeat(10_000));
        work(&text);
    }
}
