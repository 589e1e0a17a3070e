//! What is said in the margin: a comment at each claim and finding, with what people wrote to it.

use super::own_entries;
use super::ticks::Ticks;
use crate::RenderContext;
use crate::backing::Told;
use claimsheet::claim::{ByteRange, Claim, ClaimKind, FactRole, Finding, Severity, Stretch};
use claimsheet::text::document::{Document, LinkTarget};
use claimsheet::text::span::{SourceSpan, Span};
use claimsheet_read::office::docx::OURS;
use claimsheet_sheet::Review;
use std::collections::BTreeSet;

/// A comment on words of the draft.
#[derive(Debug)]
pub(super) struct Remark {
    /// The words, in the prose.
    pub(super) span: Span,
    /// Who says it.
    pub(super) author: String,
    /// Paragraph by paragraph.
    pub(super) lines: Vec<Line>,
}

/// A paragraph of a comment or cell.
pub(super) type Line = Vec<Words>;

/// Words of one look.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) bold: bool,
    /// Where they lead.
    pub(super) url: Option<String>,
    /// Their size in half points, where it is not that of the words around.
    pub(super) size: Option<u32>,
}

impl Words {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, ..Self::default() }
    }
}

/// An empty box before a place to look.
const BOX: &str = "☐ ";

/// The comments on the claims and findings, in the order of the text.
pub(super) fn remarks(material: &RenderContext<'_>) -> Vec<Remark> {
    let document = material.document;
    let analysis = &material.worksheet.analysis;
    let mut seen = BTreeSet::new();
    let ticks = Ticks::of(material);
    let claims = analysis.claims.iter().map(|claim| {
        let review = material.entry(&claim.id).map(|entry| &entry.review);
        Remark {
            span: prose(document, claim.span),
            author: OURS.to_owned(),
            lines: told(claim, review, &ticks, &mut seen),
        }
    });
    let mut remarks: Vec<Remark> = claims.collect();
    let unit = document.positions.unit();
    remarks.extend(analysis.findings.iter().filter_map(|finding| {
        let first = finding.places.first()?;
        Some(Remark {
            span: prose(document, first.span),
            author: OURS.to_owned(),
            lines: settle(finding, ticks.finding(finding), unit),
        })
    }));
    remarks.extend(own_entries::remarks(material));
    remarks.retain(|remark| !remark.span.is_empty());
    remarks.sort_by_key(|remark| (remark.span.start, remark.span.end));
    remarks
}

/// The comments that the draft itself has, for a document that is made anew.
pub(super) fn of_the_draft(document: &Document) -> Vec<Remark> {
    let comments = document.links.iter().filter_map(|link| match &link.target {
        LinkTarget::Comment { author, text } if !link.span.is_empty() => {
            Some(Remark { span: link.span, author: author.clone(), lines: vec![vec![Words::plain(text.clone())]] })
        }
        _ => None,
    });
    comments.collect()
}

/// The words of the facts that one looks up, in the prose, in order, none within another.
pub(super) fn facts(material: &RenderContext<'_>) -> Vec<Span> {
    let facts = material.worksheet.analysis.claims.iter().flat_map(Claim::ticks);
    let looked_up = facts.filter(|fact| {
        matches!(
            fact.role,
            FactRole::Figure | FactRole::Date | FactRole::Superlative | FactRole::Name | FactRole::Place
        )
    });
    let mut spans: Vec<Span> = looked_up.map(|fact| prose(material.document, fact.span)).collect();
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}

fn prose(document: &Document, range: ByteRange) -> Span {
    document.map.to_prose(SourceSpan::new(range.start, range.end))
}

/// What a claim's comment says: what it is, the questions, where to look, what was found.
fn told(claim: &Claim, review: Option<&Review>, ticks: &Ticks, seen: &mut BTreeSet<String>) -> Vec<Line> {
    let mut lines = vec![vec![Words::bold(headline(claim))]];
    lines.extend(fact_lines(claim, ticks, seen));
    lines.push(vec![Words::plain(source(claim))]);
    lines.extend(claim.said().map(|said| vec![Words::plain(said)]));
    lines.extend(look_line(claim));
    lines.extend(review.into_iter().flat_map(review_lines));
    lines
}

