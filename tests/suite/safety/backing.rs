//! A draft held against its reporter's documents: what the sheet says, what stays, what a pipeline may ask for.

use super::{Folder, Said, finished};
use std::fs;

const DRAFT: &str = "# Ferry\n\nThe ferry carried 48,212 passengers in 2025. The average wait fell to 14 minutes. The harbour has 212 moorings.\n";

const REPORT: &str = "Harbour board, annual report\n\nThe ferry carried 48,212 passengers in 2025, after 41,930 in 2024. The average wait fell to 14 minutes.\n";

const MAKE: &[&str] = &["make", "draft.md", "--evidence", "backing"];

/// A folder with the draft, a document and the sheet.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.write("backing/report.txt", REPORT);
    make(&folder, &[]).is(0);
    folder
}

fn make(folder: &Folder, more: &[&str]) -> Said {
    folder.run(&[MAKE, more].concat())
}

/// Ticks everything that is asked of the figure, and writes a note.
fn checked(folder: &Folder) {
    let mark = |sheet: String| sheet.replacen("- [ ] \"carried", "- [x] \"carried", 1);
    folder.edit("draft.worksheet.md", |sheet| mark(sheet).replacen("- Note:", "- Note: rang the board", 1));
}

#[test]
fn below_a_tick_stands_what_the_documents_say_and_at_the_top_what_to_ask() {
    let sheet = folder().read("draft.worksheet.md");
    assert!(sheet.contains("  - Backing: as written for \"48,212 passengers\"; report.txt, line 3: “"), "{sheet}");
    assert!(sheet.contains("“The **ferry carried 48,212 passengers** in **2025**, after 41,930 in 2024.”"), "{sheet}");
    let questions = sheet.find("## Questions from the documents").unwrap();
    assert!(questions < sheet.find("## Claims").unwrap());
    assert!(sheet.contains("- \"212 moorings\" (line 3): not found in the documents. Where is it from?"), "{sheet}");
}

#[test]
fn a_figure_within_a_tick_is_told_below_it() {
    let sheet = folder().read("draft.worksheet.md");
    assert!(sheet.contains("  - Backing: as written for \"14 minutes\"; report.txt, line 3: “"), "{sheet}");
}

#[test]
fn marks_stay_when_the_documents_change_and_a_tick_against_another_passage_asks_for_another_look() {
    let folder = folder();
    checked(&folder);
    make(&folder, &[]).is(0);
    let same = folder.read("draft.worksheet.md");
    assert!(!same.contains("Backing changed"), "{same}");
    folder.write("backing/report.txt", &REPORT.replace("48,212", "48,221"));
    make(&folder, &[]).is(0);
    let now = folder.read("draft.worksheet.md");
    assert!(now.contains("- [x] \"carried 48,212") && now.contains("- Note: rang the board"), "{now}");
    let asked = "- [ ] **Backing changed since ticked:** look at \"carried 48,212 passengers in 2025\" again. The documents said: as written for";
    assert_eq!(now.matches(asked).count(), 1, "{now}");
    assert!(now.contains("  - Backing: differs; report.txt, line 3: “"), "{now}");
    folder.run(&["status", "draft.worksheet.md"]).says("1 changed since checked");
    make(&folder, &[]).is(0);
    assert_eq!(folder.read("draft.worksheet.md"), now, "a second run changes nothing");
}

#[test]
fn a_run_without_the_documents_keeps_every_mark_and_says_that_their_lines_are_gone() {
    let folder = folder();
    checked(&folder);
    folder.run(&["make", "draft.md"]).is(0).says("the lines on the documents were taken out");
    let now = folder.read("draft.worksheet.md");
    assert!(
        now.contains("- [x] \"carried 48,212") && now.contains("rang the board") && !now.contains("Backing"),
        "{now}"
    );
    make(&folder, &[]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("  - Backing: as written for"));
}

#[test]
fn what_a_person_writes_on_a_line_about_the_documents_stays() {
    let folder = folder();
    folder.edit("draft.worksheet.md", |sheet| sheet.replacen("Backing: as", "Backing: I rang. as", 1));
    folder.write("backing/report.txt", &REPORT.replace("48,212", "48,221"));
    make(&folder, &[]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("Backing: I rang. as written"));
}

#[test]
fn the_gate_asks_for_backing_or_a_tick_with_a_source() {
    let folder = folder();
    let gate = |which: &str| folder.run(&["gate", "draft.worksheet.md", "--require-backing", which]);
    let open = gate("all").is(1);
    assert!(open.out.contains("\"212 moorings\": not found; correct the draft or hand in the document"), "{open:?}");
    assert!(!open.out.contains("\"48,212 passengers\": as written"), "{open:?}");
    folder.edit("draft.worksheet.md", |sheet| finished(&sheet));
    gate("all").is(0);
    folder.edit("draft.worksheet.md", |sheet| sheet.replace("Source: harbour log", "Source:"));
    gate("all").says("212 moorings").is(1);
    folder.run(&["make", "draft.md"]).is(0);
    gate("high").says("was not held against documents").is(1);
}

