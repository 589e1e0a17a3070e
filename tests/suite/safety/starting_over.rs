//! What `--force`, `--reset` and `--renamed` do to what stands where something is to be written.

use super::{DRAFT, Folder, finished};
use claimsheet_render::FORMATS;

#[test]
fn force_never_resets_a_sheet() {
    let folder = Folder::done();
    let before = folder.read("draft.worksheet.md");
    folder.run(&["make", "draft.md", "--force"]).is(0);
    let after = folder.read("draft.worksheet.md");
    assert_eq!(after.matches("Verdict: confirmed").count(), before.matches("Verdict: confirmed").count());
}

#[test]
fn starting_over_is_asked_for_by_name_and_keeps_what_was_there() {
    let folder = Folder::done();
    let before = folder.read("draft.worksheet.md");
    folder.run(&["make", "draft.md", "--reset"]).is(2).says("--reset=draft.worksheet.md");
    folder.run(&["make", "draft.md", "--reset=other.worksheet.md"]).is(2);
    assert_eq!(folder.read("draft.worksheet.md"), before);
    for number in 1..=2 {
        folder.write("draft.worksheet.md", &before);
        folder.run(&["make", "draft.md", "--reset=draft.worksheet.md"]).is(0);
        assert!(!folder.read("draft.worksheet.md").contains("confirmed"));
        assert_eq!(folder.read(&format!("draft.worksheet.md.old-{number}.bak")), before);
    }
}

#[test]
fn in_every_format_our_own_files_are_refreshed_and_others_are_left() {
    let folder = Folder::done();
    for format in FORMATS.iter().filter(|format| format.name != "markdown") {
        let own = format!("own.{}", format.suffix);
        let arguments = ["make", "draft.md", "--format", format.name, "-o", &own];
        folder.run(&arguments).is(0);
        folder.edit("draft.worksheet.md", |sheet| sheet.replacen("- Note:\n", "- Note: seen\n", 1));
        folder.run(&arguments).is(0);
        folder.run(&arguments).is(0);
        let foreign = format!("foreign.{}", format.suffix);
        folder.write(&foreign, "written by hand\n");
        let arguments = ["make", "draft.md", "--format", format.name, "-o", &foreign];
        folder.run(&arguments).is(4).says("did not write");
        assert_eq!(folder.read(&foreign), "written by hand\n", "{}", format.name);
        folder.run(&[&arguments[..], &["--force"]].concat()).is(0).says("is kept as");
        assert_eq!(folder.read(&format!("{foreign}.old-1.bak")), "written by hand\n", "{}", format.name);
    }
    assert!(
        !folder.names().iter().any(|name| name.starts_with("own.") && name.contains(".old-")),
        "{:?}",
        folder.names()
    );
}

#[test]
fn a_file_of_notes_is_no_sheet_to_merge_into() {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.write("notes.md", "# Notes\n\nCall Tom.\n");
    folder.run(&["make", "draft.md", "-o", "notes.md"]).is(4).says("did not write");
    assert_eq!(folder.read("notes.md"), "# Notes\n\nCall Tom.\n");
}

#[test]
fn answers_in_a_table_that_the_sheet_lacks_are_not_replaced() {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.run(&["make", "draft.md"]).is(0);
    folder.run(&["make", "draft.md", "--format", "csv"]).is(0);
    let ours = folder.read("draft.worksheet.csv");
    let mut rows = csv::Reader::from_reader(ours.as_bytes());
    let header = rows.headers().unwrap().clone();
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(&header).unwrap();
    for row in rows.records() {
        let row = row.unwrap();
        let cells = header.iter().zip(row.iter()).map(|(name, cell)| match name {
            "verdict" => "confirmed",
            "source found" => "log",
            _ => cell,
        });
        table.write_record(cells).unwrap();
    }
    let answered = String::from_utf8(table.into_inner().unwrap()).unwrap();
    folder.write("draft.worksheet.csv", &answered);
    folder
        .run(&["make", "draft.md", "--format", "csv"])
        .is(4)
        .says("claimsheet import SHEET --from draft.worksheet.csv");
    assert_eq!(folder.read("draft.worksheet.csv"), answered);
    folder.run(&["import", "draft.worksheet.md", "--from", "draft.worksheet.csv"]).is(0);
    folder.run(&["make", "draft.md", "--format", "csv"]).is(0);
}

