//! What the Markdown template sees. Texts are the article's own and go through the filter `md`;
//! `marked` and `backing` are Markdown already.

use super::super::words::{self, HEADING, counted, heading, shortened};
use super::super::{RenderOptions, text_fragment};
use super::backing;
use super::first_things::{self, Unsourced};
use super::sentence::{marked, sentence};
use crate::backing::Told;
use claimsheet::claim::{Claim, Fact, FactRole, Finding, NameEntry, Priority, Prompt, Severity};
use claimsheet::signal::NameKind;
use claimsheet_sheet::worksheet::{Article, Worksheet};
use claimsheet_sheet::{Field, fact_shown};
use serde::Serialize;
use std::collections::BTreeSet;

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
    /// How much there is to do, in the short sheet.
    pub(super) tally: String,
    pub(super) labels: LabelsView<'a>,
    pub(super) warnings: &'a [String],
    /// Questions to the reporter, where documents were searched, in Markdown.
    pub(super) backing: Vec<String>,
    pub(super) findings: Vec<FindingView<'a>>,
    /// Of the findings, those in which the draft is at fault.
    pub(super) problems: Vec<FindingView<'a>>,
    /// Of the findings, those that the author is asked.
    pub(super) queries: Vec<FindingView<'a>>,
    /// Claims for which the author is asked for a source.
    pub(super) unsourced: Vec<Unsourced>,
    /// Whether the author is asked anything.
    pub(super) asks: bool,
    /// Claims of high priority, where there are others.
    pub(super) first: Vec<FirstView>,
    pub(super) claims: Vec<ClaimView<'a>>,
    pub(super) set_aside: Vec<AsideView<'a>>,
    /// How many sentences are not listed, in words.
    pub(super) aside_tally: String,
    pub(super) names: Vec<NameView<'a>>,
    /// The names whose spelling is to be checked, by kind.
    pub(super) kinds_of_names: Vec<KindOfNames<'a>>,
    /// The other names.
    pub(super) known_names: Vec<&'a str>,
}

/// The names of the fields that each entry of the short sheet has.
#[derive(Serialize)]
pub(super) struct LabelsView<'a> {
    pub(super) source: &'a str,
    pub(super) verdict: &'a str,
    pub(super) note: &'a str,
    pub(super) checked: &'a str,
}

/// A claim in the list of those to check first.
#[derive(Serialize)]
pub(super) struct FirstView {
    pub(super) number: u32,
    pub(super) headline: String,
    pub(super) line: u32,
}

/// Names of one kind.
#[derive(Serialize)]
pub(super) struct KindOfNames<'a> {
    pub(super) kind: &'static str,
    pub(super) names: Vec<NameView<'a>>,
}

#[derive(Serialize)]
pub(super) struct FindingView<'a> {
    pub(super) title: String,
    /// The check alone.
    pub(super) name: String,
    pub(super) lines: String,
    pub(super) message: &'a str,
}

#[derive(Serialize)]
pub(super) struct ClaimView<'a> {
    pub(super) number: u32,
    pub(super) id: &'a str,
    pub(super) heading: String,
    /// The same so that it holds what the claim is about.
    pub(super) headline: String,
    pub(super) priority: &'static str,
    /// The priority as the house calls it.
    pub(super) rank: &'a str,
    /// What weighed most on the priority.
    pub(super) because: String,
    /// Whether it has an entry of several lines.
    pub(super) long: bool,
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
    /// Its words with those to tick in bold.
    pub(super) sentence: String,
    pub(super) after: &'a str,
    pub(super) facts: Vec<FactView<'a>>,
    /// Those of its facts that are ticked.
    pub(super) ticks: Vec<FactView<'a>>,
    /// Where to look, with links.
    pub(super) look: Vec<String>,
    pub(super) known: String,
    pub(super) prompts: &'a [Prompt],
}

#[derive(Serialize)]
pub(super) struct FactView<'a> {
    pub(super) text: &'a str,
    /// Its words, cut where they are long.
    pub(super) shown: String,
    pub(super) role: FactRole,
    pub(super) verify: String,
    /// What the reporter's documents say of it, in Markdown.
    pub(super) backing: Vec<String>,
}

