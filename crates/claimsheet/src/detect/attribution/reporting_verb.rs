//! Whether a word of saying is one where it stands: a verb, of that subject, with something said.
//!
//! Without a parser these are guesses by form: how a verb agrees with its subject, and what follows it.

use super::subject;
use crate::detect::noun_phrase;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::text::word_id::WordId;
use std::ops::Range;

/// Words behind which a verb in `-ed` more often tells of its noun than says something.
const PREPOSITIONS: &[WordId] = words![
    "above", "after", "at", "before", "below", "between", "by", "for", "from", "in", "into", "of", "off", "on", "onto",
    "over", "so", "under", "until", "with"
];

/// Verbs whose forms are nouns as well: `Lund notes`, `the notes`. So are those of [`Class::StatementNoun`].
const NOUNS: &[WordId] = words![
    "attack",
    "attacks",
    "back",
    "debate",
    "debates",
    "detail",
    "details",
    "feel",
    "lecture",
    "lectures",
    "link",
    "links",
    "note",
    "notes",
    "object",
    "objects",
    "outline",
    "outlines",
    "plan",
    "plans",
    "post",
    "posts",
    "project",
    "projects",
    "protest",
    "protests",
    "question",
    "questions",
    "quote",
    "quotes",
    "report",
    "reports",
    "signal",
    "signals",
    "state",
    "states",
    "support",
    "swears",
    "tweet",
    "tweets",
    "views"
];

/// What documents do: `a statement saying`, but not `a pile of charts listing`.
const SAYING: &[WordId] = words![
    "saying",
    "showing",
    "suggesting",
    "claiming",
    "alleging",
    "arguing",
    "warning",
    "accusing",
    "asking",
    "calling",
    "urging",
    "stating",
    "criticizing",
    "criticising",
    "announcing"
];

/// Forms of the past that do not end in `-ed`.
const PAST: &[WordId] = words![
    "said",
    "told",
    "wrote",
    "spoke",
    "thought",
    "knew",
    "felt",
    "held",
    "put",
    "found",
    "read",
    "swore",
    "understood",
    "foresaw",
    "sought",
    "made",
    "laid",
    "had",
    "took",
    "went",
    "shown",
    "written",
    "spoken",
    "sworn",
    "signalled"
];

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
        && !sentence.is_any(before, words!["that", "this", "these", "those", "all", "some", "many", "most", "both"])
        || matches!(sentence.kind(before), Some(TokenKind::Possessive | TokenKind::Hyphen));
    let is_infinitive = sentence
        .is_any(before, words!["to", "of", "for", "in", "by", "with", "from", "on", "about", "without", "into"]);
    !is_noun && !is_infinitive && says_something(sentence, verb)
}

/// Whether what follows is something said, for verbs that as often mean a deed: `added 80 jobs`, `called
/// 911`, `told the story`, `back into the water`, `spoke to the board`.
fn says_something(sentence: &Sentence<'_>, verb: usize) -> bool {
    let next = verb + 1;
    let is = |words: &[WordId]| sentence.is_any(verb, words);
    let is_word = |at: usize| sentence.kind(at) == Some(TokenKind::Word);
    let quotes = || !sentence.quoted.is_empty();
    if is(words!["add", "adds", "added", "adding", "post", "posts", "posted", "posting"]) {
        let opens = sentence.is_any(next, words!["that", "in", "on", "at", "when", "how", "later", "however", "then"]);
        return opens || !is_word(next) && sentence.kind(next) != Some(TokenKind::Number);
    }
    if is(words!["call", "calls", "called", "dubbed", "labeled", "labelled"]) {
        return sentence.kind(next) != Some(TokenKind::Number);
    }
    if is(words!["tell", "tells", "told"]) {
        return !(next..next + 6).any(|at| sentence.is_any(at, words!["story", "stories", "tale", "tales"]));
    }
    if is(words!["back", "backs", "backed", "backing"]) {
        let aside = words!["home", "then", "out", "away", "up", "down", "to"];
        return is_word(next) && !sentence.is_any(next, PREPOSITIONS) && !sentence.is_any(next, aside);
    }
    if is(words!["speak", "speaks", "spoke", "spoken", "speaking"]) {
        return quotes() || !sentence.is_any(next, words!["to", "at", "with", "for"]);
    }
    if is(words!["disagree", "disagrees", "disagreed"]) {
        return quotes() || sentence.is_any(next, words!["that", "with", "about", "on", "over"]);
    }
    if is(words!["compare", "compares", "compared", "comparing"]) {
        return quotes()
            || !sentence.is_any(next, words!["to", "with"])
                && (next..next + 8).any(|at| sentence.is_any(at, words!["to", "with"]));
    }
    if is(words!["know", "knows", "knew"]) {
        let clauses = words!["that", "how", "what", "why", "when", "where", "whether", "if", "it", "he", "she", "they"];
        return sentence.is_any(next, clauses);
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
    if sentence.is_any(verb, words!["call", "calls", "called", "dubbed", "labeled", "labelled"]) {
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
            acts() && nearest() && (!sentence.is(head, Class::DocumentNoun) || sentence.is_any(verb, SAYING))
        }
        Form::Base => is_verb() && is_several(sentence, subject, head, verb),
        Form::Third => is_verb() && !is_plural(sentence, head),
    }
}

