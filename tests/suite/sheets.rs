//! Laws of merging: a new run into a sheet that people have worked on.

use super::analysis;
use claimsheet_render::RenderOptions;
use claimsheet_render::markdown::{self, Layout};
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
fn rendered(layout: Layout, text: &str, old: Option<&str>) -> (Vec<ClaimWords>, String) {
    let (document, analysis) = analysis(text).unwrap();
    let claims = ClaimWords::of(&analysis.claims);
    let mut worksheet = Worksheet::new("draft.md", text.as_bytes(), &document, analysis);
    worksheet.done =
        old.map_or(0, |old| ReviewPolicy::default().done(&Sheet::parse(old).unwrap(), &Labels::default(), &claims));
    (claims, markdown::render(&worksheet, &RenderOptions { layout, ..RenderOptions::default() }).unwrap())
}

/// A run on such a draft.
fn run(claims: &[ClaimWords]) -> Run<'_> {
    static ORIGIN: std::sync::LazyLock<Origin> =
        std::sync::LazyLock::new(|| Origin { draft: "draft.md".to_owned(), ..Origin::default() });
    Run { claims, origin: &ORIGIN, restore: false }
}

fn first(layout: Layout, text: &str) -> String {
    let (claims, rendered) = rendered(layout, text, None);
    claimsheet_sheet::with_record(rendered, &run(&claims)).unwrap()
}

fn merged(layout: Layout, old: &str, text: &str) -> Merged {
    let (claims, rendered) = rendered(layout, text, Some(old));
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
                let is_row = |line: &str| line.ends_with("| |") && line != "| | |";
                let is_field = |line: &str| line.starts_with("- ") && line.ends_with(':');
                let is_one_line = |line: &str| line.contains(" · Source: ·");
                let is_open = |line: &str| is_row(line) || is_field(line) || is_one_line(line);
                if let Some(line) = nth(&lines, *at, &is_open) {
                    let text = &lines[line];
                    lines[line] = if is_row(text) {
                        text.replace("| |", &format!("| {word} a \\| b |"))
                    } else if is_field(text) {
                        format!("{text} {word} a | b · c")
                    } else {
                        text.replacen("Source: ·", &format!("Source: {word} · p. 3 ·"), 1)
                    };
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
                    nth(&lines, *at, &|line| line.starts_with("- [ ] \"") || line.starts_with("- [ ] ["))
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
                if let Some(line) = nth(&lines, *at, &|line| line.starts_with("**Low**") || line.starts_with("Low ·"))
                {
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

fn layout() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::Short), Just(Layout::Full)]
}

fn numbers() -> impl Strategy<Value = Vec<(usize, bool)>> {
    prop::collection::vec((0..SENTENCES.len(), any::<bool>()), 1..8).prop_map(|mut numbers| {
        let mut seen = std::collections::HashSet::new();
        numbers.retain(|(number, _)| seen.insert(*number));
        numbers
    })
}

/// Which entries a person moves, and behind which.
fn moves() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..10_000_usize, 0..10_000_usize), 0..4)
}

/// The sentences in one order, as they are.
fn rising(mut numbers: Vec<(usize, bool)>) -> Vec<(usize, bool)> {
    numbers.sort_unstable();
    numbers.into_iter().map(|(number, _)| (number, false)).collect()
}

/// A sheet's top, its entries, and what stands behind them.
fn cut(sheet: &str) -> (String, Vec<String>, String) {
    let starts: Vec<usize> = sheet.match_indices("\n### ").map(|(at, _)| at + 1).collect();
    let Some(first) = starts.first() else { return (sheet.to_owned(), Vec::new(), String::new()) };
    let last = starts.last().unwrap();
    let behind = ["\n## ", "\n<!-- claimsheet:record"];
    let end = behind.iter().filter_map(|mark| sheet[*last..].find(mark)).min().unwrap() + last + 1;
    let ends = starts.iter().skip(1).copied().chain([end]);
    let entries = starts.iter().zip(ends).map(|(start, end)| sheet[*start..end].to_owned());
    (sheet[..*first].to_owned(), entries.collect(), sheet[end..].to_owned())
}

