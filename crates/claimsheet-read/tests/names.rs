//! The index of names.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimsheet::claim::NameEntry;
use claimsheet::internals::AnnotatedText;

use claimsheet::claim::Verify;
use claimsheet::internals::names::index;
use claimsheet::options::Options;
use claimsheet::signal::NameKind;
use claimsheet_read::{ReadOptions, read};

/// Name, count and variants of each entry.
fn listed(article: &str) -> Vec<String> {
    let document = read(article.as_bytes(), &ReadOptions::default()).unwrap();
    let options = Options::default();
    let text = AnnotatedText::of(&document, &options);
    let show = |entry: &NameEntry| format!("{} {} {}", entry.name, entry.count, entry.variants.join("/"));
    index(&document, &text).iter().map(show).collect()
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
    let names = listed("They wrote to Safe Berths for Small Boats (SBSB) again. Then SBSB left.");
    assert_eq!(names, ["Safe Berths for Small Boats 3 SBSB"]);
}

#[test]
fn an_acronym_is_joined_to_the_only_name_before_it_that_has_its_initials() {
    assert_eq!(listed("They met the Port Review Board. Then the PRB left."), ["Port Review Board 2 PRB"]);
    assert_eq!(listed("It was in the Harbour Times. The HT said so."), ["Harbour Times 2 HT"]);
    assert_eq!(listed("They met the Port Review Board and the Pier Relief Board. Then the PRB left.").len(), 3);
    assert_eq!(listed("They met Paul Roald Bang. Then the PRB left.").len(), 2);
}

#[test]
fn a_surname_is_joined_to_the_full_name_behind_it() {
    let names = listed("The mayor met Adeyemi in May. Ruth Adeyemi was late. Adeyemi left.");
    assert_eq!(names, ["Ruth Adeyemi 3 Adeyemi"]);
}

#[test]
fn the_words_of_a_headline_are_no_names() {
    let article = "# Lund Hires Painters As Harbour Bells Crack\n\nTom Orr met Ruth Lund yesterday.";
    assert_eq!(listed(article), ["Ruth Lund 2 Lund", "Tom Orr 1 "]);
    let article = "# Weary Orr Lets Merrow Mend Its Sluices\n\nTom Orr met people of Merrow yesterday.";
    assert_eq!(listed(article), ["Tom Orr 2 Orr", "Merrow 2 "]);
    let article = "# Harbour Review Board Hires Painters\n\nThe Harbour Review Board met yesterday.";
    assert_eq!(listed(article), ["Harbour Review Board 2 "]);
}

#[test]
fn what_is_made_of_common_words_is_no_person() {
    let text = "They saw the play The Quiet Harbour in May. Later The Quiet Harbour was sold to Ruth Harbour.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &AnnotatedText::of(&document, &Options::default()));
    let persons = names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.name.as_str());
    assert_eq!(persons.collect::<Vec<_>>(), ["Ruth Harbour"], "{names:?}");
}

#[test]
fn titles_that_the_draft_gives_stand_with_the_name() {
    let text = "Yesterday Ruth Adeyemi, the mayor of Port Ansel, resigned.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &AnnotatedText::of(&document, &Options::default()));
    assert_eq!(names.first().unwrap().titles, ["the mayor of Port Ansel"]);
}

#[test]
fn a_title_within_a_name_is_to_be_verified_too() {
    let text = "Yesterday Mayor Ruth Adeyemi resigned. Later Tunde Adeyemi spoke.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &AnnotatedText::of(&document, &Options::default()));
    let asks = |at: usize| names.get(at).unwrap().verify.to_string().contains(Verify::Role.wording());
    assert!(asks(0) && !asks(1), "{names:?}");
}

#[test]
fn a_title_that_the_house_adds_is_a_title_in_the_index() {
    let text = "They met Dockreeve Ruth Lund. Later Ruth Lund left, and Lund came back.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let mut options = Options::default();
    options.add_word("person-title", "dockreeve").unwrap();
    let names = index(&document, &AnnotatedText::of(&document, &options));
    let shown: Vec<_> = names.iter().map(|name| (&*name.name, name.count, name.kind)).collect();
    assert_eq!(shown, [("Dockreeve Ruth Lund", 3, NameKind::Person)]);
    assert!(names.iter().all(|name| name.verify.to_string().contains(Verify::Role.wording())), "{names:?}");
}

#[test]
fn a_short_title_with_a_word_before_it_makes_no_other_person() {
    assert_eq!(listed("The GOP asked Rep. Paul Orr. GOP Rep. Paul Orr left. Paul Orr came back.").len(), 2);
    let names = listed("They met Port Ranger Supervisor Paul Orr. Later Orr left.");
    assert_eq!(names, ["Port Ranger Supervisor Paul Orr 2 Orr"]);
}

#[test]
fn the_particles_of_a_surname_may_be_left_out() {
    let names = listed("It was told by Luis de Merrow. Then De Merrow left. Later Merrow and de Merrow came.");
    assert_eq!(names, ["Luis de Merrow 4 De Merrow/Merrow/de Merrow"]);
}

#[test]
fn a_given_name_alone_is_the_one_person_who_has_it() {
    let names = listed("It was sold by J.C. Merrow. On the pier J.C. told of it.");
    assert_eq!(names, ["J.C. Merrow 2 J.C."]);
    assert_eq!(listed("They saw Ruth Lund and Ruth Orr. Then Ruth left.").len(), 3);
}

#[test]
fn a_firm_with_and_without_its_possessive_is_one() {
    assert_eq!(listed("It is said that Okoye's was closed. They like Okoye's ships.").len(), 1);
}

#[test]
fn who_is_described_as_a_person_is_one_though_a_noun_of_places_is_in_the_name() {
    let text = "They asked Asmund Hall, an engineer, about it. Later Hall left.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &AnnotatedText::of(&document, &Options::default()));
    assert_eq!(names.len(), 1);
    assert_eq!(names.first().unwrap().kind, NameKind::Person);
}

#[test]
fn a_ship_or_a_team_told_of_by_its_last_word_is_no_person() {
    let text = "They saw the Black Pilots win. Then the Pilots left. They like Ansel Orr, and Orr knows it.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &AnnotatedText::of(&document, &Options::default()));
    let kinds: Vec<NameKind> = names.iter().map(|name| name.kind).collect();
    assert_eq!(kinds, [NameKind::Organisation, NameKind::Person]);
}

#[test]
fn a_flight_told_of_by_its_number_is_no_person() {
    let text = "They lost Okoye QM8501 at sea. Nobody saw QM8501 fall.";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names = index(&document, &AnnotatedText::of(&document, &Options::default()));
    assert!(names.len() == 1 && names.iter().all(|name| name.kind == NameKind::Other), "{names:?}");
}

#[test]
fn who_edited_the_article_is_no_name_in_it() {
    let document =
        read(b"Ruth Lund saw the pier.\n\n(Reporting by Tom Dahl; Editing by Mara Okoye)", &ReadOptions::default())
            .unwrap();
    let options = Options::default();
    let text = AnnotatedText::of(&document, &options);
    let names: Vec<String> = index(&document, &text).into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["Ruth Lund"]);
}
