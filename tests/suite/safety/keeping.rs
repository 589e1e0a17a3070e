//! Whatever line or place a person writes on survives the next run.

use super::{DRAFT, Folder, without_entry, without_record};

/// Changes the sheet, makes it anew, twice, and gives it back.
fn after(edit: impl FnOnce(String) -> String, draft: &str, more: &[&str]) -> (String, String) {
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", edit);
    let edited = folder.read("draft.worksheet.md");
    folder.write("draft.md", draft);
    folder.run(&[&["make", "draft.md"], more].concat()).is(0);
    let once = folder.read("draft.worksheet.md");
    folder.run(&[&["make", "draft.md"], more].concat()).is(0);
    assert_eq!(folder.read("draft.worksheet.md"), once, "a second run changes nothing");
    (edited, once)
}

/// Holds that everything that was ticked and filled is there, and each entry once.
#[track_caller]
fn holds_all(before: &str, now: &str, what: &str) {
    for mark in ["Verdict: confirmed", "Source: harbour log", "Checked by: T. Reed, 2026-03-02"] {
        assert_eq!(now.matches(mark).count(), before.matches(mark).count(), "{what}: {mark}\n{now}");
    }
    let ticks = |text: &str| text.matches("[x]").count();
    assert!(ticks(now) >= ticks(before), "{what}: {} of {} ticks\n{now}", ticks(now), ticks(before));
    assert_eq!(now.matches("<!-- claim:").count(), 5, "{what}\n{now}");
    assert_eq!(now.matches("\n### ").count(), 5, "{what}\n{now}");
}

#[test]
fn an_entry_that_nobody_worked_on_leaves_one_line_when_its_claim_leaves_the_draft() {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.run(&["make", "draft.md"]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("\n- Look: "));
    folder.run(&["status", "draft.worksheet.md"]).is(0).says("0 of ");
    folder.write("draft.md", "# Quay opens\n\nA ferry sank in May 1931.\n");
    folder.run(&["make", "draft.md"]).is(0);
    let sheet = folder.read("draft.worksheet.md");
    let (_, gone) = sheet.split_once("## No longer in the text").unwrap();
    assert!(!gone.contains("###") && gone.matches("\n- \"").count() > 1, "{gone}");
}

#[test]
fn words_on_any_line_of_ours_survive_an_unchanged_and_a_changed_draft() {
    let changed = DRAFT.replacen("# Quay opens\n", "# Quay opens\n\n## At last\n", 1);
    let sheet = Folder::done().read("draft.worksheet.md");
    let count = without_record(&sheet).lines().count();
    // One run writes on many lines at once, each at its end, then each at its start.
    for (draft, behind) in [(DRAFT, true), (changed.as_str(), true), (DRAFT, false), (changed.as_str(), false)] {
        let mut written = Vec::new();
        let (_, now) = after(
            |sheet| {
                let lines = sheet.lines().enumerate().map(|(at, line)| {
                    let is_ours = at < count && !line.is_empty() && at > 7;
                    let is_front =
                        !behind && (line.starts_with('#') || line.starts_with("<!--") || line.starts_with('|'));
                    if !is_ours || is_front || line.starts_with("|---") {
                        return line.to_owned();
                    }
                    let word = format!("zz{at}zz");
                    let line = if behind { format!("{line} {word}") } else { format!("{word} {line}") };
                    written.push(word);
                    line
                });
                lines.collect::<Vec<_>>().join("\n") + "\n"
            },
            draft,
            &[],
        );
        assert!(written.len() > 40, "{}", written.len());
        let lost: Vec<&String> = written.iter().filter(|word| !now.contains(word.as_str())).collect();
        assert!(lost.is_empty(), "{lost:?}\n{now}");
    }
}

#[test]
fn the_head_of_a_table_is_a_place_to_write() {
    let gone = DRAFT.replacen("It opened in 1931. ", "", 1);
    for (what, place) in [("head", "| | call Tom |"), ("first cell", "| call Tom | |")] {
        for layout in ["full", "short"] {
            let folder = Folder::new();
            folder.write("draft.md", DRAFT);
            folder.run(&["make", "draft.md", "--layout", "full"]).is(0);
            folder
                .edit("draft.worksheet.md", |sheet| sheet.replace("| | |\n|---|---|", &format!("{place}\n|---|---|")));
            folder.write("draft.md", &gone);
            folder.run(&["make", "draft.md", "--layout", layout]).is(0);
            let now = folder.read("draft.worksheet.md");
            assert_eq!(now.matches("call Tom").count(), 5, "{what}: {now}");
        }
    }
}

