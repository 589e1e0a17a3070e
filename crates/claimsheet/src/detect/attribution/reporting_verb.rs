//! Whether a word of saying is one where it stands: a verb, of that subject, with something said.
//!
//! Without a parser these are guesses by form: how a verb agrees with its subject, and what follows it.

use super::content::Content;
use super::subject;
use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::text::word_id::WordId;
use std::ops::Range;

/// Verbs by which a thing gets its name.
const NAMING: &[WordId] = words!["call", "calls", "called", "dubbed", "labeled", "labelled"];

/// Words of these lists are nouns behind an article, and part of a name with a capital.
pub(super) fn is_one(sentence: &Sentence<'_>, verb: usize) -> bool {
    let Some(token) = sentence.token(verb) else { return false };
    let in_capitals = sentence.block.kind.is_heading() && sentence.word(verb).ends_with('s');
    if token.case != Case::Lower && !in_capitals {
        return false;
    }
    let Some(before) = verb.checked_sub(1) else { return false };
    if subject::is_going_on(sentence, before) || subject::is_contraction(sentence, verb) {
        return true;
    }
    let is_noun = noun_phrase::is_determiner(sentence, before)
        && !sentence.is(before, (Class::Demonstrative, Class::PronominalQuantifier))
        || matches!(sentence.kind(before), Some(TokenKind::Possessive | TokenKind::Hyphen));
    let is_infinitive = sentence.is(before, (Class::Preposition, word!("to")));
    !is_noun && !is_infinitive && says_something(sentence, verb)
}

/// Whether what follows is something said, for verbs that as often mean a deed: `added 80 jobs`, `called
/// 911`, `told the story`, `back into the water`, `spoke to the board`.
fn says_something(sentence: &Sentence<'_>, verb: usize) -> bool {
    let next = verb + 1;
    let is_word = |at: usize| sentence.kind(at) == Some(TokenKind::Word);
    let quotes = || !sentence.quoted.is_empty();
    if sentence.is(verb, verbs!["add", "post"]) {
        let opens = sentence.is_any(next, words!["that", "in", "on", "at", "when", "how", "later", "however", "then"]);
        return opens || !is_word(next) && sentence.kind(next) != Some(TokenKind::Number);
    }
    if sentence.is(verb, NAMING) {
        return sentence.kind(next) != Some(TokenKind::Number);
    }
    if sentence.is(verb, words!["tell", "tells", "told"]) {
        return !(next..next + 6).any(|at| sentence.is_any(at, words!["story", "stories", "tale", "tales"]));
    }
    if sentence.is(verb, verbs!["back"]) {
        let aside = (Class::VerbParticle, words!["home", "then", "to"]);
        return is_word(next) && !sentence.is(next, (Class::Preposition, word!("so"))) && !sentence.is(next, aside);
    }
    if sentence.is(verb, (verbs!["speak"], words!["spoke", "spoken"])) {
        let tells = || Content::of(sentence, verb) != Content::Nothing;
        return quotes() || tells() && !sentence.is_any(next, words!["to", "at", "with", "for"]);
    }
    // "Lund accused of fraud" in a headline: of whom others say it.
    if sentence.is_word(verb, word!("accused")) {
        return !sentence.is_word(next, word!("of"));
    }
    if sentence.is(verb, words!["disagree", "disagrees", "disagreed"]) {
        return quotes() || sentence.is_any(next, words!["that", "with", "about", "on", "over"]);
    }
    if sentence.is(verb, verbs!["compare"]) {
        return quotes()
            || !sentence.is_any(next, words!["to", "with"])
                && (next..next + 8).any(|at| sentence.is_any(at, words!["to", "with"]));
    }
    if sentence.is(verb, words!["know", "knows", "knew"]) {
        let clauses = (grammar::CLAUSE_OPENER, grammar::SUBJECT, Class::NeutralPronoun);
        return sentence.is(next, clauses);
    }
    true
}

