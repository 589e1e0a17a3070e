#![doc = include_str!("name.md")]

use super::phrase::{is_known_name, is_party_tag};
use crate::lexicon::{Class, Classes};
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind, Value};
use crate::token::{Case, Token, TokenKind};
use crate::word::Word;
use std::ops::Range;

mod kind;

/// Small words within a person's name.
const PARTICLES: &[Word] = words![
    "de", "da", "di", "del", "della", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "la", "le", "du",
    "dos", "ten", "ter"
];

/// Words of the calendar, which have capitals without being names.
const CALENDAR: Classes = Classes::of(Class::Month).with(Classes::of(Class::Weekday));

/// Common words that stand before a name at a sentence's start.
const BEFORE_NAMES: &[Word] =
    words!["former", "late", "ex", "like", "many", "most", "then", "both", "even", "mr", "dear", "young", "old"];

/// Appends the names in a sentence. Words that a date covers are no names.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let first = signals
        .partition_point(|signal| signal.span.start < sentence.span.start && signal.span.end <= sentence.span.start);
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some(tokens) = name_at(sentence, at) else {
            at += 1;
            continue;
        };
        at = tokens.end;
        let span = sentence.span_of(tokens.start, tokens.end);
        let dated = signals
            .get(first..)
            .unwrap_or_default()
            .iter()
            .any(|signal| signal.kind == SignalKind::Date && signal.span.contains(span));
        if !dated {
            let kind = kind::of(sentence, tokens);
            signals.push(Signal { kind: SignalKind::Name, span, value: Value::Name(kind) });
        }
    }
}

/// The name that begins at token `at`, if one does.
fn name_at(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    if !starts_name(sentence, at) {
        return None;
    }
    let mut end = at + 1;
    while let Some(next) = extension(sentence, at, end) {
        end = next;
    }
    let tokens = at..end;
    let alone = tokens.len() == 1;
    let is_title_alone = alone && sentence.is(at, Class::PersonTitle) && !sentence.is(at, Class::FirstName);
    (!is_title_alone).then_some(tokens)
}

fn starts_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    if !token.is_word()
        || !token.is_capitalised()
        || token.classes.any(CALENDAR) && !is_followed_by_capital(sentence, at)
    {
        return false;
    }
    if token.is(Class::FunctionWord) && (token.case != Case::Upper || token.span.len() < 2 || is_shouted(sentence)) {
        return false;
    }
    if is_party_tag(sentence, at) || at > 1 && is_party_tag(sentence, at - 2) {
        return false;
    }
    if begins_clause(sentence, at) || is_headline(sentence) {
        return is_name_anywhere(sentence, at, token);
    }
    token.span.len() > 1 || is_followed_by_capital(sentence, at)
}

/// Whether the sentence is a heading, or its words begin with capitals as those of a headline do: small ones
/// too, and no long one without.
fn is_headline(sentence: &Sentence<'_>) -> bool {
    if sentence.block.kind.is_heading() {
        return true;
    }
    let (mut capitals, mut small) = (0, 0);
    for (at, token) in sentence.tokens.iter().enumerate().filter(|(_, token)| token.is_word()).take(14) {
        if token.case == Case::Lower && token.span.len() >= 4 {
            return false;
        }
        capitals += usize::from(token.case == Case::Capital);
        small += usize::from(at > 0 && token.case == Case::Capital && token.is(Class::FunctionWord));
    }
    capitals >= 5 && small >= 2
}

/// Whether the sentence is written in capitals throughout.
fn is_shouted(sentence: &Sentence<'_>) -> bool {
    let words = sentence.tokens.iter().filter(|token| token.is_word());
    let (mut upper, mut all) = (0, 0);
    for token in words.take(6) {
        all += 1;
        upper += usize::from(token.case == Case::Upper || token.span.len() == 1);
    }
    all > 2 && upper == all
}

/// Whether a capital at token `at` is owed to the place: a sentence's, quotation's or clause's
/// start.
fn begins_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| sentence.token(before)) else { return true };
    match before.kind {
        TokenKind::Quote | TokenKind::Colon | TokenKind::Dash | TokenKind::Ellipsis => true,
        TokenKind::Open => at == 1,
        TokenKind::Question | TokenKind::Exclamation | TokenKind::Period => true,
        _ => false,
    }
}

/// Whether a capital at a place where any word has one is a name's.
fn is_name_anywhere(sentence: &Sentence<'_>, at: usize, token: &Token) -> bool {
    if matches!(token.case, Case::Upper | Case::Mixed) {
        return token.span.len() > 1 && !is_shouted(sentence);
    }
    if token.is(Class::CommonWord) || sentence.is_any(at, BEFORE_NAMES) {
        return false;
    }
    if is_known_name(sentence, at) || token.is(Class::PersonTitle) && is_followed_by_capital(sentence, at) {
        return true;
    }
    if is_headline(sentence) {
        return false;
    }
    let word = sentence.word(at);
    let looks_common = ["ing", "ly", "ed", "ism", "ists", "ions", "ment", "ness"].iter().any(|end| word.ends_with(end));
    if is_followed_by_capital(sentence, at) {
        return !looks_common && !token.is(Class::OpinionWord);
    }
    let followed_by_verb = sentence
        .token(at + 1)
        .is_some_and(|next| next.kind == TokenKind::Possessive || is_finite_verb(sentence, at + 1));
    followed_by_verb && token.classes.is_empty() && !looks_common && !word.ends_with('s')
}

