//! Forms of a name: without title, surname alone, acronym.

use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::signal::NameKind;

/// A name without the titles in front of it: `Sen. Ann Ruiz` is `Ann Ruiz`.
pub(crate) fn without_title(name: &str) -> &str {
    let lexicon = Lexicon::default();
    let short = behind_short_title(name, &lexicon);
    let mut rest = if short.len() == name.len() { behind_office(name, &lexicon) } else { short };
    while let Some((first, tail)) = rest.split_once(' ') {
        let titled = lexicon.word(first.trim_end_matches('.')).has(Class::PersonTitle) && !tail.starts_with("of ");
        if !titled {
            break;
        }
        rest = tail;
    }
    rest
}

/// What stands behind a title that is written short, with a word or two before it: `Paul Orr` of
/// `GOP Rep. Paul Orr`.
fn behind_short_title<'a>(name: &'a str, lexicon: &Lexicon) -> &'a str {
    let mut rest = name;
    for _ in 0..3 {
        let Some((first, tail)) = rest.split_once(' ') else { break };
        if first.strip_suffix('.').is_some_and(|title| lexicon.word(title).has(Class::PersonTitle)) {
            return tail;
        }
        rest = tail;
    }
    name
}

/// `Ann Lund` of `Port Ranger Supervisor Ann Lund`: the two or three words behind an office with words before it,
/// of which the first is a given name.
fn behind_office<'a>(name: &'a str, lexicon: &Lexicon) -> &'a str {
    const OFFICES: Classes = Classes::of(Class::PersonTitle).with(Classes::of(Class::RoleNoun));
    let mut rest = name;
    while let Some((word, tail)) = rest.split_once(' ') {
        let given = tail.split(' ').next().unwrap_or("");
        let is_person = tail.contains(' ') && lexicon.word(given).has(Class::FirstName);
        if rest.len() < name.len() && is_person && lexicon.word(word).any(OFFICES) {
            return tail;
        }
        rest = tail;
    }
    name
}

/// The form under which a name is looked for: in small letters, without a possessive that is part of it.
pub(super) fn key(name: &str) -> String {
    name.trim_end_matches("'s").trim_end_matches("’s").to_lowercase()
}

/// Small words with which a surname may begin.
const PARTICLES: &[&str] = &["de", "da", "di", "del", "della", "van", "von", "bin", "ibn", "al", "el", "der", "den"];

/// The surname of `van Aalst`, `al-Okoye`, `De la Cour` without what it begins with.
pub(super) fn without_particles(key: &str) -> &str {
    let mut rest = key;
    while let Some((first, tail)) = rest.split_once([' ', '-']) {
        if !PARTICLES.contains(&first) {
            break;
        }
        rest = tail;
    }
    rest
}

/// Whether the words of a title tell of a person, and of no body or work.
pub(super) fn is_of_person(title: &str) -> bool {
    let lexicon = Lexicon::default();
    let things = Classes::of(Class::OrgNoun).with(Classes::of(Class::DocumentNoun));
    let ends = ["of", "for", "at", "from", "in", "with", "to", "and"];
    let head = title.split([' ', ',']).take_while(|word| !ends.contains(word)).last().unwrap_or("");
    let noun = head.rsplit('-').next().unwrap_or(head);
    let classes = lexicon.word(noun);
    let is_listed = (classes.has(Class::RoleNoun) || classes.has(Class::PersonTitle)) && !classes.any(things);
    let is_profession = ["ologist", "grapher", "onomer", "ician"].iter().any(|end| noun.ends_with(end));
    !noun.ends_with('s') && (is_listed || is_profession || head.ends_with("-year-old"))
}

/// Whether a name in two words ends in a noun of places that no place on a list is: `Hall` of `Ruth Hall`.
pub(super) fn may_be_surname(name: &str) -> bool {
    let lexicon = Lexicon::default();
    name.split_once(' ').is_some_and(|(first, last)| {
        !last.contains(' ') && may_be_given(first) && lexicon.word(last).has(Class::PlaceNoun)
    })
}

/// Whether a word may be a given name: no place, people, direction or adjective that lists know.
pub(super) fn may_be_given(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "black", "white",
        "red", "green", "blue", "golden", "grand", "united", "super", "royal", "national",
    ];
    let others = Classes::of(Class::Group)
        .with(Classes::of(Class::Place))
        .with(Classes::of(Class::PlaceNoun))
        .with(Classes::of(Class::OrgNoun))
        .with(Classes::of(Class::CommonWord))
        .with(Classes::of(Class::OpinionWord));
    let classes = Lexicon::default().word(word);
    let lower = word.to_lowercase();
    classes.has(Class::FirstName)
        || !classes.any(others) && !OTHERS.contains(&lower.as_str()) && !lower.ends_with("ing")
}

/// Whether a speaker's label is a person's name in two words or more, and no part as "Speaker 1".
pub(super) fn is_full(label: &str) -> bool {
    let bare = without_title(label);
    bare.contains(' ') && bare.chars().all(|letter| letter.is_alphabetic() || " .-'’".contains(letter))
}

/// Whether all letters are capitals, as in a speaker's label.
pub(super) fn is_shouted(name: &str) -> bool {
    name.contains(' ') && !name.contains(char::is_lowercase)
}

/// The word by which a person is mentioned again.
pub(super) fn surname(name: &str, kind: NameKind) -> Option<&str> {
    let is_person = matches!(kind, NameKind::Person | NameKind::Other);
    let (_, last) = name.trim_end_matches([',', '.']).rsplit_once(' ')?;
    let is_part = |word: &str| word.starts_with(char::is_uppercase) || word.len() <= 3;
    let plain =
        name.split(' ').all(|word| is_part(word.trim_start_matches(['"', '“', '\'', '‘'])) || word.starts_with("al-"));
    let last = last.strip_prefix("al-").unwrap_or(last);
    (is_person && plain && last.len() > 2 && last.starts_with(char::is_uppercase)).then_some(last)
}

/// Whether `acronym` is made of the initials of `name`; small words may be left out.
pub(super) fn stands_for(acronym: &str, name: &str) -> bool {
    let letters: String = acronym.chars().filter(|letter| letter.is_alphabetic()).collect();
    let initials = |all: bool| -> String {
        name.split([' ', '-'])
            .filter_map(|word| word.chars().next())
            .filter(|initial| all || initial.is_uppercase())
            .flat_map(char::to_uppercase)
            .collect()
    };
    let letters = letters.to_uppercase();
    letters.len() > 1 && (initials(false) == letters || initials(true) == letters)
}
