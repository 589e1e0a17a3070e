//! What the Markdown template sees. Texts are the article's own and go through the filter `md`;
//! `marked` is Markdown already.

use super::super::escape;
use super::super::words::{self, HEADING, counted, heading, shortened};
use crate::claim::{Claim, FactRole, Finding, NameEntry, Priority, Prompt};
use crate::worksheet::{Article, Worksheet};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
pub(super) struct View<'a> {
    article: &'a Article,
    /// The article's file without its folder.
    file: &'a str,
    checker: Option<&'a str>,
    summary: String,
    warnings: &'a [String],
    findings: Vec<FindingView<'a>>,
    claims: Vec<ClaimView<'a>>,
    set_aside: &'a [crate::claim::SetAside],
    names: Vec<NameView<'a>>,
}

#[derive(Serialize)]
struct FindingView<'a> {
    title: String,
    lines: String,
    message: &'a str,
}

#[derive(Serialize)]
struct ClaimView<'a> {
    number: u32,
    id: &'a str,
    heading: String,
    priority: &'static str,
    kinds: String,
    line: u32,
    also: &'a [u32],
    source: Option<String>,
    why: String,
    before: &'a str,
    marked: String,
    after: &'a str,
    facts: Vec<FactView<'a>>,
    known: String,
    prompts: &'a [Prompt],
}

#[derive(Serialize)]
struct FactView<'a> {
    text: &'a str,
    role: FactRole,
    verify: &'a str,
}

#[derive(Serialize)]
struct NameView<'a> {
    name: &'a str,
    kind: &'static str,
    titles: &'a [String],
    mentions: String,
    variants: &'a [String],
    verify: &'a str,
}

impl<'a> View<'a> {
    pub(super) fn of(worksheet: &'a Worksheet) -> Self {
        let analysis = &worksheet.analysis;
        let mut seen = BTreeSet::new();
        let claims = analysis.claims.iter().map(|claim| ClaimView::of(claim, &mut seen)).collect();
        Self {
            article: &worksheet.article,
            file: worksheet.article.path.rsplit(['/', '\\']).next().unwrap_or(""),
            checker: worksheet.checker.as_deref(),
            summary: summary(worksheet),
            warnings: &analysis.warnings,
            findings: analysis.findings.iter().map(finding).collect(),
            claims,
            set_aside: &analysis.set_aside,
            names: analysis.names.iter().map(name).collect(),
        }
    }
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

fn finding(finding: &Finding) -> FindingView<'_> {
    FindingView {
        title: words::finding_title(finding),
        lines: words::finding_lines(finding),
        message: &finding.message,
    }
}

impl<'a> ClaimView<'a> {
    /// `seen` are the names that earlier claims have asked to check.
    fn of(claim: &'a Claim, seen: &mut BTreeSet<String>) -> Self {
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
            also: &claim.also,
            source: claim.claimed_source.as_ref().map(|source| shortened(&source.text, HEADING)),
            why: words::why(claim),
            before: &claim.context.before,
            marked: marked(claim),
            after: &claim.context.after,
            facts: facts
                .into_iter()
                .map(|fact| FactView { text: &fact.text, role: fact.role, verify: &fact.verify })
                .collect(),
            known: names.join(", "),
            prompts: &claim.prompts,
        }
    }
}

/// The claim's words with the facts that one looks up in bold.
fn marked(claim: &Claim) -> String {
    let text = claim.text.as_str();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for fact in claim.facts.iter().filter(|fact| is_bold(fact.role, &fact.text)) {
        if let Some(at) = text.get(from..).and_then(|rest| rest.find(fact.text.as_str())) {
            let (start, end) = (from + at, from + at + fact.text.len());
            match spans.last_mut() {
                Some(last) if start < last.1 => last.1 = last.1.max(end),
                _ => spans.push((start, end)),
            }
            from = start;
        }
    }
    let mut out = String::new();
    let mut at = 0;
    for (start, end) in spans {
        join(&mut out, text.get(at..start).unwrap_or(""));
        out.push_str("**");
        out.push_str(&inner(text.get(start..end).unwrap_or("")));
        out.push_str("**");
        at = end;
    }
    join(&mut out, text.get(at..).unwrap_or(""));
    out
}

/// Appends text between bold words; only what begins the line is escaped as a line's start.
fn join(out: &mut String, text: &str) {
    let escaped = if out.is_empty() { escape::markdown(text) } else { inner(text) };
    let lead = text.len() - text.trim_start().len();
    let tail = text.trim_start().len() - text.trim().len();
    if lead > 0 && !out.is_empty() {
        out.push(' ');
    }
    out.push_str(&escaped);
    if tail > 0 {
        out.push(' ');
    }
}

/// Escaped as text within a line.
fn inner(text: &str) -> String {
    let escaped = escape::markdown(&format!("x{}", text.trim()));
    escaped.get(1..).unwrap_or("").to_owned()
}

fn is_bold(role: FactRole, text: &str) -> bool {
    match role {
        FactRole::Figure | FactRole::Date | FactRole::Superlative | FactRole::Name | FactRole::Place => true,
        FactRole::Quote => text.split_whitespace().nth(5).is_none(),
        _ => false,
    }
}

fn name(name: &NameEntry) -> NameView<'_> {
    NameView {
        name: &name.name,
        kind: name.kind.name(),
        titles: &name.titles,
        mentions: words::mentions(name),
        variants: &name.variants,
        verify: &name.verify,
    }
}
