//! What is said to have been done: the verb of each clause with what completes it.

use crate::claim::Verify;
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::sentence_group::SentenceGroup;
use crate::signal::{Signal, SignalKind};
use crate::speech::performative;
use crate::speech::reported_speech::{self, Told};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::view::verb_group::{Mood, Tense};
use claimsheet_grammar::view::{clause, noun_phrase, subject, verb_group};
use claimsheet_grammar::{Relation, Tag, Tree};

/// The sorts of acts, the weightiest first.
const ACTS: &[(SignalKind, Verify)] = &[
    (SignalKind::Allegation, Verify::ActionAllegation),
    (SignalKind::Business, Verify::ActionBusiness),
    (SignalKind::Government, Verify::ActionGovernment),
    (SignalKind::Science, Verify::ActionScience),
    (SignalKind::Plan, Verify::ActionPlan),
];

/// Modal verbs of what may be; `can` tells what somebody is able to do, `must` what is asked.
const MAY: &[WordId] = words!["may", "might", "could"];

/// Most words of an act.
const LONGEST: usize = 12;

/// Fewest words of an act that is cut.
const SHORTEST: usize = 4;

/// Bytes behind a verb of buying within which what is bought is looked for, up to a comma.
const BOUGHT: u32 = 60;

/// Classes of nouns some of which look like verbs of business.
const NOUNS: Classes =
    Classes::of(Class::BusinessNoun).with(Classes::of(Class::OrgNoun)).with(Classes::of(Class::RoleNoun));

/// The acts of a passage, in the order of the text, and what to verify about each. The verb of saying is none
/// where it tells who speaks.
pub(super) fn all(passage: &SentenceGroup<'_>, told: &Told<'_>) -> Vec<(Span, Verify)> {
    let mut acts = Vec::new();
    for sentence in passage.records().iter().filter_map(|record| passage.text.sentence(record)) {
        let clauses = (0..sentence.tree.len()).filter(|at| tells_act(&sentence, *at));
        let spans = clauses.filter_map(|verb| act(&sentence, verb)).filter(|act| passage.span.contains(act.whole));
        let spans = spans.filter(|act| act.has_more || !is_of_saying(passage, act.verb));
        acts.extend(spans.map(|act| (act.whole, verify(passage, told, &act))));
    }
    // Wrongdoing that a noun names: "the fraud".
    let wrongs = passage.signals_of(SignalKind::Allegation).filter(|signal| told.tells(signal));
    let named: Vec<Span> =
        wrongs.map(|wrong| wrong.span).filter(|wrong| !acts.iter().any(|(act, _)| act.overlaps(*wrong))).collect();
    acts.extend(named.into_iter().map(|wrong| (wrong, Verify::ActionAllegation)));
    let sentences = passage.records().iter().filter_map(|record| passage.text.sentence(record));
    let held: Vec<Span> = sentences.flat_map(|sentence| holdings(passage, &sentence, told)).collect();
    let held: Vec<Span> = held.into_iter().filter(|held| !acts.iter().any(|(act, _)| act.overlaps(*held))).collect();
    acts.extend(held.into_iter().map(|holding| (holding, Verify::ActionOwnership)));
    acts
}

/// What a noun says that somebody owns: `a likely majority stake in the network`.
fn holdings(passage: &SentenceGroup<'_>, sentence: &Sentence<'_>, told: &Told<'_>) -> Vec<Span> {
    let is_holding = |signal: &&Signal| {
        let words = passage.text.passage(signal.span);
        told.tells(signal) && reported_speech::is_of_ownership(words) && words.last_is(Class::BusinessNoun)
    };
    let phrase = |signal: &Signal| {
        let noun = sentence.token_at(signal.span.end).checked_sub(1)?;
        let phrase = noun_phrase::of(&sentence.tree, noun)?;
        // Of what it is told by "of" or "in": a bare "the takeover" says nothing.
        sentence.tree.children_as(noun, Relation::Prep).next()?;
        let is_mark = |at: &usize| sentence.kind(*at) == Some(TokenKind::Comma);
        let end = (noun..phrase.whole.end.min(noun + LONGEST)).find(is_mark).unwrap_or(phrase.whole.end);
        let is_article = sentence.tree.tag(phrase.core.start) == Some(Tag::Dt);
        Some(sentence.span_of(phrase.core.start + usize::from(is_article), end.min(noun + LONGEST)))
    };
    let signals = passage.signals_of(SignalKind::Business).filter(is_holding);
    signals.filter(|signal| sentence.span.contains(signal.span)).filter_map(phrase).collect()
}

