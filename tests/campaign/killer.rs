//! Runs that are killed at any moment: the sheet is whole, and the next run clears what is left.

use super::{campaign, run, said, text};
use claimsheet_sheet::Sheet;
use std::fmt::Write as _;
use std::time::Duration;

#[test]
fn a_run_that_is_killed_leaves_a_whole_sheet_and_nothing_that_the_next_does_not_clear() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut draft = "# The harbour\n".to_owned();
    for number in 0..60 {
        let _ = write!(draft, "\nThe quay number {number} cost ${number} million in 1931, Ruth Lund said.\n");
    }
    std::fs::write(path("draft.md"), &draft).unwrap();
    assert!(run(folder.path(), &["make", "draft.md"]).status.success());
    let filled = text(path("draft.worksheet.md")).replace("Verdict:", "Verdict: confirmed");
    std::fs::write(path("draft.worksheet.md"), &filled).unwrap();
    let marks = filled.matches("Verdict: confirmed").count();
    let mut number = 0;
    campaign("killer", |dice| {
        number += 1;
        std::fs::write(path("draft.md"), format!("{draft}\nIt rained {number} times.\n")).unwrap();
        let mut child = super::program(folder.path()).args(["make", "draft.md"]).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(dice.below(40_000) as u64));
        let _ = child.kill();
        let _ = child.wait();
        let sheet = text(path("draft.worksheet.md"));
        assert!(Sheet::parse_strictly(&sheet).is_ok_and(|sheet| sheet.has_record()), "round {number}: {sheet}");
        assert_eq!(sheet.matches("Verdict: confirmed").count(), marks, "round {number}");
        let next = run(folder.path(), &["make", "draft.md"]);
        assert!(next.status.success(), "{}", said(&next));
        let left: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with(".claimsheet-") || name.contains("rescued"))
            .collect();
        assert!(left.is_empty(), "round {number}: {left:?}");
    });
}
