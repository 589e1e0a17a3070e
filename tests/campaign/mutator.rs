//! Files with anything changed in them: an answer or an error, never a panic, and an open sheet never passes.

use super::{Dice, analysis, campaign};
use claimsheet::claim::Priority;
use claimsheet_render::answers::answers;
use claimsheet_render::{RenderContext, RenderOptions, format, markdown};
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::review_policy::gate::{Draft, obstacles};
use claimsheet_sheet::worksheet::{Worksheet, sha256};
use claimsheet_sheet::{ClaimWords, Labels, Origin, Prefer, Run, Sheet, entries, merge, with_record};

fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        let end = (at + dice.below(400)).min(bytes.len());
        match dice.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.truncate(at),
            2 => {
                let piece = bytes.get(at..end).unwrap_or_default().to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            3 => {
                let piece = dice.of(&["\r", "\n", "|", "[x]", "<!-- claim:", "-->", "---\n", "\u{feff}", "## ", "\\"]);
                bytes.splice(at..at, piece.bytes());
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = dice.below(256) as u8;
                }
            }
        }
    }
    bytes
}

#[test]
fn a_changed_file_gives_an_answer_or_an_error_and_an_open_sheet_never_passes() {
    let (labels, desk, options) = (Labels::default(), ReviewPolicy::default(), RenderOptions::default());
    campaign("mutator", |dice| {
        let draft = dice.draft();
        let (document, analysis) = analysis(&draft);
        let claims = ClaimWords::of(&analysis.claims);
        let sha256 = sha256(draft.as_bytes());
        let origin = Origin { draft: "draft.md".to_owned(), sha256: sha256.clone(), ..Origin::default() };
        let run = Run { claims: &claims, origin: &origin, restore: dice.below(2) == 0 };
        let worksheet = Worksheet::new("draft.md", draft.as_bytes(), &document, analysis);
        let rendered = markdown::render(&worksheet, &options).unwrap();
        let sheet = with_record(rendered.clone(), &run).unwrap();
        let all = entries(&Sheet::parse(&sheet).unwrap(), &labels).into();
        let material = RenderContext {
            worksheet: &worksheet,
            document: &document,
            bytes: draft.as_bytes(),
            sheet: &sheet,
            entries: &all,
        };
        let now = Draft {
            name: "draft.md",
            sha256: &sha256,
            claims: &worksheet.analysis.claims,
            findings: &worksheet.analysis.findings,
            unit: "line",
        };
        let files: Vec<Vec<u8>> = ["csv", "xlsx", "docx"]
            .iter()
            .map(|name| format(name).unwrap().render(&material, &options).unwrap())
            .collect();
        for _ in 0..20 {
            let changed = String::from_utf8_lossy(&mutated(sheet.as_bytes(), dice)).into_owned();
            if let Ok(parsed) = Sheet::parse_strictly(&changed) {
                let passes = obstacles(&parsed, &labels, &desk, Priority::Low, Some(&now)).is_empty();
                assert!(!passes || worksheet.analysis.claims.is_empty(), "{changed}");
            }
            if let Ok(parsed) = Sheet::parse(&changed) {
                let _ = merge(&parsed, &rendered, &run).unwrap();
            }
            let file = mutated(&files[dice.below(files.len())], dice);
            if let Ok(found) = answers(&file, &labels, &desk) {
                let _ = Sheet::parse(&sheet).unwrap().import(&found, &labels, &desk, Prefer::File);
            }
        }
    });
}
