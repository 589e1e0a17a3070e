//! Text that is made to be hard: nothing panics, and all of it is read.

use claimsheet::options::Options;
use claimsheet_read::{Limits, READERS, ReadError, ReadOptions, read, read_all};
use claimsheet_sheet::worksheet::Worksheet;

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
        let analysis = claimsheet::analyse(&document, &Options::default());
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

fn refused(name: &str, bytes: &[u8], limits: Limits) -> Option<ReadError> {
    read_all(bytes, &ReadOptions { name: Some(name), limits, ..Default::default() }).err()
}

#[test]
fn every_reader_refuses_more_bytes_than_the_limit_and_says_how_to_raise_it() {
    let limits = Limits { bytes: 20_000, ..Limits::default() };
    let text = "The quay opened in 1931. ".repeat(1_000);
    for reader in READERS {
        let options = ReadOptions { from: Some(reader), limits, ..Default::default() };
        let error = read_all(text.as_bytes(), &options).expect_err(reader.name);
        assert!(error.to_string().contains("20000 bytes"), "{}: {error}", reader.name);
        assert!(error.to_string().contains("--max-bytes"), "{}: {error}", reader.name);
    }
    assert_eq!(refused("draft.txt", text.as_bytes(), Limits::default()), None);
    let wide: Vec<u8> = "ш".repeat(8_000).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = [b"\xFF\xFE".as_slice(), &wide].concat();
    assert_eq!(refused("a.txt", &wide, Limits { bytes: 16_010, ..limits }), None);
    let longer: Vec<u8> = "€".repeat(8_000).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let longer = [b"\xFF\xFE".as_slice(), &longer].concat();
    assert_eq!(
        refused("a.txt", &longer, Limits { bytes: 16_010, ..limits }),
        Some(ReadError::TooLarge { limit: 16_010 })
    );
}

#[test]
fn every_language_of_elements_is_refused_beyond_the_limit_of_depth_and_read_within_it() {
    let nested = |open: &str, close: &str, count: usize| {
        format!("{}The quay opened in 1931.{}", open.repeat(count), close.repeat(count))
    };
    let page = |count| nested("<div>", "</div>", count);
    let nitf = |count| {
        format!("<nitf><body><body.content>{}</body.content></body></nitf>", nested("<block>", "</block>", count))
    };
    let feed = |count| {
        format!("<rss><channel><item><description><![CDATA[{}]]></description></item></channel></rss>", page(count))
    };
    let post = |count| format!("{{\"content\": {{\"rendered\": \"{}\"}}, \"title\": {{}}}}", page(count));
    let mail = |count| format!("Subject: Tolls\nMIME-Version: 1.0\nContent-Type: text/html\n\n{}", page(count));
    let flat = |count| {
        format!(
            "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>{}</office:text></office:body></office:document>",
            nested("<text:section><text:p>a</text:p>", "</text:section>", count)
        )
    };
    let rich = |count| format!("{{\\rtf1 {}}}", nested("{", "}", count));
    let files: [(&str, &dyn Fn(usize) -> String); 7] = [
        ("a.html", &page),
        ("a.xml", &nitf),
        ("feed.xml", &feed),
        ("a.json", &post),
        ("a.eml", &mail),
        ("a.fodt", &flat),
        ("a.rtf", &rich),
    ];
    for (name, file) in files {
        let refused = |count, depth| refused(name, file(count).as_bytes(), Limits { depth, ..Limits::default() });
        assert_eq!(refused(400, 512), None, "{name}");
        let error = refused(700, 512).map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("512") && error.contains("--max-depth"), "{name}: {error}");
        assert_eq!(refused(700, 1_000), None, "{name}");
        assert_eq!(refused(Limits::MOST_DEPTH as usize - 100, Limits::MOST_DEPTH), None, "{name}");
        assert!(refused(100_000, Limits::MOST_DEPTH).is_some(), "{name}");
    }
}

#[test]
fn parts_of_a_mail_may_stand_in_one_another_without_end() {
    let mut mail = "Subject: Tolls\nMIME-Version: 1.0\n".to_owned();
    mail.extend((0..20_000).map(|at| format!("Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n")));
    mail.push_str("Content-Type: text/plain\n\nThe quay opened in 1931.\n");
    work_as("a.eml", &mail);
    let forwarded = "Content-Type: message/rfc822\n\nSubject: Fwd\nMIME-Version: 1.0\n".repeat(20_000);
    work_as("a.eml", &format!("Subject: Tolls\nMIME-Version: 1.0\n{forwarded}\nThe quay opened in 1931."));
}

#[test]
fn what_a_file_is_called_does_not_make_it_one() {
    let page = b"<!DOCTYPE html><article><h1>Quay</h1><p>The quay opened in 1931.</p></article>".as_slice();
    for name in ["a.docx", "a.json", "a.md", "a.vtt", "a.pdf"] {
        let options = ReadOptions { name: Some(name), ..Default::default() };
        assert_eq!(read(page, &options).map(|document| document.format), Ok("html"), "{name}");
    }
    for (bytes, told) in [
        (b"%PDF-1.7 ".as_slice(), "as .docx"),
        (b"\x89PNG\r\n\x1A\n", "OCR"),
        (b"\xFF\xD8\xFF\xE0", "OCR"),
        (b"\0\0\0\x18ftypheic", "OCR"),
        (b"\0\0\0\x18ftypM4A ", "transcribed"),
        (b"ID3\x04\0", "transcribed"),
        (b"\x1F\x8B\x08\0", "unpack"),
    ] {
        let error = refused("draft.md", bytes, Limits::default()).map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains(told), "{told}: {error}");
    }
}