#[test]
fn a_run_may_fail_on_differences_and_names_each() {
    let folder = folder();
    make(&folder, &["--fail-on", "differs"]).is(0);
    folder.write("backing/report.txt", &REPORT.replace("48,212", "48,221"));
    make(&folder, &["--fail-on", "differs"])
        .is(1)
        .says("draft.md:3: \"48,212 passengers\" differs; report.txt, line 3");
}

#[test]
fn only_documents_that_changed_are_read_again() {
    let folder = folder();
    folder.write("backing/notes.md", "The harbour has 212 moorings, the pilot says.\n");
    make(&folder, &[]).is(0);
    let kept = || -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(folder.path(".claimsheet-backing")).unwrap().map(Result::unwrap);
        let mut all: Vec<_> = entries
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
            .collect();
        all.sort();
        all
    };
    let first = kept();
    assert_eq!(first.len(), 2);
    folder.write("backing/report.txt", &REPORT.replace("48,212", "48,221"));
    make(&folder, &[]).is(0);
    let second = kept();
    let same = second.iter().filter(|one| first.contains(one)).count();
    assert_eq!((second.len(), same), (2, 1), "one is kept, one is new, and the old one is gone");
    let sheet = folder.read("draft.worksheet.md");
    // What was damaged is read anew, and nothing is lost by it.
    for (name, _) in &second {
        fs::write(folder.path(".claimsheet-backing").join(name), b"damaged").unwrap();
    }
    make(&folder, &[]).is(0);
    assert_eq!(folder.read("draft.worksheet.md"), sheet);
    assert_eq!(kept(), second);
}

#[test]
fn nothing_is_kept_where_that_is_asked_for_and_the_sheet_is_the_same() {
    let folder = folder();
    let sheet = folder.read("draft.worksheet.md");
    fs::remove_dir_all(folder.path(".claimsheet-backing")).unwrap();
    fs::remove_file(folder.path("draft.worksheet.md")).unwrap();
    make(&folder, &["--no-cache"]).is(0);
    assert!(!folder.has(".claimsheet-backing"));
    assert_eq!(folder.read("draft.worksheet.md"), sheet);
}

#[test]
fn every_format_tells_what_the_documents_say() {
    let folder = folder();
    for (format, words) in [
        ("csv", "not found"),
        ("json", "\"status\": \"not-found\""),
        ("html", "\"status\":\"not found\""),
        ("markdown", "Backing: not found"),
    ] {
        let told = make(&folder, &["--format", format, "-o", "-"]).is(0).out;
        assert!(told.contains(words) && told.contains("report.txt"), "{format}: {told}");
    }
    let rows = make(&folder, &["--format", "csv", "--rows", "facts", "-o", "-"]).is(0).out;
    assert!(rows.starts_with("number,") && rows.contains("document,passage,what differs"), "{rows}");
    let plain = folder.run(&["make", "draft.md", "--format", "csv", "-o", "-"]).is(0).out;
    assert!(!plain.contains("backing"), "no column without documents: {plain}");
    for (format, part) in [("docx", "word/comments.xml"), ("docx-sheet", "word/document.xml")] {
        make(&folder, &["--format", format, "-o", "out.docx"]).is(0);
        let bytes = fs::read(folder.path("out.docx")).unwrap();
        let limits = claimsheet_read::package::Limits { bytes: 1 << 24, depth: 64 };
        let mut package = claimsheet_read::package::Package::open(&bytes, limits).unwrap();
        let text = package.text(part).unwrap().unwrap();
        assert!(text.contains("Backing: ") && text.contains("ferry carried 48,212"), "{format}: {text}");
        fs::remove_file(folder.path("out.docx")).unwrap();
    }
}

#[test]
fn the_json_of_a_backed_draft_is_as_its_schema_says() {
    let folder = folder();
    let told = make(&folder, &["--format", "json", "-o", "-"]).is(0).out;
    let value: serde_json::Value = serde_json::from_str(&told).unwrap();
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../docs/claimsheet-1.schema.json")).unwrap();
    let wrong: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let places: Vec<&serde_json::Value> = value["claims"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|claim| claim["facts"].as_array().unwrap())
        .flat_map(|fact| fact["evidence"]["where"].as_array().into_iter().flatten())
        .collect();
    let marked = places.iter().find(|place| place["marked"].is_array()).unwrap();
    let (passage, first) = (marked["passage"].as_str().unwrap(), &marked["marked"][0]);
    let at = |key: &str| usize::try_from(first[key].as_u64().unwrap()).unwrap();
    assert!(passage.get(at("start")..at("end")).is_some());
}
