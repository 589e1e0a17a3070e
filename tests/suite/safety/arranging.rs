//! The order that a person gave the entries, and claims that a person split, stay over runs.

use super::{Folder, without_record};

const DRAFT: &str = "# Quay opens\n\nThe quay cost $3 million and opened in 1931, Mayor Ruth Lund said.\n\nIt is the longest quay in the county, with 41 berths.\n\nThe port counted 12,400 boats in 2024.\n\nAbout 70 percent of residents backed the plan in a survey.\n";

/// A folder with the draft and its sheet.
fn made(more: &[&str]) -> Folder {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.run(&[&["make", "draft.md"], more].concat()).is(0);
    folder
}

/// The first words of the claims, in the sheet's order.
fn order(folder: &Folder) -> Vec<String> {
    let sheet = folder.read("draft.worksheet.md");
    let headings = sheet.lines().filter_map(|line| line.strip_prefix("### "));
    headings.map(|words| words.split(' ').skip(1).take(2).collect::<Vec<_>>().join(" ")).collect()
}

/// The sheet with the entry of one number before that of another.
fn moved(sheet: &str, number: usize, before: usize) -> String {
    let start = sheet.find(&format!("### {number}. ")).unwrap();
    let end = start + sheet[start + 1..].find("\n##").unwrap() + 2;
    let entry = sheet[start..end].to_owned();
    let rest = format!("{}{}", &sheet[..start], &sheet[end..]);
    let at = rest.find(&format!("### {before}. ")).unwrap();
    format!("{}{entry}{}", &rest[..at], &rest[at..])
}

/// The part of the sheet from a heading to the next.
fn part<'a>(sheet: &'a str, heading: &str) -> &'a str {
    let start = sheet.find(heading).unwrap_or_else(|| panic!("{heading} is not in\n{sheet}"));
    let end = sheet[start + 1..].find("\n#").map_or(sheet.len(), |end| start + 1 + end);
    &sheet[start..end]
}

/// The sheet with its first claim split: what it says of the year in an entry of its own, which is checked.
fn split(sheet: &str, mark: bool) -> String {
    let first = part(sheet, "### 1. ").to_owned();
    let fact = first.lines().find(|line| line.contains("\"opened in 1931\"")).unwrap();
    let id = first.split("<!-- claim:").nth(1).unwrap().split(' ').next().unwrap();
    let mark = if mark { format!("<!-- part of claim:{id} -->\n") } else { String::new() };
    let own = format!(
        "### The year\n{mark}> opened in 1931\n{}\n\n- Source: harbour log\n- Verdict: confirmed\n- Checked by: T. Reed, 2026-03-02\n\n",
        fact.replace("[ ]", "[x]")
    );
    let rest = first.replace(&format!("{fact}\n"), "");
    sheet.replace(&first, &format!("{rest}\n{own}")).replace("\n\n\n", "\n\n")
}

#[test]
fn an_entry_that_was_moved_stays_where_it_was_put_while_the_draft_changes_around_it() {
    let folder = made(&[]);
    folder.edit("draft.worksheet.md", |sheet| moved(&sheet, 3, 1));
    folder.write("draft.md", &DRAFT.replace("It is the", "The dredging took 14 months.\n\nIt is the"));
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!(order(&folder), ["The port", "The quay", "The dredging", "It is", "About 70"]);
    // The numbers are the draft's.
    assert!(folder.read("draft.worksheet.md").contains("### 4. The port"));
    let once = folder.read("draft.worksheet.md");
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!(folder.read("draft.worksheet.md"), once);
}

#[test]
fn an_author_who_moves_a_paragraph_moves_its_entry() {
    let folder = made(&[]);
    let port = "The port counted 12,400 boats in 2024.\n\n";
    folder.write("draft.md", &DRAFT.replace(port, "").replace("The quay", &format!("{port}The quay")));
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!(order(&folder), ["The port", "The quay", "It is", "About 70"]);
}

#[test]
fn an_entry_that_was_moved_is_found_again_after_its_words_were_edited() {
    let folder = made(&[]);
    folder.edit("draft.worksheet.md", |sheet| moved(&sheet, 4, 1).replacen("- Note:", "- Note: called", 1));
    folder.write("draft.md", &DRAFT.replace("backed the plan", "supported the plan"));
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!(order(&folder), ["About 70", "The quay", "It is", "The port"]);
    assert!(part(&folder.read("draft.worksheet.md"), "### 4. About").contains("**Edited since checked:**"));
}

