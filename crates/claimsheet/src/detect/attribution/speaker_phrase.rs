//! Who can speak, and the words that name them.

use super::content::{Content, REPORTING};
use super::deed;
use crate::detect::noun_phrase;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Token, TokenKind};
use crate::text::word_id::WordId;
use claimsheet_grammar::view::{self, coordination, subject};
use claimsheet_grammar::{EntityType, Relation, Tag};
use std::ops::Range;

/// Verbs of saying that a thing can be the subject of: "the move suggests that".
const INFERRING: &[[WordId; 4]] =
    verbs!["suggest", "indicate", "signal", "imply", "reveal", "confirm", "show", "highlight", "hint", "demonstrate"];

/// Words that stand for people without a noun.
const STANDING_ALONE: (Class, &[WordId]) = (Class::PronominalQuantifier, words!["those", "others", "each"]);

/// A noun with what stands before it, what it is of, for, from or by ("a majority of voters", "a spokesman for the
/// yard", "a study by Ruth Lund", "an audit released by the port"), and what is coordinated with it; of a description
/// with the name behind it, the name.
pub(super) fn phrase(sentence: &Sentence<'_>, noun: usize) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    let last = coordination::conjuncts(tree, noun).into_iter().next_back().filter(|last| *last > noun).unwrap_or(noun);
    // "63 percent" of "some 63 percent of those asked", which is a figure.
    if sentence.is(noun, Class::PercentWord) && sentence.follows(noun, TokenKind::Number) {
        return Some(noun - 1..noun + 1);
    }
    let first = view::noun_phrase::of(tree, noun)?.core.start;
    let words = bearer(sentence, own_words(sentence, first..noun + 1).start..with_joined(sentence, last));
    Some(without_adverb(sentence, words))
}

/// Without what stands before a name and is no part of it: the month of "In May Ruth Lund said", the day of "On Friday
/// Senator Lund said", the hour of "14.29 Officials said", the dateline of
/// "OSLO - Officials said", the description of "its librarian, Ines Dahl".
fn own_words(sentence: &Sentence<'_>, mut words: Range<usize>) -> Range<usize> {
    let is_month = |at: usize| sentence.is(at, Class::Month) && sentence.follows(at, word!("in"));
    let is_day = |at: usize| sentence.is(at, Class::Weekday) && sentence.follows(at, word!("on"));
    let is_hour = |at: usize| {
        let is_number = sentence.kind(at) == Some(TokenKind::Number);
        is_number && sentence.word(at).contains(['.', ':']) && sentence.token(at + 1).is_some_and(Token::is_capitalised)
    };
    // "OSLO - European leaders": a dateline.
    let is_dash = |at: &usize| {
        let is_apart = |at: usize| sentence.token(at).is_some_and(|token| token.spaced);
        sentence.kind(*at) == Some(TokenKind::Hyphen) && is_apart(*at) && is_apart(at + 1)
    };
    let dash = words.clone().find(is_dash).filter(|dash| words.start == 0 && dash + 1 < words.end);
    words.start = dash.map_or(words.start, |dash| dash + 1);
    while words.len() > 1 && (is_month(words.start) || is_day(words.start) || words.start == 0 && is_hour(0)) {
        words.start += 1;
    }
    let is_name = |comma: &usize| (comma + 1..words.end).all(|at| noun_phrase::is_proper(sentence, at));
    let comma = words.clone().rev().find(|at| sentence.kind(*at) == Some(TokenKind::Comma));
    comma.filter(is_name).map_or(words.clone(), |comma| comma + 1..words.end)
}

/// "Dahl | half-heartedly": the tree takes an adverb with a hyphen for one more noun.
fn without_adverb(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let last = words.end - 1;
    let is_adverb = words.len() > 3 && sentence.word(last).ends_with("ly") && sentence.follows(last, TokenKind::Hyphen);
    if is_adverb { words.start..last - 2 } else { words }
}

/// Where a noun ends with what it is of, for, from or by, and with what it is close to.
fn with_joined(sentence: &Sentence<'_>, noun: usize) -> usize {
    let tree = &sentence.tree;
    if let Some(name) = name_beside(sentence, noun) {
        return name + 1;
    }
    let behind = noun + 1;
    let object_of = |joint: usize| tree.children_as(joint, Relation::Pobj).next();
    let object = match tree.relation(behind).filter(|_| tree.head(behind) == Some(noun)) {
        Some(Relation::Prep) if sentence.is(behind, (Class::NounJoint, words!["from", "at", "by"])) => {
            object_of(behind)
        }
        Some(Relation::Acl) => subject::agents(tree, behind).into_iter().next(),
        Some(Relation::Amod) => tree.children_as(behind, Relation::Prep).find_map(object_of),
        _ => None,
    };
    let is_time = |at: &usize| {
        let entity = tree.entity(*at);
        entity.is_some_and(|entity| matches!(entity.kind, EntityType::Date | EntityType::Time))
    };
    let Some(object) = object.filter(|at| !is_time(at)) else { return behind };
    let last = coordination::conjuncts(tree, object).into_iter().next_back().unwrap_or(object).max(object);
    // "led by the geophysicist Anders Pell of Lund College": with the name that is set beside it.
    let last_token = sentence.tokens.len();
    let name = |from: usize| (from..last_token).find(|at| !noun_phrase::is_proper(sentence, *at)).unwrap_or(last_token);
    let end = name(last + 1);
    if end > last + 1 && sentence.is_word(end, word!("of")) { name(end + 1) } else { end }
}

