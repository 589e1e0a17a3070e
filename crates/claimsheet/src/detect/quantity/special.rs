//! Quantities with a shape of their own: ages, ordinals, references, multiples.

use super::{Found, number};
use crate::detect::noun_phrase::is_determiner;
use crate::detect::quantity::proportion::plain;
use crate::english::lexicon::Class;
use crate::english::number_words;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::Form;
use crate::text::word_id::WordId;

/// The age, ordinal, reference or multiple that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let parsers: [fn(&Sentence<'_>, usize) -> Option<Found>; 6] =
        [age, decade_of_life, apposed_age, reference, ordinal, multiple];
    parsers.iter().find_map(|parse| parse(sentence, at))
}

/// `42-year-old`, `aged 42`, `42 years old`
fn age(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    if sentence.is_any(at, words!["aged", "age"]) {
        let of = usize::from(sentence.is_word(at + 1, word!("of")));
        let number = number::at(sentence, at + 1 + of).filter(|number| number.amount < 130.0)?;
        return Some(Found { start: at, end: number.end, value: plain(Form::Age, number.amount, None, "year") });
    }
    let low = number::at(sentence, at)?;
    let hyphen = |at: usize| usize::from(sentence.kind(at) == Some(TokenKind::Hyphen));
    let high = sentence.is_word(low.end, word!("to")).then(|| number::at(sentence, low.end + 1)).flatten();
    let number = high.unwrap_or(low);
    let unit = number.end + hyphen(number.end);
    let old = unit + 1 + hyphen(unit + 1);
    let is_age = sentence.is(unit, Class::TimeUnit) && sentence.is_any(old, words!["old", "olds"]);
    let word = sentence.word(unit).to_lowercase();
    is_age.then(|| Found {
        start: at,
        end: old + 1,
        value: plain(Form::Age, low.amount, high.map(|high| high.amount), word.trim_end_matches('s')),
    })
}

/// Whether the sentence holds a word like `fifties`.
pub(super) fn may_be_in_a_decade(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().any(|token| sentence.text(token.span).ends_with("ties"))
}

/// Words before a decade of somebody's life.
pub(super) const WHOSE: &[WordId] = words!["his", "her", "their", "my", "our"];

/// Multiples in one word.
pub(super) const MULTIPLES: &[WordId] =
    words!["twice", "twofold", "thrice", "threefold", "fourfold", "fivefold", "tenfold", "hundredfold"];

/// `in her 50s`, `in their late thirties`: a decade of somebody's life, behind a possessive.
fn decade_of_life(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    const DECADES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let whose = at.checked_sub(1).filter(|before| sentence.is_any(*before, WHOSE))?;
    if !whose.checked_sub(1).is_some_and(|before| sentence.is_any(before, words!["in", "into", "entering"])) {
        return None;
    }
    let decade = at + usize::from(sentence.is_any(at, words!["early", "mid", "late"]));
    let decade = decade + usize::from(sentence.kind(decade) == Some(TokenKind::Hyphen));
    let word = sentence.word(decade).to_ascii_lowercase();
    let named = DECADES.iter().position(|name| *name == word).map(|row| (row + 2) as f64 * 10.0);
    let (amount, end) = match named {
        Some(amount) => (amount, decade + 1),
        None => in_digits(sentence, decade)?,
    };
    Some(Found { start: at, end, value: plain(Form::Age, amount, Some(amount + 9.0), "year") })
}

/// `50s`, `50’s`: the decade, and one past its end.
fn in_digits(sentence: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    let word = sentence.word(at);
    let glued = word.strip_suffix('s').and_then(|digits| digits.parse::<f64>().ok()).map(|amount| (amount, at + 1));
    let apart = || {
        let amount = word.parse::<f64>().ok()?;
        let suffix = sentence.token(at + 1).filter(|token| !token.spaced)?;
        matches!(sentence.text(suffix.span), "s" | "'s" | "’s").then_some((amount, at + 2))
    };
    glued.or_else(apart).filter(|(amount, _)| (10.0..=110.0).contains(amount))
}

/// `Lund, 42, said`: a number between commas behind a name.
fn apposed_age(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let comma = at.checked_sub(1).filter(|before| sentence.kind(*before) == Some(TokenKind::Comma))?;
    let named = comma
        .checked_sub(1)
        .and_then(|name| sentence.token(name))
        .is_some_and(crate::english::token::Token::is_capitalised);
    let number = number::at(sentence, at)
        .filter(|number| !number.in_words && number.decimals == 0 && (1.0..=115.0).contains(&number.amount))?;
    let closed = matches!(sentence.kind(number.end), Some(TokenKind::Comma | TokenKind::Period))
        || number.end == sentence.tokens.len();
    (named && closed && !sentence.is(comma - 1, Class::Month)).then(|| Found {
        start: at,
        end: number.end,
        value: plain(Form::Age, number.amount, None, "year"),
    })
}