fn is_finite_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    let verbs =
        Classes::of(Class::SpeechVerb).with(Classes::of(Class::PastVerb)).with(Classes::of(Class::PresentFactVerb));
    token.case == Case::Lower && token.classes.any(verbs)
}

fn is_followed_by_capital(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at + 1).is_some_and(|next| {
        next.is_word()
            && next.is_capitalised()
            && next.spaced
            && !next.is(Class::FunctionWord)
            && !next.classes.any(CALENDAR)
    })
}

/// Where the name at `first..end` goes on to, if it does.
fn extension(sentence: &Sentence<'_>, first: usize, end: usize) -> Option<usize> {
    let token = sentence.token(end)?;
    match token.kind {
        TokenKind::Word if is_verb_of_headline(sentence, end) => None,
        TokenKind::Word if is_name_word(sentence, end) => Some(end + 1),
        TokenKind::Word if sentence.is_any(end, PARTICLES) => {
            let name = end + 1 + usize::from(sentence.is_any(end + 1, PARTICLES));
            is_name_word(sentence, name).then_some(name + 1)
        }
        TokenKind::Word if joins(sentence, first, end) => {
            let next = if sentence.is_word(end + 1, word!("the")) { end + 2 } else { end + 1 };
            is_name_word(sentence, next).then_some(next + 1)
        }
        TokenKind::Hyphen if !token.spaced && sentence.token(end + 1).is_some_and(|next| !next.spaced) => {
            let next = sentence.token(end + 1)?;
            let goes_on =
                next.is_capitalised() || next.kind == TokenKind::Number || sentence.is_any(end + 1, PARTICLES);
            goes_on.then_some(end + 2)
        }
        TokenKind::Other if sentence.is_word(end, word!("&")) && is_name_word(sentence, end + 1) => Some(end + 2),
        TokenKind::Comma if is_state_behind(sentence, end) => Some(end + 2),
        TokenKind::Possessive if is_named_work(sentence, end) => Some(end + 2),
        TokenKind::Number if is_model_number(sentence, first, end) => Some(end + 1),
        _ => None,
    }
}

/// The `Says` of a headline in capitals, "Lund Says Gates Leak".
fn is_verb_of_headline(sentence: &Sentence<'_>, at: usize) -> bool {
    let verbs = Classes::of(Class::SpeechVerb).with(Classes::of(Class::PresentFactVerb));
    sentence.word(at).ends_with('s')
        && sentence.token(at).is_some_and(|token| token.classes.any(verbs) && !token.is(Class::RoleNoun))
        && is_headline(sentence)
}

fn is_name_word(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| {
        token.is_word()
            && token.is_capitalised()
            && token.spaced
            && !token.classes.any(CALENDAR)
            && (!token.is(Class::FunctionWord)
                || token.case == Case::Upper && token.span.len() > 2
                || sentence.word(at) == "A.")
            && sentence.word(at) != "I"
    })
}

/// Whether `of`, `for`, `on`, `and` at token `at` joins parts of one name.
fn joins(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let head = |class: Class| sentence.is(at - 1, class);
    let is_body = head(Class::OrgNoun) || head(Class::LawNoun) || head(Class::GovernmentBody) || head(Class::PlaceNoun);
    let joined_before = (first..at).any(|token| sentence.is_any(token, words!["of", "for", "on"]));
    match sentence.word(at) {
        "of" => !head(Class::RoleNoun) && !head(Class::PersonTitle),
        "for" | "on" => is_body,
        "and" => joined_before && names_body_behind(sentence, at),
        _ => false,
    }
}

/// Whether the capitalised words behind `and` end in a noun that names a body, or are a single
/// word after `Office of …`.
fn names_body_behind(sentence: &Sentence<'_>, at: usize) -> bool {
    let end = (at + 1..sentence.tokens.len()).take_while(|next| is_name_word(sentence, *next)).last();
    end.is_some_and(|last| last == at + 1 || sentence.is(last, Class::OrgNoun) || sentence.is(last, Class::LawNoun))
}

/// `Washington, D.C.`, `Springfield, Ill.`
fn is_state_behind(sentence: &Sentence<'_>, comma: usize) -> bool {
    let is_town = !sentence.is(comma - 1, Class::PersonTitle);
    let state = sentence.token(comma + 1);
    is_town && state.is_some_and(|token| token.is(Class::StateAbbreviation) && token.is_capitalised())
}

/// `Moore's Law`, `Gulliver's Travels`: a possessive before a noun of laws.
fn is_named_work(sentence: &Sentence<'_>, at: usize) -> bool {
    is_name_word(sentence, at + 1) && sentence.is(at + 1, Class::LawNoun)
}

/// `Boeing 737`, `Channel 4`: a short number behind a name that counts nothing.
fn is_model_number(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let short = sentence.token(at).is_some_and(|token| token.span.len() <= 4 && token.spaced);
    let counts = sentence.token(at + 1).is_some_and(|next| {
        next.is_word() && next.case == Case::Lower && !next.is(Class::FunctionWord) && !is_finite_verb(sentence, at + 1)
            || matches!(next.kind, TokenKind::Percent | TokenKind::Hyphen | TokenKind::Currency | TokenKind::Dash)
    });
    let is_series =
        sentence.tokens.get(first..at).unwrap_or_default().iter().all(super::super::token::Token::is_capitalised);
    let known = sentence.is(at - 1, Class::Place)
        || sentence.is(at - 1, Class::CountReference)
        || sentence.is(at - 1, Class::RoleNoun)
        || sentence.is(at - 1, Class::Group);
    short && is_series && !counts && !known && first + 1 == at && first > 0
}
