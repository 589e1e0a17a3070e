//! Answers in a Word document with our comments: what people typed into them, replied, ticked and resolved. The
//! document may have gone through Google Docs, which writes replies as comments at the same place.

use crate::docx::own_entries;
use claimsheet_read::office::docx::OURS;
use claimsheet_read::package::{Item, Limits, Package, PackageError, Tag, Xml, relations};
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::{Answer, Answers, Field, Labels, TickedElsewhere};
use std::collections::HashMap;

/// The most bytes that a document may hold unpacked.
const LIMITS: Limits = Limits { bytes: 256 << 20, depth: 512 };

/// What the comment on something to settle begins with.
const FINDINGS: [&str; 3] = ["Problem in the draft · ", "Ask the author · ", "Settle first · "];

/// Boxes that are ticked, and those that are not.
const TICKED: [&str; 6] = ["☑", "☒", "✓", "✔", "✅", "[x]"];
const OPEN: [&str; 2] = ["☐", "[ ]"];

/// A comment.
#[derive(Debug, Default)]
struct Comment {
    id: String,
    author: String,
    /// The day on which it was written, as 2026-03-02.
    day: String,
    /// The ids and texts of its paragraphs.
    paragraphs: Vec<(String, String)>,
    is_resolved: bool,
    /// The id of the comment to which it replies.
    parent: Option<String>,
}

/// Whether a package is a Word document.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    Package::open(bytes, LIMITS).is_ok_and(|package| package.has("word/document.xml"))
}

/// Reads the comments of the document in `bytes`.
///
/// # Errors
///
/// Where it cannot be read, or has no comment of ours.
pub(super) fn answers(bytes: &[u8], labels: &Labels, desk: &ReviewPolicy) -> Result<Answers, String> {
    let (comments, places) =
        read(bytes).map_err(|error| format!("this is no Word document that can be read: {error}"))?;
    let mut answers = Answers::default();
    let threads = Threads::of(&comments, &places);
    for comment in comments.iter().filter(|comment| comment.is_ours()) {
        let replies = threads.replies(comment, &places).into_iter().filter_map(|at| comments.get(at));
        if let Some(finding) = comment.finding() {
            let is_settled = comment.is_resolved || comment.ticks().next().is_some();
            answers.ticked.extend(is_settled.then_some(TickedElsewhere::Finding(finding)));
            // What was said to a finding has no field; it stands as an answer of its own.
            let said: Vec<String> = replies.flat_map(Comment::said).collect();
            if !said.is_empty() {
                let heading = comment.paragraphs.first().map_or("", |(_, text)| text.as_str()).to_owned();
                answers.entries.push(Answer { heading, remarks: said, ..Answer::default() });
            }
            continue;
        }
        // What people added or split off is known by its heading; its comment stands at words of others.
        let first = comment.paragraphs.first().map_or("", |(_, text)| text.as_str());
        let mut answer = match own_entries::heading_of(first) {
            Some(heading) => Answer { heading: heading.to_owned(), ..Answer::default() },
            None => Answer { words: places.get(&comment.id).cloned().unwrap_or_default(), ..Answer::default() },
        };
        for (_, text) in comment.paragraphs.iter().skip(1) {
            take(text, "", &mut answer, labels, desk);
        }
        for reply in replies {
            let before = answer.review.verdict.clone();
            for (_, text) in &reply.paragraphs {
                take(text, &reply.author, &mut answer, labels, desk);
            }
            if answer.review.verdict != before && answer.review.checked.is_empty() && !reply.author.is_empty() {
                let signed = format!("{}, {}", reply.author, reply.day);
                signed.trim_end_matches([',', ' ']).clone_into(&mut answer.review.checked);
            }
        }
        if comment.is_resolved && answer.review.verdict.is_empty() {
            answer.remarks.push("its comment was marked as resolved".to_owned());
        }
        answers.entries.push(answer);
    }
    if comments.iter().any(Comment::is_ours) {
        Ok(answers)
    } else {
        Err("the document has no comment of claimsheet's; import the file that `make --format docx` wrote".to_owned())
    }
}

