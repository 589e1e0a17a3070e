#![doc = include_str!("quantity.md")]

mod counted_noun;
mod proportion;

use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::signal::{Signal, SignalKind, Value};
use crate::text::value::{Form, Quantity};
use crate::text::word_id::WordId;

mod address;
mod age;
mod compound;
mod figure;
mod money;
mod multiple;
mod no_figure;
mod number;
mod one;
mod ordinal;
mod qualifier;
mod vague;
mod written;

/// A quantity: its tokens, half-open, and its value.
struct Found {
    start: usize,
    end: usize,
    value: Quantity,
}

/// What can begin a quantity at a token, the more telling first.
const PARSERS: &[fn(&Sentence<'_>, usize) -> Option<Found>] =
    &[compound::height, age::at, ordinal::at, multiple::at, money::at, proportion::at, figure::at, vague::at];

/// Appends the quantities in a sentence. Tokens that dates cover are dates.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    if !may_hold_quantity(sentence) {
        return;
    }
    let mut dates = signals
        .iter()
        .filter(|signal| signal.kind == SignalKind::Date)
        .map(|signal| signal.span)
        .collect::<Vec<_>>()
        .into_iter()
        .peekable();
    let mut at = 0;
    let mut from = 0;
    while let Some(token) = sentence.token(at) {
        while dates.next_if(|date| date.end <= token.span.start).is_some() {}
        if dates.peek().is_some_and(|date| date.overlaps(token.span)) {
            at += 1;
            from = at;
            continue;
        }
        let parse = || PARSERS.iter().find_map(|parse| parse(sentence, at));
        let Some(found) = may_begin(sentence, at).then(parse).flatten() else {
            at += 1;
            continue;
        };
        let found = compound::with_smaller(sentence, found);
        let found = qualifier::with_behind(sentence, found);
        let found = between(sentence, with_whole(sentence, found), from);
        let found = qualifier::with(sentence, below_zero(sentence, found, from), from);
        at = found.end.max(at + 1);
        from = at;
        let span = sentence.span_of(found.start, found.end);
        signals.push(Signal { kind: SignalKind::Quantity, span, value: Value::Quantity(Box::new(found.value)) });
    }
}

/// With the whole of which a share or a vague sum is told: `15% of land`, `trillions of dollars of debt`.
fn with_whole(sentence: &Sentence<'_>, found: Found) -> Found {
    let tells_share = match found.value.form {
        Form::Percent => found.value.upper.is_none(),
        Form::Money | Form::Vague => found.value.amount == 0.0,
        _ => false,
    };
    if tells_share { Found { end: counted_noun::whole(sentence, found.end), ..found } } else { found }
}

/// With the `minus` of `minus 70 degrees`.
fn below_zero(sentence: &Sentence<'_>, found: Found, from: usize) -> Found {
    let unit = found.value.unit.as_str();
    let is_heat = unit.starts_with('°') || unit.starts_with("degree") || matches!(unit, "celsius" | "fahrenheit");
    let is_signed = is_heat || matches!(found.value.form, Form::Percent | Form::Money);
    let Some(sign) = found.start.checked_sub(1).filter(|sign| is_signed && *sign >= from) else { return found };
    let tight = || {
        sentence.token(found.start).is_some_and(|number| !number.spaced)
            && sentence.token(sign).is_some_and(|mark| {
                let is_sign = is_heat || matches!(sentence.text(mark.span), "-" | "−" | "–");
                is_sign
                    && matches!(mark.kind, TokenKind::Hyphen | TokenKind::Dash)
                    && (mark.spaced || sign.checked_sub(1).and_then(|at| sentence.kind(at)) == Some(TokenKind::Open))
            })
    };
    if sentence.is_word(sign, word!("minus")) || tight() {
        let value =
            Quantity { amount: -found.value.amount, upper: found.value.upper.map(|upper| -upper), ..found.value };
        return Found { start: sign, value, ..found };
    }
    found
}

/// With the `between` of `between 10 and 12 ships`.
fn between(sentence: &Sentence<'_>, found: Found, from: usize) -> Found {
    let before = found.start.checked_sub(1).filter(|before| *before >= from && found.value.upper.is_some());
    match before.filter(|before| sentence.is_word(*before, word!("between"))) {
        Some(start) => Found { start, ..found },
        None => found,
    }
}

/// Lists of words without which a quantity has a digit.
const COUNTING: Classes = Classes::of(Class::NumberWord)
    .with(Classes::of(Class::OrdinalWord))
    .with(Classes::of(Class::FractionWord))
    .with(Classes::of(Class::Multiple))
    .with(Classes::of(Class::VagueNumber));

/// Lists of words with which a quantity may begin besides.
const BEGINNING: Classes = COUNTING.with(Classes::of(Class::CountReference)).with(Classes::of(Class::CurrencyWord));

/// Words with which a quantity may begin and that stand in none of the lists.
const OPENERS: &[WordId] = words!["a", "half", "aged", "age", "rs", "rs."];

/// Whether a quantity may begin at token `at`, as far as one look can tell: what no parser begins with is most
/// of a text.
fn may_begin(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    matches!(token.kind, TokenKind::Number | TokenKind::Currency)
        || token.leads
        || token.classes.any(BEGINNING)
        || sentence.is_any(at, OPENERS)
        || sentence.is_any(at, vague::QUANTIFIERS)
        || sentence.kind(at + 1) == Some(TokenKind::Currency)
        || sentence.follows(at, grammar::POSSESSIVE)
}

/// Every quantity holds a digit or a word of these lists.
fn may_hold_quantity(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().any(|token| token.kind == TokenKind::Number || token.classes.any(COUNTING))
        || sentence.cues.iter().any(|cue| cue.classes.any(COUNTING))
        || vague::may_count(sentence)
        || age::may_be_in_a_decade(sentence)
}
