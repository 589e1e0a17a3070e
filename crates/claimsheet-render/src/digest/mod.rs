//! Digests: what is open, in few words, for those who wait for it.

use super::html::data::{file_name, sheet_file};
use super::task::{Task, findings, tasks};
use super::words::{counted, shortened};
use super::{Format, RenderContext, RenderOptions, harmless};
use claimsheet::claim::Priority;
use claimsheet_sheet::review_policy::review_state::State;
use std::fmt::Write as _;

mod email;
mod slack;

pub(super) use email::FORMAT as EMAIL;
pub(super) use slack::FORMAT as SLACK;

/// How much of one claim's words is shown, in characters.
const WORDS: usize = 140;

/// What is open in an article.
struct Digest {
    /// What the article is called.
    title: String,
    /// How many claims are open, of how many, and by when.
    summary: String,
    /// "12 open", for a subject.
    count: String,
    /// What there is to do, the most pressing first; none is empty.
    groups: Vec<Group>,
}

/// Things to do of one kind.
struct Group {
    title: &'static str,
    /// Each on one line, without markup.
    items: Vec<String>,
    /// How many are shown at most.
    most: usize,
}

impl Digest {
    fn of(material: &RenderContext<'_>, options: &RenderOptions) -> Self {
        let all: Vec<Task<'_>> =
            tasks(material, options).into_iter().filter(|task| task.state != State::Withdrawn).collect();
        let mut open: Vec<&Task<'_>> = all.iter().filter(|task| task.state.is_open()).collect();
        open.sort_by_key(|task| std::cmp::Reverse(task.priority()));
        let told = |state: State, told: fn(&Task<'_>) -> String| -> Vec<String> {
            open.iter().filter(|task| task.state == state).map(|task| told(task)).collect()
        };
        let findings = findings(material);
        let groups = [
            Group {
                title: "Problems in the draft",
                items: findings.iter().map(|text| one_line(text)).collect(),
                most: 8,
            },
            Group { title: "Changed since checked", items: told(State::LookAgain, edited), most: 8 },
            Group { title: "Waiting for the author", items: told(State::Asked, asked), most: 8 },
            Group { title: "No verdict yet", items: told(State::ToCheck, to_check), most: 12 },
        ];
        Self {
            title: title(material),
            summary: format!("{} {}", summary(&all, &open, options), files(material)),
            count: count(open.len(), findings.len()),
            groups: groups.into_iter().filter(|group| !group.items.is_empty()).collect(),
        }
    }
}

/// How the items that are not shown are told of; none where all are.
fn more(all: usize, shown: usize) -> Option<String> {
    (all > shown).then(|| format!("… and {} more", all - shown))
}

fn count(claims: usize, findings: usize) -> String {
    match (claims, findings) {
        (0, 0) => "nothing open".to_owned(),
        (claims, 0) => format!("{} open", counted(claims, "claim")),
        (0, findings) => format!("{} in the draft", counted(findings, "problem")),
        (claims, findings) => {
            format!("{} open, {} in the draft", counted(claims, "claim"), counted(findings, "problem"))
        }
    }
}

fn summary(all: &[Task<'_>], open: &[&Task<'_>], options: &RenderOptions) -> String {
    let of = |priority: Priority| open.iter().filter(|task| task.priority() == priority).count();
    let by_priority: Vec<String> = [Priority::High, Priority::Medium, Priority::Low]
        .into_iter()
        .filter(|priority| of(*priority) > 0)
        .map(|priority| format!("{} {}", of(priority), priority.name()))
        .collect();
    let by_priority = if by_priority.is_empty() { String::new() } else { format!(" ({})", by_priority.join(", ")) };
    let mut text = format!("{} of {} open{by_priority}.", open.len(), counted(all.len(), "claim"));
    let lacking = all.iter().filter(|task| task.state == State::Lacking).count();
    if lacking > 0 {
        let noun = if lacking == 1 { "verdict lacks" } else { "verdicts lack" };
        let _ = write!(text, " {lacking} {noun} something: run claimsheet gate to see what.");
    }
    if let Some(day) = options.desk.deadline {
        let _ = write!(text, " Deadline: {day}.");
    }
    text
}

/// Where the draft and its sheet are.
fn files(material: &RenderContext<'_>) -> String {
    let article = &material.worksheet.article;
    let file = file_name(&article.path);
    let draft = article.url.as_ref().map_or_else(|| file.to_owned(), |url| format!("{file} ({url})"));
    format!("Draft: {draft}. Sheet: {}.", sheet_file(file, article.part.as_deref()))
}

/// The headline, or else the file's name.
fn title(material: &RenderContext<'_>) -> String {
    let article = &material.worksheet.article;
    let name = article.title.as_deref().filter(|title| !title.trim().is_empty());
    shortened(&one_line(name.unwrap_or_else(|| article.path.rsplit(['/', '\\']).next().unwrap_or(""))), 90)
}

fn to_check(task: &Task<'_>) -> String {
    format!("{}{}: {}", task.priority().name(), line(task), claimed(task))
}

fn edited(task: &Task<'_>) -> String {
    let verdict = task.entry.map_or("", |entry| entry.review.verdict.as_str());
    let verdict = if verdict.is_empty() { String::new() } else { format!(" (was: {})", shortened(verdict, 40)) };
    format!("{}{}: {}{verdict}", task.priority().name(), line(task), claimed(task))
}

fn asked(task: &Task<'_>) -> String {
    let query = task.entry.map_or("", |entry| entry.review.query.as_str());
    let asked = shortened(&one_line(query), WORDS);
    format!("{}{}: {} — asked: {asked}", task.priority().name(), line(task), claimed(task))
}

fn line(task: &Task<'_>) -> String {
    task.claim.map(|claim| format!(", line {}", claim.line)).unwrap_or_default()
}

fn claimed(task: &Task<'_>) -> String {
    shortened(&one_line(task.text()), WORDS)
}

fn one_line(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    harmless::line(&words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}
