#![allow(clippy::unwrap_used)]

use crate::{ReadError, ReadOptions, html, read};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};
use claimsheet::text::span::Span;
use proptest::prelude::*;

pub(super) fn page(source: &str) -> Document {
    read(source.as_bytes(), &ReadOptions { from: Some(&html::READER), ..Default::default() }).unwrap()
}

pub(super) fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.text(block.span))).collect()
}

pub(super) fn words(source: &str) -> Vec<String> {
    blocks(&page(source)).into_iter().map(|(_, words)| words.to_owned()).collect()
}

#[test]
fn text_leads_back_to_the_bytes_it_stands_for() {
    let document = page("<p>Paid &pound;3 &amp; <b>more</b> in pass&shy;ing,\r\n  they&#8217;d said.</p>");
    assert_eq!(blocks(&document), [(BlockKind::Paragraph, "Paid £3 & more in passing, they’d said.")]);
    let source = |words: &str| {
        let at = document.prose.find(words).unwrap();
        document.source_span(Span::at(at, at + words.len())).of(&document.source)
    };
    assert_eq!(source("£3"), "&pound;3");
    assert_eq!(source("& more"), "&amp; <b>more");
    assert_eq!(source("passing"), "pass&shy;ing");
    assert_eq!(source("they’d"), "they&#8217;d");
}

#[test]
fn tags_that_need_no_end_end_what_they_must() {
    assert_eq!(
        words("<p>One<p>Two<ul><li>a<li>b<ul><li>c</ul></ul>Three<div>Four</section>, five</div>"),
        ["One", "Two", "a", "b", "c", "Three", "Four, five"]
    );
    assert_eq!(words("<table><tr><th>a<th>b<tr><td>c<td>d</table>").len(), 4);
    assert_eq!(words("<p>A <b>bold<p>line</b> on"), ["A bold", "line on"]);
    assert_eq!(words("<title>x</title><p>No head"), ["No head"]);
    assert_eq!(words("One<br>line<br><br>Two"), ["One line", "Two"]);
}

#[test]
fn what_nobody_sees_is_no_prose() {
    for hidden in [
        "<p hidden>9 secrets</p>",
        "<p aria-hidden=\"true\">9 secrets</p>",
        "<p style=\"color:red; DISPLAY : none\">9 secrets</p>",
        "<div style='font-size:0px;max-height:0'>9 secrets</div>",
        "<span class=\"x sr-only\">9 secrets</span>",
        "<script>if (1<2) '<p>9 secrets</p>'</script>",
        "<style>p{}</style><template><p>9 secrets</p></template>",
        "<select><option>9 secrets</select>",
        "<!-- 9 secrets -->",
    ] {
        assert_eq!(words(&format!("<body><p>Seen.</p>{hidden}</body>")), ["Seen."], "{hidden}");
    }
    assert_eq!(words("<body style=\"font-size:0.9em\"><p style=\"opacity:0.5\">Seen.</p>"), ["Seen."]);
}

#[test]
fn quotation_elements_have_marks_and_nested_ones_others() {
    assert_eq!(words("<p><q>He said <q>no</q> to us,</q> she said.</p>"), ["“He said ‘no’ to us,” she said."]);
}

#[test]
fn footnotes_are_told_by_links_within_the_page() {
    let document = page(
        "<p>Fell by half.<sup id=r><a href='#n'>[1]</a></sup> <a href='#top'>Up</a></p><ol><li id=n>As of May. <a href='#r'>back</a></ol>",
    );
    assert_eq!(blocks(&document), [(BlockKind::Paragraph, "Fell by half. Up"), (BlockKind::Footnote, "As of May.")]);
    let note = LinkTarget::Footnote { label: "1".to_owned(), text: "As of May.".to_owned() };
    assert_eq!(document.links.iter().map(|link| &link.target).collect::<Vec<_>>(), [&note]);
}

#[test]
fn footnotes_whose_place_is_named_by_a_link_are_found() {
    let document = page(
        "<p>Fell by half<a class='sdfootnoteanc' name='a1' href='#s1'><sup>1</sup></a> in May.</p><div id='f1'><p><a class='sdfootnotesym' name='s1' href='#a1'>1</a>As of May.</p></div>",
    );
    assert_eq!(
        blocks(&document),
        [(BlockKind::Paragraph, "Fell by half in May."), (BlockKind::Footnote, "As of May.")]
    );
}

#[test]
fn an_image_is_described_by_its_alt_only_where_it_has_no_caption() {
    let document = page(
        "<figure><img alt='A long quay'><figcaption>The quay in May</figcaption></figure><p><img alt='Two boats in the rain'></p><img alt='Ledger logo' class=logo>",
    );
    assert_eq!(
        blocks(&document),
        [(BlockKind::Caption, "The quay in May"), (BlockKind::Caption, "Two boats in the rain")]
    );
}

