//! Files as the system has them: links, permissions, names, runs that were killed, editors that save meanwhile.

#![cfg(unix)]

use super::{DRAFT, Folder, holds};
use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};

fn mode(folder: &Folder, name: &str) -> u32 {
    fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777
}

fn set(folder: &Folder, name: &str, mode: u32) {
    fs::set_permissions(folder.path(name), Permissions::from_mode(mode)).unwrap();
}

/// Changes the draft, so that the sheet is written.
fn change(folder: &Folder, year: u32) {
    let permissions = fs::metadata(folder.path("draft.md")).unwrap().permissions();
    folder.write("draft.md", &format!("{DRAFT}\nThe pier cost $9 million in {year}.\n"));
    fs::set_permissions(folder.path("draft.md"), permissions).unwrap();
}

#[test]
fn no_link_is_written_through() {
    let folder = Folder::done();
    folder.write("precious", "precious");
    symlink("precious", folder.path("draft.worksheet.md.bak")).unwrap();
    change(&folder, 1999);
    let sheet = folder.read("draft.worksheet.md");
    folder.run(&["make", "draft.md"]).is(4).says("draft.worksheet.md.bak").says("link");
    assert_eq!((folder.read("precious"), folder.read("draft.worksheet.md")), ("precious".to_owned(), sheet.clone()));
    fs::remove_file(folder.path("draft.worksheet.md.bak")).unwrap();
    fs::rename(folder.path("draft.worksheet.md"), folder.path("real.md")).unwrap();
    symlink("real.md", folder.path("draft.worksheet.md")).unwrap();
    folder.run(&["make", "draft.md"]).is(4).says("link").says("real.md");
    folder.run(&["sign", "draft.worksheet.md", "--by", "M. Vance", "--open"]).is(4);
    assert_eq!(folder.read("real.md"), sheet);
    symlink("draft.md", folder.path("page.html")).unwrap();
    folder.run(&["make", "draft.md", "--format", "html", "-o", "page.html"]).is(2).says("the draft itself");
    symlink("precious", folder.path("page.json")).unwrap();
    folder.run(&["make", "draft.md", "--format", "json", "-o", "page.json", "--force"]).is(4);
    assert_eq!(folder.read("precious"), "precious");
    symlink("/dev/null", folder.path("null.json")).unwrap();
    folder.run(&["make", "draft.md", "--format", "json", "-o", "null.json"]).is(0);
}

#[test]
fn permissions_are_kept_and_never_widened() {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    set(&folder, "draft.md", 0o600);
    folder.run(&["make", "draft.md", "--format", "markdown", "--format", "csv", "--format", "html"]).is(0);
    change(&folder, 1999);
    folder.run(&["make", "draft.md", "--format", "markdown", "--format", "csv", "--format", "html"]).is(0);
    for name in ["draft.worksheet.md", "draft.worksheet.md.bak", "draft.worksheet.csv", "draft.worksheet.html"] {
        assert_eq!(mode(&folder, name) & 0o077, 0, "{name}: {:o}", mode(&folder, name));
    }
    set(&folder, "draft.worksheet.md", 0o640);
    change(&folder, 1998);
    folder.run(&["make", "draft.md"]).is(0);
    assert_eq!((mode(&folder, "draft.worksheet.md"), mode(&folder, "draft.worksheet.md.bak")), (0o640, 0o640));
}

#[test]
fn what_has_the_words_of_a_private_sheet_is_as_private() {
    let folder = Folder::done();
    set(&folder, "draft.worksheet.md", 0o600);
    folder.run(&["make", "draft.md", "--format", "html"]).is(0);
    folder.run(&["export", "draft.worksheet.md", "--format", "csv", "-o", "answers.csv"]).is(0);
    for name in ["draft.worksheet.html", "answers.csv"] {
        assert_eq!(mode(&folder, name) & 0o077, 0, "{name}: {:o}", mode(&folder, name));
    }
}

#[test]
fn read_only_means_read_only() {
    let folder = Folder::done();
    let before = folder.read("draft.worksheet.md");
    set(&folder, "draft.worksheet.md", 0o444);
    folder.run(&["make", "draft.md"]).is(4).says("read-only");
    change(&folder, 1999);
    folder.run(&["make", "draft.md"]).is(4).says("read-only");
    folder.run(&["sign", "draft.worksheet.md", "--by", "M. Vance", "--open"]).is(4).says("read-only");
    assert_eq!(folder.read("draft.worksheet.md"), before);
    folder.run(&["gate", "draft.worksheet.md"]).is(1);
}

