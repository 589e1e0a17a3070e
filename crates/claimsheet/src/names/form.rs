//! Forms of a name: without title, surname alone, acronym.

use crate::english::capitals::is_all_caps;
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::names::{AFTER_TITLE, FORMS_OF_FIRMS, NO_GIVEN_NAME, PARTICLES};
use crate::english::token::{TokenKind, Tokens};
use crate::signal::NameKind;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// What a person is called before the name.
const OFFICES: Classes = Classes::of(Class::PersonTitle).with(Classes::of(Class::RoleNoun));

/// How many words a short title may be behind: `Rep.` of `GOP Rep. Paul Orr`.
const BEFORE_SHORT_TITLE: usize = 3;

/// Longest word that a name may hold in small letters, in bytes.
const SMALL: usize = 3;

/// Ends of words for people of a profession.
const PROFESSIONS: [&str; 4] = ["ologist", "grapher", "onomer", "ician"];

/// A speaker's label, with tokens of its own: labels are no prose.
pub(super) struct Label {
    document: Document,
    tokens: Tokens,
}

impl Label {
    pub(super) fn of(label: &str, lexicon: &Lexicon) -> Self {
        let document = Document::from_text(label);
        let mut tokens = Tokens::default();
        tokens.read(&document.prose, Span::at(0, document.prose.len()), lexicon);
        Self { document, tokens }
    }

    pub(super) fn name(&self) -> Passage<'_> {
        Passage { document: &self.document, tokens: &self.tokens.tokens }
    }
}