#[test]
fn tables_that_place_text_are_no_data() {
    let layout = "<table><tr><td><table><tr><td><p>One thing was said.</p><p>Another too.</p></td></tr></table></td></tr></table>";
    assert!(blocks(&page(layout)).iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
    let data = "<table><tr><td>2024</td><td>31</td></tr><tr><td>2025</td><td>40</td></tr></table>";
    assert!(blocks(&page(data)).iter().all(|(kind, _)| matches!(kind, BlockKind::Cell { .. })));
}

#[test]
fn what_a_page_says_of_itself_is_told_by_data_then_by_meta_then_by_marks() {
    let data = "<html><head><title>T | Ledger</title><meta name=author content='Bo'><script type='application/ld+json'>{\"@type\":[\"NewsArticle\"],\"headline\":\"H &amp; I\",\"author\":[{\"name\":\"Ann\"},\"Cy\"],\"datePublished\":\"2026-03-03T10:00:00Z\"}</script></head><body><p>Text.</p>";
    let meta = page(data).meta;
    assert_eq!((meta.title.as_deref(), meta.author.as_deref()), (Some("H & I"), Some("Ann, Cy")));
    assert_eq!(meta.published.unwrap().to_string(), "2026-03-03");
    let marks = "<html><head><title>Tolls rise | The Ledger</title></head><body><p class=byline>By Ann Lee</p><time datetime='2026-03-04'>yesterday</time><p>Text.</p>";
    let meta = page(marks).meta;
    assert_eq!((meta.title.as_deref(), meta.author.as_deref()), (Some("Tolls rise"), Some("Ann Lee")));
    assert_eq!(meta.published.unwrap().to_string(), "2026-03-04");
    let og = page("<meta property='og:title' content='Fares up 12% in May'><article><p>Text of it.</p></article>");
    assert_eq!(blocks(&og).first(), Some(&(BlockKind::Title, "Fares up 12% in May")));
}

#[test]
fn changes_are_followed_or_not() {
    let source = "<body><p>Fares <s>fell</s><strike> fast</strike> <ins>rose</ins> by <del>3</del><ins>4</ins>%.</p><ins><p>More of it.</p></ins>";
    let original = ReadOptions { from: Some(&html::READER), original: true, ..Default::default() };
    let before = read(source.as_bytes(), &original).unwrap();
    assert_eq!(words(source), ["Fares rose by 4%.", "More of it."]);
    assert_eq!(blocks(&before), [(BlockKind::Paragraph, "Fares fell fast by 3%.")]);
    assert_eq!(page(source).warnings, ["left out, in words: deleted text (3)"]);
    assert_eq!(before.warnings, ["left out, in words: inserted text (5)"]);
}

#[test]
fn the_text_in_the_data_is_read_where_the_page_shows_far_less() {
    let data = |body: &str, shown: &str| {
        format!(
            "<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Tolls\",\"articleBody\":\"{body}\"}}</script></head><body>{shown}</body>"
        )
    };
    let full = "Fares rose by 4% in May.\\n\\nThe board &amp; its chair met twice on Monday.";
    let document = page(&data(full, "<div id=app>Loading …</div>"));
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Title, "Tolls"),
            (BlockKind::Paragraph, "Fares rose by 4% in May."),
            (BlockKind::Paragraph, "The board & its chair met twice on Monday.")
        ]
    );
    assert_eq!(document.positions, claimsheet::text::document::Positions::Paragraphs);
    assert!(
        document.warnings.iter().any(|warning| warning.contains("articleBody, 15 words")),
        "{:?}",
        document.warnings
    );
    let marked = page(&data("<p>Fares rose by <b>4%</b>.</p>", "<p>Wait</p>"));
    assert_eq!(marked.text(marked.blocks.last().unwrap().span), "Fares rose by 4%.");
    let shown = "<article><h1>Tolls</h1><p>Fares rose by 4% in May. The board met twice.</p></article>";
    assert_eq!(words(&data(full, shown)), ["Tolls", "Fares rose by 4% in May. The board met twice."]);
}

#[test]
fn a_form_around_the_whole_page_is_not_left_out() {
    assert_eq!(
        words("<body><form id=aspnetForm><div><p>The board met for two hours on Monday.</p></div></form></body>"),
        ["The board met for two hours on Monday."]
    );
}

#[test]
fn what_was_left_out_of_a_page_is_said() {
    let document =
        page("<body><nav><a href=/>Home page</a></nav><article><h1>T</h1><p>Words of the text.</p></article>");
    assert_eq!(document.warnings, ["left out, in words: navigation (2)"]);
}

