//! Dates that the calendar knows: days, months, quarters, years, decades, centuries.

use super::calendar::Around;
use super::{Found, calendar, tense, words};
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::number_words;
use crate::english::phrase_lists::dates::{DECADES, HEAT, QUARTERS, TO};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::{Precision, TimeRelation};
use crate::text::word_id::WordId;
use chrono::Datelike;

/// What the article's date and the verb of the sentence tell of a day or month at token `at` without a year.
pub(super) fn around(sentence: &Sentence<'_>, at: usize) -> Around {
    Around { published: sentence.document.meta.published, tense: tense::of(sentence, at).map(|verb| verb.tense) }
}

/// The absolute time expression that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let parsers: [fn(&Sentence<'_>, usize) -> Option<Found>; 11] = [
        with_weekday,
        numeric,
        months,
        month_first,
        day_first,
        range,
        quarter,
        century_or_decade,
        decade,
        year,
        shortened,
    ];
    parsers.iter().find_map(|parse| parse(sentence, at))
}

/// `Monday, March 3, 2026`, `Friday (14 April)`
fn with_weekday(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let weekday = words::weekday(sentence, at)?;
    let comma = matches!(sentence.kind(at + 1)?, TokenKind::Comma | TokenKind::Open);
    let opened = sentence.kind(at + 1) == Some(TokenKind::Open);
    let next = at + 1 + usize::from(comma);
    let next = if sentence.is_word(next, word!("the")) { next + 1 } else { next };
    let mut found =
        numeric(sentence, next).or_else(|| month_first(sentence, next)).or_else(|| day_first(sentence, next))?;
    if found.value.precision != Precision::Day {
        return None;
    }
    found.value.weekday = Some(weekday);
    found.end += usize::from(opened && sentence.kind(found.end) == Some(TokenKind::Close));
    Some(found)
}

/// `2012-08-17`, `3/14/2020`
fn numeric(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let mark = sentence.kind(at + 1).filter(|kind| matches!(kind, TokenKind::Hyphen | TokenKind::Slash))?;
    (sentence.kind(at + 3) == Some(mark)).then_some(())?;
    let [a, b, c] = [at, at + 2, at + 4].map(|at| words::digits(sentence, at));
    let (a, b, c) = (a?, b?, c?);
    let (year, month, day) = if mark == TokenKind::Hyphen && words::year(sentence, at).is_some() {
        (a, b, c)
    } else if words::year(sentence, at + 4).is_some() && mark == TokenKind::Slash {
        if a > 12 { (c, b, a) } else { (c, a, b) }
    } else {
        return None;
    };
    Some(Found { end: at + 5, value: calendar::day(i32::try_from(year).ok(), month, day, around(sentence, at)) })
}

/// `March 3, 2026`, `March 3`, `March 2026`, `in March`
fn month_first(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let month = words::month(sentence, at)?;
    if let Some((day, end)) = words::day(sentence, at + 1).filter(|(_, end)| !is_counted(sentence, *end)) {
        let comma = usize::from(sentence.kind(end) == Some(TokenKind::Comma));
        let year = words::year(sentence, end + comma);
        let end = if year.is_some() { end + comma + 1 } else { end };
        let end = day_range(sentence, end);
        let year = year.or_else(|| year_of_other_day(sentence, end));
        return Some(Found { end, value: calendar::day(year, month, day, around(sentence, at)) });
    }
    let joint = usize::from(sentence.is_word(at + 1, word!("of")) || sentence.kind(at + 1) == Some(TokenKind::Comma));
    if let Some(year) = words::year(sentence, at + 1 + joint) {
        return Some(Found { end: at + 2 + joint, value: calendar::month(Some(year), month, around(sentence, at)) });
    }
    if let Some((year, end)) = year_from_published(sentence, at + 1) {
        return Some(Found { end, value: calendar::month(Some(year), month, around(sentence, at)) });
    }
    let clear = at.checked_sub(1).is_some_and(|before| {
        sentence.is(before, (Class::DatePreposition, Class::BeforeDate, Class::BeforeMonth))
            || sentence.kind(before) == Some(TokenKind::Hyphen)
    });
    let sure = clear || !sentence.is_any(at, words!["may", "march", "august"]) && at > 0;
    let verbish = sentence
        .token(at + 1)
        .is_some_and(|next| next.is_capitalised() && next.spaced && !next.is(Class::FunctionWord));
    (sure && !verbish).then(|| Found { end: at + 1, value: calendar::month(None, month, around(sentence, at)) })
}

