//! The JSON contract and the CSV.

use super::{articles, bytes, name_of, rendered, repository, worksheet};
use claimsheet_render::FORMATS;
use claimsheet_sheet::worksheet::Worksheet;

#[test]
fn every_json_sheet_holds_against_the_schema() {
    let schema = std::fs::read_to_string(repository("docs/claimsheet-1.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for path in articles() {
        let json = serde_json::from_str(&rendered(&path, "json")).unwrap();
        let wrong: Vec<String> =
            schema.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{}: {}", name_of(&path), wrong.join("\n"));
    }
}

#[test]
fn a_json_sheet_reads_back_as_the_same_worksheet() {
    for path in articles() {
        let made = worksheet(&path);
        let back: Worksheet = serde_json::from_str(&rendered(&path, "json")).unwrap();
        // Places in the prose are the program's own and stand in no file: the same worksheet has the same JSON.
        let (back, made) = (serde_json::to_value(&back).unwrap(), serde_json::to_value(&made).unwrap());
        assert_eq!(back, made, "{}", name_of(&path));
    }
}

#[test]
fn a_csv_sheet_has_a_row_a_claim_and_no_cell_that_runs() {
    for path in articles() {
        let made = worksheet(&path);
        let text = rendered(&path, "csv");
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), made.analysis.claims.len(), "{}", name_of(&path));
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}: {cell:?}", name_of(&path));
        }
    }
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    for path in articles() {
        for format in FORMATS {
            assert_eq!(bytes(&path, format.name), bytes(&path, format.name), "{} {format:?}", name_of(&path));
        }
    }
}
