//! The draft as HTML, block by block, with its marks. Every word of the article is escaped here.

use crate::html::annotations::{Mark, What};
use claimsheet::text::document::{Block, BlockKind, Document};
use serde::Serialize;
use std::fmt::Write as _;

/// The level below which the draft's headings stand in the page.
const LEVEL: u8 = 3;

/// Blocks that a reader sees as one. The texts are HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Group {
    /// The headline.
    Title { html: String },
    /// A heading with its level in the page.
    Heading { html: String, level: u8 },
    /// A paragraph.
    Paragraph { html: String },
    /// The items of a list.
    List { items: Vec<String> },
    /// The paragraphs of a quotation.
    Quotation { items: Vec<String> },
    /// The rows of a table with their cells.
    Table { rows: Vec<Vec<String>> },
    /// A caption.
    Caption { html: String },
    /// Footnotes that follow each other.
    Footnotes { items: Vec<String> },
}

/// The draft with its marks.
pub(super) fn galley(document: &Document, marks: &[Mark<'_>]) -> Vec<Group> {
    let mut writer = Writer::new(document, marks);
    let mut groups = Vec::new();
    let mut levels = Vec::new();
    let mut table = None;
    for block in &document.blocks {
        let html = writer.block(block);
        place(&mut groups, &mut levels, &mut table, block.kind, html);
    }
    groups
}

/// Puts a block where it belongs: into the group before it, or into a new one.
fn place(groups: &mut Vec<Group>, levels: &mut Vec<u8>, open: &mut Option<(u32, u32)>, kind: BlockKind, html: String) {
    match (kind, groups.last_mut()) {
        (BlockKind::ListItem, Some(Group::List { items }))
        | (BlockKind::Quotation, Some(Group::Quotation { items }))
        | (BlockKind::Footnote | BlockKind::Reference, Some(Group::Footnotes { items })) => items.push(html),
        (BlockKind::Cell { table, row, column }, Some(Group::Table { rows }))
            if open.is_some_and(|(same, _)| same == table) =>
        {
            if open.is_none_or(|(_, last)| last != row) {
                rows.push(Vec::new());
            }
            *open = Some((table, row));
            cell(rows, column, html);
        }
        (BlockKind::Cell { table, row, column }, _) => {
            *open = Some((table, row));
            let mut rows = vec![Vec::new()];
            cell(&mut rows, column, html);
            groups.push(Group::Table { rows });
        }
        (BlockKind::Title, _) => groups.push(Group::Title { html }),
        (BlockKind::Heading(level), _) => groups.push(Group::Heading { html, level: nested(levels, level) }),
        (BlockKind::ListItem, _) => groups.push(Group::List { items: vec![html] }),
        (BlockKind::Quotation, _) => groups.push(Group::Quotation { items: vec![html] }),
        (BlockKind::Caption, _) => groups.push(Group::Caption { html }),
        (BlockKind::Footnote | BlockKind::Reference, _) => groups.push(Group::Footnotes { items: vec![html] }),
        // Running text.
        (_, _) => groups.push(Group::Paragraph { html }),
    }
}

/// Empty cells have no block; they are made up for here. Two blocks of one cell stand in it together.
fn cell(rows: &mut [Vec<String>], column: u32, html: String) {
    let Some(row) = rows.last_mut() else { return };
    let column = column as usize;
    if row.len() > column {
        if let Some(cell) = row.last_mut() {
            let _ = write!(cell, "<br>{html}");
        }
        return;
    }
    // A table as wide as its number of columns says would let one cell fill the memory.
    row.resize(column.min(row.len() + 256), String::new());
    row.push(html);
}

/// The level of a heading in the page, with no level left out.
fn nested(levels: &mut Vec<u8>, level: u8) -> u8 {
    levels.retain(|above| *above < level);
    levels.push(level);
    (LEVEL + levels.len() as u8).min(6)
}

/// Writes blocks in reading order; marks are met in one pass.
struct Writer<'a> {
    document: &'a Document,
    marks: &'a [Mark<'a>],
    /// Where marks begin and end: place, whether it begins, index.
    events: Vec<(u32, bool, usize)>,
    next: usize,
    active: Vec<usize>,
    /// Claims whose first words have been written.
    begun: Vec<bool>,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, marks: &'a [Mark<'a>]) -> Self {
        let mut events = Vec::with_capacity(marks.len() * 2);
        for (at, Mark { span, .. }) in marks.iter().enumerate() {
            events.extend([(span.start, true, at), (span.end, false, at)]);
        }
        // At one place: what ends, then empty marks such as footnote references, then what begins.
        let rank = |begins: bool, at: usize| match (marks.get(at).is_some_and(|mark| mark.span.is_empty()), begins) {
            (false, false) => 0,
            (true, true) => 1,
            (true, false) => 2,
            (false, true) => 3,
        };
        events.sort_by_key(|(place, begins, at)| (*place, rank(*begins, *at), *at));
        Self { document, marks, events, next: 0, active: Vec::new(), begun: vec![false; marks.len()] }
    }

    fn block(&mut self, block: &Block) -> String {
        let mut out = String::with_capacity(block.span.len() * 2);
        let mut at = block.span.start;
        let mut sentence = None;
        self.pass(at, &mut out);
        loop {
            let stop = self.events.get(self.next).map_or(block.span.end, |(place, ..)| *place).min(block.span.end);
            if at < stop {
                self.enter(&mut sentence, &mut out);
                self.words(at, stop, &mut out);
                at = stop;
            }
            self.pass(at, &mut out);
            if at >= block.span.end {
                break;
            }
        }
        if sentence.is_some() {
            out.push_str("</span>");
        }
        out
    }

    /// Meets the marks that begin or end up to `at`; what a link or footnote leaves behind it goes to
    /// `notes`.
    fn pass(&mut self, at: u32, notes: &mut String) {
        while let Some((place, begins, mark)) = self.events.get(self.next).copied().filter(|(place, ..)| *place <= at) {
            self.next += 1;
            if begins {
                self.active.push(mark);
                continue;
            }
            self.active.retain(|active| *active != mark);
            match self.marks.get(mark).map(|mark| &mark.what) {
                Some(What::Link(url)) if place == at && is_web(url) => {
                    let url = escaped(url);
                    let _ = write!(
                        notes,
                        "<a class=\"out\" href=\"{url}\" target=\"_blank\" rel=\"noopener noreferrer\" aria-label=\"The draft’s link: {url}\">↗</a>"
                    );
                }
                Some(What::Footnote(label)) if place == at => {
                    let _ = write!(notes, "<sup class=\"note\">{}</sup>", escaped(label));
                }
                _ => {}
            }
        }
    }

    /// Opens and closes the span of the sentence in which the next words stand.
    fn enter(&mut self, open: &mut Option<usize>, out: &mut String) {
        let is_sentence = |at: &&usize| self.marks.get(**at).is_some_and(|mark| mark.what.is_sentence());
        let here = self.active.iter().rev().find(is_sentence).copied();
        if here == *open {
            return;
        }
        if open.is_some() {
            out.push_str("</span>");
        }
        *open = here;
        let Some((at, mark)) = here.and_then(|at| Some((at, self.marks.get(at)?))) else { return };
        let first = self.begun.get_mut(at).is_some_and(|begun| !std::mem::replace(begun, true));
        sentence(&mark.what, first, out);
    }

    /// Writes words under the same marks.
    fn words(&self, start: u32, end: u32, out: &mut String) {
        let words = escaped(self.document.prose.get(start as usize..end as usize).unwrap_or(""));
        let (mut classes, mut lines) = (Vec::new(), Vec::new());
        for mark in self.active.iter().filter_map(|at| self.marks.get(*at)) {
            match &mark.what {
                What::Fact(facts) => {
                    classes.push("fact");
                    lines.extend(facts);
                }
                What::Finding(line) => {
                    classes.push("finding");
                    lines.extend(line);
                }
                What::Link(_) => classes.push("linked"),
                What::Claim(_) | What::Aside(..) | What::Footnote(_) => {}
            }
        }
        if classes.is_empty() {
            out.push_str(&words);
            return;
        }
        classes.sort_unstable();
        classes.dedup();
        lines.sort_unstable();
        lines.dedup();
        let element = if classes == ["linked"] { "span" } else { "mark" };
        let _ = write!(out, "<{element} class=\"{}\"", classes.join(" "));
        if !lines.is_empty() {
            let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
            let _ = write!(out, " data-t=\"{}\"", lines.join(" "));
        }
        let _ = write!(out, ">{words}</{element}>");
    }
}

