//! Random edits of a sheet, and random drafts: every word and every tick is there after each run.

use super::{Dice, analysis, campaign};
use claimsheet::claim::Priority;
use claimsheet_render::RenderOptions;
use claimsheet_render::markdown::{self, Layout};
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{ClaimWords, Origin, Run, Sheet, merge, with_record};

/// The sheet of a draft, made anew from an old one.
fn made(draft: &str, old: Option<&str>, least: Priority, restore: bool, layout: Layout) -> String {
    let (document, analysis) = analysis(draft);
    let claims = ClaimWords::of(&analysis.claims);
    let mut worksheet = Worksheet::new("draft.md", draft.as_bytes(), &document, analysis);
    worksheet.leave_below(least);
    let rendered = markdown::render(&worksheet, &RenderOptions { layout, ..RenderOptions::default() }).unwrap();
    let origin = Origin { draft: "draft.md".to_owned(), ..Origin::default() };
    let run = Run { claims: &claims, origin: &origin, restore };
    match old {
        None => with_record(rendered, &run).unwrap(),
        Some(old) => merge(&Sheet::parse(old).unwrap(), &rendered, &run).unwrap().text,
    }
}

fn layout(dice: &mut Dice) -> Layout {
    if dice.below(4) == 0 { Layout::Full } else { Layout::Short }
}

/// Where the record begins.
fn body(sheet: &str) -> usize {
    sheet.find("<!-- claimsheet:record").unwrap_or(sheet.len())
}

/// One thing that a person, or a program that they use, does to a sheet.
fn edit(sheet: &str, dice: &mut Dice, written: &mut Vec<String>) -> String {
    let (own, record) = sheet.split_at(body(sheet));
    let mut lines: Vec<String> = own.lines().map(str::to_owned).collect();
    let word = format!("zz{}zz{}zz", written.len(), dice.below(1 << 30));
    let at = dice.below(lines.len());
    let line = lines.get(at).cloned().unwrap_or_default();
    let is_free = !line.trim().is_empty() && !line.contains("zz");
    match dice.below(12) {
        0..3 if line.contains("[ ]") => lines[at] = line.replacen("[ ]", "[x]", 1),
        3..5 if line.ends_with("| |") => {
            lines[at] = line.replacen("| |", &format!("| {word} |"), 1);
            written.push(word);
        }
        3..5 if line.starts_with("- ") && line.ends_with(':') => {
            lines[at] = format!("{line} {word}");
            written.push(word);
        }
        3..5 if line.contains(" · Verdict: ·") => {
            lines[at] = line.replacen("Verdict: ·", &format!("Verdict: {word} ·"), 1);
            written.push(word);
        }
        5 | 6 => {
            lines.insert(at, word.clone());
            written.push(word);
        }
        7 if is_free => {
            lines[at] = format!("{line} {word}");
            written.push(word);
        }
        8 => {
            lines.splice(at..at, [format!("### {word}"), String::new(), "| Verdict | cut |".to_owned(), String::new()]);
            written.push(word);
        }
        9 if line.starts_with("**Low") || line.starts_with("Low ·") => lines[at] = line.replacen("Low", "High", 1),
        10 => lines.iter_mut().for_each(|line| *line = line.replacen("- [", dice.of(&["* [", "+ [", "- ["]), 1)),
        11 => match dice.below(6) {
            0 => {
                let left = own.lines().filter(|line| !line.starts_with("<!--")).collect::<Vec<_>>().join("\n") + "\n";
                // What somebody wrote into a comment goes with the comment, before the program sees the sheet.
                written.retain(|word| left.contains(word.as_str()));
                return left;
            }
            1 => return own.to_owned(),
            2 => return own.to_owned() + &record.replace(' ', "\n"),
            3 => return sheet.replace("\r\n", "\n").replace('\n', "\r\n"),
            _ => {}
        },
        _ => {}
    }
    lines.join("\n") + "\n" + record
}

#[test]
fn every_word_and_every_tick_is_there_after_every_run() {
    campaign("checker", |dice| {
        let mut sheet = made(&dice.draft(), None, Priority::Low, false, layout(dice));
        let mut written = Vec::new();
        for _ in 0..4 {
            for _ in 0..dice.below(8) {
                sheet = edit(&sheet, dice, &mut written);
            }
            let least = [Priority::Low, Priority::Low, Priority::Medium, Priority::High][dice.below(4)];
            let draft = dice.draft();
            let restore = dice.below(8) == 0;
            let layout = layout(dice);
            let now = made(&draft, Some(&sheet), least, restore, layout);
            for word in &written {
                assert!(now.contains(word.as_str()), "{word} is gone\n--- was\n{sheet}\n--- is\n{now}");
            }
            let ticks = |text: &str| text.matches("[x]").count();
            assert!(ticks(&now) >= ticks(&sheet), "a tick is gone\n--- was\n{sheet}\n--- is\n{now}");
            let again = made(&draft, Some(&now), least, false, layout);
            assert_eq!(again, now, "a second run changes nothing\n--- was\n{sheet}");
            sheet = now;
        }
    });
}
