//! Laws of tables and digests: nothing runs, nothing is lost, what was answered comes back.

use super::{analysis, document, format_named, repository, worksheet};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use claimsheet::text::document::Document;
use claimsheet_render::answers::answers;
use claimsheet_render::table::{PRESETS, Preset, Rows};
use claimsheet_render::{Entries, RenderContext, RenderOptions, markdown};
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{self, Answers, ClaimWords, Field, Imported, Labels, Prefer, Sheet};
use proptest::prelude::*;
use std::io::Cursor;

/// An article with its sheet.
struct Desktop {
    document: Document,
    worksheet: Worksheet,
    sheet: String,
    entries: Entries,
}

impl Desktop {
    fn of(document: Document, worksheet: Worksheet) -> Self {
        let claims = ClaimWords::of(&worksheet.analysis.claims);
        let rendered = markdown::render(&worksheet, &RenderOptions::default()).unwrap();
        let sheet = claimsheet_sheet::with_record(rendered, &super::run(&claims)).unwrap();
        Self { document, worksheet, sheet: String::new(), entries: Entries::default() }.with(sheet)
    }

    /// Of an article that the project holds.
    fn open(path: &str) -> Self {
        let path = repository(path);
        Self::of(document(&path).1, worksheet(&path))
    }

    /// Of a few words of Markdown.
    fn typed(text: &str) -> Option<Self> {
        let (document, analysis) = analysis(text)?;
        let worksheet = Worksheet::new("draft.md", text.as_bytes(), &document, analysis);
        Some(Self::of(document, worksheet))
    }

    fn with(self, sheet: String) -> Self {
        let entries = Entries::from(claimsheet_sheet::entries(&Sheet::parse(&sheet).unwrap(), &Labels::default()));
        Self { sheet, entries, ..self }
    }

    fn material(&self) -> RenderContext<'_> {
        RenderContext {
            worksheet: &self.worksheet,
            document: &self.document,
            bytes: b"",
            sheet: &self.sheet,
            entries: &self.entries,
        }
    }

    fn written(&self, format: &str, preset: &'static Preset, rows: Rows) -> Vec<u8> {
        let options = RenderOptions { preset: Some(preset), rows, ..RenderOptions::default() };
        format_named(format).render(&self.material(), &options).unwrap()
    }

    /// The sheet after these answers came back.
    fn import(&self, bytes: &[u8]) -> (String, Imported) {
        let mut sheet = Sheet::parse(&self.sheet).unwrap();
        let imported =
            sheet.import(&read(bytes).unwrap(), &Labels::default(), &ReviewPolicy::default(), Prefer::Neither);
        (sheet.text(), imported)
    }
}

/// The cells of a CSV file with its header.
/// The answers in a file.
fn read(bytes: &[u8]) -> Result<Answers, String> {
    answers(bytes, &Labels::default(), &ReviewPolicy::default())
}

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn to_csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

/// The cells of the first sheet of a workbook, and how many formulas all its sheets hold.
fn workbook(bytes: &[u8]) -> (Vec<Vec<String>>, usize) {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let formulas = names.iter().map(|name| {
        let range = book.worksheet_formula(name).unwrap();
        range.used_cells().filter(|(_, _, formula)| !formula.is_empty()).count()
    });
    let formulas = formulas.sum();
    let range = book.worksheet_range(&names[0]).unwrap();
    let text = |cell: &Data| if *cell == Data::Empty { String::new() } else { cell.to_string() };
    (range.rows().map(|row| row.iter().map(text).collect()).collect(), formulas)
}

/// A cell without the apostrophes that disarm it, one a line.
fn bare(cell: &str) -> String {
    let bared = |line: &'_ str| {
        let rest = line.strip_prefix('\'').filter(|rest| runs(rest.trim_start_matches('\'')));
        rest.unwrap_or(line).to_owned()
    };
    cell.split('\n').map(bared).collect::<Vec<_>>().join("\n")
}

/// Whether a line begins as a formula for any spreadsheet that we know of.
fn runs(line: &str) -> bool {
    let seen = line.trim_start_matches(|letter: char| {
        letter.is_whitespace() || letter.is_control() || "\u{feff}\u{200b}\u{200d}\u{2060}\u{ad}".contains(letter)
    });
    line.starts_with(['\t', '\r']) || seen.starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠'])
}

const FORMATS: [Rows; 2] = [Rows::Claims, Rows::Facts];

/// An article of ours with many claims.
const ARTICLE: &str = "examples/water-vote.md";

