//! Noun phrases, as far as words alone show them: what stands before or behind a verb and may be
//! its subject or object.

use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::text::word_id::WordId;
use std::ops::Range;

/// Longest phrase, in tokens.
const LONGEST: usize = 16;

/// What begins a noun phrase.
const DETERMINERS: (Classes, &[WordId]) = (grammar::DETERMINER, words!["one", "two", "three"]);

/// Classes of nouns that can say or do something.
const ACTORS: Classes = Classes::of(Class::RoleNoun)
    .with(Classes::of(Class::PersonTitle))
    .with(Classes::of(Class::AnonymousSource))
    .with(Classes::of(Class::DocumentNoun))
    .with(Classes::of(Class::OrgNoun))
    .with(Classes::of(Class::GovernmentBody))
    .with(Classes::of(Class::Group))
    .with(Classes::of(Class::Person));

/// Classes of verbs, before which a noun phrase ends.
const VERBS: Classes = Classes::of(Class::PastVerb).with(Classes::of(Class::PresentFactVerb));

/// Whether token `at` is an article, a possessive pronoun or the like.
pub(crate) fn is_determiner(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, DETERMINERS)
}

/// Whether token `at` is `he`, `she`, `they` and the like.
pub(crate) fn is_pronoun(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, (grammar::SUBJECT, (Class::NeutralPronoun, word!("who")), words!["everyone", "nobody", "someone"]))
}

/// Whether token `at` has a capital that a sentence's start does not account for.
pub(crate) fn is_proper(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    token.is_capitalised()
        && (!token.is(Class::FunctionWord) || is_surname(sentence, at))
        && (at > 0 || matches!(token.case, Case::Upper | Case::Mixed) || is_known_name(sentence, at))
}

/// `Ruth May`, `Mrs May`: a surname that is a small word as well.
fn is_surname(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| sentence.is_any(at, words!["may", "will"])) else { return false };
    let given = Classes::of(Class::FirstName).with(Classes::of(Class::PersonTitle));
    sentence.token(at).is_some_and(|token| token.case == Case::Capital)
        && sentence.token(before).is_some_and(|token| token.is_capitalised() && token.classes.any(given))
}

/// Whether a word with a capital is a name wherever it stands.
pub(crate) fn is_known_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    let known = Classes::of(Class::Place).with(Classes::of(Class::FirstName)).with(Classes::of(Class::Group));
    token.classes.any(known) || sentence.capitals.has(sentence.word(at))
}

/// Whether `tokens` name somebody or something that can speak or act.
pub(crate) fn is_actor(sentence: &Sentence<'_>, tokens: Range<usize>) -> bool {
    tokens
        .clone()
        .any(|at| is_proper(sentence, at) || sentence.token(at).is_some_and(|token| token.classes.any(ACTORS)))
        || (tokens.len() == 1 && is_pronoun(sentence, tokens.start))
}

/// Whether token `at` may stand within a noun phrase.
fn is_inside(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    match token.kind {
        TokenKind::Word if token.is(Class::FunctionWord) && token.case != Case::Upper && !is_surname(sentence, at) => {
            let is_compound = sentence.token(at + 1).is_some_and(|next| next.kind == TokenKind::Hyphen && !next.spaced);
            is_determiner(sentence, at)
                || sentence.is(at, (grammar::PHRASE_JOINT, word!("&")))
                || is_object(sentence, at)
                || is_compound
                || sentence.is(
                    at,
                    (Class::OrdinalWord, (Class::PastModifier, Class::NextModifier), words!["first", "same", "own"]),
                )
        }
        TokenKind::Word => {
            token.is_capitalised() && at > 0 || !token.classes.any(VERBS) && !is_saying_behind(sentence, at)
        }
        TokenKind::Hyphen => !token.spaced,
        TokenKind::Possessive | TokenKind::Number => true,
        TokenKind::Quote => is_plural_possessive(sentence, at),
        TokenKind::Other => sentence.is_word(at, word!("&")),
        _ => false,
    }
}

/// `those close to him`
fn is_object(sentence: &Sentence<'_>, at: usize) -> bool {
    let joined = sentence.follows(at, words!["to", "with"]);
    joined && sentence.is(at, Class::ObjectPronoun)
}

/// `He claimed bias from …`: a verb of saying behind a noun; one behind an article or adverb (`the estimated
/// cost`, `newly reported`) belongs to the noun that follows.
fn is_saying_behind(sentence: &Sentence<'_>, at: usize) -> bool {
    let says = sentence.is(at, Class::SpeechVerb) && sentence.word(at).ends_with("ed");
    let Some(before) = at.checked_sub(1).filter(|_| says) else { return false };
    sentence.token(before).is_some_and(|token| token.kind == TokenKind::Word)
        && !is_determiner(sentence, before)
        && !sentence.is(before, (grammar::PHRASE_JOINT, word!("&")))
        && (!sentence.word(before).ends_with("ly") || is_proper(sentence, at + 1))
}

