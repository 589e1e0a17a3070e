#![allow(clippy::unwrap_used)]

use super::*;
use crate::read::{ReadOptions, read};
use crate::rules::Rules;

/// Name, count and variants of each entry.
fn listed(text: &str) -> Vec<String> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let reading = Reading::of(&document, &Rules::default());
    let show = |entry: &NameEntry| format!("{} {} {}", entry.name, entry.count, entry.variants.join("/"));
    index(&document, &reading).iter().map(show).collect()
}

#[test]
fn a_surname_is_joined_to_the_full_name_before_it() {
    let names = listed("The vote was led by Ruth Adeyemi. Later Adeyemi left. They thanked Mayor Adeyemi.");
    assert_eq!(names, ["Ruth Adeyemi 3 Adeyemi/Mayor Adeyemi"]);
}

#[test]
fn an_acronym_in_brackets_is_joined_to_what_it_stands_for() {
    let names = listed("It was the Port Review Board (PRB) that met. Then the PRB left.");
    assert_eq!(names, ["Port Review Board 3 PRB"]);
}

#[test]
fn titles_that_the_draft_gives_stand_with_the_name() {
    let text = "Yesterday Ruth Adeyemi, the mayor of Port Ansel, resigned.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &Reading::of(&document, &Rules::default()));
    assert_eq!(names.first().unwrap().titles, ["the mayor of Port Ansel"]);
}

#[test]
fn a_title_within_a_name_is_to_be_verified_too() {
    let text = "Yesterday Mayor Ruth Adeyemi resigned. Later Tunde Adeyemi spoke.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &Reading::of(&document, &Rules::default()));
    let asks = |at: usize| names.get(at).unwrap().verify.contains(wording("role"));
    assert!(asks(0) && !asks(1), "{names:?}");
}

#[test]
fn a_short_title_with_a_word_before_it_makes_no_other_person() {
    assert_eq!(listed("GOP Rep. Paul Orr left. Paul Orr came back.").len(), 1);
}