#[test]
fn a_sheet_changes_its_layout_and_keeps_every_mark() {
    let folder = Folder::done();
    let before = folder.read("draft.worksheet.md");
    for layout in ["full", "short", "full", "short"] {
        folder.run(&["make", "draft.md", "--layout", layout]).is(0);
        let now = folder.read("draft.worksheet.md");
        let form = |label: &str, value: &str| match layout {
            "full" => now.matches(&format!("| {label} | {value} |")).count(),
            _ => now.matches(&format!("{label}: {value}")).count(),
        };
        let labels = if layout == "full" { ["Source found", "Checked by, on"] } else { ["Source", "Checked by"] };
        assert_eq!(form("Verdict", "confirmed"), 5, "{layout}: {now}");
        assert_eq!(form(labels[0], "harbour log"), 5, "{layout}: {now}");
        assert_eq!(form(labels[1], "T. Reed, 2026-03-02"), 5, "{layout}: {now}");
        let ticks = |text: &str| text.matches("[x]").count();
        assert!(ticks(&now) >= ticks(&before), "{layout}: {now}");
        folder.run(&["gate", "draft.worksheet.md"]).is(0);
    }
}

#[test]
fn an_item_that_a_person_wrote_on_is_the_same_item_in_the_other_layout() {
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", |sheet| {
        let (own, record) = sheet.split_at(sheet.find("<!-- claimsheet:record").unwrap_or(sheet.len()));
        let on_item =
            |line: &str| if line.starts_with("- [x] \"") { format!("{line} ask Tom\n") } else { format!("{line}\n") };
        own.lines().map(on_item).collect::<String>() + record
    });
    let written = folder.read("draft.worksheet.md").matches(" ask Tom").count();
    assert!(written > 3);
    for layout in ["full", "short"] {
        folder.run(&["make", "draft.md", "--layout", layout]).is(0);
        let now = folder.read("draft.worksheet.md");
        let items: Vec<&str> = now.lines().filter(|line| line.starts_with("- [x] \"")).collect();
        assert_eq!(items.iter().filter(|line| line.ends_with(" ask Tom")).count(), written, "{layout}: {now}");
        for item in items {
            let words = item.rsplit_once("\": ").or_else(|| item.rsplit_once("\" — ")).map_or(item, |(words, _)| words);
            let open = words.replace("[x]", "[ ]");
            assert!(!now.contains(&open), "{layout}: {open} stands there again: {now}");
        }
    }
}

#[test]
fn a_line_of_priority_that_a_person_deleted_is_no_other_line() {
    let folder = Folder::done();
    let without = |sheet: String| -> String {
        let is_priority = |line: &&str| !["High:", "Medium:"].iter().any(|word| line.starts_with(word));
        sheet.split_inclusive('\n').filter(is_priority).collect()
    };
    folder.edit("draft.worksheet.md", without);
    let shown = |sheet: &str| ["\n- Look: ", "\nHigh: ", "\nMedium: "].map(|word| sheet.matches(word).count());
    let before = shown(&folder.read("draft.worksheet.md"));
    assert!(before[0] > 1 && before[1] + before[2] == 0, "{before:?}");
    for _ in 0..2 {
        folder.run(&["make", "draft.md"]).is(0);
        assert_eq!(shown(&folder.read("draft.worksheet.md")), before);
    }
}

#[test]
fn an_entry_comes_back_with_all_that_was_written_after_any_way_out() {
    let folder = Folder::done();
    let before = folder.read("draft.worksheet.md");
    let gone = DRAFT.replacen("It opened in 1931. ", "", 1);
    for (draft, more) in [
        (gone.as_str(), &[][..]),
        (DRAFT, &["--min-priority", "high"][..]),
        (gone.as_str(), &["--min-priority", "high"]),
        (DRAFT, &["--min-priority", "high"]),
        (DRAFT, &[]),
    ] {
        folder.write("draft.md", draft);
        folder.run(&[&["make", "draft.md"], more].concat()).is(0);
        let now = folder.read("draft.worksheet.md");
        assert_eq!(now.matches("Verdict: confirmed").count(), 5, "{more:?}: {now}");
    }
    holds_all(&before, &folder.read("draft.worksheet.md"), "back again");
    folder.run(&["gate", "draft.worksheet.md"]).is(0);
}