/// `the pilots’ board`: an apostrophe that no quotation begins or ends at.
pub(crate) fn is_plural_possessive(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(mark) = sentence.token(at).filter(|mark| !mark.spaced && mark.kind == TokenKind::Quote) else {
        return false;
    };
    let behind_plural = at.checked_sub(1).is_some_and(|before| sentence.word(before).ends_with('s'));
    let is_mark = sentence
        .quoted
        .iter()
        .chain(sentence.nested)
        .any(|quoted| quoted.outer.end == mark.span.end || quoted.outer.start == mark.span.start);
    behind_plural && matches!(sentence.word(at), "'" | "’") && !is_mark
}

/// The noun phrase that ends before token `end`; none where no noun stands there.
pub(crate) fn before(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    if is_pronoun(sentence, last) {
        return Some(last..end);
    }
    let mut first = end;
    while first > 0 && end - first < LONGEST && is_inside(sentence, first - 1) {
        first -= 1;
        if is_opening_determiner(sentence, first) {
            break;
        }
    }
    trimmed(sentence, first..end)
}

/// The token of the noun that a phrase is about: the last before what it is for or at; of `a majority of
/// voters` the voters.
pub(crate) fn head(sentence: &Sentence<'_>, tokens: Range<usize>) -> usize {
    let joint = tokens.clone().skip(1).find(|at| sentence.is(*at, (grammar::PHRASE_JOINT, word!("&"))));
    let head = joint.unwrap_or(tokens.end).saturating_sub(1).max(tokens.start);
    match joint.filter(|at| sentence.is_word(*at, word!("of")) && !is_actor(sentence, head..head + 1)) {
        Some(of) if of + 1 < tokens.end => self::head(sentence, of + 1..tokens.end),
        _ => head,
    }
}

/// A determiner at which a phrase, read backwards, ends: one that no joint stands before.
fn is_opening_determiner(sentence: &Sentence<'_>, at: usize) -> bool {
    is_determiner(sentence, at) && !sentence.follows(at, (grammar::PHRASE_JOINT, word!("&")))
}

/// The noun phrase that begins at token `first`; none where no noun stands there.
pub(crate) fn after(sentence: &Sentence<'_>, first: usize) -> Option<Range<usize>> {
    if is_pronoun(sentence, first) {
        return Some(first..first + 1);
    }
    let mut end = first;
    let mut nouns = 0;
    while end - first < LONGEST && is_inside(sentence, end) {
        let joins_time = sentence.is(end, (grammar::ADVERBIAL_PREPOSITION, word!("with"))) && nouns > 0;
        // "The message reversed a decision", "the voters and called on them": a verb, whether or not a list knows it.
        let is_verb = nouns > 0
            && sentence.word(end).ends_with("ed")
            && (is_determiner(sentence, end + 1)
                || sentence.is(end + 1, (grammar::PHRASE_JOINT, word!("&")))
                    && (sentence.is_word(end - 1, word!("and")) || is_proper(sentence, end - 1)));
        if is_verb
            || joins_time
            || (nouns > 0 && is_determiner(sentence, end) && !sentence.is(end - 1, (grammar::PHRASE_JOINT, word!("&"))))
        {
            break;
        }
        nouns += usize::from(!is_determiner(sentence, end));
        end += 1;
    }
    trimmed(sentence, first..end)
}

/// Whether token `at` is a name or several people, which "that" does not point at.
fn is_without_article(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_several =
        sentence.word(at).ends_with('s') && sentence.token(at).is_some_and(|token| token.is(Class::RoleNoun));
    is_proper(sentence, at) || is_several
}

/// Without joints at the ends, and without the "that" of "it is clear that Lund …".
fn trimmed(sentence: &Sentence<'_>, mut tokens: Range<usize>) -> Option<Range<usize>> {
    let is_loose = |at: usize| {
        sentence.is(at, (grammar::PHRASE_JOINT, word!("&")))
            || matches!(sentence.kind(at), Some(TokenKind::Hyphen | TokenKind::Possessive))
    };
    while !tokens.is_empty() && is_loose(tokens.start) {
        tokens.start += 1;
    }
    if tokens.len() > 1
        && sentence.is_word(tokens.start, word!("that"))
        && is_without_article(sentence, tokens.start + 1)
    {
        tokens.start += 1;
    }
    while !tokens.is_empty() && (is_loose(tokens.end - 1) || is_determiner(sentence, tokens.end - 1)) {
        tokens.end -= 1;
    }
    (!tokens.is_empty()).then_some(tokens)
}

/// Whether a party's letter with a constituency begins at token `at`: `R-Ky.`, `D-Calif.`
pub(crate) fn is_party_tag(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.word(at), "R" | "D" | "I")
        && sentence.kind(at + 1) == Some(TokenKind::Hyphen)
        && sentence.token(at + 2).is_some_and(|place| place.is_capitalised() && !place.spaced)
}
