//! What is printed is text, and what is handed on tells no more than it must.

use super::{DRAFT, Folder};

const HOSTILE: &str = "# ::error::x\n\n::error file=a::The quay cost $3 million, ##[error]Ruth Lund of @harbour-desk said in 1931\u{1b}[31m\u{202e}. ##vso[task.complete]It opened in 1931.\n";

#[cfg(unix)]
#[test]
fn nothing_printed_is_a_command_or_moves_a_cursor() {
    let folder = Folder::new();
    let name = "e\u{1b}[31mvil\n::error::@desk \u{202e}.md";
    folder.write(name, HOSTILE);
    let sheet = name.replace(".md", ".worksheet.md");
    for arguments in [
        &["make", name][..],
        &["make", "missing\n::error::.md"],
        &["gate", &sheet],
        &["status", &sheet],
        &["sign", &sheet, "--by", "\u{1b}[1m"],
        &["explain", name],
        &["make", name, "--format", "github", "-o", "-"],
        &["make", name, "--format", "github-summary", "-o", "-"],
        &["make", name, "--format", "checkstyle", "-o", "-"],
        &["make", name, "--format", "junit", "-o", "-"],
        &["make", name, "--format", "slack", "-o", "-"],
        &["make", name, "--format", "email", "-o", "-"],
        &["make", name, "--fail-on", "ask", "-o", "-", "--format", "gitlab"],
    ] {
        let said = folder.run(arguments);
        for line in said.out.lines().chain(said.err.lines()) {
            let is_ours =
                ["::notice file=", "::warning file=", "::error file="].iter().any(|ours| line.starts_with(ours));
            let is_ours = is_ours && arguments.contains(&"github");
            assert!(is_ours || !line.trim_start().starts_with("::"), "{arguments:?}: {line:?}");
            for sign in ["\u{1b}", "\u{202e}", "##[", "##vso["] {
                assert!(!line.contains(sign), "{arguments:?}: {sign:?} in {line:?}");
            }
            assert!(
                !line.contains("@harbour")
                    && (!line.contains("@desk")
                        || is_ours
                        || line.contains("<file name=")
                        || line.contains("<test")
                        || line.contains("\"path\"")),
                "{arguments:?}: {line:?}"
            );
        }
    }
}

#[test]
fn json_says_the_same_and_its_bytes_do_nothing() {
    let folder = Folder::new();
    folder.write("draft.md", HOSTILE);
    for format in ["json", "sarif", "webannotation", "rdjsonl"] {
        let said = folder.run(&["make", "draft.md", "--format", format, "-o", "-"]).is(0);
        for sign in ["\u{1b}", "\u{202e}", "##[", "##vso["] {
            assert!(!said.out.contains(sign), "{format}: {sign:?}");
        }
        if format == "json" {
            let read: serde_json::Value = serde_json::from_str(&said.out).unwrap();
            assert!(read.to_string().contains("##[error]Ruth Lund") && read.to_string().contains('\u{202e}'), "{read}");
        }
    }
}

#[test]
fn exact_words_go_into_a_link_only_where_that_is_asked_for() {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT);
    let links = |more: &[&str]| {
        let said = folder.run(&[&["make", "draft.md", "--format", "json", "-o", "-"], more].concat()).is(0);
        said.out.matches("We%20will%20never").count()
    };
    assert_eq!((links(&[]), links(&["--private"]), links(&["--private", "--exact-words"])), (0, 0, 0));
    assert_eq!(links(&["--exact-words"]), 1);
}

#[test]
fn a_private_link_sends_one_name_and_no_more() {
    let folder = Folder::new();
    folder.write(
        "draft.md",
        "Mayor Ruth Lund and Tom Reed of Calder Marine said 23,000 lorries crossed Tidewell Bridge in 2024. The zinc conveyor jammed twice, with 41 berths closed. Ana Holm paid $3 million to Calder Marine in Tidewell. A study of 300 sailors by Ida Pell and Tom Reed found no effect.\n",
    );
    let said = folder.run(&["make", "draft.md", "--private", "--format", "json", "-o", "-"]).is(0);
    let urls: Vec<&str> = said.out.split('"').filter(|text| text.starts_with("https://")).collect();
    let names = ["Ruth", "Reed", "Calder", "Tidewell", "Holm"];
    for url in &urls {
        let sent = names.iter().filter(|name| url.contains(**name)).count();
        assert!(sent <= 1, "{url}");
        for word in ["23%2C000", "41", "berths", "conveyor", "million", "lorries"] {
            assert!(!url.contains(word), "{word} in {url}");
        }
    }
    assert!(!urls.is_empty());
}

#[test]
fn no_output_holds_an_absolute_path() {
    let folder = Folder::done();
    folder.write("out/.keep", "");
    let draft = folder.path("draft.md");
    let here = folder.0.path().display().to_string();
    for format in claimsheet_render::FORMATS {
        let run =
            folder.command(&["make", "--renamed", "--format", format.name, "-o", "out"]).arg(&draft).output().unwrap();
        assert!(run.status.success(), "{}: {run:?}", format.name);
    }
    for entry in std::fs::read_dir(folder.path("out")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = super::holds(&path);
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&here), "{}", path.display());
    }
}
