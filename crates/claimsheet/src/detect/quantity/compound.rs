//! Measures in two units: `6ft 2in`, `two hours and ten minutes`.

use super::{Found, number};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::{Form, Quantity, Unit};

/// Units by what they measure, each with how many of the smallest it holds.
const UNITS: &[(&str, &str, f64)] = &[
    ("year", "calendar", 12.0),
    ("month", "calendar", 1.0),
    ("week", "time", 604_800.0),
    ("day", "time", 86_400.0),
    ("hour", "time", 3600.0),
    ("hr", "time", 3600.0),
    ("minute", "time", 60.0),
    ("min", "time", 60.0),
    ("second", "time", 1.0),
    ("sec", "time", 1.0),
    ("ft", "length", 12.0),
    ("foot", "length", 12.0),
    ("feet", "length", 12.0),
    ("inch", "length", 1.0),
    ("inche", "length", 1.0),
    ("in", "length", 1.0),
    ("stone", "weight", 224.0),
    ("lb", "weight", 16.0),
    ("pound", "weight", 16.0),
    ("ounce", "weight", 1.0),
    ("oz", "weight", 1.0),
];

/// With the smaller unit that follows a measure.
pub(super) fn with_smaller(sentence: &Sentence<'_>, found: Found) -> Found {
    match smaller(sentence, &found) {
        // The smaller unit tells the larger to a hundredth and better.
        Some((end, amount)) => Found { end, value: Quantity { amount, decimals: 2, ..found.value }, ..found },
        None => found,
    }
}

fn smaller(sentence: &Sentence<'_>, found: &Found) -> Option<(usize, f64)> {
    let value = &found.value;
    if value.form != Form::Measure || value.upper.is_some() || value.per.is_some() {
        return None;
    }
    let (measure, factor) = unit(&value.unit)?;
    let comma = usize::from(sentence.kind(found.end) == Some(TokenKind::Comma));
    let joint = found.end + comma;
    let joint = joint + usize::from(sentence.is_word(joint, word!("and")));
    if sentence.is_word(joint, word!("a")) && sentence.is_word(joint + 1, word!("half")) && joint > found.end {
        return Some((joint + 2, value.amount + 0.5));
    }
    let number = number::at(sentence, joint)?;
    let hyphen = usize::from(sentence.kind(number.end) == Some(TokenKind::Hyphen));
    let at = number.end + hyphen;
    let (other, small) = unit(sentence.word(at))?;
    // "in" is a preposition but behind feet and a number.
    let is_smaller = other == measure && small < factor && number.amount * small < factor;
    (is_smaller && !(sentence.is_word(at, word!("in")) && joint > found.end + comma))
        .then(|| (at + 1, value.amount + number.amount * small / factor))
}

/// `6'2"`: feet and inches by their marks are one height.
pub(super) fn height(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let number = |at: usize| {
        let text = sentence.token(at).filter(|token| token.kind == TokenKind::Number).map(|_| sentence.word(at))?;
        text.parse::<f64>().ok().filter(|_| text.len() <= 2)
    };
    let marks = |at: usize, marks: &[&str]| {
        sentence.token(at).is_some_and(|token| !token.spaced && marks.contains(&sentence.text(token.span)))
    };
    let (feet, inches) = (number(at)?, number(at + 2).filter(|inches| *inches < 12.0)?);
    if !marks(at + 1, &["'", "’", "′"]) || !marks(at + 3, &["\"", "”", "″"]) {
        return None;
    }
    let unit = Unit::named("ft");
    let amount = feet + inches / 12.0;
    let value = Quantity {
        form: Form::Measure,
        amount,
        upper: None,
        unit,
        per: None,
        qualifier: None,
        decimals: 0,
        scale: 1.0,
    };
    Some(Found { start: at, end: at + 4, value })
}

/// What a unit measures, and how many of the smallest it holds.
fn unit(name: &str) -> Option<(&'static str, f64)> {
    let name = name.to_ascii_lowercase();
    let singular = name.strip_suffix('s').unwrap_or(&name);
    UNITS.iter().find(|(known, ..)| *known == singular).map(|(_, measure, factor)| (*measure, *factor))
}
