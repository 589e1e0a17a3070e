//! Time counted from the article's date, times of day, and time without a number.

use super::calendar::{self, Step, Unit, Weekend};
use super::tense::Tense;
use super::{Found, absolute, tense, words};
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::phrase_lists::dates::{BENDING, CLOCK};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::{DateValue, Precision, TimeRelation};
use crate::text::word_id::WordId;

const NOW: &[WordId] = words!["this", "current"];
const ENDS: &[WordId] = words!["end", "start", "beginning", "middle"];
const HOURS: &[WordId] = words!["noon", "midnight", "overnight"];

/// Classes of words with which a relative time expression may begin.
pub(super) const OPENING: Classes = Classes::all(&[Class::PastModifier, Class::NextModifier, Class::EarlyLate]);

/// Words with which a relative time expression may begin and that stand in no list of the lexicon that tells time.
pub(super) const OPENERS: &[&[WordId]] = &[NOW, ENDS, HOURS, words!["half", "several", "many", "weekend"]];

/// The relative time expression that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let parsers: [fn(&Sentence<'_>, usize) -> Option<Found>; 9] =
        [part_of_unit, directed, ago, unnumbered, weekday, time_of_day, vague, holiday, weekend];
    parsers.iter().find_map(|parse| parse(sentence, at))
}

fn direction(sentence: &Sentence<'_>, at: usize) -> Option<i32> {
    if sentence.is(at, Class::PastModifier) {
        Some(-1)
    } else if sentence.is_any(at, NOW) {
        Some(0)
    } else {
        sentence.is(at, Class::NextModifier).then_some(1)
    }
}

/// `earlier this month`, `the end of the year`
fn part_of_unit(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let inner = if sentence.is(at, Class::EarlyLate) && direction(sentence, at + 1).is_some() {
        at + 1
    } else if sentence.is_any(at, ENDS) && sentence.is_word(at + 1, word!("of")) {
        at + 2
    } else {
        return None;
    };
    let article = usize::from(sentence.is_word(inner, word!("the")));
    directed(sentence, inner)
        .or_else(|| super::absolute::at(sentence, inner + article))
        .or_else(|| bare_unit(sentence, inner + article))
}

/// `year` in "the end of the year".
pub(super) fn bare_unit(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let is_unit = sentence.is(at, Class::TimeUnit) && !sentence.is_plural(at);
    is_unit.then(|| {
        let step = Step { unit: Unit::named(sentence.word(at)), count: 0 };
        Found { end: at + 1, value: calendar::unit_at(&step, sentence.document.meta.published) }
    })
}

/// `last week`, `this spring`, `next Saturday`, `the past three years`, `last March`
fn directed(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let direction = direction(sentence, at)?;
    if is_programme(sentence, at) {
        return None;
    }
    let published = sentence.document.meta.published;
    if let Some(found) = weekend(sentence, at + 1) {
        return Some(found);
    }
    if let Some(weekday) = words::weekday(sentence, at + 1) {
        let end = at + 2 + usize::from(sentence.is(at + 2, Class::DayPart));
        return Some(Found { end, value: calendar::weekday(weekday, direction, published) });
    }
    if let Some(month) = words::month(sentence, at + 1) {
        let around = match direction {
            -1 => calendar::Around { published, tense: Some(Tense::Past) },
            1 => calendar::Around { published, tense: Some(Tense::Future) },
            _ => absolute::around(sentence, at + 1),
        };
        return Some(Found { end: at + 2, value: calendar::month(None, month, around) });
    }
    let counted = words::small_number(sentence, at + 1).filter(|_| sentence.is(at + 2, Class::TimeUnit));
    let several = sentence.is_any(at + 1, words!["few", "several", "couple"]);
    let skip =
        usize::from(counted.is_some() || several) + usize::from(several && sentence.is_word(at + 2, word!("of")));
    let unit = at + 1 + skip;
    if is_reference_to_text(sentence, at) {
        return None;
    }
    if sentence.is(unit, Class::TimeUnit) {
        let count = counted.and_then(|count| i32::try_from(count).ok()).unwrap_or(1);
        let step = Step { unit: Unit::named(sentence.word(unit)), count: direction * count };
        let spans =
            sentence.is_word(at, word!("past")) || counted.is_some() || step.unit.precision() >= Precision::Decade;
        let value = if several {
            calendar::unplaced(Precision::Vague, TimeRelation::Relative)
        } else if counts_from_story(sentence, at) {
            calendar::unplaced(step.unit.precision(), TimeRelation::Relative)
        } else if spans {
            calendar::stretch(&step, published)
        } else {
            calendar::unit_at(&step, published)
        };
        return Some(Found { end: unit + 1, value });
    }
    let is_part = sentence.is(unit, Class::Season)
        || sentence.is(unit, Class::DayPart)
        || sentence.is_word(unit, word!("weekend"));
    (skip == 0 && is_part).then(|| Found {
        end: unit + 1,
        value: calendar::unplaced(part_precision(sentence, unit), TimeRelation::Relative),
    })
}

