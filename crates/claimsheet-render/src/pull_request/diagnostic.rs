//! What there is to tell at places of a draft: findings, and claims to check.

use super::point::{Point, Points};
use crate::RenderContext;
use crate::RenderOptions;
use crate::claim_text;
use crate::harmless;
use crate::words::counted;
use claimsheet::claim::{ByteRange, Claim, Finding, Priority, Severity};
use claimsheet::claim::{Ids, normalised};
use claimsheet::text::document::Positions;
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::{Entry, Sheet};

/// Something to tell.
#[derive(Debug)]
pub(in super::super) struct Note<'a> {
    pub(in super::super) subject: Subject<'a>,
    pub(in super::super) level: Level,
    /// The check, or `claim/` and its kind.
    pub(in super::super) rule: String,
    /// In a few words, on one line.
    pub(in super::super) title: String,
    /// In plain lines.
    pub(in super::super) message: String,
    /// Ten hexadecimal digits that stay the same while the words do, wherever they stand.
    pub(in super::super) id: String,
    /// The first is the one to show.
    pub(in super::super) places: Vec<Place<'a>>,
    /// Whether a person is done with it: the verdict, or "settled".
    pub(in super::super) settled: Option<String>,
}

/// What a [`Note`] is about.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Subject<'a> {
    Finding(&'a Finding),
    Claim(&'a Claim),
    /// What the reader should know of the analysis.
    Remark,
}

/// How loud a [`Note`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Level {
    /// Two things disagree.
    Error,
    /// A question to settle, or a claim to check first.
    Warning,
    /// Any other.
    Notice,
}

/// Words of a draft, and where they stand.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Place<'a> {
    /// Without markup.
    pub(in super::super) words: &'a str,
    /// As the draft's source has them.
    pub(in super::super) raw: &'a str,
    /// Where they stand in that source; none where they are the whole file.
    pub(in super::super) span: Option<ByteRange>,
    /// The same in code points, a byte order mark not counted.
    pub(in super::super) offsets: (u32, u32),
    pub(in super::super) at: At,
}

/// Where words stand.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum At {
    /// From a place of the file up to, and without, another.
    Text(Point, Point),
    /// In a paragraph, by its number from 1, of a file that has no lines.
    Paragraph(u32),
    /// Somewhere in the file.
    File,
}

/// What is about the whole file.
const NOWHERE: Place<'static> = Place { words: "", raw: "", span: None, offsets: (0, 0), at: At::File };

impl Place<'_> {
    /// First and last line, from 1; none in a file that has no lines.
    pub(in super::super) const fn lines(&self) -> Option<(u32, u32)> {
        match self.at {
            At::Text(start, end) => Some((start.line, end.line)),
            At::Paragraph(_) | At::File => None,
        }
    }
}

impl Note<'_> {
    /// Where to show it; each has a place.
    pub(in super::super) fn place(&self) -> Place<'_> {
        self.places.first().copied().unwrap_or(NOWHERE)
    }

    /// Which of those of one level goes first: findings, then claims by priority.
    pub(in super::super) const fn rank(&self) -> (Level, u8) {
        let within = match self.subject {
            Subject::Remark => 0,
            Subject::Finding(_) => 1,
            Subject::Claim(claim) => 4 - claim.priority as u8,
        };
        (self.level, within)
    }
}

/// All there is to tell: remarks, then findings, then claims, each in the worksheet's order.
pub(in super::super) fn notes<'a>(material: &RenderContext<'a>, desk: &ReviewPolicy) -> Vec<Note<'a>> {
    notes_from(material, desk, Priority::Low)
}

/// What is told at the lines of a draft: remarks, findings, and the claims of high priority; where a lowest priority
/// was asked for, those from that on. Claims with a correction are told whatever their priority, and a remark says how
/// many claims are not.
pub(in super::super) fn annotations<'a>(material: &RenderContext<'a>, options: &RenderOptions) -> Vec<Note<'a>> {
    notes_from(material, &options.desk, options.least.unwrap_or(Priority::High))
}

