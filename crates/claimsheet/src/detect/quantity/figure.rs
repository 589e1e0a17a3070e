//! Counts, measurements and bare numbers, with ranges and rates.

use super::{Found, address, counted_noun, no_figure, number, one, qualifier};
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::phrase_lists::numbers::EMERGENCY_CALL;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::{Form, Quantity, Unit};

/// The count or measurement that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let low = number::at(sentence, at)?;
    if is_part_of_name(sentence, at, low.end) || is_list_mark(sentence, at, low.end) {
        return None;
    }
    if is_emergency_or_idiom(sentence, at, low.end)
        || address::is_in(sentence, at, low.end)
        || no_figure::is(sentence, at, low.end)
    {
        return None;
    }
    let high = upper(sentence, at, low.end);
    if high.is_none() && low.in_words && low.amount == 1.0 && low.end == at + 1 && !one::counts(sentence, at) {
        return None;
    }
    let last = high.unwrap_or(low);
    // "five or more boats": what is counted stands behind both.
    let bound = qualifier::behind(sentence, last.end).filter(|_| low.amount > 1.0);
    let last = number::Number { end: bound.map_or(last.end, |(end, _)| end), ..last };
    let (form, end, unit) = what(sentence, &last);
    let bare = end == last.end && high.is_none() && bound.is_none();
    if bare && low.in_words && !is_bare_figure(sentence, at, &low) {
        return None;
    }
    let lifted =
        if last.scale > 1.0 && low.scale == 1.0 && low.amount < last.amount / last.scale { last.scale } else { 1.0 };
    let value = Quantity {
        form,
        amount: low.amount * lifted,
        upper: high.map(|high| high.amount),
        unit: Unit::named(&unit),
        per: None,
        qualifier: bound.map(|(_, qualifier)| qualifier),
        decimals: low.decimals,
        scale: last.scale,
    };
    let found = Found { start: at, end, value };
    Some(match counted_noun::rate(sentence, end) {
        Some((end, per)) => Found { end, value: Quantity { per: Some(Unit::named(&per)), ..found.value }, ..found },
        None => found,
    })
}

/// The upper end of `10 to 12`, `10–12`, `between 10 and 12`.
fn upper(sentence: &Sentence<'_>, at: usize, end: usize) -> Option<number::Number> {
    let between = sentence.follows(at, words!["between"]);
    let hyphen = |at: usize| usize::from(sentence.kind(at) == Some(TokenKind::Hyphen));
    if hyphen(end) == 1 && sentence.is_word(end + 1, word!("to")) {
        return number::at(sentence, end + 2 + hyphen(end + 2));
    }
    let joined = matches!(sentence.kind(end), Some(TokenKind::Dash | TokenKind::Hyphen))
        || sentence.is_word(end, word!("to"))
        || sentence.is_word(end, word!("or"))
        || between && sentence.is_word(end, word!("and"));
    joined.then(|| number::at(sentence, end + 1)).flatten()
}

/// What is counted or measured behind the number: form, one past its end, and unit.
fn what(sentence: &Sentence<'_>, number: &number::Number) -> (Form, usize, String) {
    let end = number.end;
    let hyphen = usize::from(sentence.kind(end) == Some(TokenKind::Hyphen));
    let unit = end + hyphen;
    if number::is_metres(sentence, number) {
        return (Form::Measure, end + 1, "m".to_owned());
    }
    if let Some(cue) = unit_at(sentence, unit) {
        let cue = cue + usize::from(sentence.is_any(cue, words!["fahrenheit", "celsius"]) && cue == unit + 1);
        return (Form::Measure, cue, sentence.text(sentence.span_of(unit, cue)).to_lowercase());
    }
    if let Some(cue) = hyphenated_unit(sentence, unit) {
        return (Form::Measure, cue, sentence.text(sentence.span_of(unit, cue)).to_lowercase().replace('-', " "));
    }
    if is_scale_of_heat(sentence, unit) {
        return (Form::Measure, unit + 1, format!("°{}", sentence.word(unit)));
    }
    if sentence.word(unit) == "°" {
        return (Form::Measure, unit + 2, format!("°{}", sentence.word(unit + 1)));
    }
    if sentence.is(unit, Class::TimeUnit) {
        let word = sentence.word(unit).to_lowercase();
        let end = if hyphen == 1 { counted_noun::modified(sentence, unit) } else { unit + 1 };
        return (Form::Measure, end, word.trim_end_matches('s').to_owned());
    }
    if hyphen == 1 {
        let follows = counted_noun::one_word(sentence, unit);
        return (Form::Count, follows, sentence.word(unit).to_lowercase());
    }
    let noun = counted_noun::noun(sentence, end);
    let noun = if noun == end && number.amount == 1.0 { counted_noun::one_word(sentence, end) } else { noun };
    (Form::Count, noun, sentence.text(sentence.span_of(end, noun)).to_lowercase())
}

