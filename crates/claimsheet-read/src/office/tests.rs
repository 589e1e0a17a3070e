#![allow(clippy::unwrap_used)]

use crate::package::{PackageError, pack};
use crate::{Limits, ReadError, ReadOptions, read};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'";

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word document with that body; more parts by name and content, related by what they are.
fn word(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let relation =
        |(name, _): &(&str, &str)| format!("<Relationship Id='{name}' Type='{RELATION}/{name}' Target='{name}.xml'/>");
    let relations = more.iter().map(relation).collect::<Vec<_>>().concat();
    let relations = format!(
        "<Relationships><Relationship Id='out' Type='{RELATION}/hyperlink' Target='https://example.org/a' TargetMode='External'/>{relations}</Relationships>"
    );
    let roots: Vec<(String, String)> = more
        .iter()
        .map(|(name, inner)| (format!("word/{name}.xml"), format!("<w:{name} {W}>{inner}</w:{name}>")))
        .collect();
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations),
    ];
    parts.extend(roots.iter().map(|(name, text)| (name.as_str(), text.clone())));
    pack(parts.iter().map(|(name, text)| (*name, text.as_bytes()))).unwrap()
}

fn of(bytes: &[u8], original: bool) -> Document {
    read(bytes, &ReadOptions { original, ..Default::default() }).unwrap()
}

/// Kind and words of each block.
pub(super) fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.text(block.span))).collect()
}

