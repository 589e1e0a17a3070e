//! Forms of a name: without title, surname alone, acronym.

use crate::lexicon::{Class, Lexicon};
use crate::signal::NameKind;

/// A name without the titles in front of it: `Sen. Ann Ruiz` is `Ann Ruiz`.
pub(crate) fn without_title(name: &str) -> &str {
    let lexicon = Lexicon::default();
    let mut rest = behind_short_title(name, &lexicon);
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
    let plain = name.split(' ').all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3);
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
