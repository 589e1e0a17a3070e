//! Folders of drafts whose links lead in circles or nowhere.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

fn make(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claimsheet")).arg("make").arg(folder).output().unwrap()
}

#[test]
fn links_in_a_circle_end_and_a_draft_that_two_links_lead_to_is_made_once() {
    let folder = tempfile::tempdir().unwrap();
    let (drafts, below) = (folder.path().join("drafts"), folder.path().join("drafts/below"));
    fs::create_dir_all(&below).unwrap();
    fs::write(below.join("quay.md"), "The quay opened in 1931.").unwrap();
    symlink(&drafts, below.join("circle")).unwrap();
    symlink(&below, drafts.join("again")).unwrap();
    symlink(below.join("self"), below.join("self")).unwrap();
    let made = make(&drafts);
    let told = String::from_utf8(made.stderr).unwrap();
    assert_eq!(told.matches("1 claim").count(), 1, "{told}");
    assert!(told.contains("self: cannot be read"), "{told}");
    assert_eq!(made.status.code(), Some(3), "{told}");
}

#[test]
fn a_link_that_leads_nowhere_is_told_and_the_others_are_made() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("quay.md"), "The quay opened in 1931.").unwrap();
    symlink("gone.md", folder.path().join("lost.md")).unwrap();
    let made = make(folder.path());
    let told = String::from_utf8(made.stderr).unwrap();
    assert!(told.contains("lost.md: cannot be read: the link leads nowhere"), "{told}");
    assert!(folder.path().join("quay.worksheet.md").is_file());
    assert_eq!(made.status.code(), Some(3));
}

#[test]
fn drafts_that_are_made_at_one_time_give_the_sheets_and_messages_of_one_after_the_other() {
    let made = ["1", "7"].map(|jobs| {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..60 {
            let below = folder.path().join(format!("drafts/desk{}", number % 3));
            fs::create_dir_all(&below).unwrap();
            let text = format!("The quay of berth {number} cost ${number}1,000 in 2021.\n\n").repeat(1 + number % 5);
            fs::write(below.join(format!("quay{number}.md")), text).unwrap();
        }
        fs::write(folder.path().join("drafts/desk1/empty.md"), "").unwrap();
        fs::write(folder.path().join("claimsheet.toml"), "[make]\nchecker = \"R. Osei\"\n").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimsheet"));
        let made = command.args(["make", "drafts", "--jobs", jobs]).current_dir(folder.path()).output().unwrap();
        assert_eq!(made.status.code(), Some(3));
        let sheet = |number: usize| {
            fs::read(folder.path().join(format!("drafts/desk{}/quay{number}.worksheet.md", number % 3))).unwrap()
        };
        (String::from_utf8(made.stderr).unwrap(), (0..60).map(sheet).collect::<Vec<_>>())
    });
    let [one, many] = made;
    assert_eq!(one, many);
}