#[test]
fn two_drafts_never_share_a_sheet() {
    let folder = Folder::new();
    folder.write("a/story.md", "The quay cost $3 million in 1931.\n");
    folder.write("b/story.md", "The pier cost $9 million in 1999.\n");
    folder.write("a/story.txt", "The mole cost $7 million in 1989.\n");
    folder.write("out/.keep", "");
    for (first, second, more) in [("a/story.md", "b/story.md", &["-o", "out"][..]), ("a/story.md", "a/story.txt", &[])]
    {
        folder.run(&[&["make", first], more].concat()).is(0);
        let sheet = if more.is_empty() { "a/story.worksheet.md" } else { "out/story.worksheet.md" };
        let before = folder.read(sheet);
        let said = folder.run(&[&["make", second], more].concat()).is(4);
        let names = [first, second].map(|name| name.rsplit('/').next().unwrap());
        assert!(names.iter().all(|name| said.err.contains(name)) && said.err.contains("--renamed"), "{said:?}");
        assert_eq!(folder.read(sheet), before);
        folder.run(&[&["make", second, "--format", "csv"], more].concat()).is(4);
    }
    folder.run(&["make", "b/story.md", "-o", "out", "--renamed"]).is(0);
    folder.run(&["make", "b/story.md", "-o", "out"]).is(0);
}

#[test]
fn a_pattern_passes_over_every_sheet() {
    let folder = Folder::done();
    folder.write("one.md", DRAFT);
    std::fs::rename(folder.path("draft.worksheet.md"), folder.path("checked.md")).unwrap();
    folder.write("bare.worksheet.md", "# no front matter\n");
    let said = folder.run(&["make", "one.md", "checked.md", "bare.worksheet.md"]).is(0);
    assert!(said.err.contains("checked.md: made by claimsheet, skipped"), "{said:?}");
    assert!(!folder.has("checked.worksheet.md") && !folder.has("bare.worksheet.worksheet.md"));
    folder.run(&["make", "checked.md"]).is(2).says("name the draft instead");
}

#[test]
fn what_was_made_is_no_draft_whatever_it_is_called() {
    let folder = Folder::done();
    let made =
        [("html", "draft.html"), ("docx", "comments.docx"), ("docx-sheet", "printed.docx"), ("json", "data.json")];
    for (format, file) in made {
        folder.run(&["make", "draft.md", "--format", format, "-o", file]).is(0);
    }
    for _ in 0..2 {
        folder.run(&["make", "."]).is(0);
        folder.run(&["make", "draft.md", "comments.docx"]).is(0).says("comments.docx: made by claimsheet");
    }
    assert!(["comments", "printed", "data"].iter().all(|stem| !folder.has(&format!("{stem}.worksheet.md"))));
}

#[test]
fn there_is_a_backup_whenever_git_does_not_hold_the_very_bytes() {
    let folder = Folder::done();
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.args(["-c", "user.name=desk", "-c", "user.email=desk@paper.example"]).args(arguments);
        assert!(git.current_dir(folder.0.path()).output().unwrap().status.success());
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    let change = |year: &str| folder.write("draft.md", &format!("{DRAFT}\nThe pier cost $9 million in {year}.\n"));
    change("1999");
    folder.run(&["make", "draft.md"]).is(0);
    assert!(!folder.has("draft.worksheet.md.bak"), "git holds it");
    folder.edit("draft.worksheet.md", |sheet| finished(&sheet).replace("harbour log", "the new log"));
    let before = folder.read("draft.worksheet.md");
    change("1998");
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!(folder.read("draft.worksheet.md.bak"), before);
}
