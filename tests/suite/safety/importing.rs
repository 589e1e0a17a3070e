//! Answers that come back.

use super::{DRAFT, Folder};

fn made() -> Folder {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.run(&["make", "draft.md"]).is(0);
    folder
}

#[test]
fn a_conflict_is_listed_with_both_values_and_settled_as_asked() {
    let folder = made();
    folder.edit("draft.worksheet.md", |sheet| sheet.replacen("Verdict:", "Verdict: disputed", 1));
    let before = folder.read("draft.worksheet.md");
    folder.write("answers.csv", "id,verdict\n0220b10c61,confirmed\n");
    let import =
        |more: &[&str]| folder.run(&[&["import", "draft.worksheet.md", "--from", "answers.csv"], more].concat());
    for (more, code) in [(&[][..], 1), (&["--prefer", "sheet"], 0)] {
        import(more).is(code).says("here \"disputed\", there \"confirmed\"; left as it is");
        assert_eq!(folder.read("draft.worksheet.md"), before);
    }
    import(&["--prefer", "file"]).is(0).says("here \"disputed\", there \"confirmed\"; replaced");
    assert!(folder.read("draft.worksheet.md").contains("Verdict: confirmed"));
    assert_eq!(folder.read("draft.worksheet.md.bak"), before);
}

#[test]
fn answers_to_no_entry_are_told_and_kept() {
    let folder = made();
    folder.write(
        "answers.csv",
        "id,claim,verdict,note\nffffffffff,The pier is old.,disputed,ask Tom\n,Mine alone,cut,see page 2\n0220b10c61,,confirmed,\n",
    );
    folder.run(&["import", "draft.worksheet.md", "--from", "answers.csv"]).is(1).says("ffffffffff").says("Mine alone");
    let sheet = folder.read("draft.worksheet.md");
    for kept in ["ask Tom", "The pier is old.", "see page 2", "Verdict: disputed", "Verdict: cut"] {
        assert_eq!(sheet.matches(kept).count(), 1, "{kept}: {sheet}");
    }
    folder.run(&["import", "draft.worksheet.md", "--from", "answers.csv"]).is(0);
    assert_eq!(folder.read("draft.worksheet.md"), sheet, "once is enough");
    folder.run(&["make", "draft.md"]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("ask Tom"));
}

#[test]
fn answers_to_own_entries_go_through_json() {
    let folder = made();
    folder.edit("draft.worksheet.md", |sheet| {
        sheet.replacen("### 2. ", "### The photograph\n\n- [ ] look at it\n\n- Verdict:\n- Note:\n\n### 2. ", 1)
    });
    let exported = folder.run(&["export", "draft.worksheet.md"]).is(0).out;
    let mut json: serde_json::Value = serde_json::from_str(&exported).unwrap();
    let entry = json["entries"].as_array_mut().unwrap().iter_mut().find(|entry| entry["id"].is_null()).unwrap();
    entry["review"]["note"] = "taken in 1930".into();
    folder.write("answers.json", &json.to_string());
    folder.run(&["import", "draft.worksheet.md", "--from", "answers.json"]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("- Note: taken in 1930"));
}

#[test]
fn a_word_that_is_no_verdict_is_told_and_stands_in_the_entry() {
    let folder = made();
    folder.write("answers.csv", "id,verdict\n0220b10c61,conf\n");
    folder
        .run(&["import", "draft.worksheet.md", "--from", "answers.csv"])
        .is(1)
        .says("\"conf\" came back as the verdict");
    let sheet = folder.read("draft.worksheet.md");
    assert!(!sheet.contains("Verdict: conf") && sheet.contains("not one of your verdicts:** conf"), "{sheet}");
    folder.run(&["status", "draft.worksheet.md"]).is(0).says("0 of 5 claims done");
}

/// The first words of drafts whose claims have ids like numbers.
fn numeric() -> (String, String) {
    use claimsheet::options::Options;
    use claimsheet::text::document::Document;
    let found = (1..4000).find_map(|number| {
        let text = format!("The quay number {number} cost $3 million in 1931.");
        let claims = claimsheet::analyse(&Document::from_text(&text), &Options::default()).claims;
        let id = claims.first()?.id.clone();
        id.parse::<f64>().is_ok().then_some((text, id))
    });
    found.unwrap()
}

