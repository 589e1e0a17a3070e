//! Per cent, points, fractions, ratios and scores.

use super::{Found, counted_noun, number};
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::{Form, Quantity, Unit};

/// The share that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let parsers: [fn(&Sentence<'_>, usize) -> Option<Found>; 6] =
        [percent, fraction, ratio, out_of, one_of_them, score];
    parsers.iter().find_map(|parse| parse(sentence, at))
}

pub(super) fn plain(form: Form, amount: f64, upper: Option<f64>, unit: &str) -> Quantity {
    Quantity { form, amount, upper, unit: Unit::named(unit), per: None, qualifier: None, decimals: 0, scale: 1.0 }
}

/// `40 percent`, `10–15%`, `two percentage points`, `25 basis points`
fn percent(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let low = number::at(sentence, at)?;
    let range = matches!(sentence.kind(low.end), Some(TokenKind::Hyphen | TokenKind::Dash))
        || sentence.is_any(low.end, words!["to", "or"]);
    let low_sign = usize::from(sentence.kind(low.end) == Some(TokenKind::Percent));
    let joint = low.end + low_sign;
    let range = range || low_sign == 1 && sentence.is_any(joint, words!["to"]);
    let high = range
        .then(|| number::at(sentence, joint + 1))
        .flatten()
        .filter(|high| percent_unit(sentence, high.end).is_some());
    let last = high.unwrap_or(low);
    let (form, end) = percent_unit(sentence, last.end)?;
    let unit = match form {
        Form::Points => "points",
        _ => "%",
    };
    let value = Quantity { decimals: low.decimals, ..plain(form, low.amount, high.map(|high| high.amount), unit) };
    Some(Found { start: at, end, value })
}

fn percent_unit(sentence: &Sentence<'_>, at: usize) -> Option<(Form, usize)> {
    if sentence.is_any(at, words!["basis", "percentage"]) && sentence.is_any(at + 1, words!["point", "points"]) {
        return Some((Form::Points, at + 2));
    }
    if sentence.kind(at) == Some(TokenKind::Percent) {
        return Some((Form::Percent, at + 1));
    }
    let hyphen = usize::from(sentence.kind(at) == Some(TokenKind::Hyphen));
    let at = at + hyphen;
    if sentence.is_word(at, word!("per")) && sentence.is_word(at + 1, word!("cent")) {
        return Some((Form::Percent, at + 2));
    }
    sentence.is_any(at, words!["percent", "pct"]).then_some((Form::Percent, at + 1))
}

/// `two-thirds of voters`, `half of all ships`, `a quarter`
fn fraction(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let numerator = number::at(sentence, at).filter(|number| number.in_words && number.amount < 10.0);
    let hyphen = |end: usize| usize::from(sentence.kind(end) == Some(TokenKind::Hyphen));
    let (amount, part) = match numerator {
        Some(number) => (number.amount, number.end + hyphen(number.end)),
        None if sentence.is_any(at, words!["a", "one"]) => (1.0, at + 1),
        None => (1.0, at),
    };
    sentence.token(part).filter(|token| token.is(Class::FractionWord))?;
    let bare = part == at;
    let of = sentence.is_word(part + 1, word!("of"));
    let denominator = denominator(sentence.word(part))?;
    let is_half = denominator == 2.0;
    // "Four half-brothers"
    if amount > 1.0 && sentence.is_word(part, word!("half")) {
        return None;
    }
    let is_bare_half = is_half && !sentence.is_word(part + 1, word!("a"));
    let is_ordinal = !of && amount == 1.0 && !is_half;
    if bare && !is_bare_half || !bare && is_ordinal {
        return None;
    }
    if bare
        && !of
        && !sentence.is_word(part + 1, word!("the"))
        && !sentence.token(part + 1).is_some_and(|next| next.kind == TokenKind::Number)
    {
        return None;
    }
    let mut end = part + 1;
    let mut unit = String::new();
    if of {
        let noun = part + 2 + usize::from(crate::detect::noun_phrase::is_determiner(sentence, part + 2));
        let after = counted_noun::noun(sentence, noun);
        if after > noun {
            sentence.text(sentence.span_of(noun, after)).clone_into(&mut unit);
            end = after;
        }
    }
    Some(Found { start: at, end, value: plain(Form::Fraction, amount, Some(denominator), &unit) })
}