#[derive(Serialize, Clone)]
pub(super) struct NameView<'a> {
    pub(super) name: &'a str,
    /// The lines on which it stands.
    pub(super) places: String,
    pub(super) kind: &'static str,
    pub(super) titles: &'a [String],
    pub(super) mentions: String,
    pub(super) variants: &'a [String],
    pub(super) verify: String,
}

impl<'a> View<'a> {
    pub(super) fn of(worksheet: &'a Worksheet, options: &'a RenderOptions) -> Self {
        let analysis = &worksheet.analysis;
        let unit = worksheet.article.positions.unit();
        let mut seen = BTreeSet::new();
        let page = worksheet.article.url.as_deref().filter(|_| !options.no_page_links);
        let claims: Vec<ClaimView<'_>> =
            analysis.claims.iter().map(|claim| ClaimView::of(claim, page, &mut seen, options)).collect();
        let of_severity = |is: fn(Severity) -> bool| {
            let own = analysis.findings.iter().filter(move |one| is(one.severity));
            own.map(|one| finding(one, unit)).collect::<Vec<_>>()
        };
        let problems = of_severity(|severity| severity != Severity::Ask);
        let queries = of_severity(|severity| severity == Severity::Ask);
        let unsourced = first_things::unsourced(&analysis.claims);
        let asked = queries.len() + unsourced.len();
        let names: Vec<NameView<'_>> = analysis.names.iter().map(|one| name(one, unit)).collect();
        let file = worksheet.article.path.rsplit(['/', '\\']).next().unwrap_or("");
        Self {
            article: &worksheet.article,
            file,
            title: worksheet.article.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(file),
            checker: worksheet.checker.as_deref(),
            unit,
            summary: summary(worksheet),
            tally: first_things::tally(worksheet, problems.len(), asked),
            labels: LabelsView {
                source: Field::Source.label(&options.labels),
                verdict: Field::Verdict.label(&options.labels),
                note: Field::Note.label(&options.labels),
                checked: Field::Checked.label(&options.labels),
            },
            warnings: &analysis.warnings,
            backing: backing::questions(analysis, unit),
            findings: of_severity(|_| true),
            problems,
            queries,
            unsourced,
            asks: asked > 0,
            first: first(&claims),
            claims,
            aside_tally: first_things::aside_tally(&analysis.set_aside),
            set_aside: analysis.set_aside.iter().map(AsideView::of).collect(),
            kinds_of_names: by_kind(&names, &analysis.names),
            known_names: analysis.names.iter().filter(|name| !name.tick).map(|name| name.name.as_str()).collect(),
            names,
        }
    }
}

/// Claims of high priority in the order of the text; none where all are.
fn first(claims: &[ClaimView<'_>]) -> Vec<FirstView> {
    let is_high = |claim: &&ClaimView<'_>| claim.priority == Priority::High.name();
    let high = claims.iter().filter(is_high);
    if high.clone().count() == claims.len() {
        return Vec::new();
    }
    let mut high: Vec<FirstView> = high
        .map(|claim| FirstView { number: claim.number, headline: claim.headline.clone(), line: claim.line })
        .collect();
    high.sort_by_key(|claim| claim.number);
    high
}

/// Kinds of names, as the sheet calls them.
const KINDS_OF_NAMES: &[(&[NameKind], &str)] = &[
    (&[NameKind::Person], "People"),
    (&[NameKind::Organisation, NameKind::Acronym, NameKind::Group], "Organisations and groups"),
    (&[NameKind::Place], "Places"),
    (
        &[NameKind::Law, NameKind::Work, NameKind::Product, NameKind::Event, NameKind::Other],
        "Laws, works and other names",
    ),
];

fn by_kind<'a>(views: &[NameView<'a>], names: &[NameEntry]) -> Vec<KindOfNames<'a>> {
    let group = |(kinds, title): &(&[NameKind], &'static str)| {
        let own = names.iter().zip(views).filter(|(name, _)| kinds.contains(&name.kind) && name.tick);
        KindOfNames { kind: title, names: own.map(|(_, view)| view.clone()).collect() }
    };
    KINDS_OF_NAMES.iter().map(group).filter(|group| !group.names.is_empty()).collect()
}