/// The words of each block of a Word document with that body.
fn words(body: &str) -> Vec<String> {
    let document = of(&word(body, &[]), false);
    assert_eq!(document.source, document.prose);
    blocks(&document).into_iter().map(|(_, text)| text.to_owned()).collect()
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

pub(super) fn links(document: &Document) -> Vec<(&str, &LinkTarget)> {
    document.links.iter().map(|link| (document.text(link.span), &link.target)).collect()
}

#[test]
fn tracked_changes_are_followed_or_not() {
    let body = [
        p(&format!(
            "{}<w:del><w:r><w:delText>fell.</w:delText></w:r></w:del><w:ins>{}</w:ins>",
            r("Fares "),
            r("rose.")
        )),
        p(&format!("<w:moveFrom>{}</w:moveFrom>{}", r("It moved. "), r("Here it was."))),
        p(&format!("<w:moveTo>{}</w:moveTo>{}", r("It moved. "), r("Here it is."))),
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>{}", r("One "), p(&r("paragraph."))),
        format!("<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{}</w:p>{}", r("Two "), p(&r("paragraphs."))),
    ]
    .concat();
    let bytes = word(&body, &[]);
    let told =
        |original| blocks(&of(&bytes, original)).into_iter().map(|(_, text)| text.to_owned()).collect::<Vec<_>>();
    assert_eq!(
        told(false),
        ["Fares rose.", "Here it was.", "It moved. Here it is.", "One paragraph.", "Two", "paragraphs."]
    );
    assert_eq!(
        told(true),
        ["Fares fell.", "It moved. Here it was.", "Here it is.", "One", "paragraph.", "Two paragraphs."]
    );
}

#[test]
fn deleted_and_inserted_rows_are_followed_or_not() {
    let row = |mark: &str, text: &str| {
        format!("<w:tr><w:trPr>{mark}</w:trPr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr>", p(&r(text)))
    };
    let body = format!("<w:tbl>{}{}{}</w:tbl>", row("", "a"), row("<w:del/>", "b"), row("<w:ins/>", "c"));
    let bytes = word(&body, &[]);
    let told = |original| of(&bytes, original).prose.replace('\n', " ");
    assert_eq!(told(false), "a a c c ");
    assert_eq!(told(true), "a a b b ");
}

#[test]
fn comments_lie_on_the_words_that_they_mark() {
    let range = |id: u32, inner: &str| {
        format!(
            "<w:commentRangeStart w:id='{id}'/>{inner}<w:commentRangeEnd w:id='{id}'/><w:r><w:commentReference w:id='{id}'/></w:r>"
        )
    };
    let comments = "<w:comment w:id='1' w:author='Ann'><w:p><w:r><w:t>See p. 4</w:t></w:r></w:p><w:p><w:r><w:t>of it</w:t></w:r></w:p></w:comment><w:comment w:id='2' w:author='claimsheet'><w:p><w:r><w:t>ours</w:t></w:r></w:p></w:comment><w:comment w:id='3' w:author='Bo'><w:p><w:r><w:t>a point</w:t></w:r></w:p></w:comment>";
    let body = [
        p(&(r("Fares rose by ") + &range(1, &r("12%")) + &r(" in 2022."))),
        p(&range(2, &r("It rained."))),
        p(&(r("It stopped.") + "<w:r><w:commentReference w:id='3'/></w:r>")),
    ]
    .concat();
    let document = of(&word(&body, &[("comments", comments)]), false);
    let comment = |author: &str, text: &str| LinkTarget::Comment { author: author.to_owned(), text: text.to_owned() };
    assert_eq!(links(&document), [("12%", &comment("Ann", "See p. 4 of it")), ("", &comment("Bo", "a point"))]);
    let analysis = claimsheet::analyse(&document, &claimsheet::options::Options::default());
    let source = analysis.claims.first().unwrap().claimed_source.as_ref().unwrap();
    assert_eq!(source.text, "comment by Ann: See p. 4 of it");
}

#[test]
fn a_comment_over_several_paragraphs_lies_on_each() {
    let body = [
        p(&("<w:commentRangeStart w:id='1'/>".to_owned() + &r("One."))),
        p(&r("Two.")),
        p(&(r("Thr") + "<w:commentRangeEnd w:id='1'/>" + &r("ee."))),
    ]
    .concat();
    let comments = "<w:comment w:id='1'><w:p><w:r><w:t>all</w:t></w:r></w:p></w:comment>";
    let document = of(&word(&body, &[("comments", comments)]), false);
    let words: Vec<&str> = links(&document).into_iter().map(|(words, _)| words).collect();
    assert_eq!(words, ["One.", "Two.", "Thr"]);
}

#[test]
fn links_are_relations_or_fields() {
    let field = |instruction: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{result}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    };
    let body = p(&[
        "<w:hyperlink r:id='out'>".to_owned() + &r("one") + "</w:hyperlink>",
        field(" HYPERLINK \"https://example.org/b\" \\o \"tip\" ", &r("two")),
        "<w:fldSimple w:instr=' HYPERLINK https://example.org/c '>".to_owned() + &r("three") + "</w:fldSimple>",
        field(" HYPERLINK \\l \"place\" ", &r("four")),
        "<w:hyperlink w:anchor='place'>".to_owned() + &r("five") + "</w:hyperlink>",
        field(" PAGE ", &r("6")),
    ]
    .join(&r(" ")));
    let document = of(&word(&body, &[]), false);
    assert_eq!(document.prose, "one two three four five 6\n");
    let url = |letter: &str| LinkTarget::Url(format!("https://example.org/{letter}"));
    assert_eq!(links(&document), [("one", &url("a")), ("two", &url("b")), ("three", &url("c"))]);
}

#[test]
fn a_field_that_never_ends_takes_no_text_with_it() {
    let body = p("<w:r><w:fldChar w:fldCharType='begin'/></w:r>") + &p(&r("Still here."));
    assert_eq!(words(&body), ["Still here."]);
}

#[test]
fn signs_that_are_elements_are_read() {
    let body = p(
        "<w:r><w:t>10</w:t><w:noBreakHyphen/><w:t>year, ex</w:t><w:softHyphen/><w:t>am\u{ad}ple</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Symbol' w:char='F06D'/></w:r>",
    );
    assert_eq!(words(&body), ["10-year, example a b≥✓μ"]);
}

