//! Whatever stands in a draft, each format gives back the same texts at the same places.

use super::xml::is_allowed;
use super::{file, uri};
use crate::pull_request::diagnostic::{Level, Note, Subject, notes};
use crate::{Entries, RenderContext, RenderOptions, format};
use claimsheet::options::Options;
use claimsheet::text::document::Document;
use claimsheet_read::{ReadOptions, read};
use claimsheet_sheet::worksheet::Worksheet;
use proptest::prelude::*;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

/// What breaks formats, and sentences to break them in.
const PIECES: &[&str] = &[
    "The quay cost $3 million",
    "Studies show that ",
    "Mayor Ruth Lund said “we paid 40 percent” on Monday, March 3, 2026",
    " in 2019",
    ". ",
    "! ",
    "\n\n",
    "\n",
    "\r\n",
    "%0A",
    "%",
    "::error file=x::",
    "::",
    ",title=",
    "##[add-mask]",
    "]]>",
    "<![CDATA[",
    "<!-- x -->",
    "--&gt;",
    "&#10;",
    "</failure>",
    "</details>",
    "\"",
    "'",
    "\u{1}",
    "\u{b}",
    "\u{1b}[31m",
    "\u{85}",
    "\u{2028}",
    "\u{fffe}",
    "\u{feff}",
    "😀",
    "👩‍👩‍👧",
    "\u{202e}abc",
    "مرحبا بالعالم ",
    "é",
    "日本",
    "{0}",
    "{",
    "}",
    "[a](1)",
    "](",
    "\\",
    "| ",
    "- [ ] ",
    "**",
    "`",
    "\t",
];

fn article() -> impl Strategy<Value = (String, &'static str)> {
    let text = prop::collection::vec(prop::sample::select(PIECES), 1..50).prop_map(|pieces| pieces.concat());
    (text, prop::sample::select(vec!["draft.md", "./a b/ä,:%.txt"]))
}

struct Made {
    document: Document,
    worksheet: Worksheet,
    entries: Entries,
}

impl Made {
    fn of(text: &str, path: &str) -> Option<Self> {
        let document = read(text.as_bytes(), &ReadOptions { name: Some(path), ..Default::default() }).ok()?;
        let mut worksheet =
            Worksheet::new(path, text.as_bytes(), &document, claimsheet::analyse(&document, &Options::default()));
        worksheet.analysis.warnings.push("claims below high priority are left out: \"::error::\" %0A".to_owned());
        Some(Self { document, worksheet, entries: Entries::default() })
    }

    fn material(&self) -> RenderContext<'_> {
        RenderContext {
            worksheet: &self.worksheet,
            document: &self.document,
            bytes: b"",
            sheet: "",
            entries: &self.entries,
        }
    }

    fn rendered(&self, name: &str) -> String {
        let options = RenderOptions { least: Some(claimsheet::Priority::Low), ..RenderOptions::default() };
        let bytes = format(name).unwrap().render(&self.material(), &options).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}

/// Each format's share of an article's notes, read back.
macro_rules! laws {
    ($($name:ident: $check:ident;)*) => {
        proptest! {
            $(
                #[test]
                fn $name((text, path) in article()) {
                    if let Some(made) = Made::of(&text, path) {
                        $check(&made, &notes(&made.material(), &claimsheet_sheet::review_policy::ReviewPolicy::default()));
                    }
                }
            )*
        }
    };
}

laws! {
    each_annotation_of_github_is_one_command_that_says_the_same: hold_github;
    a_summary_shows_the_words_and_does_nothing_else: hold_summary;
    each_result_of_sarif_says_the_same_at_its_place: hold_sarif;
    each_diagnostic_says_the_same_at_its_place: hold_rdjsonl;
    each_issue_of_gitlab_says_the_same_and_is_known_by_its_words: hold_gitlab;
    each_error_of_checkstyle_says_the_same: hold_checkstyle;
    each_test_of_junit_says_the_same: hold_junit;
}

/// A command, its properties, its message.
type Command = (String, Vec<(String, String)>, String);

/// As the runner reads a line.
fn command(line: &str) -> Option<Command> {
    let unescaped = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let property = |text: &str| unescaped(&text.replace("%3A", ":").replace("%2C", ","));
    let (head, message) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ')?;
    let pairs = properties.split(',').map(|pair| pair.split_once('=').unwrap());
    let pairs = pairs.map(|(key, value)| (key.to_owned(), property(value))).collect();
    Some((name.to_owned(), pairs, unescaped(message)))
}