/// The year in "last year" or "of last year" at token `at`, and one past its end.
fn year_from_published(sentence: &Sentence<'_>, at: usize) -> Option<(i32, usize)> {
    let at = at + usize::from(sentence.is_word(at, word!("of")));
    let published = sentence.document.meta.published.filter(|_| sentence.is_word(at + 1, word!("year")))?.year();
    let step = match sentence.word(at) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    Some((published + step, at + 2))
}

/// `December 2007–June 2009`, `May to July 2019`
fn months(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let first = words::month(sentence, at)?;
    let own = words::year(sentence, at + 1);
    let next = at + 1 + usize::from(own.is_some());
    let between = sentence.follows(at, word!("between"));
    let ties = matches!(sentence.kind(next), Some(TokenKind::Hyphen | TokenKind::Dash))
        || sentence.is_any(next, words!["to", "through", "until"])
        || between && sentence.is_word(next, word!("and"));
    let last = ties.then(|| words::month(sentence, next + 1)).flatten()?;
    let year = words::year(sentence, next + 2)?;
    Some(Found { end: next + 3, value: calendar::months((own.unwrap_or(year), first), (year, last)) })
}

/// `May 8 and June 16, 2023`: the year of the day that a day at `end` is joined to.
fn year_of_other_day(sentence: &Sentence<'_>, end: usize) -> Option<i32> {
    let joins =
        sentence.is(end, (TO, word!("and"))) || matches!(sentence.kind(end), Some(TokenKind::Hyphen | TokenKind::Dash));
    let month = joins.then(|| words::month(sentence, end + 1)).flatten();
    let (_, end) = month.and_then(|_| words::day(sentence, end + 2))?;
    words::year(sentence, end + usize::from(sentence.kind(end) == Some(TokenKind::Comma)))
}

/// `March 3–5`: the end of the range.
fn day_range(sentence: &Sentence<'_>, end: usize) -> usize {
    let dash = matches!(sentence.kind(end), Some(TokenKind::Hyphen | TokenKind::Dash));
    if dash && words::day(sentence, end + 1).is_some() { end + 2 } else { end }
}

fn is_counted(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.kind(at), Some(TokenKind::Percent))
}

/// `3 March 2026`, `the 3rd of March`; `4 may 2021`, as recordings are written down
fn day_first(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let (day, end) = words::day(sentence, at)?;
    let end = end + usize::from(sentence.is_word(end, word!("of")));
    let month = words::month(sentence, end).or_else(|| words::month_before_year(sentence, end))?;
    let comma = usize::from(sentence.kind(end + 1) == Some(TokenKind::Comma));
    let year = words::year(sentence, end + 1 + comma);
    let end = if year.is_some() { end + 2 + comma } else { end + 1 };
    Some(Found { end, value: calendar::day(year, month, day, around(sentence, at)) })
}

/// `2016 to 2018`, `2016–2018`, `2016-17`, `between 2010 and 2014`
fn range(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let first = words::year(sentence, at)?;
    let before = |word: WordId| sentence.follows(at, word);
    let joint = match sentence.kind(at + 1)? {
        TokenKind::Hyphen | TokenKind::Dash | TokenKind::Slash => true,
        _ if before(word!("between")) => sentence.is_word(at + 1, word!("and")),
        _ => sentence.is_any(at + 1, words!["to", "through", "until"]),
    };
    let last =
        joint.then(|| words::year(sentence, at + 2).or_else(|| short_year(sentence, at + 2, first))).flatten()?;
    let value = calendar::years(first, last, Precision::Year, TimeRelation::Range);
    Some(Found { end: at + 3, value })
}

fn short_year(sentence: &Sentence<'_>, at: usize, first: i32) -> Option<i32> {
    let short = words::digits(sentence, at).filter(|_| sentence.word(at).len() == 2)?;
    let year = first - first.rem_euclid(100) + i32::try_from(short).ok()?;
    (year > first && !sentence.token(at)?.spaced).then_some(year)
}