#[test]
fn an_order_survives_an_editor_that_takes_marks_and_record_away() {
    let folder = made(&[]);
    folder.edit("draft.worksheet.md", |sheet| {
        let sheet = moved(&sheet, 3, 1);
        let lines = without_record(&sheet).lines().filter(|line| !line.starts_with("<!--"));
        lines.collect::<Vec<_>>().join("\n") + "\n"
    });
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!(order(&folder), ["The port", "The quay", "It is", "About 70"]);
}

#[test]
fn a_sheet_in_the_order_of_priority_is_as_the_program_made_it_until_somebody_moves_an_entry() {
    let folder = Folder::new();
    folder.write(
        "draft.md",
        &format!(
            "{DRAFT}\nThe harbour master, Tom Reed, was charged with taking bribes of $40,000, prosecutors said.\n"
        ),
    );
    folder.run(&["make", "draft.md", "--sort", "priority"]).is(0);
    let sheet = folder.read("draft.worksheet.md");
    assert_eq!(order(&folder), ["The quay", "The harbour", "It is", "The port", "About 70"]);
    folder.run(&["make", "draft.md", "--sort", "priority"]).is(0);
    assert_eq!(folder.read("draft.worksheet.md"), sheet);
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!(order(&folder), ["The quay", "It is", "The port", "About 70", "The harbour"]);
    folder.write("draft.worksheet.md", &moved(&sheet, 4, 1));
    folder.run(&["make", "draft.md", "--sort", "priority"]).is(0);
    assert_eq!(folder.read("draft.worksheet.md"), moved(&sheet, 4, 1));
}

#[test]
fn both_parts_of_a_claim_survive_a_run_and_the_command_line_knows_them() {
    for mark in [true, false] {
        let folder = made(&[]);
        folder.edit("draft.worksheet.md", |sheet| split(&sheet, mark));
        let sheet = folder.read("draft.worksheet.md");
        folder.run(&["make", "draft.md"]).is(0);
        assert_eq!(folder.read("draft.worksheet.md"), sheet);
        folder.run(&["status", "draft.worksheet.md"]).is(0).says("1 of 5 claims done");
        folder.run(&["export", "draft.worksheet.md", "--format", "json"]).is(0).says("\"part_of\": \"");
        // The fact is ticked where it went to.
        let facts = folder.run(&["make", "draft.md", "--format", "csv", "--rows", "facts", "-o", "-"]).is(0).out;
        let row = |words: &str| facts.lines().find(|line| line.contains(words)).unwrap();
        assert!(row(",opened in 1931,").contains("☑") && row(",$3 million,").contains("☐"), "{facts}");
    }
}

#[test]
fn a_verdict_on_one_part_stands_while_only_the_other_was_edited() {
    for mark in [true, false] {
        let folder = made(&[]);
        folder.edit("draft.worksheet.md", |sheet| split(&sheet, mark));
        folder.write("draft.md", &DRAFT.replace("$3 million", "$4 million"));
        folder.run(&["make", "draft.md"]).is(0);
        let sheet = folder.read("draft.worksheet.md");
        assert!(!part(&sheet, "### The year").contains("Edited since checked"), "{sheet}");
        folder.run(&["status", "draft.worksheet.md"]).is(0).says("1 of 5 claims done");
        // Then its own words, twice.
        for (year, was) in [("1932", "opened in 1931"), ("1933", "opened in 1932")] {
            folder.write("draft.md", &DRAFT.replace("$3 million", "$4 million").replace("1931", year));
            folder.run(&["make", "draft.md"]).is(0);
            let sheet = folder.read("draft.worksheet.md");
            let own = part(&sheet, "### The year");
            assert!(
                own.contains("**Edited since checked:**") && own.contains("[x] \"opened in 1931\""),
                "{was}: {sheet}"
            );
            assert!(own.contains(&format!("in {year}, Mayor")), "{sheet}");
        }
        folder.run(&["status", "draft.worksheet.md"]).is(0).says("0 of 5 claims done");
    }
}

#[test]
fn a_part_that_is_headed_by_its_words_is_not_taken_for_the_claim_that_was_edited() {
    for mark in [true, false] {
        let folder = made(&[]);
        folder.edit("draft.worksheet.md", |sheet| {
            let sheet = sheet.replacen("- Source:", "- Source: town hall", 1);
            split(&sheet, mark).replace("### The year", "### opened in 1931")
        });
        folder.write("draft.md", &DRAFT.replace("$3 million", "$4 million"));
        folder.run(&["make", "draft.md"]).is(0).says("3 kept, 1 edited, 0 new, 0 removed");
        let sheet = folder.read("draft.worksheet.md");
        let whole = part(&sheet, "### 1. ");
        assert!(whole.contains("$4 million") && whole.contains("- Source: town hall"), "{sheet}");
        assert!(part(&sheet, "### opened in 1931").contains("- Source: harbour log"), "{sheet}");
    }
}

