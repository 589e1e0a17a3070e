//! An article through five drafts, with a checker's edits in between: `tests/story/`.

use super::repository;
use claimsheet::claim::Priority;
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::{self, Entry, Labels, Sheet};
use std::path::PathBuf;
use std::process::Command;

struct Desktop {
    folder: tempfile::TempDir,
}

impl Desktop {
    fn sheet(&self) -> PathBuf {
        self.folder.path().join("ferry.worksheet.md")
    }

    /// Saves draft `number` and makes its sheet; what the program said.
    fn make(&self, number: u32) -> String {
        let draft = self.folder.path().join("ferry.md");
        std::fs::copy(repository(&format!("tests/story/{number}.md")), &draft).unwrap();
        let run = Command::new(env!("CARGO_BIN_EXE_claimsheet")).arg("make").arg(&draft).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stderr).unwrap()
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.sheet()).unwrap()
    }

    /// Replaces `from` by `to` in the entry whose heading holds `heading`, as one would in an editor.
    fn edit(&self, heading: &str, from: &str, to: &str) {
        let text = self.text();
        let start = text.lines().find(|line| line.starts_with("###") && line.contains(heading)).unwrap();
        let (before, rest) = text.split_at(text.find(start).unwrap());
        let (entry, behind) = rest.split_at(rest[1..].find("\n##").map_or(rest.len(), |end| end + 1));
        assert!(entry.contains(from), "{from:?} is not in the entry {heading:?}");
        std::fs::write(self.sheet(), before.to_owned() + &entry.replacen(from, to, 1) + behind).unwrap();
    }

    fn entries(&self) -> Vec<Entry> {
        claimsheet_sheet::entries(&Sheet::parse(&self.text()).unwrap(), &Labels::default())
    }

    fn entry(&self, heading: &str) -> Entry {
        let found = self.entries().into_iter().find(|entry| entry.heading.contains(heading));
        found.unwrap_or_else(|| panic!("no entry {heading:?}"))
    }
}

#[test]
fn five_drafts_lose_nothing_that_the_checker_wrote() {
    let desk = Desktop { folder: tempfile::tempdir().unwrap() };
    desk.make(1);
    desk.edit("Repairs cost", "- [ ] \"$2.4 million", "- [x] \"$2.4 million");
    desk.edit("Repairs cost", "Verdict:", "Verdict: confirmed");
    desk.edit("Repairs cost", "Source:", "Source: the board's accounts, p. 4");
    desk.edit("Repairs cost", "Checked by:", "Checked by: O. Reed, 2026-05-11");
    desk.edit("We paid for", "Checked by:", "Checked by:\n\n- Note: heard on the recording, 14:20");

    let said = desk.make(2);
    assert!(said.contains("1 edited, 0 new, 0 removed"), "{said}");
    let repairs = desk.entry("Repairs cost $2.6");
    assert!(repairs.edited, "the verdict is to be looked at again");
    assert_eq!(repairs.review.verdict, "confirmed");
    assert!(desk.text().contains("It read: \"Repairs cost $2.4 million, twice"), "the old words are shown");
    desk.edit("Repairs cost", "- [ ] **Edited since", "- [x] **Edited since");
    desk.edit("Repairs cost", "\n- Look: ", "\n\nThe accounts say 2.61.\n\n- Look: ");
    // Whatever its priority is, the checker wants another.
    let (own, wanted) = match desk.entry("About 340").priority {
        Priority::High => ("High", Priority::Low),
        Priority::Medium => ("Medium", Priority::High),
        Priority::Low => ("Low", Priority::High),
    };
    desk.edit("About 340", own, if wanted == Priority::High { "High" } else { "Low" });

    let said = desk.make(3);
    assert!(said.contains("0 edited, 1 new, 0 removed"), "{said}");
    assert_eq!(desk.entry("About 340").priority, wanted);
    assert!(!desk.entry("Repairs cost").edited);
    desk.edit("The ferry is the oldest", "Verdict:", "Verdict: cut");
    desk.edit("The ferry is the oldest", "### ", "### The photograph\n\n- [ ] who stands at the rail\n\n### ");

    let said = desk.make(4);
    assert!(said.contains("1 edited, 0 new, 1 removed"), "{said}");
    let gone = desk.entry("We paid for");
    assert!(gone.withdrawn);
    assert_eq!(gone.review.note, "heard on the recording, 14:20");

    let said = desk.make(5);
    assert!(said.contains("0 new, 0 removed"), "{said}");
    let back = desk.entry("We paid for");
    assert!(!back.withdrawn, "a claim that returns brings its notes");
    assert_eq!(back.review.note, "heard on the recording, 14:20");
    let text = desk.text();
    for written in [
        "The accounts say 2.61.",
        "### The photograph",
        "who stands at the rail",
        "Verdict: cut",
        "O. Reed, 2026-05-11",
    ] {
        assert_eq!(text.matches(written).count(), 1, "{written}");
    }
    let order: Vec<String> =
        desk.entries().into_iter().filter(|entry| entry.id.is_some()).map(|entry| entry.heading).collect();
    let place = |words: &str| order.iter().position(|heading| heading.contains(words)).unwrap();
    assert!(place("The board voted") < place("About 340") && place("About 340") < place("Repairs cost"), "{order:?}");
    assert_eq!(ReviewPolicy::default().lacks(&desk.entry("Repairs cost")), []);

    let before = desk.text();
    desk.make(5);
    assert_eq!(desk.text(), before, "a run without change gives the same bytes");
}

#[test]
fn a_killed_run_leaves_a_whole_sheet() {
    let desk = Desktop { folder: tempfile::tempdir().unwrap() };
    desk.make(1);
    desk.edit("Repairs cost", "- Note:", "- Note: kept through it all");
    for number in 0..60_u64 {
        let draft = if number % 2 == 0 { 2 } else { 3 };
        let path = desk.folder.path().join("ferry.md");
        std::fs::copy(repository(&format!("tests/story/{draft}.md")), &path).unwrap();
        let mut run = Command::new(env!("CARGO_BIN_EXE_claimsheet"))
            .arg("make")
            .arg(&path)
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(number * 173 % 9000));
        let _ = run.kill();
        run.wait().unwrap();
        let text = desk.text();
        assert!(text.ends_with("-->\n"), "the sheet is cut off");
        assert_eq!(text.matches("kept through it all").count(), 1);
        assert!(Sheet::parse(&text).is_ok());
    }
}

#[test]
fn two_runs_at_once_lose_nothing() {
    let desk = Desktop { folder: tempfile::tempdir().unwrap() };
    desk.make(1);
    desk.edit("Repairs cost", "- Note:", "- Note: kept through it all");
    let path = desk.folder.path().join("ferry.md");
    std::fs::copy(repository("tests/story/3.md"), &path).unwrap();
    let runs: Vec<_> = (0..6)
        .map(|_| Command::new(env!("CARGO_BIN_EXE_claimsheet")).arg("make").arg(&path).spawn().unwrap())
        .collect();
    for mut run in runs {
        assert!(run.wait().unwrap().success());
    }
    let text = desk.text();
    assert_eq!(text.matches("kept through it all").count(), 1);
    assert_eq!(text.matches("**New in the draft**").count(), 1);
}
