#![allow(clippy::unwrap_used)]

use super::*;

/// Text as a program on Windows or a Mac would save it.
fn saved(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let table: Vec<(char, u8)> = (0x80..=0xff_u8)
        .filter_map(|byte| Some((encoding.decode_without_bom_handling(&[byte]).0.chars().next()?, byte)))
        .collect();
    let byte = |c: char| if c.is_ascii() { c as u8 } else { table.iter().find(|(known, _)| *known == c).unwrap().1 };
    text.chars().map(byte).collect()
}

fn utf_16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

const TEXTS: &[&str] = &[
    "“We don’t pay,” said Zoë Marchetti — the mayor’s aide.",
    "The café’s owner paid £3.40, not €5.",
    "It wasn’t me.",
    "He said: “no”.",
    "Señor Núñez résumé naïve façade",
    "Between 1990–1999 it fell…",
    "‘Never’",
    "Smörgåsbord in Malmö; Ångström too",
];

#[test]
fn windows_1252_and_mac_roman_are_told_by_what_makes_sense() {
    for text in TEXTS {
        for (encoding, name) in [(WINDOWS_1252, "windows-1252"), (MACINTOSH, "macintosh")] {
            let bytes = saved(text, encoding);
            let decoded = decode(&bytes, None).ok().unwrap();
            assert_eq!(decoded.content, *text, "saved as {name}");
            assert_eq!(decoded.encoding.unwrap().name(), name);
            assert_eq!(decoded.warnings.len(), 1, "a guess is told");
        }
    }
}

#[test]
fn utf_16_is_read_with_a_mark_and_without() {
    for big in [false, true] {
        for mark in ["", "\u{feff}"] {
            let bytes = utf_16(&format!("{mark}The café’s 😀\r\nsecond line."), big);
            let decoded = decode(&bytes, None).ok().unwrap();
            assert_eq!(decoded.content, "The café’s 😀\r\nsecond line.");
            assert_eq!(decoded.warnings.len(), usize::from(mark.is_empty()));
        }
    }
}

#[test]
fn utf_8_is_borrowed_with_its_mark() {
    let decoded = decode("\u{feff}café".as_bytes(), None).ok().unwrap();
    assert!(matches!(decoded.content, Cow::Borrowed("\u{feff}café")));
    assert!(decoded.encoding.is_none() && decoded.warnings.is_empty());
}

#[test]
fn a_named_encoding_is_believed() {
    let bytes = saved("“No”", WINDOWS_1252);
    assert_eq!(decode(&bytes, encoding("mac-roman")).ok().unwrap().content, "ìNoî");
    let cyrillic = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];
    assert!(matches!(decode(&cyrillic, None), Err(ReadError::UnknownEncoding { offset: 0, line: 1 })));
    assert_eq!(decode(&cyrillic, encoding("windows-1251")).ok().unwrap().content, "Привет");
    for name in ["utf8", "UTF-16LE", "utf-16-be", "latin1", "cp1252", "Mac Roman", "macintosh", "shift_jis"] {
        assert!(encoding(name).is_some(), "{name}");
    }
    assert!(encoding("klingon").is_none());
}

#[test]
fn what_cannot_be_decoded_is_told_with_line_and_byte_and_the_rest_is_read() {
    let mut bytes = "Café.\nnaïve ".as_bytes().to_vec();
    bytes.push(0xff);
    bytes.extend_from_slice("\nend".as_bytes());
    let decoded = decode(&bytes, None).ok().unwrap();
    assert_eq!(decoded.content, "Café.\nnaïve \u{fffd}\nend");
    assert_eq!(
        decoded.warnings,
        ["1 place could not be read as UTF-8 and stands as \u{fffd}: line 2 (byte 14). The rest was read."]
    );
    let decoded = decode(b"\x93one\x94\ntwo\x81three", None).ok().unwrap();
    assert_eq!(decoded.content, "“one”\ntwo\u{fffd}three");
    assert!(decoded.warnings[1].contains("line 2 (byte 9)"), "{:?}", decoded.warnings);
}

#[test]
fn half_a_character_of_utf_16_is_told() {
    let mut bytes = utf_16("\u{feff}one\ntwo", false);
    bytes.push(0x41);
    let decoded = decode(&bytes, None).ok().unwrap();
    assert_eq!(decoded.content, "one\ntwo\u{fffd}");
    assert!(decoded.warnings[0].contains("line 2 (byte 16)"), "{:?}", decoded.warnings);
}

#[test]
fn junk_is_no_text() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert!(matches!(decode(png, None), Err(ReadError::Binary { offset: 8 })));
    let noise: Vec<u8> = (1..=255).collect();
    assert!(matches!(decode(&noise, None), Err(ReadError::Binary { .. })));
    assert!(matches!(decode(b"a\0b", encoding("utf-8")), Err(ReadError::Binary { offset: 1 })));
}
