//! The page: one file that asks for nothing, in which every word of the draft is text.

use super::{articles, document, format_named, name_of, repository, worksheet};
use base64::Engine as _;
use claimsheet::claim::{Fact, FactRole, Priority};
use claimsheet_render::{Entries, RenderContext, RenderOptions, markdown};
use claimsheet_sheet::{ClaimWords, Labels, Run, Sheet, entries, with_record};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The page of an article whose sheet is made now.
fn page(path: &Path) -> String {
    let (bytes, document) = document(path);
    let worksheet = worksheet(path);
    with_sheet(&bytes, &document, &worksheet, |material| rendered(material, &RenderOptions::default()))
}

fn rendered(material: &RenderContext<'_>, options: &RenderOptions) -> String {
    String::from_utf8(format_named("html").render(material, options).unwrap()).unwrap()
}

/// What stands between `open` and the next `close`.
fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    text.split_once(open).and_then(|(_, rest)| rest.split_once(close)).unwrap().0
}

fn data(page: &str) -> serde_json::Value {
    serde_json::from_str(between(page, "<script type=\"application/json\" id=\"data\">", "</script>")).unwrap()
}

/// The lines of the sheet in the data: one that stood before is given by the number of that line.
fn lines_of(data: &serde_json::Value) -> Vec<String> {
    let lines = data["sheet"].as_array().unwrap();
    let text = |line: &serde_json::Value| line.as_str().map(str::to_owned);
    lines
        .iter()
        .map(|line| text(line).or_else(|| text(&lines[usize::try_from(line.as_u64().unwrap()).unwrap()])).unwrap())
        .collect()
}

/// The sheet in the data: some of its lines are pieces of one.
fn sheet_of(data: &serde_json::Value) -> String {
    let joined = |at: usize| data["joined"].as_array().unwrap().iter().any(|number| number == at);
    let lines = lines_of(data);
    let between = |at: usize| {
        if at == 0 {
            ""
        } else if joined(at) {
            " · "
        } else {
            "\n"
        }
    };
    lines.iter().enumerate().flat_map(|(at, line)| [between(at).to_owned(), (*line).clone()]).collect()
}

#[test]
fn the_policy_names_the_digests_of_style_and_script_and_lets_nothing_else_in() {
    let page = page(&repository("examples/harbour-tolls.md"));
    let digest = |text: &str| {
        let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes()));
        format!("'sha256-{digest}'")
    };
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let style = digest(between(&page, "<style>", "</style>"));
    let script = digest(between(&page, "<script type=\"module\">", "</script>"));
    assert!(policy.starts_with(&format!("default-src 'none'; script-src {script}; style-src {style}; ")), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{policy}");
}

#[test]
fn the_page_loads_nothing_and_its_links_tell_nobody() {
    for path in articles() {
        let page = page(&path);
        let (head, rest) = page.split_once("<style>").unwrap();
        let shown = head.to_owned() + rest.split_once("</style>").unwrap().1;
        let shown = shown.split("<script type=\"application/json\"").next().unwrap();
        for loads in [" src=", "srcset=", "@import", "<iframe", "<object", "<embed", "<base", " style=", " onclick="] {
            assert!(!shown.contains(loads), "{}: {loads}", name_of(&path));
        }
        for link in shown.split("href=\"").skip(1) {
            let tag = link.split('>').next().unwrap();
            let is_own = tag.starts_with('#') || tag.starts_with("data:");
            assert!(is_own || tag.contains("rel=\"noopener noreferrer\""), "{}: {tag}", name_of(&path));
        }
    }
}

#[test]
fn style_and_script_close_no_element_and_name_no_address() {
    let page = page(&repository("examples/harbour-tolls.md"));
    let style = between(&page, "<style>", "</style>");
    let script = between(&page, "<script type=\"module\">", "</script>");
    for text in [style, script] {
        assert!(text.len() > 10_000 && !text.contains("<!--") && !text.contains("<script") && !text.contains('\r'));
        assert!(!text.contains("http://") && !text.contains("https://"));
    }
    for unsafe_call in ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "fetch(", "XMLHttpRequest", "import("]
    {
        assert!(!script.contains(unsafe_call), "{unsafe_call}");
    }
}

#[test]
fn the_script_gets_the_sheet_to_the_letter_and_the_place_of_every_entry() {
    let path = repository("examples/water-vote.md");
    let sheet = std::fs::read_to_string(repository("examples/water-vote.worksheet.md")).unwrap();
    let data = data(&page(&path));
    assert_eq!(sheet_of(&data), sheet);
    let lines = lines_of(&data);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    for part in data["parts"].as_array().unwrap().iter().filter(|part| part["kind"] == "entry") {
        let own = &lines[number(&part["first"])..number(&part["end"])];
        assert!(own.first().unwrap().starts_with("### "), "{part}");
        assert!(own.contains(&format!("<!-- claim:{} -->", part["key"].as_str().unwrap()).as_str()), "{part}");
    }
    for claim in data["claims"].as_array().unwrap() {
        let facts = claim["facts"].as_array().unwrap();
        assert!(facts.iter().all(|at| lines[number(at)].trim_start_matches("- ").starts_with("[ ] ")), "{claim}");
    }
}

