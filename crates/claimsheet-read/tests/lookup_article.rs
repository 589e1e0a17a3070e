//! Where an article as a whole sends its checker.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimsheet::options::Options;
use claimsheet_read::{ReadOptions, read};

/// The labels of the places for each claim of `text`.
fn all_places(text: &str) -> Vec<Vec<String>> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let claims = claimsheet::analyse(&document, &Options::default()).claims;
    claims.iter().map(|claim| claim.prompts.iter().map(|prompt| prompt.label.clone()).collect()).collect()
}

/// How many claims of `text` are looked up in a place that begins so, and how many there are.
fn looked_up_in(place: &str, text: &str) -> (usize, usize) {
    let all = all_places(text);
    (all.iter().filter(|places| places.iter().any(|label| label.starts_with(place))).count(), all.len())
}

#[test]
fn the_record_of_an_article_has_its_figures_between() {
    let text = "# Lund's plan for taxes\n\nThe income tax would rise by 4 percent for the rich, a Treasury table says. The corporate tax would fall to 20 percent in 2017.\n\nBeekeepers with 80 hives would pay 3 percent again.\n\nThe new capital gains tax would raise $40 billion for the federal budget in 2018.";
    let all = all_places(text);
    let last = all.len() - 2;
    let between = all.get(last).unwrap();
    assert!(
        !between.is_empty()
            && between.iter().all(|label| all.iter().flatten().filter(|other| *other == label).count() > 1),
        "{all:?}"
    );
    let elsewhere = text.replace("# Lund's plan for taxes", "# Lund's plan");
    assert!(all_places(&elsewhere).get(last).unwrap().is_empty(), "{:?}", all_places(&elsewhere));
}

const MATCH: &str = "# Merrow name unchanged side for Port Ansel\n\n\
    Merrow have kept the rugby team that beat Tessaly 27-13 for Saturday's game.\n\n\
    The visitors have not won in the harbour since 1983.\n\n\
    Defeat in Orlow ended their hopes of a first Grand Slam in 36 years.\n\n\
    Flanker Tom Daly wins his 62nd cap.\n\n\
    The Six Nations match kicks off at 1530 GMT.\n";

#[test]
fn the_record_of_a_match_has_all_that_an_article_about_it_tells() {
    assert_eq!(looked_up_in("Rugby results and records", MATCH), (5, 5));
}

#[test]
fn the_returns_of_an_election_have_what_an_article_about_it_tells() {
    let text = "# Turnout slumps as Lund sweeps Nevada\n\n\
        Senator Ruth Lund crushed Governor Tom Orr by two to one in Saturday's Nevada caucuses.\n\n\
        Just 84,000 people took part, 30 percent fewer than in 2008.\n\n\
        The state has backed the winner in all but two elections since 1912.\n";
    assert_eq!(looked_up_in("State election results", text), (4, 4));
}

#[test]
fn what_a_series_of_figures_knows_is_no_place_for_what_else_an_article_tells() {
    let text = "# Emissions fall in Ohio\n\n\
        Carbon emissions fell by 4 percent in Ohio in 2012.\n\n\
        Emissions of power plants fell by 9 percent.\n\n\
        Lund met the governor at a farm near Dayton in June.\n\n\
        Greenhouse emissions had risen by 2 percent in 2011.\n";
    let places = all_places(text);
    let of_meeting = places.get(places.len() - 2).unwrap();
    assert!(!of_meeting.iter().any(|place| place.contains("emissions")), "{places:?}");
}

#[test]
fn an_article_about_a_study_rests_on_its_paper() {
    let text = "# Fish oil fails to help memory, trial finds\n\n\
        Fish oil does nothing for memory, according to a trial published on Monday in the Journal of Ageing.\n\n\
        The researchers gave 1,200 volunteers capsules or a placebo for two years in the study.\n\n\
        A quarter also had brain scans.\n\n\
        The trial was paid for by Norvita, the researchers say.\n";
    let places = all_places(text);
    let of_scans = places.get(places.len() - 2).unwrap();
    assert_eq!(of_scans, &["The paper itself, in Journal of Ageing: study, supplement and authors"], "{places:?}");
}

