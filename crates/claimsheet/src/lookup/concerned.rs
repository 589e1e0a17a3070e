//! Whom a claim is about that names nobody whom one could ask: `the county board`, `the trust` of `the trust's
//! accounts`.

use super::placed::PlacedClaim;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Token};
use claimsheet_grammar::view::{noun_phrase, subject};
use claimsheet_grammar::{EntityType, Relation, Tag};

/// Most letters of a description in a label.
const LONGEST: usize = 40;

/// Most letters of a name in capitals.
const ACRONYM: usize = 5;

/// Nouns for bodies that have somebody who answers.
const BODIES: Classes = Classes::all(&[Class::OrgNoun, Class::GovernmentBody, Class::Inquirer]);

/// Nouns for persons who have an office.
const OFFICERS: Classes = Classes::all(&[Class::RoleNoun, Class::PersonTitle]);

/// The words for whom a claim is about, as they stand within a sentence: the subject of its sentence, by whom the
/// thing was done, or whose the subject is.
pub(super) fn of(placed: &PlacedClaim<'_>) -> Option<String> {
    let (article, span) = (placed.article, placed.words.span());
    let from = article.sentences.partition_point(|record| record.span.end <= span.start);
    let records = article.sentences.get(from..)?.iter().take_while(|record| record.span.start < span.end);
    records.filter_map(|record| article.sentence(record)).find_map(|sentence| in_sentence(&sentence))
}

fn in_sentence(sentence: &Sentence<'_>) -> Option<String> {
    let tree = &sentence.tree;
    let verb = tree.root()?;
    let subjects: Vec<usize> = subject::own(tree, verb).collect();
    let owners = subjects.iter().flat_map(|subject| tree.children_as(*subject, Relation::Poss));
    let mut all = subjects.iter().copied().chain(subject::agents(tree, verb)).chain(owners);
    all.find_map(|noun| description(sentence, noun))
}

/// The words of a noun for somebody whom one can ask; none of an indefinite one, which may be anybody.
fn description(sentence: &Sentence<'_>, noun: usize) -> Option<String> {
    let token = sentence.token(noun)?;
    let core = noun_phrase::of(&sentence.tree, noun)?.core;
    let first = sentence.token(core.start)?;
    let is_definite = first.is(Class::DefiniteArticle) || first.is_capitalised() && core.start > 0;
    let entity = sentence.tree.entities.get(noun).copied().flatten();
    let is_name = matches!(sentence.tree.tag(noun), Some(Tag::Nnp | Tag::Nnps))
        && entity.is_some_and(|entity| matches!(entity.kind, EntityType::Org | EntityType::Person));
    // Of words in capitals only letters that stand for a name are one.
    let is_name = is_name && (token.case != Case::Upper || token.span.len() <= ACRONYM);
    let is_body = token.classes.any(BODIES) && is_definite;
    let is_officer = token.classes.any(OFFICERS) && is_definite && !sentence.is_plural(noun);
    // Without the mark of an owner: "the trust" of "the trust's accounts".
    let words = sentence.text(sentence.span_of(core.start, noun + 1));
    let stands = (is_name || is_body || is_officer) && !sentence.is_quoted(token.span) && words.len() <= LONGEST;
    stands.then(|| within_sentence(first, words))
}

/// Words without the capital of a sentence's start before an article.
fn within_sentence(first: &Token, words: &str) -> String {
    match words.split_once(' ') {
        Some((article, rest)) if first.is(Class::DefiniteArticle) => format!("{} {rest}", article.to_lowercase()),
        _ => words.to_owned(),
    }
}
