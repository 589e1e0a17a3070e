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

/// Pieces of HTML that are repeated to a megabyte.
const HTML_UNITS: &[&str] = &[
    "<",
    "<p>",
    "<b>",
    "</b>",
    "<p>a</p>",
    "<li>a",
    "<h1>a",
    "<a href='#n'>1",
    "<sup><a href='#n'>1</a></sup>",
    "<q>a",
    "<table>",
    "<td>a",
    "&",
    "&amp;",
    "&nosuch;",
    "&#",
    "<!--",
    "<![CDATA[",
    "<p a b=c class='ad related'>",
    "<time>a",
    "<blockquote>the quay opened in 1931 </blockquote>",
    "<img alt='two boats'>",
    "<script type='application/ld+json'>[",
];

fn work(text: &str) {
    work_as("draft.md", text);
}

fn work_as(name: &str, text: &str) {
    if let Ok(document) = read(text.as_bytes(), &ReadOptions { name: Some(name), ..Default::default() }) {
        let analysis = claimsheet::analyse(&document, &Rules::default());
        let _ = Worksheet::new(name, text.as_bytes(), &document, analysis);
    }
}

#[test]
fn a_megabyte_of_one_piece_of_html_is_read_or_refused() {
    for unit in HTML_UNITS {
        work_as("draft.html", &format!("<p id=n>A line.{}", unit.repeat((1 << 20) / unit.len())));
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