/// An act in the prose.
struct Act {
    verb: Span,
    /// Whether an act completes it, as in `agreed to pay`, or it is a statement to or against somebody, as in `issued a
    /// warning against the firm`: then it is more than the word of who speaks.
    has_more: bool,
    /// Whether it is said to come, or to be possible.
    is_forecast: bool,
    whole: Span,
}

/// Whether a clause's verb tells that something is done: what should be done tells none, and `agreed to pay` is one
/// act, which begins at the verb with tense.
fn tells_act(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let advises = || {
        verb_group::of(tree, verb)
            .is_some_and(|group| group.auxiliaries.iter().any(|at| sentence.is(*at, Class::AdvisingModal)))
    };
    let is_clause = clause::is_head(tree, verb) && verb_group::of(tree, verb).is_some();
    let is_of_another = completes(tree, verb) && tree.head(verb).is_some_and(|head| clause::is_head(tree, head));
    is_clause && !is_of_another && !advises()
}

/// Whether a clause is no statement of its own but completes the verb above it: `agreed to pay`, `makes it harder`,
/// `allows firms to leave`.
fn completes(tree: &Tree<'_>, verb: usize) -> bool {
    tree.is(verb, Relation::Xcomp) || tree.is(verb, Relation::Ccomp) && !clause::is_finite(tree, verb)
}

/// The verb with its own auxiliaries and what follows it in its clause, at most [`LONGEST`] words.
fn act(sentence: &Sentence<'_>, verb: usize) -> Option<Act> {
    let tree = &sentence.tree;
    let is_helper = |at: &usize| {
        *at < verb
            && tree.tag(*at) != Some(Tag::To)
            && matches!(tree.relation(*at), Some(Relation::Aux | Relation::Auxpass | Relation::Neg))
    };
    let start = tree.children(verb).filter(is_helper).min().unwrap_or(verb);
    let end = end(sentence, verb);
    let whole = sentence.span_of(start, end);
    // `Is`, `has been` and the like tell nothing by themselves.
    let is_bare = end == verb + 1 && (sentence.is(verb, Class::Have) || sentence.is(verb, Class::Be));
    let has_more = tree.children_as(verb, Relation::Xcomp).next().is_some()
        || is_statement(sentence, verb)
        || performative::is_one(sentence, verb);
    let is_forecast = is_forecast(sentence, verb);
    (!is_bare).then(|| Act { verb: sentence.span_of(verb, verb + 1), has_more, is_forecast, whole })
}

/// `issued a warning against the firm`, `made an appeal to the court`: a statement as an act of its own.
fn is_statement(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let is_to_somebody = |joint: usize| sentence.is_any(joint, words!["against", "to"]);
    let mut objects = tree.children_as(verb, Relation::Dobj).filter(|at| sentence.is(*at, Class::StatementNoun));
    objects.any(|at| {
        let joints = tree.children_as(at, Relation::Prep).chain(tree.children_as(verb, Relation::Prep));
        joints.filter(|joint| *joint > at).any(is_to_somebody)
    })
}

/// Whether a verb tells what is to come or may be: `will cost`, `would cut`, `could reach`.
fn is_forecast(sentence: &Sentence<'_>, verb: usize) -> bool {
    let Some(group) = verb_group::of(&sentence.tree, verb) else { return false };
    let may = || group.auxiliaries.iter().any(|at| sentence.is_any(*at, MAY));
    match group.mood {
        Mood::Indicative => matches!(group.tense, Tense::Future | Tense::FuturePerfect),
        Mood::Conditional => true,
        Mood::Modal => may(),
        Mood::Imperative => false,
    }
}