#[test]
fn pages_are_told_by_their_first_element() {
    for text in [
        "<!DOCTYPE html><p>x",
        "\u{feff} <!-- saved -->\n<HTML lang=en>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html>",
        "<article>x</article>",
    ] {
        assert!((html::READER.recognises)(text.as_bytes()), "{text}");
    }
    for text in ["<div>\n\n# A heading", "<header>x", "# <html>", "<", "", "<!-- never ends"] {
        assert!(!(html::READER.recognises)(text.as_bytes()), "{text}");
    }
}

#[test]
fn elements_too_deep_in_one_another_are_refused_and_marks_of_style_are_not() {
    let options = ReadOptions { from: Some(&html::READER), ..Default::default() };
    let deep = format!("{}a", "<div>".repeat(100_000));
    assert_eq!(read(deep.as_bytes(), &options).unwrap_err(), ReadError::TooDeep { limit: 512 });
    assert_eq!(words(&format!("<p>{}a b", "<font><i>".repeat(50_000))), ["a b"]);
}

proptest! {
    /// What html5gum says of the places of texts is what it says of their characters.
    #[test]
    fn texts_are_where_the_tokenizer_says(source in "(<p>|</p>|<b|>|<|&|amp;|&pound|&#8217;|é|\u{2019}|a|\n|\r\n| |-->|<!--|'|\"|=|<title>|</title>|<script>|</script>|\\]\\]>|<!\\[CDATA\\[){0,40}") {
        let tree = html::parse::parse(&source, 512).unwrap();
        let found = tree.characters(0, tree.len()).replace("\r\n", "\n").replace('\r', "\n");
        let mut emitter = html5gum::emitters::callback::CallbackEmitter::new(
            |event: html5gum::emitters::callback::CallbackEvent<'_>, _: html5gum::Span<()>| match event {
                html5gum::emitters::callback::CallbackEvent::String { value } => Some(String::from_utf8_lossy(value).into_owned()),
                _ => None,
            },
        );
        emitter.naively_switch_states(true);
        let expected: String = html5gum::Tokenizer::new_with_emitter(&source, emitter).map(Result::unwrap).collect();
        // References mean nothing in scripts, which nobody reads here.
        prop_assume!(!source.contains("<script"));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn blocks_are_in_order_and_lead_back_into_the_source(source in "(<p>|</p>|<ul>|<li>|<table>|<td>|<tr>|</table>|<h1>|</h1>|<q>|</q>|<a href='#n'>|<a href=x>|</a>|<sup>|</sup>|<li id=n>|<figure>|<img alt='a b'>|<figcaption>|<br>|<div hidden>|</div>|<nav>|&nbsp;|&shy;|&pound;|é|word| |\n|<article>|<aside class=pullquote>){0,60}") {
        let options = ReadOptions { from: Some(&html::READER), ..Default::default() };
        let Ok(document) = read(source.as_bytes(), &options) else { return Ok(()) };
        let mut end = 0;
        for block in &document.blocks {
            prop_assert!(block.span.start >= end && !block.span.is_empty());
            end = block.span.end;
            let text = document.text(block.span);
            prop_assert!(!text.is_empty() && !text.contains('\n'));
            prop_assert!(document.source.get(document.source_span(block.span).range()).is_some_and(|text| !text.is_empty()));
        }
    }
}

#[test]
fn a_pull_quote_of_words_of_the_text_is_a_repeat_and_no_other_claim() {
    let text = "<article><h1>Fees</h1><aside class=pullquote>We were told to pay £900</aside><p>“We were told to pay £900 or leave,” said Ann Lee, a tenant, on Monday.</p></article>";
    let analysis = claimsheet::analyse(&page(text), &claimsheet::options::Options::default());
    assert_eq!(analysis.claims.len(), 1);
    assert_eq!((analysis.claims.first().unwrap().number, analysis.claims.first().unwrap().also.len()), (1, 1));
}

#[test]
fn an_author_of_whom_more_is_told_is_called_by_the_name() {
    let document = page(
        "<article><p>The quay was sold for <b>$4 million</b> in May.</p><section itemprop=author itemscope><h5 itemprop=name>Ruth Lund</h5><p>Ruth Lund is the author of <i>Piers</i>.</p></section></article>",
    );
    assert_eq!(document.meta.author.as_deref(), Some("Ruth Lund"));
}

#[test]
fn the_credit_of_a_picture_is_no_part_of_its_caption() {
    assert_eq!(
        words(
            "<figure><figcaption><span>The quay in May.</span><span class=credit itemprop=copyrightHolder>Ida Orr/Ansel News</span></figcaption></figure><p>The quay was sold.</p>"
        ),
        ["The quay in May.", "The quay was sold."]
    );
}

#[test]
fn a_break_before_a_number_begins_an_item() {
    assert_eq!(
        words("<p>The ports:<br>1. Lund <br/>2. Ansel<br>It is\n3 miles.</p>"),
        ["The ports:", "1. Lund", "2. Ansel It is 3 miles."]
    );
}
