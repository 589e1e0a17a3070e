//! Whether a day that is told without its year or week lies before the article's own or after it: the verb that
//! governs it decides, which is the nearest before it in its clause ("told us on Friday that it would close on
//! Monday"), and behind a day that opens its clause the first one ("On Friday, the board will vote").

use super::governing_verb;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::phrase_lists::dates::BEFORE_DAYS;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::text::word_id::WordId;

/// Which way from the article's date a day is to be looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// A verb that tells where a day lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    pub(super) tense: Tense,
    /// Its token.
    pub(super) at: usize,
    /// Whether it puts a thing on the calendar: "will", "opens", "is due"; not "would" or "may".
    pub(super) schedules: bool,
}

/// How far from a day its verb is looked for, in tokens.
const REACH: usize = 24;

/// First token of the prepositions before the day at token `at`.
pub(super) fn start(sentence: &Sentence<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0
        && (is_before_days(sentence, start - 1) || start < at && sentence.kind(start - 1) == Some(TokenKind::Hyphen))
    {
        start -= 1;
    }
    start
}

fn is_before_days(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, (grammar::TIME_PREPOSITION, (Class::EarlyLate, word!("next")), words!["following", "coming"]))
        || sentence.is(at, BEFORE_DAYS)
}

/// The verb that governs the day at token `at`.
pub(super) fn of(sentence: &Sentence<'_>, at: usize) -> Option<Verb> {
    let since = at.checked_sub(1).filter(|before| sentence.is_word(*before, word!("since")));
    if let Some(at) = since {
        return Some(Verb { tense: Tense::Past, at, schedules: false });
    }
    if let Some(verb) = governing_verb::of(sentence, at) {
        return Some(verb);
    }
    let start = start(sentence, at);
    if opens_clause(sentence, start) {
        behind(sentence, at, true).or_else(|| before(sentence, start.saturating_sub(1)))
    } else {
        before(sentence, start).or_else(|| behind(sentence, at, false))
    }
}

/// Whether nothing of its clause stands before token `start`; a day behind another ("on Monday and Friday") has
/// that one's verb.
fn opens_clause(sentence: &Sentence<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return true };
    let joins = sentence.is_any(before, words!["and", "but", "or"]);
    let days = Classes::of(Class::Weekday).with(Classes::of(Class::Month)).with(Classes::of(Class::DayPart));
    let follows_day = before
        .checked_sub(1)
        .and_then(|day| sentence.token(day))
        .is_some_and(|day| day.classes.any(days) || day.kind == TokenKind::Number);
    sentence.kind(before).is_some_and(ends_clause)
        || joins && !follows_day
        || sentence.is(before, (Class::RelativePronoun, Class::Subordinator))
}

const fn ends_clause(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Comma
            | TokenKind::Semicolon
            | TokenKind::Colon
            | TokenKind::Dash
            | TokenKind::Quote
            | TokenKind::Open
            | TokenKind::Close
    )
}

/// The nearest verb of the clause before token `end`. An infinitive counts where no other does.
fn before(sentence: &Sentence<'_>, end: usize) -> Option<Verb> {
    let mut infinitive = None;
    for at in (end.saturating_sub(REACH)..end).rev() {
        if sentence.kind(at).is_some_and(ends_clause) || sentence.is(at, (Class::RelativePronoun, Class::Subordinator))
        {
            break;
        }
        let Some(verb) = verb(sentence, at, end) else { continue };
        if verb.tense == Tense::Past || !is_infinitive(sentence, at) {
            return Some(verb);
        }
        infinitive = infinitive.or(Some(verb));
    }
    infinitive
}

/// The first verb behind token `at`. Behind a noun with its day ("the crash on Sunday would …"), what would be
/// tells nothing about that day.
fn behind(sentence: &Sentence<'_>, at: usize, opens: bool) -> Option<Verb> {
    let from = at + 1;
    for at in from..(from + REACH).min(sentence.tokens.len()) {
        if matches!(sentence.kind(at), Some(TokenKind::Semicolon)) {
            break;
        }
        if let Some(verb) = verb(sentence, at, at + 2) {
            let tells = verb.tense == Tense::Past || opens || verb.schedules;
            return tells.then_some(verb);
        }
    }
    None
}