#[test]
fn a_sign_of_an_unknown_font_is_told() {
    let document = of(&word(&p("<w:r><w:t>a</w:t><w:sym w:font='House' w:char='F041'/></w:r>"), &[]), false);
    assert_eq!(document.prose, "a\u{fffd}\n");
    assert_eq!(document.warnings, ["a sign of a symbol font in the document is not read; check it by hand"]);
}

#[test]
fn white_space_counts_where_the_document_says_so() {
    let body = p(
        "<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b </w:t></w:r><w:r><w:t>c &amp; d\u{a0}e</w:t></w:r>",
    );
    assert_eq!(words(&body), ["a b c & d\u{a0}e"]);
}

#[test]
fn hidden_text_ruby_and_old_looks_are_not_read() {
    let body = p(&[
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>".to_owned(),
        "<w:r><w:rPr><w:vanish w:val='0'/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>shown</w:t></w:r>".to_owned(),
        "<w:r><w:ruby><w:rt><w:r><w:t>sounds</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>".to_owned(),
    ]
    .concat());
    assert_eq!(words(&body), ["shownbase"]);
}

#[test]
fn words_that_are_not_shown_are_told() {
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Ask Ann again.</w:t></w:r>";
    let docx = of(&word(&p(&(r("It cost £9.") + hidden)), &[]), false);
    let rtf = crate::read(b"{\\rtf1 It cost 9.{\\v Ask Ann again.}\\par}", &crate::ReadOptions::default()).unwrap();
    for document in [docx, rtf] {
        let left: Vec<_> = document.left_out.iter().map(|left| (left.kind.as_str(), left.words)).collect();
        assert_eq!(left, [("hidden text", 3)], "{}", document.prose);
    }
}

#[test]
fn text_boxes_come_behind_their_paragraph_and_once() {
    let inside = format!("<w:txbxContent>{}</w:txbxContent>", p(&r("In the box.")));
    let both = format!(
        "<mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent>"
    );
    let body = p(&(r("Before ") + "<w:r>" + &both + "</w:r>" + &r("and behind."))) + &p(&r("Next."));
    assert_eq!(words(&body), ["Before and behind.", "In the box.", "Next."]);
}

#[test]
fn pictures_are_read_by_their_descriptions() {
    let picture = |text: &str| p(&format!("<w:r><w:drawing><wp:docPr descr='{text}'/></w:drawing></w:r>"));
    let made = picture("A cat. Description automatically generated");
    let captioned = picture("The quay in 1931")
        + "<w:p><w:pPr><w:pStyle w:val='Caption'/></w:pPr><w:r><w:t>The quay  in 1931</w:t></w:r></w:p>";
    let document = of(&word(&(picture("The lock, 2020") + &made + &captioned + &p(&r("Text."))), &[]), false);
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Caption, "The lock, 2020"),
            (BlockKind::Caption, "The quay  in 1931"),
            (BlockKind::Paragraph, "Text.")
        ]
    );
}

#[test]
fn tables_are_cells_and_a_table_of_one_cell_is_a_box() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let wide = format!("<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc>", p(&r("a")));
    let nested = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>{}", cell(&p(&r("x"))), cell(&p(&r("y"))), p(&r("c")));
    let table = format!("<w:tbl><w:tr>{wide}{}</w:tr><w:tr>{}</w:tr></w:tbl>", cell(&p(&r("b"))), cell(&nested));
    let boxed = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&p(&r("A box of words."))));
    let document = of(&word(&(p(&r("Text.")) + &table + &boxed), &[]), false);
    let at = |table, row, column| BlockKind::Cell { table, row, column };
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Paragraph, "Text."),
            (at(0, 0, 0), "a"),
            (at(0, 0, 2), "b"),
            (at(1, 0, 0), "x"),
            (at(1, 0, 1), "y"),
            (at(0, 1, 0), "c"),
            (BlockKind::Paragraph, "A box of words."),
        ]
    );
}

