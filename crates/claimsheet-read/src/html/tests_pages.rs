//! What pages, exports of editors and exports of newsletters hold.

use super::tests::{blocks, page, words};
use claimsheet::text::document::{BlockKind, LinkTarget};

#[test]
fn pictures_and_formulas_in_a_page_end_where_browsers_end_them() {
    for (source, shown) in [
        ("<p>One ferry.</p><svg><title/><path/></svg><p>Two ferries.</p><svg><title>x</title></svg><p>Three.</p>", 3),
        ("<p>One ferry.</p><svg><style/></svg><p>Two ferries.</p><p>Three.</p>", 3),
        ("<p>One ferry.</p><svg><script/><g></svg><p>Two ferries.</p><p>Three.</p>", 3),
        ("<p>One ferry.</p><math><annotation/><mi>x</mi></math><p>Two ferries.</p><p>Three.</p>", 3),
        ("<p>One ferry.</p><svg><path><p>Two ferries.</p><p>Three.</p>", 3),
        ("<p>One ferry.<svg><desc><p>a</p></desc></svg></p><p>Two ferries.</p><p>Three.</p>", 3),
        ("<p>One ferry.</p><svg><foreignObject><div>n</div></foreignObject></svg><p>Two.</p><p>Three.</p>", 3),
        ("<p>One ferry.</p><a><svg><title/></a><p>Two ferries.</p><p>Three.</p>", 3),
        ("<p>One ferry.</p><svg><![CDATA[<p>no</p>]]></svg><p>Two ferries.</p><p>Three.</p>", 3),
        ("<p>One ferry.</p><title/>Two</title><p>Three.</p>", 2),
    ] {
        assert_eq!(words(source).len(), shown, "{source}: {:?}", words(source));
    }
}

#[test]
fn a_sentence_is_never_left_out_for_a_word_in_its_class() {
    for name in ["gdpr-par", "social-text", "menu_item", "story-newsletter", "tags", "sponsored"] {
        let body = format!(
            "<main><h1>Tolls</h1><p class=\"{name}\">The board raised the toll to £9 in May.</p><p id=\"{name}\">It was £7 in the year before.</p><div class=\"{name}\">Sign up</div></main>"
        );
        assert_eq!(
            words(&body),
            ["Tolls", "The board raised the toll to £9 in May.", "It was £7 in the year before."],
            "{name}"
        );
    }
}

#[test]
fn a_word_in_a_class_that_takes_half_of_the_text_means_something_else() {
    let part = "<div class=\"ad-block\"><span>The quay was sold for nine million pounds in May</span></div>";
    assert_eq!(words(&format!("<main><h1>Quay</h1>{}<p>It closed.</p></main>", part.repeat(4))).len(), 6);
    assert_eq!(words(&format!("<main><h1>Quay</h1>{part}<p>{}</p></main>", "It was sold again. ".repeat(9))).len(), 2);
}

#[test]
fn all_bodies_of_one_article_are_read_and_those_of_others_are_not() {
    let body = |text: &str| format!("<div itemprop=articleBody><p>{text}</p></div>");
    let first = body("The ferry was late on nine days in May, and the board met twice about it in the town hall.");
    let second = body("The board fined the company £4,000 in June, and the company paid in July.");
    let source = format!(
        "<article><h1>Late ferry</h1>{first}<div class=unit>Buy a boat.</div>{second}</article><article><h2>Other</h2>{}</article>",
        body("Another story of few words.")
    );
    let read = words(&source);
    assert_eq!(read.len(), 3, "{read:?}");
    assert!(read.last().is_some_and(|last| last.contains("£4,000")));
}

#[test]
fn prose_between_headline_and_body_is_read() {
    let text = "The yard built nine ferries in 2019. It had 400 men. ".repeat(9);
    let source = format!(
        "<main><header><h1>The yard closes</h1><p class=css-x1>Its owner told 400 men on Monday that they may go.</p><p>Share this</p></header><section><p>The yard in Lund closed after 90 years.</p></section><section><div><p>{text}</p><p>{text}</p></div></section></main>"
    );
    let read = words(&source);
    assert_eq!(read.len(), 5, "{read:?}");
    assert!(!read.contains(&"Share this".to_owned()));
}

#[test]
fn data_hidden_from_old_browsers_is_read() {
    for (open, close) in [("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<!--", "-->"), ("", "")] {
        let source = format!(
            "<script type='application/ld+json'>{open}{{\"@type\":\"Article\",\"author\":\"Ann Lee\",\"datePublished\":\"2026-03-05\"}}{close}</script><p>The quay was sold.</p>"
        );
        let meta = page(&source).meta;
        assert_eq!(meta.author.as_deref(), Some("Ann Lee"), "{open}");
        assert_eq!(meta.published.map(|day| day.to_string()).as_deref(), Some("2026-03-05"), "{open}");
    }
}