fn is_noun_too(sentence: &Sentence<'_>, verb: usize) -> bool {
    sentence.is_any(verb, NOUNS) || sentence.is(verb, Class::StatementNoun)
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
    if word.ends_with("ed") || sentence.is_any(verb, PAST) {
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
        sentence.is_any(at, subject::HELPERS) && !sentence.is_any(at, words!["also", "not"])
            || sentence.is_any(at, subject::PROGRESSIVE)
            || sentence.is_word(at, word!("to"))
    };
    (from..verb).any(helps)
}

/// `a film called “Rain”`, `a boy called Lund`: the name of something, and nobody's words.
fn is_naming(sentence: &Sentence<'_>, verb: usize, subject: &Range<usize>) -> bool {
    let is_any = sentence.is_any(subject.start, words!["a", "an", "another", "one", "some"]);
    let is_name = matches!(sentence.kind(verb + 1), Some(TokenKind::Quote))
        || noun_phrase::is_proper(sentence, verb + 1)
        || sentence.is_word(verb + 1, word!("the")) && noun_phrase::is_proper(sentence, verb + 2);
    is_any && is_name && subject.end == verb
}

/// `the changes announced in May`, `the letter posted on Friday`: told of a thing, which says nothing.
fn is_reduced(sentence: &Sentence<'_>, verb: usize, head: usize) -> bool {
    let is_thing = !noun_phrase::is_actor(sentence, head..head + 1) || sentence.is(head, Class::DocumentNoun);
    let is_passive = sentence.is_any(verb + 1, PREPOSITIONS)
        || sentence.is_word(verb + 1, word!("to")) && sentence.is_word(verb + 2, word!("be"));
    sentence.word(verb).ends_with("ed") && is_thing && is_passive
}

/// Whether a subject goes with a verb that has no ending: `they say`, `officials say`, `Lund and Dahl say`,
/// `Northport say`, but not `One Northport plan`.
fn is_several(sentence: &Sentence<'_>, subject: &Range<usize>, head: usize, verb: usize) -> bool {
    let is_they = sentence
        .is_any(subject.start, words!["they", "we", "i", "you", "who", "that", "which", "all", "those", "many"]);
    let joined = subject.clone().any(|at| sentence.is_any(at, words!["and", "&"]));
    let is_body = !is_noun_too(sentence, verb) && subject.clone().all(|at| noun_phrase::is_proper(sentence, at));
    is_they || joined || is_body || is_plural(sentence, head) || sentence.is(head, Class::PercentWord)
}

fn is_plural(sentence: &Sentence<'_>, head: usize) -> bool {
    let Some(token) = sentence.token(head) else { return false };
    let word = sentence.word(head);
    let ends = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let is_name = token.is_capitalised() && !token.is(Class::Group) && head > 0;
    ends && !is_name
        || sentence.is_any(
            head,
            words!["people", "police", "men", "women", "children", "they", "we", "chairmen", "data", "media"],
        )
}