#[test]
fn kinds_come_from_styles_outlines_and_numbers() {
    let in_style = |properties: &str, text: &str| format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", r(text));
    let styles = [
        ("Ti", "Title", ""),
        ("U2", "heading 2", ""),
        ("Own", "Our crosshead", "<w:basedOn w:val='U2'/>"),
        ("Lines", "Our outline", "<w:pPr><w:outlineLvl w:val='2'/></w:pPr>"),
        ("Bul", "Our list", "<w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr>"),
        ("Loop", "Loop", "<w:basedOn w:val='Loop'/>"),
        ("V1", "toc 1", ""),
    ]
    .map(|(id, name, more)| format!("<w:style w:styleId='{id}'><w:name w:val='{name}'/>{more}</w:style>"))
    .concat();
    let body = [
        in_style("<w:pStyle w:val='Ti'/>", "Title"),
        in_style("<w:pStyle w:val='V1'/>", "Not this"),
        in_style("<w:pStyle w:val='U2'/>", "Two"),
        in_style("<w:pStyle w:val='Own'/>", "Own"),
        in_style("<w:pStyle w:val='Lines'/>", "Three"),
        in_style("<w:outlineLvl w:val='0'/>", "One"),
        in_style("<w:pStyle w:val='Bul'/>", "Item"),
        in_style("<w:pStyle w:val='Bul'/><w:numPr><w:numId w:val='0'/></w:numPr>", "No item"),
        in_style("<w:pStyle w:val='Heading3'/>", "By id"),
        in_style("<w:pStyle w:val='Loop'/>", "Loop"),
        in_style("<w:pStyle w:val='Ti'/>", "Another"),
    ]
    .concat();
    let document = of(&word(&body, &[("styles", &styles)]), false);
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Title,
            BlockKind::Heading(2),
            BlockKind::Heading(2),
            BlockKind::Heading(3),
            BlockKind::Heading(1),
            BlockKind::ListItem,
            BlockKind::Paragraph,
            BlockKind::Heading(3),
            BlockKind::Paragraph,
            BlockKind::Heading(1),
        ]
    );
}