fn is_infinitive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Class::SchedulingVerb) && sentence.follows(at, word!("to"))
}

/// What the word at token `at` says about a day that begins, prepositions included, at token `day`.
fn verb(sentence: &Sentence<'_>, at: usize, day: usize) -> Option<Verb> {
    let token = sentence.token(at).filter(|token| token.is_word() && token.case == Case::Lower)?;
    let next = |words: &[WordId]| sentence.is_any(at + 1, words);
    let ahead = |schedules| Some(Verb { tense: Tense::Future, at, schedules });
    let past = Some(Verb { tense: Tense::Past, at, schedules: false });
    let denies = next(words!["not"]);
    if token.is(Class::Future) {
        // "Would not say on Friday" is told of Friday.
        let refuses = denies && sentence.is(at + 2, Class::SpeechVerb);
        return if refuses { past } else { ahead(!sentence.is_word(at, word!("would"))) };
    }
    if sentence.is(at, grammar::MODAL) {
        return if denies { past } else { ahead(false) };
    }
    if let Some(first) = phrase_ending_at(sentence, at) {
        return Some(Verb { tense: Tense::Future, at: first, schedules: true });
    }
    let is_due = sentence.is(at, Class::DueParticiple) && !next(words!["to"])
        || sentence.is_word(at, word!("set")) && next(words!["for"]);
    let leads = sentence.follows(at, grammar::MODAL);
    if is_due || is_scheduling(sentence, at) && !leads {
        return ahead(true);
    }
    if is_past(sentence, at) {
        return past;
    }
    (sentence.is_any(at, words!["is", "are"]) && at + 1 == day).then_some(Verb {
        tense: Tense::Future,
        at,
        schedules: false,
    })
}

/// First token of a phrase of several words that tells what is to come and ends with token `at`.
fn phrase_ending_at(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let comes = Classes::of(Class::Future).with(Classes::of(Class::Plan)).with(Classes::of(Class::SchedulingVerb));
    let cue = sentence.cues.get(sentence.cues.partition_point(|cue| (cue.end as usize) <= at))?;
    let is_phrase = cue.end as usize == at + 1 && cue.end - cue.first > 1 && cue.classes.any(comes);
    is_phrase.then_some(cue.first as usize)
}

/// `begins`, `will meet`, `talks resume`: a verb of the calendar in the present, where a verb may stand.
fn is_scheduling(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| sentence.is(at, Class::SchedulingVerb)) else { return false };
    if sentence.word(at).ends_with('s') {
        let is_noun = crate::detect::noun_phrase::is_determiner(sentence, before)
            && !sentence.is_any(before, words!["that"])
            || is_before_days(sentence, before)
            || matches!(sentence.kind(before), Some(TokenKind::Possessive | TokenKind::Number | TokenKind::Hyphen));
        return !is_noun;
    }
    let plural = sentence.token(before).is_some_and(|noun| {
        noun.is_word() && noun.span.len() > 3 && sentence.word(before).ends_with('s') && !noun.is(Class::FunctionWord)
    });
    plural
        || sentence.is(before, (grammar::MODAL, words!["to", "be", "not"]))
        || sentence.is(before, (Class::BaseSubject, words!["which", "who"]))
}

fn is_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    let word = sentence.word(at);
    let in_ed = word.len() > 4 && word.ends_with("ed") && !sentence.is(at, Class::NoPast);
    let told = token.is(Class::SpeechVerb) && sentence.is(at, Class::IrregularPast);
    if !(in_ed || told || token.is(Class::PastVerb)) || token.is(Class::NumberWord) {
        return false;
    }
    let before = (0..at).rev().find(|before| !sentence.word(*before).ends_with("ly"));
    !before.is_some_and(|before| {
        sentence.is(before, (grammar::MODAL, words!["to", "be", "not"]))
            || crate::detect::noun_phrase::is_determiner(sentence, before) && !sentence.is_any(before, words!["that"])
    })
}
