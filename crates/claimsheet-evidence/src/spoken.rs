//! Numbers as people say them in transcripts: "nine point eight million".

use crate::align::FILLERS;
use crate::passage::Passage;
use crate::terms::words;
use claimsheet::text::value::{Form, Quantity};
use claimsheet::{NUMBERS_BELOW_TWENTY as UNITS, TENS};

const SCALES: &[(&str, f64)] = &[("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];

/// The words of a passage on one line, each at its byte. Where it was spoken, blanks stand for the fillers: they part
/// no number from what it counts.
pub(crate) fn without_fillers(passage: &Passage) -> String {
    let text = passage.text.replace(['\n', '\r'], " ");
    if passage.speaker.is_none() {
        return text;
    }
    let mut kept = text.clone().into_bytes();
    for (at, word) in words(&text).filter(|(_, word)| FILLERS.contains(&word.to_lowercase().as_str())) {
        let end = at + word.len();
        let comma = |from: usize, to: usize| text.get(from..to) == Some(",");
        let before = text.get(..at).map_or(0, |before| before.trim_end().len());
        let inner = before > 0 && comma(before - 1, before) && comma(end, end + 1);
        let range = if inner { before - 1..end + 1 } else { at..end };
        if let Some(bytes) = kept.get_mut(range) {
            bytes.fill(b' ');
        }
    }
    String::from_utf8(kept).unwrap_or(text)
}

/// The numbers with "point" in a text, with where they begin and end.
pub(crate) fn decimals(text: &str) -> Vec<(usize, usize, Quantity)> {
    let all: Vec<(usize, &str, String)> = words(text).map(|(at, word)| (at, word, word.to_lowercase())).collect();
    let mut found = Vec::new();
    for (index, _) in all.iter().enumerate().filter(|(_, (.., word))| word == "point") {
        let Some((start, whole)) =
            index.checked_sub(1).and_then(|before| Some((all.get(before)?.0, small(&all.get(before)?.2)?)))
        else {
            continue;
        };
        let mut digits = String::new();
        let mut next = index + 1;
        while let Some(digit) = all.get(next).and_then(|(.., word)| small(word)).filter(|digit| *digit < 10) {
            digits.push_str(&digit.to_string());
            next += 1;
        }
        let scale = all.get(next).and_then(|(.., word)| SCALES.iter().find(|(name, _)| name == word));
        let last = if scale.is_some() { next } else { next - 1 };
        let (Some(end), Ok(number)) =
            (all.get(last).map(|(at, word, _)| at + word.len()), format!("{whole}.{digits}").parse::<f64>())
        else {
            continue;
        };
        let scale = scale.map_or(1.0, |(_, scale)| *scale);
        let decimals = digits.len().min(9) as u8;
        let amount = (number * scale * 1e6).round() / 1e6;
        let mut quantity = Quantity::new(Form::Count, amount, claimsheet::text::value::Unit::None);
        (quantity.decimals, quantity.scale) = (decimals, scale);
        found.push((start, end, quantity));
    }
    found.retain(|(.., quantity)| quantity.decimals > 0);
    found
}

/// A number below twenty, or a ten, in small letters.
pub(crate) fn whole(word: &str) -> Option<usize> {
    small(word)
}

/// Whether a text has a whole number, in digits or in words, counting something or not: "fifteen against".
pub(crate) fn names(text: &str, number: f64) -> bool {
    let digits = number.to_string();
    let Some(whole) = digits.parse::<usize>().ok().filter(|whole| *whole < 1_000_000) else { return false };
    let said = in_words(whole);
    let all: Vec<String> = words(text).map(|(_, word)| word.to_lowercase()).collect();
    all.contains(&digits)
        || all.windows(said.len()).any(|window| window.iter().zip(&said).all(|(one, other)| one == other))
}

/// Two numbers that "to" joins, the first of which is this one: "nine votes to four". Where they begin, their words, and
/// the second.
pub(crate) fn pair(text: &str, first: f64) -> Option<(usize, &str, f64)> {
    let all: Vec<(usize, &str)> = words(text).collect();
    let number =
        |word: &str| word.parse::<f64>().ok().or_else(|| small(&word.to_lowercase()).map(|number| number as f64));
    let from = |index: usize| {
        let (start, word) = *all.get(index)?;
        (number(word)? == first).then_some(())?;
        let joint = (index + 1..=index + 2).find(|joint| all.get(*joint).is_some_and(|(_, word)| *word == "to"))?;
        let (end, second) = *all.get(joint + 1)?;
        let second_number = number(second)?;
        Some((start, text.get(start..end + second.len())?, second_number))
    };
    (0..all.len()).find_map(from)
}

/// A number below twenty, or a ten.
fn small(word: &str) -> Option<usize> {
    let unit = UNITS.iter().position(|unit| *unit == word);
    unit.or_else(|| TENS.iter().position(|ten| *ten == word).map(|at| (at + 2) * 10))
}

/// A whole number below a million in words, as it is said: 128 is one hundred and twenty eight.
pub(crate) fn in_words(number: usize) -> Vec<&'static str> {
    let mut said = Vec::new();
    if number >= 1000 {
        said.extend(in_words(number / 1000 % 1000));
        said.push("thousand");
        if number.is_multiple_of(1000) {
            return said;
        }
    }
    let rest = number % 1000;
    if rest >= 100 {
        said.extend(UNITS.get(rest / 100));
        said.push("hundred");
        if rest.is_multiple_of(100) {
            return said;
        }
        said.push("and");
    }
    let rest = rest % 100;
    if rest >= 20 {
        said.extend(TENS.get(rest / 10 - 2));
        if !rest.is_multiple_of(10) {
            said.extend(UNITS.get(rest % 10));
        }
    } else {
        said.extend(UNITS.get(rest));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::Place;

    #[test]
    fn a_number_with_a_point_is_understood() {
        let found = decimals("It's, uh, six point three million in all.");
        let (start, end, quantity) = found.first().unwrap();
        assert_eq!((*start, *end, quantity.amount), (10, 33, 6.3e6));
        assert!(decimals("The point is that one point matters").is_empty());
    }

    #[test]
    fn a_number_is_known_in_digits_and_in_words() {
        assert!(names("Twenty-two for, fifteen against.", 15.0) && names("Twenty-two for", 22.0));
        assert!(names("There were 15.", 15.0));
        assert!(!names("Twenty-two for, fifteen against.", 20.5) && !names("Fifty against", 15.0));
    }

    #[test]
    fn two_numbers_of_a_vote_are_a_pair() {
        assert_eq!(pair("It was lost by nine votes to four.", 9.0), Some((15, "nine votes to four", 4.0)));
        assert_eq!(pair("from 9 to 5", 9.0), Some((5, "9 to 5", 5.0)));
        assert_eq!(pair("nine members went to lunch", 9.0), None);
    }

    #[test]
    fn fillers_are_blanks_and_every_other_word_stays_at_its_byte() {
        let said = |text: &str, speaker: Option<&str>| {
            let passage = Passage { speaker: speaker.map(str::to_owned), ..Passage::at(Place::default(), text) };
            without_fillers(&passage)
        };
        assert_eq!(said("I had four, er, calls. Um, no", Some("IB")), "I had four      calls.   , no");
        assert_eq!(said("Er, Um", None), "Er, Um");
    }

    #[test]
    fn a_number_is_said_in_words() {
        assert_eq!(in_words(346).join(" "), "three hundred and forty six");
        assert_eq!(in_words(85_000).join(" "), "eighty five thousand");
        assert_eq!(in_words(0).join(" "), "zero");
    }
}
