#![allow(clippy::unwrap_used)]

use crate::{ReadError, ReadOptions, read_all, sniff};
use claimsheet::text::document::{BlockKind, Document, LinkTarget, Positions};

fn all(json: &str) -> Vec<Document> {
    read_all(json.as_bytes(), &ReadOptions::default()).unwrap()
}

fn one(json: &str) -> Document {
    let mut documents = all(json);
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.text(block.span))).collect()
}

fn words(document: &Document) -> Vec<&str> {
    blocks(document).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn json_is_told_by_its_shape_whatever_its_name() {
    for (json, name) in [
        (r#"{"title":{"rendered":"T"},"content":{"rendered":"<p>x</p>"}}"#, "wordpress"),
        (r#"[{"id":1,"modified_gmt":"x","content":{"raw":"x"}}]"#, "wordpress"),
        (r#"{"guid":"u","headline":"H","body_html":"<p>x</p>"}"#, "ninjs"),
        (r#"{"uri":"u","bodies":[{"value":"x"}]}"#, "ninjs"),
        (r#"{"_items":[{"headline":"H","body_text":"x"}]}"#, "ninjs"),
        (r#"{"type":"story","content_elements":[]}"#, "ans"),
        (r#"{"posts":[{"title":"T"}]}"#, "ghost"),
        (r#"{"title":"T","slug":"t","html":"<p>x</p>"}"#, "ghost"),
        (r#"{"db":[{"data":{"posts":[]}}]}"#, "ghost"),
        (r#"{"a":1}"#, "json"),
        (r#" [ {"a":1} ]"#, "json"),
    ] {
        assert_eq!(
            sniff::reader_of(json.as_bytes(), &ReadOptions { name: Some("draft.txt"), ..Default::default() }).name,
            name,
            "{json}"
        );
    }
    for text in ["[a link](https://a.example)", "{ not json", "{\"title\": \"front matter\"}\n\n# Text", "[1, 2]"] {
        assert!(
            !["json", "wordpress", "ghost"].contains(
                &sniff::reader_of(text.as_bytes(), &ReadOptions { name: Some("a.md"), ..Default::default() }).name
            ),
            "{text}"
        );
    }
}

#[test]
fn json_of_no_known_shape_is_refused_with_the_shapes_that_are_known() {
    let error = read_all(br#"{"name":"claimsheet"}"#, &ReadOptions::default()).unwrap_err();
    assert!(error.to_string().contains("WordPress REST posts, ninjs 1 and 2, Arc ANS, Ghost posts"), "{error}");
    let options = ReadOptions { name: Some("a.json"), ..Default::default() };
    let error = read_all(b"{\n\"a\":\n", &options).unwrap_err();
    assert!(matches!(error, ReadError::Malformed { language: "JSON", line: 3, .. }), "{error}");
}

#[test]
fn positions_are_paragraphs_of_the_text_taken_out() {
    let document = one(r#"{"title":"A &amp; B","slug":"s","html":"<p>One.</p><p>T&#119;o.</p>"}"#);
    assert_eq!(document.positions, Positions::Paragraphs);
    assert_eq!(document.source.lines().collect::<Vec<_>>(), ["A &amp; B", "One.", "Two."]);
    let last = document.blocks.last().unwrap();
    assert_eq!(document.source_span(last.span).of(&document.source), "Two.");
}

#[test]
fn wordpress_gives_what_the_author_wrote_before_what_readers_see() {
    let document = one(
        r##"{"slug":"s","date":"2026-03-03T10:00:00","title":{"raw":"T & U","rendered":"T &#038; U"},"excerpt":{"raw":"A deck.","rendered":"<p>A deck.</p>"},
        "content":{"raw":"<!-- wp:paragraph -->\n<p>They paid “it [sic]” twice.<sup data-fn=\"f1\" class=\"fn\"><a href=\"#f1\" id=\"f1-link\">1</a></sup></p>\n<!-- /wp:paragraph -->\n<!-- wp:shortcode -->\n[gallery ids=\"1,2\"]\n<!-- /wp:shortcode -->\n[caption id=\"a\" width=\"3\"]<img src=\"x\" alt=\"A long quay\"> The quay in May[/caption]\n[embed]https://v.example/1[/embed]","rendered":"<p>They paid.</p><div>Share 12</div>"},
        "meta":{"footnotes":"[{\"content\":\"As of <b>May</b>.\",\"id\":\"f1\"}]"},"_embedded":{"author":[{"name":"Ann Lee"}]}}"##,
    );
    assert_eq!(words(&document), ["T & U", "A deck.", "They paid “it [sic]” twice.", "The quay in May", "As of May."]);
    assert_eq!(blocks(&document).last().unwrap().0, BlockKind::Footnote);
    let note = LinkTarget::Footnote { label: "1".to_owned(), text: "As of May.".to_owned() };
    assert_eq!(document.links.first().unwrap().target, note);
    assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
    assert_eq!(document.meta.published.unwrap().to_string(), "2026-03-03");
}

#[test]
fn an_excerpt_that_wordpress_cut_from_the_text_is_not_read_twice() {
    let post = |excerpt: &str| {
        format!(
            r#"{{"title":{{"rendered":"T"}},"content":{{"rendered":"<p>The board met on Monday for two hours.</p>"}},"excerpt":{{"rendered":"{excerpt}"}}}}"#
        )
    };
    assert_eq!(words(&one(&post("<p>The board met on Monday [&hellip;]</p>"))).len(), 2);
    assert_eq!(words(&one(&post("<p>What the board hid.</p>")))[1], "What the board hid.");
}

#[test]
fn the_old_editor_of_wordpress_divides_paragraphs_by_empty_lines() {
    let document = one(r#"{"title":{"raw":"T"},"content":{"raw":"One line\r\nanother.\r\n\r\nTwo."}}"#);
    assert_eq!(words(&document), ["T", "One line another.", "Two."]);
}

#[test]
fn a_list_of_posts_gives_a_document_each_with_names_of_their_own() {
    let documents = all(
        r#"{"posts":[{"title":"A","slug":"same","html":"<p>1 x</p>"},{"title":"B","slug":"same","html":"<p>2 x</p>"},{"slug":"empty"},{"title":"C","slug":"ü/../c","html":"<p>3 x</p>"}]}"#,
    );
    let parts: Vec<&str> = documents.iter().filter_map(|document| document.part.as_deref()).collect();
    assert_eq!(parts, ["same", "same--2", "c"]);
    assert_eq!(documents.first().unwrap().warnings, ["these of the file hold no text and give no sheet: empty"]);
    assert_eq!(one(r#"{"posts":[{"title":"A","slug":"a","html":"<p>1 x</p>"}]}"#).part, None);
}

#[test]
fn ninjs_of_either_version_gives_headline_byline_text_and_captions() {
    let first = one(
        r#"{"guid":"g","headline":"H","byline":"By Ann Lee","versioncreated":"2026-03-03T10:00:00+0000","body_text":"One.\n\nTwo.","associations":{"featuremedia":{"type":"picture","description_text":"A quay."}}}"#,
    );
    assert_eq!(words(&first), ["H", "One.", "Two.", "A quay."]);
    let second = one(
        r#"{"uri":"g","versioncreated":"2026-03-03T10:00:00Z","by":"Ann Lee","headlines":[{"role":"short","value":"S"},{"role":"main","value":"H"}],"bodies":[{"contenttype":"text/plain","value":"x"},{"contenttype":"text/html","value":"<p>One.</p><p>Two.</p>"}],"associations":[{"name":"lead","type":"picture","descriptions":[{"role":"caption","value":"A quay."}]}]}"#,
    );
    assert_eq!(words(&second), words(&first));
    assert_eq!(second.meta, first.meta);
    assert_eq!(first.meta.author.as_deref(), Some("Ann Lee"));
}

#[test]
fn the_elements_of_ans_become_blocks_and_unknown_ones_are_said() {
    let story = r#"{"type":"story","headlines":{"basic":"H"},"subheadlines":{"basic":"D"},"credits":{"by":[{"first_name":"Ann","last_name":"Lee"}]},"display_date":"2026-03-03T10:00:00Z",
        "promo_items":{"basic":{"type":"image","caption":"Lead."}},
        "content_elements":[{"type":"text","content":"One <a href=\"https://a.example\">link</a>."},{"type":"header","level":3,"content":"Sub"},
        {"type":"quote","content_elements":[{"type":"text","content":"Said."}],"citation":{"type":"text","content":"Bo"}},
        {"type":"list","items":[{"type":"text","content":"a"},{"type":"list","items":[{"type":"text","content":"b"}]}]},
        {"type":"table","header":[{"content":"Y"}],"rows":[[{"content":"3"}]]},{"type":"interstitial_link","content":"Read this"},{"type":"oembed_response"},{"type":"raw_html","content":"<p>Raw.</p>"}]}"#;
    let document = one(story);
    assert_eq!(words(&document), ["H", "D", "Lead.", "One link.", "Sub", "Said.", "Bo", "a", "b", "Y", "3", "Raw."]);
    assert_eq!(
        document.warnings,
        ["elements of the type oembed_response: left out, as it holds no text that can be read here"]
    );
    assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
    let results = all(&format!(r#"{{"type":"results","content_elements":[{story},{story}]}}"#));
    assert_eq!(results.len(), 2);
}

#[test]
fn ghost_gives_the_same_words_from_html_lexical_and_mobiledoc() {
    let html = one(
        r#"{"title":"T","slug":"s","html":"<p>Paid <a href=\"https://a.example\">3 &lt; 4</a>.</p><h2>Sub</h2><ul><li>item one</li></ul><figcaption>Three boats</figcaption>"}"#,
    );
    let lexical = serde_json::json!({"root": {"type": "root", "children": [
        {"type": "paragraph", "children": [{"type": "extended-text", "text": "Paid "}, {"type": "link", "url": "https://a.example", "children": [{"type": "text", "text": "3 < 4"}]}, {"type": "text", "text": "."}]},
        {"type": "extended-heading", "tag": "h2", "children": [{"type": "text", "text": "Sub"}]},
        {"type": "list", "children": [{"type": "listitem", "children": [{"type": "text", "text": "item one"}]}]},
        {"type": "image", "caption": "Three boats"}]}});
    let mobiledoc = serde_json::json!({"version": "0.3.1", "markups": [["a", ["href", "https://a.example"]]], "atoms": [],
        "cards": [["image", {"caption": "Three boats"}]],
        "sections": [[1, "p", [[0, [], 0, "Paid "], [0, [0], 1, "3 < 4"], [0, [], 0, "."]]], [1, "h2", [[0, [], 0, "Sub"]]], [3, "ul", [[[0, [], 0, "item one"]]]], [10, 0]]});
    for (name, inner) in [("lexical", lexical), ("mobiledoc", mobiledoc)] {
        let post = serde_json::json!({"title": "T", "slug": "s", name: inner.to_string()});
        let document = one(&post.to_string());
        assert_eq!((blocks(&document), &document.links), (blocks(&html), &html.links), "{name}");
    }
}

#[test]
fn posts_of_others_have_their_text_in_a_body_and_those_without_say_so() {
    for post in [
        r#"{"posts":[{"title":"Tolls","slug":"t","body":"<p>The toll is £9.</p>","author":{"name":"Ann Lee"},"publishedOn":"2026-03-05"}]}"#,
        r#"{"posts":[{"title":"Tolls","slug":"t","content":"The toll is **£9**.","author":"Ann Lee","publishedAt":"2026-03-05T10:00:00Z"}]}"#,
    ] {
        let document = one(post);
        assert_eq!(words(&document).last().map(|text| text.trim_end_matches('.')), Some("The toll is £9"), "{post}");
        assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
        assert_eq!(document.meta.published.map(|day| day.to_string()).as_deref(), Some("2026-03-05"));
    }
    let bare = one(r#"{"posts":[{"title":"Tolls","slug":"t"}]}"#);
    assert!(bare.warnings.iter().any(|warning| warning.contains("no text")), "{:?}", bare.warnings);
}

#[test]
fn each_item_of_a_json_feed_is_an_article() {
    let feed = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Quay","items":[{"id":"1","title":"Tolls rise","content_html":"<p>The toll is £9.</p>","date_published":"2026-03-05T10:00:00Z","authors":[{"name":"Ann Lee"}]},{"id":"2","title":"Quay sold","content_text":"It cost £9 million.\n\nNobody bid less."}]}"#;
    let documents = crate::read_all(feed.as_bytes(), &crate::ReadOptions::default()).unwrap();
    let told: Vec<_> = documents
        .iter()
        .map(|document| (document.meta.title.as_deref(), document.meta.author.as_deref(), document.blocks.len()))
        .collect();
    assert_eq!(told, [(Some("Tolls rise"), Some("Ann Lee"), 2), (Some("Quay sold"), None, 3)]);
}

#[test]
fn the_export_of_a_ghost_site_names_writers_apart_and_cards_are_told() {
    let state = r#"{"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"extended-text","text":"The toll is £9."}]},{"type":"bookmark","metadata":{"title":"Older story","description":"On tolls"}},{"type":"button","buttonText":"Subscribe now"}]}}"#;
    let site = serde_json::json!({"db": [{"data": {
        "posts": [{"id": "p", "title": "Tolls rise", "lexical": state, "status": "draft"}],
        "users": [{"id": "a", "name": "Ann Lee"}, {"id": "b", "name": "Bo Orr"}],
        "posts_authors": [{"post_id": "p", "author_id": "b", "sort_order": 1}, {"post_id": "p", "author_id": "a", "sort_order": 0}],
    }}]});
    let document = crate::read(site.to_string().as_bytes(), &crate::ReadOptions::default()).unwrap();
    assert_eq!(document.meta.author.as_deref(), Some("Ann Lee, Bo Orr"));
    let left: Vec<_> = document.left_out.iter().map(|left| (left.kind.as_str(), left.words)).collect();
    assert_eq!(left, [("related links", 4), ("sign-up boxes", 2)]);
    assert!(document.warnings.iter().any(|warning| warning.contains("draft")), "{:?}", document.warnings);
}
