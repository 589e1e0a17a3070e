//! Drafts with comments: what goes out as a Word document and is read again is the same draft.

use super::{articles, format_named, name_of, repository};
use claimsheet::claim::Analysis;
use claimsheet::options::Options;
use claimsheet::text::document::{Document, LinkTarget};
use claimsheet_read::package::{Limits, Package};
use claimsheet_read::{ReadOptions, read};
use claimsheet_render::{Entries, RenderContext, RenderOptions, markdown};
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{self, ClaimWords, Labels, Sheet};
use std::path::{Path, PathBuf};

const LIMITS: Limits = Limits { bytes: 1 << 26, depth: 256 };

/// Our articles, and the one that is there in every format.
fn drafts() -> Vec<PathBuf> {
    let formats = std::fs::read_dir(repository("tests/formats")).unwrap().map(|entry| entry.unwrap().path());
    let readable = ["docx", "odt", "fodt"];
    let ours = formats.filter(|path| path.extension().is_some_and(|one| readable.contains(&one.to_str().unwrap())));
    let mut drafts: Vec<PathBuf> = articles().into_iter().chain(ours).collect();
    drafts.push(repository("tests/formats/night-ferry.md"));
    drafts.push(repository("tests/errors/forty.md"));
    drafts
}

fn read_as(bytes: &[u8], name: &str, original: bool) -> (Document, Analysis) {
    let document = read(bytes, &ReadOptions { name: Some(name), original, ..Default::default() })
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let analysis = claimsheet::analyse(&document, &Options::default());
    (document, analysis)
}

/// The draft as `format`.
fn written(bytes: &[u8], name: &str, format: &str, original: bool) -> Vec<u8> {
    let (document, analysis) = read_as(bytes, name, original);
    let worksheet = Worksheet::new(name, bytes, &document, analysis);
    super::without_sheet(bytes, &document, &worksheet, format)
}

fn commented(path: &Path) -> Vec<u8> {
    written(&std::fs::read(path).unwrap(), &name_of(path), "docx", false)
}

/// Claims with their facts, in no order: Word's notes stand at the end. Whose words the claims of a transcript
/// are is left out, as its speakers are none of the words that are read again; the comments name them.
fn claims(analysis: &Analysis, speaks: bool) -> Vec<String> {
    let told = |claim: &claimsheet::claim::Claim| {
        let facts: Vec<String> = claim.facts.iter().map(|fact| format!("{:?} {}", fact.role, fact.text)).collect();
        format!(
            "{} {:?} {} {facts:?} {:?}",
            claim.id,
            claim.kind,
            claim.text,
            claim.claimed_source.as_ref().filter(|_| !speaks).map(|one| &one.text)
        )
    };
    let mut claims: Vec<String> = analysis.claims.iter().map(told).collect();
    claims.sort();
    claims
}

fn part(bytes: &[u8], name: &str) -> String {
    Package::open(bytes, LIMITS).unwrap().text(name).unwrap().unwrap_or_default()
}

#[test]
fn a_commented_draft_read_again_gives_the_same_claims() {
    for path in drafts() {
        let bytes = std::fs::read(&path).unwrap();
        let (_, before) = read_as(&bytes, &name_of(&path), false);
        let (_, after) = read_as(&commented(&path), "draft.docx", false);
        let speaks = before.claims.iter().any(|claim| claim.said().is_some());
        let (before, after) = (claims(&before, speaks), claims(&after, speaks));
        let differing: Vec<(&String, &String)> =
            before.iter().zip(&after).filter(|(one, other)| one != other).collect();
        assert!(before == after, "{}: {differing:#?}", path.display());
    }
}

#[test]
fn each_claim_and_finding_has_a_comment_of_ours_on_its_words() {
    for path in drafts() {
        let bytes = std::fs::read(&path).unwrap();
        let (_, analysis) = read_as(&bytes, &name_of(&path), false);
        let comments = part(&commented(&path), "word/comments.xml");
        let ours = comments.matches("w:author=\"claimsheet\"").count();
        assert_eq!(ours, analysis.claims.len() + analysis.findings.len(), "{}", path.display());
        // Read as somebody else's, they lie where the claims are.
        let (document, _) = read_as(&renamed(&commented(&path)), "draft.docx", false);
        for claim in analysis.claims.iter().filter(|claim| claim.paragraph > 0) {
            let head = format!("{} · ", claim.number);
            let on: Vec<&str> = document
                .links
                .iter()
                .filter(|link| matches!(&link.target, LinkTarget::Comment { text, .. } if text.starts_with(&head)))
                .map(|link| document.text(link.span))
                .collect();
            let is_note =
                on.iter().all(|words| words.is_empty()) || document.prose.contains(&format!("\n{}", claim.text));
            assert!(on.contains(&claim.text.as_str()) || is_note, "{}: {} lies on {on:?}", path.display(), claim.text);
        }
    }
}

