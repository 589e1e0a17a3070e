//! Groups of sentences of our own.

use super::*;
use crate::view::testing::read;

fn group(text: &'static str, verb: &str) -> VerbGroup {
    let read = read(text);
    of(&read.tree(), read.at(verb)).unwrap_or_else(|| panic!("no group in {text}"))
}

#[test]
fn tenses_are_told_from_the_auxiliaries() {
    for (text, verb, tense) in [
        ("The bakery sells bread .", "sells", Tense::Present),
        ("The bakery sold bread .", "sold", Tense::Past),
        ("The bakery is selling bread .", "selling", Tense::Present),
        ("The bakery was selling bread .", "selling", Tense::Past),
        ("The bakery has sold the shop .", "sold", Tense::PresentPerfect),
        ("The bakery had sold the shop .", "sold", Tense::PastPerfect),
        ("The bakery will sell the shop .", "sell", Tense::Future),
        ("The bakery won't sell the shop .", "sell", Tense::Future),
        ("The bakery will have sold the shop by May .", "sold", Tense::FuturePerfect),
        ("The bakery did not sell the shop .", "sell", Tense::Past),
        ("They've agreed to the deal .", "agreed", Tense::PresentPerfect),
        ("They'll agree to the deal .", "agree", Tense::Future),
        ("The bakery wants to sell the shop .", "sell", Tense::None),
    ] {
        assert_eq!(group(text, verb).tense, tense, "{text}");
    }
}

#[test]
fn moods_are_told_from_the_auxiliaries() {
    for (text, verb, mood) in [
        ("The bakery sells bread .", "sells", Mood::Indicative),
        ("The bakery would sell the shop .", "sell", Mood::Conditional),
        ("The bakery could sell the shop .", "sell", Mood::Modal),
        ("The bakery must not sell the shop .", "sell", Mood::Modal),
    ] {
        assert_eq!(group(text, verb).mood, mood, "{text}");
    }
}

#[test]
fn denials_are_seen_in_contractions_and_words() {
    for (text, verb, is_negated) in [
        ("The council didn’t approve the plan .", "approve", true),
        ("The council did not approve the plan .", "approve", true),
        ("The council never approved the plan .", "approved", true),
        ("The council cannot approve the plan .", "approve", true),
        ("The council isn't a court .", "isn't", true),
        ("The council approved the plan .", "approved", false),
    ] {
        assert_eq!(group(text, verb).is_negated, is_negated, "{text}");
    }
}

#[test]
fn passives_are_told_from_actives() {
    assert!(group("The plan was approved by the council .", "approved").is_passive);
    assert!(group("The plan will be approved in June .", "approved").is_passive);
    assert!(!group("The council has approved the plan .", "approved").is_passive);
}

#[test]
fn a_coordinated_verb_shares_the_auxiliary() {
    let group = group("The firm has sold the plant and moved the machines .", "moved");
    assert_eq!(group.tense, Tense::PresentPerfect);
}

#[test]
fn a_noun_has_no_group() {
    let read = read("The bakery sells bread .");
    assert_eq!(of(&read.tree(), read.at("bread")), None);
}
