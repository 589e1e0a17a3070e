#![allow(clippy::unwrap_used)]

use crate::package::{PackageError, pack};
use crate::{Limits, ReadError, ReadOptions, read};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};

const CONTAINER: (&str, &str) = (
    "META-INF/container.xml",
    "<container><rootfiles><rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
);

/// A book with these lines of metadata and these parts, which are read in their order.
fn book(meta: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let item = |(name, _): &(&str, &str)| {
        let properties = if name.starts_with("nav") { " properties='nav'" } else { "" };
        format!("<item id='{name}' href='{name}' media-type='application/xhtml+xml'{properties}/>")
    };
    let reference = |(name, _): &(&str, &str)| {
        let linear = if name.starts_with("aside") { " linear='no'" } else { "" };
        format!("<itemref idref='{name}'{linear}/>")
    };
    let items = parts.iter().map(item).collect::<String>();
    let spine = parts.iter().map(reference).collect::<String>();
    let opf = format!(
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:opf='http://www.idpf.org/2007/opf'>{meta}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    );
    let chapter = |body: &str| {
        format!(
            "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><head><title/></head>{body}</html>"
        )
    };
    let mut all = vec![
        ("mimetype".to_owned(), "application/epub+zip".to_owned()),
        (CONTAINER.0.to_owned(), CONTAINER.1.to_owned()),
        ("OEBPS/book.opf".to_owned(), opf),
    ];
    all.extend(parts.iter().map(|(name, body)| (format!("OEBPS/{}", name.replace("%20", " ")), chapter(body))));
    pack(all.iter().map(|(name, text)| (name.as_str(), text.as_bytes()))).unwrap()
}

fn of(bytes: &[u8]) -> Document {
    read(bytes, &ReadOptions::default()).unwrap()
}

fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.text(block.span))).collect()
}

const META: &str = "<dc:title>The night ferry</dc:title><dc:creator opf:role='aut'>Orla Fenwick</dc:creator><dc:creator opf:role='bkp'>A program</dc:creator><dc:date opf:event='modification'>2026-05-01</dc:date><dc:date opf:event='publication'>2026-05-18</dc:date>";

#[test]
fn chapters_are_one_article_with_what_the_book_says_of_itself() {
    let document = of(&book(
        META,
        &[
            ("nav.xhtml", "<body><nav><ol><li>Contents</li></ol></nav></body>"),
            (
                "cover.xhtml",
                "<body epub:type='cover'><section epub:type='titlepage'><h1>The night ferry</h1></section></body>",
            ),
            ("a%20b.xhtml", "<body><h1>Who used it</h1><p>It carried&nbsp;22,630 people.</p></body>"),
            ("c.xhtml", "<body><h1>Who pays</h1><a id='page2'/><p>It cost <i/>£4.3 million.</p></body>"),
            ("aside.xhtml", "<body><p>Answers.</p></body>"),
        ],
    ));
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Title, "The night ferry"),
            (BlockKind::Heading(1), "Who used it"),
            (BlockKind::Paragraph, "It carried\u{a0}22,630 people."),
            (BlockKind::Heading(1), "Who pays"),
            (BlockKind::Paragraph, "It cost £4.3 million."),
        ]
    );
    assert_eq!(document.format, "epub");
    assert_eq!(document.meta.title.as_deref(), Some("The night ferry"));
    assert_eq!(document.meta.author.as_deref(), Some("Orla Fenwick"));
    assert_eq!(document.meta.published.unwrap().to_string(), "2026-05-18");
    assert_eq!(
        document.warnings,
        ["its 3 chapters were read as one article", "outside the reading order, and not read: OEBPS/aside.xhtml"]
    );
}

#[test]
fn a_title_in_the_text_stands_once_and_one_that_nobody_gave_is_none() {
    let body = "<body><h1>The Night Ferry</h1><p>Text of it.</p></body>";
    for title in ["The night ferry", "Unknown"] {
        let document = of(&book(&format!("<dc:title>{title}</dc:title>"), &[("a.xhtml", body)]));
        assert_eq!(
            blocks(&document),
            [(BlockKind::Title, "The Night Ferry"), (BlockKind::Paragraph, "Text of it.")],
            "{title}"
        );
    }
}