/// The document with our comments in another name.
fn renamed(bytes: &[u8]) -> Vec<u8> {
    let mut package = Package::open(bytes, LIMITS).unwrap();
    let names = package.names();
    let parts: Vec<(String, Vec<u8>)> = names
        .into_iter()
        .map(|name| {
            let bytes = package.read(&name).unwrap().unwrap();
            let bytes = if name == "word/comments.xml" {
                String::from_utf8(bytes).unwrap().replace("w:author=\"claimsheet\"", "w:author=\"Ann\"").into_bytes()
            } else {
                bytes
            };
            (name, bytes)
        })
        .collect();
    claimsheet_read::package::pack(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))).unwrap()
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    for path in drafts() {
        let bytes = std::fs::read(&path).unwrap();
        for format in ["docx", "docx-sheet"] {
            let make = || written(&bytes, &name_of(&path), format, false);
            assert!(make() == make(), "{format} of {}", path.display());
        }
    }
}

#[test]
fn comments_of_an_earlier_run_give_way_to_new_ones() {
    for path in drafts() {
        let once = commented(&path);
        let twice = written(&once, "draft.docx", "docx", false);
        for name in ["word/document.xml", "word/comments.xml"] {
            let count = |bytes: &[u8]| part(bytes, name).matches("<w:comment").count();
            assert_eq!(count(&once), count(&twice), "{name} of {}", path.display());
        }
    }
}

#[test]
fn a_word_draft_keeps_all_that_is_not_ours() {
    let path = repository("tests/formats/night-ferry.word.docx");
    let before = std::fs::read(&path).unwrap();
    for original in [false, true] {
        let after = written(&before, "night-ferry.word.docx", "docx", original);
        let mut package = Package::open(&before, LIMITS).unwrap();
        for name in package.names() {
            let changed = ["word/document.xml", "word/comments.xml", "word/footnotes.xml"].contains(&name.as_str());
            if !changed {
                assert!(package.text(&name).unwrap().unwrap() == part(&after, &name), "{name} changed");
            }
        }
        let comments = part(&after, "word/comments.xml");
        assert!(
            comments.contains("Table 4 of the ministry’s yearbook") && comments.contains("w:author=\"Orla Fenwick\"")
        );
        let (old, new) = (part(&before, "word/document.xml"), part(&after, "word/document.xml"));
        for tag in [
            "<w:ins ",
            "<w:del ",
            "<w:moveFrom ",
            "<w:fldChar",
            "<w:hyperlink",
            "<w:softHyphen",
            "<w:vanish",
            "w:id=\"7\"",
        ] {
            assert_eq!(old.matches(tag).count(), new.matches(tag).count(), "{tag}");
        }
        let letters = |xml: &str| words_of(xml, "w:t") + &words_of(xml, "w:delText");
        assert_eq!(letters(&old), letters(&new));
    }
}

/// The text of all elements of that name.
fn words_of(xml: &str, name: &str) -> String {
    let tag = format!("<{name}");
    let pieces = xml.split(&tag).skip(1).filter(|piece| piece.starts_with([' ', '>']));
    pieces.filter_map(|piece| piece.split_once('>')?.1.split("</").next()).collect()
}

#[test]
fn a_draft_read_as_it_was_before_its_changes_has_other_claims() {
    let bytes = std::fs::read(repository("tests/formats/night-ferry.word.docx")).unwrap();
    let (accepted, _) = read_as(&bytes, "night-ferry.word.docx", false);
    let (original, analysis) = read_as(&bytes, "night-ferry.word.docx", true);
    assert!(accepted.prose.contains("£3.4 million") && !accepted.prose.contains("£4.3 million"));
    assert!(original.prose.contains("£4.3 million") && !original.prose.contains("£3.4 million"));
    assert!(original.prose.contains("A last line that is gone."));
    assert!(analysis.claims.iter().any(|claim| claim.text.contains("38,000 stubs")));
}

#[test]
fn the_printed_sheet_has_a_row_a_claim() {
    for path in drafts() {
        let bytes = std::fs::read(&path).unwrap();
        let (_, analysis) = read_as(&bytes, &name_of(&path), false);
        let sheet = part(&written(&bytes, &name_of(&path), "docx-sheet", false), "word/document.xml");
        assert_eq!(sheet.matches("<w:tr>").count(), analysis.claims.len() + 1, "{}", path.display());
    }
}

#[test]
fn the_comments_of_a_transcript_name_who_speaks() {
    let comments = part(&commented(&repository("tests/articles/harbour-debate.vtt")), "word/comments.xml");
    assert!(comments.contains("said by Tobias Renn, 00:00:"), "{comments}");
}