/// The sheet with entries at other places.
fn arranged(sheet: &str, moves: &[(usize, usize)]) -> String {
    let (top, mut entries, rest) = cut(sheet);
    for (from, to) in moves.iter().filter(|_| !entries.is_empty()).copied().collect::<Vec<_>>() {
        let entry = entries.remove(from % entries.len());
        entries.insert(to % (entries.len() + 1), entry);
    }
    top + &entries.concat() + &rest
}

/// The sheet with one of its claims split by hand: its last fact in an entry of its own, with words.
fn split(sheet: &str, at: usize, word: &str) -> String {
    let Some((start, _)) = sheet.match_indices("\n> ").nth(at % sheet.matches("\n> ").count().max(1)) else {
        return sheet.to_owned();
    };
    let quoted = sheet[start + 3..].lines().next().unwrap().replace('*', "");
    let half = &quoted[quoted.ceil_char_boundary(quoted.len() / 2)..];
    let end = sheet[start..].find("\n#").map_or(sheet.len(), |end| start + end + 1);
    let own = format!("### {word}\n\n> {half}\n\n- Verdict: cut\n\n");
    format!("{}{own}{}", &sheet[..end], &sheet[end..])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_a_person_wrote_is_still_there_whatever_the_draft_became(
        before in numbers(), after in numbers(), edits in prop::collection::vec(edit(), 0..12), was in layout(), is in layout()
    ) {
        let (sheet, written) = edited(&first(was, &draft(&before)), &edits);
        let result = merged(is, &sheet, &draft(&after));
        for word in &written {
            prop_assert_eq!(result.text.matches(word.as_str()).count(), 1, "{}\n{}", word, result.text);
        }
        prop_assert!(ticks(&result.text) >= ticks(&sheet), "{}", result.text);
    }

    #[test]
    fn a_run_without_change_gives_the_same_bytes(
        before in numbers(), edits in prop::collection::vec(edit(), 0..12), layout in layout()
    ) {
        let text = draft(&before);
        let (sheet, _) = edited(&first(layout, &text), &edits);
        let (claims, rendered) = rendered(layout, &text, None);
        prop_assert_eq!(claimsheet_sheet::merge(&Sheet::parse(&sheet).unwrap(), &rendered, &run(&claims)).unwrap().text, sheet);
    }

    #[test]
    fn a_second_run_changes_nothing(
        before in numbers(), after in numbers(), edits in prop::collection::vec(edit(), 0..12), was in layout(), is in layout()
    ) {
        let (sheet, _) = edited(&first(was, &draft(&before)), &edits);
        let once = merged(is, &sheet, &draft(&after)).text;
        prop_assert_eq!(merged(is, &once, &draft(&after)).text, once);
    }

    #[test]
    fn entries_stand_in_the_order_of_the_draft(
        before in numbers(), after in numbers(), edits in prop::collection::vec(edit(), 0..12), was in layout(), is in layout()
    ) {
        let (sheet, _) = edited(&first(was, &draft(&before)), &edits);
        let (claims, _) = rendered(is, &draft(&after), None);
        let result = ids(&merged(is, &sheet, &draft(&after)).text);
        let order: Vec<String> = claims.into_iter().map(|claim| claim.id).filter(|id| result.contains(id)).collect();
        prop_assert_eq!(result, order);
    }

    #[test]
    fn an_order_that_a_person_chose_survives_a_run_to_the_letter(
        before in numbers(), edits in prop::collection::vec(edit(), 0..6), moves in moves(), layout in layout()
    ) {
        let text = draft(&before);
        let (sheet, _) = edited(&arranged(&first(layout, &text), &moves), &edits);
        let (claims, rendered) = rendered(layout, &text, None);
        prop_assert_eq!(claimsheet_sheet::merge(&Sheet::parse(&sheet).unwrap(), &rendered, &run(&claims)).unwrap().text, sheet);
    }

    #[test]
    fn an_order_that_a_person_chose_survives_claims_that_come_and_go(
        before in numbers(), after in numbers(), moves in moves(), was in layout(), is in layout()
    ) {
        // The author leaves the sentences that stay in their order.
        let (before, after) = (rising(before), rising(after));
        let sheet = arranged(&first(was, &draft(&before)), &moves);
        let order = ids(&sheet);
        let result = merged(is, &sheet, &draft(&after)).text;
        let now = ids(&result);
        let (stayed, stay): (Vec<&String>, Vec<&String>) =
            (order.iter().filter(|id| now.contains(id)).collect(), now.iter().filter(|id| order.contains(id)).collect());
        prop_assert_eq!(&stayed, &stay, "{}", result);
        prop_assert_eq!(merged(is, &result, &draft(&after)).text, result);
    }

    #[test]
    fn an_order_and_a_split_are_kept_whatever_the_draft_became_and_no_word_is_lost(
        before in numbers(), after in numbers(), edits in prop::collection::vec(edit(), 0..8), moves in moves(),
        splits in prop::collection::vec(0..10_000_usize, 0..3), was in layout(), is in layout()
    ) {
        let (sheet, mut written) = edited(&arranged(&first(was, &draft(&before)), &moves), &edits);
        let (sheet, own) = splits.iter().enumerate().fold((sheet, Vec::new()), |(sheet, mut own), (number, at)| {
            let word = format!("split{number}x");
            let sheet = split(&sheet, *at, &word);
            own.extend(sheet.contains(&word).then_some(word));
            (sheet, own)
        });
        written.extend(own);
        let result = merged(is, &sheet, &draft(&after)).text;
        for word in &written {
            prop_assert_eq!(result.matches(word.as_str()).count(), 1, "{}\n{}", word, result);
        }
        prop_assert!(ticks(&result) >= ticks(&sheet), "{}", result);
        prop_assert_eq!(merged(is, &result, &draft(&after)).text, result);
    }

    #[test]
    fn a_sheet_reads_back_as_its_claims(before in numbers(), layout in layout()) {
        let (claims, _) = rendered(layout, &draft(&before), None);
        let expected: Vec<String> = claims.into_iter().map(|claim| claim.id).collect();
        prop_assert_eq!(ids(&first(layout, &draft(&before))), expected);
    }

    #[test]
    fn any_text_merges_without_losing_a_word(text in "(?s)[ -~\n\r\u{e9}|#*\\[\\]]{0,300}") {
        if Sheet::parse(&text).is_ok() {
            let result = merged(Layout::Short, &text, &draft(&[(0, false)])).text;
            for word in text.split_whitespace() {
                prop_assert!(result.contains(word), "{word:?} is lost");
            }
        }
    }
}