/// Opens the span of a sentence; before a claim's first words stands its number, which leads to its
/// entry.
fn sentence(what: &What<'_>, first: bool, out: &mut String) {
    match what {
        What::Claim(claim) => {
            let (id, number, priority) = (escaped(claim.id), claim.number, claim.priority);
            if first {
                let again = if claim.repeat { ", said again" } else { "" };
                let own = if claim.repeat { String::new() } else { format!(" id=\"c-{id}\"") };
                let _ = write!(
                    out,
                    "<a class=\"num {priority}\"{own} href=\"#e-{id}\" data-c=\"{id}\" aria-label=\"Claim {number}, {priority}{again}: to its entry\">{number}</a>"
                );
            }
            let number = if first { format!(" data-n=\"{number}\"") } else { String::new() };
            let _ = write!(out, "<span class=\"claim {priority}\" data-c=\"{id}\"{number}>");
        }
        What::Aside(reason, line) => {
            let _ = write!(out, "<span class=\"aside\"");
            if first {
                let _ = write!(out, " data-why=\"{}\"", escaped(reason));
            }
            if let Some(line) = line {
                let _ = write!(out, " data-t=\"{line}\"");
            }
            out.push('>');
        }
        What::Fact(_) | What::Finding(_) | What::Link(_) | What::Footnote(_) => {}
    }
}

/// Whether an address leads into the web, so that a page may link it.
fn is_web(url: &str) -> bool {
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("https://") || begins("http://")
}

/// Text as HTML shows it, in elements and in attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser of HTML would drop or replace these.
            '\0' => out.push('\u{fffd}'),
            '\r' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}
