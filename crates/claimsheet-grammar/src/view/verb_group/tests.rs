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
        ("The company sells bread in Poland .", "sells", Tense::Present),
        ("The company sold the factory in 2018 .", "sold", Tense::Past),
        ("The company is selling the factory .", "selling", Tense::Present),
        ("The company was selling the factory .", "selling", Tense::Past),
        ("The company has sold the factory .", "sold", Tense::PresentPerfect),
        ("The company had sold the factory .", "sold", Tense::PastPerfect),
        ("The company will sell the factory .", "sell", Tense::Future),
        ("The company won't sell the factory .", "sell", Tense::Future),
        ("The company will have sold the factory by May .", "sold", Tense::FuturePerfect),
        ("The company did not sell the factory .", "sell", Tense::Past),
        ("They've agreed to the deal .", "agreed", Tense::PresentPerfect),
        ("They'll agree to the deal .", "agree", Tense::Future),
        ("The company wants to sell the factory .", "sell", Tense::None),
    ] {
        assert_eq!(group(text, verb).tense, tense, "{text}");
    }
}

#[test]
fn moods_are_told_from_the_auxiliaries() {
    for (text, verb, mood) in [
        ("The company sells bread in Poland .", "sells", Mood::Indicative),
        ("The company would sell the factory .", "sell", Mood::Conditional),
        ("The company could sell the factory .", "sell", Mood::Modal),
        ("The company must not sell the factory .", "sell", Mood::Modal),
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
    let group = group("The council has approved the plan and rejected the appeal .", "rejected");
    assert_eq!(group.tense, Tense::PresentPerfect);
}

#[test]
fn a_noun_has_no_group() {
    let read = read("The bakery sells bread .");
    assert_eq!(of(&read.tree(), read.at("bread")), None);
}