#[test]
fn every_claim_with_more_than_known_names_to_check_has_a_box_in_the_page() {
    for path in articles() {
        let made = worksheet(&path);
        let data = data(&page(&path));
        for (claim, shown) in made.analysis.claims.iter().zip(data["claims"].as_array().unwrap()) {
            let is_own = |fact: &&Fact| !matches!(fact.role, FactRole::Name | FactRole::Place);
            let boxes = shown["facts"].as_array().unwrap().len();
            assert!(boxes > 0 || !claim.ticks().any(|fact| is_own(&fact)), "{}: {}", name_of(&path), claim.text);
        }
    }
}

#[test]
fn the_data_of_a_page_is_this() {
    let text =
        "# Quay\n\nThe quay cost *$3 million* in 2019, Mayor Ruth Lund [said](https://a.example).\n\nI like it.\n";
    let (document, analysis) = super::analysis(text).unwrap();
    let mut made = claimsheet_sheet::worksheet::Worksheet::new("draft.md", text.as_bytes(), &document, analysis);
    made.analysis.claims.iter_mut().for_each(|claim| claim.prompts.clear());
    let page = with_sheet(text.as_bytes(), &document, &made, |material| rendered(material, &RenderOptions::default()));
    let galley = between(&page, "<div id=\"galley\">", "</section>").trim().to_owned();
    let shown = format!("{}\n\n{galley}\n", serde_json::to_string_pretty(&data(&page)).unwrap());
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../page" }, {
        insta::assert_snapshot!("page", shown);
    });
}

#[test]
fn a_page_of_a_sheet_that_was_worked_on_shows_the_priority_that_a_person_chose() {
    let path = repository("examples/harbour-tolls.md");
    let (bytes, document) = document(&path);
    let worksheet = worksheet(&path);
    let sheet = std::fs::read_to_string(repository("examples/harbour-tolls.worksheet.md")).unwrap();
    let sheet = sheet.replacen("\nLow · ", "\nHigh · ", 1);
    let entries = Entries::from(entries(&Sheet::parse(&sheet).unwrap(), &Labels::default()));
    let material =
        RenderContext { worksheet: &worksheet, document: &document, bytes: &bytes, sheet: &sheet, entries: &entries };
    let data = data(&rendered(&material, &RenderOptions::default()));
    let low = worksheet.analysis.claims.iter().position(|claim| claim.priority == Priority::Low).unwrap();
    assert_eq!(data["claims"][low]["priority"], "high");
}

#[test]
fn a_house_may_have_a_page_and_a_style_of_its_own() {
    let mut options = RenderOptions::default();
    let page = "<p>{{ policy|safe }}</p>\n{{ article.title }}\n{{ style|safe }}";
    for (file, text) in [("worksheet.html", page), ("page.css", "p { color: red }\r\n")] {
        options.templates.replace(file, file.to_owned(), text.to_owned());
    }
    let text = "# A \\<b> & c\n\nThe quay cost $3 million in 2019.\n";
    let (document, analysis) = super::analysis(text).unwrap();
    let made = claimsheet_sheet::worksheet::Worksheet::new("draft.md", text.as_bytes(), &document, analysis);
    let page = with_sheet(text.as_bytes(), &document, &made, |material| rendered(material, &options));
    assert!(page.contains("A &lt;b&gt; &amp; c\np { color: red }\n"), "{page}");
}

/// The words that a reader sees in a piece of HTML that holds elements and the escapes of `text`.
fn visible(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some((text, behind)) = rest.split_once('<') {
        words.push_str(text);
        let (tag, behind) = behind.split_once('>').unwrap();
        // Numbers in the margin, links and references are the page's words.
        let added = ["a ", "sup "].iter().any(|name| tag.starts_with(name));
        rest = if added { behind.split_once("</").unwrap().1.split_once('>').unwrap().1 } else { behind };
    }
    words.push_str(rest);
    let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_word_of_the_draft_stands_in_the_page_as_text(text in super::laws::prose()) {
        if let Some((document, analysis)) = super::analysis(&text) {
            let made = claimsheet_sheet::worksheet::Worksheet::new("draft.md", text.as_bytes(), &document, analysis);
            let page = with_sheet(text.as_bytes(), &document, &made, |material| {
                rendered(material, &RenderOptions::default())
            });
            let galley = between(&page, "<div id=\"galley\">", "</section>");
            let blocks = document.blocks.iter().map(|block| document.text(block.span));
            let words = blocks.collect::<Vec<_>>().join(" ");
            prop_assert_eq!(
                visible(galley).split_whitespace().collect::<String>(),
                words.split_whitespace().collect::<String>()
            );
        }
    }
}

/// Calls `with` on the material of an article whose sheet is made now.
fn with_sheet<T>(
    bytes: &[u8],
    document: &claimsheet::text::document::Document,
    worksheet: &claimsheet_sheet::worksheet::Worksheet,
    with: impl Fn(&RenderContext<'_>) -> T,
) -> T {
    let claims = ClaimWords::of(&worksheet.analysis.claims);
    let origin = super::origin(worksheet);
    let run = Run { claims: &claims, origin: &origin, restore: false };
    let sheet = with_record(markdown::render(worksheet, &RenderOptions::default()).unwrap(), &run).unwrap();
    let entries = Entries::from(entries(&Sheet::parse(&sheet).unwrap(), &Labels::default()));
    with(&RenderContext { worksheet, document, bytes, sheet: &sheet, entries: &entries })
}
