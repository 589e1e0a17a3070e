//! Tasks for the Tasks plugin of Obsidian, in its emoji format: one a claim, with its facts below.
//! What the plugin reads stands at the line's end: #task, priority, id, day.

use super::task::{Task, findings, tasks};
use super::words::{kinds, shortened};
use super::{Format, RenderContext, RenderOptions};
use claimsheet::claim::{Claim, Priority};
use claimsheet::text::escape::markup;
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::review_policy::review_state::State;
use std::fmt::Write as _;

/// A list of tasks.
pub(super) const FORMAT: Format = Format {
    name: "obsidian",
    about: "Tasks for Obsidian's Tasks plugin",
    suffix: "tasks.md",
    holds_work: true,
    needs_sheet: true,
    write: |material, options| Ok(crate::seal::sealed_text(render(material, options))),
};

/// What marks a task, so that the facts below it are none for a plugin that filters by it.
const TAG: &str = "#task";

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Vec<u8> {
    let file = file(material);
    let title = material.worksheet.article.title.as_deref().filter(|title| !title.trim().is_empty());
    let mut out = format!("# To check: {}\n", shown(title.unwrap_or(file)));
    let link = draft(material).map(|address| format!("[{}]({address})", shown(file)));
    let _ = writeln!(out, "\nThe draft: {}", link.unwrap_or_else(|| shown(file)));
    let open = findings(material);
    if !open.is_empty() {
        out.push_str("\n## Problems in the draft\n\n");
        for finding in open {
            let _ = writeln!(out, "- [ ] {} {TAG} ⏫{}", shown(&finding), due(&options.desk));
        }
    }
    out.push_str("\n## Claims\n\n");
    let all = tasks(material, options);
    let here: Vec<&Task<'_>> = all.iter().filter(|task| task.state != State::Withdrawn).collect();
    for task in &here {
        write(&mut out, task, material, &options.desk);
    }
    if here.is_empty() {
        out.push_str("Nothing to check was found.\n");
    }
    out.into_bytes()
}

fn write(out: &mut String, task: &Task<'_>, material: &RenderContext<'_>, desk: &ReviewPolicy) {
    let state = match task.state {
        State::Done => 'x',
        State::Cancelled => '-',
        _ => ' ',
    };
    let priority = match task.priority() {
        Priority::High => " ⏫",
        Priority::Medium => " 🔼",
        Priority::Low => " 🔽",
    };
    let id = if task.id().is_empty() { String::new() } else { format!(" 🆔 {}", task.id()) };
    let place = task.claim.map(|claim| format!(" ({})", place(claim, material))).unwrap_or_default();
    let _ = writeln!(out, "- [{state}] {}{place} {TAG}{priority}{id}{}", shown(&task.heading()), due(desk));
    if let Some(claim) = task.claim {
        let _ = writeln!(out, "    - “{}” · {}", shown(&claim.text), kinds(claim));
    }
    if let Some(entry) = task.entry {
        let said = [("verdict", &entry.review.verdict), ("query to the author", &entry.review.query)];
        for (what, words) in said.into_iter().filter(|(_, words)| !words.is_empty()) {
            let _ = writeln!(out, "    - {what}: {}", shown(words));
        }
        let lacks = if task.state == State::Lacking { desk.lacks(entry) } else { Vec::new() };
        if !lacks.is_empty() {
            let lacks: Vec<String> = lacks.iter().map(ToString::to_string).collect();
            let _ = writeln!(out, "    - still lacks: {}", shown(&lacks.join("; ")));
        }
        if task.state == State::LookAgain {
            out.push_str("    - changed since it was checked: look again\n");
        }
    }
    let facts = task.claim.map_or(&[][..], |claim| &claim.facts);
    for (fact, ticked) in facts.iter().zip(&task.ticked).filter(|(fact, _)| fact.tick) {
        let tick = if *ticked { 'x' } else { ' ' };
        let _ = writeln!(out, "    - [{tick}] “{}”: {}", shown(&fact.text), shown(&fact.verify.to_string()));
    }
}

/// The claim's line, with a link to the draft, and there to the heading above it.
fn place(claim: &Claim, material: &RenderContext<'_>) -> String {
    let words = format!("{} {}", material.unit(), claim.line);
    let Some(address) = draft(material) else { return words };
    let section = claim.section.as_deref().filter(|_| material.worksheet.article.format == "markdown");
    let section = section.map(|section| format!("#{}", address_of(section))).unwrap_or_default();
    format!("[{words}]({address}{section})")
}

fn file<'a>(material: &RenderContext<'a>) -> &'a str {
    material.worksheet.article.path.rsplit(['/', '\\']).next().unwrap_or("")
}

/// The address of the draft in the vault; none for one that came by standard input.
fn draft(material: &RenderContext<'_>) -> Option<String> {
    let file = file(material);
    (!file.is_empty() && file != "-").then(|| address_of(file))
}

/// Signs that mean something in an address are written as their numbers.
fn address_of(name: &str) -> String {
    let safe = name.replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    markup::address(&safe)
}

fn due(desk: &ReviewPolicy) -> String {
    desk.deadline.map(|day| format!(" 📅 {day}")).unwrap_or_default()
}

/// Text as Obsidian shows it and does nothing else: no markup, no tag, no link, no mark of a task.
fn shown(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let escaped = markup::markdown(&shortened(&one_line, 400));
    let mut out = String::with_capacity(escaped.len());
    for letter in escaped.chars() {
        if matches!(letter, '#' | '%' | '^' | '$') && !out.ends_with('\\') || letter == '=' && out.ends_with('=') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_draft_are_no_tag_link_or_comment_of_obsidian() {
        assert_eq!(shown("a #tag [[x]] ==y== %%z%% ^b $1"), r"a \#tag \[\[x\]\] =\=y=\= \%\%z\%\% \^b \$1");
        assert_eq!(address_of("a b#1 (2).md"), "a%20b%231%20%282%29.md");
    }
}
