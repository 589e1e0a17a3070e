//! Laws that hold of every article.

use super::{analysis, articles, document};
use claimsheet::claim::{Analysis, ByteRange};
use claimsheet::document::Document;
use claimsheet::rules::Rules;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Pieces of prose and markup, to be strung together.
const PIECES: &[&str] = &[
    "Mayor Ruth Lund said ",
    "the bridge cost $1.2 billion",
    "“We never paid,” ",
    "\"",
    "”",
    "‘",
    "'s ",
    "in 2019",
    ". ",
    "! ",
    "? ",
    "\n\n",
    "\n",
    "up to 40 percent",
    "[accounts](https://a.example/x)",
    "**",
    "*",
    "[^1]",
    "# ",
    "- ",
    "> ",
    "| a | b |\n",
    "|---|---|\n",
    "<b>",
    "&amp;",
    "`code`",
    "—",
    "…",
    "U.S. ",
    "St. ",
    "é",
    "日本",
    "\u{a0}",
    "\u{200f}",
    "1,000",
    "3–1",
    "half",
    "the first ",
    "never ",
    "she added",
    "according to ",
    "Lund Ltd",
    " (",
    ")",
    ":",
    "---\n",
    "[^1]: a note\n",
    "7",
    "😀",
    "\r\n",
    "because ",
    "accused of fraud",
    "I think ",
    "should ",
    "last Friday",
    "No. 3",
    "e.g. ",
    "\\",
    "~~",
    "<!-- x -->",
];

pub(super) fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Claims, set-asides and headings lie in the source, in order, each on a line of its own number;
/// facts lie within their claim.
fn hold_spans(document: &Document, analysis: &Analysis) {
    let source = &document.source;
    let inside =
        |span: ByteRange| source.get(span.start as usize..span.end as usize).is_some() && span.start < span.end;
    let mut last = 0;
    for claim in &analysis.claims {
        assert!(inside(claim.span), "{claim:?}");
        assert!(claim.span.start >= last, "out of order: {claim:?}");
        last = claim.span.start;
        let line = source[..claim.span.start as usize].matches('\n').count() as u32 + 1;
        assert_eq!(claim.line, line, "{claim:?}");
        for fact in &claim.facts {
            assert!(inside(fact.span), "{fact:?}");
            assert!(!fact.verify.is_empty(), "nothing to verify: {fact:?}");
        }
    }
    for aside in &analysis.set_aside {
        assert!(inside(aside.span) && !aside.reason.is_empty(), "{aside:?}");
    }
}

/// Each word of the prose stands in a claim, a repeat of one, or a set-aside.
fn hold_words(document: &Document, analysis: &Analysis) {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let mut kept: Vec<String> = Vec::new();
    for claim in &analysis.claims {
        for _ in 0..=claim.also.len() {
            kept.extend(words(&claim.text));
        }
    }
    analysis.set_aside.iter().for_each(|aside| kept.extend(words(&aside.text)));
    let mut all = words(&document.prose);
    all.retain(|word| word.chars().any(char::is_alphanumeric));
    kept.retain(|word| word.chars().any(char::is_alphanumeric));
    if analysis.claims.iter().all(|claim| claim.also.is_empty()) {
        all.sort();
        kept.sort();
        assert_eq!(all, kept);
    } else {
        // A repeat may have other capitals and marks, and a pull quote is part of the claim that it repeats.
        let (all, kept) = (counts(&all), counts(&kept));
        for (word, count) in all {
            assert!(kept.get(&word).is_some_and(|kept| *kept >= count), "{word} of {:?}", document.prose);
        }
    }
}

/// How often each word stands there, whatever its capitals and marks.
fn counts(words: &[String]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let bare = words.iter().flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric()));
    for word in bare.filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts
}

#[test]
fn on_our_articles_spans_hold_and_no_word_disappears() {
    for path in articles() {
        let (_, document) = document(&path);
        let analysis = claimsheet::analyse(&document, &Rules::default());
        hold_spans(&document, &analysis);
        hold_words(&document, &analysis);
    }
}

/// Links hold names and a figure, never a sentence of the draft.
fn hold_links(analysis: &Analysis) {
    for claim in &analysis.claims {
        let names: Vec<String> = claim.facts.iter().map(|fact| fact.text.replace(['"', '“', '”'], "")).collect();
        assert!(claim.prompts.len() <= 6, "{claim:?}");
        let links = claim.prompts.iter().filter(|prompt| {
            !prompt.label.starts_with("The exact words") && !prompt.label.starts_with("The draft's own")
        });
        for url in links.filter_map(|prompt| prompt.url.as_ref()) {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
            assert!(!url.contains([' ', '"', '<', '>', '|', '\n']), "{url}");
            let words: Vec<&str> = claim.text.split_whitespace().collect();
            let five = words.windows(5).map(|window| window.join(" ")).find(|five| url.contains(&encoded(five)));
            let is_name = |five: &String| names.iter().any(|name| name.contains(five.as_str()));
            // Whom the article is about and a figure may stand side by side in the draft as they do in the query.
            let is_subject_and_figure = |five: &String| {
                names.iter().any(|figure| {
                    let subject = five.strip_suffix(figure.as_str()).map(str::trim);
                    subject.is_some_and(|subject| analysis.names.iter().any(|name| name.name == subject))
                })
            };
            let is_allowed = |five: &String| is_name(five) || is_subject_and_figure(five);
            assert!(five.as_ref().is_none_or(is_allowed), "{five:?} in {url}");
        }
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[test]
fn on_our_articles_no_link_holds_a_sentence() {
    for path in articles() {
        let (_, document) = document(&path);
        hold_links(&claimsheet::analyse(&document, &Rules::default()));
    }
}

proptest! {
    #[test]
    fn on_any_prose_no_link_holds_a_sentence(text in prose()) {
        if let Some((_, analysis)) = analysis(&text) {
            hold_links(&analysis);
        }
    }

    #[test]
    fn on_any_prose_spans_hold(text in prose()) {
        if let Some((document, analysis)) = analysis(&text) {
            hold_spans(&document, &analysis);
        }
    }

    #[test]
    fn on_any_prose_no_word_disappears(text in prose()) {
        if let Some((document, analysis)) = analysis(&text) {
            hold_words(&document, &analysis);
        }
    }

    #[test]
    fn an_edit_elsewhere_leaves_the_ids(text in prose(), tail in "[A-Z][a-z ]{3,20}\\.") {
        let marked = format!("{text}\n\nThe quay opened in 1931.");
        let longer = format!("{tail}\n\n{marked}");
        let id = |text: &str| {
            let (_, analysis) = analysis(text)?;
            analysis.claims.iter().find(|claim| claim.text == "The quay opened in 1931.").map(|claim| claim.id.clone())
        };
        if let (Some(before), Some(after)) = (id(&marked), id(&longer)) {
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn any_bytes_give_a_document_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = claimsheet::read::read(&bytes, &claimsheet::read::ReadOptions::default());
    }
}
