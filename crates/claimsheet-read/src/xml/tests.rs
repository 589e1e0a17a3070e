#![allow(clippy::unwrap_used)]

use crate::{ReadError, ReadOptions, read_all, sniff};
use claimsheet::text::document::{BlockKind, Document, Positions};

fn all(xml: &str) -> Vec<Document> {
    read_all(xml.as_bytes(), &ReadOptions::default()).unwrap()
}

fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.text(block.span))).collect()
}

fn words(document: &Document) -> Vec<&str> {
    blocks(document).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn xml_is_told_by_its_outermost_element() {
    for (xml, name) in [
        ("<?xml version='1.0'?><!DOCTYPE nitf SYSTEM \"nitf.dtd\" [<!ENTITY a \"b\">]><!-- x --><nitf/>", "nitf"),
        ("<n:newsItem xmlns:n='x'/>", "newsml"),
        ("<newsMessage/>", "newsml"),
        ("<rss version='2.0'/>", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "feed"),
        ("<?xml version='1.0'?><html/>", "html"),
        ("<?xml version='1.0'?><project/>", "xml"),
        ("<project/>", "text"),
    ] {
        assert_eq!(
            sniff::reader_of(xml.as_bytes(), &ReadOptions { name: Some("a.txt"), ..Default::default() }).name,
            name,
            "{xml}"
        );
    }
    let error = read_all(b"<?xml version='1.0'?><project/>", &ReadOptions::default()).unwrap_err();
    assert!(error.to_string().contains("NITF, NewsML-G2, RSS, Atom"), "{error}");
}

#[test]
fn nitf_leads_back_to_its_bytes() {
    let document = all(
        "<?xml version='1.0'?>\n<nitf><head><docdata><date.issue norm='20260303T100000Z'/></docdata></head><body><body.head><hedline><hl1>Tolls &amp; locks</hl1><hl2>A deck.</hl2></hedline><byline>By <person>Ann Lee</person></byline><dateline>HARROW</dateline></body.head><body.content><block><p>Paid <money>&#163;3</money> <![CDATA[<&> ]]>twice.</p><hl2>Sub</hl2><media><media-reference source='x'>x</media-reference><media-caption>A quay.</media-caption></media></block></body.content><body.end><tagline>Bo helped.</tagline></body.end></body></nitf>",
    );
    let document = document.first().unwrap();
    assert_eq!(
        blocks(document),
        [
            (BlockKind::Title, "Tolls & locks"),
            (BlockKind::Paragraph, "A deck."),
            (BlockKind::Paragraph, "Paid £3 <&> twice."),
            (BlockKind::Heading(2), "Sub"),
            (BlockKind::Caption, "A quay."),
            (BlockKind::Paragraph, "Bo helped."),
        ]
    );
    assert_eq!(document.positions, Positions::Bytes);
    let title = document.blocks.first().unwrap();
    assert_eq!(document.source_span(title.span).of(&document.source), "Tolls &amp; locks");
    assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
    assert_eq!(document.meta.published.unwrap().to_string(), "2026-03-03");
}

fn item(guid: &str, content: &str) -> String {
    format!(
        "<newsItem guid='{guid}'><itemMeta><versionCreated>2026-03-03T10:00:00Z</versionCreated></itemMeta><contentMeta><by>By Ann Lee</by><headline>H {guid}</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"
    )
}

#[test]
fn fractions_of_nitf_have_their_line_and_stand_apart_from_whole_numbers() {
    let fraction = |line: &str| format!("<frac><frac-num>1</frac-num>{line}<frac-denom>2</frac-denom></frac>");
    for line in ["", "<frac-sep>/</frac-sep>", "<frac-sep>\u{2044}</frac-sep>"] {
        let source = format!(
            "<nitf><body><body.content><p>Up 3{} points, {} down.</p></body.content></body></nitf>",
            fraction(line),
            fraction(line)
        );
        let documents = read_all(source.as_bytes(), &ReadOptions::default()).unwrap();
        let document = documents.first().unwrap();
        let words = document.text(document.blocks.first().unwrap().span).replace('\u{2044}', "/");
        assert_eq!(words, "Up 3 1/2 points, 1/2 down.", "{line}");
    }
}

#[test]
fn a_news_item_has_its_text_as_xhtml_nitf_or_characters() {
    for content in [
        "<inlineXML contenttype='application/xhtml+xml'><html><head><title>x</title></head><body><p>One &amp; two.</p></body></html></inlineXML>",
        "<inlineXML contenttype='application/nitf+xml'><nitf><body><body.head><hedline><hl1>H a</hl1></hedline></body.head><body.content><p>One &amp; two.</p></body.content></body></nitf></inlineXML>",
        "<inlineData contenttype='text/html'>&lt;h1&gt;H a&lt;/h1&gt;&lt;p&gt;One &amp;amp; two.&lt;/p&gt;</inlineData>",
        "<inlineData contenttype='text/plain'>H a\n\nOne &amp; two.</inlineData>",
    ] {
        let documents = all(&item("a", content));
        let document = documents.first().unwrap();
        assert_eq!(words(document), ["H a", "One & two."], "{content}");
        assert_eq!(document.meta.title.as_deref(), Some("H a"));
        assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
    }
}

#[test]
fn several_news_items_give_a_document_each_and_those_without_text_are_said() {
    let inline = "<inlineXML><html><body><p>Text of it.</p></body></html></inlineXML>";
    let documents = all(&format!(
        "<newsMessage><itemSet>{}{}{}</itemSet></newsMessage>",
        item("urn:a", inline),
        item("urn:b", "<remoteContent/>"),
        item("urn:c", inline)
    ));
    assert_eq!(
        documents.iter().filter_map(|document| document.part.as_deref()).collect::<Vec<_>>(),
        ["urn-a", "urn-c"]
    );
    assert_eq!(words(documents.last().unwrap()), ["H urn:c", "Text of it."]);
    assert_eq!(documents.first().unwrap().warnings, ["these of the file hold no text and give no sheet: urn-b"]);
}

#[test]
fn entities_that_a_file_declares_are_not_expanded() {
    let bomb = "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]><nitf><body><body.content><p>Says &b; and &f;.</p></body.content></body></nitf>";
    assert_eq!(words(all(bomb).first().unwrap()), ["Says &b; and &f;."]);
}

#[test]
fn broken_xml_is_refused_with_its_line() {
    let error = read_all(b"<nitf>\n<body>\n</nitf>", &ReadOptions::default()).unwrap_err();
    assert!(matches!(error, ReadError::Malformed { language: "XML", line: 3, .. }), "{error}");
    let deep = format!("<nitf>{}", "<block>".repeat(100_000));
    assert!(read_all(deep.as_bytes(), &ReadOptions::default()).is_err());
}

#[test]
fn the_entries_of_a_feed_give_a_document_each() {
    let rss = all(
        "<rss version='2.0'><channel><title>Ledger</title><item><title>One &amp;amp; all</title><dc:creator>Ann Lee</dc:creator><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Full &amp; long.</p>]]></content:encoded></item><item><title>Two</title><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item></channel></rss>",
    );
    assert_eq!(
        rss.iter().map(words).collect::<Vec<_>>(),
        [vec!["One & all", "Full & long."], vec!["Two", "Only this."]]
    );
    let first = rss.first().unwrap();
    assert_eq!((first.part.as_deref(), first.meta.author.as_deref()), (Some("one-amp-all"), Some("Ann Lee")));
    assert_eq!(first.meta.published.unwrap().to_string(), "2026-03-03");
    let atom = all(
        "<feed><entry><title>T</title><author><name>Bo</name></author><updated>2026-03-03T10:00:00Z</updated><content type='xhtml'><div><p>In <b>it</b>.</p><p>More.</p></div></content></entry></feed>",
    );
    assert_eq!(words(atom.first().unwrap()), ["T", "In it.", "More."]);
}

const EXPORT: &str = "<rss xmlns:wp='w'><channel><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>alee9</wp:author_login><wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>
<item><title>Tolls rise</title><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><dc:creator>alee9</dc:creator><content:encoded><![CDATA[The toll is £9.

It was £7<sup data-fn='n1' class='fn'><a href='#n1' id='n1-link'>1</a></sup> in May.

[caption id='attachment_4' width='604']<img src='a.jpg' /> The quay in May[/caption]

[gallery ids='7,9']
<!--more-->
The end.]]></content:encoded><excerpt:encoded>In short.</excerpt:encoded><wp:post_date>2026-03-05 10:00:00</wp:post_date><wp:status>draft</wp:status><wp:post_type>post</wp:post_type><wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{\"content\":\"Board paper 9\",\"id\":\"n1\"}]]]></wp:meta_value></wp:postmeta></item>
<item><title>IMG_9</title><content:encoded>x</content:encoded><wp:post_type>attachment</wp:post_type></item>
<item><title>About</title><content:encoded>We are a paper.</content:encoded><wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item></channel></rss>";

#[test]
fn an_export_of_wordpress_gives_its_posts_and_pages() {
    let documents = all(EXPORT);
    assert_eq!(documents.len(), 2);
    let post = documents.first().unwrap();
    assert_eq!(
        words(post),
        [
            "Tolls rise",
            "In short.",
            "The toll is £9.",
            "It was £7 in May.",
            "The quay in May",
            "The end.",
            "Board paper 9"
        ]
    );
    assert_eq!(post.meta.author.as_deref(), Some("Ann Lee"));
    assert_eq!(post.meta.published.map(|day| day.to_string()).as_deref(), Some("2026-03-05"));
    let told = post.warnings.join(" ");
    assert!(told.contains("\"draft\"") && told.contains("attachment (1)"), "{told}");
}

#[test]
fn an_export_of_blogger_gives_its_posts() {
    let entry = |kind: &str, more: &str| {
        format!(
            "<entry><category scheme='s#kind' term='http://schemas.google.com/blogger/2008/kind#{kind}'/><title>{kind}</title><published>2026-03-05T10:00:00Z</published><content type='html'>The toll is £9.&lt;br /&gt;&lt;br /&gt;It was £7.</content><author><name>Ann Lee</name></author>{more}</entry>"
        )
    };
    let feed = format!(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='t'>{}{}{}{}</feed>",
        entry("template", ""),
        entry("settings", ""),
        entry("post", ""),
        entry("comment", "<thr:in-reply-to ref='3'/>")
    );
    let documents = all(&feed);
    assert_eq!(documents.len(), 1);
    assert_eq!(words(documents.first().unwrap()), ["post", "The toll is £9.", "It was £7."]);
    let plain = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title><content type='html'>One.</content></entry></feed>";
    assert_eq!(all(plain).len(), 1);
}

#[test]
fn xml_of_other_kinds_is_refused_with_what_to_do() {
    for (xml, told) in [
        (
            "<!DOCTYPE article PUBLIC '-//NLM//DTD JATS v1.2//EN' 'JATS.dtd'><article><body><p>x</p></body></article>",
            "JATS",
        ),
        ("<?xml version='1.0'?><article><body/></article>", "JATS"),
        ("<?xml version='1.0'?><?aid style='50'?><Document><Story/></Document>", "InCopy"),
        ("<?xml version='1.0'?><TEI/>", "TEI"),
        ("<?xml version='1.0'?><!DOCTYPE en-note SYSTEM 'x.dtd'><en-note><div>x</div></en-note>", "Evernote"),
        ("<?xml version='1.0'?><Document/>", "no shape"),
    ] {
        let error = read_all(xml.as_bytes(), &ReadOptions::default()).unwrap_err().to_string();
        assert!(error.contains(told), "{xml}: {error}");
    }
}

#[test]
fn the_encoding_that_a_file_declares_is_its_own() {
    for (label, word) in [("ISO-8859-2", b"Zdzis\xB3aw".as_slice()), ("windows-1250", b"Zdzis\xB3aw".as_slice())] {
        let mut bytes = format!("<?xml version='1.0' encoding='{label}'?><nitf><body><body.content><p>").into_bytes();
        bytes.extend(word);
        bytes.extend(b" paid 9 pounds.</p></body.content></body></nitf>");
        let documents = read_all(&bytes, &ReadOptions::default()).unwrap();
        let document = documents.first().unwrap();
        assert_eq!(words(document), ["Zdzisław paid 9 pounds."], "{label}");
        assert!(document.warnings.is_empty(), "{:?}", document.warnings);
    }
}