/// "3 · Medium · statistic, event"
pub(super) fn headline(claim: &Claim) -> String {
    let kinds: Vec<&str> =
        std::iter::once(claim.kind).chain(claim.tags.iter().copied()).take(4).map(ClaimKind::name).collect();
    format!("{} · {} · {}", claim.number, capitalised(claim.priority.name()), kinds.join(", "))
}

/// Why the claim has its priority.
pub(super) fn why(claim: &Claim) -> Option<String> {
    let why = crate::words::why(claim);
    (!why.is_empty()).then(|| format!("Why {}: {}", claim.priority.name(), why))
}

/// What the draft itself offers as source.
pub(super) fn source(claim: &Claim) -> String {
    claim.claimed_source.as_ref().map_or_else(
        || "No source given in the draft".to_owned(),
        |source| format!("Source in the draft: {}", source.shown()),
    )
}

/// What to tick; a name that an earlier claim asked to check is not asked for again (`seen`).
pub(super) fn fact_lines(claim: &Claim, ticks: &Ticks, seen: &mut BTreeSet<String>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (fact, tick) in claim.facts.iter().zip(ticks.facts(claim)).filter(|(fact, _)| fact.tick) {
        let is_name = matches!(fact.role, FactRole::Name | FactRole::Place);
        if is_name && !seen.insert(fact.text.clone()) {
            continue;
        }
        lines.push(vec![
            Words::plain(tick),
            Words::bold(fact.text.clone()),
            Words::plain(format!(": {}", fact.verify)),
        ]);
        lines.extend(Told::of(claim, fact).map(backing_line));
    }
    lines
}

/// What the reporter's documents say of a fact, with the words that bear on it in bold.
fn backing_line(told: Told<'_>) -> Line {
    let words = |stretch: Stretch| Words { bold: stretch.marked, ..Words::plain(stretch.text) };
    std::iter::once(Words::plain("Backing: ")).chain(told.stretches().into_iter().map(words)).collect()
}

/// Where to look, on one line.
fn look_line(claim: &Claim) -> Option<Line> {
    let mut line = vec![Words::plain("Look: ")];
    for (at, prompt) in claim.prompts.iter().enumerate() {
        if at > 0 {
            line.push(Words::plain("; "));
        }
        line.push(Words { url: prompt.url.clone(), ..Words::plain(prompt.label.clone()) });
    }
    (line.len() > 1).then_some(line)
}

/// Where to look, and why there.
pub(super) fn look_lines(claim: &Claim) -> Vec<Line> {
    let line = |prompt: &claimsheet::claim::Prompt| {
        let label = Words { url: prompt.url.clone(), ..Words::plain(prompt.label.clone()) };
        vec![Words::plain(BOX), label, Words::plain(format!(": {}", prompt.why))]
    };
    claim.prompts.iter().map(line).collect()
}

/// The fields of a review with the names that the sheet has for them.
pub(super) fn fields(review: &Review) -> [(&'static str, String); 8] {
    [
        ("Source", review.sources.join("; ")),
        ("Verdict", review.verdict.clone()),
        ("Correction", review.correction.clone()),
        ("Note", review.note.clone()),
        ("Query to author", review.query.clone()),
        ("Answer", review.answer.clone()),
        ("Checked by", review.checked.clone()),
        ("Second check by", review.second.clone()),
    ]
}

pub(super) fn review_lines(review: &Review) -> Vec<Line> {
    let written = fields(review).into_iter().filter(|(_, text)| !text.is_empty());
    written.map(|(name, text)| vec![Words::bold(format!("{name}: ")), Words::plain(text)]).collect()
}

/// What a finding's comment says, with its box.
fn settle(finding: &Finding, tick: &str, unit: &str) -> Vec<Line> {
    let title = finding.check.replace('-', " ");
    let title = match finding.severity {
        Severity::Ask => format!("Ask the author · {title}"),
        Severity::Disagrees | Severity::Notice => format!("Problem in the draft · {title}"),
    };
    let others: BTreeSet<u32> = finding.places.iter().skip(1).map(|place| place.line).collect();
    let others: Vec<String> = others.iter().map(u32::to_string).collect();
    let mut lines = vec![vec![Words::bold(title)], vec![Words::plain(format!("{tick}{}", finding.message))]];
    if !others.is_empty() {
        lines.push(vec![Words::plain(format!("See also {unit} {}", others.join(", ")))]);
    }
    lines
}

pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