fn hold_github(made: &Made, notes: &[Note<'_>]) {
    let out = made.rendered("github");
    let (mut commands, mut others) = (Vec::new(), Vec::new());
    for line in out.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        match command(line) {
            Some(command) => commands.push(command),
            None => others.push(line),
        }
    }
    assert!(others.iter().all(|line| line.starts_with("claimsheet: ") && !line.contains("##[")), "{others:?}");
    for (level, name) in [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Notice, "notice")] {
        let mut wanted: Vec<&Note<'_>> = notes.iter().filter(|note| note.level == level).collect();
        wanted.sort_by_key(|note| note.rank());
        let seen: Vec<_> = commands.iter().filter(|(known, ..)| known == name).collect();
        assert_eq!(seen.len(), wanted.len().min(10));
        assert_eq!(others.iter().any(|line| line.contains(&format!("more of level {name}"))), wanted.len() > 10);
        for ((_, properties, message), note) in seen.into_iter().zip(wanted) {
            let value = |key: &str| properties.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str());
            assert_eq!(message, &note.message);
            assert_eq!(value("title"), Some(note.title.as_str()));
            assert_eq!(value("file"), Some(file(&made.worksheet.article.path).as_str()));
            assert_eq!(value("line").map(str::to_owned), note.place().lines().map(|(first, _)| first.to_string()));
        }
    }
}

fn squeezed(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect()
}

fn hold_summary(made: &Made, notes: &[Note<'_>]) {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let out = made.rendered("github-summary");
    let (mut words, mut boxes) = (String::new(), 0);
    for event in Parser::new_ext(&out, Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::TaskListMarker(_) => boxes += 1,
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(html.starts_with("<details") || html.trim() == "</details>", "{html:?}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => assert!(dest_url.starts_with("http"), "{dest_url}"),
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Table(_)) | Event::Code(_) => {
                panic!("{event:?}: {out}")
            }
            _ => {}
        }
    }
    let facts = |note: &Note<'_>| match note.subject {
        Subject::Claim(claim) => 1 + claim.ticks().count(),
        Subject::Finding(_) => 1,
        Subject::Remark => 0,
    };
    assert_eq!(boxes, notes.iter().map(facts).sum::<usize>(), "{out}");
    // Signs that control something are written out, with backslashes that Markdown may take for its own.
    let plain = |text: &str| squeezed(text).replace('\\', "");
    let words = plain(&words);
    for note in notes {
        let shown = match note.subject {
            Subject::Claim(claim) => crate::words::shortened(&claim.text, 200),
            Subject::Finding(finding) => finding.message.clone(),
            Subject::Remark => note.message.clone(),
        };
        // Escaping makes blanks of controls first.
        let blank = shown.replace(|letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'), " ");
        let shown = plain(&crate::harmless::text(&blank));
        assert!(words.contains(&shown), "{shown:?} is not in {out}");
    }
}

/// The text of a document between two places, as others count them.
fn between(document: &Document, start: (u64, u64), end: (u64, u64), length: fn(char) -> u64) -> String {
    let source = document.source.trim_start_matches('\u{feff}');
    let (mut line, mut column, mut out) = (1, 1, String::new());
    for letter in source.chars() {
        if (line, column) >= start && (line, column) < end {
            out.push(letter);
        }
        column += length(letter);
        if letter == '\n' {
            (line, column) = (line + 1, 1);
        }
    }
    out
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn hold_sarif(made: &Made, notes: &[Note<'_>]) {
    let log: Value = serde_json::from_str(&made.rendered("sarif")).unwrap();
    let run = &log["runs"][0];
    let told: Vec<&Note<'_>> = notes.iter().filter(|note| !matches!(note.subject, Subject::Remark)).collect();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), told.len());
    let remarks = run["invocations"][0]["toolExecutionNotifications"].as_array().map_or(0, Vec::len);
    assert_eq!(remarks + told.len(), notes.len());
    for (result, note) in results.iter().zip(told) {
        let text = result["message"]["text"].as_str().unwrap();
        let text = text.replace("{{", "{").replace("}}", "}").replace("\\](", "](");
        assert_eq!(text, format!("{}: {}", note.title, note.message));
        let rule = &run["tool"]["driver"]["rules"][number(&result["ruleIndex"]) as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["help"]["markdown"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], uri(&made.worksheet.article.path));
        let region = &place["region"];
        let at = |line: &str, column: &str| (number(&region[line]), number(&region[column]));
        let covered = between(&made.document, at("startLine", "startColumn"), at("endLine", "endColumn"), |_| 1);
        assert_eq!(region["snippet"]["text"], covered);
        assert_eq!(covered, note.place().raw);
    }
}

fn hold_rdjsonl(made: &Made, notes: &[Note<'_>]) {
    let out = made.rendered("rdjsonl");
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), notes.len());
    for (line, note) in lines.iter().zip(notes) {
        assert_eq!(line["message"], format!("{}\n{}", note.title, note.message));
        let range = &line["location"]["range"];
        if note.place().lines().is_some() {
            let at = |end: &str| (number(&range[end]["line"]), number(&range[end]["column"]));
            let covered = between(&made.document, at("start"), at("end"), |letter| letter.len_utf8() as u64);
            assert_eq!(covered, note.place().raw);
        }
    }
}

fn hold_gitlab(made: &Made, notes: &[Note<'_>]) {
    let issues: Vec<Value> = serde_json::from_str(&made.rendered("gitlab")).unwrap();
    assert_eq!(issues.len(), notes.len());
    let mut prints: Vec<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), issues.len(), "a fingerprint stands for two");
    for (issue, note) in issues.iter().zip(notes) {
        assert_eq!(issue["description"], format!("{}: {}", note.title, note.message));
    }
}

