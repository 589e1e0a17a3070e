//! Verbs of saying that as often mean a deed: "added 80 jobs", "called 911", "maintained by the port".

use super::content::Content;
use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use claimsheet_grammar::Relation;

/// Whether the verb at token `verb` tells of a deed with such a `content`, and of nothing said.
pub(super) fn is_one(sentence: &Sentence<'_>, verb: usize, content: Content) -> bool {
    let next = verb + 1;
    let objects = || sentence.tree.children_as(verb, Relation::Dobj);
    let is_topic = |joints| {
        let mut topics = sentence.tree.children_as(verb, Relation::Prep);
        topics.any(|at| sentence.is(at, joints))
    };
    if sentence.is_any(verb, words!["wrote", "written", "writes", "penned"]) && content == Content::Object {
        // "Lund, who sang in Quiet Harbour and wrote it"
        return objects().any(|at| noun_phrase::is_proper(sentence, at));
    }
    if sentence.is(verb, verbs!["add", "maintain", "post"]) {
        !content.is_said()
    } else if sentence.is(verb, verbs!["call"]) {
        // "called 911", "called in the medics"
        sentence.kind(next) == Some(TokenKind::Number) || sentence.is_any(next, words!["in", "off", "up"])
    } else if sentence.is(verb, (verbs!["tell"], words!["told"])) {
        objects().any(|at| sentence.is_any(at, words!["story", "stories", "tale", "tales"]))
    } else if sentence.is(verb, Class::Go) {
        // "went on for years"
        !content.is_said() && sentence.is_word(verb + 2, word!("for"))
    } else if sentence.is(verb, verbs!["back"]) {
        content != Content::Object
    } else if sentence.is(verb, (verbs!["speak"], words!["spoke", "spoken"])) {
        sentence.quoted.is_empty() && sentence.is_any(next, words!["to", "at", "with", "for"])
    } else if sentence.is_word(verb, word!("accused")) {
        // "Lund accused of fraud" in a headline: of whom others say it.
        sentence.is_word(next, word!("of"))
    } else if sentence.is(verb, verbs!["disagree"]) {
        !is_topic(words!["with", "about", "on", "over"])
    } else if sentence.is(verb, verbs!["compare"]) {
        objects().next().is_none()
    } else if sentence.is(verb, (verbs!["know"], words!["knew"])) {
        !sentence.is(next, (grammar::CLAUSE_OPENER, grammar::SUBJECT, Class::NeutralPronoun))
    } else {
        false
    }
}