/// `the third quarter of 2019`, `Q3 2019`, `spring 2020`, `the summer of 2016`
fn quarter(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let word = sentence.token(at)?.word;
    let is_season = sentence.is(at, Class::Season) && word != word!("quarter");
    let hyphen = usize::from(sentence.kind(at + 1) == Some(TokenKind::Hyphen));
    let is_quarter = sentence.is_word(at + 1 + hyphen, word!("quarter"));
    let number = number_words::ordinal(word).filter(|quarter| *quarter <= 4 && is_quarter);
    let short = QUARTERS.iter().position(|name| name.words() == [word]).map(|at| at as u32 + 1);
    let end = if number.is_some() { at + 2 + hyphen } else { at + 1 };
    let joint = usize::from(sentence.is_word(end, word!("of")));
    let year = words::year(sentence, end + joint);
    let end = if year.is_some() { end + joint + 1 } else { end };
    let (year, end) = match (year, year_from_published(sentence, end)) {
        (None, Some((year, end))) => (Some(year), end),
        (year, _) => (year, end),
    };
    match number.or(short) {
        Some(quarter) => Some(Found { end, value: calendar::quarter(year, quarter, around(sentence, at)) }),
        None if is_season => Some(Found { end, value: calendar::season(sentence.word(at), year?)? }),
        None => None,
    }
}

/// `1990s`, `19th century`, `twentieth century`
fn century_or_decade(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    if let Some(year) = words::year(sentence, at) {
        let token = sentence.token(at + 1).filter(|token| !token.spaced)?;
        let plural = sentence.is_word(at + 1, word!("s")) || token.kind == TokenKind::Possessive;
        return (plural && year % 10 == 0).then(|| {
            let (span, precision) = if year % 100 == 0 { (99, Precision::Century) } else { (9, Precision::Decade) };
            Found { end: at + 2, value: calendar::years(year, year + span, precision, TimeRelation::Absolute) }
        });
    }
    let (number, end) = match words::day(sentence, at) {
        Some((number, end)) if end == at + 2 => (Some(number), end),
        _ => {
            let (number, end) = words::ordinal(sentence, at)?;
            (Some(number), end)
        }
    };
    let end = end + usize::from(sentence.kind(end) == Some(TokenKind::Hyphen));
    sentence.is_any(end, words!["century", "centuries"]).then(|| {
        let first = number.and_then(|number| i32::try_from(number).ok()).map(|number| number * 100 - 99);
        let value = first.map_or_else(
            || calendar::unplaced(Precision::Century, TimeRelation::Absolute),
            |first| calendar::years(first, first + 99, Precision::Century, TimeRelation::Absolute),
        );
        Found { end: end + 1, value }
    })
}

/// `the 90s`, `the sixties`: behind the article, a decade of the last century.
fn decade(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let before = at.checked_sub(1)?;
    let cut =
        sentence.kind(before) == Some(TokenKind::Hyphen) || sentence.is_any(before, words!["early", "late", "mid"]);
    let article = if cut {
        sentence.is_any(before, words!["early", "late"]) && at >= 2 && sentence.is_word(at - 2, word!("the"))
    } else {
        sentence.is_word(before, word!("the"))
    };
    if !article {
        return None;
    }
    let word = sentence.token(at)?.word;
    let (tens, end) = if let Some(position) = DECADES.iter().position(|name| name.words() == [word]) {
        (i32::try_from(position).ok()? * 10 + 30, at + 1)
    } else {
        sentence.token(at + 1).filter(|ending| !ending.spaced && ending.word == word!("s"))?;
        let digits = words::digits(sentence, at).filter(|tens| tens % 10 == 0 && (30..100).contains(tens))?;
        (i32::try_from(digits).ok()?, at + 2)
    };
    // "Temperatures in the 90s" are no years.
    let heat = sentence.tokens.iter().any(|token| token.is(HEAT));
    let value = calendar::years(1900 + tens, 1909 + tens, Precision::Decade, TimeRelation::Absolute);
    (!heat).then_some(Found { end, value })
}

/// `’60s`, `the '08 crash`: an apostrophe in place of the century.
fn shortened(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let mark = sentence.token(at).filter(|mark| mark.kind == TokenKind::Quote && mark.spaced)?;
    sentence.token(at + 1).filter(|number| !number.spaced && sentence.word(at + 1).len() == 2)?;
    let short = i32::try_from(words::digits(sentence, at + 1)?).ok()?;
    let is_decade = short % 10 == 0
        && sentence.is_word(at + 2, word!("s"))
        && sentence.token(at + 2).is_some_and(|ending| !ending.spaced);
    let is_single = matches!(sentence.text(mark.span), "'" | "’" | "‘");
    if is_decade && is_single {
        let first = if short < 20 { 2000 } else { 1900 } + short;
        let value = calendar::years(first, first + 9, Precision::Decade, TimeRelation::Absolute);
        return Some(Found { end: at + 3, value });
    }
    let is_apostrophe = matches!(sentence.text(mark.span), "'" | "’");
    let introduced = sentence.follows(at, (grammar::TIME_PREPOSITION, words!["of", "the"]));
    let closes = sentence.token(at + 2).is_some_and(|next| next.kind == TokenKind::Quote);
    (is_apostrophe && introduced && !closes).then(|| {
        let year = if short <= LAST_OF_THIS_CENTURY { 2000 } else { 1900 } + short;
        Found { end: at + 2, value: calendar::years(year, year, Precision::Year, TimeRelation::Absolute) }
    })
}

