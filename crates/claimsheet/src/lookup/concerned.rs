//! Whom a claim is about, in the grammar of its sentences: the subject and its name, by whom the thing was done, or whose
//! the subject is. They can be asked, named or not: `Calder Marine`, `the county board`, `the trust` of `the trust's accounts`.

use super::core::Core;
use super::placed::PlacedClaim;
use crate::english::lexicon::{Class, Classes};
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::names::HOSTS;
use crate::english::phrase_lists::offices::SINGLE_HOLDER;
use crate::english::sentence::Sentence;
use crate::english::token::Case;
use crate::speech::PERSONS;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::view::{noun_phrase, subject};
use claimsheet_grammar::{EntityType, Relation, Tag};

/// Most bytes of a description in a label.
const LONGEST: usize = 40;

/// Most bytes of a name in capitals.
const ACRONYM: usize = 5;

/// Tokens of an article and a noun.
const LONE: usize = 2;

/// Nouns for bodies that have somebody who answers.
const BODIES: Classes = Classes::all(&[Class::OrgNoun, Class::GovernmentBody, Class::Inquirer]);

/// Nouns for those who hold an office, and for firms.
const OFFICES: Classes = Classes::of(Class::PersonTitle).with(Classes::of(Class::BusinessNoun));

/// Nouns for firms that no other list has.
const FIRMS: &[WordId] = words!["utility", "charity", "nonprofit", "lobby"];

/// Nouns for countries and states, in which many answer.
const COUNTRIES: &[WordId] = words!["state", "country", "nation", "union", "republic"];

/// The first words of a claim for whom it is about, as they stand in it; none for whom nobody could find.
pub(super) fn description<'a>(placed: &PlacedClaim<'a>) -> Option<&'a str> {
    placed.sentences().find_map(|sentence| nouns(&sentence).into_iter().find_map(|noun| words(&sentence, noun)))
}

/// Whether a claim is about the bearer of a name, and does not only mention it.
pub(super) fn is_about(placed: &PlacedClaim<'_>, name: &str) -> bool {
    let is_one = |sentence: &Sentence<'_>, noun: usize| {
        let noun = sentence.token(noun).map(|token| sentence.text(token.span));
        name.split(' ').any(|word| noun == Some(word))
    };
    placed.sentences().any(|sentence| nouns(&sentence).into_iter().any(|noun| is_one(&sentence, noun)))
}

/// Whether the bearer of a name had a part in what a claim tells: it was done to, with or by them.
pub(super) fn is_party(claim: &PlacedClaim<'_>, core: &Core, name: &str) -> bool {
    let (words, places) = claim.article.words.placed_within(claim.words.span()).unzip::<_, _, Vec<WordId>, Vec<Span>>();
    let name = WordId::of_text(name);
    words.iter().zip(places).any(|(word, place)| name.contains(word) && core.has_part(place))
}

/// The nouns for whom a sentence is about, the likeliest first.
fn nouns(sentence: &Sentence<'_>) -> Vec<usize> {
    let tree = &sentence.tree;
    let Some(verb) = tree.root() else { return Vec::new() };
    let subjects: Vec<usize> = subject::own(tree, verb).collect();
    let below = |relation: Relation| {
        subjects.iter().flat_map(move |subject| tree.children_as(*subject, relation)).collect::<Vec<usize>>()
    };
    // "Lund's doctor" is not Lund; "the utility's figures" are numbers, and no people of rank.
    let is_person = |noun: &usize| {
        let is_one = sentence.token(*noun).is_some_and(|noun| noun.classes.any(PERSONS));
        is_one && !sentence.is_plural(*noun)
    };
    let is_of_person = |owner: &usize| tree.head(*owner).is_some_and(|noun| is_person(&noun));
    let names = below(Relation::Appos);
    let owners = below(Relation::Poss).into_iter().filter(|owner| !is_of_person(owner)).collect();
    [subjects, names, subject::agents(tree, verb), owners].concat()
}

/// The words of a noun for somebody whom one can ask; none of an indefinite one, which may be anybody.
fn words<'a>(sentence: &Sentence<'a>, noun: usize) -> Option<&'a str> {
    let token = sentence.token(noun)?;
    let core = noun_phrase::of(&sentence.tree, noun)?.core;
    let first = sentence.token(core.start)?;
    let is_definite = first.is(Class::DefiniteArticle) || first.is_capitalised() && core.start > 0;
    let entity = sentence.tree.entity(noun);
    let is_name = matches!(sentence.tree.tag(noun), Some(Tag::Nnp | Tag::Nnps))
        && entity.is_some_and(|entity| matches!(entity.kind, EntityType::Org | EntityType::Person));
    // In a line of capitals every word looks like a name.
    let is_name = is_name && (token.case != Case::Upper || token.span.len() <= ACRONYM);
    // "The Lund administration" of the past or to come has no office of its own.
    let is_government = token.word == word!("administration") && core.len() > LONE;
    // Nor has "the state" of nobody knows which part of it.
    let is_country = COUNTRIES.contains(&token.word) && core.len() <= LONE;
    let is_body =
        (token.classes.any(BODIES) || is_listed(HOSTS, token.word)) && is_definite && !is_government && !is_country;
    // "The manager" of nobody knows which firm cannot be asked; "the mayor" and "the prime minister" can.
    let is_known = core.len() > LONE || is_listed(SINGLE_HOLDER, token.word);
    // A businessman or chemist has no office, and the firm and the utility of the same list do.
    let is_office = token.classes.any(OFFICES) || is_listed(SINGLE_HOLDER, token.word) || FIRMS.contains(&token.word);
    let is_officer = is_office && is_definite && is_known && !sentence.is_plural(noun);
    // Without the mark of an owner: "the trust" of "the trust's accounts".
    let words = sentence.text(sentence.span_of(core.start, noun + 1));
    let stands = (is_name && !is_government || is_body || is_officer) && !sentence.is_quoted(token.span);
    (stands && words.len() <= LONGEST).then_some(words)
}