/// A draft as `format`, when this is done to its sheet.
fn with_sheet(text: &str, format: &str, edit: impl Fn(&str) -> String) -> Vec<u8> {
    let (document, analysis) = read_as(text.as_bytes(), "quay.md", false);
    let claims = ClaimWords::of(&analysis.claims);
    let worksheet = Worksheet::new("quay.md", text.as_bytes(), &document, analysis);
    let options = RenderOptions::default();
    let sheet =
        claimsheet_sheet::with_record(markdown::render(&worksheet, &options).unwrap(), &super::run(&claims)).unwrap();
    let edited = edit(&sheet);
    assert_ne!(edited, sheet);
    let entries = Entries::from(claimsheet_sheet::entries(&Sheet::parse(&edited).unwrap(), &Labels::default()));
    let bytes = text.as_bytes();
    let material =
        RenderContext { worksheet: &worksheet, document: &document, bytes, sheet: &edited, entries: &entries };
    format_named(format).render(&material, &options).unwrap()
}

/// The words of each paragraph.
fn paragraphs(xml: &str) -> Vec<String> {
    let words = |paragraph: &str| -> String {
        let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
        runs.map(|run| run.split("</w:t>").next().unwrap()).collect()
    };
    xml.split("</w:p>").map(words).collect()
}

#[test]
fn what_people_added_or_split_off_is_on_paper_and_in_the_margin() {
    let text = "The quay opened in 1931 and cost $3 million.\n\nThe port counted 12,400 boats.\n";
    let edit = |sheet: &str| {
        let id = sheet.split("<!-- claim:").nth(1).unwrap().split(' ').next().unwrap();
        let split = format!(
            "### The year\n<!-- part of claim:{id} -->\n> opened in 1931\n\n- Source: harbour log\n- Verdict:\n\n"
        );
        let added = "### 12,400 boats\n\n- Source: a call\n- Verdict: unclear\n\n";
        sheet.replacen("### 2. ", &format!("{split}{added}### 2. "), 1)
    };
    for (format, name) in [("docx-sheet", "word/document.xml"), ("docx", "word/comments.xml")] {
        let told = paragraphs(&part(&with_sheet(text, format, edit), name));
        for line in [
            "Split off from claim 1 · The year",
            "Source: harbour log",
            "Added to the sheet · 12,400 boats",
            "Source: a call",
        ] {
            assert!(told.iter().any(|told| told == line), "{format}: {line}: {told:#?}");
        }
    }
}

#[test]
fn what_is_ticked_and_written_in_the_sheet_is_so_on_paper_with_room_for_the_rest() {
    let text = "On Monday, March 3, 2026, the quay opened.\n\nThe quay cost $3 million.\n";
    let edit = |sheet: &str| {
        let settled = sheet.replacen("- [ ] **Weekday", "- [x] **Weekday", 1);
        let ticked = settled.replacen("- [ ] \"$3 million\"", "- [x] \"$3 million\"", 1);
        ticked.replacen("Source:", "Source: port log", 1)
    };
    for (format, name) in [("docx-sheet", "word/document.xml"), ("docx", "word/comments.xml")] {
        let told = paragraphs(&part(&with_sheet(text, format, edit), name));
        let has = |start: &str| told.iter().any(|line| line.starts_with(start));
        assert!(has("☑ $3 million: ") && has("☐ opened: ") && has("Source: port log"), "{told:#?}");
        assert!(told.iter().any(|line| line.starts_with("☑ ") && line.contains("3 March 2026 was a")), "{told:#?}");
    }
    let sheet = with_sheet(text, "docx-sheet", edit);
    let told = paragraphs(&part(&sheet, "word/document.xml"));
    let count = |line: &str| told.iter().filter(|other| *other == line).count();
    assert_eq!((count("Source:"), count("Verdict:"), count("By, on:")), (1, 2, 2), "{told:#?}");
    assert!(part(&sheet, "word/footer.xml").contains("<w:fldSimple w:instr=\"PAGE\">"));
}

#[test]
fn on_paper_a_long_explanation_of_a_place_stands_once() {
    let path = repository("examples/water-vote.md");
    let bytes = std::fs::read(&path).unwrap();
    let told = paragraphs(&part(&written(&bytes, &name_of(&path), "docx-sheet", false), "word/document.xml"));
    let long: Vec<&String> = told.iter().filter(|line| line.starts_with("☐ Minutes and recordings: votes")).collect();
    let distinct: std::collections::BTreeSet<&&String> = long.iter().collect();
    assert!(!long.is_empty() && long.len() == distinct.len(), "{long:#?}");
    assert!(told.iter().any(|line| line == "☐ Minutes and recordings: as at claim 1"), "{told:#?}");
}