/// The last token of the name that is set close beside a common noun: `the weather forecaster Ruth Lund`.
fn name_beside(sentence: &Sentence<'_>, noun: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let last = (noun + 1..sentence.tokens.len()).take_while(|at| noun_phrase::is_proper(sentence, *at)).last()?;
    let is_common = matches!(tree.tag(noun), Some(Tag::Nn | Tag::Nns)) && !noun_phrase::is_proper(sentence, noun);
    // The tree sets it beside the noun, or takes both for what the verb is said of.
    let is_beside = matches!(tree.relation(last), Some(Relation::Appos | Relation::Nsubj))
        && [Some(noun), tree.head(noun)].contains(&tree.head(last));
    (is_common && is_beside).then_some(last)
}

/// `the mayor of Oslo, Ruth Lund,`: of a description with the name behind it, the name.
pub(super) fn bearer(sentence: &Sentence<'_>, tokens: Range<usize>) -> Range<usize> {
    let is_named =
        noun_phrase::is_determiner(sentence, tokens.start) && sentence.kind(tokens.end) == Some(TokenKind::Comma);
    let name = is_named.then(|| noun_phrase::after(sentence, tokens.end + 1)).flatten().filter(|name| {
        let ends = matches!(
            sentence.kind(name.end),
            None | Some(TokenKind::Comma | TokenKind::Period | TokenKind::Quote | TokenKind::Colon)
        );
        ends && (2..=4).contains(&name.len())
            && name.clone().all(|at| noun_phrase::is_proper(sentence, at) && !sentence.is(at, Class::Place))
    });
    name.unwrap_or(tokens)
}

/// Whether a subject is somebody: a name, a pronoun for people, or a noun for those who act; beside what is said in
/// so many words any noun is ("said the 30-year-old", "the clerk denied that"), and "it" beside a clause ("it found
/// that"). A thing may suggest something without a word.
pub(super) fn can_speak(sentence: &Sentence<'_>, verb: usize, head: usize, tokens: &Range<usize>) -> bool {
    let content = Content::of(sentence, verb);
    let is_own = sentence.token(head).is_some_and(|token| !sentence.is_quoted(token.span));
    let reports = || sentence.token(verb).is_some_and(|token| token.classes.any(REPORTING));
    let tells = || content.is_said() && reports() && !sentence.is_any(verb, INFERRING.as_flattened());
    let is_of_verb = sentence.tree.head(head) == Some(coordination::first(&sentence.tree, verb))
        || sentence.tree.head(head) == Some(verb);
    // "it found that", "it denies having any part in it"
    let is_body = sentence.is_word(head, word!("it"))
        && is_of_verb
        && (content >= Content::Infinitive || content == Content::Object && answers(sentence, verb));
    let is_group = || sentence.is(head, STANDING_ALONE) && content.is_said();
    let is_told = || is_of_verb && is_noun(sentence, head) && tells();
    is_own && (is_somebody(sentence, head, tokens) || is_body || is_group() || is_told())
}

/// Whether nobody but people and bodies does what a verb of saying says: "it blamed the gale", not "it showed the gale".
fn answers(sentence: &Sentence<'_>, verb: usize) -> bool {
    let is_of_things = sentence.is_any(verb, INFERRING.as_flattened()) || sentence.is(verb, Class::FindingVerb);
    sentence.is(verb, Class::SpeechVerb) && !is_of_things && !deed::is_one(sentence, verb, Content::Object)
}

/// Whether a word stands as a noun: "the 30-year-old" too.
fn is_noun(sentence: &Sentence<'_>, head: usize) -> bool {
    sentence.tree.tag(head).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Cd | Tag::Jj))
}

/// Whether a subject is a name, a pronoun for people, or a noun for those who act; `tokens` are its words.
pub(super) fn is_somebody(sentence: &Sentence<'_>, head: usize, tokens: &Range<usize>) -> bool {
    let tag = sentence.tree.tag(head);
    let is_name = tag.is_some_and(Tag::is_name) || is_surname_in_s(sentence, head, tokens);
    is_name
        || is_noun(sentence, head) && noun_phrase::is_actor(sentence, tokens.clone())
        || sentence.is(head, (Class::PercentWord, Class::ThirdSubject, word!("they")))
}

/// "Meyers argues": a word in -s that begins the sentence, of which the verb speaks as of one.
fn is_surname_in_s(sentence: &Sentence<'_>, head: usize, tokens: &Range<usize>) -> bool {
    let verb = sentence.tree.head(head);
    tokens.len() == 1
        && head == 0
        && sentence.token(head).is_some_and(|token| token.case == Case::Capital && !token.is(Class::FunctionWord))
        && verb.is_some_and(|verb| sentence.tree.tag(verb) == Some(Tag::Vbz))
}
