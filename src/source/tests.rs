#![allow(clippy::unwrap_used)]

use super::*;
use crate::read::{ReadOptions, read};

fn claims(text: &str, rules: &Rules) -> Vec<Claim> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    crate::analyse(&document, rules).claims
}

#[test]
fn a_claim_without_source_sends_the_checker_to_the_author_first() {
    let claims = claims("The lock cost $4 million.", &Rules::default());
    let first = claims.first().unwrap().prompts.first().unwrap();
    assert_eq!(first.label, "Ask the author");
}

#[test]
fn a_link_in_the_sentence_is_opened_first() {
    let claims = claims("The lock cost [$4 million](https://example.org/lock) in all.", &Rules::default());
    let first = claims.first().unwrap().prompts.first().unwrap();
    assert_eq!(first.url.as_deref(), Some("https://example.org/lock"));
}

#[test]
fn a_query_holds_names_and_figures_and_is_encoded() {
    let claims =
        claims("In May, Okoye Marine Holdings paid a fine of $4 million to the port of Oslo.", &Rules::default());
    let url = claims.first().unwrap().prompts.iter().find_map(|prompt| prompt.url.clone()).unwrap();
    assert!(url.contains("Okoye%20Marine%20Holdings"), "{url}");
    assert!(!url.contains(' '));
}

#[test]
fn without_links_only_names_and_steps_are_left() {
    let rules = Rules { no_links: true, ..Rules::default() };
    let claims = claims("In May, Okoye Marine Holdings paid a fine of $4 million.", &rules);
    assert!(claims.iter().flat_map(|claim| &claim.prompts).all(|prompt| prompt.url.is_none()));
}
