//! Laws that hold of every article.

use super::{analysis, articles, document};
use claimsheet::claim::{Analysis, ByteRange};
use claimsheet::options::Options;
use claimsheet::text::document::Document;
use claimsheet::text::span::Span;
use proptest::prelude::*;

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
        assert!(inside(aside.span) && !aside.reason.name().is_empty(), "{aside:?}");
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
        hold_words_of_repeats(document, analysis);
    }
}

/// The words outside repeats are those of the claims and set-asides, exactly; each word of a repeat is one of the
/// claim that lists its line, which a pull quote need not have all of, and each line that is listed has one.
fn hold_words_of_repeats(document: &Document, analysis: &Analysis) {
    let spans: Vec<ByteRange> = analysis.claims.iter().map(|claim| claim.span).collect();
    let spans: Vec<ByteRange> = spans.into_iter().chain(analysis.set_aside.iter().map(|aside| aside.span)).collect();
    let place = |(at, word): &(usize, String)| document.source_span(Span::at(*at, at + word.len())).start;
    let is_told = |found: &(usize, String)| spans.iter().any(|span| (span.start..span.end).contains(&place(found)));
    let (told, repeated): (Vec<_>, Vec<_>) = bare_words(&document.prose).into_iter().partition(is_told);
    let texts = analysis.claims.iter().map(|claim| &claim.text).chain(analysis.set_aside.iter().map(|one| &one.text));
    let mut kept: Vec<String> = texts.flat_map(|text| bare_words(text)).map(|(_, word)| word).collect();
    let mut told: Vec<String> = told.into_iter().map(|(_, word)| word).collect();
    told.sort();
    kept.sort();
    assert_eq!(told, kept);
    let line = |found: &(usize, String)| document.source[..place(found) as usize].matches('\n').count() as u32 + 1;
    let has = |text: &str, word: &str| bare_words(text).iter().any(|(_, own)| own.eq_ignore_ascii_case(word));
    for found in &repeated {
        let is_listed = |also: &[u32]| also.iter().any(|also| *also <= line(found));
        let owner = analysis.claims.iter().find(|claim| is_listed(&claim.also) && has(&claim.text, &found.1));
        assert!(owner.is_some(), "{found:?} of {:?}", document.prose);
    }
    // A repeat may begin with marks, and its first word stand on a later line.
    for (claim, also) in analysis.claims.iter().flat_map(|claim| claim.also.iter().map(move |also| (claim, also))) {
        let stands = repeated.iter().any(|found| line(found) >= *also && has(&claim.text, &found.1));
        assert!(stands, "nothing is repeated from line {also}: {:?}", document.prose);
    }
}

/// The runs of letters and digits of a text, each with its first byte.
fn bare_words(text: &str) -> Vec<(usize, String)> {
    let runs = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    runs.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word.to_owned())).collect()
}

#[test]
fn marks_without_a_word_are_no_claim() {
    for text in ["”\n\n”. ", "“”\n\n—", "…"] {
        assert!(analysis(text).is_none_or(|(_, analysis)| analysis.claims.is_empty()), "{text}");
    }
}

#[test]
fn on_our_articles_spans_hold_and_no_word_disappears() {
    for path in articles() {
        let (_, document) = document(&path);
        let analysis = claimsheet::analyse(&document, &Options::default());
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
            assert!(five.as_ref().is_none_or(is_name), "{five:?} in {url}");
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
        hold_links(&claimsheet::analyse(&document, &Options::default()));
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
        let _ = claimsheet_read::read(&bytes, &claimsheet_read::ReadOptions::default());
    }
}