/// "Over the next decade", "the following day" in a story of the past: counted from what was told last, unless a verb
/// of what is to come governs it.
fn counts_from_story(sentence: &Sentence<'_>, at: usize) -> bool {
    let behind_article = sentence.follows(at, word!("the"));
    sentence.is_word(at, word!("following"))
        || sentence.is(at, Class::NextModifier)
            && behind_article
            && tense::of(sentence, at).is_some_and(|verb| verb.tense == Tense::Past)
}

/// "This Week" as a programme is called.
fn is_programme(sentence: &Sentence<'_>, at: usize) -> bool {
    let has_capital = |at: usize| sentence.word(at).starts_with(char::is_uppercase);
    let is_calendars = words::weekday(sentence, at + 1).is_some() || words::month(sentence, at + 1).is_some();
    has_capital(at) && has_capital(at + 1) && !is_calendars && !sentence.block.kind.is_heading()
}

/// `this second` and `last minute` tell no time.
fn is_reference_to_text(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is_any(at + 1, words!["second", "minute", "generation"])
}

fn part_precision(sentence: &Sentence<'_>, at: usize) -> Precision {
    if sentence.is(at, Class::Season) { Precision::Quarter } else { Precision::Time }
}

/// `two years ago`, `three days later`, `a week earlier`, `half a century ago`
fn ago(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let half = usize::from(sentence.is_word(at, word!("half")));
    let several = usize::from(sentence.is_any(at + 1, words!["few", "couple"]))
        + usize::from(sentence.is_word(at + 2, word!("of")));
    let (count, end) = words::number(sentence, at + half)
        .or_else(|| sentence.is_any(at, words!["several", "many"]).then_some((0, at + half + 1)))?;
    let unit = end + several;
    let end = unit + 1;
    if !sentence.is(unit, Class::TimeUnit) {
        return None;
    }
    let past = sentence.is_any(end, words!["ago"]);
    if !past && !sentence.is_any(end, words!["later", "earlier"]) {
        return None;
    }
    let step = Step { unit: Unit::named(sentence.word(unit)), count: -i32::try_from(count).ok()? };
    let exact = past && half == 0 && several == 0 && count > 0;
    let value = if exact {
        calendar::unit_at(&step, sentence.document.meta.published)
    } else {
        calendar::unplaced(Precision::Vague, TimeRelation::Relative)
    };
    Some(Found { end: end + 1, value })
}

/// Lengths of time of which one is told by a record.
const LONG: &[WordId] = words!["month", "year", "decade", "century"];

/// `for decades`, `for a year`, `it could take weeks`, `days of rain`, `weeks later`, `for more than a decade`: a length of time that no number tells.
fn unnumbered(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let value = calendar::unplaced(Precision::Vague, TimeRelation::Duration);
    if sentence.is(at, Class::TimeUnit) && sentence.is_plural(at) {
        let ends = sentence.is_any(at + 1, words!["later", "earlier", "afterwards"]);
        let lasts = sentence.is_word(at + 1, word!("of")) || sentence.is(at.checked_sub(1)?, Class::LastingVerb);
        // "Six months of training" is a quantity.
        let is_counted = sentence.follows(at, TokenKind::Number)
            || at.checked_sub(1).is_some_and(|before| words::is_number_word(sentence, before));
        return ((ends || lasts) && !is_counted).then_some(Found { end: at + 1 + usize::from(ends), value });
    }
    if !sentence.is(at, BENDING) {
        return None;
    }
    let mut unit = at;
    while sentence.is(unit, (BENDING, words!["than", "well", "over"])) {
        unit += 1;
    }
    let one = sentence.is_any(unit, words!["a", "an"]);
    unit += usize::from(one);
    let is_length = sentence.is(unit, Class::TimeUnit) && sentence.is_plural(unit) != one;
    let is_bent =
        (at..unit).any(|bent| !sentence.is(bent, (Class::IndefiniteArticle, words!["for", "within", "after"])));
    // "for a year" is long enough to be told by a record; "for a week" and "in a day" are ways to say soon.
    // "For a year of grace", "for a month off", "for a year's supply" tell what was given, "a year like no other" how it was.
    let is_measure = sentence.is_any(unit + 1, words!["of", "off", "like"])
        || sentence.kind(unit + 1) == Some(TokenKind::Possessive);
    let is_long = one && sentence.is_any(at, words!["for", "within"]) && sentence.is_any(unit, LONG) && !is_measure;
    (is_length && (is_bent || is_long || !one) && !sentence.is_any(unit, words!["second", "minute"]))
        .then_some(Found { end: unit + 1, value })
}