#[test]
fn a_sheet_in_conflict_or_of_a_later_version_is_refused() {
    let sheet = first(Layout::Short, &draft(&[(0, false)]));
    assert!(Sheet::parse(&sheet.replacen("claimsheet: 2", "claimsheet: 3", 1)).is_err());
    assert!(Sheet::parse(&format!("{sheet}<<<<<<< HEAD\n")).is_err());
}

#[test]
fn a_sheet_whose_record_is_lost_keeps_all_and_doubles_no_entry() {
    for (was, is) in [(Layout::Short, Layout::Short), (Layout::Full, Layout::Full), (Layout::Full, Layout::Short)] {
        let text = draft(&[(0, false), (1, false)]);
        let (sheet, written) = edited(&first(was, &text), &[Edit::Fill(3), Edit::Note(40), Edit::Tick(2)]);
        let without = sheet.split("<!-- claimsheet:record").next().unwrap();
        let result = merged(is, without, &text).text;
        assert!(written.iter().all(|word| result.contains(word)), "{result}");
        assert_eq!(ids(&result).len(), 2, "{result}");
    }
}

/// The items below the findings' heading: whether each is ticked, and at which line of the draft it stands.
fn findings(sheet: &str) -> Vec<(bool, String)> {
    let (_, below) = sheet.split_once("<!-- claimsheet:findings -->").unwrap();
    let items = below.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with("- ["));
    items.map(|line| (line.starts_with("- [x]"), line.split(['(', ')']).nth(1).unwrap().to_owned())).collect()
}

