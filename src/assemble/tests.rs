#![allow(clippy::unwrap_used)]

use crate::claim::FactRole;
use crate::read::{ReadOptions, read};
use crate::rules::Rules;

/// The acts among the facts of the first claim.
fn acts(text: &str) -> Vec<String> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let claims = crate::analyse(&document, &Rules::default()).claims;
    let facts = claims.into_iter().next().unwrap().facts.into_iter();
    facts.filter(|fact| fact.role == FactRole::Action).map(|fact| fact.text).collect()
}

#[test]
fn a_plural_that_names_a_trade_is_no_act() {
    assert_eq!(acts("The Okoye company, with 45 financial partners, acquired a yard in 2019."), ["acquired"]);
    let quoted = acts("Mara Okoye, the chairwoman of Okoye Marine, said “we look forward to more markets abroad.”");
    assert!(quoted.is_empty(), "{quoted:?}");
}
