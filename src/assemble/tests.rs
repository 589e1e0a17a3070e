#![allow(clippy::unwrap_used)]

use crate::claim::{Claim, ClaimKind, FactRole};
use crate::read::{ReadOptions, read};
use crate::rules::Rules;

fn claims(text: &str) -> Vec<Claim> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    crate::analyse(&document, &Rules::default()).claims
}

/// The acts among the facts of the first claim.
fn acts(text: &str) -> Vec<String> {
    let facts = claims(text).into_iter().next().unwrap().facts.into_iter();
    facts.filter(|fact| fact.role == FactRole::Action).map(|fact| fact.text).collect()
}

#[test]
fn a_plural_that_names_a_trade_is_no_act() {
    assert_eq!(acts("The Okoye company, with 45 financial partners, acquired a yard in 2019."), ["acquired"]);
    let quoted = acts("Mara Okoye, the chairwoman of Okoye Marine, said “we look forward to more markets abroad.”");
    assert!(quoted.is_empty(), "{quoted:?}");
}

#[test]
fn an_act_in_somebodys_speech_is_checked_as_these_words() {
    let text = "“We signed the treaty and banned the largest nets of all,” Mara Okoye told the council.";
    assert!(acts(text).is_empty(), "{:?}", acts(text));
    let claim = claims(text).into_iter().next().unwrap();
    assert!(!claim.tags.iter().any(|tag| matches!(tag, ClaimKind::Government | ClaimKind::Superlative)));
    assert!(claim.reasons.iter().all(|reason| reason.text != "an act on record" && reason.text != "a superlative"));
    let borrowed = acts("The council banned “the largest nets” of all.");
    assert_eq!(borrowed, ["banned"]);
}

#[test]
fn wrongdoing_that_somebody_tells_of_is_an_act_all_the_same() {
    assert_eq!(acts("“I know well that Tom Lund embezzled the fund,” Mara Okoye said."), ["embezzled"]);
}

#[test]
fn who_owns_what_is_asked_whoever_says_it() {
    let text = "The statement says: “In May Okoye Marine became the majority shareholder of the Ansel yard.”";
    assert_eq!(acts(text), ["majority shareholder"]);
}

#[test]
fn a_word_of_a_name_is_no_act() {
    assert!(acts("“It is a market of $2 billion,” said Olu Orr of Ansel Research.").is_empty());
}

#[test]
fn a_quotation_that_goes_on_has_the_source_of_its_beginning() {
    let text = "“The lock is 90 years old,” Mara Okoye said. “It has leaked since the flood of 1953.”";
    let claims = claims(text);
    let sources: Vec<&str> =
        claims.iter().filter_map(|claim| Some(claim.claimed_source.as_ref()?.text.as_str())).collect();
    assert_eq!(sources, ["Mara Okoye", "Mara Okoye"]);
}

#[test]
fn exact_words_are_a_named_partys_only_where_the_speaker_is_named() {
    let told = |text: &str| {
        let claim = claims(text).into_iter().next().unwrap();
        claim.reasons.iter().any(|reason| reason.text == "a named party's exact words")
    };
    assert!(told("“The lock of Ansel leaks every year,” Mara Okoye said."));
    assert!(told("“The lock of Ansel leaks every year,” his aide, Ida Brandt, said."));
    assert!(!told("“The lock leaks every year,” she said of Mara Okoye."));
}

#[test]
fn a_paragraph_of_quoted_words_that_stand_in_the_text_is_no_claim_of_its_own() {
    let text = "“We have never paid for a brick of it,” Mara Okoye said.\n\n“We have never paid for a brick of it.”\n\nThe lock is old.";
    let claims = claims(text);
    let found: Vec<&[u32]> =
        claims.iter().filter(|claim| claim.text.contains("brick")).map(|claim| &*claim.also).collect();
    assert_eq!(found, [&[3][..]]);
}
