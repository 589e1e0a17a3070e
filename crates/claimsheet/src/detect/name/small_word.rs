//! Small words of a title that have a capital within a sentence: "in My Quiet Harbour".

use super::{begins_clause, is_followed_by_capital, is_headline};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::Case;
use claimsheet_grammar::Tag;

/// `My` of "in My Quiet Harbour", `A` of "Beside A Pilot": a small word that has a capital within a sentence, as titles do,
/// and a word with one behind it.
pub(super) fn is_of_title(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_small = |at: usize| {
        sentence.token(at).is_some_and(|token| {
            let is_letter = token.case == Case::Upper && sentence.word(at) == "A";
            token.is(Class::FunctionWord)
                && !token.is(Class::OrdinalWord)
                && (token.case == Case::Capital || is_letter)
                && token.spaced
        })
    };
    let is_within = |at: usize| {
        at.checked_sub(1).and_then(|before| sentence.token(before)).is_some_and(|before| {
            before.is_word() && (before.case == Case::Lower || before.is(Class::FunctionWord))
                || before.is_capitalised()
        })
    };
    let is_courtesy = sentence.is_any(at, words!["his", "her", "your", "their"]);
    is_small(at)
        && is_within(at)
        && !is_courtesy
        && !begins_clause(sentence, at)
        && !is_headline(sentence)
        && (is_followed_by_capital(sentence, at) || is_small(at + 1) && is_followed_by_capital(sentence, at + 1))
}

/// Whether a small word of a title may be its first: no "the", no verb or preposition, and no "First" of a minister.
pub(super) fn begins_title(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_bound = matches!(sentence.tree.tag(at), Some(Tag::In | Tag::To | Tag::Md | Tag::Cc))
        || sentence.tree.tag(at).is_some_and(Tag::is_verb)
        || sentence.is(at, (Class::Be, word!("the")));
    is_of_title(sentence, at) && !is_bound && !sentence.is(at + 1, (Class::PersonTitle, Class::RoleNoun, Class::Group))
}
