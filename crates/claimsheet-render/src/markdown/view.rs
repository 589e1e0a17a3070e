//! What the Markdown template sees. Texts are the article's own and go through the filter `md`;
//! `marked` is Markdown already.

use super::super::words::{self, HEADING, counted, heading, shortened};
use super::super::{RenderOptions, text_fragment};
use claimsheet::claim::{Analysis, Claim, Evidence, EvidenceStatus, FactRole, Finding, NameEntry, Priority, Prompt};
use claimsheet::text::escape::markup;
use claimsheet_sheet::worksheet::{Article, Worksheet};
use serde::Serialize;
use std::collections::BTreeSet;
use std::ops::Range;

#[derive(Serialize)]
pub(super) struct View<'a> {
    pub(super) article: &'a Article,
    /// The article's file without its folder.
    pub(super) file: &'a str,
    /// The article's title, or its file.
    pub(super) title: &'a str,
    pub(super) checker: Option<&'a str>,
    /// What a line of the source is: "line", "paragraph".
    pub(super) unit: &'static str,
    pub(super) summary: String,
    pub(super) warnings: &'a [String],
    /// Questions to the reporter, where documents were searched.
    pub(super) backing: Vec<String>,
    pub(super) findings: Vec<FindingView<'a>>,
    pub(super) claims: Vec<ClaimView<'a>>,
    pub(super) set_aside: Vec<AsideView<'a>>,
    pub(super) names: Vec<NameView<'a>>,
}

#[derive(Serialize)]
pub(super) struct FindingView<'a> {
    pub(super) title: String,
    pub(super) lines: String,
    pub(super) message: &'a str,
}

#[derive(Serialize)]
pub(super) struct ClaimView<'a> {
    pub(super) number: u32,
    pub(super) id: &'a str,
    pub(super) heading: String,
    pub(super) priority: &'static str,
    pub(super) kinds: String,
    pub(super) line: u32,
    /// Its words on the article's page.
    pub(super) link: Option<String>,
    pub(super) also: &'a [u32],
    /// Who says it and when, in a transcript.
    pub(super) said: Option<String>,
    pub(super) source: Option<String>,
    pub(super) why: String,
    pub(super) before: &'a str,
    pub(super) marked: String,
    pub(super) after: &'a str,
    pub(super) facts: Vec<FactView<'a>>,
    pub(super) known: String,
    pub(super) prompts: &'a [Prompt],
}

#[derive(Serialize)]
pub(super) struct FactView<'a> {
    pub(super) text: &'a str,
    pub(super) role: FactRole,
    pub(super) verify: String,
    /// What the reporter's documents say of it.
    pub(super) backing: Option<String>,
}

#[derive(Serialize)]
pub(super) struct NameView<'a> {
    pub(super) name: &'a str,
    pub(super) kind: &'static str,
    pub(super) titles: &'a [String],
    pub(super) mentions: String,
    pub(super) variants: &'a [String],
    pub(super) verify: &'a str,
}

impl<'a> View<'a> {
    pub(super) fn of(worksheet: &'a Worksheet, options: &RenderOptions) -> Self {
        let analysis = &worksheet.analysis;
        let unit = worksheet.article.positions.unit();
        let mut seen = BTreeSet::new();
        let page = worksheet.article.url.as_deref().filter(|_| !options.no_page_links);
        let claims = analysis.claims.iter().map(|claim| ClaimView::of(claim, page, &mut seen)).collect();
        let file = worksheet.article.path.rsplit(['/', '\\']).next().unwrap_or("");
        Self {
            article: &worksheet.article,
            file,
            title: worksheet.article.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(file),
            checker: worksheet.checker.as_deref(),
            unit,
            summary: summary(worksheet),
            warnings: &analysis.warnings,
            backing: questions(analysis, unit),
            findings: analysis.findings.iter().map(|one| finding(one, unit)).collect(),
            claims,
            set_aside: analysis.set_aside.iter().map(AsideView::of).collect(),
            names: analysis.names.iter().map(|one| name(one, unit)).collect(),
        }
    }
}

/// A sentence that is not listed, with all that a template may ask of it.
#[derive(Debug, Serialize)]
pub(super) struct AsideView<'a> {
    pub(super) line: u32,
    pub(super) reason: claimsheet::claim::SetAsideReason,
    pub(super) text: &'a str,
    pub(super) comments: &'a [String],
}

impl<'a> AsideView<'a> {
    fn of(aside: &'a claimsheet::claim::SetAside) -> Self {
        Self { line: aside.line, reason: aside.reason, text: &aside.text, comments: &aside.comments }
    }
}