#[test]
fn a_settled_finding_stays_settled_at_another_line_and_its_twin_stays_open() {
    let twice = "On Monday, March 3, 2026, the quay opened.\n\nThe mayor came late.\n\nOn Monday, March 3, 2026, the quay was full.\n";
    for (layout, title) in [(Layout::Short, "- [ ] **Weekday**"), (Layout::Full, "- [ ] **weekday: these disagree**")] {
        let sheet = first(layout, twice);
        let open = |line: &str| (false, line.to_owned());
        let settled = |line: &str| (true, line.to_owned());
        assert_eq!(findings(&sheet), [open("line 1"), open("line 5")]);
        let (before, after) = sheet.rsplit_once(title).unwrap();
        let sheet = format!("{before}{}{after}", title.replace("[ ]", "[x]"));
        let moved = merged(layout, &sheet, &format!("The tide was low.\n\n{twice}")).text;
        assert_eq!(findings(&moved), [open("line 3"), settled("line 7")]);
        let other = if layout == Layout::Short { Layout::Full } else { Layout::Short };
        let changed = merged(other, &moved, &format!("The tide was low.\n\n{twice}")).text;
        assert_eq!(findings(&changed), [open("line 3"), settled("line 7")]);
        let back = merged(layout, &changed, twice).text;
        assert_eq!(findings(&back), [open("line 1"), settled("line 5")]);
        let other = merged(layout, &moved, &twice.replace("March 3", "March 4")).text;
        assert!(findings(&other).iter().filter(|(_, place)| place.starts_with("line")).all(|(ticked, _)| !ticked));
    }
}

/// Sheets that an earlier program made, and their drafts.
const VERSION_1: [(&str, &str); 2] = [
    (include_str!("../sheets/harbour-tolls.version-1.md"), include_str!("../../examples/harbour-tolls.md")),
    (include_str!("../sheets/water-vote.version-1.md"), include_str!("../../examples/water-vote.md")),
];

/// The sheet with a mark on every line for which `dice` says so: a tick, a filled cell, or a word behind it; and the
/// marks that are words.
fn marked(sheet: &str, dice: &[u8]) -> (String, Vec<String>) {
    let (body, record) = sheet.split_at(sheet.find("<!-- claimsheet:record").unwrap());
    let mut written = Vec::new();
    let mut text = String::new();
    for (at, line) in body.lines().enumerate() {
        let word = format!("mark{at}x");
        let chosen = dice[at % dice.len()] + if at > 8 && !line.is_empty() { 0 } else { 100 };
        let marked = match chosen {
            0 | 1 if line.contains("[ ]") => line.replacen("[ ]", "[x]", 1),
            0..=2 if line.ends_with("| |") => {
                written.push(word.clone());
                line.replacen("| |", &format!("| {word} \\| and more |"), 1)
            }
            2 | 3 if !line.starts_with("|---") => {
                written.push(word.clone());
                format!("{line} {word}")
            }
            _ => line.to_owned(),
        };
        text.push_str(&marked);
        text.push('\n');
    }
    (text + record, written)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_sheet_of_version_1_with_marks_on_every_line_survives_the_upgrade(
        which in 0..VERSION_1.len(), dice in prop::collection::vec(0..6_u8, 1..97)
    ) {
        let (old, draft) = VERSION_1[which];
        let (sheet, written) = marked(old, &dice);
        let now = merged(Layout::Short, &sheet, draft).text;
        prop_assert!(now.contains("claimsheet: 2"), "{}", now);
        for word in &written {
            prop_assert_eq!(now.matches(word.as_str()).count(), 1, "{}\n{}", word, now);
        }
        prop_assert!(ticks(&now) >= ticks(&sheet), "{} of {}\n{}", ticks(&now), ticks(&sheet), now);
        let reviews = |text: &str| {
            let entries = claimsheet_sheet::entries(&Sheet::parse(text).unwrap(), &Labels::default());
            let mut reviews: Vec<_> = entries.into_iter().map(|entry| (entry.id, entry.priority, entry.review)).collect();
            reviews.sort_by(|one, other| one.0.cmp(&other.0));
            reviews
        };
        let filled = |text: &str| reviews(text).into_iter().filter(|(.., review)| *review != claimsheet_sheet::Review::default()).collect::<Vec<_>>();
        let (was, is) = (filled(&sheet), filled(&now));
        for (id, _, review) in &was {
            prop_assert!(is.iter().any(|(own, _, now)| own == id && now == review), "{:?} {:?}\n{}", id, review, now);
        }
        prop_assert_eq!(merged(Layout::Short, &now, draft).text, now);
    }
}
