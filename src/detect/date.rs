#![doc = include_str!("date.md")]

use crate::lexicon::{Class, Classes};
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind, Value};
use crate::token::TokenKind;
use crate::value::DateValue;
use crate::word::Word;

mod absolute;
mod calendar;
mod relative;
mod words;

/// Prepositions that belong to the time expression behind them.
const PREPOSITIONS: &[Word] = words![
    "in",
    "on",
    "since",
    "by",
    "until",
    "till",
    "from",
    "during",
    "over",
    "within",
    "throughout",
    "for",
    "at",
    "before",
    "after",
    "through",
    "as"
];

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
        let start = with_preposition(sentence, at);
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
        || token.leads
        || token.classes.any(TIMES)
        || token.is(Class::OrdinalWord)
        || [words::NUMBERS, words::ARTICLES, absolute::QUARTERS].iter().any(|words| words.contains(&token.word))
        || relative::OPENERS.iter().any(|words| words.contains(&token.word))
}

/// Every time expression holds a number or a word of these lists.
fn may_hold_time(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().any(|token| token.kind == TokenKind::Number || token.classes.any(TIMES))
        || sentence.cues.iter().any(|cue| cue.classes.any(TIMES))
}

fn expression(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    absolute::at(sentence, at).or_else(|| relative::at(sentence, at))
}

/// Where the preposition or article before token `at` begins.
fn with_preposition(sentence: &Sentence<'_>, at: usize) -> usize {
    let mut start = at;
    if start > 0
        && sentence.is_any(start - 1, words!["early", "late", "mid", "earlier", "later", "nearly", "almost", "just"])
    {
        start -= 1;
    }
    if start > 0 && sentence.is_word(start - 1, word!("the")) && !sentence.is_word(at, word!("the")) {
        start -= 1;
    }
    if start > 0 && sentence.is_any(start - 1, PREPOSITIONS) {
        start -= 1;
    }
    start
}