/// What the reporter is to be asked: first what differs, then what has no backing, dates and names aside.
fn questions(analysis: &Analysis, unit: &str) -> Vec<String> {
    let of = |wanted: EvidenceStatus| {
        let facts = analysis.claims.iter().flat_map(|claim| claim.facts.iter().map(move |fact| (claim.line, fact)));
        facts.filter_map(move |(line, fact)| {
            let evidence = fact.evidence.as_ref().filter(|evidence| evidence.status == wanted)?;
            Some((line, fact, evidence))
        })
    };
    let differs = of(EvidenceStatus::Differs).map(|(line, fact, evidence)| {
        format!("\"{}\" ({unit} {line}) {}. Which is right?", fact.text, evidence.line())
    });
    let is_asked = |role: FactRole| matches!(role, FactRole::Figure | FactRole::Quote | FactRole::Superlative);
    let missing = of(EvidenceStatus::NotFound).filter(|(_, fact, _)| is_asked(fact.role)).map(|(line, fact, _)| {
        format!("\"{}\" ({unit} {line}): not found in the documents. Where is it from?", fact.text)
    });
    differs.chain(missing).collect()
}

fn summary(worksheet: &Worksheet) -> String {
    let analysis = &worksheet.analysis;
    let claims = analysis.claims.len();
    let by_priority: Vec<String> = [Priority::High, Priority::Medium, Priority::Low]
        .into_iter()
        .filter_map(|priority| {
            let count = worksheet.count(priority);
            (count > 0).then(|| format!("{count} {}", priority.name()))
        })
        .collect();
    let facts: usize = analysis.claims.iter().map(|claim| claim.facts.len()).sum();
    let mut parts = vec![if by_priority.is_empty() {
        counted(claims, "claim")
    } else {
        format!("{} ({})", counted(claims, "claim"), by_priority.join(", "))
    }];
    parts.push(format!("{} to tick", counted(facts, "fact")));
    if !analysis.findings.is_empty() {
        parts.push(format!("{} to settle first", counted(analysis.findings.len(), "thing")));
    }
    parts.push(format!("{} of {claims} done", worksheet.done));
    parts.join(" · ")
}

fn finding<'a>(finding: &'a Finding, unit: &str) -> FindingView<'a> {
    FindingView { title: finding.title(), lines: finding.lines(unit), message: &finding.message }
}

impl<'a> ClaimView<'a> {
    /// `page` is the article's address; `seen` are the names that earlier claims have asked to check.
    fn of(claim: &'a Claim, page: Option<&str>, seen: &mut BTreeSet<String>) -> Self {
        let (known, facts): (Vec<_>, Vec<_>) = claim
            .facts
            .iter()
            .partition(|fact| matches!(fact.role, FactRole::Name | FactRole::Place) && !seen.insert(fact.text.clone()));
        let mut names: Vec<&str> = known.iter().map(|fact| fact.text.as_str()).collect();
        names.dedup();
        Self {
            number: claim.number,
            id: &claim.id,
            heading: heading(&claim.text),
            priority: claim.priority.name(),
            kinds: words::kinds(claim),
            line: claim.line,
            link: page.map(|page| text_fragment::address(page, claim)),
            also: &claim.also,
            said: claim.said(),
            source: claim
                .claimed_source
                .as_ref()
                .filter(|_| !claim.is_speakers_own())
                .map(|source| shortened(&source.shown(), HEADING)),
            why: words::why(claim),
            before: &claim.context.before,
            marked: marked(claim),
            after: &claim.context.after,
            facts: facts
                .into_iter()
                .map(|fact| FactView {
                    text: &fact.text,
                    role: fact.role,
                    verify: fact.verify.to_string(),
                    backing: fact.evidence.as_ref().map(Evidence::line),
                })
                .collect(),
            known: names.join(", "),
            prompts: &claim.prompts,
        }
    }
}

/// The claim's words with the facts that one looks up in bold.
fn marked(claim: &Claim) -> String {
    let text = claim.text.as_str();
    let mut spans: Vec<Range<usize>> = Vec::new();
    let bold = claim.facts.iter().filter(|fact| is_bold(fact.role, &fact.text));
    for place in bold.filter_map(|fact| claim.within(fact)) {
        match spans.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => spans.push(place),
        }
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for place in spans {
        join(&mut out, text.get(at..place.start).unwrap_or(""));
        out.push_str("**");
        markup::push_markdown(&mut out, text.get(place.clone()).unwrap_or(""), false);
        out.push_str("**");
        at = place.end;
    }
    join(&mut out, text.get(at..).unwrap_or(""));
    out
}

/// Appends text between bold words; only what begins the line is escaped as a line's start.
fn join(out: &mut String, text: &str) {
    let lead = text.len() - text.trim_start().len();
    let tail = text.trim_start().len() - text.trim().len();
    let begins = out.is_empty();
    if lead > 0 && !begins {
        out.push(' ');
    }
    markup::push_markdown(out, text, begins);
    if tail > 0 {
        out.push(' ');
    }
}

fn is_bold(role: FactRole, text: &str) -> bool {
    match role {
        FactRole::Figure | FactRole::Date | FactRole::Superlative | FactRole::Name | FactRole::Place => true,
        FactRole::Quote => text.split_whitespace().nth(5).is_none(),
        _ => false,
    }
}

fn name<'a>(name: &'a NameEntry, unit: &str) -> NameView<'a> {
    NameView {
        name: &name.name,
        kind: name.kind.name(),
        titles: &name.titles,
        mentions: words::mentions(name, unit),
        variants: &name.variants,
        verify: &name.verify,
    }
}
