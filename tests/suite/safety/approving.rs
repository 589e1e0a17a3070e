//! The gate and the signature fail closed.

use super::{DRAFT, Folder, finished, without_entry, without_record};

#[test]
fn a_sheet_that_is_done_passes_and_says_what_passed() {
    let folder = Folder::done();
    folder.run(&["gate", "draft.worksheet.md"]).is(0).says("draft.worksheet.md: passed: 5 claims of draft.md, sha256 ");
}

#[test]
fn what_is_no_whole_sheet_never_passes() {
    let folder = Folder::done();
    let sheet = folder.read("draft.worksheet.md");
    let start = sheet.find("### 1.").unwrap();
    let end = sheet.find("## Names").unwrap();
    let front = &sheet[sheet.find("\n---\n").unwrap() + 5..];
    for (what, text, code) in [
        ("empty", String::new(), 3),
        ("blank", "\n\n".to_owned(), 3),
        ("no sheet", "# Shopping\n\n- [x] milk\n".to_owned(), 3),
        ("the draft", DRAFT.to_owned(), 3),
        ("an unknown version", sheet.replace("claimsheet: 2", "claimsheet: one"), 3),
        ("a later version", sheet.replace("claimsheet: 2", "claimsheet: 9"), 3),
        ("old line ends", sheet.replace('\n', "\r"), 3),
        ("one old line end", sheet.replacen("harbour log", "harbour\rlog", 1), 3),
        ("in conflict", format!("<<<<<<< ours\n{sheet}"), 3),
        ("cut behind an entry", sheet[..sheet.find("### 3.").unwrap()].to_owned(), 1),
        ("cut before the record", without_record(&sheet).to_owned(), 1),
        ("without entries", format!("{}{}", &sheet[..start], &sheet[end..]), 1),
        ("without an entry", without_entry(&sheet, 2), 1),
        ("without front matter and an entry", without_entry(front, 2), 1),
    ] {
        folder.write("other.worksheet.md", &text);
        let said = folder.run(&["gate", "other.worksheet.md"]);
        assert_eq!(said.code, Some(code), "{what}: {said:?}");
        assert!(!said.err.trim().is_empty(), "{what} is told");
        assert_ne!(folder.run(&["sign", "other.worksheet.md", "--by", "M. Vance"]).code, Some(0), "{what}");
        assert_eq!(folder.read("other.worksheet.md"), text, "{what} is left as it is");
        let without_draft = folder.run(&["gate", "--no-draft", "other.worksheet.md"]);
        assert_ne!(without_draft.code, Some(0), "{what} without its draft: {without_draft:?}");
    }
}

#[test]
fn a_draft_that_changed_or_is_gone_shuts_the_gate() {
    let folder = Folder::done();
    folder.edit("draft.md", |draft| draft + "\nSee you there.\n");
    folder.run(&["gate", "draft.worksheet.md"]).is(1).says("draft.md changed since the sheet was made");
    folder.run(&["sign", "draft.worksheet.md", "--by", "M. Vance"]).is(1).says("--open");
    folder.run(&["gate", "--no-draft", "draft.worksheet.md"]).is(0).says("its draft was not compared");
    std::fs::rename(folder.path("draft.md"), folder.path("story.md")).unwrap();
    folder.run(&["gate", "draft.worksheet.md"]).is(3).says("--draft");
    folder.write("story.md", DRAFT);
    folder.run(&["gate", "draft.worksheet.md", "--draft", "story.md"]).is(0).says("claims of story.md");
}

#[test]
fn a_draft_in_another_folder_is_found() {
    let folder = Folder::new();
    folder.write("drafts/deep/draft.md", DRAFT);
    folder.write("sheets/.keep", "");
    folder.run(&["make", "drafts/deep/draft.md", "-o", "sheets"]).is(0);
    folder.edit("sheets/draft.worksheet.md", |sheet| finished(&sheet));
    folder.run(&["gate", "sheets"]).is(0).says("claims of sheets/../drafts/deep/draft.md");
}

#[test]
fn the_draft_is_read_again_as_it_was_read_for_the_sheet() {
    let folder = Folder::new();
    let text = "The café cost $3 million. It opened in 1931.\n";
    let bytes: Vec<u8> = text.chars().map(|letter| letter as u32 as u8).collect();
    std::fs::write(folder.path("draft.story"), bytes).unwrap();
    folder.run(&["make", "draft.story", "--from", "text", "--encoding", "windows-1252"]).is(0);
    folder.edit("draft.worksheet.md", |sheet| finished(&sheet));
    folder.run(&["gate", "draft.worksheet.md"]).is(0);
}