#[test]
fn an_id_never_looks_like_a_number_to_a_spreadsheet_and_comes_back() {
    let folder = Folder::new();
    let (text, id) = numeric();
    folder.write("draft.md", &text);
    folder.run(&["make", "draft.md"]).is(0);
    for preset in claimsheet_render::table::PRESETS {
        let said = folder.run(&["make", "draft.md", "--format", "csv", "--preset", preset.name, "-o", "-"]).is(0);
        let mut rows = csv::Reader::from_reader(said.out.as_bytes());
        for cell in rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!(cell.contains(&id) && cell.parse::<f64>().is_ok()), "{}: {cell}", preset.name);
        }
    }
    let table = folder.run(&["make", "draft.md", "--format", "csv", "-o", "-"]).is(0).out;
    assert!(table.contains(&format!("claim:{id}")), "{table}");
    folder.write("answers.csv", &format!("id,verdict\nclaim:{id},confirmed\n"));
    folder.run(&["import", "draft.worksheet.md", "--from", "answers.csv"]).is(0).says("1 field filled");
    let exported = folder.run(&["export", "draft.worksheet.md", "--format", "csv"]).is(0).out;
    assert!(exported.contains(&format!("claim:{id}")), "{exported}");
    folder.write("again.csv", &exported);
    folder.run(&["import", "draft.worksheet.md", "--from", "again.csv"]).is(0).says("0 fields filled");
}

/// The parts of a package, by name.
type Parts = Vec<(String, Vec<u8>)>;

