//! What a name names: what its own words say for sure, else what the grammar takes it for in its sentence, else what
//! its words hint at.

use super::{BODIES, OFFICES, place_end, title_case, title_end};
use crate::english::gazetteer;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::phrase_lists::known_names;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Token, TokenKind};
use crate::signal::NameKind;
use crate::text::phrase::Phrase;
use crate::text::word_id::WordId;
use claimsheet_grammar::{EntityType, Tag};
use std::ops::Range;

/// What the name at `tokens` names.
pub(super) fn of(sentence: &Sentence<'_>, tokens: Range<usize>) -> NameKind {
    let seen = || seen(sentence, &tokens);
    known(sentence, &tokens).or_else(seen).or_else(|| hinted(sentence, &tokens)).unwrap_or(NameKind::Other)
}

/// What the words of the name say for sure.
fn known(sentence: &Sentence<'_>, tokens: &Range<usize>) -> Option<NameKind> {
    let (first, last) = (tokens.start, tokens.end - 1);
    let is = |at: usize, class: Class| sentence.is(at, class);
    let alone = tokens.len() == 1;
    if let Some(kind) = household(sentence, tokens) {
        return Some(kind);
    }
    // "Orlow, Ohio"
    if tokens.clone().any(|at| sentence.kind(at) == Some(TokenKind::Comma)) {
        return Some(NameKind::Place);
    }
    if alone && is(last, Class::Group) {
        return Some(NameKind::Group);
    }
    if alone && is(last, Class::StateAbbreviation) && sentence.word(last).ends_with('.') {
        return Some(NameKind::Place);
    }
    if has_body_within(sentence, tokens) || sentence.is_any(tokens.end, OFFICES) {
        return Some(NameKind::Organisation);
    }
    if !is(last, Class::LawNoun)
        && let Some(kind) = title_case::kind(sentence, tokens.clone(), seen(sentence, tokens))
    {
        return Some(kind);
    }
    if is_known_place(sentence, tokens) || is_dateline(sentence, tokens) {
        return Some(NameKind::Place);
    }
    if !alone && is(first, Class::PersonTitle) && !is(last, Class::OrgNoun)
        || has_title_before(sentence, tokens)
        || has_title_within(sentence, tokens)
        || has_given_name(sentence, tokens)
        || is_described_as_person(sentence, tokens)
    {
        return Some(NameKind::Person);
    }
    if title_end(sentence, first) == Some(tokens.end) {
        return Some(NameKind::Other);
    }
    if !alone {
        return of_head(sentence, tokens);
    }
    if is(last, Class::Place) && !is(last, Class::FirstName) {
        return Some(NameKind::Place).filter(|_| seen(sentence, tokens) != Some(NameKind::Person));
    }
    is_acronym(sentence, last).then_some(NameKind::Acronym)
}

/// The kind of a name that every reader knows.
fn household(sentence: &Sentence<'_>, tokens: &Range<usize>) -> Option<NameKind> {
    let name = passage(sentence, tokens.clone());
    HOUSEHOLD.iter().find(|(names, _)| name.is(names)).map(|(_, kind)| *kind)
}

/// Whether a name that every reader knows begins at token `at`.
pub(super) fn begins_household_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = passage(sentence, at..sentence.tokens.len());
    HOUSEHOLD.iter().any(|(names, _)| words.opens_with(names))
}

/// Names that every reader knows, by what they name.
const HOUSEHOLD: &[(&[Phrase], NameKind)] = &[
    (known_names::PEOPLE, NameKind::Person),
    (known_names::BODIES, NameKind::Organisation),
    (known_names::EVENTS, NameKind::Event),
    (known_names::LAWS, NameKind::Law),
];

fn passage<'a>(sentence: &Sentence<'a>, tokens: Range<usize>) -> Passage<'a> {
    Passage { document: sentence.document, tokens: sentence.tokens.get(tokens).unwrap_or_default() }
}

/// What the names of prizes end in.
const PRIZES: &[WordId] = words!["award", "awards", "prize", "prizes"];