/// Prose with what programs have run: in the words of the draft and of the checker.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Z][a-z]{2,8}",
        "[0-9]{1,4}",
        Just("=cmd|' /C calc'!A0".to_owned()),
        Just("@SUM(1+9)*cmd".to_owned()),
        Just("＝HYPERLINK(1)".to_owned()),
        Just("-2+3".to_owned()),
        Just("\u{feff}=1".to_owned()),
        Just("\"=1\"".to_owned()),
        Just("%0A+1".to_owned()),
        Just("'=1".to_owned()),
        Just("a;=1\t=2".to_owned()),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.join(" "))
}

/// A draft of claims that begin with these words.
fn paragraphs(words: &[String]) -> String {
    words.iter().fold(String::new(), |text, words| text + words + " cost $3 million in 1931.\n\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_line_of_any_cell_of_a_csv_begins_as_a_formula(
        draft in prop::collection::vec(hostile(), 1..5), note in hostile(), which in 0..PRESETS.len()
    ) {
        let text = paragraphs(&draft);
        if let Some(desk) = Desktop::typed(&text) {
            let noted = desk.sheet.replace("- Note:", &format!("- Note: {note}"));
            let desk = desk.with(noted);
            for rows in FORMATS {
                for cell in cells(&desk.written("csv", PRESETS[which], rows)).iter().flatten() {
                    prop_assert!(!cell.split(['\n', '\r']).any(runs), "{cell:?}");
                }
            }
        }
    }

    #[test]
    fn a_workbook_reads_back_as_the_table_and_holds_no_formula(
        draft in prop::collection::vec(hostile(), 1..4), note in hostile()
    ) {
        let text = paragraphs(&draft);
        if let Some(desk) = Desktop::typed(&text) {
            let noted = desk.sheet.replace("- Note:", &format!("- Note: {note}"));
            let desk = desk.with(noted);
            let preset = PRESETS.iter().find(|preset| preset.name == "airtable").unwrap();
            for rows in FORMATS {
                let (found, formulas) = workbook(&desk.written("xlsx", preset, rows));
                prop_assert_eq!(formulas, 0);
                let table: Vec<Vec<String>> = cells(&desk.written("csv", preset, rows));
                let bared: Vec<Vec<String>> =
                    table.iter().map(|row| row.iter().map(|cell| bare(cell)).collect()).collect();
                prop_assert_eq!(found, bared);
            }
        }
    }

    #[test]
    fn digests_of_any_draft_keep_to_the_limits_and_count_what_they_leave_out(
        draft in prop::collection::vec(hostile(), 1..60)
    ) {
        let text = paragraphs(&draft).replace(" cost", " <b> & cost");
        if let Some(desk) = Desktop::typed(&text) {
            let claims = desk.worksheet.analysis.claims.len();
            let slack = format_named("slack").render(&desk.material(), &RenderOptions::default()).unwrap();
            let slack: serde_json::Value = serde_json::from_slice(&slack).unwrap();
            let blocks = slack["blocks"].as_array().unwrap();
            prop_assert!(!blocks.is_empty() && blocks.len() <= 50);
            let mut total = 0;
            for block in blocks {
                let text = block["text"]["text"].as_str().unwrap();
                let most = if block["type"] == "header" { 150 } else { 3_000 };
                prop_assert!(!text.is_empty() && text.encode_utf16().count() <= most);
                prop_assert!(block["type"] == "header" || !text.contains(['<', '>']), "{text}");
                total += text.encode_utf16().count();
                let title = format!("*No verdict yet* ({claims})");
                if text.starts_with(&title) {
                    let shown = text.matches("\n• ").count();
                    let more = format!("… and {} more", claims - shown);
                    prop_assert_eq!(text.ends_with(&more), shown < claims);
                }
            }
            prop_assert!(total <= 12_000, "{total}");
            let email = format_named("email").render(&desk.material(), &RenderOptions::default()).unwrap();
            let email = String::from_utf8(email).unwrap();
            let (head, body) = email.split_once("\n\n").unwrap();
            prop_assert!(head.starts_with("Subject: ") && head.is_ascii());
            prop_assert!(body.lines().all(|line| line.chars().count() <= 72), "{body}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_workbook_with_any_part_of_it_changed_gives_answers_or_an_error(
        name in 0..12_usize, at in 0..4_000_usize, with in "[<>/&\"=0-9a-z:$!]{0,6}"
    ) {
        let desk = Desktop::typed("The quay cost $3 million in 1931.").unwrap();
        let bytes = desk.written("xlsx", PRESETS[0], Rows::Claims);
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut changed = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let which = name % archive.len();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut content = String::new();
            std::io::Read::read_to_string(&mut file, &mut content).unwrap();
            if index == which {
                let place = content.floor_char_boundary(at % content.len());
                let end = content.floor_char_boundary((place + with.len()).min(content.len()));
                content.replace_range(place..end, &with);
            }
            changed.start_file(file.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut changed, content.as_bytes()).unwrap();
        }
        let _ = read(&changed.finish().unwrap().into_inner());
    }

    #[test]
    fn any_bytes_give_answers_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
        let _ = read(&[b"PK\x03\x04", bytes.as_slice()].concat());
        let _ = read(&[b"id,note,facts\n", bytes.as_slice()].concat());
    }
}

