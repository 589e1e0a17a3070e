//! The sheet as a Word document to print: a row a claim, boxes to tick, room to write.

use super::parts::{Links, Whole};
use super::ticks::Ticks;
use super::{comment, own_entries};
use crate::RenderContext;
use crate::docx::comment_text::{self, Line, Words};
use claimsheet::claim::{Claim, NameEntry};
use claimsheet_read::package::PackageError;
use claimsheet_sheet::{Entry, Review};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The columns: what stands above them, and their widths in twentieths of a point.
const COLUMNS: [(&str, u32); 4] = [("Claim", 4100), ("Ticks", 4200), ("Where to look", 4138), ("Found", 3000)];

/// A4 on its side.
const PAGE: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"600\" w:right=\"700\" w:bottom=\"750\" w:left=\"700\" w:header=\"400\" w:footer=\"350\" w:gutter=\"0\"/></w:sectPr>";

/// The place of the number at the foot of a page: as far right as the table.
const FOOT_TAB: u32 = 15438;

/// Size of the text in half points, and of the draft's words in it.
const SIZE: u32 = 16;
const WORDS_SIZE: u32 = 20;

/// Lines for what is found, and the fields of the sheet that they are for.
const FIELDS: [(&str, &str); 4] =
    [("Source", "Source"), ("Verdict", "Verdict"), ("Note", "Note"), ("By, on", "Checked by")];

/// What a place holds is said again where it takes no more letters than this.
const SHORT: usize = 60;

/// Writes the sheet.
pub(super) fn write(material: &RenderContext<'_>) -> Result<Vec<u8>, PackageError> {
    let worksheet = material.worksheet;
    let analysis = &worksheet.analysis;
    let unit = worksheet.article.positions.unit();
    let mut links = Links::new("l");
    let mut body = String::new();
    let ticks = Ticks::of(material);
    let name = worksheet.article.title.as_deref().unwrap_or(&worksheet.article.path);
    styled("Title", &format!("Fact-check worksheet: {name}"), &mut body);
    paragraph(&vec![Words::plain(about(material))], &mut links, &mut body);
    for warning in &analysis.warnings {
        paragraph(&vec![Words::bold("Note: "), Words::plain(warning.clone())], &mut links, &mut body);
    }
    if !analysis.findings.is_empty() {
        styled("Heading2", "Problems in the draft", &mut body);
        for finding in &analysis.findings {
            let title = comment_text::capitalised(&finding.title());
            let place = format!(" ({}): {}", finding.lines(unit), finding.message);
            let line = vec![Words::plain(ticks.finding(finding)), Words::bold(title), Words::plain(place)];
            paragraph(&line, &mut links, &mut body);
        }
    }
    styled("Heading2", "Claims", &mut body);
    table(material, &ticks, &mut links, &mut body);
    if !analysis.set_aside.is_empty() {
        styled("Heading2", "Not listed", &mut body);
        let intro = "Probably nothing to check here. Skim anyway.";
        paragraph(&vec![Words::plain(intro)], &mut links, &mut body);
        for aside in &analysis.set_aside {
            let text = format!("{unit} {}, {}: “{}”", aside.line, aside.reason, aside.text);
            paragraph(&vec![Words::plain(text)], &mut links, &mut body);
        }
    }
    if !analysis.names.is_empty() {
        styled("Heading2", "Names", &mut body);
        for name in &analysis.names {
            paragraph(&named(name, unit), &mut links, &mut body);
        }
    }
    body.push_str(PAGE);
    let footer = footer(&format!("Fact-check worksheet: {name}"));
    let whole = Whole { body, footer, links, title: worksheet.article.title.clone(), ..Whole::default() };
    whole.packed()
}

/// Of what article, by whom, how much.
fn about(material: &RenderContext<'_>) -> String {
    let article = &material.worksheet.article;
    let analysis = &material.worksheet.analysis;
    let file = article.path.rsplit(['/', '\\']).next().unwrap_or("").to_owned();
    let mut parts = vec![file];
    parts.extend(article.author.as_ref().map(|author| format!("by {author}")));
    parts.extend(article.published.map(|day| format!("published {day}")));
    parts.extend(material.worksheet.checker.as_ref().map(|checker| format!("checker {checker}")));
    let facts: usize = analysis.claims.iter().map(|claim| claim.ticks().count()).sum();
    parts.push(format!("{} claims, {facts} ticks", analysis.claims.len()));
    parts.join(" · ")
}

fn named(name: &NameEntry, unit: &str) -> Line {
    let lines: Vec<String> = name.lines.iter().take(12).map(u32::to_string).collect();
    let titles = if name.titles.is_empty() { String::new() } else { format!(" ({})", name.titles.join("; ")) };
    let variants =
        if name.variants.is_empty() { String::new() } else { format!("; also {}", name.variants.join(", ")) };
    vec![
        Words::plain("☐ "),
        Words::bold(name.name.clone()),
        Words::plain(format!(
            "{titles} — {}, {unit} {}{variants}; to verify: {}",
            name.kind.name(),
            lines.join(", "),
            name.verify
        )),
    ]
}