/// Takes over a line of a comment: a field, a tick, a verdict, or words.
fn take(text: &str, author: &str, answer: &mut Answer, labels: &Labels, desk: &ReviewPolicy) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let named = line.split_once(':').and_then(|(label, value)| Some((Field::of(label, labels)?, value.trim())));
        if let Some((field, value)) = named {
            if let Err(other) = field.add(&mut answer.review, value) {
                answer.remarks.push(format!("{}: {other}", field.label(labels)));
            }
        } else if let Some(rest) = without(line, &TICKED) {
            let (words, verify) = rest.split_once(" — ").or_else(|| rest.split_once(": ")).unwrap_or((rest, ""));
            answer.ticked.push((words.trim().to_owned(), verify.trim().to_owned()));
        } else if without(line, &OPEN).is_none() && !is_own(line) {
            let word = line.trim_end_matches(['.', '!']);
            if !author.is_empty() && desk.is_verdict(word) && answer.review.verdict.is_empty() {
                word.clone_into(&mut answer.review.verdict);
            } else {
                answer.remarks.push(said(author, line));
            }
        }
    }
}

/// Whether a line is one that our comments have besides the questions, and that the sheet has in another form.
fn is_own(line: &str) -> bool {
    let begins = ["Look: ", "Source in the draft: ", "Why high: ", "Why medium: ", "Why low: "];
    line == "No source given in the draft" || begins.iter().any(|words| line.starts_with(words))
}

fn said(author: &str, words: &str) -> String {
    if author.is_empty() { words.to_owned() } else { format!("{author}: {words}") }
}

fn without<'a>(line: &'a str, signs: &[&str]) -> Option<&'a str> {
    signs.iter().find_map(|sign| line.strip_prefix(sign)).map(str::trim)
}

impl Comment {
    fn is_ours(&self) -> bool {
        let first = self.paragraphs.first().map_or("", |(_, text)| text.trim());
        let parts: Vec<&str> = first.split(" · ").collect();
        let is_headline = matches!(parts.as_slice(), [number, priority, _, ..]
            if number.parse::<u32>().is_ok() && ["High", "Medium", "Low"].contains(priority));
        self.parent.is_none()
            && (is_headline || FINDINGS.iter().any(|words| first.starts_with(words)) || self.author == OURS)
    }

    /// The words of something to settle, if it is about one.
    fn finding(&self) -> Option<String> {
        let (_, first) = self.paragraphs.first()?;
        FINDINGS.iter().find(|words| first.trim().starts_with(**words))?;
        let (_, words) = self.paragraphs.get(1)?;
        let words = words.trim();
        Some(without(words, &TICKED).or_else(|| without(words, &OPEN)).unwrap_or(words).to_owned())
    }

    /// Its lines that are ticked.
    fn ticks(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().filter_map(|(_, text)| without(text.trim(), &TICKED))
    }

    fn said(&self) -> Vec<String> {
        self.paragraphs
            .iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(_, text)| said(&self.author, text.trim()))
            .collect()
    }
}

/// Which comments may be replies: by the id of what Word says that they reply to, and where it says nothing, by the
/// words at which they stand.
struct Threads<'a> {
    by_parent: HashMap<&'a str, Vec<usize>>,
    by_place: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Threads<'a> {
    fn of(comments: &'a [Comment], places: &'a HashMap<String, String>) -> Self {
        let mut threads = Self { by_parent: HashMap::new(), by_place: HashMap::new() };
        for (at, comment) in comments.iter().enumerate().filter(|(_, comment)| !comment.is_ours()) {
            if let Some(parent) = &comment.parent {
                threads.by_parent.entry(parent).or_default().push(at);
            } else if let Some(place) = places.get(&comment.id).filter(|place| !place.is_empty()) {
                threads.by_place.entry(place).or_default().push(at);
            }
        }
        threads
    }

    /// The replies to a comment of ours, in the order of the document.
    fn replies(&self, comment: &Comment, places: &HashMap<String, String>) -> Vec<usize> {
        let said = self.by_parent.get(comment.id.as_str());
        let beside = places.get(&comment.id).and_then(|place| self.by_place.get(place.as_str()));
        let mut all: Vec<usize> = said.into_iter().chain(beside).flatten().copied().collect();
        all.sort_unstable();
        all
    }
}

/// The comments of a document, and by the id of each the words at which it stands.
fn read(bytes: &[u8]) -> Result<(Vec<Comment>, HashMap<String, String>), PackageError> {
    let mut package = Package::open(bytes, LIMITS)?;
    let main = relations(&mut package, "")?.into_iter().find(|one| one.kind == "officeDocument");
    let main = main.map_or_else(|| "word/document.xml".to_owned(), |one| one.target);
    let related = relations(&mut package, &main)?;
    let part_of =
        |kind: &str| related.iter().find(|one| one.kind == kind && !one.external).map(|one| one.target.clone());
    let mut comments = Vec::new();
    if let Some(name) = part_of("comments") {
        comments = comments_in(&name, &package.needed(&name)?)?;
    }
    if let Some(name) = part_of("commentsExtended")
        && let Some(text) = package.text(&name)?
    {
        extend(&mut comments, &name, &text)?;
    }
    let places = places(&main, &package.needed(&main)?)?;
    Ok((comments, places))
}