#[test]
fn the_day_on_which_the_file_was_made_is_not_the_day_of_publication() {
    let made = "<dc:date>2026-05-18T10:00:00Z</dc:date><meta property='dcterms:modified'>2026-05-18T10:00:00Z</meta>";
    let body = "<body><p>Text of it.</p></body>";
    assert_eq!(of(&book(made, &[("a.xhtml", body)])).meta.published, None);
    let said = "<dc:date>2026-05-18</dc:date><meta property='dcterms:modified'>2026-05-16T10:00:00Z</meta>";
    assert_eq!(of(&book(said, &[("a.xhtml", body)])).meta.published.unwrap().to_string(), "2026-05-18");
}

#[test]
fn notes_are_found_in_their_own_chapter_and_in_another() {
    let document = of(&book(
        "",
        &[
            (
                "a.xhtml",
                "<body><p>It rose by 4%<a epub:type='noteref' href='#n1'>1</a>.</p><aside epub:type='footnote' id='n1'><p>Table 4.</p></aside></body>",
            ),
            ("b.xhtml", "<body><p>It fell by 5%<a epub:type='noteref' href='c.xhtml#n1'>1</a>.</p></body>"),
            ("c.xhtml", "<body><div id='n1'><p>Table 5.</p></div></body>"),
        ],
    ));
    let notes: Vec<&str> = document
        .links
        .iter()
        .filter_map(|link| match &link.target {
            LinkTarget::Footnote { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(notes, ["Table 4.", "Table 5."]);
}

#[test]
fn hostile_books_are_errors() {
    let error = |bytes: &[u8]| read(bytes, &ReadOptions::default()).unwrap_err();
    let whole = book(META, &[("a.xhtml", "<body><p>Text.</p></body>")]);
    for end in 4..whole.len() {
        let name = Some("a.epub");
        let cut = read(whole.get(..end).unwrap(), &ReadOptions { name, ..Default::default() }).unwrap_err();
        assert!(matches!(cut, ReadError::Package(PackageError::Damaged(_))), "{end}: {cut:?}");
    }
    let deep = book("", &[("a.xhtml", &format!("<body>{}", "<div>".repeat(100_000)))]);
    assert!(matches!(error(&deep), ReadError::TooDeep { limit: 512 }));
    let broken = book("", &[("a.xhtml", "<body><p>It <b>rose.</p><p>Then it fell.</p></body>")]);
    assert_eq!(blocks(&of(&broken)).len(), 2);
    let long = book("", &[("a.xhtml", &format!("<body><p>{}</p></body>", "Text and more. ".repeat(10_000)))]);
    let limits = Limits { bytes: 100_000, ..Limits::default() };
    let refused = read(&long, &ReadOptions { limits, ..Default::default() }).unwrap_err();
    assert_eq!(refused, ReadError::Package(PackageError::TooLarge(100_000)));
    let entities = "<body><p>It is &lol;&xxe; so.</p></body>";
    assert_eq!(blocks(&of(&book("", &[("a.xhtml", entities)]))), [(BlockKind::Paragraph, "It is &lol;&xxe; so.")]);
    assert!(matches!(error(&book("", &[])), ReadError::Package(PackageError::Missing(_))));
    let mut parts = vec![("mimetype", "application/epub+zip"), CONTAINER];
    assert!(matches!(error(&packed(&parts)), ReadError::Package(PackageError::Missing(_))));
    parts.push(("OEBPS/book.opf", "<!DOCTYPE p [<!ENTITY a 'b'>]><package>&a;</package>"));
    assert!(matches!(error(&packed(&parts)), ReadError::Package(PackageError::DocumentType(_))));
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    pack(parts.iter().map(|(name, text)| (*name, text.as_bytes()))).unwrap()
}

#[test]
fn a_book_that_is_locked_is_told_and_one_with_locked_letter_shapes_is_read() {
    let of = |address: &str| {
        let opf = "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>";
        let locked = format!("<encryption><CipherReference URI=\"OEBPS/{address}\"/></encryption>");
        let parts = [
            ("mimetype", "application/epub+zip"),
            CONTAINER,
            ("OEBPS/book.opf", opf),
            ("META-INF/encryption.xml", locked.as_str()),
            ("OEBPS/a.xhtml", "<html><body><p>Text.</p></body></html>"),
        ];
        read(&packed(&parts), &ReadOptions::default())
    };
    assert_eq!(of("a.xhtml").unwrap_err(), ReadError::Package(PackageError::Encrypted));
    assert!(of("fonts/a.otf").is_ok());
}
