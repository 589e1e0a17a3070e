#![doc = include_str!("universal.md")]

use crate::detect::cue_filters;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::{Signal, SignalKind};
use crate::text::word_id::WordId;

/// Words before which, or behind which, a word of the list leaves exceptions or belongs to a set phrase.
const BEFORE_ALL: &[WordId] = words!["at", "after", "above", "for", "not", "almost", "nearly", "hardly", "of", "in"];

/// Words behind "all" with which it is a phrase: `all in`, `all along`.
const BEHIND_ALL: &[WordId] = words!["in", "along", "but", "right", "caps", "too"];

/// Words of time, before which "every" tells how often.
const TIMES: Classes = Classes::all(&[Class::TimeUnit, Class::DayPart, Class::Weekday, Class::Month, Class::Season]);

/// Appends the words that leave no exception.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::Universal, SignalKind::Universal, excepts_nothing, signals);
}

/// Not in `not all`, which one counterexample bears out, nor in set phrases: `at all`, `after all`, `nowhere near`,
/// `all night`, `all caps`.
fn excepts_nothing(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let (first, end) = (cue.first as usize, cue.end as usize);
    if sentence.follows(first, words!["not"]) {
        return false;
    }
    // "Every day" tells how often.
    if sentence.is_any(first, words!["every", "each"]) && sentence.is(end, TIMES) {
        return false;
    }
    if sentence.is_word(first, word!("all")) {
        // "The all clear": behind an article it is part of a name of something.
        if sentence.follows(first, grammar::ARTICLE) {
            return false;
        }
        let ends = sentence.token(end).is_none_or(|next| !next.is_word())
            || sentence.is_any(end, BEHIND_ALL)
            || sentence.is_word(end, word!("of")) && sentence.is_any(end + 1, words!["a"]);
        let is_time = sentence.is(end, Class::TimeUnit) && !sentence.is_plural(end)
            || sentence.is(end, Class::DayPart)
            || sentence.is(end, Class::Season);
        let is_phrase = sentence.follows(first, words!["at", "after", "above"])
            || ends && sentence.follows(first, BEFORE_ALL)
            || sentence.kind(end) == Some(TokenKind::Hyphen);
        return !(is_phrase || is_time || sentence.is_any(end, BEHIND_ALL));
    }
    if sentence.is_word(first, word!("ever")) {
        return !sentence.is_any(end, words!["since", "so"])
            && !sentence.follows(first, words!["if", "hardly", "than", "as"]);
    }
    !(sentence.is_word(first, word!("nowhere")) && sentence.is_word(end, word!("near")))
}