#[test]
fn a_country_may_be_told_by_its_letters_in_capitals() {
    let fined =
        |country: &str| format!("The {country} drug maker Kelbrand was fined $22m for bribing a Peruvian official.");
    let news = "Justice Department news: settlements and pleas";
    assert_eq!(looked_up_in(news, &fined("US")), (1, 1));
    assert_eq!(looked_up_in(news, &fined("Norwegian")), (0, 1));
    let small = "They told us that the Norwegian drug maker Kelbrand was fined 22m krone for bribing an official.";
    assert_eq!(looked_up_in(news, small), (0, 1));
}

#[test]
fn where_no_country_has_its_own_records_the_united_nations_may() {
    let text = "About 2,400 migrants have drowned off Libya this year.";
    assert_eq!(looked_up_in("Missing Migrants", text), (1, 1));
    assert_eq!(looked_up_in("Missing Migrants", &text.replace("Libya", "Florida")), (0, 1));
}

#[test]
fn an_exit_poll_is_no_poll_of_the_days_before() {
    let of = |poll: &str| all_places(&format!("{poll} showed that Lund won 61 percent of voters under 30 in Ohio."));
    assert!(of("Exit polls").concat().iter().any(|place| place.starts_with("Exit polls")));
    assert!(!of("Polls").concat().iter().any(|place| place.starts_with("Exit polls")));
}

#[test]
fn a_word_for_one_calls_what_it_calls_for_many() {
    let fined = |what: &str| {
        looked_up_in("Justice Department news: settl", &format!("The US firm Kelbrand paid {what} of $9m in 2007."))
    };
    assert_eq!((fined("a kickback"), fined("kickbacks")), ((1, 1), (1, 1)));
}

#[test]
fn who_holds_an_event_is_asked_of_it_by_its_name_and_as_the_text_goes_on() {
    let text = "# Thousands see light festival\n\n\
        The Merrow Light Festival drew 45,000 people on its first night.\n\n\
        The festival began in 1998 with six lamps in the harbour.\n";
    assert_eq!(looked_up_in("Merrow Light Festival: press office", text), (2, 2));
}

#[test]
fn what_a_share_of_those_asked_said_is_asked_of_the_poll_and_not_of_whom_they_spoke_of() {
    let text = "# Lund leads before debate\n\n\
        Lund leads by 4 points, according to an Alder University poll of 900 voters.\n\n\
        Some 61 percent of the voters believe that Orr is \u{201c}worn out\u{201d}.\n\n\
        About seven in 10 of them say that they will watch it.\n\n\
        Two-thirds of pilots said they had been hurt at work, a survey by Alder found.\n";
    let places = all_places(text);
    let is_poll = |places: &Vec<String>| matches!(places.as_slice(), [only] if only.starts_with("The poll itself"));
    assert!(places.iter().rev().take(3).all(is_poll), "{places:?}");
}

#[test]
fn sport_is_what_the_article_is_about() {
    let (rugby, all) = looked_up_in("Rugby results and records", MATCH);
    assert_eq!((rugby, looked_up_in("Match records", MATCH).0), (all, 0));
}

#[test]
fn nobody_recorded_what_somebody_only_seeks() {
    let text = "Coach Ruth Lund seeks a first victory over Tessaly on Saturday.";
    assert_eq!(looked_up_in("Recording", text), (0, 1));
    assert_eq!(looked_up_in("Recording", "Coach Ruth Lund said on Saturday that she seeks 9 victories."), (1, 1));
}

#[test]
fn the_record_of_another_country_is_none_that_an_article_rests_on() {
    let text = "# Bank fined over loans\n\n\
        The UK bank Merrow was fined \u{a3}9m in 2011.\n\n\
        British regulators fined it \u{a3}4m in 2012, after 40 complaints.\n\n\
        The board met on 4 May 2012 in London.\n";
    assert_eq!(looked_up_in("Justice Department", text).0, 0);
}