#[test]
fn notes_come_behind_the_text_in_the_order_of_their_references() {
    let footnotes = "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote w:id='5'><w:p><w:r><w:t>Second.</w:t></w:r></w:p></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>First.</w:t></w:r></w:p></w:footnote><w:footnote w:id='9'><w:p><w:r><w:t>Of deleted words.</w:t></w:r></w:p></w:footnote>";
    let endnotes = "<w:endnote w:id='1'><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote>";
    let body = p(&(r("One.")
        + "<w:r><w:footnoteReference w:id='2'/></w:r>"
        + &r(" Two.")
        + "<w:r><w:endnoteReference w:id='1'/></w:r><w:r><w:footnoteReference w:id='5'/></w:r><w:del><w:r><w:footnoteReference w:id='9'/></w:r></w:del>"));
    let document = of(&word(&body, &[("footnotes", footnotes), ("endnotes", endnotes)]), false);
    assert_eq!(document.prose, "One. Two.\nFirst.\nSecond.\nAt the end.\n");
    let texts: Vec<&str> = document
        .links
        .iter()
        .filter_map(|link| match &link.target {
            LinkTarget::Footnote { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(texts, ["First.", "At the end.", "Second."]);
}

#[test]
fn what_is_not_read_is_told() {
    let document = of(&word(&p(&(r("Text.") + "<w:r><c:chart/></w:r>")), &[]), false);
    assert_eq!(document.warnings, ["a chart in the document is not read; check it by hand"]);
}

#[test]
fn formulas_and_controls_are_read_and_contents_are_not() {
    let contents = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        p(&r("Contents"))
    );
    let hint =
        format!("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", r("Click here"));
    let control = format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", r("kept"));
    let body = contents + &p(&(hint + &control + "<m:oMath><m:r><m:t> 2+2</m:t></m:r></m:oMath>"));
    assert_eq!(words(&body), ["kept 2+2"]);
}

#[test]
fn other_prefixes_and_strict_documents_are_read() {
    let strict = "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:body><x:p><x:r><x:t>Strict.</x:t></x:r></x:p></x:body></x:document>";
    let types = ("[Content_Types].xml", b"<Types/>".as_slice());
    let bytes = pack([types, ("word/document.xml", strict.as_bytes())]).unwrap();
    assert_eq!(of(&bytes, false).prose, "Strict.\n");
    let moved =
        "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='/word/document2.xml'/></Relationships>";
    let bytes = pack([types, ("_rels/.rels", moved.as_bytes()), ("word/document2.xml", strict.as_bytes())]).unwrap();
    assert_eq!(of(&bytes, false).prose, "Strict.\n");
}

#[test]
fn title_author_and_day_come_from_text_and_properties() {
    let types = ("[Content_Types].xml", b"<Types/>".as_slice());
    let relations = "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='word/document.xml'/><Relationship Id='b' Type='x/core-properties' Target='core.xml'/><Relationship Id='c' Type='x/custom-properties' Target='custom.xml'/></Relationships>";
    let document = format!("<w:document {W}><w:body>{}</w:body></w:document>", p(&r("A sentence without a title.")));
    let core =
        "<c><title>In the properties</title><creator>Orla Fenwick</creator><created>2026-01-01T00:00:00Z</created></c>";
    let custom = "<p><property name='Publication date'><lpwstr>2026-05-18</lpwstr></property></p>";
    let bytes = pack([
        types,
        ("_rels/.rels", relations.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("core.xml", core.as_bytes()),
        ("custom.xml", custom.as_bytes()),
    ])
    .unwrap();
    let meta = of(&bytes, false).meta;
    assert_eq!(meta.title.as_deref(), Some("In the properties"));
    assert_eq!(meta.author.as_deref(), Some("Orla Fenwick"));
    assert_eq!(meta.published.unwrap().to_string(), "2026-05-18");
    assert_eq!(super::author("Microsoft Office User"), None);
}

#[test]
fn a_short_first_line_without_a_stop_is_the_title() {
    let document = of(&word(&(p(&r("A headline")) + &p(&r("The text."))), &[]), false);
    assert_eq!(document.blocks.first().unwrap().kind, BlockKind::Title);
    let document = of(&word(&(p(&r("The text.")) + &p(&r("More of it"))), &[]), false);
    assert_eq!(document.blocks.first().unwrap().kind, BlockKind::Paragraph);
}

fn error(bytes: &[u8], name: &str) -> ReadError {
    read(bytes, &ReadOptions { name: Some(name), ..Default::default() }).unwrap_err()
}

#[test]
fn files_of_other_programs_are_named_with_what_to_do() {
    let ole = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600], &name].concat()
    };
    let told = |bytes: &[u8], name: &str| error(bytes, name).to_string();
    assert!(told(&ole("WordDocument"), "draft.doc").contains("(.doc); open it in Word"));
    assert!(told(&ole("EncryptedPackage"), "draft.docx").contains("password"));
    assert!(told(&pack([("xl/workbook.xml", b"".as_slice())]).unwrap(), "draft.docx").contains("Excel"));
    assert!(told(&pack([("Index/Document.iwa", b"".as_slice())]).unwrap(), "draft.pages").contains("Pages"));
    assert!(told(&pack([("a.txt", b"".as_slice())]).unwrap(), "drafts.zip").contains("unpack it"));
    assert!(told(b"# Markdown", "draft.docx").contains("--from markdown"));
}

