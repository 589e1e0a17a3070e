//! What is marked in the draft: claims, set-asides, facts, findings and links, with the lines of the
//! sheet that belong to them.

use super::super::RenderContext;
use super::data::priority;
use claimsheet::claim::Claim;
use claimsheet::text::document::LinkTarget;
use claimsheet::text::span::Span;
use claimsheet_sheet::{Outline, PartKind, fact_shown};
use std::collections::HashMap;

/// How many lines of a section are looked at for the next of a list.
const REACH: usize = 64;

/// A stretch of the draft and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark<'a> {
    pub(super) span: Span,
    pub(super) what: What<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// A claim that has an entry.
    Claim(ClaimMark<'a>),
    /// A sentence that was set aside: why, and its line in the sheet.
    Aside(&'a str, Option<u32>),
    /// A fact, with the lines that tick it.
    Fact(Vec<u32>),
    /// The place of a finding, with its line.
    Finding(Option<u32>),
    /// A link of the draft.
    Link(&'a str),
    /// A footnote reference.
    Footnote(&'a str),
}

/// A claim in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClaimMark<'a> {
    pub(super) id: &'a str,
    pub(super) number: u32,
    pub(super) priority: &'static str,
    /// Whether the sheet says it elsewhere: this is a later place with the same words.
    pub(super) repeat: bool,
}

impl What<'_> {
    /// Whether it is a whole sentence; those never overlap.
    pub(super) const fn is_sentence(&self) -> bool {
        matches!(self, Self::Claim(_) | Self::Aside(..))
    }
}

/// The lines of the sheet that tick the facts of each claim, by the claim's id and the fact's place in it.
#[derive(Debug, Default)]
pub(super) struct FactLines(HashMap<String, Vec<Vec<u32>>>);

impl FactLines {
    pub(super) fn of(claims: &[Claim], outline: &[Outline]) -> Self {
        let entries: HashMap<&str, &Outline> = outline
            .iter()
            .filter_map(|part| match &part.kind {
                PartKind::Entry(id) => Some((id.as_str(), part)),
                _ => None,
            })
            .collect();
        // What a person split off from a claim ticks its facts as well.
        let mut parts: HashMap<&str, Vec<&Outline>> = HashMap::new();
        for part in outline {
            if let Some(id) = &part.part_of {
                parts.entry(id).or_default().push(part);
            }
        }
        let lines = claims.iter().filter_map(|claim| {
            let id = claim.id.as_str();
            let own = std::iter::once(*entries.get(id)?);
            let all: Vec<&Outline> = own.chain(parts.remove(id).unwrap_or_default()).collect();
            Some((claim.id.clone(), fact_lines(claim, &all)))
        });
        Self(lines.collect())
    }

    /// Whether the claim has an entry.
    fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// All lines of a claim, rising.
    pub(super) fn of_claim(&self, id: &str) -> Vec<u32> {
        let mut lines: Vec<u32> = self.0.get(id).into_iter().flatten().flatten().copied().collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    /// The lines of one fact.
    pub(super) fn of_fact(&self, id: &str, fact: usize) -> Vec<u32> {
        self.0.get(id).and_then(|facts| facts.get(fact)).cloned().unwrap_or_default()
    }
}

/// For each fact the lines that tick it, in the claim's entry or in a part of it. Facts with the same words take one line each, as far as
/// there are enough.
fn fact_lines(claim: &Claim, parts: &[&Outline]) -> Vec<Vec<u32>> {
    let mut taken: HashMap<&str, usize> = HashMap::new();
    claim
        .facts
        .iter()
        .map(|fact| {
            // Of a fact that is not asked for, no line is its own.
            let words = fact_shown(&fact.text);
            let lines: Vec<u32> =
                parts.iter().filter(|_| fact.tick).flat_map(|part| part.items_about(&words)).collect();
            let nth = taken.entry(fact.text.as_str()).or_insert(0);
            let line = lines.get(*nth).or(lines.last()).copied();
            *nth += 1;
            line.into_iter().collect()
        })
        .collect()
}

/// Claims of the draft whose entries are not in the sheet, by number: a person deleted them.
pub(super) fn without_entry(material: &RenderContext<'_>, facts: &FactLines) -> Vec<u32> {
    let claims = material.worksheet.analysis.claims.iter();
    claims.filter(|claim| !facts.has(&claim.id)).map(|claim| claim.number).collect()
}

/// All marks, in no order.
pub(super) fn marks<'a>(material: &RenderContext<'a>, outline: &[Outline], facts: &FactLines) -> Vec<Mark<'a>> {
    let (document, analysis) = (material.document, &material.worksheet.analysis);
    let mut marks = Vec::new();
    for claim in analysis.claims.iter().filter(|claim| facts.has(&claim.id)) {
        let mark =
            ClaimMark { id: &claim.id, number: claim.number, priority: priority(material, claim), repeat: false };
        marks.push(Mark { span: claim.prose, what: What::Claim(mark) });
        let repeat = |span: &Span| Mark { span: *span, what: What::Claim(ClaimMark { repeat: true, ..mark }) };
        marks.extend(claim.repeats.iter().map(repeat));
        for (at, fact) in claim.facts.iter().enumerate().filter(|(_, fact)| fact.tick) {
            marks.push(Mark { span: fact.prose, what: What::Fact(facts.of_fact(&claim.id, at)) });
        }
    }
    let mut lines = Lines::of(outline);
    for aside in &analysis.set_aside {
        let what = What::Aside(crate::words::reason(aside.reason), lines.next(&aside.text));
        marks.push(Mark { span: aside.prose, what });
    }
    let mut lines = Lines::of(outline);
    for finding in &analysis.findings {
        let line = lines.next(&finding.message);
        marks.extend(finding.places.iter().map(|place| Mark { span: place.prose, what: What::Finding(line) }));
    }
    marks.extend(document.links.iter().filter_map(|link| {
        let what = match &link.target {
            LinkTarget::Url(url) => What::Link(url),
            LinkTarget::Footnote { label, .. } => What::Footnote(label),
            // The entry has pages and comments, as what the draft offers for a source.
            _ => return None,
        };
        Some(Mark { span: link.span, what })
    }));
    marks
}

/// Finds the lines of lists in the sheet's sections, which follow the order of the analysis.
struct Lines<'a> {
    sections: Vec<&'a Outline>,
    /// The section and the place in it behind the last line found.
    at: (usize, usize),
}

impl<'a> Lines<'a> {
    fn of(outline: &'a [Outline]) -> Self {
        let sections = outline.iter().filter(|part| matches!(part.kind, PartKind::Section(_)) && !part.withdrawn);
        Self { sections: sections.collect(), at: (0, 0) }
    }

    fn next(&mut self, words: &str) -> Option<u32> {
        let (first, from) = self.at;
        for (at, section) in self.sections.iter().enumerate().skip(first) {
            let from = if at == first { from } else { 0 };
            if let Some((place, line)) = section.line_with(words, from, REACH) {
                self.at = (at, place + 1);
                return Some(line);
            }
        }
        None
    }
}