/// What the last word of a longer name makes it: `Act` a law, `Council` a body, `Island` a place; of a word that may be
/// several, and of the place that may be somebody's surname, the grammar knows more.
fn of_head(sentence: &Sentence<'_>, tokens: &Range<usize>) -> Option<NameKind> {
    let is = |class: Class| sentence.is(tokens.end - 1, class);
    let is_body = is(Class::OrgNoun) || is(Class::GovernmentBody) && !is(Class::PersonTitle);
    if begins_with_law(sentence, tokens) {
        return Some(NameKind::Law);
    }
    if sentence.is_any(tokens.end - 1, PRIZES) {
        return Some(NameKind::Work);
    }
    match (is(Class::LawNoun), is_body, is(Class::PlaceNoun)) {
        (true, false, false) => Some(NameKind::Law),
        (false, true, false) => Some(NameKind::Organisation),
        (false, false, true) => Some(NameKind::Place).filter(|_| seen(sentence, tokens) != Some(NameKind::Person)),
        (false, false, false) if sentence.is(tokens.start, Class::PlaceNoun) => Some(NameKind::Place),
        _ => None,
    }
}

/// What the grammar takes the name for: the entity that its last word is part of.
fn seen(sentence: &Sentence<'_>, tokens: &Range<usize>) -> Option<NameKind> {
    let kind = |at: usize| sentence.tree.entity(at).and_then(|entity| of_entity(entity.kind));
    let has_digit = |at: usize| sentence.word(at).bytes().any(|sign| sign.is_ascii_digit());
    let ends_in_number = tokens.len() > 1 && has_digit(tokens.end - 1);
    let seen = kind(tokens.end - 1 - usize::from(ends_in_number));
    let is_plain = || tokens.len() > 1 && is_of_common_words(sentence, tokens.clone());
    match seen {
        // "Winter Pump", "The Quiet Harbour"
        Some(NameKind::Person) if is_article(sentence, tokens.start) || is_plain() => Some(NameKind::Other),
        // "Boeing 737": what the firm makes; a person has no number.
        Some(NameKind::Organisation) if ends_in_number => Some(NameKind::Product),
        Some(NameKind::Person) if ends_in_number => None,
        // "the Green Democrats"
        Some(NameKind::Person) if tokens.len() > 1 && sentence.tree.tag(tokens.end - 1) == Some(Tag::Nnps) => {
            Some(NameKind::Group)
        }
        _ => seen,
    }
}

fn is_article(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.tag(at) == Some(Tag::Dt)
}

/// Whether a name without a given name is made of common words, or ends in one that nobody is called by.
fn is_of_common_words(sentence: &Sentence<'_>, tokens: Range<usize>) -> bool {
    let known = |at: usize| gazetteer::known([WordId::of(sentence.word(at))]);
    let is_given = |at: usize| sentence.is(at, Class::FirstName) || known(at).given_name().is_some();
    let is_common = |at: usize| title_case::is_known(sentence, at);
    let last = tokens.end - 1;
    let is_none = tokens.clone().all(is_common) || is_common(last) && !known(last).is_surname();
    is_none && !tokens.clone().any(is_given)
}

/// The kind of name that an entity is.
const fn of_entity(entity: EntityType) -> Option<NameKind> {
    match entity {
        EntityType::Person => Some(NameKind::Person),
        EntityType::Org => Some(NameKind::Organisation),
        EntityType::Gpe | EntityType::Loc | EntityType::Fac => Some(NameKind::Place),
        EntityType::Norp | EntityType::Language => Some(NameKind::Group),
        EntityType::Law => Some(NameKind::Law),
        EntityType::WorkOfArt => Some(NameKind::Work),
        EntityType::Event => Some(NameKind::Event),
        EntityType::Product => Some(NameKind::Product),
        _ => None,
    }
}

/// What single words of the name hint at.
fn hinted(sentence: &Sentence<'_>, tokens: &Range<usize>) -> Option<NameKind> {
    let (first, last) = (tokens.start, tokens.end - 1);
    let is = |at: usize, class: Class| sentence.is(at, class);
    let any = |class: Class| tokens.clone().any(|at| is(at, class));
    let alone = tokens.len() == 1;
    if is(last, Class::LawNoun) || is(first, Class::LawNoun) {
        return Some(NameKind::Law);
    }
    if !alone && is(first, Class::OrgNoun) {
        return Some(NameKind::Organisation);
    }
    if !alone && is(last, Class::Place) && is(last, Class::FirstName) && !is(first, Class::FirstName) {
        return None;
    }
    if is(last, Class::Place)
        || (!alone && is(last, Class::StateAbbreviation) && sentence.kind(last - 1) == Some(TokenKind::Comma))
    {
        return Some(NameKind::Place);
    }
    if is(last, Class::OrgNoun)
        || tokens.clone().any(|at| sentence.word(at) == "&")
        || (!alone && any(Class::GovernmentBody))
        || is(last, Class::GovernmentBody) && !is(last, Class::PersonTitle)
    {
        return Some(NameKind::Organisation);
    }
    if is(last, Class::PlaceNoun) || is(first, Class::PlaceNoun) {
        return Some(NameKind::Place);
    }
    let is_person = is(first, Class::FirstName) || any(Class::PersonTitle) || alone && is(last, Class::Month);
    is_person.then_some(NameKind::Person)
}