/// Two digits up to which a year is of this century.
const LAST_OF_THIS_CENTURY: i32 = 35;

/// A year by itself, where it counts nothing.
fn year(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let year = words::year(sentence, at)?;
    let before = at.checked_sub(1);
    let introduced = before.is_some_and(|before| {
        sentence.is(
            before,
            ((Class::DatePreposition, Class::BeforeDate, Class::BeforeYear), grammar::ARTICLE, grammar::POSSESSIVE),
        ) || matches!(
            sentence.kind(before),
            Some(TokenKind::Open | TokenKind::Comma | TokenKind::Hyphen | TokenKind::Quote | TokenKind::Possessive)
        )
    });
    let introduced = introduced || sentence.kind(at + 1) == Some(TokenKind::Possessive);
    let next = sentence.token(at + 1);
    let counts = next.is_some_and(|next| {
        // "1500m": the letters measure.
        next.is_word() && !next.spaced && next.word != word!("s")
            || matches!(next.kind, TokenKind::Percent | TokenKind::Currency)
            || next.is(Class::Unit)
            || next.is(Class::CurrencyWord)
            || next.is(Class::TimeUnit)
            || next.is_word()
                && !next.is_capitalised()
                && !next.is(Class::FunctionWord)
                && !is_noun_of_year(sentence, at, before)
    });
    let money = before.is_some_and(|before| sentence.kind(before) == Some(TokenKind::Currency));
    let plausible = (1400..=2100).contains(&year);
    let value = || calendar::years(year, year, Precision::Year, TimeRelation::Absolute);
    let names_noun = || RECENT.contains(&year) && next.is_some_and(is_nominal) && !counts && !money;
    (introduced && plausible && !counts && !money || plausible && before.is_none() && !counts || names_noun())
        .then(|| Found { end: at + 1, value: value() })
}

/// `the 2004 election`, `his 2008 campaign`, `2012 data`: the year of what follows. What a number counts stands in
/// the plural; behind an article, a year that is no round number belongs to a plural too (`the 2008 elections`), but
/// not to people, who are counted.
fn is_noun_of_year(sentence: &Sentence<'_>, at: usize, before: Option<usize>) -> bool {
    let year = words::year(sentence, at).filter(|year| RECENT.contains(year));
    let are_people = |at: usize| {
        sentence.is(at, (Class::IrregularPlural, word!("dead")))
            || sentence.is_plural(at) && sentence.is(at, Class::RoleNoun)
    };
    let is_round = year.is_none_or(|year| year % 100 == 0);
    let plural = sentence.is_plural(at + 1) && (is_round || are_people(at + 1));
    let determined = before.is_some_and(|before| {
        crate::detect::noun_phrase::is_determiner(sentence, before)
            || sentence.kind(before) == Some(TokenKind::Possessive)
    });
    let prepositional = before.is_some_and(|before| {
        sentence.is(before, Class::DatePreposition)
            // "From 2000 ships", "after 2000 ships" count.
            && !sentence.is_any(before, words!["from", "through", "before", "after"])
    });
    let counted = (at + 1..at + 4).take_while(|at| sentence.token(*at).is_some_and(is_nominal));
    let counts = counted.clone().any(|at| sentence.is_plural(at) || are_people(at));
    prepositional || determined && !plural && !are_people(at + 1) || year.is_some() && counted.count() > 0 && !counts
}

/// Years that a number of four digits without a comma mostly is.
const RECENT: std::ops::RangeInclusive<i32> = 1900..=2050;

/// Whether a word may be part of what a number counts.
fn is_nominal(token: &crate::english::token::Token) -> bool {
    let verbs = Classes::of(Class::PastVerb).with(Classes::of(Class::PresentFactVerb));
    token.is_word() && token.spaced && !token.is(Class::FunctionWord) && !token.classes.any(verbs)
}