fn table(material: &RenderContext<'_>, ticks: &Ticks, links: &mut Links, out: &mut String) {
    let unit = material.unit();
    let grid = COLUMNS.map(|(_, width)| format!("<w:gridCol w:w=\"{width}\"/>")).concat();
    let whole: u32 = COLUMNS.iter().map(|(_, width)| width).sum();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:bottom w:w=\"20\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    );
    out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (name, width) in COLUMNS {
        let shade = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7E6E6\"/>";
        cell(width, shade, &[vec![Words::bold(name)]], links, out);
    }
    out.push_str("</w:tr>");
    let (mut seen, mut explained) = (BTreeSet::new(), BTreeMap::new());
    for claim in &material.worksheet.analysis.claims {
        let review =
            material.entry(&claim.id).map(|entry| &entry.review).filter(|review| **review != Review::default());
        let columns = [
            words(claim, unit),
            comment_text::fact_lines(claim, ticks, &mut seen),
            places(claim, &mut explained),
            found(review),
        ];
        row(&columns, links, out);
        for entry in own_entries::of_claim(material, claim) {
            row(&own(entry, Some(claim)), links, out);
        }
    }
    for entry in own_entries::added(material).chain(material.entries.gone()) {
        row(&own(entry, None), links, out);
    }
    out.push_str("</w:tbl><w:p/>");
}

fn row(columns: &[Vec<Line>; COLUMNS.len()], links: &mut Links, out: &mut String) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for ((_, width), lines) in COLUMNS.iter().zip(columns) {
        cell(*width, "", lines, links, out);
    }
    out.push_str("</w:tr>");
}

/// An entry that people added or split off, or one that is no longer in the text.
fn own(entry: &Entry, claim: Option<&Claim>) -> [Vec<Line>; COLUMNS.len()] {
    let headline = vec![vec![Words::bold(own_entries::headline(entry, claim))]];
    [headline, Vec::new(), Vec::new(), found(Some(&entry.review))]
}

/// The claim: what it is, where, its words, the source that it has.
fn words(claim: &Claim, unit: &str) -> Vec<Line> {
    let also = claim.also.iter().map(|line| format!(", {line}")).collect::<Vec<_>>().concat();
    let mut lines = vec![
        vec![Words::bold(comment_text::headline(claim)), Words::plain(format!(" · {unit} {}{also}", claim.line))],
        vec![Words { size: Some(WORDS_SIZE), ..Words::plain(claim.text.clone()) }],
    ];
    lines.extend(comment_text::why(claim).map(|why| vec![Words::plain(why)]));
    lines.push(vec![Words::plain(comment_text::source(claim))]);
    lines
}

/// Where to look. What is long and was said at an earlier claim is said there: paper is short.
fn places<'a>(claim: &'a Claim, explained: &mut BTreeMap<(&'a str, &'a str), u32>) -> Vec<Line> {
    let mut lines = comment_text::look_lines(claim);
    for (line, prompt) in lines.iter_mut().zip(&claim.prompts) {
        let first = *explained.entry((&prompt.label, &prompt.why)).or_insert(claim.number);
        if let Some(why) = line.last_mut().filter(|_| first != claim.number && prompt.why.chars().count() > SHORT) {
            why.text = format!(": as at claim {first}");
        }
    }
    lines
}

/// What was found, and room for it as long as there is no verdict.
fn found(review: Option<&Review>) -> Vec<Line> {
    let written: Vec<(&str, String)> =
        review.into_iter().flat_map(comment_text::fields).filter(|(_, text)| !text.is_empty()).collect();
    let is_there = |field: &str| written.iter().any(|(name, _)| *name == field);
    let open = FIELDS.iter().filter(|(_, field)| !is_there("Verdict") && !is_there(field));
    let room: Vec<Line> = open.map(|(name, _)| vec![Words::plain(format!("{name}:\n"))]).collect();
    let told = |(name, text): &(&str, String)| vec![Words::bold(format!("{name}: ")), Words::plain(text.clone())];
    written.iter().map(told).chain(room).collect()
}

/// The sheet's name and the page's number.
fn footer(name: &str) -> String {
    let run = |inner: &str| format!("<w:r><w:rPr><w:sz w:val=\"{SIZE}\"/></w:rPr>{inner}</w:r>");
    let words = |words: &str| {
        let mut out = String::new();
        comment::text(words, &mut out);
        run(&out)
    };
    let field = |name: &str| format!("<w:fldSimple w:instr=\"{name}\">{}</w:fldSimple>", words("1"));
    format!(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"{FOOT_TAB}\"/></w:tabs></w:pPr>{}{}{}{}{}{}</w:p>",
        words(name),
        run("<w:tab/>"),
        words("Page "),
        field("PAGE"),
        words(" of "),
        field("NUMPAGES")
    )
}

fn cell(width: u32, more: &str, content: &[Line], links: &mut Links, out: &mut String) {
    let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{more}</w:tcPr>");
    for line in content {
        paragraph(line, links, out);
    }
    if content.is_empty() {
        out.push_str("<w:p/>");
    }
    out.push_str("</w:tc>");
}

fn paragraph(line: &Line, links: &mut Links, out: &mut String) {
    out.push_str("<w:p><w:pPr><w:spacing w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>");
    for words in line {
        comment::run(words, SIZE, links, out);
    }
    out.push_str("</w:p>");
}

fn styled(style: &str, text: &str, out: &mut String) {
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r>");
    comment::text(text, out);
    out.push_str("</w:r></w:p>");
}
