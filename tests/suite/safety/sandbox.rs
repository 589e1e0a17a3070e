//! Drafts of people whom one does not know.

use super::{DRAFT, Folder};

#[test]
fn in_the_sandbox_nothing_is_read_but_the_drafts_that_are_named_and_their_sheets() {
    let folder = Folder::new();
    folder.write("repo/draft.md", DRAFT);
    folder.write(
        "repo/claimsheet.toml",
        "[make]\ntemplates = \"own\"\nchecker = \"Mallory\"\n[desk]\nverdicts = [\"whatever\"]\n",
    );
    folder.write("repo/own/worksheet.md", "hijacked\n");
    folder
        .run(&["make", "repo/draft.md", "-o", "-"])
        .is(0)
        .says("hijacked")
        .says("repo/claimsheet.toml: used as the configuration");
    for option in ["--sandbox", "--no-config"] {
        let said = folder.run(&["make", "repo/draft.md", option, "-o", "-"]).is(0);
        assert!(
            !said.out.contains("hijacked") && !said.out.contains("Mallory") && !said.err.contains("toml"),
            "{said:?}"
        );
    }
    folder.write("trusted.toml", "[make]\nchecker = \"R. Osei\"\n");
    folder.run(&["make", "repo/draft.md", "--sandbox", "--config", "trusted.toml", "-o", "-"]).is(0).says("R. Osei");
    folder.run(&["make", "repo/draft.md", "--sandbox"]).is(0);
    folder.edit("repo/draft.worksheet.md", |sheet| super::finished(&sheet).replace(": confirmed", ": whatever"));
    folder.run(&["gate", "repo/draft.worksheet.md", "--sandbox"]).is(1).says("\"whatever\" is none of");
    folder.run(&["gate", "repo/draft.worksheet.md"]).is(0);
}

#[cfg(unix)]
#[test]
fn in_the_sandbox_no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let folder = Folder::done();
    folder.write("secret/plan.md", "The plan costs $3 million in 2027.\n");
    folder.write("repo/.keep", "");
    symlink("../secret/plan.md", folder.path("repo/plan.md")).unwrap();
    symlink("../secret", folder.path("repo/way")).unwrap();
    for draft in ["repo/plan.md", "repo/way/plan.md"] {
        let said = folder.run(&["make", "--sandbox", draft, "-o", "-"]).is(3).says("link");
        assert!(!said.out.contains("plan costs"), "{said:?}");
        folder.run(&["explain", "--sandbox", draft]).is(3);
    }
    let said = folder.run(&["make", "--sandbox", "repo", "--format", "json", "-o", "-"]);
    assert!(!said.out.contains("plan costs"), "{said:?}");
    symlink("../draft.worksheet.md", folder.path("repo/x.worksheet.md")).unwrap();
    folder.run(&["gate", "--sandbox", "repo/x.worksheet.md"]).is(3).says("link");
    folder.write("repo/x.md", DRAFT);
    folder.run(&["make", "--sandbox", "repo/x.md"]).is(3).says("link");
}

#[test]
fn a_configuration_of_somebody_else_is_not_used() {
    // Only who may give files away can try this.
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder.write("claimsheet.toml", "[make]\nchecker = \"Mallory\"\n");
    let given =
        std::process::Command::new("chown").args(["65534", "claimsheet.toml"]).current_dir(folder.0.path()).output();
    if given.is_ok_and(|given| given.status.success()) {
        let said = folder.run(&["make", "draft.md", "-o", "-"]).is(0).says("belongs to somebody else");
        assert!(!said.out.contains("Mallory"));
        folder.run(&["make", "draft.md", "-o", "-", "--config", "claimsheet.toml"]).is(0).says("Mallory");
    }
}

#[test]
fn a_template_without_end_is_an_error_and_no_abort() {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    folder
        .write("steps/worksheet.md", "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}");
    folder.run(&["make", "draft.md", "--templates", "steps"]).is(5).says("the template needs more than");
    if cfg!(target_os = "linux") {
        folder.write(
            "memory/worksheet.md",
            "{% set ns = namespace(x='aaaaaaaaaa') %}{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        );
        folder.run(&["make", "draft.md", "--templates", "memory"]).is(5).says("megabytes of memory");
    }
    assert!(!folder.has("draft.worksheet.md"));
}

#[test]
fn every_file_that_is_read_has_a_limit() {
    let folder = Folder::done();
    let huge = std::fs::File::create(folder.path("claimsheet.toml")).unwrap();
    huge.set_len(1 << 34).unwrap();
    folder.run(&["make", "draft.md"]).is(5).says("bytes");
    std::fs::remove_file(folder.path("claimsheet.toml")).unwrap();
    let huge = std::fs::File::create(folder.path("answers.csv")).unwrap();
    huge.set_len(1 << 34).unwrap();
    folder.run(&["import", "draft.worksheet.md", "--from", "answers.csv"]).is(3).says("bytes");
    folder.run(&["gate", "answers.csv"]).is(3).says("bytes");
    std::fs::create_dir(folder.path("own")).unwrap();
    std::fs::File::create(folder.path("own/worksheet.md")).unwrap().set_len(1 << 34).unwrap();
    folder.run(&["make", "draft.md", "--templates", "own"]).is(5).says("bytes");
}