/// The text as XML can hold it.
fn in_xml(text: &str) -> String {
    text.chars().map(|letter| if is_allowed(letter) { letter } else { '\u{fffd}' }).collect()
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).unwrap()?;
    let value: &str = &found.value;
    assert!(!value.contains(['\n', '\r', '\t', '<']), "a parser would turn it into a space: {value:?}");
    Some(quick_xml::escape::unescape(value).unwrap().into_owned())
}

fn hold_checkstyle(made: &Made, notes: &[Note<'_>]) {
    let out = made.rendered("checkstyle");
    let mut reader = quick_xml::Reader::from_str(&out);
    let (mut errors, mut files) = (Vec::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Empty(start) if start.name().as_ref() == "error" => {
                for name in ["line", "severity", "source"] {
                    assert!(attribute(&start, name).is_some_and(|value| !value.is_empty()));
                }
                errors.push(attribute(&start, "message").unwrap());
            }
            Event::Start(start) if start.name().as_ref() == "file" => {
                assert_eq!(attribute(&start, "name"), Some(file(&made.worksheet.article.path)));
                files += 1;
            }
            Event::Text(text) => assert!(text.trim().is_empty()),
            Event::Eof => break,
            _ => {}
        }
    }
    let wanted: Vec<String> = notes.iter().map(|note| in_xml(&format!("{}: {}", note.title, note.message))).collect();
    assert_eq!((errors, files), (wanted, 1));
}

fn hold_junit(made: &Made, notes: &[Note<'_>]) {
    let out = made.rendered("junit");
    let mut reader = quick_xml::Reader::from_str(&out);
    let (mut texts, mut names, mut text) = (Vec::new(), std::collections::BTreeSet::new(), String::new());
    let (mut failures, mut skipped, mut counts) = (0, 0, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                text.clear();
                match start.name().as_ref() {
                    "testcase" => {
                        names.insert(attribute(&start, "name").unwrap());
                        assert!(attribute(&start, "classname").is_some());
                    }
                    "failure" => failures += 1,
                    "testsuite" | "testsuites" => {
                        counts.push(["tests", "failures", "skipped"].map(|name| attribute(&start, name).unwrap()));
                    }
                    "system-out" => {}
                    other => panic!("{other:?}"),
                }
            }
            Event::Empty(_) => skipped += 1,
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(part) => {
                let name: &str = &part;
                text.push_str(&quick_xml::escape::unescape(&format!("&{name};")).unwrap());
            }
            Event::End(end) if matches!(end.name().as_ref(), "failure" | "system-out") => texts.push(text.clone()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(texts, notes.iter().map(|note| in_xml(&note.message)).collect::<Vec<_>>());
    assert_eq!(names.len(), notes.len(), "two tests have one name");
    let wanted = [notes.len(), failures, skipped].map(|count| count.to_string());
    assert_eq!(counts, [wanted.clone(), wanted]);
}

#[test]
fn fingerprints_do_not_depend_on_where_the_words_stand() {
    let text =
        "Studies show that salt is dear. On Monday, March 3, 2026, the quay opened. Studies show that salt is dear.";
    let ids = |text: &str| {
        let made = Made::of(text, "draft.md").unwrap();
        let ids: Vec<String> = notes(&made.material(), &claimsheet_sheet::review_policy::ReviewPolicy::default())
            .iter()
            .map(|note| note.id.clone())
            .collect();
        ids
    };
    let moved = ids(&format!("It is a long, dull and windy day, and I like it.\n\n\n{text}"));
    assert!(ids(text).len() > 4);
    assert!(ids(text).iter().all(|id| moved.contains(id)), "{:?} {moved:?}", ids(text));
}

#[test]
fn a_file_is_named_as_repositories_do() {
    assert_eq!(file("./drafts/a.md"), "drafts/a.md");
    assert_eq!(file("././a.md"), "a.md");
    assert_eq!(uri("a b/100%.md"), "a%20b/100%25.md");
    assert_eq!(uri("/tmp/ä.md"), "file:///tmp/%C3%A4.md");
}
