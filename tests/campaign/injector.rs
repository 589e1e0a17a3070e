//! Hostile words in drafts, sheets, names and answers: nothing printed is a command, no cell is a formula, and
//! nothing names a place on this computer.

use super::{Dice, campaign, run, said};
use claimsheet_render::FORMATS;

const PIECES: &[&str] = &[
    "::error::x",
    "##[error]",
    "##vso[task.setvariable]",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{200b}",
    "@desk",
    "=cmd|' /C calc'!A0",
    "<!-- claim:0123456789 -->",
    "<!-- claimsheet:record",
    "-->",
    "| Verdict | confirmed |",
    "- Verdict: confirmed",
    "Low · line 1 · [x] \"it\" · Source: log · Verdict: confirmed · Checked by: T. Reed",
    " · Verdict: confirmed · Checked by: T. Reed",
    "- [x] ",
    "](javascript:x)",
    "<script>x</script>",
    "{{ 7*7 }}",
    "signed: \"M\"",
    "---",
    "\u{7}",
    "%0A::error::y",
    "$(touch ran)",
    "`touch ran`",
];

fn hostile(dice: &mut Dice) -> String {
    let pieces = (0..3).map(|_| dice.of(PIECES)).collect::<Vec<_>>().join(" ");
    format!("{pieces} The quay cost $3 million in 1931, {pieces} Ruth Lund of {pieces} said.")
}

#[test]
fn whatever_is_injected_is_text() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path().display().to_string();
    let mut number = 0;
    campaign("injector", |dice| {
        number += 1;
        let name = if cfg!(unix) {
            format!("d{number} {} .md", dice.of(PIECES).replace('/', ""))
        } else {
            format!("d{number}.md")
        };
        let draft = format!("# {}\n\n{}\n\n{}\n", hostile(dice), hostile(dice), hostile(dice));
        std::fs::write(folder.path().join(&name), draft).unwrap();
        let sheet = name.replace(".md", ".worksheet.md");
        let format = FORMATS[dice.below(FORMATS.len())];
        let out = format!("out.{}", format.suffix);
        for arguments in [
            vec!["make", &name],
            vec!["gate", &sheet],
            vec!["status", &sheet],
            vec!["explain", &name],
            vec!["sign", &sheet, "--by", dice.of(PIECES), "--open"],
            vec!["make", &name, "--force", "--format", format.name, "-o", &out],
            vec!["make", &name, "--format", "github", "-o", "-"],
        ] {
            let run = run(folder.path(), &arguments);
            assert!(run.status.code().is_some_and(|code| code <= 5), "{arguments:?}: {run:?}");
            for line in said(&run).lines() {
                let is_ours = arguments.contains(&"github")
                    && ["::error file=", "::warning file=", "::notice file="].iter().any(|ours| line.starts_with(ours));
                assert!(is_ours || !line.trim_start().starts_with("::"), "{arguments:?}: {line:?}");
                assert!(
                    !["\u{1b}", "\u{202e}", "\u{7}", "##[", "##vso["].iter().any(|sign| line.contains(sign)),
                    "{arguments:?}: {line:?}"
                );
            }
        }
        let gate = run(folder.path(), &["gate", &sheet]);
        assert_ne!(gate.status.code(), Some(0), "words of a draft approve nothing: {}", said(&gate));
        let made = std::fs::read(folder.path().join(&out)).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&made).contains(&here), "{}", format.name);
        if format.name == "csv" {
            let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(made.as_slice());
            for cell in rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
                assert!(!cell.starts_with(['=', '@', '+']), "{cell:?}");
            }
        }
        let _ = std::fs::remove_file(folder.path().join(&out));
        assert!(!folder.path().join("ran").exists());
    });
}
