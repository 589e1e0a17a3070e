//! The blocks of a document as paragraphs of Word.

use super::comment;
use super::parts::Links;
use claimsheet::text::document::{Block, BlockKind, Document, LinkTarget};
use claimsheet::text::span::Span;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// A body in the making.
pub(super) struct Body<'a> {
    document: &'a Document,
    /// The words of each comment with its number, in order.
    remarks: Vec<(Span, u64)>,
    facts: &'a [Span],
    notes: Notes,
    out: Written,
}

/// What a body is written as.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) footnotes: String,
    pub(super) links: Links,
    pub(super) note_links: Links,
}

/// The footnotes that the text refers to.
#[derive(Debug, Default)]
struct Notes {
    /// The blocks of each note, by the number of the link that refers to it.
    by_link: BTreeMap<usize, Vec<usize>>,
    /// The blocks that are in one.
    blocks: std::collections::BTreeSet<usize>,
    written: u64,
}

/// What stands between words. Those at one place come in this order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    LinkEnds,
    CommentEnds(u64),
    Note(usize),
    CommentBegins(u64),
    LinkBegins(String),
    /// A fact begins or ends.
    Look,
}

/// Which part words go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Body,
    Notes,
}

impl<'a> Body<'a> {
    /// A body of `document` with comments on `remarks`, by their numbers, and `facts` highlighted.
    pub(super) fn new(document: &'a Document, remarks: Vec<Span>, facts: &'a [Span]) -> Self {
        let mut remarks: Vec<(Span, u64)> = remarks.into_iter().zip(0..).collect();
        remarks.sort_unstable();
        let out = Written { links: Links::new("l"), note_links: Links::new("l"), ..Written::default() };
        Self { document, remarks, facts, notes: Notes::of(document), out }
    }

    /// Writes all blocks.
    pub(super) fn written(mut self) -> Written {
        let mut at = 0;
        while let Some(block) = self.document.blocks.get(at) {
            at += match block.kind {
                BlockKind::Cell { table, .. } => self.table(at, table),
                _ if self.notes.blocks.contains(&at) => 1,
                _ => {
                    let text = self.paragraph(block);
                    self.out.text.push_str(&text);
                    1
                }
            };
        }
        self.out
    }

    fn paragraph(&mut self, block: &Block) -> String {
        let properties = match block.kind {
            BlockKind::Title => style("Title"),
            BlockKind::Heading(level) => style(&format!("Heading{}", level.clamp(1, 6))),
            BlockKind::ListItem => {
                "<w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                    .to_owned()
            }
            BlockKind::Quotation => style("Quote"),
            BlockKind::Caption => style("Caption"),
            BlockKind::Footnote => style("FootnoteText"),
            // Running text, references, cells.
            _ => String::new(),
        };
        let runs = self.runs(block.span, Part::Body);
        format!("<w:p>{properties}{runs}</w:p>")
    }

    /// A table from the block at `first`; how many blocks it takes.
    fn table(&mut self, first: usize, number: u32) -> usize {
        let document = self.document;
        let cell = |block: &Block| match block.kind {
            BlockKind::Cell { table, row, column } if table == number => Some((row, column)),
            _ => None,
        };
        let blocks = document.blocks.get(first..).unwrap_or(&[]);
        let blocks: Vec<(&Block, (u32, u32))> = blocks.iter().map_while(|block| Some((block, cell(block)?))).collect();
        // Word has at most 63 columns.
        let columns = blocks.iter().map(|(_, (_, column))| *column).max().unwrap_or(0).min(62) + 1;
        let mut cells: BTreeMap<(u32, u32), String> = BTreeMap::new();
        for (block, (row, column)) in &blocks {
            let text = self.paragraph(block);
            cells.entry((*row, (*column).min(columns - 1))).or_default().push_str(&text);
        }
        let grid = format!("<w:gridCol w:w=\"{}\"/>", 9600 / columns).repeat(columns as usize);
        let out = &mut self.out.text;
        out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>");
        let _ = write!(out, "<w:tblGrid>{grid}</w:tblGrid>");
        let mut rows: Vec<u32> = cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        for row in rows {
            out.push_str("<w:tr>");
            for column in 0..columns {
                let text = cells.get(&(row, column)).map_or("<w:p/>", String::as_str);
                let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>{text}</w:tc>");
            }
            out.push_str("</w:tr>");
        }
        // Two tables without a paragraph between them would become one.
        out.push_str("</w:tbl><w:p/>");
        blocks.len()
    }

    /// The words of `span` as runs, with what stands between them.
    fn runs(&mut self, span: Span, part: Part) -> String {
        let mut out = String::new();
        let (mut at, mut in_link) = (span.start, false);
        for (place, mark) in self.marks(span, part) {
            self.run(Span::new(at, place), in_link, &mut out);
            at = place.max(at);
            match mark {
                Mark::LinkBegins(id) => {
                    let _ = write!(out, "<w:hyperlink r:id=\"{id}\">");
                    in_link = true;
                }
                Mark::LinkEnds => {
                    out.push_str("</w:hyperlink>");
                    in_link = false;
                }
                Mark::CommentBegins(number) => out.push_str(&comment::begins(number)),
                Mark::CommentEnds(number) => out.push_str(&comment::ends(number)),
                Mark::Note(link) => {
                    let note = self.note(link);
                    out.push_str(&note);
                }
                Mark::Look => {}
            }
        }
        self.run(Span::new(at, span.end), in_link, &mut out);
        out
    }