#[test]
fn claims_left_out_by_their_priority_are_missed_by_the_gate_that_asks_for_all() {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.run(&["make", "draft.md", "--min-priority", "high"]).is(0);
    folder.edit("draft.worksheet.md", |sheet| finished(&sheet));
    folder.run(&["gate", "draft.worksheet.md"]).is(1).says("below high priority");
    folder.run(&["gate", "draft.worksheet.md", "--require", "high"]).is(0).says("2 claims of high priority");
}

#[test]
fn a_finding_whose_line_was_deleted_is_not_settled_and_comes_back() {
    let folder = Folder::done();
    let is_finding = |line: &&str| line.contains("Poll without method");
    folder.edit("draft.worksheet.md", |sheet| {
        sheet.lines().filter(|line| !is_finding(line)).collect::<Vec<_>>().join("\n") + "\n"
    });
    folder.run(&["gate", "draft.worksheet.md"]).is(1).says("--restore");
    folder.run(&["make", "draft.md"]).is(0);
    assert!(!folder.read("draft.worksheet.md").contains("Poll without method"), "what was deleted stays deleted");
    folder.run(&["make", "draft.md", "--restore"]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("Poll without method"));
}

#[test]
fn an_open_sheet_is_signed_on_purpose_only_and_the_signature_says_so() {
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", |sheet| sheet.replacen("Verdict: confirmed", "Verdict:", 1));
    let before = folder.read("draft.worksheet.md");
    folder.run(&["sign", "draft.worksheet.md", "--by", "M. Vance"]).is(1).says("(no verdict)").says("--open");
    assert_eq!(folder.read("draft.worksheet.md"), before);
    folder.run(&["sign", "draft.worksheet.md", "--by", "M. Vance", "--on", "2026-03-03", "--open"]).is(0);
    let sheet = folder.read("draft.worksheet.md");
    assert!(sheet.contains("M. Vance · 2026-03-03") && sheet.contains("open: 1"), "{sheet}");
    folder.run(&["status", "draft.worksheet.md"]).is(0).says("M. Vance, 2026-03-03, with 1 open; unchanged since");
    folder.run(&["gate", "draft.worksheet.md"]).is(1);
}

#[test]
fn a_second_signature_adds_and_a_line_of_the_users_stays() {
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", |sheet| {
        sheet.replacen("## Claims", "signed: by hand, on paper\n\n## Claims", 1).replacen(
            "checker: ",
            "checker: \nsigned: off?",
            1,
        )
    });
    for name in ["M. Vance", "B. Osei"] {
        folder.run(&["sign", "draft.worksheet.md", "--by", name, "--on", "2026-03-03"]).is(0);
    }
    let sheet = folder.read("draft.worksheet.md");
    for kept in ["signed: by hand, on paper", "signed: off?", "M. Vance ·", "B. Osei ·"] {
        assert_eq!(sheet.matches(kept).count(), 1, "{kept}: {sheet}");
    }
    folder.run(&["gate", "draft.worksheet.md"]).is(0);
    folder.run(&["make", "draft.md"]).is(0);
    folder.run(&["gate", "draft.worksheet.md"]).is(0);
    folder.edit("draft.worksheet.md", |sheet| sheet.replacen("harbour log", "harbour book", 1));
    folder
        .run(&["gate", "draft.worksheet.md"])
        .is(1)
        .says("signed by M. Vance")
        .says("changed after sign-off: the sheet");
}

#[test]
fn a_word_that_is_no_verdict_counts_nowhere() {
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", |sheet| sheet.replacen("Verdict: confirmed", "Verdict: conf", 1));
    folder.run(&["gate", "draft.worksheet.md"]).is(1).says("\"conf\" is none of");
    folder.run(&["status", "draft.worksheet.md"]).is(0).says("4 of 5 claims done").says("1 \"conf\"");
    folder.run(&["make", "draft.md"]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("4 of 5 done"));
    folder.run(&["make", "draft.md", "--format", "github", "-o", "-"]).is(0).says("::");
    let review = folder.run(&["export", "draft.worksheet.md", "--format", "claimreview"]).is(0);
    assert_eq!(review.out.matches("ClaimReview").count(), 4, "{review:?}");
}

#[test]
fn initials_with_a_date_alone_are_none() {
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", |sheet| sheet.replace("T. Reed, 2026-03-02", "2026-03-02"));
    folder.run(&["gate", "draft.worksheet.md"]).is(1).says("not initialled");
    folder.run(&["status", "draft.worksheet.md"]).is(0).says("0 of 5 claims done").says("checked by –");
}