/// `WHO`: capitals that may stand for a longer name.
fn is_acronym(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_capitals = |token: &Token| token.case == Case::Upper && (2..=8).contains(&token.span.len());
    let bodies = BODIES.with(Classes::of(Class::Place));
    sentence.token(at).is_some_and(|token| is_capitals(token) && !token.classes.any(bodies))
}

/// `King’s College`, `Ann Lund School of Music`: the noun of a body behind a possessive, or before the first `of`
/// and the like.
fn has_body_within(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let possessive = tokens.clone().find(|at| sentence.kind(*at) == Some(TokenKind::Possessive));
    let is_house = possessive.is_some_and(|at| at + 1 < tokens.end && sentence.is(at + 1, Class::OrgNoun));
    let joint = tokens.clone().find(|at| sentence.is(*at, grammar::PHRASE_JOINT));
    is_house || joint.is_some_and(|at| at > tokens.start && sentence.is(at - 1, Class::OrgNoun))
}

/// `New Hampshire`: a place of two words or more that a list knows, and no union that the grammar takes for a body.
fn is_known_place(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let acts = || seen(sentence, tokens) == Some(NameKind::Organisation);
    place_end(sentence, tokens.start) == Some(tokens.end) && !acts()
}

/// `PORT ANSEL (AP) —`: capitals throughout at a paragraph's start, before a dash or an agency.
fn is_dateline(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    tokens.start == 0
        && sentence.span.start == sentence.block.span.start
        && matches!(sentence.kind(tokens.end), Some(TokenKind::Dash | TokenKind::Open))
        && tokens
            .clone()
            .all(|at| sentence.token(at).is_some_and(|token| token.case == Case::Upper && token.span.len() > 3))
        && !sentence.is(0, Class::Notice)
}

/// `Vice President Lund`: a title of two words or more, and a name behind it.
fn has_title_before(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    title_end(sentence, tokens.start).is_some_and(|end| end > tokens.start + 1 && end < tokens.end)
        && sentence.token(tokens.end - 1).is_some_and(|last| !last.classes.any(BODIES))
}

/// `Bill Orr`, `Ann Jordan`, `Ruth Hall`: a given name and one word that may be a surname, whatever else both
/// may be.
fn has_given_name(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let (first, last) = (tokens.start, tokens.end - 1);
    let other = Classes::of(Class::Place).with(Classes::of(Class::Group));
    let is_given = sentence.token(first).is_some_and(|token| token.is(Class::FirstName) && !token.classes.any(other));
    let is_surname = sentence.token(last).is_some_and(|token| {
        token.is_word()
            && (!token.classes.any(BODIES) || sentence.is(last, Class::PlaceSurname))
            && !token.is(Class::Group)
    });
    let has_article = sentence.follows(first, grammar::ARTICLE);
    tokens.len() == 2 && is_given && is_surname && !has_article
}

/// `Town Engineer Priya Venn`: an office within, and two words behind it that are of no body or place.
fn has_title_within(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let offices = tokens.start + 1..tokens.end.saturating_sub(2);
    let bodies = [Class::OrgNoun, Class::PlaceNoun, Class::GovernmentBody, Class::LawNoun, Class::Place];
    let is_body = |at: usize| bodies.iter().any(|class| sentence.is(at, *class));
    let is_office = |at: usize| sentence.is(at, Class::PersonTitle) || sentence.is(at, Class::RoleNoun);
    let is_given = |at: usize| sentence.is(at, Class::FirstName);
    let is_full = |at: usize| is_given(at + 1) && at + 3 == tokens.end;
    let is_person = |at: usize| is_full(at) || !(at + 1..tokens.end).any(|at| is_body(at) && !is_given(at));
    offices.into_iter().any(|at| is_office(at) && is_person(at))
}