fn parts(bytes: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            std::io::copy(&mut file, &mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The document with another text in a part, as a program that saved it.
fn saved(bytes: &[u8], edit: impl Fn(&str, String) -> String) -> Vec<u8> {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts(bytes) {
        archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => edit(&name, text).into_bytes(),
            Err(error) => error.into_bytes(),
        };
        archive.write_all(&bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn commented() -> (Folder, Vec<u8>) {
    let folder = made();
    folder.run(&["make", "draft.md", "--format", "docx", "-o", "draft.docx"]).is(0);
    let bytes = super::holds(&folder.path("draft.docx"));
    (folder, bytes)
}

/// The part of comments with more in the comment that holds `words`.
fn typed(comments: &str, words: &str, more: &str) -> String {
    let at = comments.find(words).unwrap_or_else(|| panic!("{words} is not in {comments}"));
    let end = at + comments[at..].find("</w:comment>").unwrap();
    format!("{}{more}{}", &comments[..end], &comments[end..])
}

const PARAGRAPH: &str = "<w:p><w:r><w:t>Verdict: confirmed</w:t></w:r></w:p><w:p><w:r><w:t>Source found: harbour log</w:t></w:r></w:p><w:p><w:r><w:t>The log has a gap in May</w:t></w:r></w:p>";

#[test]
fn text_typed_into_our_comments_comes_back() {
    let (folder, bytes) = commented();
    let bytes = saved(&bytes, |name, text| {
        if name != "word/comments.xml" {
            return text;
        }
        typed(&text, "event</w:t>", PARAGRAPH).replacen("☐ ", "☑ ", 1)
    });
    std::fs::write(folder.path("draft.docx"), bytes).unwrap();
    folder.run(&["make", "draft.md", "--format", "docx", "-o", "draft.docx"]).is(4).says("import");
    folder.run(&["import", "draft.worksheet.md", "--from", "draft.docx"]).is(0).says("fields filled");
    let sheet = folder.read("draft.worksheet.md");
    for mark in ["Verdict: confirmed", "Source: harbour log", "The log has a gap in May", "[x]"] {
        assert_eq!(sheet.matches(mark).count(), 1, "{mark}: {sheet}");
    }
    folder.run(&["import", "draft.worksheet.md", "--from", "draft.docx"]).is(0).says("0 fields filled");
    folder.run(&["make", "draft.md", "--format", "docx", "-o", "draft.docx"]).is(0).says("is kept as");
}

/// A reply of somebody's.
fn reply(id: &str, words: &str) -> String {
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"T. Reed\" w:date=\"2026-03-02T10:00:00Z\" w:initials=\"TR\"><w:p w14:paraId=\"0000000{id}\"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
    )
}

#[test]
fn replies_and_resolved_marks_come_back_from_word() {
    let (folder, bytes) = commented();
    let bytes = saved(&bytes, |name, text| {
        match name {
        "word/comments.xml" => {
            let first = text.find("<w:p>").unwrap();
            let text = format!("{}<w:p w14:paraId=\"000000AA\">{}", &text[..first], &text[first + 5..]);
            let finding = text.find("Ask the author · ").unwrap();
            let start = text[..finding].rfind("<w:p>").unwrap();
            let text = format!("{}<w:p w14:paraId=\"000000BB\">{}", &text[..start], &text[start + 5..]);
            text.replace("<w:comments ", "<w:comments xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" ")
                .replace("</w:comments>", &(reply("7", "Confirmed.") + &reply("8", "Source found: harbour log") + "</w:comments>"))
        }
        "[Content_Types].xml" => text.replace("</Types>", "<Override PartName=\"/word/commentsExtended.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml\"/></Types>"),
        "word/_rels/document.xml.rels" => text.replace("</Relationships>", "<Relationship Id=\"ext\" Type=\"http://schemas.microsoft.com/office/2011/relationships/commentsExtended\" Target=\"commentsExtended.xml\"/></Relationships>"),
        _ => text,
    }
    });
    let more = "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w15:commentEx w15:paraId=\"000000AA\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"00000007\" w15:paraIdParent=\"000000AA\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"00000008\" w15:paraIdParent=\"000000AA\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"000000BB\" w15:done=\"1\"/></w15:commentsEx>";
    let mut archive = zip::ZipWriter::new_append(std::io::Cursor::new(bytes)).unwrap();
    archive.start_file("word/commentsExtended.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut archive, more.as_bytes()).unwrap();
    std::fs::write(folder.path("back.docx"), archive.finish().unwrap().into_inner()).unwrap();
    folder.run(&["import", "draft.worksheet.md", "--from", "back.docx"]).is(0);
    let sheet = folder.read("draft.worksheet.md");
    for mark in
        ["Verdict: Confirmed", "Source: harbour log", "Checked by: T. Reed, 2026-03-02", "- [x] **Poll without method"]
    {
        assert_eq!(sheet.matches(mark).count(), 1, "{mark}: {sheet}");
    }
}

#[test]
fn replies_come_back_through_google_docs() {
    let (folder, bytes) = commented();
    let bytes = saved(&bytes, |name, text| match name {
        "word/comments.xml" => {
            // Google Docs names every comment's author anew, and writes a reply as a comment at the same words.
            text.replace("w:author=\"claimsheet\"", "w:author=\"R. Osei\"").replace(
                "</w:comments>",
                &(reply("70", "Verdict: disputed").replace(" w14:paraId=\"00000070\"", "") + "</w:comments>"),
            )
        }
        "word/document.xml" => text
            .replacen(
                "<w:commentRangeStart w:id=\"0\"/>",
                "<w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"70\"/>",
                1,
            )
            .replacen(
                "<w:commentRangeEnd w:id=\"0\"/>",
                "<w:commentRangeEnd w:id=\"0\"/><w:commentRangeEnd w:id=\"70\"/>",
                1,
            ),
        _ => text,
    });
    std::fs::write(folder.path("back.docx"), bytes).unwrap();
    folder.run(&["import", "draft.worksheet.md", "--from", "back.docx"]).is(0);
    let sheet = folder.read("draft.worksheet.md");
    assert!(sheet.contains("Verdict: disputed") && sheet.contains("T. Reed, 2026-03-02"), "{sheet}");
    assert_eq!(sheet.matches("- Note: ").count(), 0, "our own lines are no notes: {sheet}");
}

#[test]
fn ticks_and_settled_findings_come_back_from_a_workbook() {
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    let folder = made();
    folder.run(&["make", "draft.md", "--format", "xlsx"]).is(0);
    let bytes = super::holds(&folder.path("draft.worksheet.xlsx"));
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let mut back = rust_xlsxwriter::Workbook::new();
    let mut boxes = 0;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let sheet = back.add_worksheet().set_name(&name).unwrap();
        for (row, cells) in range.rows().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let text = match cell {
                    Data::Empty => continue,
                    cell => cell.to_string(),
                };
                boxes += text.matches('☐').count();
                sheet.write(row as u32, column as u16, text.replace('☐', "☑")).unwrap();
            }
        }
    }
    std::fs::write(folder.path("back.xlsx"), back.save_to_buffer().unwrap()).unwrap();
    folder.run(&["import", "draft.worksheet.md", "--from", "back.xlsx"]).is(0);
    let sheet = folder.read("draft.worksheet.md");
    let open: Vec<&str> =
        sheet.lines().filter(|line| line.contains("[ ]") && !line.contains("] Source for ")).collect();
    assert!(open.is_empty(), "{boxes} boxes: {open:#?}");
}
