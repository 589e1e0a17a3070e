//! Laws of merging: a new run into a sheet that people have worked on.

use super::analysis;
use claimsheet_render::{RenderOptions, markdown};
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{self, ClaimWords, Entry, Labels, Merged, Origin, Run, Sheet};
use proptest::prelude::*;

const SENTENCES: &[&str] = &[
    "The quay opened in 1931.",
    "Mayor Ruth Lund said the dredging cost $4.2 million.",
    "“We never paid for it,” Lund told the Harbour Gazette on 3 March.",
    "Traffic fell by 12 percent in 2024, according to the port.",
    "The trust is accused of charging lorries twice.",
    "It is the oldest lock in the county.",
    "In May 2019 the council voted 5-4 to close the ferry.",
    "Calder Marine acquired 40 percent of the yard.",
    "Because of the storm, 200 families left their homes.",
    "A study of 300 sailors found no effect.",
    "Tom Reed, a retired pilot, called the plan a disaster.",
    "The bridge carries up to 23,000 vehicles a day.",
];

/// The draft that holds the sentences of these numbers, some of them edited.
fn draft(numbers: &[(usize, bool)]) -> String {
    let mut text = String::from("# The harbour\n");
    for (number, edited) in numbers {
        let sentence = SENTENCES[number % SENTENCES.len()];
        let sentence = if *edited {
            sentence.replacen(" the ", " that very ", 1).replace("million", "billion")
        } else {
            sentence.to_owned()
        };
        text.push('\n');
        text.push_str(&sentence);
        text.push('\n');
    }
    text
}

/// The claims of a draft and its sheet as rendered for a sheet that has `done` verdicts.
fn rendered(text: &str, old: Option<&str>) -> (Vec<ClaimWords>, String) {
    let (document, analysis) = analysis(text).unwrap();
    let claims = ClaimWords::of(&analysis.claims);
    let mut worksheet = Worksheet::new("draft.md", text.as_bytes(), &document, analysis);
    worksheet.done =
        old.map_or(0, |old| ReviewPolicy::default().done(&Sheet::parse(old).unwrap(), &Labels::default(), &claims));
    (claims, markdown::render(&worksheet, &RenderOptions::default()).unwrap())
}

/// A run on such a draft.
fn run(claims: &[ClaimWords]) -> Run<'_> {
    static ORIGIN: std::sync::LazyLock<Origin> =
        std::sync::LazyLock::new(|| Origin { draft: "draft.md".to_owned(), ..Origin::default() });
    Run { claims, origin: &ORIGIN, restore: false }
}

fn first(text: &str) -> String {
    let (claims, rendered) = rendered(text, None);
    claimsheet_sheet::with_record(rendered, &run(&claims)).unwrap()
}

fn merged(old: &str, text: &str) -> Merged {
    let (claims, rendered) = rendered(text, Some(old));
    claimsheet_sheet::merge(&Sheet::parse(old).unwrap(), &rendered, &run(&claims)).unwrap()
}

/// What a person does to a sheet.
#[derive(Debug, Clone)]
enum Edit {
    Tick(usize),
    Fill(usize),
    Note(usize),
    Item(usize),
    OwnEntry(usize),
    DeletePrompt(usize),
    DeleteEntry(usize),
    Priority(usize),
    Bullets,
    Windows,
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0..10_000_usize;
    prop_oneof![
        4 => at().prop_map(Edit::Tick),
        4 => at().prop_map(Edit::Fill),
        4 => at().prop_map(Edit::Note),
        2 => at().prop_map(Edit::Item),
        1 => at().prop_map(Edit::OwnEntry),
        1 => at().prop_map(Edit::DeletePrompt),
        1 => at().prop_map(Edit::DeleteEntry),
        1 => at().prop_map(Edit::Priority),
        1 => Just(Edit::Bullets),
        1 => Just(Edit::Windows),
    ]
}

