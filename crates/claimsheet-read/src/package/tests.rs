#![allow(clippy::unwrap_used)]

use super::*;

const LIMITS: Limits = Limits { bytes: 1 << 20, depth: 8 };

fn items(text: &str) -> Result<Vec<String>, PackageError> {
    let mut xml = Xml::new("a.xml", text, LIMITS);
    let mut told = Vec::new();
    loop {
        let from = xml.at();
        let item = xml.next()?;
        let written = text.get(from..xml.at()).unwrap();
        match item {
            Item::Start(tag) => told.push(format!("{}:{} {written}", tag.space, tag.local)),
            Item::End(space, local) => told.push(format!("/{space}:{local} {written}")),
            Item::Text(text) => told.push(format!("{text} = {written}")),
            Item::Eof => return Ok(told),
        }
    }
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

#[test]
fn elements_and_texts_come_with_their_places() {
    let text = format!("<x:a xmlns:x='{WORD}'>b &amp; c<x:d/><e f=\"g\"></e ></x:a>");
    assert_eq!(
        items(&text).unwrap(),
        [
            &format!("w:a <x:a xmlns:x='{WORD}'>"),
            "b  = b ",
            "& = &amp;",
            " c =  c",
            "w:d <x:d/>",
            "/w:d ",
            ":e <e f=\"g\">",
            "/:e </e >",
            "/w:a </x:a>"
        ]
    );
}

#[test]
fn attributes_are_found_by_their_local_names() {
    let text = "<a w:val = \"b &lt; c\" other='d'>x</a>";
    let mut xml = Xml::new("a.xml", text, LIMITS);
    let Item::Start(tag) = xml.next().unwrap() else { return };
    assert_eq!(tag.attribute("val").as_deref(), Some("b < c"));
    assert_eq!(tag.attribute("other").as_deref(), Some("d"));
    assert_eq!(tag.attribute("al"), None);
}

#[test]
fn entity_bombs_and_other_files_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>";
    assert_eq!(items(bomb).unwrap_err(), PackageError::DocumentType("a.xml".to_owned()));
    let file = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
    assert_eq!(items(file).unwrap_err(), PackageError::DocumentType("a.xml".to_owned()));
    assert!(matches!(items("<a>&b;</a>").unwrap_err(), PackageError::Xml(..)));
}

#[test]
fn deep_nesting_and_unfinished_xml_are_errors() {
    assert_eq!(items(&"<a>".repeat(9)).unwrap_err(), PackageError::TooDeep("a.xml".to_owned(), 8));
    for text in ["<a>", "<a><b></a>", "<a", "<a>&#xFFFFFFFF;</a>", "</a>", "<a b"] {
        assert!(matches!(items(text).unwrap_err(), PackageError::Xml(..)), "{text}");
    }
}

#[test]
fn parts_are_read_back_whatever_the_case_of_their_names() {
    let bytes = pack([("Word/A.xml", b"one".as_slice()), ("b", b"two")]).unwrap();
    let mut package = Package::open(&bytes, LIMITS).unwrap();
    assert_eq!(package.text("word/a.xml").unwrap().as_deref(), Some("one"));
    assert_eq!(package.text("/b").unwrap().as_deref(), Some("two"));
    assert_eq!(package.text("c").unwrap(), None);
    assert_eq!(package.needed("c").unwrap_err(), PackageError::Missing("c".to_owned()));
}

#[test]
fn the_same_parts_give_the_same_bytes() {
    let make = || pack([("a", b"one".as_slice()), ("b", &[b'x'; 5000])]).unwrap();
    assert_eq!(make(), make());
}

#[test]
fn utf16_parts_are_read() {
    let mut bytes = vec![0xFF, 0xFE];
    "<a>é</a>".encode_utf16().for_each(|unit| bytes.extend(unit.to_le_bytes()));
    let bytes = pack([("a.xml", bytes.as_slice())]).unwrap();
    assert_eq!(Package::open(&bytes, LIMITS).unwrap().text("a.xml").unwrap().as_deref(), Some("<a>é</a>"));
}

#[test]
fn what_is_too_large_is_refused_before_it_is_unpacked() {
    let bytes = pack([("a", vec![b'x'; 600_000].as_slice()), ("b", &vec![b'y'; 600_000])]).unwrap();
    let mut package = Package::open(&bytes, LIMITS).unwrap();
    assert!(package.read("a").is_ok());
    assert_eq!(package.read("b").unwrap_err(), PackageError::TooLarge(1 << 20));
}

#[test]
fn what_is_packed_too_well_is_refused() {
    let bytes = pack([("a", vec![b'x'; 40 << 20].as_slice())]).unwrap();
    let mut package = Package::open(&bytes, Limits { bytes: 1 << 30, depth: 8 }).unwrap();
    assert_eq!(package.read("a").unwrap_err(), PackageError::Bomb("a".to_owned()));
}

#[test]
fn cut_archives_and_other_files_are_errors() {
    let bytes = pack([("a", b"one".as_slice())]).unwrap();
    for end in 4..bytes.len() {
        let cut = bytes.get(..end).unwrap();
        assert!(matches!(Package::open(cut, LIMITS).unwrap_err(), PackageError::Damaged(_)), "{end}");
    }
    assert_eq!(Package::open(b"# A title", LIMITS).unwrap_err(), PackageError::NotPackage);
    let many = [b"PK\x03\x04".as_slice(), &b"PK\x01\x02".repeat(MOST_PARTS + 1)].concat();
    assert_eq!(Package::open(&many, LIMITS).unwrap_err(), PackageError::TooManyParts(MOST_PARTS + 1));
}

#[test]
fn targets_are_resolved_from_their_folder() {
    assert_eq!(resolved("word", "media/a.png"), "word/media/a.png");
    assert_eq!(resolved("word", "../docProps/core.xml"), "docProps/core.xml");
    assert_eq!(resolved("word", "/word/styles.xml"), "word/styles.xml");
    assert_eq!(resolved("", "word/document.xml"), "word/document.xml");
    assert_eq!(resolved("", "../../../etc/passwd"), "etc/passwd");
}
