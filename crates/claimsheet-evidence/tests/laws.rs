//! Laws that hold for every folder of documents, on small ones made here.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use claimsheet::claim::{Evidence, EvidenceStatus};
use claimsheet::{Analysis, Document, FactRole, Options, analyse};
use claimsheet_evidence::{Backing, Index, Limits, attach};
use proptest::prelude::*;

fn backing(files: &[(&str, &[u8])]) -> Backing {
    Backing::read(files.iter().map(|(path, bytes)| (*path, *bytes)), &Limits::default())
}

fn held(draft: &str, files: &[(&str, &[u8])]) -> Analysis {
    let options = Options::default();
    let document = Document::from_text(draft);
    let mut analysis = analyse(&document, &options);
    let backing = backing(files);
    attach(&mut analysis, &document, &options, &Index::of(&backing, &options, None));
    analysis
}

fn of(analysis: &Analysis, role: FactRole, words: &str) -> Evidence {
    let facts = analysis.claims.iter().flat_map(|claim| &claim.facts);
    let fact = facts.filter(|fact| fact.role == role).find(|fact| fact.text.contains(words));
    fact.unwrap_or_else(|| panic!("no fact {words}: {analysis:#?}")).evidence.clone().unwrap()
}

const CALL: &str = "Call with Ida Brandvold (IB), harbour master\n\n[00:00:12] RK: Is the quay safe?\n[00:00:15] IB: The quay is as, um, as sound as the day it was built. Nobody has to worry about it, unless the winter is long.\n";

#[test]
fn a_quotation_copied_exactly_is_as_written_and_has_its_time_and_line() {
    let analysis = held(
        "\"Nobody has to worry about it, unless the winter is long,\" Ida Brandvold, the harbour master, said.",
        &[("call.txt", CALL.as_bytes())],
    );
    let evidence = of(&analysis, FactRole::Quote, "Nobody");
    assert_eq!(evidence.status, EvidenceStatus::AsWritten, "{evidence:?}");
    let place = &evidence.places.first().unwrap().place;
    assert_eq!((place.time.as_deref(), place.line), (Some("00:00:15"), Some(4)));
}

#[test]
fn a_quotation_without_its_fillers_is_equivalent() {
    let analysis = held(
        "\"The quay is as sound as the day it was built,\" said Ida Brandvold, the harbour master.",
        &[("call.txt", CALL.as_bytes())],
    );
    assert_eq!(of(&analysis, FactRole::Quote, "sound").status, EvidenceStatus::Equivalent);
}

#[test]
fn a_changed_word_and_a_cut_that_turns_the_sense_are_told() {
    let changed = held(
        "\"The quay is as safe as the day it was built,\" said Ida Brandvold, the harbour master.",
        &[("call.txt", CALL.as_bytes())],
    );
    let evidence = of(&changed, FactRole::Quote, "safe");
    assert_eq!(evidence.status, EvidenceStatus::Differs);
    assert!(evidence.note.contains("sound"), "{evidence:?}");
    let cut = held(
        "\"Nobody has to worry about it,\" said Ida Brandvold, the harbour master.",
        &[("call.txt", CALL.as_bytes())],
    );
    assert_eq!(of(&cut, FactRole::Quote, "Nobody").status, EvidenceStatus::Differs);
}

#[test]
fn nothing_is_found_in_an_empty_folder() {
    let analysis = held("The quay cost $4.37 million, the port said.", &[]);
    assert_eq!(of(&analysis, FactRole::Figure, "4.37").status, EvidenceStatus::NotFound);
}

#[test]
fn numbers_of_tables_are_read_in_the_unit_of_their_heads() {
    let table = "Port accounts, £000\nItem,2024,2025\nQuay repairs,3912,4368\nDredging,811,702\n";
    let analysis =
        held("Quay repairs cost £4.4 million in 2025, the port said.", &[("accounts.csv", table.as_bytes())]);
    let evidence = of(&analysis, FactRole::Figure, "4.4");
    assert_eq!(evidence.status, EvidenceStatus::Equivalent, "{evidence:?}");
    assert_eq!(evidence.places.first().unwrap().place.cell.as_deref(), Some("C3"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_figure_that_was_changed_is_never_as_written(number in 1_000_u32..90_000, off in 1_u32..400) {
        let source = format!("The port handled {number} containers in 2025, the annual report says.");
        let draft = format!("The port handled {} containers in 2025, the annual report says.", number + off);
        let analysis = held(&draft, &[("report.txt", source.as_bytes())]);
        let facts = analysis.claims.iter().flat_map(|claim| &claim.facts).filter(|fact| fact.text.contains("containers"));
        for fact in facts {
            prop_assert_ne!(fact.evidence.as_ref().map(|evidence| evidence.status), Some(EvidenceStatus::AsWritten));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_with_advice_under_any_name(bytes in proptest::collection::vec(any::<u8>(), 0..300), ending in "(pdf|csv|txt|md|srt|vtt|eml|docx|xlsx|ods|html|zip|json|rtf|png|xyz)") {
        let name = format!("file.{ending}");
        let read = backing(&[(&name, &bytes)]);
        prop_assert!(read.files.len() + read.unread.len() >= 1);
        prop_assert!(read.unread.iter().all(|file| !file.advice.is_empty()));
    }

    #[test]
    fn any_text_is_read_under_any_name(text in "([A-Za-z0-9:;,.\\[\\]<>#|\\-–“” \n]{0,200})", ending in "(csv|txt|md|srt|vtt|eml|html)") {
        let name = format!("file.{ending}");
        let read = backing(&[(&name, text.as_bytes())]);
        let options = Options::default();
        Index::of(&read, &options, None);
    }
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let one: (&str, &[u8]) = ("a.txt", b"The quay cost $4.37 million.");
    let other: (&str, &[u8]) = ("b.txt", b"In the end the quay cost $4.37 million.");
    let draft = "The quay cost $4.37 million, the port said.";
    assert_eq!(held(draft, &[one, other]), held(draft, &[other, one]));
}

#[test]
fn a_search_finds_a_figure_however_it_is_written() {
    let files: &[(&str, &[u8])] = &[
        ("report.txt", b"The quay cost 146.2 million crowns.\n\nThe shed cost far less.\n"),
        ("costs.csv", b"item,crowns\nquay,146200000\nshed,31000\n"),
    ];
    let backing = backing(files);
    let index = Index::of(&backing, &Options::default(), None);
    let found = |words: &str| index.search(words, 5).iter().map(|hit| hit.text.clone()).collect::<Vec<_>>();
    assert_eq!(found("146 million"), ["146200000", "The quay cost 146.2 million crowns."]);
    assert_eq!(found("shed"), ["shed", "The shed cost far less.", "31000"]);
    assert!(found("147 million").is_empty());
}