/// Makes the edits; returns the sheet and what was written, each once in the sheet.
fn edited(sheet: &str, edits: &[Edit]) -> (String, Vec<String>) {
    let mut windows = false;
    let mut written = Vec::new();
    let end = sheet.find("<!-- claimsheet:record").unwrap();
    let (body, record) = sheet.split_at(end);
    let mut lines: Vec<String> = body.lines().map(str::to_owned).collect();
    for (number, edit) in edits.iter().enumerate() {
        let word = format!("written{number}x");
        let nth = |lines: &[String], at: usize, holds: &dyn Fn(&str) -> bool| {
            let found: Vec<usize> = (0..lines.len()).filter(|line| holds(&lines[*line])).collect();
            (!found.is_empty()).then(|| found[at % found.len()])
        };
        match edit {
            Edit::Tick(at) => {
                if let Some(line) = nth(&lines, *at, &|line| line.contains("[ ] ")) {
                    lines[line] = lines[line].replacen("[ ]", "[x]", 1);
                }
            }
            Edit::Fill(at) => {
                if let Some(line) = nth(&lines, *at, &|line| line.ends_with("| |") && line != "| | |") {
                    lines[line] = lines[line].replace("| |", &format!("| {word} a \\| b |"));
                    written.push(word);
                }
            }
            Edit::Note(at) => {
                let line = *at % (lines.len() + 1);
                lines.insert(line, word.clone());
                written.push(word);
            }
            Edit::Item(at) => {
                if let Some(line) = nth(&lines, *at, &|line| line.starts_with("- [")) {
                    lines.insert(line, format!("- [x] {word}"));
                    written.push(word);
                }
            }
            Edit::OwnEntry(at) => {
                if let Some(line) = nth(&lines, *at, &|line| line.starts_with("### ")) {
                    lines.splice(
                        line..line,
                        [format!("### {word}"), String::new(), "| Verdict | cut |".to_owned(), String::new()],
                    );
                    written.push(word);
                }
            }
            Edit::DeletePrompt(at) => {
                if let Some(line) =
                    nth(&lines, *at, &|line| line.starts_with("- [ ] Ask") || line.starts_with("- [ ] ["))
                {
                    lines.remove(line);
                }
            }
            Edit::DeleteEntry(at) => {
                if let Some(line) = nth(&lines, *at, &|line| line.starts_with("### ")) {
                    let end = (line + 1..lines.len()).find(|end| lines[*end].starts_with("##")).unwrap_or(lines.len());
                    let clean = lines[line..end].iter().all(|line| !line.contains("written"));
                    if clean {
                        lines.drain(line..end);
                    }
                }
            }
            Edit::Priority(at) => {
                if let Some(line) = nth(&lines, *at, &|line| line.starts_with("**Low**")) {
                    lines[line] = lines[line].replacen("Low", "High", 1);
                }
            }
            Edit::Bullets => lines.iter_mut().for_each(|line| *line = line.replacen("- [", "* [", 1)),
            Edit::Windows => windows = true,
        }
    }
    let text = lines.join("\n") + "\n" + record;
    (if windows { text.replace('\n', "\r\n") } else { text }, written)
}

fn ticks(text: &str) -> usize {
    text.matches("[x]").count()
}

fn ids(text: &str) -> Vec<String> {
    let sheet = Sheet::parse(text).unwrap();
    let entries = claimsheet_sheet::entries(&sheet, &Labels::default());
    entries.into_iter().filter(|entry: &Entry| !entry.withdrawn).filter_map(|entry| entry.id).collect()
}

