#![doc = include_str!("date.md")]

use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::number_words;
use crate::english::phrase_lists::dates::{BENDING, DECADES, QUARTERS};
use crate::english::sentence::Sentence;
use crate::english::token::{Token, TokenKind};
use crate::signal::{Signal, SignalKind, Value};
use crate::text::value::{DateValue, Precision, TimeRelation};
use crate::text::word_id::WordId;

mod absolute;
mod calendar;
mod days;
mod governing_verb;
mod of_period;
mod relative;
pub(crate) mod story;
mod tense;
mod words;

/// A time expression: one past its last token, and what it means.
struct Found {
    end: usize,
    value: DateValue,
}

/// Appends the dates, times and stretches of time in a sentence.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    if !may_hold_time(sentence) {
        return;
    }
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some(found) = may_begin(sentence, at).then(|| expression(sentence, at)).flatten() else {
            at += 1;
            continue;
        };
        let start = with_preposition(sentence, at, &found);
        let span = sentence.span_of(start, found.end);
        signals.push(Signal { kind: SignalKind::Date, span, value: Value::Date(Box::new(found.value)) });
        at = found.end;
    }
}

/// Lists of words without which a time expression has a number.
const TIMES: Classes = Classes::of(Class::Month)
    .with(Classes::of(Class::Weekday))
    .with(Classes::of(Class::TimeUnit))
    .with(Classes::of(Class::DayPart))
    .with(Classes::of(Class::Season))
    .with(Classes::of(Class::VagueTime))
    .with(Classes::of(Class::Holiday));

/// Whether a time expression may begin at token `at`, as far as one look can tell: what none begins with is most
/// of a text.
fn may_begin(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    token.kind == TokenKind::Number
        || token.kind == TokenKind::Quote && sentence.kind(at + 1) == Some(TokenKind::Number)
        || token.leads
        || token.classes.any(TIMES)
        || token.is(((Class::NumberWord, Class::OrdinalWord), Class::IndefiniteArticle, relative::OPENING))
        || token.is((QUARTERS, DECADES, BENDING))
        || number_words::cardinal(token.word).is_some()
        || of_period::OPENERS.iter().any(|words| words.contains(&token.word))
        || relative::OPENERS.iter().any(|words| words.contains(&token.word))
}

/// Every time expression holds a number or a word of these lists.
fn may_hold_time(sentence: &Sentence<'_>) -> bool {
    let tells = |token: &Token| token.kind == TokenKind::Number || token.classes.any(TIMES) || token.is(DECADES);
    sentence.tokens.iter().any(tells) || sentence.cues.iter().any(|cue| cue.classes.any(TIMES))
}

fn expression(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    of_period::at(sentence, at)
        .or_else(|| days::at(sentence, at))
        .or_else(|| absolute::at(sentence, at))
        .or_else(|| relative::at(sentence, at))
}

/// Where the preposition or article before token `at` begins.
fn with_preposition(sentence: &Sentence<'_>, at: usize, found: &Found) -> usize {
    if is_part_of_noun(sentence, at, found) {
        return at;
    }
    let mut start = at;
    let is_time = found.value.precision == Precision::Time;
    if start > 0 && is_time && sentence.is_any(start - 1, words!["around", "about", "shortly"]) {
        start -= 1;
    }
    if start > 1 && sentence.kind(start - 1) == Some(TokenKind::Hyphen) && sentence.is_any(start - 2, PARTS) {
        start -= 2;
    }
    if start > 0 && sentence.is(start - 1, (Class::EarlyLate, words!["nearly", "almost", "just"])) {
        start -= 1;
    }
    if start > 0 && sentence.is_word(start - 1, word!("the")) && !sentence.is_word(at, word!("the")) {
        start -= 1;
    }
    let is_range = found.value.relation == TimeRelation::Range;
    let precedes = |before: usize| {
        sentence.is(before, grammar::TIME_PREPOSITION) || is_range && sentence.is_word(before, word!("between"))
    };
    if start > 0 && precedes(start - 1) {
        start -= 1;
    }
    start
}

/// Words before a hyphen that cut a stretch of time: `mid-1990s`.
const PARTS: &[WordId] = words!["early", "mid", "late"];

/// `the 1968 flood`: the article is the noun's, and of the date only the year.
fn is_part_of_noun(sentence: &Sentence<'_>, at: usize, found: &Found) -> bool {
    let behind_article = sentence.follows(at, word!("the"));
    let noun = sentence.token(found.end).filter(|next| next.is_word() && next.spaced);
    let verbs = Classes::of(Class::FunctionWord).with(Classes::of(Class::PastVerb));
    behind_article
        && found.value.precision == Precision::Year
        && matches!(found.value.relation, TimeRelation::Absolute | TimeRelation::Range)
        && noun.is_some_and(|noun| !noun.classes.any(verbs))
}

/// The verb that puts the day that begins at token `at` on the calendar ("will meet on Friday"), by its token.
pub(super) fn scheduled_by(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    tense::of(sentence, at).filter(|verb| verb.schedules).map(|verb| verb.at)
}

/// Whether token `at` is a number or a word that tells time.
pub(super) fn is_day_word(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| token.kind == TokenKind::Number || token.classes.any(TIMES))
}

/// First token of the prepositions before the day at token `at`.
pub(super) fn start_of(sentence: &Sentence<'_>, at: usize) -> usize {
    tense::start(sentence, at)
}