/// What only a person has: initials within, an age behind, a particle before; or who is said to be named so.
fn is_described_as_person(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let is_particle = sentence.token(tokens.start).is_some_and(|token| token.case == Case::Lower);
    has_initial(sentence, tokens)
        || starts_with_initials(sentence, tokens)
        || has_age_behind(sentence, tokens.end)
        || is_somebody_named(sentence, tokens.start)
        || is_particle && sentence.is(tokens.start, Class::SurnameParticle)
}

/// `Treaty of Utrecht`: the noun of a law before the first `of`.
fn begins_with_law(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let joint = tokens.clone().find(|at| sentence.is_word(*at, word!("of")));
    joint.is_some_and(|at| at > tokens.start && sentence.is(at - 1, Class::LawNoun))
}

/// `Donald J. Trump`
fn has_initial(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let inner = tokens.start + 1..tokens.end.saturating_sub(1);
    inner.into_iter().any(|at| sentence.word(at).len() == 2 && sentence.word(at).ends_with('.'))
}

/// `J.C. Lund`, `C Moen`, `R de Wit`
fn starts_with_initials(sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
    let places = Classes::of(Class::Place).with(Classes::of(Class::StateAbbreviation));
    let is_plain = |at: usize| sentence.token(at).is_some_and(|token| token.case == Case::Capital && !token.is_cue());
    let (first, last) = (tokens.start, tokens.end - 1);
    let has_particle = tokens.len() == 3 && sentence.is(first + 1, Class::SurnameParticle);
    (tokens.len() == 2 || has_particle)
        && sentence.token(first).is_some_and(|token| {
            let letters = sentence.text(token.span);
            let is_dotted = || {
                token.case == Case::Upper && letters.ends_with('.') && letters.len() <= 6 && !token.classes.any(places)
            };
            letters.len() == 1 && is_plain(last) || is_dotted()
        })
}

/// `Lund, 40, of Oslo`: an age behind the name that ends before token `comma`.
fn has_age_behind(sentence: &Sentence<'_>, comma: usize) -> bool {
    let is_age = sentence.token(comma + 1).is_some_and(|age| age.kind == TokenKind::Number && age.span.len() == 2);
    sentence.kind(comma) == Some(TokenKind::Comma)
        && is_age
        && matches!(sentence.kind(comma + 2), Some(TokenKind::Comma | TokenKind::Period))
}

/// `a pilot named Lund`
fn is_somebody_named(sentence: &Sentence<'_>, first: usize) -> bool {
    let bodies = BODIES.with(Classes::of(Class::DocumentNoun));
    let is_somebody = |token: &Token| token.is(Class::RoleNoun) && !token.classes.any(bodies);
    first.checked_sub(2).is_some_and(|at| {
        sentence.is_word(at + 1, word!("named"))
            && (sentence.is(at, Class::Person) || sentence.token(at).is_some_and(is_somebody))
    })
}

#[cfg(test)]
mod tests {
    use crate::annotated_text::AnnotatedText;
    use crate::options::Options;
    use crate::signal::{NameKind, Value};
    use crate::text::document::Document;

    /// The name in a sentence that holds `phrase` with capitals, and its kind.
    fn named(phrase: &str) -> Option<(String, NameKind)> {
        let large = |word: &str| match word {
            "of" | "for" | "&" => word.to_owned(),
            "ii" | "at" | "t" => word.to_uppercase(),
            _ => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect(),
        };
        let name = phrase.split(' ').map(large).collect::<Vec<_>>().join(" ").replace(" - ", "-");
        let document = Document::from_text(&format!("They told {name} about it."));
        let options = Options::default();
        let annotated = AnnotatedText::of(&document, &options);
        annotated.signals.iter().find_map(|signal| match signal.value {
            Value::Name(kind) => Some((document.text(signal.span).to_lowercase(), kind)),
            _ => None,
        })
    }

    #[test]
    fn each_household_name_is_found_whole_and_of_its_kind() {
        let mut kind = NameKind::Other;
        let mut wrong = Vec::new();
        for line in include_str!("../../../data/phrases/known-names.txt").lines() {
            kind = match line {
                "[bodies]" => NameKind::Organisation,
                "[people]" => NameKind::Person,
                "[laws]" => NameKind::Law,
                "[events]" => NameKind::Event,
                _ if line.is_empty() || line.starts_with('#') => continue,
                _ => {
                    let found = named(line);
                    if found != Some((line.replace(" - ", "-"), kind)) {
                        wrong.push((line, found));
                    }
                    kind
                }
            };
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