/// A name without the titles in front of it: `Sen. Ann Ruiz` is `Ann Ruiz`.
pub(crate) fn without_title(name: Passage<'_>) -> Passage<'_> {
    let mut rest = behind_short_title(name).or_else(|| behind_office(name)).unwrap_or(name);
    while let Some(tail) = behind_title(rest) {
        rest = tail;
    }
    rest
}

/// What stands behind the title that is the first word of a name: not `of Ansel` of `Earl of Ansel`.
fn behind_title(name: Passage<'_>) -> Option<Passage<'_>> {
    let first = name.spaced_words().next()?;
    let tail = name.from(first.len());
    let is_part = tail.is_empty() || tail.first_is(words!["of"]);
    (first.classes().has(Class::PersonTitle) && !is_part).then_some(tail)
}

/// What stands behind a title that is written short, with a word or two before it: `Paul Orr` of
/// `GOP Rep. Paul Orr`.
fn behind_short_title(name: Passage<'_>) -> Option<Passage<'_>> {
    tails(name).take(BEFORE_SHORT_TITLE).find_map(|(word, tail)| {
        let is_title = word.ends_in_stop() && word.classes().has(Class::PersonTitle);
        (is_title && !tail.is_empty()).then_some(tail)
    })
}

/// `Ann Lund` of `Port Ranger Supervisor Ann Lund`: the two or three words behind an office with words before it,
/// of which the first is a given name.
fn behind_office(name: Passage<'_>) -> Option<Passage<'_>> {
    tails(name).skip(1).find_map(|(word, tail)| {
        let given = tail.spaced_words().next()?;
        let is_person = tail.len() > given.len() && given.classes().has(Class::FirstName);
        (is_person && word.classes().any(OFFICES)).then_some(tail)
    })
}

/// Each word of a name with what stands behind it.
fn tails(name: Passage<'_>) -> impl Iterator<Item = (Passage<'_>, Passage<'_>)> {
    name.spaced_words().scan(0, move |at, word| {
        *at += word.len();
        Some((word, name.from(*at)))
    })
}

/// The form under which a name is looked for: in small letters, without a possessive that is part of it.
pub(super) fn key(name: Passage<'_>) -> WordId {
    let name = name.without_last(|token| token.kind == TokenKind::Possessive);
    WordId::of(&name.text().to_lowercase())
}

/// The surname of `van Aalst`, `al-Okoye` without what it begins with.
pub(super) fn without_particles(name: Passage<'_>) -> Passage<'_> {
    let mut rest = name;
    while let [particle, next, ..] = rest.tokens
        && is_listed(PARTICLES, particle.word)
    {
        rest = match next.kind {
            TokenKind::Hyphen => rest.from(2),
            _ if next.spaced => rest.from(1),
            _ => break,
        };
    }
    rest
}

/// Whether the words of a title tell of a person, and of no body or work.
pub(super) fn is_of_person(title: Passage<'_>) -> bool {
    const THINGS: Classes = Classes::of(Class::OrgNoun).with(Classes::of(Class::DocumentNoun));
    let head = title.spaced_words().take_while(|word| !word.is(AFTER_TITLE)).last();
    let Some(head) = head.map(|head| head.without_last(|token| token.kind == TokenKind::Comma)) else { return false };
    let noun = head.last(1);
    let classes = noun.classes();
    let is_profession = || PROFESSIONS.iter().any(|end| noun.text().strip_suffix(end).is_some());
    let is_aged = || head.closes_with(phrases!["year - old"]);
    !noun.ends_in_s() && (classes.any(OFFICES) && !classes.any(THINGS) || is_profession() || is_aged())
}

/// Whether a name in two words ends in a noun of places that no place on a list is: `Hall` of `Ruth Hall`.
pub(super) fn may_be_surname(name: Passage<'_>) -> bool {
    let mut words = name.spaced_words();
    match (words.next(), words.next(), words.next()) {
        (Some(first), Some(last), None) => may_be_given(first) && last.classes().has(Class::PlaceNoun),
        _ => false,
    }
}

/// Whether a word may be a given name: no place, people, direction or adjective that lists know.
pub(super) fn may_be_given(word: Passage<'_>) -> bool {
    const OTHERS: Classes = Classes::of(Class::Group)
        .with(Classes::of(Class::Place))
        .with(Classes::of(Class::PlaceNoun))
        .with(Classes::of(Class::OrgNoun))
        .with(Classes::of(Class::CommonWord))
        .with(Classes::of(Class::OpinionWord));
    let classes = word.classes();
    let is_other = || classes.any(OTHERS) || word.is(NO_GIVEN_NAME) || word.text().strip_suffix("ing").is_some();
    classes.has(Class::FirstName) || !is_other()
}

/// Whether a speaker's label is a person's name in two words or more, and no part as "Speaker 1".
pub(super) fn is_full(label: Passage<'_>) -> bool {
    let bare = without_title(label);
    let is_of_name = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '.' | '-' | '\'' | '’');
    bare.word_count() > 1 && bare.text().chars().all(is_of_name)
}

/// Whether all letters are capitals, as in a speaker's label.
pub(super) fn is_shouted(name: Passage<'_>) -> bool {
    name.word_count() > 1 && is_all_caps(name.text())
}

/// The word by which a person is mentioned again.
pub(super) fn surname(name: Passage<'_>, kind: NameKind) -> Option<Passage<'_>> {
    let is_arabic = |word: Passage<'_>| word.opens_with(phrases!["al -"]);
    let is_part = |word: Passage<'_>| {
        let opened = word.tokens.iter().take_while(|token| token.kind == TokenKind::Quote).count();
        let word = word.from(opened);
        word.begins_large() || word.text().len() <= SMALL || is_arabic(word)
    };
    let name = name.without_last(|token| token.is_kind(&[TokenKind::Comma, TokenKind::Period]));
    let last = name.spaced_words().next_back().filter(|_| name.word_count() > 1)?;
    let last = if is_arabic(last) { last.from(2) } else { last };
    let is_person = matches!(kind, NameKind::Person | NameKind::Other) && name.spaced_words().all(is_part);
    (is_person && last.text().len() > 2 && last.begins_large() && !last.ends_in_stop()).then_some(last)
}

/// Whether a word is no more than the surname of a whole name.
pub(super) fn is_surname_of(word: Passage<'_>, name: Passage<'_>) -> bool {
    let surname = surname(name, NameKind::Person);
    word.word_count() == 1 && surname.is_some_and(|surname| surname.text() == word.text())
}

/// The name of a firm without its form: `Alder` of `Alder Group`, `Alder Holdings Inc.`; none where it has none.
pub(super) fn without_form(name: Passage<'_>, kind: NameKind) -> Option<Passage<'_>> {
    if kind != NameKind::Organisation {
        return None;
    }
    let is_form = |word: Passage<'_>| word.without_last(|token| token.kind == TokenKind::Comma).is(FORMS_OF_FIRMS);
    let mut length = 0;
    let mut rest = name;
    while let Some(last) = rest.spaced_words().next_back().filter(|last| is_form(*last)) {
        rest = rest.first(rest.len() - last.len());
        length += 1;
    }
    let rest = rest.without_last(|token| token.is_kind(&[TokenKind::Comma]));
    (length > 0 && !rest.is_empty() && rest.begins_large()).then_some(rest)
}

/// The name of a body of a country without it: `Department of Ports` of `US Department of Ports`; none of a single word
/// behind it, which may be anybody's.
pub(super) fn without_country(name: Passage<'_>) -> Option<Passage<'_>> {
    let is_country = name.first_is(words!["us", "u.s.", "uk", "u.k."]) && name.begins_large();
    let rest = name.from(1);
    (is_country && rest.begins_large() && rest.word_count() > 1).then_some(rest)
}

/// Whether an acronym is made of the initials of a name; small words may be left out.
pub(super) fn stands_for(acronym: Passage<'_>, name: Passage<'_>) -> bool {
    let letters = acronym.text().chars().filter(|letter| letter.is_alphabetic());
    let letters: String = letters.flat_map(char::to_uppercase).collect();
    let words = name.tokens.chunk_by(|one, next| !next.spaced && one.kind != TokenKind::Hyphen);
    let initials: Vec<char> = words.filter_map(|word| name.document.text(word.first()?.span).chars().next()).collect();
    let in_capitals = |all: bool| -> String {
        let chosen = initials.iter().filter(|initial| all || initial.is_uppercase());
        chosen.flat_map(|initial| initial.to_uppercase()).collect()
    };
    letters.len() > 1 && (in_capitals(false) == letters || in_capitals(true) == letters)
}