/// Where an act ends, one past its last token.
fn end(sentence: &Sentence<'_>, verb: usize) -> usize {
    let tree = &sentence.tree;
    let is_own = |at: usize| {
        let mut clauses = tree.upwards(subject::main_verb(tree, at)).filter(|up| clause::is_head(tree, *up));
        clauses.find(|up| *up == verb || !completes(tree, *up)) == Some(verb)
    };
    let is_mark = |at: usize| {
        matches!(
            sentence.kind(at),
            Some(TokenKind::Comma | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash | TokenKind::Period)
        )
    };
    let mut end = verb + 1;
    while end < tree.len() && !is_mark(end) && is_own(end) {
        end += 1;
    }
    if end - verb > LONGEST {
        let opens = |at: &usize| tree.is(*at, Relation::Prep) || tree.is(*at, Relation::Prt);
        end = (verb + SHORTEST..=verb + LONGEST).rev().find(opens).unwrap_or(verb + LONGEST);
    }
    // Nothing ends in "the" or "of".
    let hangs = |at: usize| {
        matches!(tree.tag(at), Some(Tag::In | Tag::Dt | Tag::Cc | Tag::To | Tag::PrpPoss))
            || matches!(sentence.kind(at), Some(TokenKind::Open | TokenKind::Hyphen | TokenKind::Quote))
    };
    while end > verb + 1 && hangs(end - 1) {
        end -= 1;
    }
    end
}

/// Whether a verb is the one by which somebody is said to speak.
fn is_of_saying(passage: &SentenceGroup<'_>, verb: Span) -> bool {
    let mut said = passage.signals_of(SignalKind::Attribution);
    said.any(|signal| signal.span.overlaps(verb))
}

/// What to verify about an act: by the weightiest signal in it that the draft tells in its own voice, else by whether
/// it has happened.
fn verify(passage: &SentenceGroup<'_>, told: &Told<'_>, act: &Act) -> Verify {
    let weightiest = ACTS.iter().find_map(|(kind, verify)| {
        let mut signals =
            passage.signals_of(*kind).filter(|signal| signal.span.overlaps(act.whole) && told.tells(signal));
        signals.find_map(|signal| verify_act(passage, signal, *verify))
    });
    weightiest.unwrap_or(if act.is_forecast { Verify::ActionForecast } else { Verify::ActionEvent })
}

/// What to verify about an act by one signal in it; none for a noun that names a trade (`e-commerce`,
/// `companies`), and for what studies are about. Who owns how much is asked where a company or a part of one is
/// owned.
fn verify_act(passage: &SentenceGroup<'_>, signal: &Signal, verify: Verify) -> Option<Verify> {
    let words = passage.text.passage(signal.span);
    let buys_company = || {
        passage.signals_of(SignalKind::Business).any(|other| {
            let between = Span::new(signal.span.end, other.span.start.max(signal.span.end));
            other.span.start > signal.span.end
                && between.len() as u32 <= BOUGHT
                && !passage.text.passage(between).has_kind(&[TokenKind::Comma])
        })
    };
    let is_verbal_noun = || words.tokens.last().is_some_and(|last| words.ends_in(last, "ing"));
    match verify {
        Verify::ActionBusiness if reported_speech::is_of_ownership(words) && (!is_verbal_noun() || buys_company()) => {
            Some(Verify::ActionOwnership)
        }
        Verify::ActionBusiness => is_of_business(words).then_some(verify),
        // What studies are about, as `climate`, and who makes them tell of no study.
        Verify::ActionScience => words.last_is(Class::StudyNoun).then_some(verify),
        _ => Some(verify),
    }
}

/// Whether words are something that a company does. A plural that is a noun as well (`markets`, `partners`) tells
/// no act by itself.
fn is_of_business(words: Passage<'_>) -> bool {
    let is_noun = words.is_plural() && words.last_classes().any(NOUNS);
    words.word_count() > 1 || matches!(words.tokens, [verb] if verb.is(Class::BusinessVerb)) && !is_noun
}
