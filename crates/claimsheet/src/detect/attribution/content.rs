//! What a verb of saying is said with: what was said, what it was about, or nothing.

use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use claimsheet_grammar::view::{Mood, Tense, noun_phrase, verb_group};
use claimsheet_grammar::{EntityType, Relation, Tag};

/// Most bytes between a verb and the quotation that it is said with.
const NEAR: u32 = 60;

/// Verbs behind which a clause is what somebody says, holds or finds.
pub(super) const REPORTING: Classes = Classes::all(&[Class::SpeechVerb, Class::BeliefVerb, Class::FindingVerb]);

/// Nouns for people.
pub(super) const PERSONS: Classes =
    Classes::all(&[Class::RoleNoun, Class::PersonTitle, Class::PeopleNoun, Class::Person, Class::AnonymousSource]);

/// What completes a verb, the most telling last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Content {
    /// "Lund spoke."
    Nothing,
    /// "Lund spoke about the lock."
    Topic,
    /// "Lund praised the lock."
    Object,
    /// "Lund promised to open the lock."
    Infinitive,
    /// "Lund said that the lock was open."
    Clause,
    /// "Lund said: “It is open.”"
    Quotation,
}

impl Content {
    /// What completes the verb at token `verb`.
    pub(super) fn of(sentence: &Sentence<'_>, verb: usize) -> Self {
        let is_that = |clause: usize| {
            sentence.tree.children_as(clause, Relation::Mark).any(|mark| sentence.is_word(mark, word!("that")))
        };
        let of_child = |child: usize| match sentence.tree.relation(child)? {
            Relation::Ccomp => Some(Self::Clause),
            Relation::Xcomp => Some(Self::Infinitive),
            // "the data, which Lund sought": told of the data.
            Relation::Dobj if matches!(sentence.tree.tag(child), Some(Tag::Wdt | Tag::Wp)) => None,
            Relation::Dobj | Relation::Oprd => Some(Self::Object),
            Relation::Prep => Some(Self::Topic),
            // "said Monday that": the clause is read as of the day.
            Relation::Npadvmod if sentence.tree.children_as(child, Relation::Acl).any(is_that) => Some(Self::Clause),
            // "added, however, that"; and a misread "Lund claims that".
            Relation::Advcl | Relation::Acl if is_that(child) => Some(Self::Clause),
            _ => None,
        };
        let told = sentence.tree.children(verb).filter_map(of_child).max().unwrap_or(Self::Nothing);
        let told = if told <= Self::Topic && is_set_beside(sentence, verb, told) { Self::Clause } else { told };
        if told < Self::Clause && is_beside_quotation(sentence, verb) { Self::Quotation } else { told }
    }

    /// Whether it is what somebody said or holds, word for word or not.
    pub(super) const fn is_said(self) -> bool {
        matches!(self, Self::Clause | Self::Quotation)
    }
}

/// Whether what is said stands around a verb with nothing of its own: "The lock, Lund said, is open", "as Lund noted",
/// "Lund added:", "Boats like that, he said."
fn is_set_beside(sentence: &Sentence<'_>, verb: usize, own: Content) -> bool {
    let tree = &sentence.tree;
    let is_as = || tree.children_as(verb, Relation::Mark).any(|mark| sentence.is_word(mark, word!("as")));
    let ends = || matches!(sentence.kind(verb + 1), None | Some(TokenKind::Period | TokenKind::Quote));
    let is_tag = || {
        let mut subjects = tree.children_as(verb, Relation::Nsubj);
        let first = |noun| noun_phrase::of(tree, noun).map_or(noun, |phrase| phrase.core.start);
        ends() && subjects.any(|at| at + 1 == verb && sentence.follows(first(at), TokenKind::Comma))
    };
    match tree.relation(verb) {
        Some(Relation::Parataxis) => true,
        Some(Relation::Advcl) if own == Content::Nothing && is_as() => true,
        _ => sentence.kind(verb + 1) == Some(TokenKind::Colon) || own == Content::Nothing && is_tag(),
    }
}

/// Whether a quotation begins right behind a verb, or ends right before it.
fn is_beside_quotation(sentence: &Sentence<'_>, verb: usize) -> bool {
    let Some(verb) = sentence.token(verb).map(|token| token.span) else { return false };
    sentence.quoted.iter().any(|quoted| {
        let (start, end) = (quoted.outer.start, quoted.outer.end);
        start >= verb.end && start - verb.end <= NEAR || end <= verb.start && verb.start - end <= NEAR
    })
}

/// Whether a verb of saying tells of no statement: what somebody else says that they say ("he said the board hopes"),
/// what is only possible or still to come, what goes on ("will continue to sell"), what is planned, and who is spoken
/// to ("interviewed the skipper").
pub(super) fn is_none(sentence: &Sentence<'_>, verb: usize) -> bool {
    if !sentence.tree.tag(verb).is_some_and(Tag::is_verb) {
        return false;
    }
    let content = Content::of(sentence, verb);
    let plans = Classes::of(Class::Plan);
    let is_plan = || {
        let token = sentence.token(verb);
        token.is_some_and(|token| token.classes.any(plans) && !token.classes.has(Class::SpeechVerb))
            || sentence.is(verb, verbs!["continue"])
    };
    !is_beside_quotation(sentence, verb) && is_embedded(sentence, verb)
        || !content.is_said() && is_unreal(sentence, verb)
        || content == Content::Infinitive && is_plan()
        || content == Content::Object && is_spoken_to(sentence, verb)
}

/// Whether a verb stands in a clause that is itself what somebody says or holds. What is said stays said where who
/// says that it was stands behind it: "Lund told the board to wait, Dahl said".
fn is_embedded(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let speaks = sentence.is(verb, Class::SpeechVerb);
    let reports = |at: usize| {
        let is_verb = tree.tag(at).is_some_and(Tag::is_verb);
        let token = sentence.token(at);
        is_verb && token.is_some_and(|token| token.classes.any(REPORTING) && !sentence.is_quoted(token.span))
    };
    let mut clauses = tree.upwards(verb).filter(|at| tree.is(*at, Relation::Ccomp));
    clauses.any(|clause| tree.head(clause).is_some_and(|at| reports(at) && (at < verb || !speaks)))
}

/// Whether a verb tells what may be, would be or is to come: "the campaign would do well to stress".
fn is_unreal(sentence: &Sentence<'_>, verb: usize) -> bool {
    verb_group::of(&sentence.tree, verb).is_some_and(|group| {
        matches!(group.mood, Mood::Modal | Mood::Conditional | Mood::Imperative)
            || matches!(group.tense, Tense::Future | Tense::FuturePerfect)
    })
}

/// Whether the object of a verb that people are spoken to by is a person ("questioned the skipper", not "questioned the
/// bill"), or is shared with a verb of something done ("stopped and questioned the skipper").
fn is_spoken_to(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let is_person = |at: usize| {
        let entity = tree.entity(at);
        entity.is_some_and(|entity| entity.kind == EntityType::Person)
            || tree.tag(at) == Some(Tag::Prp) && !sentence.is_word(at, word!("it"))
            || sentence.token(at).is_some_and(|token| token.classes.any(PERSONS))
    };
    let is_shared = || {
        let joined = tree.head(verb).filter(|_| tree.is(verb, Relation::Conj));
        joined.is_some_and(|done| {
            tree.children_as(done, Relation::Dobj).next().is_none()
                && sentence.token(done).is_some_and(|token| !token.classes.any(REPORTING))
        })
    };
    sentence.is(verb, Class::AddressingVerb) && (tree.children_as(verb, Relation::Dobj).any(is_person) || is_shared())
}