/// Fills empty cells under the names of fields: the rows' numbers tell the answers apart.
fn answered(rows: &mut [Vec<String>]) -> usize {
    let header: Vec<String> = rows[0].iter().map(|name| name.to_lowercase().replace(',', "")).collect();
    let id = header.iter().position(|name| name == "id" || name == "claim id").unwrap();
    let mut filled = std::collections::HashSet::new();
    for field in Field::ALL {
        let name = field.label(&Labels::default()).to_lowercase().replace(',', "");
        let column = header.iter().position(|known| *known == name).unwrap();
        for row in rows.iter_mut().skip(1).filter(|row| !row[id].is_empty()) {
            if row[column].is_empty() && filled.insert((row[id].clone(), column)) {
                // A verdict is one of the desk's words.
                row[column] =
                    if field == Field::Verdict { "disputed".to_owned() } else { format!("{name} of {}", row[id]) };
            }
        }
    }
    filled.len()
}

fn hold_answers(filled: usize, (text, imported): (String, Imported), what: &str) -> Desktop {
    assert_eq!(imported.filled, filled, "{what}");
    assert!(imported.conflicts.is_empty() && imported.kept.is_empty(), "{what}: {imported:?}");
    let after = Desktop::open(ARTICLE).with(text);
    for entry in after.entries.all().iter().filter(|entry| entry.id.is_some()) {
        let id = entry.id.as_deref().unwrap();
        assert_eq!(entry.review.verdict, "disputed", "{what}");
        assert_eq!(entry.review.checked, format!("checked by of {id}"), "{what}");
        assert_eq!(entry.review.sources, [format!("source of {id}")], "{what}");
    }
    after
}

#[test]
fn what_is_answered_in_a_table_of_any_preset_comes_back_and_goes_out_again() {
    let desk = Desktop::open(ARTICLE);
    for preset in PRESETS {
        for rows in FORMATS {
            let what = format!("{} {rows:?}", preset.name);
            let mut table = cells(&desk.written("csv", preset, rows));
            let filled = answered(&mut table);
            assert_eq!(filled, 8 * desk.worksheet.analysis.claims.len(), "{what}");
            let after = hold_answers(filled, desk.import(&to_csv(&table)), &what);
            let (again, imported) = after.import(&after.written("csv", preset, rows));
            assert_eq!(again, after.sheet, "{what}");
            assert!(imported.conflicts.is_empty() && imported.unplaced.is_empty(), "{what}: {imported:?}");
        }
    }
}

#[test]
fn what_is_answered_in_a_workbook_comes_back() {
    let desk = Desktop::open(ARTICLE);
    for rows in FORMATS {
        let (mut table, _) = workbook(&desk.written("xlsx", PRESETS[0], rows));
        let filled = answered(&mut table);
        let mut book = rust_xlsxwriter::Workbook::new();
        let page = book.add_worksheet();
        for (at, row) in table.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                page.write_string(u32::try_from(at).unwrap(), u16::try_from(column).unwrap(), cell).unwrap();
            }
        }
        hold_answers(filled, desk.import(&book.save_to_buffer().unwrap()), "xlsx");
    }
}

#[test]
fn answers_written_in_a_task_s_description_come_back_without_other_columns() {
    let desk = Desktop::open(ARTICLE);
    for (preset, name) in [("trello", "Card Description"), ("asana", "Description"), ("jira", "Description")] {
        let preset = PRESETS.iter().find(|known| known.name == preset).unwrap();
        let table = cells(&desk.written("csv", preset, Rows::Claims));
        let column = table[0].iter().position(|known| known == name).unwrap();
        let mut kept = vec![vec!["Notes".to_owned()]];
        kept.extend(table.iter().skip(1).map(|row| vec![row[column].replace("\nVerdict:", "\nVerdict: confirmed")]));
        let (text, imported) = desk.import(&to_csv(&kept));
        assert_eq!(imported.filled, desk.worksheet.analysis.claims.len());
        assert_eq!(text.matches("Verdict: confirmed").count(), imported.filled);
    }
}