#[test]
fn an_entry_that_a_person_deleted_stays_deleted_until_it_is_asked_for() {
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", |sheet| without_entry(&sheet, 2));
    let gone = DRAFT.replacen("It opened in 1931. ", "", 1);
    for (draft, more) in
        [(DRAFT, &[][..]), (DRAFT, &["--min-priority", "high"][..]), (DRAFT, &[]), (gone.as_str(), &[]), (DRAFT, &[])]
    {
        folder.write("draft.md", draft);
        folder.run(&[&["make", "draft.md"], more].concat()).is(0);
        assert!(!folder.read("draft.worksheet.md").contains(". It opened in 1931"), "{more:?}");
    }
    folder.run(&["gate", "draft.worksheet.md"]).is(1).says("its entry was deleted").says("--restore");
    folder.run(&["make", "draft.md", "--restore"]).is(0);
    assert!(folder.read("draft.worksheet.md").contains("### 2. It opened in 1931"));
}

/// What programs do to a sheet that is copied through them.
fn through(program: &str, sheet: &str) -> String {
    let body = without_record(sheet);
    let without_comments =
        |text: &str| text.lines().filter(|line| !line.starts_with("<!--")).collect::<Vec<_>>().join("\n") + "\n";
    match program {
        "no record" => body.to_owned(),
        "no comments" => without_comments(body),
        "Google Docs" => {
            without_comments(body)
                .lines()
                .map(|line| {
                    let line = line
                        .replace("- [", "* [")
                        .replace("- Source", "* Source")
                        .replace("- Verdict", "* Verdict")
                        .replace("- Checked", "* Checked")
                        .replace("· [x]", "· \\[x\\]");
                    let line = line.strip_prefix("> ").map_or(line.clone(), |quote| format!("  {quote}"));
                    match line.strip_prefix("### ").and_then(|title| title.split_once(". ")) {
                        Some((number, words)) => format!("### **{number}\\. {words}** {{#{number}.-words}}"),
                        None => line.strip_prefix("## ").map_or(line.clone(), |title| format!("## **{title}**")),
                    }
                })
                .collect::<Vec<_>>()
                .join("\n")
                + "\n"
        }
        "Notion" => without_comments(body).replace("\n### ", "\n## ").replace("- [", "- \\[").replace("] ", "\\] "),
        "Word" => without_comments(body).replace('\n', "\r\n").replace('"', "“").replace("- [", "+ ["),
        "a formatter" => {
            let (front, record) = sheet.split_at(sheet.find("<!-- claimsheet:record").unwrap());
            let mut wrapped = String::new();
            let mut width = 0;
            for word in record.split_inclusive([' ', '\n']) {
                if width + word.len() > 60 {
                    wrapped.push('\n');
                    width = 0;
                }
                width += word.len();
                wrapped.push_str(word);
            }
            front.replace("\n- ", "\n* ") + &wrapped
        }
        "a cut" => sheet[..sheet.rfind(" claim ").unwrap() + 15].to_owned(),
        _ => panic!("{program}"),
    }
}

#[test]
fn entries_without_their_marks_are_found_again_by_their_words() {
    for program in ["no record", "no comments", "Google Docs", "Notion", "Word", "a formatter", "a cut"] {
        for draft in [DRAFT, &DRAFT.replacen("# Quay opens\n", "# Quay opens\n\n## At last\n", 1)] {
            let mut edited = String::new();
            let (_, now) = after(
                |sheet| {
                    edited = through(program, &sheet);
                    edited.clone()
                },
                draft,
                &[],
            );
            let ticked = |text: &str| text.replace("\\[x\\]", "[x]").matches("[x]").count();
            assert!(ticked(&now) >= ticked(&edited), "{program}: {now}");
            assert_eq!(now.matches("Verdict: confirmed").count(), 5, "{program}: {now}");
            assert_eq!(now.matches("<!-- claim:").count(), 5, "{program}: {now}");
            let headings = now.lines().filter(|line| line.starts_with("##") && line.contains("1931")).count();
            assert_eq!(headings, 1, "{program}: {now}");
        }
    }
}

#[test]
fn a_wrapped_record_is_as_good_as_a_whole_one() {
    let (_, now) = after(|sheet| through("a formatter", &sheet), DRAFT, &[]);
    assert_eq!(now.matches("<!-- claimsheet:record").count(), 1);
    assert!(!without_record(&now).contains("lines top"), "{now}");
    let folder = Folder::done();
    folder.edit("draft.worksheet.md", |sheet| through("a formatter", &without_entry(&sheet, 2)));
    folder.run(&["make", "draft.md"]).is(0);
    assert!(!folder.read("draft.worksheet.md").contains(". It opened in 1931"), "the deleted entry stays deleted");
}

#[test]
fn what_is_written_into_and_behind_the_record_stays() {
    let (_, now) = after(
        |sheet| sheet.replacen(" lines top", "\nwithin the record\nlines top", 1) + "\nbehind the record\n",
        DRAFT,
        &[],
    );
    for words in ["within the record", "behind the record"] {
        assert_eq!(now.matches(words).count(), 1, "{now}");
    }
}