/// `Thursday morning`, `Friday`
fn weekday(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let weekday = words::weekday(sentence, at)?;
    let end = at + 1 + usize::from(sentence.is(at + 1, Class::DayPart));
    let named = sentence.token(end).is_some_and(|next| {
        next.is_capitalised() && next.spaced && !next.is(Class::FunctionWord) && !next.is(Class::Month)
    });
    if named
        && at > 0
        && end == at + 1
        && sentence.token(at - 1).is_some_and(crate::english::token::Token::is_capitalised)
    {
        return None;
    }
    let published = sentence.document.meta.published;
    if let Some((week, end)) = week_behind(sentence, end) {
        return Some(Found { end, value: calendar::weekday_of_week(weekday, week, published) });
    }
    let value = match tense::of(sentence, at) {
        Some(verb) if verb.tense == Tense::Future => calendar::coming_weekday(weekday, published),
        _ => calendar::weekday(weekday, 0, published),
    };
    Some(Found { end, value })
}

/// The week in `of last week` or `next week` at token `at`, counted from the article's own, and one past its end.
fn week_behind(sentence: &Sentence<'_>, at: usize) -> Option<(i32, usize)> {
    let at = at + usize::from(sentence.is_word(at, word!("of")));
    let week = direction(sentence, at).filter(|_| sentence.is_word(at + 1, word!("week")))?;
    Some((week, at + 2))
}

/// `3 p.m.`, `10:30 a.m.`, `noon`, with a weekday behind it.
fn time_of_day(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let value = calendar::unplaced(Precision::Time, TimeRelation::Relative);
    if sentence.is_any(at, HOURS) {
        return Some(Found { end: at + 1, value });
    }
    let dotted = is_clock(sentence.word(at)) && sentence.kind(at) == Some(TokenKind::Number);
    if !dotted {
        words::digits(sentence, at)?;
    }
    let colon = sentence.kind(at + 1) == Some(TokenKind::Colon) && words::digits(sentence, at + 2).is_some();
    let end = if colon { at + 3 } else { at + 1 };
    let suffix = sentence.is(end, Class::DayPart) && sentence.is(end, CLOCK);
    let tight = colon && sentence.token(at + 1).is_some_and(|colon| !colon.spaced);
    let is_stamp = dotted && stamps(sentence, at);
    if !suffix && !tight && !is_stamp {
        return None;
    }
    let end = end + usize::from(suffix);
    match weekday(sentence, end) {
        Some(day) => Some(Found { end: day.end, value: DateValue { precision: Precision::Time, ..day.value } }),
        None => Some(Found { end, value }),
    }
}

/// `16.06`: hours and minutes.
fn is_clock(word: &str) -> bool {
    let Some((hours, minutes)) = word.split_once('.') else { return false };
    let below = |digits: &str, limit: u32| digits.parse::<u32>().is_ok_and(|number| number < limit);
    matches!(hours.len(), 1 | 2) && minutes.len() == 2 && below(hours, 24) && below(minutes, 60)
}

/// Whether a time at token `at` stands before an entry of a running report: at a paragraph's start, before a capital.
fn stamps(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0
        && sentence.span.start == sentence.block.span.start
        && sentence.word(at).len() == "16.06".len()
        && sentence.token(at + 1).is_none_or(|next| next.spaced && next.is_capitalised())
}