pub(super) fn denominator(word: &str) -> Option<f64> {
    let value = match word.to_ascii_lowercase().trim_end_matches('s') {
        "half" | "halve" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "tenth" => 10.0,
        _ => return None,
    };
    Some(value)
}

/// `3-to-1`, `two to one`
fn ratio(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let first = number::at(sentence, at)?;
    let hyphen = sentence.kind(first.end) == Some(TokenKind::Hyphen);
    let to = first.end + usize::from(hyphen);
    if !sentence.is_word(to, word!("to")) || !hyphen {
        return None;
    }
    let second = number::at(sentence, to + 1 + usize::from(sentence.kind(to + 1) == Some(TokenKind::Hyphen)))?;
    let unit = second.end + usize::from(sentence.kind(second.end) == Some(TokenKind::Hyphen));
    if sentence.is(unit, Class::Unit) || sentence.is(unit, Class::TimeUnit) {
        return None;
    }
    Some(Found { start: at, end: second.end, value: plain(Form::Ratio, first.amount, Some(second.amount), "") })
}

/// `one in five`, `58 of the 98 delegates`, `three out of four voters`
fn out_of(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let first = number::at(sentence, at)?;
    let out = usize::from(sentence.is_word(first.end, word!("out")));
    let word = first.end + out;
    let joint = if sentence.is_word(word, word!("of")) || out == 0 && sentence.is_word(word, word!("in")) {
        word + 1
    } else {
        return None;
    };
    let article = usize::from(sentence.is(joint, (word!("the"), grammar::POSSESSIVE, word!("every"))));
    let second = number::at(sentence, joint + article)?;
    let is_year = (1000.0..2200.0).contains(&second.amount) && !second.in_words;
    let is_share = first.amount < second.amount && !is_year;
    let noun = counted_noun::noun(sentence, second.end);
    let unit = sentence.text(sentence.span_of(second.end, noun)).to_owned();
    is_share.then(|| Found {
        start: at,
        end: noun,
        value: plain(Form::Fraction, first.amount, Some(second.amount), &unit),
    })
}

/// `one household in three`: a share whose noun stands between its numbers.
fn one_of_them(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let first = number::at(sentence, at).filter(|number| number.in_words && number.amount < 10.0)?;
    let noun = counted_noun::noun(sentence, first.end).max(counted_noun::one_word(sentence, first.end));
    let out = usize::from(sentence.is_word(noun, word!("out")));
    let joint = sentence.is_word(noun + out, if out == 0 { word!("in") } else { word!("of") });
    let second = joint.then(|| number::at(sentence, noun + out + 1)).flatten()?;
    let is_year = (1000.0..2200.0).contains(&second.amount) && !second.in_words;
    let counts_more = counted_noun::noun(sentence, second.end) > second.end
        || sentence.is(second.end, Class::TimeUnit)
        || sentence.is(second.end, Class::Unit);
    let is_share = noun > first.end && first.amount < second.amount && !is_year && !counts_more;
    let unit = sentence.text(sentence.span_of(first.end, noun)).to_owned();
    is_share.then(|| Found {
        start: at,
        end: second.end,
        value: plain(Form::Fraction, first.amount, Some(second.amount), &unit),
    })
}

/// `5-4`, `47–25`: two small numbers tied by a dash, not a year's or a thing's.
fn score(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let first =
        number::at(sentence, at).filter(|number| !number.in_words && number.scale == 1.0 && number.amount < 1000.0)?;
    let dash = sentence
        .token(first.end)
        .filter(|token| matches!(token.kind, TokenKind::Hyphen | TokenKind::Dash) && !token.spaced)?;
    let second = number::at(sentence, first.end + 1).filter(|number| !number.in_words && number.scale == 1.0)?;
    let tight = sentence.token(first.end + 1).is_some_and(|token| !token.spaced) && !dash.span.is_empty();
    let counts = counted_noun::noun(sentence, second.end) > second.end && !sentence.is_any(second.end, words!["votes"]);
    let measured = sentence.is(second.end, Class::Unit)
        || sentence.is(second.end, Class::TimeUnit)
        || sentence.kind(second.end) == Some(TokenKind::Hyphen);
    if !tight || counts || measured || second.amount >= 1000.0 {
        return None;
    }
    Some(Found { start: at, end: second.end, value: plain(Form::Score, first.amount, Some(second.amount), "") })
}