fn notes_from<'a>(material: &RenderContext<'a>, desk: &ReviewPolicy, least: Priority) -> Vec<Note<'a>> {
    let analysis = &material.worksheet.analysis;
    let points = points(material);
    let sheet = Sheet::parse(material.sheet).ok();
    let ticked = sheet.as_ref().map(Sheet::ticked_findings).unwrap_or_default();
    let mut ids = Ids::default();
    let is_told = |claim: &&'a Claim| {
        claim.priority >= least || material.entry(&claim.id).is_some_and(|entry| correction(entry).is_some())
    };
    let untold = analysis.claims.iter().filter(|claim| !is_told(claim)).count();
    let untold = (untold > 0).then(|| {
        format!("{} of lower priority: see the worksheet, or add `--min-priority low`", counted(untold, "claim"))
    });
    let remarks = analysis.warnings.iter().cloned().chain(untold).map(|warning| Note {
        subject: Subject::Remark,
        level: Level::Notice,
        rule: "note".to_owned(),
        title: "note".to_owned(),
        message: warning,
        id: String::new(),
        places: vec![NOWHERE],
        settled: None,
    });
    let findings = analysis.findings.iter().map(|finding| Note {
        subject: Subject::Finding(finding),
        level: match finding.severity {
            Severity::Disagrees => Level::Error,
            Severity::Ask => Level::Warning,
            Severity::Notice => Level::Notice,
        },
        rule: finding.check.clone(),
        title: finding.title(),
        message: finding_message(finding, material.document.positions),
        id: String::new(),
        places: finding.places.iter().map(|place| points.place(&place.text, place.span, place.line)).collect(),
        settled: ticked.holds(finding).then(|| "settled".to_owned()),
    });
    let claims = analysis.claims.iter().filter(is_told).map(|claim| {
        let place = points.place(&claim.text, claim.span, claim.line);
        of_claim(claim, material.entry(&claim.id), desk, place)
    });
    let mut notes: Vec<Note<'a>> = remarks.chain(findings).chain(claims).collect();
    for note in &mut notes {
        note.title = harmless::text(&note.title);
        note.message = harmless::text(&note.message);
    }
    for note in notes.iter_mut().filter(|note| note.id.is_empty()) {
        let words: Vec<&str> = note.places.iter().map(|place| place.words).collect();
        let words = if let Subject::Remark = note.subject { note.message.clone() } else { words.join(" | ") };
        note.id = ids.next(&format!("{}: {}", note.rule, normalised(&words)));
    }
    notes
}

fn of_claim<'a>(claim: &'a Claim, entry: Option<&Entry>, desk: &ReviewPolicy, place: Place<'a>) -> Note<'a> {
    let kind = claim.kind.name();
    let correction = entry.and_then(correction);
    let verdict = entry.filter(|entry| is_done(entry, desk) && correction.is_none()).map(|entry| &entry.review.verdict);
    let words = claim_text::plain(claim);
    Note {
        subject: Subject::Claim(claim),
        level: if claim.priority == Priority::High || correction.is_some() { Level::Warning } else { Level::Notice },
        rule: format!("claim/{kind}"),
        title: match correction {
            Some(_) => format!("to correct: {kind}"),
            None => format!("to check: {kind} ({})", claim.priority.name()),
        },
        message: correction
            .map_or_else(|| words.clone(), |correction| format!("Correction in the sheet: {correction}\n{words}")),
        id: claim.id.clone(),
        places: vec![place],
        settled: verdict.cloned(),
    }
}

/// What a person wrote the text should say instead of the words that it still has.
pub(in super::super) fn correction(entry: &Entry) -> Option<&str> {
    let correction = entry.review.correction.as_str();
    (!correction.is_empty() && !entry.edited && !entry.withdrawn).then_some(correction)
}

/// Whether an entry has a verdict on the words that the draft has now.
pub(in super::super) fn is_done(entry: &Entry, desk: &ReviewPolicy) -> bool {
    desk.is_verdict(&entry.review.verdict) && !entry.edited && !entry.withdrawn
}

fn finding_message(finding: &Finding, positions: Positions) -> String {
    let lines = finding.lines(positions.unit());
    if finding.places.len() > 1 { format!("{} ({lines})", finding.message) } else { finding.message.clone() }
}

/// Finds the places of all that the worksheet names.
fn points<'a>(material: &RenderContext<'a>) -> Finder<'a> {
    let analysis = &material.worksheet.analysis;
    let finding_spans = analysis.findings.iter().flat_map(|finding| &finding.places).map(|place| place.span);
    let spans = finding_spans.chain(analysis.claims.iter().map(|claim| claim.span));
    Finder {
        source: &material.document.source,
        points: Points::of(&material.document.source, spans.flat_map(|span| [span.start, span.end])),
        has_lines: material.document.positions != Positions::Paragraphs,
    }
}

struct Finder<'a> {
    source: &'a str,
    points: Points,
    has_lines: bool,
}

impl<'a> Finder<'a> {
    fn place(&self, words: &'a str, span: ByteRange, line: u32) -> Place<'a> {
        let (start, end) = (self.points.at(span.start), self.points.at(span.end));
        let at = if self.has_lines { At::Text(start, end) } else { At::Paragraph(line) };
        let raw = self.source.get(span.start as usize..span.end as usize).unwrap_or(words);
        Place { words, raw, span: Some(span), offsets: (start.offset, end.offset), at }
    }
}