/// `page 12`, `Article 5`, `Section 301`
fn reference(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    sentence.token(at).filter(|token| token.is(Class::CountReference))?;
    let number = number::at(sentence, at + 1).filter(|number| !number.in_words && number.scale == 1.0)?;
    let unit = sentence.word(at).to_lowercase();
    Some(Found { start: at, end: number.end, value: plain(Form::Reference, number.amount, None, &unit) })
}

/// `14th`, `the third`: a position, where a noun follows.
fn ordinal(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    if sentence.kind(at) == Some(TokenKind::Number) {
        let suffix = sentence.token(at + 1).filter(|token| !token.spaced)?;
        let is_ordinal = ["st", "nd", "rd", "th"].contains(&sentence.text(suffix.span));
        let amount: f64 = sentence.word(at).replace(',', "").parse().ok()?;
        return is_ordinal.then(|| Found { start: at, end: at + 2, value: plain(Form::Ordinal, amount, None, "") });
    }
    if let Some((place, end)) = compound_ordinal(sentence, at) {
        return Some(Found { start: at, end, value: plain(Form::Ordinal, place, None, "") });
    }
    let before = at.checked_sub(1)?;
    let determined = sentence.is_any(before, words!["the", "his", "her", "its", "their", "a"])
        || sentence.kind(before) == Some(TokenKind::Possessive);
    let next = sentence.token(at + 1)?;
    let followed = next.is_word() && next.spaced && !next.is(Class::FunctionWord) && !next.classes.has(Class::LawNoun);
    let is_placing = sentence.is(at, Class::OrdinalWord) && determined && followed && !is_determiner(sentence, at + 1);
    let place = is_placing.then(|| place(sentence.word(at))).flatten()?;
    let superlative = sentence.word(at + 1).ends_with("est");
    let party = sentence.is_any(at + 1, words!["party", "world", "thought", "hand", "person"]);
    (!superlative && !party).then(|| Found { start: at, end: at + 1, value: plain(Form::Ordinal, place, None, "") })
}

/// `twenty-fifth`, and one past it.
fn compound_ordinal(sentence: &Sentence<'_>, at: usize) -> Option<(f64, usize)> {
    const TENS: &[WordId] = &WordId::all(number_words::TENS);
    let word = sentence.token(at)?.word;
    let tens = TENS.iter().position(|name| *name == word)?;
    let hyphen = usize::from(sentence.kind(at + 1) == Some(TokenKind::Hyphen));
    let unit = place(sentence.word(at + 1 + hyphen)).filter(|unit| *unit < 10.0)?;
    Some(((tens as f64 + 2.0) * 10.0 + unit, at + 2 + hyphen))
}

fn place(word: &str) -> Option<f64> {
    const ORDINALS: [&str; 13] = [
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
    ];
    let word = word.to_ascii_lowercase();
    ORDINALS.iter().position(|name| *name == word).map(|at| (at + 1) as f64)
}

/// `twice`, `threefold`, `twice as many`, `7x`
fn multiple(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    const VALUES: [f64; MULTIPLES.len()] = [2.0, 2.0, 3.0, 3.0, 4.0, 5.0, 10.0, 100.0];
    let times = sentence.token(at + 1).filter(|sign| !sign.spaced && sentence.is_word(at + 1, word!("x")));
    if times.is_some() && sentence.kind(at) == Some(TokenKind::Number) {
        let number = number::at(sentence, at)?;
        return Some(Found { start: at, end: at + 2, value: plain(Form::Multiple, number.amount, None, "") });
    }
    let word = sentence.token(at)?.word;
    let value = MULTIPLES.iter().zip(VALUES).find(|(multiple, _)| **multiple == word)?.1;
    let end = if sentence.is_word(at + 1, word!("as")) && sentence.is_any(at + 2, words!["many", "much"]) {
        at + 3
    } else {
        at + 1
    };
    // "Stopped twice" counts; "twice as many", "twice the toll" multiply.
    let counts = sentence.is_any(at, words!["twice", "thrice"])
        && !sentence.is_any(at + 1, words!["as", "the", "that", "what", "its", "his", "her", "their", "this"]);
    let value = if counts { plain(Form::Count, value, None, "times") } else { plain(Form::Multiple, value, None, "") };
    Some(Found { start: at, end, value })
}
