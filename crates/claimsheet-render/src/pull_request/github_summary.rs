//! The checklist as the summary of a job, in GitHub's Markdown. It is appended to the file that
//! `$GITHUB_STEP_SUMMARY` names, and reads as well in a comment or a merge request.

use super::file;
use crate::claim_text::place;
use crate::pull_request::diagnostic::{Note, Subject, correction, notes};
use crate::words::shortened;
use crate::{Format, RenderContext, RenderOptions, harmless};
use claimsheet::claim::{Claim, Priority};
use claimsheet::text::escape::markup;
use claimsheet_sheet::Entry;
use std::fmt::Write as _;

/// The checklist in the summary of a job.
pub(in super::super) const FORMAT: Format = Format {
    name: "github-summary",
    about: "The checklist for the summary of a job",
    suffix: "summary.md",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| Ok(harmless::text(&render(material, options)).into_bytes()),
};

/// Most bytes of one article's summary: GitHub takes 1 MiB a step and refuses more.
const LONGEST: usize = 900 * 1024;

/// Longest words of a claim on its line, in characters.
const WORDS: usize = 200;

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> String {
    let article = &material.worksheet.article;
    let file = file(&article.path);
    let notes = notes(material, &options.desk);
    let mut out = format!("## Fact-check: {}\n\n", markup::markdown(article.title.as_deref().unwrap_or(&file)));
    let _ = writeln!(out, "{} · {}", markup::markdown(&file), counted(material, &notes));
    for remark in notes.iter().filter(|note| matches!(note.subject, Subject::Remark)) {
        let _ = writeln!(out, "\n**Note:** {}", markup::markdown(&remark.message));
    }
    let mut left = Vec::new();
    findings(&mut out, material.unit(), &notes, &mut left);
    for priority in [Priority::High, Priority::Medium, Priority::Low] {
        claims(&mut out, material, &notes, priority, &mut left);
    }
    if !left.is_empty() {
        let lines: Vec<String> = left.iter().map(u32::to_string).collect();
        let _ = writeln!(out, "\n{} more do not fit in a summary: lines {}", left.len(), lines.join(", "));
    }
    out
}

fn counted(material: &RenderContext<'_>, notes: &[Note<'_>]) -> String {
    let of = |what: fn(&Note<'_>) -> bool| {
        let all = notes.iter().filter(|note| what(note));
        let settled = all.clone().filter(|note| note.settled.is_some()).count();
        (settled, all.count())
    };
    let (checked, claims) = of(|note| matches!(note.subject, Subject::Claim(_)));
    let (settled, findings) = of(|note| matches!(note.subject, Subject::Finding(_)));
    let high = material.worksheet.count(Priority::High);
    let mut text = format!("{claims} claims, {high} high · {checked} checked");
    if findings > 0 {
        let _ = write!(text, " · {findings} problems and questions, {settled} ticked");
    }
    text
}

/// Adds `entry` where there is room for it, else its line to `left`.
fn add(out: &mut String, entry: &str, line: u32, left: &mut Vec<u32>) {
    if out.len() + entry.len() < LONGEST {
        out.push_str(entry);
    } else {
        left.push(line);
    }
}

fn findings(out: &mut String, unit: &str, notes: &[Note<'_>], left: &mut Vec<u32>) {
    let mut heading = "\n### Problems in the draft\n\n";
    for note in notes {
        let Subject::Finding(finding) = note.subject else { continue };
        let line = finding.places.first().map_or(1, |place| place.line);
        let mark = if note.settled.is_some() { 'x' } else { ' ' };
        let message = markup::markdown(&finding.message);
        let entry = format!("{heading}- [{mark}] **{}** ({}): {message}\n", note.title, finding.lines(unit));
        add(out, &entry, line, left);
        heading = "";
    }
}

fn claims(out: &mut String, material: &RenderContext<'_>, notes: &[Note<'_>], priority: Priority, left: &mut Vec<u32>) {
    let of_priority = notes.iter().filter_map(|note| match note.subject {
        Subject::Claim(claim) if claim.priority == priority => Some((note, claim)),
        _ => None,
    });
    let all: Vec<(&Note<'_>, &Claim)> = of_priority.collect();
    let Some((_, first)) = all.first() else { return };
    let done = all.iter().filter(|(note, _)| note.settled.is_some()).count();
    let name = priority.name();
    let open = if priority == Priority::High { " open" } else { "" };
    let heading = format!("\n<details{open}><summary>{} of {name} priority, {done} checked</summary>\n\n", all.len());
    add(out, &heading, first.line, left);
    for (note, claim) in all {
        add(out, &entry(note, claim, material.entry(&claim.id)), claim.line, left);
    }
    out.push_str("\n</details>\n");
}

fn entry(note: &Note<'_>, claim: &Claim, review: Option<&Entry>) -> String {
    let words = markup::markdown(&shortened(&claim.text, WORDS));
    let kind = claim.kind.name();
    if let Some(verdict) = &note.settled {
        let by = review.map(|entry| entry.review.checked.as_str()).filter(|by| !by.is_empty());
        let by = by.map(|by| format!(" ({})", markup::markdown(by))).unwrap_or_default();
        return format!("- [x] **{}** · line {} · {kind} · {words}{by}\n", markup::markdown(verdict), claim.line);
    }
    let mut out = format!("- [ ] line {} · {kind} · {words}\n", claim.line);
    if let Some(correction) = review.and_then(correction) {
        let _ = writeln!(out, "  - [ ] Correction in the sheet: {}", markup::markdown(correction));
    }
    for fact in claim.ticks() {
        let _ = writeln!(
            out,
            "  - [ ] \"{}\": {}",
            markup::markdown(&fact.text),
            markup::markdown(&fact.verify.to_string())
        );
    }
    if !claim.prompts.is_empty() {
        let places: Vec<String> = claim.prompts.iter().map(place).collect();
        let _ = writeln!(out, "  - Look: {}", places.join("; "));
    }
    out
}
