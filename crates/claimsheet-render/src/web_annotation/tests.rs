//! Selectors find the words that they name.

use crate::{Entries, RenderContext, RenderOptions, format};
use claimsheet::options::Options;
use claimsheet_read::{ReadOptions, read};
use claimsheet_sheet::worksheet::Worksheet;
use proptest::prelude::*;
use serde_json::Value;

const PIECES: &[&str] = &[
    "\u{feff}",
    "Mayor Ruth Lund said “we paid 40 percent” on Monday, March 3, 2026. ",
    "The quay **cost** $3 million. ",
    "Studies show that [salt](https://a.example) is &amp; was dear. ",
    "It is fine. ",
    "</script>",
    "😀 ",
    "مرحبا ",
    "\"",
    "\u{1}",
    "\n\n",
    "\r\n",
    "- ",
    "> ",
    "# ",
];

fn made(text: &str, url: Option<&str>) -> Option<(String, Value)> {
    let mut document = read(text.as_bytes(), &ReadOptions { name: Some("draft.md"), ..Default::default() }).ok()?;
    document.meta.url = url.map(str::to_owned);
    let analysis = claimsheet::analyse(&document, &Options::default());
    let worksheet = Worksheet::new("a b/draft.md", text.as_bytes(), &document, analysis);
    let material = RenderContext {
        worksheet: &worksheet,
        document: &document,
        bytes: b"",
        sheet: "",
        entries: &Entries::default(),
    };
    let bytes = format("webannotation").unwrap().render(&material, &RenderOptions::default()).unwrap();
    Some((document.source.trim_start_matches('\u{feff}').to_owned(), serde_json::from_slice(&bytes).unwrap()))
}

fn items(collection: &Value) -> &Vec<Value> {
    collection["first"]["items"].as_array().unwrap()
}

fn selectors(annotation: &Value, target: usize) -> &Value {
    &annotation["target"][target]["selector"]
}

proptest! {
    #[test]
    fn in_a_file_of_text_position_and_quote_name_the_same_words(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..40)
    ) {
        let Some((source, collection)) = made(&pieces.concat(), None) else { return Ok(()) };
        let letters: Vec<char> = source.chars().collect();
        for annotation in items(&collection) {
            let selectors = selectors(annotation, 0);
            let end = |key: &str| selectors[1][key].as_u64().unwrap() as usize;
            let covered: String = letters[end("start")..end("end")].iter().collect();
            prop_assert_eq!(&selectors[0]["exact"], &Value::from(covered));
            let words = |key: &str| selectors[0][key].as_str().unwrap_or("").to_owned();
            let whole = words("prefix") + &words("exact") + &words("suffix");
            prop_assert!(source.contains(&whole), "{:?} is not in {:?}", whole, source);
        }
        prop_assert_eq!(&collection["total"], &Value::from(items(&collection).len()));
    }

    #[test]
    fn each_annotation_has_its_own_name_the_same_each_time(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..40)
    ) {
        let Some((_, collection)) = made(&pieces.concat(), None) else { return Ok(()) };
        let mut names: Vec<String> = items(&collection).iter().map(|one| one["id"].to_string()).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), items(&collection).len());
        prop_assert_eq!(made(&pieces.concat(), None).unwrap().1, collection);
    }
}

#[test]
fn on_a_page_words_are_named_without_markup_and_without_a_position() {
    let text = "It was May. The quay **cost** $3 million. It is [ours](https://a.example).";
    let (_, collection) = made(text, Some("https://paper.example/quay")).unwrap();
    let annotation = items(&collection).iter().find(|one| one.to_string().contains("$3 million")).unwrap();
    assert_eq!(annotation["target"][0]["source"], "https://paper.example/quay");
    let selectors = selectors(annotation, 0).as_array().unwrap();
    assert_eq!(selectors.len(), 1);
    assert_eq!(selectors[0]["exact"], "The quay cost $3 million.");
    assert_eq!(selectors[0]["prefix"], "It was May. ");
    assert_eq!(selectors[0]["suffix"], " It is ours.");
    assert_eq!(annotation["target"][1]["source"], "a%20b/draft.md");
    let body = annotation["body"][0]["value"].as_str().unwrap();
    assert!(body.contains("(https://paper.example/quay#:~:text=It%20was%20May.-,The%20quay%20cost"), "{body}");
}
