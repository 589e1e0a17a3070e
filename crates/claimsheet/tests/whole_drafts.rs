//! What is told of names, speakers, acts and places in whole drafts, written here.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use claimsheet::{Analysis, Document, FactRole, Options, analyse};

fn of(text: &str) -> Analysis {
    analyse(&Document::from_text(text), &Options::default())
}

/// The questions that are asked of acts, with the words of each.
fn asked(analysis: &Analysis) -> Vec<(String, String)> {
    let facts = analysis.claims.iter().flat_map(|claim| &claim.facts);
    let acts = facts.filter(|fact| fact.role == FactRole::Action);
    acts.map(|act| (act.text.clone(), act.verify.to_string())).collect()
}

#[test]
fn what_is_to_come_is_asked_who_expects_it_and_what_was_done_whether_it_was() {
    for (text, is_forecast) in [
        ("The bridge would cut the journey by 20 minutes.", true),
        ("Rents could rise by 12 per cent in Ansel.", true),
        ("The dam will hold 40 million litres of water.", true),
        ("By 2031 the firm will have built 300 boats.", true),
        ("Storms may have sunk 12 boats.", true),
        ("The bridge cut the journey by 20 minutes.", false),
        ("Rents have risen by 12 per cent in Ansel.", false),
        ("The dam holds 40 million litres of water.", false),
        ("Trams can carry 240 people over the bridge.", false),
    ] {
        let asked = asked(&of(text));
        let expects = asked.iter().any(|(_, question)| question.starts_with("who expects this"));
        assert_eq!(expects, is_forecast, "{text}: {asked:?}");
    }
}

#[test]
fn what_a_noun_says_that_somebody_owns_is_asked_for_its_filing() {
    for (text, holding) in [
        (
            "Thanks to a likely majority stake in the Orrin network, the bank will reach 300 shops.",
            "likely majority stake in the Orrin network",
        ),
        ("After its takeover of the old yard in 2019, the firm built 40 boats.", "takeover of the old yard in 2019"),
    ] {
        let asked = asked(&of(text));
        let of_holding =
            asked.iter().find(|(words, _)| words.ends_with(holding)).unwrap_or_else(|| panic!("{asked:?}"));
        assert!(of_holding.1.contains("by which filing"), "{asked:?}");
    }
}

#[test]
fn a_firm_is_one_name_with_its_form_and_without() {
    let names = |text: &str| of(text).names.into_iter().map(|name| (name.name, name.variants)).collect::<Vec<_>>();
    let one = [("Alder Group".to_owned(), vec!["Alder".to_owned()])];
    assert_eq!(names("Alder Group bought 40 boats in May. Alder sold 12 of them in June."), one);
    // A person of that name is another.
    let two = names("Alder Group bought 40 boats in May. The mayor, Tom Alder, sold 12 of them in June.");
    assert_eq!(two.len(), 2, "{two:?}");
}

#[test]
fn the_spelling_of_countries_and_peoples_is_not_asked_for() {
    let names =
        of("Orrin Holdings sold 40 boats to China and the United States in 2019. American buyers paid more.").names;
    let asked: Vec<&str> = names.iter().filter(|name| name.tick).map(|name| name.name.as_str()).collect();
    assert_eq!(asked, ["Orrin Holdings"], "{names:?}");
    assert!(names.iter().any(|name| name.name == "China" && !name.tick), "{names:?}");
}

#[test]
fn who_speaks_is_told_by_what_the_draft_said_before() {
    let probably = |text: &str| {
        let claims = of(text).claims;
        claims.last().and_then(|claim| claim.claimed_source.as_ref()?.probably.clone())
    };
    for (text, who) in [
        ("Alder Group bought 40 boats in May. The company said it paid £3 million.", "Alder Group"),
        ("Orrin has agreed to pay a fine of £2 million. It said 40 boats were sold in 2019.", "Orrin"),
        (
            "Alder Group announced a “strategic alliance” with the yard. The statement said 40 boats were sold in 2019.",
            "Alder Group’s",
        ),
        ("George Marlow opened a barn. The 38-year-old fiddler said it cost $4 million.", "George Marlow"),
        ("George Marlow opened a barn. The tall fiddler said his barn cost $4 million.", "George Marlow"),
        ("George Marlow opened a barn. The Norwegian said the fair would end in 2020.", "George Marlow"),
        ("George Marlow left. The former lighthouse keeper said he paid $4 million.", "George Marlow"),
        ("According to the Harbour Times, 40 boats sank. The paper said that two were sold.", "the Harbour Times"),
        (
            "According to the Harbour Times, 40 boats sank. The paper said so. It said two were sold.",
            "the Harbour Times",
        ),
        ("Alder spokesman Tom Orr left in May. “It sold 40 boats,” he said.", "Tom Orr"),
        ("Ruth Lund met the mayor. Lund was late. “It took 40 days,” she said.", "Ruth Lund"),
    ] {
        assert_eq!(probably(text).as_deref(), Some(who), "{text}");
    }
    // Nobody, rather than a guess.
    for text in [
        "George Marlow met Tom Orr. The 38-year-old fiddler said it cost $4 million.",
        "Ida Marlow opened a barn. The former lighthouse keeper said he paid $4 million.",
        "George Marlow opened a barn. The mayor said his hall cost $4 million.",
        "George Marlow opened a barn. The Dutch said the fair would end in 2020.",
        "George Marlow opened a barn. The rope company said it sold nine boats for $4 million.",
        "The quay was shut in May. The company said it paid £3 million.",
        "The quay was shut in May. The statement said 40 boats were sold in 2019.",
    ] {
        assert_eq!(probably(text), None, "{text}");
    }
}

#[test]
fn who_speaks_by_a_short_name_is_told_by_the_full_one() {
    let text = "Ruth Lund runs the Port Review Board. Lund said 40 boats were sold. The PRB said two were. Ms. Lund said three were.";
    let sources: Vec<_> = of(text).claims.into_iter().filter_map(|claim| claim.claimed_source).collect();
    let full: Vec<_> = sources.iter().map(|source| (source.name(), source.who().into_owned())).collect();
    let expected = [
        ("Ruth Lund", "Ruth Lund"),
        ("Port Review Board", "the PRB (Port Review Board)"),
        ("Ruth Lund", "Ms. Lund (Ruth Lund)"),
    ];
    assert_eq!(full, expected.map(|(name, who)| (name, who.to_owned())));
}

#[test]
fn a_draft_that_names_no_country_plays_where_its_money_is() {
    let offices = |text: &str| {
        let claims = of(text).claims;
        claims.into_iter().flat_map(|claim| claim.prompts).filter_map(|prompt| prompt.url).collect::<Vec<_>>()
    };
    let pounds =
        offices("# The levy\n\nUnemployment fell to 4 per cent in May 2025. The council spent £4 million on it.");
    assert!(pounds.iter().all(|url| !url.contains(".gov/")), "{pounds:?}");
}