/// A sentence that is not listed, with all that a template may ask of it.
#[derive(Debug, Serialize)]
pub(super) struct AsideView<'a> {
    pub(super) line: u32,
    pub(super) reason: &'static str,
    pub(super) text: &'a str,
    pub(super) comments: &'a [String],
}

impl<'a> AsideView<'a> {
    fn of(aside: &'a claimsheet::claim::SetAside) -> Self {
        Self { line: aside.line, reason: words::reason(aside.reason), text: &aside.text, comments: &aside.comments }
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
    parts.push(counted(facts, "tick"));
    if !analysis.findings.is_empty() {
        parts.push(format!("{} in the draft", counted(analysis.findings.len(), "problem")));
    }
    parts.push(format!("{} of {claims} done", worksheet.done));
    parts.join(" · ")
}

fn finding<'a>(finding: &'a Finding, unit: &str) -> FindingView<'a> {
    FindingView {
        title: finding.title(),
        name: words::check(&finding.check),
        lines: finding.lines(unit),
        message: &finding.message,
    }
}

impl<'a> ClaimView<'a> {
    /// `page` is the article's address; `seen` are the names that earlier claims have asked to check.
    fn of(claim: &'a Claim, page: Option<&str>, seen: &mut BTreeSet<String>, options: &'a RenderOptions) -> Self {
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
            headline: words::headline(claim),
            priority: claim.priority.name(),
            rank: rank(claim.priority, options),
            because: without_dots(&words::because(claim)),
            // What the reporter's documents say of a fact stands on a line below it.
            long: claim.priority > Priority::Low || claim.ticks().any(|fact| Told::of(claim, fact).next().is_some()),
            kinds: words::kinds(claim),
            line: claim.line,
            link: page.map(|page| text_fragment::address(page, claim)),
            also: &claim.also,
            said: claim.said().map(|said| without_dots(&said)),
            source: claim
                .claimed_source
                .as_ref()
                .filter(|_| !claim.is_speakers_own())
                .map(|source| without_dots(&shortened(&source.shown(), HEADING))),
            why: words::why(claim),
            before: &claim.context.before,
            marked: marked(claim),
            after: &claim.context.after,
            sentence: sentence(claim),
            facts: facts.into_iter().map(|fact| FactView::of(claim, fact)).collect(),
            ticks: claim.ticks().map(|fact| FactView::of(claim, fact)).collect(),
            look: claim.prompts.iter().map(|prompt| without_dots(&super::super::claim_text::place(prompt))).collect(),
            known: names.join(", "),
            prompts: &claim.prompts,
        }
    }
}

impl<'a> FactView<'a> {
    fn of(claim: &'a Claim, fact: &'a Fact) -> Self {
        Self {
            text: &fact.text,
            shown: without_dots(&fact_shown(&fact.text)),
            role: fact.role,
            verify: fact.verify.to_string(),
            backing: backing::lines(claim, fact),
        }
    }
}

/// Words of a draft that stand on a line with fields. A dot in the middle of the line divides those, and none of the
/// draft's may: it would put words into a field that nobody wrote.
fn without_dots(words: &str) -> String {
    words.replace('·', "•")
}

/// A priority as the house calls it.
fn rank(priority: Priority, options: &RenderOptions) -> &str {
    match priority {
        Priority::High => &options.labels.high,
        Priority::Medium => &options.labels.medium,
        Priority::Low => &options.labels.low,
    }
}

fn name<'a>(name: &'a NameEntry, unit: &str) -> NameView<'a> {
    NameView {
        name: &name.name,
        places: words::lines(&name.lines, unit),
        kind: name.kind.name(),
        titles: &name.titles,
        mentions: words::mentions(name, unit),
        variants: &name.variants,
        verify: name.verify.to_string(),
    }
}
