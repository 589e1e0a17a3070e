//! The numbers that have a word of their own.

use crate::text::word_id::WordId;

/// From nought to nineteen, each at its own place.
pub const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// The tens from twenty to ninety.
pub const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The ordinals from first to nineteenth.
const ORDINALS: [WordId; 19] = WordId::all([
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]);

/// The number that `word` is by itself: up to nineteen, and the tens.
pub(crate) fn cardinal(word: WordId) -> Option<u32> {
    const WORDS: ([WordId; SMALL.len()], [WordId; TENS.len()]) = (WordId::all(SMALL), WordId::all(TENS));
    let ten = || WORDS.1.iter().position(|name| *name == word).map(|at| (at as u32 + 2) * 10);
    WORDS.0.iter().position(|name| *name == word).map(|at| at as u32).or_else(ten)
}

/// The place in an order that `word` is, from 1.
pub(crate) fn ordinal(word: WordId) -> Option<u32> {
    ORDINALS.iter().position(|name| *name == word).map(|at| at as u32 + 1)
}

/// Whether `word` makes an ordinal of the digits before it: `3rd`.
pub(crate) fn is_ordinal_ending(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

/// The first year of life of a decade in words: 20 of `twenties`.
pub(crate) fn decade(word: &str) -> Option<u32> {
    let stem = word.strip_suffix("ies")?;
    TENS.iter().position(|ten| ten.strip_suffix('y') == Some(stem)).map(|at| (at as u32 + 2) * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_its_number() {
        assert_eq!(
            (cardinal(word!("Zero")), cardinal(word!("ninety")), cardinal(word!("many"))),
            (Some(0), Some(90), None)
        );
        assert_eq!((ordinal(word!("third")), ordinal(word!("last"))), (Some(3), None));
        assert_eq!((decade("thirties"), decade("ties"), decade("parties")), (Some(30), None, None));
    }
}