#[test]
fn names_that_are_no_text_work_and_never_collide() {
    let folder = Folder::new();
    let mut sheets = std::collections::HashSet::new();
    for (number, name) in
        [&b"a\xff.md"[..], b"a\xfe.md", b"a%ff.md", b"a\nb.md", b"a\x1b[31m.md", b"-a.md", b"a b.md"].iter().enumerate()
    {
        let name = OsStr::from_bytes(name);
        fs::write(folder.0.path().join(name), DRAFT).unwrap();
        let mut command = folder.command(&["make", "--"]);
        let run = command.arg(name).output().unwrap();
        assert!(run.status.success(), "{name:?}: {run:?}");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(!said.trim_end().contains(['\u{1b}']) && said.trim_end().lines().count() == 1, "{said:?}");
        let count = folder.names().iter().filter(|name| name.ends_with(".worksheet.md")).count();
        let names = fs::read_dir(folder.0.path()).unwrap().map(|entry| entry.unwrap().file_name());
        sheets.extend(names.filter(|name| name.as_bytes().ends_with(b".worksheet.md")));
        assert_eq!((sheets.len(), count >= 1), (number + 1, true), "{name:?}");
    }
    for sheet in &sheets {
        let gate = folder.command(&["gate", "--"]).arg(sheet).output().unwrap();
        assert_eq!(gate.status.code(), Some(1), "{sheet:?}: its draft is found: {gate:?}");
    }
}

#[test]
fn names_that_are_long_work_or_are_refused_with_advice() {
    let folder = Folder::new();
    let name = |length: usize| format!("{}.md", "n".repeat(length));
    folder.write(&name(250), DRAFT);
    folder.run(&["make", &name(250)]).is(2).says("-o");
    folder.write(&name(242), DRAFT);
    folder.run(&["make", &name(242)]).is(0);
    folder.write(&name(242), &format!("{DRAFT}\nThe pier cost $9 million in 1999.\n"));
    folder.run(&["make", &name(242)]).is(0);
    assert!(folder.names().iter().any(|name| name.ends_with(".bak")), "{:?}", folder.names());
}

#[test]
fn what_killed_runs_leave_is_cleared_by_the_next() {
    let folder = Folder::done();
    folder.write(".claimsheet-abcdef.tmp", "half a sheet");
    folder.write(".claimsheet-0123456789abcdef.swap", "what somebody saved");
    folder.write(".claimsheet-notes.md", "mine");
    folder.run(&["make", "draft.md"]).is(0).says("claimsheet-rescued-");
    let names = folder.names();
    assert!(!names.iter().any(|name| name.ends_with(".tmp") || name.ends_with(".swap")), "{names:?}");
    let rescued = names.iter().find(|name| name.starts_with("claimsheet-rescued-")).unwrap();
    assert_eq!(folder.read(rescued), "what somebody saved");
    assert_eq!(folder.read(".claimsheet-notes.md"), "mine");
}

#[test]
fn devices_and_pipes_are_no_drafts() {
    let folder = Folder::done();
    assert!(std::process::Command::new("mkfifo").arg(folder.path("pipe.md")).status().unwrap().success());
    for name in ["pipe.md", "/dev/zero"] {
        folder.run(&["make", name]).is(3).says("hand it on with `-`");
    }
    folder.run(&["import", "draft.worksheet.md", "--from", "pipe.md"]).is(3);
    folder.run(&["gate", "/dev/null"]).is(3);
}

#[test]
fn the_lock_is_one_whichever_way_leads_to_the_sheet() {
    let folder = Folder::new();
    folder.write("real/draft.md", DRAFT);
    symlink("real", folder.path("way")).unwrap();
    folder.run(&["make", "real/draft.md"]).is(0);
    let held = fs::File::open(folder.path("real")).unwrap();
    held.lock().unwrap();
    folder.write("real/draft.md", &format!("{DRAFT}\nThe pier cost $9 million in 1999.\n"));
    let before = holds(&folder.path("real/draft.worksheet.md"));
    let mut run = folder.command(&["make", "way/draft.md"]).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(run.try_wait().unwrap().is_none(), "it waits for the lock");
    assert_eq!(holds(&folder.path("real/draft.worksheet.md")), before);
    drop(held);
    assert!(run.wait().unwrap().success());
    assert_ne!(holds(&folder.path("real/draft.worksheet.md")), before);
}

#[test]
fn what_an_editor_writes_in_two_goes_is_waited_for() {
    let folder = Folder::done();
    let whole = folder.read("draft.worksheet.md").replacen("- Note:", "- Note: slow save", 1);
    change(&folder, 1999);
    for cut in [0, whole.len() / 2] {
        // As editors save that write into the file: it is emptied, and written to a little later.
        let mut file = fs::File::create(folder.path("draft.worksheet.md")).unwrap();
        std::io::Write::write_all(&mut file, &whole.as_bytes()[..cut]).unwrap();
        let late = whole[cut..].to_owned();
        let editor = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(150));
            std::io::Write::write_all(&mut file, late.as_bytes()).unwrap();
        });
        folder.run(&["make", "draft.md"]).is(0);
        editor.join().unwrap();
        assert!(folder.read("draft.worksheet.md").contains("slow save"), "cut at {cut}");
    }
}
