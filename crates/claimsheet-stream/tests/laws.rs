//! The laws of a run, on archives with good and bad records.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimsheet::options::Options;
use claimsheet_stream::{Archive, Counts, Done, Rows, Settings, write};
use proptest::prelude::*;

const ROWS: [Rows; 3] = [Rows::Articles, Rows::Claims, Rows::Facts];

/// What a run writes behind what `old` holds.
fn run(archive: &[u8], rows: Rows, jobs: usize, old: &[u8]) -> (Vec<u8>, Counts) {
    let settings = Settings::new(Options::default(), rows);
    let open = |name: &str, _: u64| Err(format!("{name}: cannot be read"));
    let done = Done::read(old, rows).unwrap();
    let mut out = old[..usize::try_from(done.kept).unwrap()].to_vec();
    let run = Archive::new(&settings, Some(jobs), &open).unwrap().without(done);
    let counts = run.run(
        archive,
        |outcome| write::json(outcome, rows).unwrap(),
        |bytes| {
            out.extend(bytes);
            Ok(())
        },
    );
    (out, counts.unwrap())
}

/// A record: an article, or one of the things that archives have in their place.
fn record() -> impl Strategy<Value = String> {
    let sentence = prop_oneof![
        Just("The harbour board raised the toll to $14.50 on Monday."),
        Just("“We had no choice,” Ida Holt said."),
        Just("Why does it matter?"),
        Just("Perhaps so."),
    ];
    let text = proptest::collection::vec(sentence, 0..4).prop_map(|all| all.join(" "));
    prop_oneof![
        8 => (0_u8..30, text).prop_map(|(id, text)| serde_json::json!({"id": format!("a{id}"), "desk": "city", "text": text}).to_string()),
        1 => Just("{\"id\": \"broken".to_owned()),
        1 => Just("{\"id\": 7, \"headline\": \"No text\"}".to_owned()),
        1 => Just("gone.md".to_owned()),
        1 => Just("{\"html\": \"<p>The ferry carried 312 people.</p>\"}".to_owned()),
        1 => Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn many_cores_give_the_bytes_of_one(all in proptest::collection::vec(record(), 0..40)) {
        let archive = all.join("\n");
        for rows in ROWS {
            let (one, counted) = run(archive.as_bytes(), rows, 1, b"");
            let (many, again) = run(archive.as_bytes(), rows, 5, b"");
            prop_assert_eq!(&one, &many);
            prop_assert_eq!(counted, again);
        }
    }

    #[test]
    fn a_run_that_was_cut_at_any_byte_and_gone_on_with_gives_the_bytes_of_a_whole_one(
        all in proptest::collection::vec(record(), 0..16), cut in 0_usize..1001
    ) {
        let archive = all.join("\n");
        for rows in ROWS {
            let (whole, _) = run(archive.as_bytes(), rows, 2, b"");
            let cut = whole.len() * cut / 1000;
            let (resumed, _) = run(archive.as_bytes(), rows, 2, &whole[..cut]);
            prop_assert_eq!(String::from_utf8(resumed).unwrap(), String::from_utf8(whole).unwrap());
        }
    }

    #[test]
    fn each_record_gives_an_article_or_an_error(all in proptest::collection::vec(record(), 0..40)) {
        let (out, counts) = run(all.join("\n").as_bytes(), Rows::Articles, 2, b"");
        let records = all.iter().filter(|record| !record.is_empty()).count();
        prop_assert_eq!(counts.records as usize, records);
        let rows: Vec<serde_json::Value> =
            out.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(|line| serde_json::from_slice(line).unwrap()).collect();
        prop_assert_eq!(rows.len(), records);
        prop_assert_eq!(rows.iter().filter(|row| row.get("error").is_some()).count() as u64, counts.wrong);
    }
}

#[test]
fn a_complete_output_stays_as_it_is() {
    let archive = "{\"id\":\"a\",\"text\":\"The pier opened in 1931.\"}\n{\"id\":\"b\",\"text\":\"The pier cost $2.1 million.\"}\n";
    let (whole, _) = run(archive.as_bytes(), Rows::Claims, 1, b"");
    let (again, counts) = run(archive.as_bytes(), Rows::Claims, 1, &whole);
    assert_eq!(again, whole);
    assert_eq!(counts.done, 1);
}

#[test]
fn bytes_that_are_no_utf8_and_lines_beyond_the_limit_are_errors_and_the_run_goes_on() {
    let mut archive = b"{\"text\":\"caf\xe9 prices rose 4%.\"}\n{\"text\":\"".to_vec();
    archive.extend(std::iter::repeat_n(b'a', usize::try_from(Settings::BYTES).unwrap()));
    archive.extend(b"\"}\n{\"id\":\"last\",\"text\":\"The pier opened in 1931.\"}");
    let (out, counts) = run(&archive, Rows::Articles, 2, b"");
    let out = String::from_utf8(out).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert!(
        lines[0].starts_with("{\"error\":\"not-utf8\"") && lines[1].starts_with("{\"error\":\"too-long\""),
        "{out}"
    );
    assert!(lines[2].starts_with("{\"id\":\"last\",\"words\":5"), "{out}");
    assert_eq!(counts, Counts { records: 3, done: 0, wrong: 2 });
}

#[test]
fn fields_of_the_record_stand_in_every_row() {
    let archive = "{\"id\":\"a\",\"claims\":[1.50],\"desk\":\"city\",\"text\":\"The pier opened in 1931. It cost $2.1 million.\"}";
    for rows in ROWS {
        let (out, _) = run(archive.as_bytes(), rows, 1, b"");
        let out = String::from_utf8(out).unwrap();
        assert!(out.lines().count() >= 1);
        assert!(
            out.lines().all(|line| line.starts_with("{\"id\":\"a\",\"input_claims\":[1.50],\"desk\":\"city\",")),
            "{out}"
        );
    }
}