#[test]
fn front_matter_before_html_is_that_of_markdown() {
    let document = page("---\ntitle: Tolls rise\nauthor: Ann Lee\ndate: 2026-03-05\n---\n<p>The toll is £9.</p>");
    assert_eq!(blocks(&document), [(BlockKind::Paragraph, "The toll is £9.")]);
    assert_eq!(
        (document.meta.title.as_deref(), document.meta.author.as_deref()),
        (Some("Tolls rise"), Some("Ann Lee"))
    );
    assert_eq!(document.source_span(document.blocks[0].span).of(&document.source), "The toll is £9.");
}

#[test]
fn raised_text_never_joins_a_number() {
    assert_eq!(
        words(
            "<p>It has 2.1 × 10<sup>9</sup> cells in 4 km<sup>2</sup>, 300<sup>2</sup> of them by 1987<sup>11</sup>.</p>"
        ),
        ["It has 2.1 × 10⁹ cells in 4 km², 300 of them by 1987."]
    );
    assert_eq!(
        words(
            "<p>On the 21<sup>st</sup> some 9<sup><a href='#x'>4</a></sup> ships paid 2<sup>1</sup>/<sub>4</sub> percent.</p>"
        ),
        ["On the 21st some 9 ships paid 2 1/4 percent."]
    );
    assert_eq!(words("<p>About <sup>3</sup>⁄<sub>4</sub> of them.</p>"), ["About 3⁄4 of them."]);
    let document = page("<p>Some 300<sup>2</sup> ships.</p>");
    let note = LinkTarget::Footnote { label: "2".to_owned(), text: String::new() };
    assert_eq!(document.links.iter().map(|link| &link.target).collect::<Vec<_>>(), [&note]);
}

#[test]
fn comments_of_google_docs_stand_at_their_words_and_notes_below() {
    let document = page(
        "<body class=doc-content><p class='c1 title'><span>Tolls rise</span></p><p>The toll is £9<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup><sup><a href='#ftnt1' id=ftnt_ref1>[1]</a></sup> by <a href='https://www.google.com/url?q=https://a.example/t%3Fx%3D1&amp;sa=D'>the list</a>.</p><hr><div><p><a href='#ftnt_ref1' id=ftnt1>[1]</a> Board paper 9.</p></div><div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a>Since when?</p></div>",
    );
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Title, "Tolls rise"),
            (BlockKind::Paragraph, "The toll is £9 by the list."),
            (BlockKind::Footnote, "Board paper 9.")
        ]
    );
    let targets: Vec<&LinkTarget> = document.links.iter().map(|link| &link.target).collect();
    assert_eq!(
        targets,
        [
            &LinkTarget::Comment { author: String::new(), text: "Since when?".to_owned() },
            &LinkTarget::Footnote { label: "1".to_owned(), text: "Board paper 9.".to_owned() },
            &LinkTarget::Url("https://a.example/t?x=1".to_owned())
        ]
    );
}

#[test]
fn the_furniture_of_newsletters_is_left_out_and_said() {
    let document = page(
        "<p>The quay was sold.</p><p class=button-wrapper><a href=x>Leave a comment here</a></p><div class=digest-post-embed><p>My piece of May on the quay is here, at length.</p></div><p>The price was £9.</p><footer><p>By <a class=p-author href=y>Ann Lee</a> on May 4, 2026.</p></footer>",
    );
    assert_eq!(blocks(&document).len(), 2, "{:?}", blocks(&document));
    assert!(
        document.warnings.iter().any(|warning| warning.contains("related links (11)") && warning.contains("forms (4)"))
    );
}

#[test]
fn the_captions_of_a_long_gallery_are_folded_and_told() {
    let slide = |at: usize| {
        format!("<li><h2><span>{at}/9</span> A boat</h2><p>A boat of the yard lay at the quay in May.</p></li>")
    };
    let slides: String = (1..=9).map(slide).collect();
    let text = "<p>The yard built nine ferries in 2019, and sold them all in May of the year.</p>".repeat(12);
    let document = page(&format!("<article><h1>Yard</h1>{text}<ul>{slides}</ul></article>"));
    assert_eq!(document.blocks.len(), 13);
    assert!(document.left_out.iter().any(|left| left.kind == "captions of a gallery"), "{:?}", document.left_out);
    let essay = page(&format!("<article><h1>Yard</h1><ul>{slides}</ul></article>"));
    assert!(essay.blocks.len() > 9);
}