/// Whether the verb at token `verb` can have `subject`: `officials say`, but not `a distress signal`, `three
/// battleground states`, `the policy announced in May`.
pub(super) fn agrees(sentence: &Sentence<'_>, verb: usize, subject: &Range<usize>) -> bool {
    let head = noun_phrase::head(sentence, subject.clone());
    let acts = || noun_phrase::is_actor(sentence, head..head + 1);
    // "Port Ansel protests fade": a protest is told only with what it says.
    if sentence.is_any(verb, words!["protest", "protests"]) && !is_told(sentence, verb) {
        return false;
    }
    if sentence.is(verb, NAMING) {
        return acts() && !is_naming(sentence, verb, subject);
    }
    if sentence.is_word(verb, word!("ruled")) {
        return sentence.is(head, Class::GovernmentBody);
    }
    if sentence.is_any(verb, words!["feel", "feels", "felt"]) && !acts() {
        return false;
    }
    if subject.end > verb || has_helper(sentence, subject.end, verb) {
        return !is_noun_too(sentence, verb) || acts();
    }
    // "Lund in early-morning tweets", "the board and its rubble comment": of a noun, what stands before is no actor.
    let nearest = || noun_phrase::is_actor(sentence, subject.end - 1..subject.end);
    let is_verb = || !is_noun_too(sentence, verb) || acts() && nearest();
    match form(sentence, verb) {
        Form::Past => acts() || !is_reduced(sentence, verb, head),
        Form::Progressive => {
            acts()
                && nearest()
                && (!sentence.is(head, Class::DocumentNoun) || sentence.is(verb, Class::DocumentParticiple))
        }
        Form::Base => is_verb() && is_several(sentence, subject, head, verb),
        Form::Third => is_verb() && !is_plural(sentence, head),
    }
}

fn is_noun_too(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is(verb, Class::SpeechNoun) || sentence.is(verb, Class::StatementNoun)
}

fn is_told(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is_word(verb + 1, word!("that"))
        || matches!(sentence.kind(verb + 1), Some(TokenKind::Quote | TokenKind::Comma | TokenKind::Period))
}

/// Which form of a verb a word is.
enum Form {
    Base,
    Third,
    Past,
    Progressive,
}

fn form(sentence: &Sentence<'_>, verb: usize) -> Form {
    let word = sentence.word(verb);
    if word.ends_with("ed") || sentence.is(verb, Class::IrregularPast) {
        Form::Past
    } else if word.ends_with("ing") {
        Form::Progressive
    } else if word.ends_with('s') && !word.ends_with("ss") {
        Form::Third
    } else {
        Form::Base
    }
}

/// Whether a word that any subject goes with stands between subject and verb: `the plan would call for`.
fn has_helper(sentence: &Sentence<'_>, from: usize, verb: usize) -> bool {
    let helps = |at: usize| {
        sentence.is(at, (subject::HELPERS, subject::PROGRESSIVE, words!["now", "still"]))
            || sentence.is_word(at, word!("to"))
    };
    (from..verb).any(helps)
}

/// `a film called “Rain”`, `a boy called Lund`: the name of something, and nobody's words.
fn is_naming(sentence: &Sentence<'_>, verb: usize, subject: &Range<usize>) -> bool {
    let is_any = sentence.is(subject.start, (Class::IndefiniteArticle, words!["another", "one", "some"]));
    let is_name = matches!(sentence.kind(verb + 1), Some(TokenKind::Quote))
        || noun_phrase::is_proper(sentence, verb + 1)
        || sentence.is_word(verb + 1, word!("the")) && noun_phrase::is_proper(sentence, verb + 2);
    is_any && is_name && subject.end == verb
}

/// `the changes announced in May`, `the letter posted on Friday`: told of a thing, which says nothing.
fn is_reduced(sentence: &Sentence<'_>, verb: usize, head: usize) -> bool {
    let is_thing = !noun_phrase::is_actor(sentence, head..head + 1) || sentence.is(head, Class::DocumentNoun);
    let is_passive = sentence.is(verb + 1, (Class::Preposition, word!("so")))
        || sentence.is_word(verb + 1, word!("to")) && sentence.is_word(verb + 2, word!("be"));
    sentence.word(verb).ends_with("ed") && is_thing && is_passive
}

/// Whether a subject goes with a verb that has no ending: `they say`, `officials say`, `Lund and Dahl say`,
/// `Northport say`, but not `One Northport plan`.
fn is_several(sentence: &Sentence<'_>, subject: &Range<usize>, head: usize, verb: usize) -> bool {
    let is_they = sentence.is(
        subject.start,
        (Class::BaseSubject, Class::RelativePronoun, (Class::PronominalQuantifier, words!["you", "those"])),
    );
    let joined = subject.clone().any(|at| sentence.is_any(at, words!["and", "&"]));
    let is_body = !is_noun_too(sentence, verb) && subject.clone().all(|at| noun_phrase::is_proper(sentence, at));
    is_they || joined || is_body || is_plural(sentence, head) || sentence.is(head, Class::PercentWord)
}

/// Whether several do what a verb says, if `head` is its subject.
fn is_plural(sentence: &Sentence<'_>, head: usize) -> bool {
    let is_name =
        sentence.token(head).is_some_and(|token| token.is_capitalised() && !token.is(Class::Group)) && head > 0;
    sentence.is_plural(head) && !is_name
        || sentence.is(head, (Class::IrregularPlural, words!["they", "we"], words!["chairmen", "data", "media"]))
}
