#![allow(clippy::unwrap_used)]

use crate::office::tests::{blocks, links};
use crate::package::pack;
use crate::{ReadOptions, read, reader};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};

const O: &str = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xlink='http://www.w3.org/1999/xlink'";

/// An `OpenDocument` text with that body.
fn open(body: &str) -> Vec<u8> {
    let styles = "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Quotations'/><style:style style:name='T9'><style:text-properties text:display='none'/></style:style><style:style style:name='Up'><style:text-properties style:text-position='super 58%'/></style:style><style:style style:name='Out'><style:text-properties style:text-line-through-style='solid'/></style:style></office:automatic-styles>";
    let content = format!(
        "<office:document-content {O}>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let meta = format!(
        "<office:document-meta {O}><office:meta><meta:initial-creator>Orla Fenwick</meta:initial-creator><dc:creator>Bo</dc:creator><dc:date>2026-01-01</dc:date><meta:user-defined meta:name='Published'>2026-05-18</meta:user-defined></office:meta></office:document-meta>"
    );
    // The first part stands unpacked in such files; its name and content are what tells the format.
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.extend(pack([("content.xml", content.as_bytes()), ("meta.xml", meta.as_bytes())]).unwrap());
    bytes
}

fn of(body: &str, original: bool) -> Document {
    let bytes = open(body).split_off(4);
    read(&bytes, &ReadOptions { from: reader("odt"), original, ..Default::default() }).unwrap()
}

#[test]
fn a_document_is_read_with_its_parts() {
    let body = "<text:h text:outline-level='1'>Title</text:h><text:h text:outline-level='2'>Part</text:h>\n  <text:p>Some <text:span text:style-name='T9'>hidden</text:span>\n   text<text:s text:c='2'/>and<text:tab/>a<text:line-break/>link <text:a xlink:href='https://example.org/a'>here</text:a>.<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p><text:p text:style-name='P1'>Quoted.</text:p><text:list><text:list-item><text:p>Item</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table><text:p>Box<draw:frame><draw:text-box><text:p>Inside.</text:p></draw:text-box><draw:image><office:binary-data>aGVsbG8=</office:binary-data></draw:image><svg:desc>A picture.</svg:desc></draw:frame></text:p><text:table-of-content><text:p>Contents</text:p></text:table-of-content>";
    let document = of(body, false);
    let cell = |column| BlockKind::Cell { table: 0, row: 0, column };
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Title, "Title"),
            (BlockKind::Heading(2), "Part"),
            (BlockKind::Paragraph, "Some text  and a link here."),
            (BlockKind::Quotation, "Quoted."),
            (BlockKind::ListItem, "Item"),
            (BlockKind::ListItem, "Inner"),
            (cell(0), "a"),
            (cell(2), "b"),
            (BlockKind::Paragraph, "Box"),
            (BlockKind::Paragraph, "Inside."),
            (BlockKind::Caption, "A picture."),
            (BlockKind::Footnote, "A note."),
        ]
    );
    let note = LinkTarget::Footnote { label: "1".to_owned(), text: "A note.".to_owned() };
    assert_eq!(links(&document), [("here", &LinkTarget::Url("https://example.org/a".to_owned())), ("", &note)]);
    assert_eq!(document.meta.author.as_deref(), Some("Orla Fenwick"));
    assert_eq!(document.meta.published.unwrap().to_string(), "2026-05-18");
}

#[test]
fn changes_are_followed_or_not() {
    let body = "<text:tracked-changes><text:changed-region text:id='c1'><text:insertion><office:change-info/></text:insertion></text:changed-region><text:changed-region text:id='c2'><text:deletion><office:change-info><dc:creator>Bo</dc:creator></office:change-info><text:p>fell.</text:p></text:deletion></text:changed-region><text:changed-region text:id='c3'><text:deletion><text:p>Gone</text:p><text:p>too</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Fares <text:change text:change-id='c2'/><text:change-start text:change-id='c1'/>rose.<text:change-end text:change-id='c1'/></text:p><text:p><text:change text:change-id='c3'/>: last.</text:p>";
    let told = |original| of(body, original).prose;
    assert_eq!(told(false), "Fares rose.\n: last.\n");
    assert_eq!(told(true), "Fares fell.\nGone\ntoo: last.\n");
}

#[test]
fn comments_lie_on_their_words() {
    let body = "<text:p>Fares rose by <office:annotation office:name='n1'><dc:creator>Ann</dc:creator><dc:date>2026-01-01</dc:date><text:p>See p. 4</text:p></office:annotation>12%<office:annotation-end office:name='n1'/> in 2022.<office:annotation><dc:creator>claimsheet</dc:creator><text:p>ours</text:p></office:annotation></text:p>";
    let document = of(body, false);
    assert_eq!(document.prose, "Fares rose by 12% in 2022.\n");
    let comment = LinkTarget::Comment { author: "Ann".to_owned(), text: "See p. 4".to_owned() };
    assert_eq!(links(&document), [("12%", &comment)]);
}

#[test]
fn raised_digits_and_struck_words_are_what_they_are_in_word() {
    let body = "<text:p>It has 4.1 × 10<text:span text:style-name='Up'>9</text:span> cells in 7,300<text:span text:style-name='Up'>2</text:span> ships on the 21<text:span text:style-name='Up'>st</text:span>, and cost <text:span text:style-name='Out'>nine</text:span> ten pounds.</text:p>";
    let document = of(body, false);
    assert_eq!(
        blocks(&document).first().unwrap().1,
        "It has 4.1 × 10⁹ cells in 7,300 ships on the 21st, and cost ten pounds."
    );
    assert_eq!(document.left_out.first().map(|left| left.words), Some(1));
    assert!(blocks(&of(body, true)).first().unwrap().1.contains("nine ten"));
}

#[test]
fn a_package_whose_type_is_not_its_first_part_is_one_all_the_same() {
    let content = format!(
        "<office:document-content {O}><office:body><office:text><text:p>Packed anew.</text:p></office:text></office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.text".as_slice();
    let bytes = pack([("content.xml", content.as_bytes()), ("mimetype", kind)]).unwrap();
    let document = read(&bytes, &ReadOptions::default()).unwrap();
    assert_eq!((document.format, document.prose.trim()), ("odt", "Packed anew."));
}
