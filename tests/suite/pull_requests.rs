//! What pipelines read holds against its schema, and the action's steps do what they say.

use super::{articles, document, name_of, rendered, repository, worksheet};
use serde_json::Value;

/// Each draft of ours, and the one with forty errors.
fn drafts() -> Vec<std::path::PathBuf> {
    articles().into_iter().chain([repository("tests/errors/forty.md")]).collect()
}

fn hold(name: &str, schema: &str, documents: fn(&str) -> Vec<Value>) {
    let schema = std::fs::read_to_string(repository(&format!("tests/schemas/{schema}"))).unwrap();
    let mut schema: Value = serde_json::from_str(&schema).unwrap();
    // SARIF's has a stray bracket in the pattern of a language, which we do not write.
    for place in ["run", "toolComponent"] {
        if let Some(language) = schema.pointer_mut(&format!("/definitions/{place}/properties/language")) {
            language.as_object_mut().unwrap().remove("pattern");
        }
    }
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    for path in drafts() {
        for json in documents(&rendered(&path, name)) {
            let errors = schema.iter_errors(&json);
            let wrong: Vec<String> = errors.map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(wrong.is_empty(), "{}: {}", name_of(&path), wrong.join("\n"));
        }
    }
}

fn one(text: &str) -> Vec<Value> {
    vec![serde_json::from_str(text).unwrap()]
}

#[test]
fn sarif_holds_against_its_schema() {
    hold("sarif", "sarif-2.1.0.json", one);
}

#[test]
fn diagnostics_for_reviewdog_hold_against_their_schema() {
    hold("rdjsonl", "rdjsonl.json", |text| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect());
}

#[test]
fn a_code_quality_report_holds_against_its_schema() {
    hold("gitlab", "gitlab-code-quality.json", one);
}

#[test]
fn web_annotations_hold_against_their_schema() {
    hold("webannotation", "web-annotation.json", one);
}

#[test]
fn web_annotations_of_a_published_page_hold_against_their_schema() {
    let schema = std::fs::read_to_string(repository("tests/schemas/web-annotation.json")).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for path in drafts() {
        let (bytes, document) = document(&path);
        let mut worksheet = worksheet(&path);
        worksheet.article.url = Some("https://paper.example/2026/a-b?c=d#top".to_owned());
        let made = super::without_sheet(&bytes, &document, &worksheet, "webannotation");
        let json: Value = serde_json::from_slice(&made).unwrap();
        assert!(schema.is_valid(&json), "{}", name_of(&path));
        let claims = worksheet.analysis.claims.len();
        assert_eq!(String::from_utf8(made).unwrap().matches("#top:~:text=").count(), claims, "{}", name_of(&path));
    }
}

#[test]
fn a_schema_of_ours_refuses_what_is_not_of_the_format() {
    for (schema, wrong) in [
        ("rdjsonl.json", r#"{"message":"a","location":{"path":"a","range":{"start":{"line":0}}}}"#),
        (
            "gitlab-code-quality.json",
            r#"[{"description":"a","check_name":"b","fingerprint":"c","severity":"high","location":{"path":"a","lines":{"begin":1}}}]"#,
        ),
        (
            "web-annotation.json",
            r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:a:b","type":"AnnotationCollection","first":{"id":"urn:a:c","type":"AnnotationPage","items":[{"id":"urn:a:d","type":"Annotation"}]}}"#,
        ),
    ] {
        let text = std::fs::read_to_string(repository(&format!("tests/schemas/{schema}"))).unwrap();
        let validator = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
        assert!(!validator.is_valid(&serde_json::from_str(wrong).unwrap()), "{schema}");
    }
}
