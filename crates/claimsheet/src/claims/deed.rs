//! An act in its words: the verb with what it is done to, by the sentence's tree.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::span::Span;
use claimsheet_grammar::view::{Mood, Tense, clause, coordination, noun_phrase, subject, verb_group};
use claimsheet_grammar::{EntityType, Relation, Tag};
use std::ops::Range;

/// Most tokens of an act.
const LONGEST: usize = 14;

/// Tokens between a noun and the verb that it completes, at most: "paid the harbour master a bribe".
const NEAR: usize = 6;

/// The act of which a word of it stands at `word`: "sued" in "sued North Shire over its law"; the word alone where the
/// tree shows no more.
pub(super) fn of(text: &AnnotatedText<'_>, word: Span) -> Span {
    let found = || {
        let sentence = text.sentence(text.sentence_at(word.start)?)?;
        let first = sentence.token_at(word.start);
        let tokens = first..sentence.token_at(word.end).max(first + 1);
        let whole = whole(&sentence, &tokens)?;
        let whole = outside_marks(&sentence, &tokens, tokens.start.min(whole.start)..tokens.end.max(whole.end));
        Some(sentence.span_of(whole.start, whole.end))
    };
    found().unwrap_or(word)
}

/// The verb of the main clause of a sentence, if it tells what was done or has been done, with what it is done to: of
/// what somebody says the verb of what is said.
pub(super) fn told(text: &AnnotatedText<'_>, record: &SentenceRecord) -> Option<Span> {
    use Tense::{Past, PastPerfect, PresentPerfect};
    let sentence = text.sentence(record)?;
    let tree = &sentence.tree;
    let root = tree.root()?;
    let says = sentence.is(root, (Class::SpeechVerb, Class::FindingVerb));
    let verb = if says { tree.children_as(root, Relation::Ccomp).next()? } else { root };
    let group = verb_group::of(tree, verb)?;
    let happened = group.mood == Mood::Indicative && matches!(group.tense, Past | PastPerfect | PresentPerfect);
    // "It rained" is told with nothing that somebody did.
    let is_done = group.is_passive || tree.children_as(verb, Relation::Dobj).next().is_some();
    let is_deed = is_done && !sentence.is(verb, (Class::Be, Class::Have)) && tree.tag(verb).is_some_and(Tag::is_verb);
    let span = sentence.token(verb)?.span;
    (happened && is_deed && !sentence.is_quoted(span)).then(|| of(text, span))
}

/// How many clauses stand above the one in which the word at `word` is: 0 for the main one. What is said counts as the
/// main clause of the sentence that says so.
pub(super) fn depth(text: &AnnotatedText<'_>, word: Span) -> usize {
    let Some(sentence) = text.sentence_at(word.start).and_then(|record| text.sentence(record)) else { return 0 };
    let tree = &sentence.tree;
    let is_below = |at: &usize| {
        clause::is_head(tree, *at)
            && !matches!(
                tree.relation(*at),
                Some(Relation::Root | Relation::Ccomp | Relation::Conj | Relation::Parataxis)
            )
    };
    tree.upwards(sentence.token_at(word.start)).filter(is_below).count()
}

fn whole(sentence: &Sentence<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let tree = &sentence.tree;
    let is_verb = |at: &usize| tree.tag(*at).is_some_and(Tag::is_verb);
    if let Some(verb) = tokens.clone().find(is_verb) {
        return Some(of_verb(sentence, verb));
    }
    let noun = tokens.clone().next_back()?;
    let core = noun_phrase::of(tree, noun)?.core;
    match governing(sentence, noun).filter(|verb| *verb < noun && noun - verb <= NEAR) {
        Some(verb) => Some(verb..core.end),
        // "The quay cost “$3 million, or so”": a verb that the tree takes for a noun stays alone.
        None if sentence.is(noun, (Class::PastVerb, Class::NounOrVerb)) => None,
        None => tree.tag(noun).is_some_and(Tag::is_noun).then_some(core),
    }
}

/// The verb that a noun completes: "paid" for "bribes" in "paid bribes", "convicted" for "fraud" in "convicted of
/// fraud".
fn governing(sentence: &Sentence<'_>, noun: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let first = coordination::first(tree, noun);
    let head = match tree.relation(first)? {
        Relation::Dobj => tree.head(first)?,
        Relation::Pobj => {
            let preposition = tree.head(first).filter(|at| tree.is(*at, Relation::Prep))?;
            tree.head(preposition)?
        }
        _ => return None,
    };
    tree.tag(head).is_some_and(Tag::is_verb).then_some(head)
}

