#![allow(clippy::unwrap_used)]

use crate::{Entries, RenderContext, RenderOptions, format};
use claimsheet::options::Options;
use claimsheet_read::package::{Limits, Package, pack};
use claimsheet_read::{ReadOptions, read};
use claimsheet_sheet::worksheet::Worksheet;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

/// The XML of a draft with that body once it has comments; the text read from it is the draft's.
fn commented(body: &str) -> String {
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let parts = [("[Content_Types].xml", b"<Types></Types>".as_slice()), ("word/document.xml", document.as_bytes())];
    let bytes = pack(parts).unwrap();
    let options = ReadOptions::default();
    let draft = read(&bytes, &options).unwrap();
    let worksheet = Worksheet::new("a.docx", &bytes, &draft, claimsheet::analyse(&draft, &Options::default()));
    let material = RenderContext {
        worksheet: &worksheet,
        document: &draft,
        bytes: &bytes,
        sheet: "",
        entries: &Entries::default(),
    };
    let written = format("docx").unwrap().render(&material, &RenderOptions::default()).unwrap();
    assert_eq!(read(&written, &options).unwrap().prose, draft.prose);
    let limits = Limits { bytes: 1 << 20, depth: 64 };
    Package::open(&written, limits).unwrap().text("word/document.xml").unwrap().unwrap()
}

fn body(xml: &str) -> String {
    xml.split_once("<w:body>").unwrap().1.replace("</w:body></w:document>", "").replace(LOOK, "§")
}

const LOOK: &str = "<w:highlight w:val=\"yellow\"/>";

#[test]
fn runs_are_cut_at_claims_and_facts_and_keep_their_looks() {
    let xml = commented(
        "<w:p><w:r w:rsidR=\"1\"><w:rPr><w:b/><w:lang w:val=\"en\"/></w:rPr><w:t xml:space=\"preserve\">How nice! In 1931 it cost £5.</w:t></w:r></w:p>",
    );
    let run = "<w:r w:rsidR=\"1\"><w:rPr><w:b/>";
    let plain = format!("{run}<w:lang w:val=\"en\"/></w:rPr><w:t xml:space=\"preserve\">");
    let marked = format!("{run}§<w:lang w:val=\"en\"/></w:rPr><w:t xml:space=\"preserve\">");
    let end = "</w:t></w:r>";
    assert_eq!(
        body(&xml),
        format!(
            "<w:p>{plain}How nice! {end}<w:commentRangeStart w:id=\"0\"/>{marked}In 1931{end}{plain} it cost {end}{marked}£5{end}{plain}.{end}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
        )
    );
}

#[test]
fn a_run_that_is_one_fact_is_not_cut() {
    let xml = commented(
        "<w:p><w:r><w:t xml:space=\"preserve\">It cost </w:t></w:r><w:r><w:t>£5</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>",
    );
    assert!(
        body(&xml).contains("<w:r><w:rPr>§</w:rPr><w:t>£5</w:t></w:r><w:r><w:t>.</w:t></w:r><w:commentRangeEnd"),
        "{xml}"
    );
}

#[test]
fn white_space_that_did_not_count_does_not_come_to_count() {
    commented(
        "<w:p><w:r><w:t>  He paid 5 <!-- so --> </w:t></w:r></w:p><w:p><w:r><w:t>dollars in May. And £6&#32;</w:t></w:r></w:p>",
    );
    commented(
        "<w:p><w:r><w:t>He paid 5 </w:t></w:r><w:r><w:t>dollars in May 1931 </w:t><w:tab/><w:t> and £6.</w:t></w:r></w:p>",
    );
}

#[test]
fn entities_tabs_cdata_and_formulas_are_left_whole() {
    commented(
        "<w:p><w:r><w:t>Smith &amp; Sons &#163;5</w:t><w:tab/><w:t><![CDATA[in 1931 & 1932]]></w:t></w:r><m:oMath><m:r><m:t>50%</m:t></m:r></m:oMath><w:r><w:t> rose.</w:t></w:r></w:p>",
    );
}

#[test]
fn a_highlight_of_the_draft_stays_as_it_is() {
    let xml = commented("<w:p><w:r><w:rPr><w:highlight w:val=\"green\"/></w:rPr><w:t>It cost £5.</w:t></w:r></w:p>");
    assert!(xml.contains("<w:highlight w:val=\"green\"/>") && !xml.contains(LOOK), "{xml}");
}

#[test]
fn comments_on_a_text_box_stand_around_what_holds_it() {
    let xml = commented(
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>It cost £5 in 1931.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
    );
    assert!(xml.contains("<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:pict>"), "{xml}");
    assert!(xml.contains("</w:pict></w:r><w:commentRangeEnd w:id=\"0\"/>"), "{xml}");
}