/// One past the unit of measurement at token `at`.
fn unit_at(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let cue = sentence.cues.get(sentence.cues.partition_point(|cue| (cue.first as usize) < at))?;
    (cue.first as usize == at && cue.classes.has(Class::Unit)).then_some(cue.end as usize)
}

/// `-square-foot` of `a 12,500-square-foot hall`: one past it.
fn hyphenated_unit(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let measures = sentence.is_any(at, words!["square", "cubic"])
        && sentence.kind(at + 1) == Some(TokenKind::Hyphen)
        && sentence.is(at + 2, Class::Unit);
    measures.then_some(at + 3)
}

/// A bare `F` or `C` behind a number.
fn is_scale_of_heat(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.word(at), "F" | "C")
        && !sentence.token(at + 1).is_some_and(|next| next.is_capitalised() && next.spaced)
        && sentence.kind(at + 1) != Some(TokenKind::Hyphen)
}

/// `911 calls`, `9/11`, `24/7`: numbers that count nothing.
fn is_emergency_or_idiom(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let word = sentence.word(at);
    let slash = |at: usize| sentence.token(at).is_some_and(|slash| slash.kind == TokenKind::Slash && !slash.spaced);
    let behind = at.checked_sub(2).filter(|_| slash(at - 1)).map_or("", |before| sentence.word(before));
    match word {
        "9" | "24" => slash(end) && matches!((word, sentence.word(end + 1)), ("9", "11") | ("24", "7")),
        "11" => behind == "9",
        "7" => behind == "24",
        "911" => sentence.is(end, EMERGENCY_CALL) || sentence.follows(at, (verbs!["call", "dial"], grammar::ARTICLE)),
        _ => false,
    }
}

/// `COVID-19`, `F-16`, `Channel 4`: digits that belong to the word before them.
fn is_part_of_name(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| sentence.token(before)) else { return false };
    let glued = before.kind == TokenKind::Hyphen
        && at >= 2
        && sentence.token(at - 2).is_some_and(crate::english::token::Token::is_capitalised);
    // "The Six Nations": a number in words with a capital is of the name behind it.
    let has_name = sentence.token(at).is_some_and(|number| number.is_word() && number.is_capitalised())
        && end == at + 1
        && sentence.token(end).is_some_and(|next| next.is_word() && next.is_capitalised() && next.spaced)
        && !sentence.block.kind.is_heading();
    let first_word = at == 1;
    let named = before.is_word()
        && before.is_capitalised()
        && !first_word
        && !before.is(Class::FunctionWord)
        && !before.is(Class::Month);
    glued
        || has_name
        || named
            && counted_noun::noun(sentence, end) == end
            && unit_at(sentence, end).is_none()
            && !sentence.is(end, Class::TimeUnit)
}

/// `2.` or `(3)` in front of an item.
fn is_list_mark(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let opened = at == 1 && sentence.kind(0) == Some(TokenKind::Open);
    let within = || (at.saturating_sub(ASIDE)..at).any(|at| sentence.kind(at) == Some(TokenKind::Open));
    let enumerates = sentence.word(at).len() <= 2 && sentence.kind(end) == Some(TokenKind::Close) && !within();
    enumerates && sentence.tokens.len() > end + 1
        || (at == 0 || opened)
            && matches!(sentence.kind(end), Some(TokenKind::Period | TokenKind::Close))
            && sentence.tokens.len() > end + 1
}

/// Longest aside in brackets that a number may end, in tokens.
const ASIDE: usize = 40;

/// A number in words without a noun: a figure when it is large or qualified, not `one of them`.
fn is_bare_figure(sentence: &Sentence<'_>, at: usize, number: &number::Number) -> bool {
    let of = sentence.is_word(number.end, word!("of"));
    number.amount == 0.0
        || number.amount >= 2.0
            && (of || number.amount >= 20.0 || sentence.follows(at, (Class::Limiting, words!["the", "all"])))
            && !sentence.is_word(at, word!("a"))
}