#[test]
fn hostile_packages_are_errors() {
    let bytes = word(&p(&r("Text.")), &[]);
    for end in 4..bytes.len() {
        let cut = bytes.get(..end).unwrap();
        assert!(matches!(error(cut, "draft.docx"), ReadError::Package(PackageError::Damaged(_))), "{end}");
    }
    let types = ("[Content_Types].xml", b"<Types/>".as_slice());
    let part = |xml: &str| pack([types, ("word/document.xml", xml.as_bytes())]).unwrap();
    let bomb = part("<!DOCTYPE a [<!ENTITY b 'cc'>]><w:document>&b;</w:document>");
    assert!(matches!(error(&bomb, "a.docx"), ReadError::Package(PackageError::DocumentType(_))));
    let deep = part(&"<a>".repeat(100_000));
    assert!(matches!(error(&deep, "a.docx"), ReadError::Package(PackageError::TooDeep(..))));
    assert!(matches!(error(&part("<w:document>"), "a.docx"), ReadError::Package(PackageError::Xml(..))));
    let large = word(&p(&r(&"Text and more. ".repeat(10_000))), &[]);
    let limits = Limits { bytes: 100_000, ..Limits::default() };
    let options = ReadOptions { limits, ..Default::default() };
    assert_eq!(read(&large, &options).unwrap_err(), ReadError::Package(PackageError::TooLarge(100_000)));
    assert!(read(&large, &ReadOptions::default()).is_ok());
    assert_eq!(error(&word("", &[]), "a.docx"), ReadError::Empty);
}

#[test]
fn ranges_that_never_end_cost_no_more_than_the_text() {
    let repeated = |one: fn(u32) -> String| (0..5_000).map(one).collect::<Vec<_>>().concat();
    let starts = repeated(|id| format!("<w:commentRangeStart w:id='{id}'/>"));
    let comments = repeated(|id| format!("<w:comment w:id='{id}'><w:p><w:r><w:t>c</w:t></w:r></w:p></w:comment>"));
    let body = p(&(starts + &r("a"))) + &p(&r("b")).repeat(5_000);
    let document = of(&word(&body, &[("comments", &comments)]), false);
    assert!(document.links.len() <= 64 * 5_001);
}

