#![allow(clippy::unwrap_used)]

use super::*;
use claimsheet::text::document::{BlockKind, LinkTarget};

fn document_of(rtf: &[u8]) -> Document {
    read(rtf, &ReadOptions::default()).unwrap()
}

/// Kind and words of each block.
fn blocks(rtf: &str) -> Vec<(BlockKind, String)> {
    let document = document_of(rtf.as_bytes());
    document.blocks.iter().map(|block| (block.kind, document.text(block.span).to_owned())).collect()
}

fn texts(rtf: &str) -> Vec<String> {
    blocks(rtf).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn characters_are_read_in_every_way_they_can_be_written() {
    let rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\f0 It\\rquote s \\'a35 \\u8212\\'97 caf\\'e9, \\u-10179?\\u-8704?; {\\f1\\'cf\\'f0} \\{x\\}\\~y \\uc0\\u8220 no\\u8221 .\\par}";
    assert_eq!(texts(rtf), ["It’s £5 — café, 😀; Пр {x}\u{a0}y “no”."]);
}

#[test]
fn what_no_reader_sees_is_left_out() {
    let rtf = "{\\rtf1{\\header top}{\\info{\\title A title}{\\author Orla Fenwick}{\\company C}}{\\*\\unknown x}{\\pict 89504e}{\\v hidden}Seen.{\\deleted gone}{\\bin3 }{}}\\par{\\footer end}}";
    assert_eq!(texts(rtf), ["Seen."]);
    let document = document_of(rtf.as_bytes());
    assert_eq!(
        (document.meta.title.as_deref(), document.meta.author.as_deref()),
        (Some("A title"), Some("Orla Fenwick"))
    );
}

#[test]
fn tracked_changes_are_accepted_or_left_out() {
    let rtf = b"{\\rtf1 It cost {\\deleted 5}{\\revised 7} pounds.\\par}";
    let words = |original| {
        let document = read(rtf, &ReadOptions { original, ..Default::default() }).unwrap();
        document.prose.trim().to_owned()
    };
    assert_eq!((words(false), words(true)), ("It cost 7 pounds.".to_owned(), "It cost 5 pounds.".to_owned()));
}

#[test]
fn headings_lists_and_tables_are_told_by_style_and_marks() {
    let rtf = "{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s7 Quote;}}\\pard\\s1 Head\\par\\pard Text.\\par\\pard{\\pntext -\\tab}\\ls1 Item\\par\\pard\\s7 Said.\\par\\trowd\\pard\\intbl a\\cell b\\cell\\row\\pard\\intbl c\\cell d\\cell\\row\\pard End.\\par}";
    let cell = |row, column| BlockKind::Cell { table: 0, row, column };
    let kinds: Vec<BlockKind> = blocks(rtf).into_iter().map(|(kind, _)| kind).collect();
    let expected = [
        BlockKind::Title,
        BlockKind::Paragraph,
        BlockKind::ListItem,
        BlockKind::Quotation,
        cell(0, 0),
        cell(0, 1),
        cell(1, 0),
        cell(1, 1),
        BlockKind::Paragraph,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn links_notes_comments_and_boxes_stand_at_their_words() {
    let rtf = "{\\rtf1 See {\\field{\\*\\fldinst HYPERLINK \"https://a.example/r\"}{\\fldrslt the report}}.{\\super 1{\\*\\footnote {\\super 1} The note.}} {\\*\\atrfstart 1}Words{\\*\\atrfend 1}{\\*\\atnauthor Bo}\\chatn{\\*\\annotation Who?} here.{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt Boxed.\\par}}}\\par}";
    let document = document_of(rtf.as_bytes());
    let on: Vec<(&str, &LinkTarget)> =
        document.links.iter().map(|link| (document.text(link.span), &link.target)).collect();
    assert!(on.contains(&("the report", &LinkTarget::Url("https://a.example/r".to_owned()))), "{on:?}");
    assert!(
        on.contains(&("Words", &LinkTarget::Comment { author: "Bo".to_owned(), text: "Who?".to_owned() })),
        "{on:?}"
    );
    assert!(
        on.iter().any(|(_, target)| matches!(target, LinkTarget::Footnote { text, .. } if text.ends_with("The note.")))
    );
    assert!(texts(rtf).contains(&"Boxed.".to_owned()));
}

#[test]
fn groups_without_end_are_an_error_and_cut_files_are_read() {
    let deep = "{\\rtf1 ".to_owned() + &"{".repeat(100_000);
    assert!(read(deep.as_bytes(), &ReadOptions::default()).is_err());
    assert_eq!(texts("{\\rtf1 Cut {\\b short"), ["Cut short"]);
    assert!(read(b"no rtf", &ReadOptions::default()).is_err());
}

#[test]
fn raised_digits_struck_words_and_stray_stars_are_read_as_they_are_meant() {
    let document = document_of(
        b"{\\rtf1 It has 4.1 x 10{\\super 9} cells in 7,300{\\super 2} ships on the 21{\\super st}; it cost {\\strike nine }ten.\\par}",
    );
    assert_eq!(document.prose.trim(), "It has 4.1 x 10⁹ cells in 7,300 ships on the 21st; it cost ten.");
    assert_eq!(document.left_out.first().map(|left| left.words), Some(1));
    assert_eq!(texts("{\\rtf1 One.{\\loch\\f0\\*\\cs7\\cf0  Two.}{\\*\\gone three} Four.}"), ["One. Two. Four."]);
}