fn comments_in(name: &str, text: &str) -> Result<Vec<Comment>, PackageError> {
    let mut xml = Xml::new(name, text, LIMITS);
    let mut comments: Vec<Comment> = Vec::new();
    loop {
        match xml.next()? {
            Item::Start(tag) if tag.local == "comment" => {
                let of = |name: &str| tag.attribute(name).unwrap_or_default();
                let day = of("date").get(..10).unwrap_or("").to_owned();
                comments.push(Comment { id: of("id"), author: of("author"), day, ..Comment::default() });
            }
            item => {
                if let Some(comment) = comments.last_mut() {
                    let paragraphs = &mut comment.paragraphs;
                    match item {
                        Item::Start(tag) if tag.local == "p" => {
                            paragraphs.push((tag.attribute("paraId").unwrap_or_default(), String::new()));
                        }
                        Item::Start(tag) if is_break(&tag) => add(paragraphs, "\n"),
                        Item::Start(tag) if tag.local == "t" => add(paragraphs, &xml.inner_text()?),
                        Item::Start(tag) if tag.local == "delText" => xml.skip()?,
                        Item::Eof => return Ok(comments),
                        _ => {}
                    }
                } else if matches!(item, Item::Eof) {
                    return Ok(comments);
                }
            }
        }
    }
}

fn is_break(tag: &Tag<'_>) -> bool {
    matches!(tag.local, "br" | "cr")
}

fn add(paragraphs: &mut [(String, String)], words: &str) {
    if let Some((_, text)) = paragraphs.last_mut() {
        text.push_str(words);
    }
}

/// What the part `commentsExtended` says: which are resolved, and which reply to which.
fn extend(comments: &mut [Comment], name: &str, text: &str) -> Result<(), PackageError> {
    let mut owners: HashMap<String, usize> = HashMap::new();
    for (at, comment) in comments.iter().enumerate() {
        for (id, _) in &comment.paragraphs {
            owners.entry(id.clone()).or_insert(at);
        }
    }
    let owner = |paragraph: &str| owners.get(paragraph).copied();
    let mut xml = Xml::new(name, text, LIMITS);
    loop {
        match xml.next()? {
            Item::Start(tag) => {
                let own = tag.attribute("paraId").and_then(|id| owner(&id));
                let parent = tag.attribute("paraIdParent").and_then(|id| owner(&id));
                let parent = parent.and_then(|at| comments.get(at)).map(|comment| comment.id.clone());
                if let Some(comment) = own.and_then(|at| comments.get_mut(at)) {
                    comment.is_resolved |= tag.attribute("done").is_some_and(|done| done == "1" || done == "true");
                    comment.parent = comment.parent.take().or(parent);
                }
            }
            Item::Eof => return Ok(()),
            Item::End(..) | Item::Text(_) => {}
        }
    }
}

/// The words between the marks of each comment, by its id.
fn places(name: &str, text: &str) -> Result<HashMap<String, String>, PackageError> {
    let mut xml = Xml::new(name, text, LIMITS);
    let mut open: Vec<(String, String)> = Vec::new();
    let mut places = HashMap::new();
    loop {
        match xml.next()? {
            Item::Start(tag) if tag.local == "commentRangeStart" => {
                open.push((tag.attribute("id").unwrap_or_default(), String::new()));
            }
            Item::Start(tag) if tag.local == "commentRangeEnd" => {
                let id = tag.attribute("id").unwrap_or_default();
                if let Some(at) = open.iter().position(|(known, _)| *known == id) {
                    let (id, words) = open.remove(at);
                    places.insert(id, words);
                }
            }
            Item::Start(tag) if tag.local == "t" => {
                let words = xml.inner_text()?;
                for (_, text) in &mut open {
                    text.push_str(&words);
                }
            }
            Item::End(_, "p") => open.iter_mut().for_each(|(_, text)| text.push(' ')),
            Item::Eof => return Ok(places),
            _ => {}
        }
    }
}
