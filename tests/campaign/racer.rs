//! An editor that saves while a run goes on: what it saved is in the sheet after the next run.

use super::{campaign, run, said, text};
use std::io::Write as _;
use std::time::Duration;

#[test]
fn what_an_editor_saves_during_a_run_is_never_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let draft =
        "# The harbour\n\nThe quay cost $3 million in 1931, Ruth Lund said. It is the oldest lock in the county.\n";
    std::fs::write(path("draft.md"), draft).unwrap();
    assert!(run(folder.path(), &["make", "draft.md"]).status.success());
    let (mut number, mut met) = (0, 0);
    campaign("racer", |dice| {
        number += 1;
        std::fs::write(path("draft.md"), format!("{draft}\nIt rained {number} times.\n")).unwrap();
        let word = format!("race{number}x");
        let sheet = path("draft.worksheet.md");
        let open = text(&sheet);
        let saved = open.replacen("- Note:", &format!("- Note: {word}"), 1);
        let child = super::program(folder.path()).args(["make", "draft.md"]).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(dice.below(25_000) as u64));
        if dice.below(2) == 0 {
            // As editors do that write into the file.
            let mut file = std::fs::File::create(&sheet).unwrap();
            let (one, two) = saved.split_at(saved.floor_char_boundary(dice.below(saved.len())));
            file.write_all(one.as_bytes()).unwrap();
            file.write_all(two.as_bytes()).unwrap();
        } else {
            std::fs::write(path("editor.tmp"), &saved).unwrap();
            std::fs::rename(path("editor.tmp"), &sheet).unwrap();
        }
        let first = child.wait_with_output().unwrap();
        met += usize::from(first.status.code() == Some(4));
        let next = run(folder.path(), &["make", "draft.md"]);
        assert!(next.status.success(), "{}", said(&next));
        assert!(text(&sheet).contains(&word), "{word}: {}\n{}", said(&first), said(&next));
        // The note starts anew, so that the sheet stays small.
        let now = text(&sheet);
        let line = now.lines().find(|line| line.contains(&word)).unwrap().to_owned();
        std::fs::write(&sheet, now.replace(&line, "- Note:")).unwrap();
    });
    println!("racer: {met} runs met a save and left it");
}