#[test]
fn facts_ticked_in_a_table_are_ticked_in_the_sheet_and_the_other_way_round() {
    let desk = Desktop::open(ARTICLE);
    let mut table = cells(&desk.written("csv", PRESETS[0], Rows::Claims));
    let facts = table[0].iter().position(|name| name == "facts").unwrap();
    let row = table.iter_mut().skip(1).find(|row| row[facts].lines().count() > 1).unwrap();
    row[facts] = row[facts].replacen('☐', "☑", 1);
    let cell = row[facts].clone();
    let (text, imported) = desk.import(&to_csv(&table));
    assert_eq!((imported.ticked, text.matches("- [x]").count()), (1, 1), "{imported:?}");
    let after = Desktop::open(ARTICLE).with(text);
    let again = cells(&after.written("csv", PRESETS[0], Rows::Claims));
    assert!(again.iter().any(|row| row[facts] == cell));
    let one_a_row = cells(&after.written("csv", PRESETS[0], Rows::Facts));
    assert_eq!(one_a_row.iter().flatten().filter(|cell| *cell == "☑").count(), 1);
}

#[test]
fn an_entry_deleted_from_the_sheet_is_in_no_table() {
    let desk = Desktop::open(ARTICLE);
    let before = desk.worksheet.analysis.claims.len();
    let first = format!("<!-- claim:{} -->", desk.worksheet.analysis.claims[0].id);
    let start = desk.sheet.find("### 1. ").unwrap();
    let end = start + desk.sheet[start..].find("### 2. ").unwrap();
    assert!(desk.sheet[start..end].contains(&first));
    let text = format!("{}{}", &desk.sheet[..start], &desk.sheet[end..]);
    let after = desk.with(text);
    assert_eq!(cells(&after.written("csv", PRESETS[0], Rows::Claims)).len(), before);
}

#[test]
fn a_workbook_offers_the_verdicts_of_the_desk_and_has_no_clock_in_it() {
    let desk = Desktop::open("examples/harbour-tolls.md");
    let own =
        ReviewPolicy { verdicts: vec!["stands".to_owned(), "falls, in part".to_owned()], ..ReviewPolicy::default() };
    let options = RenderOptions { desk: own, ..RenderOptions::default() };
    let bytes = format_named("xlsx").render(&desk.material(), &options).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes)).unwrap();
    let lists = book.worksheet_range("Lists").unwrap();
    let offered: Vec<String> = lists.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(offered, ["stands", "falls, in part"]);
    let names = book.sheet_names();
    assert_eq!(names, ["Claims", "Where to look", "Problems, names, not listed", "Lists"]);
    let links = book.worksheet_range("Where to look").unwrap();
    let places: usize = desk.worksheet.analysis.claims.iter().map(|claim| claim.prompts.len()).sum();
    assert_eq!(links.height(), places + 1);
    let rest = book.worksheet_range("Problems, names, not listed").unwrap();
    let analysis = &desk.worksheet.analysis;
    let others = analysis.warnings.len() + analysis.findings.len() + analysis.set_aside.len() + analysis.names.len();
    assert_eq!(rest.height(), others + 1);
    assert!(bytes.windows(20).all(|window| !window.starts_with(b"2026-")));
}

#[test]
fn a_cell_that_is_too_long_for_a_workbook_says_how_much_is_left_out() {
    let desk = Desktop::typed("The quay cost $3 million in 1931.").unwrap();
    let noted = desk.sheet.replace("- Note:", &format!("- Note: {}", "stones and ".repeat(4_000)));
    let desk = desk.with(noted);
    let (table, _) = workbook(&desk.written("xlsx", PRESETS[0], Rows::Claims));
    assert!(table.iter().flatten().any(|cell| cell.contains("more characters, in the Markdown sheet")));
}

#[test]
fn a_file_that_is_no_workbook_is_refused_with_what_to_do() {
    assert!(read(b"PK\x03\x04 nothing").unwrap_err().contains("no workbook"));
    assert!(read(b"a,b\n1,2\n").unwrap_err().contains("Claim id"));
    assert!(read(b"").unwrap_err().contains("empty"));
    assert!(read(b"id,note\nx,\xff\n").unwrap_err().contains("UTF-8"));
}