fn numbers() -> impl Strategy<Value = Vec<(usize, bool)>> {
    prop::collection::vec((0..SENTENCES.len(), any::<bool>()), 1..8).prop_map(|mut numbers| {
        let mut seen = std::collections::HashSet::new();
        numbers.retain(|(number, _)| seen.insert(*number));
        numbers
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_a_person_wrote_is_still_there_whatever_the_draft_became(
        before in numbers(), after in numbers(), edits in prop::collection::vec(edit(), 0..12)
    ) {
        let (sheet, written) = edited(&first(&draft(&before)), &edits);
        let result = merged(&sheet, &draft(&after));
        for word in &written {
            prop_assert_eq!(result.text.matches(word.as_str()).count(), 1, "{}\n{}", word, result.text);
        }
        prop_assert!(ticks(&result.text) >= ticks(&sheet), "{}", result.text);
    }

    #[test]
    fn a_run_without_change_gives_the_same_bytes(
        before in numbers(), edits in prop::collection::vec(edit(), 0..12)
    ) {
        let text = draft(&before);
        let (sheet, _) = edited(&first(&text), &edits);
        let (claims, rendered) = rendered(&text, None);
        prop_assert_eq!(claimsheet_sheet::merge(&Sheet::parse(&sheet).unwrap(), &rendered, &run(&claims)).unwrap().text, sheet);
    }

    #[test]
    fn a_second_run_changes_nothing(
        before in numbers(), after in numbers(), edits in prop::collection::vec(edit(), 0..12)
    ) {
        let (sheet, _) = edited(&first(&draft(&before)), &edits);
        let once = merged(&sheet, &draft(&after)).text;
        prop_assert_eq!(merged(&once, &draft(&after)).text, once);
    }

    #[test]
    fn entries_stand_in_the_order_of_the_draft(
        before in numbers(), after in numbers(), edits in prop::collection::vec(edit(), 0..12)
    ) {
        let (sheet, _) = edited(&first(&draft(&before)), &edits);
        let (claims, _) = rendered(&draft(&after), None);
        let result = ids(&merged(&sheet, &draft(&after)).text);
        let order: Vec<String> = claims.into_iter().map(|claim| claim.id).filter(|id| result.contains(id)).collect();
        prop_assert_eq!(result, order);
    }

    #[test]
    fn a_sheet_reads_back_as_its_claims(before in numbers()) {
        let (claims, _) = rendered(&draft(&before), None);
        let expected: Vec<String> = claims.into_iter().map(|claim| claim.id).collect();
        prop_assert_eq!(ids(&first(&draft(&before))), expected);
    }

    #[test]
    fn any_text_merges_without_losing_a_word(text in "(?s)[ -~\n\r\u{e9}|#*\\[\\]]{0,300}") {
        if Sheet::parse(&text).is_ok() {
            let result = merged(&text, &draft(&[(0, false)])).text;
            for word in text.split_whitespace() {
                prop_assert!(result.contains(word), "{word:?} is lost");
            }
        }
    }
}

#[test]
fn a_sheet_in_conflict_or_of_a_later_version_is_refused() {
    let sheet = first(&draft(&[(0, false)]));
    assert!(Sheet::parse(&sheet.replacen("claimsheet: 1", "claimsheet: 2", 1)).is_err());
    assert!(Sheet::parse(&format!("{sheet}<<<<<<< HEAD\n")).is_err());
}

#[test]
fn a_sheet_whose_record_is_lost_keeps_all_and_doubles_no_entry() {
    let text = draft(&[(0, false), (1, false)]);
    let (sheet, written) = edited(&first(&text), &[Edit::Fill(3), Edit::Note(40), Edit::Tick(2)]);
    let without = sheet.split("<!-- claimsheet:record").next().unwrap();
    let result = merged(without, &text).text;
    assert!(written.iter().all(|word| result.contains(word)));
    assert_eq!(ids(&result).len(), 2);
}

/// The items below "Settle first": whether each is ticked, and at which line of the draft it stands.
fn findings(sheet: &str) -> Vec<(bool, String)> {
    let (_, below) = sheet.split_once("<!-- claimsheet:findings -->").unwrap();
    let items = below.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with("- ["));
    items.map(|line| (line.starts_with("- [x]"), line.split(['(', ')']).nth(1).unwrap().to_owned())).collect()
}

#[test]
fn a_settled_finding_stays_settled_at_another_line_and_its_twin_stays_open() {
    let twice = "On Monday, March 3, 2026, the quay opened.\n\nThe mayor came late.\n\nOn Monday, March 3, 2026, the quay was full.\n";
    let sheet = first(twice);
    let open = |line: &str| (false, line.to_owned());
    let settled = |line: &str| (true, line.to_owned());
    assert_eq!(findings(&sheet), [open("line 1"), open("line 5")]);
    let (before, after) = sheet.rsplit_once("- [ ] **weekday: these disagree**").unwrap();
    let sheet = format!("{before}- [x] **weekday: these disagree**{after}");
    let moved = merged(&sheet, &format!("The tide was low.\n\n{twice}")).text;
    assert_eq!(findings(&moved), [open("line 3"), settled("line 7")]);
    let back = merged(&moved, twice).text;
    assert_eq!(findings(&back), [open("line 1"), settled("line 5")]);
    let other = merged(&moved, &twice.replace("March 3", "March 4")).text;
    assert!(findings(&other).iter().filter(|(_, place)| place.starts_with("line")).all(|(ticked, _)| !ticked));
}