/// A run with properties.
fn styled(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

const RAISED: &str = "<w:vertAlign w:val='superscript'/>";

#[test]
fn raised_digits_are_powers_or_notes_and_never_digits_of_a_number() {
    for (before, raised, after, read) in [
        ("It has 4.1 × 10", "9", " cells.", "It has 4.1 × 10⁹ cells."),
        ("Some 7,300", "2", " ships paid.", "Some 7,300 ships paid."),
        ("In 1987", "11", ".", "In 1987."),
        ("On the 21", "st", " it closed.", "On the 21st it closed."),
        ("It rose 3", "1", "/2 percent.", "It rose 3 1/2 percent."),
        ("It has 40 km", "2", " of land.", "It has 40 km² of land."),
    ] {
        let body = p(&[r(before), styled(RAISED, raised), r(after)].concat());
        assert_eq!(words(&body), [read], "{before}");
    }
    let document = of(&word(&p(&[r("Some 7,300"), styled(RAISED, "2"), r(" ships.")].concat()), &[]), false);
    let note = LinkTarget::Footnote { label: "2".to_owned(), text: String::new() };
    assert_eq!(links(&document), [("", &note)]);
}

#[test]
fn equations_keep_their_fractions_and_powers() {
    let fraction =
        "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>";
    assert_eq!(
        words(&p(&[r("It rose by "), fraction.to_owned(), r(" of a point.")].concat())),
        ["It rose by 3/4 of a point."]
    );
    assert_eq!(words(&p(&[r("It rose 2"), fraction.to_owned(), r(" points.")].concat())), ["It rose 2 3/4 points."]);
    let power =
        "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>";
    assert_eq!(words(&p(&[r("It has "), power.to_owned(), r(" cells.")].concat())), ["It has 10⁶ cells."]);
}

#[test]
fn struck_words_are_left_out_and_told_unless_the_original_is_asked_for() {
    for strike in ["<w:strike/>", "<w:dstrike/>"] {
        let bytes = word(&p(&[r("It cost "), styled(strike, "nine pounds, "), r("ten pounds.")].concat()), &[]);
        let document = of(&bytes, false);
        assert_eq!(blocks(&document).first().unwrap().1, "It cost ten pounds.");
        assert_eq!(document.left_out.first().map(|left| (left.kind.as_str(), left.words)), Some(("deleted text", 2)));
        assert_eq!(blocks(&of(&bytes, true)).first().unwrap().1, "It cost nine pounds, ten pounds.");
    }
    let off = word(&p(&styled("<w:strike w:val='false'/>", "It cost ten.")), &[]);
    assert_eq!(blocks(&of(&off, false)).first().unwrap().1, "It cost ten.");
}

#[test]
fn a_drop_cap_begins_its_word() {
    for kind in ["drop", "margin"] {
        let cap = format!("<w:p><w:pPr><w:framePr w:dropCap='{kind}' w:lines='3'/></w:pPr>{}</w:p>", r("T"));
        let body = [cap, p(&r("he quay was sold in May for nine million pounds.")), p(&r("It was old."))].concat();
        assert_eq!(words(&body), ["The quay was sold in May for nine million pounds.", "It was old."], "{kind}");
    }
    let frame = format!("<w:p><w:pPr><w:framePr w:w='3'/></w:pPr>{}</w:p>{}", r("A box."), p(&r("Text.")));
    assert_eq!(words(&frame), ["A box.", "Text."]);
}

#[test]
fn paragraphs_of_the_styles_author_and_date_name_them() {
    let style = |style: &str, text: &str| format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{}</w:p>", r(text));
    let body = [
        style("Title", "Tolls"),
        style("Author", "By Ann Lee"),
        style("Date", "5 March 2026"),
        p(&r("The toll is £9.")),
    ];
    let document = of(&word(&body.concat(), &[]), false);
    assert_eq!(blocks(&document), [(BlockKind::Title, "Tolls"), (BlockKind::Paragraph, "The toll is £9.")]);
    assert_eq!(document.meta.author.as_deref(), Some("Ann Lee"));
    assert_eq!(document.meta.published.map(|day| day.to_string()).as_deref(), Some("2026-03-05"));
    let other = [style("Title", "Tolls"), style("Date", "Some day soon"), p(&r("Text."))].concat();
    assert_eq!(of(&word(&other, &[]), false).blocks.len(), 3);
}

#[test]
fn a_note_says_how_many_tracked_changes_were_accepted() {
    let body = p(&format!("{}<w:ins>{}</w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>", r("a "), r("b")));
    let bytes = word(&body, &[]);
    let told = |original: bool| of(&bytes, original).warnings.concat();
    assert!(told(false).contains("accepted: 1 insertion and 1 deletion"), "{}", told(false));
    assert!(told(true).contains("left aside"), "{}", told(true));
    assert!(of(&word(&p(&r("a")), &[]), false).warnings.is_empty());
}

#[test]
fn other_office_files_are_told_for_what_they_are() {
    let kind = |kind: &str| format!("application/vnd.oasis.opendocument.{kind}");
    for (name, told) in [("spreadsheet", ".ods"), ("presentation", ".odp"), ("graphics", ".odg")] {
        let bytes = pack([("mimetype", kind(name).as_bytes()), ("content.xml", b"<x/>".as_slice())]).unwrap();
        let error = read(&bytes, &ReadOptions::default()).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
    for (part, told) in
        [("Index/Slide.iwa", "Keynote"), ("Index/CalculationEngine.iwa", "Numbers"), ("xl/workbook.xml", "Excel")]
    {
        let bytes = pack([(part, b"x".as_slice())]).unwrap();
        let error = read(&bytes, &ReadOptions::default()).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
    let mut msg = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    msg.extend("__nameid_version1.0".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(read(&msg, &ReadOptions::default()).unwrap_err().to_string().contains(".msg"));
}
