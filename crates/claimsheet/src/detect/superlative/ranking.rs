//! What a superlative ranks, by the sentence's tree, and whether it ranks anything.

use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use claimsheet_grammar::view::noun_phrase;
use claimsheet_grammar::{EntityType, Relation, Tag};
use std::ops::Range;

/// Most tokens of a superlative with its noun.
const LONGEST: usize = 10;

/// People whom "first" does not rank: "our first responders".
const PEOPLE: Classes = Classes::all(&[Class::RoleNoun, Class::PeopleNoun, Class::Person]);

/// Whether the ranking word at token `at` ranks something where it stands.
pub(super) fn is_one(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let modifies = matches!(tree.relation(at), Some(Relation::Amod | Relation::Compound | Relation::Nmod));
    let noun = tree.head(at).filter(|noun| modifies && *noun > at);
    if sentence.is_any(at, words!["only", "record", "last"]) {
        // "But only when they were asked", "a record of two wins", "sleep as their last".
        return noun.is_some() || sentence.block.kind.is_heading();
    }
    if sentence.is_any(at, words!["latest"]) || is_most(sentence, at) && sentence.is_any(at + 1, words!["recent"]) {
        // "The latest report": the one before us, and no rank among others.
        let is_paper = |noun: usize| sentence.token(noun).is_some_and(|token| token.classes.any(PAPERS));
        return !noun.is_some_and(is_paper);
    }
    // "Most sorely needed", "most and least likely to vote": how much, and no rank.
    if is_most(sentence, at) && noun.is_none() {
        let adverb = tree.tag(at + 1) == Some(Tag::Rb);
        return !adverb;
    }
    if sentence.is_any(at, words!["first"]) {
        let is_several = noun.is_some_and(|noun| {
            tree.tag(noun) == Some(Tag::Nns)
                && (is_person(sentence, noun) || sentence.token(noun).is_some_and(|token| token.classes.any(PEOPLE)))
        });
        let goes_on = noun.is_some_and(|noun| sentence.is(noun + 1, (Class::RelativePronoun, words!["to", "in"])));
        return !is_several || goes_on;
    }
    true
}

/// Papers and works that follow each other.
const PAPERS: Classes = Classes::all(&[Class::DocumentNoun, Class::StudyNoun]);

fn is_most(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_any(at, words!["most", "least"])
}

/// Nouns in -er and -or for those who do something.
fn is_person(sentence: &Sentence<'_>, noun: usize) -> bool {
    ["ers", "ors"].iter().any(|end| sentence.word(noun).ends_with(end))
}

/// The superlative at `found`, whose ranking word is token `at`, with whose it is ("the world's") and the noun that it
/// ranks, or, where it has none, the set of which it is told ("the worst in history"). An ordinal stays alone: which
/// first it was, the sentence tells.
pub(super) fn whole(sentence: &Sentence<'_>, found: Range<usize>, at: usize) -> Range<usize> {
    if sentence.is(at, Class::OrdinalWord) || sentence.is_any(at, words!["first", "than", "latest"]) || found.end <= at
    {
        return found;
    }
    let tree = &sentence.tree;
    let adjective = found.end - 1;
    let noun = [adjective, at].into_iter().find_map(|at| {
        let noun = tree.head(at).filter(|noun| *noun >= found.end)?;
        matches!(tree.relation(at), Some(Relation::Amod | Relation::Compound)).then_some(noun)
    });
    // "The only lock north of Oslo"
    let ranked = |noun: usize| if is_direction(sentence, noun) { noun - 1 } else { noun };
    let start = owner(sentence, found.start);
    let end = match noun.and_then(|noun| Some((noun, noun_phrase::of(tree, noun)?.core))) {
        Some((noun, core)) if core.contains(&adjective) || core.contains(&at) => {
            let last = ranked(noun);
            if last >= found.end && is_plain(sentence, found.end..last + 1) { last + 1 } else { found.end }
        }
        Some(_) => found.end,
        None => set_behind(sentence, found.end, adjective).unwrap_or(found.end),
    };
    if end - start > LONGEST { found } else { start..end }
}

fn is_direction(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_any(at, words!["north", "south", "east", "west"]) && sentence.is_word(at + 1, word!("of"))
}

/// Where the owner before the superlative at token `start` begins: `the world's | largest`.
fn owner(sentence: &Sentence<'_>, start: usize) -> usize {
    let Some(mark) = start.checked_sub(1).filter(|mark| sentence.kind(*mark) == Some(TokenKind::Possessive)) else {
        return start;
    };
    let owner = mark.checked_sub(1).and_then(|noun| noun_phrase::of(&sentence.tree, noun));
    owner.map_or(start, |owner| owner.core.start.min(start))
}

/// Words and hyphens only.
fn is_plain(sentence: &Sentence<'_>, mut tokens: Range<usize>) -> bool {
    tokens.all(|at| {
        matches!(sentence.kind(at), Some(TokenKind::Word | TokenKind::Hyphen | TokenKind::Number))
            && !sentence.is(at, (Class::Coordinator, Class::Subordinator))
    })
}

/// One past the set behind a superlative without a noun: `the youngest | of five children`; a time is none.
fn set_behind(sentence: &Sentence<'_>, end: usize, adjective: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let is_set = sentence.is_any(end, words!["of", "in"]) && tree.head(end) == Some(adjective);
    let noun = is_set.then(|| tree.children_as(end, Relation::Pobj).next()).flatten()?;
    let entity = tree.entity(noun);
    let is_time = entity.is_some_and(|entity| matches!(entity.kind, EntityType::Date | EntityType::Time));
    let core = noun_phrase::of(tree, noun)?.core;
    let owned = core.clone().filter(|at| sentence.kind(*at) != Some(TokenKind::Possessive));
    (!is_time && owned.into_iter().all(|at| is_plain(sentence, at..at + 1))).then_some(core.end)
}