    /// What stands between the words of `span`, in order.
    fn marks(&mut self, span: Span, part: Part) -> Vec<(u32, Mark)> {
        let document = self.document;
        let mut marks: Vec<(u32, Mark)> = Vec::new();
        let from = self.facts.partition_point(|fact| fact.end <= span.start);
        for fact in self.facts.get(from..).unwrap_or(&[]).iter().take_while(|fact| fact.start < span.end) {
            marks.push((fact.start.max(span.start), Mark::Look));
            marks.push((fact.end.min(span.end), Mark::Look));
        }
        if part == Part::Body {
            for (remark, number) in self.remarks_in(span) {
                marks.push((remark.start, Mark::CommentBegins(number)));
                marks.push((remark.end.min(span.end), Mark::CommentEnds(number)));
            }
        }
        let first = document.links.partition_point(|link| link.span.start < span.start);
        let mut linked_to = span.start;
        for (index, link) in document.links_in(span).iter().enumerate() {
            match &link.target {
                LinkTarget::Url(url)
                    if link.span.start >= linked_to && span.contains(link.span) && !link.span.is_empty() =>
                {
                    let links = if part == Part::Body { &mut self.out.links } else { &mut self.out.note_links };
                    if let Some(id) = links.id(url) {
                        linked_to = link.span.end;
                        marks.push((link.span.start, Mark::LinkBegins(id)));
                        marks.push((link.span.end, Mark::LinkEnds));
                    }
                }
                LinkTarget::Footnote { .. } if part == Part::Body => {
                    marks.push((link.span.start, Mark::Note(first + index)));
                }
                _ => {}
            }
        }
        marks.sort();
        marks
    }

    fn remarks_in(&self, span: Span) -> Vec<(Span, u64)> {
        let first = self.remarks.partition_point(|(remark, _)| remark.start < span.start);
        let rest = self.remarks.get(first..).unwrap_or(&[]);
        rest.iter().take_while(|(remark, _)| remark.start < span.end).copied().collect()
    }

    fn run(&self, span: Span, is_link: bool, out: &mut String) {
        if span.is_empty() {
            return;
        }
        let fact = self.facts.partition_point(|fact| fact.end <= span.start);
        let is_fact = self.facts.get(fact).is_some_and(|fact| fact.start <= span.start);
        out.push_str("<w:r>");
        if is_link || is_fact {
            out.push_str("<w:rPr>");
            out.push_str(if is_link { "<w:rStyle w:val=\"Hyperlink\"/>" } else { "" });
            out.push_str(if is_fact { "<w:highlight w:val=\"yellow\"/>" } else { "" });
            out.push_str("</w:rPr>");
        }
        comment::text(self.document.text(span), out);
        out.push_str("</w:r>");
    }

    /// A reference to a footnote, which is written too. Word has no comments in notes: those on its
    /// words stand at the reference.
    fn note(&mut self, link: usize) -> String {
        let Some(blocks) = self.notes.by_link.remove(&link) else { return String::new() };
        self.notes.written += 1;
        let number = self.notes.written;
        let mut remarks = Vec::new();
        let _ = write!(self.out.footnotes, "<w:footnote w:id=\"{number}\">");
        for (at, block) in blocks.into_iter().filter_map(|at| self.document.blocks.get(at)).enumerate() {
            remarks.extend(self.remarks_in(block.span));
            let sign = if at == 0 {
                "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
            } else {
                ""
            };
            let runs = self.runs(block.span, Part::Notes);
            let _ = write!(self.out.footnotes, "<w:p>{}{sign}{runs}</w:p>", style("FootnoteText"));
        }
        self.out.footnotes.push_str("</w:footnote>");
        let begins: String = remarks.iter().map(|(_, number)| comment::begins(*number)).collect();
        let ends: String = remarks.iter().map(|(_, number)| comment::ends(*number)).collect();
        format!(
            "{begins}<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>{ends}"
        )
    }
}

impl Notes {
    /// Finds the blocks of each note by its text; what nothing refers to stays in the body.
    fn of(document: &Document) -> Self {
        let mut first_lines: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, block) in document.blocks.iter().enumerate().rev() {
            if block.kind == BlockKind::Footnote {
                first_lines.entry(document.text(block.span)).or_default().push(at);
            }
        }
        let mut notes = Self::default();
        for (index, link) in document.links.iter().enumerate() {
            let LinkTarget::Footnote { text, .. } = &link.target else { continue };
            let mut lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
            let Some(first) = lines.next().and_then(|line| first_lines.get_mut(line)?.pop()) else { continue };
            let mut blocks = vec![first];
            for (line, at) in lines.zip(first + 1..) {
                let is_next = document
                    .blocks
                    .get(at)
                    .is_some_and(|block| block.kind == BlockKind::Footnote && document.text(block.span) == line);
                if !is_next {
                    break;
                }
                blocks.push(at);
            }
            notes.blocks.extend(&blocks);
            notes.by_link.insert(index, blocks);
        }
        notes
    }
}

fn style(id: &str) -> String {
    format!("<w:pPr><w:pStyle w:val=\"{id}\"/></w:pPr>")
}