/// `in recent years`, `today`, `the same day`
fn vague(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let cue = sentence.cues.get(sentence.cues.partition_point(|cue| (cue.first as usize) < at))?;
    if cue.first as usize != at || !cue.classes.has(Class::VagueTime) {
        return None;
    }
    let end = cue.end as usize;
    let counts_on = sentence.is_word(end - 1, word!("past"))
        && (words::small_number(sentence, end).is_some()
            || sentence.is(end, Class::TimeUnit)
            || sentence.is_any(end, words!["few", "several", "couple"]));
    // "The children of today": an age of the world, no day.
    let is_age = sentence.is_word(at, word!("today"))
        && at.checked_sub(1).is_some_and(|before| sentence.is_word(before, word!("of")));
    if counts_on || is_age || is_in_title(sentence, at, end) {
        return None;
    }
    let published = sentence.document.meta.published;
    let day = |count| calendar::unit_at(&Step { unit: Unit::Day, count }, published);
    let value = match sentence.word(at).to_ascii_lowercase().as_str() {
        "today" | "tonight" => day(0),
        "yesterday" => day(-1),
        "tomorrow" => day(1),
        _ if sentence.is_word(end - 1, word!("yesterday")) => day(-2),
        _ if sentence.is_word(end - 1, word!("tomorrow")) => day(2),
        "that" | "the" | "a" => calendar::unplaced(unit_within(sentence, at, end), TimeRelation::Relative),
        _ => calendar::unplaced(Precision::Vague, TimeRelation::Relative),
    };
    Some(Found { end, value })
}

/// "That day", "the year before": as precise as the unit among tokens `first..end`, though not placed: it is counted
/// from what the text told before.
fn unit_within(sentence: &Sentence<'_>, first: usize, end: usize) -> Precision {
    let unit = (first..end).find(|at| sentence.is(*at, Class::TimeUnit));
    unit.map_or(Precision::Vague, |unit| Unit::named(sentence.word(unit)).precision())
}

/// "The World of Tomorrow", the song "Yesterday": a capital within a sentence, or all that is quoted.
fn is_in_title(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| sentence.word(at).starts_with(char::is_uppercase)) else {
        return false;
    };
    match sentence.kind(before) {
        Some(TokenKind::Quote) => sentence.kind(end) == Some(TokenKind::Quote) && before > 0,
        Some(TokenKind::Word) => !sentence.block.kind.is_heading(),
        _ => false,
    }
}

/// `Christmas 2019`, `Thanksgiving`
fn holiday(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let cue = sentence.cues.get(sentence.cues.partition_point(|cue| (cue.first as usize) < at))?;
    if cue.first as usize != at || !cue.classes.has(Class::Holiday) {
        return None;
    }
    let end = cue.end as usize;
    let year = words::year(sentence, end);
    if year.is_none() && is_of_the_feast(sentence, at, end) {
        return None;
    }
    let value = calendar::unplaced(Precision::Day, TimeRelation::Partial);
    Some(Found { end: end + usize::from(year.is_some()), value })
}

/// `Merry Christmas`, `Halloween monsters`: no day is told.
fn is_of_the_feast(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1);
    let greets = before.is_some_and(|before| sentence.is_any(before, words!["merry", "happy"]));
    let timed = before.is_some_and(|before| {
        sentence.is(before, grammar::TIME_PREPOSITION)
            || sentence.is(before, (Class::PastModifier, Class::NextModifier, words!["around", "this", "every"]))
    });
    let next = sentence.token(end).filter(|next| next.is_word() && next.spaced);
    let holds = Classes::of(Class::FunctionWord)
        .with(Classes::of(Class::PastVerb))
        .with(Classes::of(Class::PresentFactVerb))
        .with(Classes::of(Class::DayPart));
    greets || next.is_some_and(|next| !next.classes.any(holds) && (!timed || next.is_capitalised()))
}

/// `over the weekend`
fn weekend(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let before = at.checked_sub(1).filter(|_| sentence.is_word(at, word!("weekend")))?;
    let which = match sentence.word(before).to_ascii_lowercase().as_str() {
        "the" => Weekend::Latest,
        "this" => Weekend::This,
        "last" => Weekend::Last,
        "next" => Weekend::Next,
        _ => return None,
    };
    Some(Found { end: at + 1, value: calendar::weekend(which, sentence.document.meta.published) })
}