/// A verb with its denial, its object or predicate, and the phrase that completes these: "did not change the policy".
fn of_verb(sentence: &Sentence<'_>, verb: usize) -> Range<usize> {
    let tree = &sentence.tree;
    let group = verb_group::of(tree, verb).filter(|group| group.is_negated);
    let denied = group.map_or(verb, |group| {
        let denials = tree.children(verb).filter(|at| tree.is(*at, Relation::Neg));
        group.auxiliaries.into_iter().chain(denials).min().unwrap_or(verb).min(verb)
    });
    let start = if verb - denied <= NEAR { denied } else { verb };
    let mut end = verb + 1;
    for child in tree.children(verb).filter(|child| *child > verb) {
        let reached = match tree.relation(child) {
            Some(Relation::Prt) => Some(child + 1),
            Some(Relation::Dative) if matches!(tree.tag(child), Some(Tag::In | Tag::To)) => {
                prepositional_end(sentence, child)
            }
            Some(Relation::Dobj | Relation::Oprd | Relation::Attr | Relation::Dative) => object_end(sentence, child),
            // "Refused to sell the mill"
            Some(Relation::Xcomp) if tree.tag(child).is_some_and(Tag::is_verb) => Some(of_infinitive(sentence, child)),
            Some(Relation::Acomp) => Some(child + 1),
            Some(Relation::Prep | Relation::Agent) if child == end => prepositional_end(sentence, child),
            _ => None,
        };
        if let Some(reached) = reached.filter(|reached| reached - start <= LONGEST) {
            end = end.max(reached);
        }
    }
    start..end
}

/// One past an infinitive and its object: "to sell | the mill".
fn of_infinitive(sentence: &Sentence<'_>, verb: usize) -> usize {
    let tree = &sentence.tree;
    let objects = tree.children(verb).filter(|at| *at > verb && tree.is(*at, Relation::Dobj));
    objects.filter_map(|object| object_end(sentence, object)).max().unwrap_or(verb + 1)
}

/// One past an object with what is coordinated, and with its "of" phrase.
fn object_end(sentence: &Sentence<'_>, object: usize) -> Option<usize> {
    let tree = &sentence.tree;
    if is_time(sentence, object) {
        return None;
    }
    let last = coordination::conjuncts(tree, object).into_iter().next_back().filter(|last| last - object <= LONGEST);
    let core = noun_phrase::of(tree, last.unwrap_or(object))?.core;
    let of = tree.children_as(object, Relation::Prep).find(|at| *at == core.end && sentence.is_word(*at, word!("of")));
    Some(of.and_then(|of| prepositional_end(sentence, of)).unwrap_or(core.end))
}

/// One past a preposition and its noun, unless it tells when.
fn prepositional_end(sentence: &Sentence<'_>, preposition: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let noun = tree.children_as(preposition, Relation::Pobj).next().filter(|noun| !is_time(sentence, *noun))?;
    Some(noun_phrase::of(tree, noun)?.core.end)
}

fn is_time(sentence: &Sentence<'_>, noun: usize) -> bool {
    let entity = sentence.tree.entities.get(noun).copied().flatten();
    entity.is_some_and(|entity| matches!(entity.kind, EntityType::Date | EntityType::Time))
}

/// As far as no quotation begins or ends and no end of a clause is crossed, without an article or joint at the end.
fn outside_marks(sentence: &Sentence<'_>, own: &Range<usize>, whole: Range<usize>) -> Range<usize> {
    let quotes = |at: usize| {
        let mark = sentence.token(at).map(|token| token.span);
        let all = || sentence.quoted.iter().chain(sentence.nested);
        mark.is_some_and(|mark| all().any(|quoted| quoted.outer.start == mark.start || quoted.outer.end == mark.end))
    };
    let divides = |at: &usize| {
        use TokenKind::{Close, Colon, Dash, Open, Quote, Semicolon};
        match sentence.kind(*at) {
            Some(Quote) => quotes(*at),
            kind => matches!(kind, Some(Semicolon | Colon | Dash | Open | Close)),
        }
    };
    let start = (whole.start..own.start).rev().find(divides).map_or(whole.start, |at| at + 1);
    let mut end = (own.end..whole.end).find(divides).unwrap_or(whole.end);
    while end > own.end && is_loose(sentence, end - 1) {
        end -= 1;
    }
    start..end
}

/// Whether a phrase cannot end with a token: a mark, an article, a preposition.
fn is_loose(sentence: &Sentence<'_>, at: usize) -> bool {
    use TokenKind::{Number, Percent, Possessive, Quote, Word};
    let ends = sentence.kind(at).is_some_and(|kind| matches!(kind, Word | Number | Percent | Possessive | Quote));
    !ends || matches!(sentence.tree.tag(at), Some(Tag::Dt | Tag::PrpPoss | Tag::In | Tag::Cc | Tag::To))
}

/// Whether the sentence's tree takes the word at `word` for a verb that tells what was done.
pub(super) fn is_verb(text: &AnnotatedText<'_>, word: Span) -> bool {
    let sentence = text.sentence_at(word.start).and_then(|record| text.sentence(record));
    sentence.is_some_and(|sentence| {
        let at = sentence.token_at(word.start);
        sentence.tree.tag(at).is_some_and(Tag::is_verb)
            && !matches!(sentence.tree.relation(at), Some(Relation::Amod | Relation::Compound))
            && subject::main_verb(&sentence.tree, at) == at
    })
}