#[test]
fn both_parts_go_with_the_claim_and_come_back_with_it() {
    for mark in [true, false] {
        let folder = made(&[]);
        folder.edit("draft.worksheet.md", |sheet| split(&sheet, mark).replacen("- Note:", "- Note: called", 1));
        folder.write(
            "draft.md",
            &DRAFT.replace("The quay cost $3 million and opened in 1931, Mayor Ruth Lund said.\n\n", ""),
        );
        folder.run(&["make", "draft.md"]).is(0).says("1 removed");
        let sheet = folder.read("draft.worksheet.md");
        let (above, below) = sheet.split_once("## No longer in the text").unwrap();
        assert!(!above.contains("### The year") && below.contains("- Note: called") && below.contains("### The year"));
        folder.run(&["status", "draft.worksheet.md"]).is(0).says("0 of 3 claims done");
        folder.run(&["make", "draft.md"]).is(0);
        assert_eq!(folder.read("draft.worksheet.md"), sheet);
        folder.write("draft.md", DRAFT);
        folder.run(&["make", "draft.md"]).is(0);
        let sheet = folder.read("draft.worksheet.md");
        let headings: Vec<&str> = sheet.lines().filter(|line| line.starts_with("### ")).collect();
        assert_eq!(headings.get(1), Some(&"### The year"), "{sheet}");
        assert!(part(&sheet, "### The year").contains("Verdict: confirmed") && sheet.contains("- Note: called"));
        folder.run(&["status", "draft.worksheet.md"]).is(0).says("1 of 5 claims done");
    }
}

#[test]
fn words_of_a_claim_that_left_the_draft_come_back_to_it_in_one_run() {
    // A heading was put into the entry after its claim had left: above the words that it quotes, or below them where
    // the mark is gone.
    for (mark, heading) in [(true, "### Rung\n\n> The quay"), (false, "> The quay")] {
        let folder = made(&[]);
        folder.edit("draft.worksheet.md", |sheet| sheet.replacen("- Note:", "- Note: called", 1));
        let first = "The quay cost $3 million and opened in 1931, Mayor Ruth Lund said.\n\n";
        folder.write("draft.md", &DRAFT.replace(first, ""));
        folder.run(&["make", "draft.md"]).is(0);
        folder.edit("draft.worksheet.md", |sheet| {
            let (above, below) = sheet.split_once("## No longer in the text").unwrap();
            let below = below.replacen("> The quay", heading, 1);
            let below = if mark { below } else { below.replacen("- [ ]", "\n### Rung\n\n- [ ]", 1) };
            let lines = below.lines().filter(|line| mark || !line.starts_with("<!-- claim:"));
            format!("{above}## No longer in the text{}\n", lines.collect::<Vec<_>>().join("\n"))
        });
        folder.write("draft.md", DRAFT);
        folder.run(&["make", "draft.md"]).is(0);
        let sheet = folder.read("draft.worksheet.md");
        let (claims, _) = sheet.split_once("### 2. ").unwrap();
        assert!(claims.contains("> The quay") && sheet.contains("### Rung"), "{sheet}");
        assert!(sheet.contains("- Note: called"), "{sheet}");
        folder.run(&["make", "draft.md"]).is(0);
        assert_eq!(folder.read("draft.worksheet.md"), sheet);
    }
}

#[test]
fn a_part_of_a_claim_is_never_taken_for_the_claim_where_the_marks_are_gone() {
    let folder = made(&[]);
    folder.edit("draft.worksheet.md", |sheet| {
        let sheet = split(&sheet, false);
        let own = part(&sheet, "### The year").to_owned();
        let sheet = sheet.replace(&own, "").replace("### 1. ", &format!("{own}\n### 1. "));
        let lines = without_record(&sheet).lines().filter(|line| !line.starts_with("<!--"));
        lines.collect::<Vec<_>>().join("\n") + "\n"
    });
    folder.run(&["make", "draft.md"]).is(0);
    let sheet = folder.read("draft.worksheet.md");
    assert!(!part(&sheet, "### The year").contains("<!-- claim:"), "{sheet}");
    assert_eq!(sheet.matches("<!-- claim:").count(), 4, "{sheet}");
}
