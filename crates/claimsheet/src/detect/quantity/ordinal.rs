//! Numbers that say which of several: `page 12`, `the third`.

use super::{Found, no_figure, number};
use crate::detect::noun_phrase::is_determiner;
use crate::detect::quantity::proportion::plain;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::number_words;
use crate::english::phrase_lists::numbers::NO_PLACE;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::Form;

/// The reference or ordinal that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    reference(sentence, at).or_else(|| ordinal(sentence, at))
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
        let is_ordinal = number_words::is_ordinal_ending(sentence.text(suffix.span));
        let amount: f64 = sentence.word(at).replace(',', "").parse().ok()?;
        let is_of_title = no_figure::is_of_title(sentence, at);
        return (is_ordinal && !is_of_title).then(|| Found {
            start: at,
            end: at + 2,
            value: plain(Form::Ordinal, amount, None, ""),
        });
    }
    if let Some((place, end)) = compound_ordinal(sentence, at) {
        return Some(Found { start: at, end, value: plain(Form::Ordinal, f64::from(place), None, "") });
    }
    let before = at.checked_sub(1)?;
    let determined = sentence.is(before, (grammar::ARTICLE, Class::ThirdPossessive))
        || sentence.kind(before) == Some(TokenKind::Possessive);
    let next = sentence.token(at + 1)?;
    let followed = next.is_word() && next.spaced && !next.is(Class::FunctionWord) && !next.classes.has(Class::LawNoun);
    let is_placing = sentence.is(at, Class::OrdinalWord) && determined && followed && !is_determiner(sentence, at + 1);
    let place = number_words::ordinal(sentence.token(at)?.word).filter(|_| is_placing)?;
    let superlative = sentence.word(at + 1).ends_with("est");
    let party = sentence.is(at + 1, NO_PLACE);
    // "the Sixth Circuit", "the Third Avenue": part of a name.
    let named = sentence.token(at)?.is_capitalised() && next.is_capitalised();
    (!superlative && !party && !named).then(|| Found {
        start: at,
        end: at + 1,
        value: plain(Form::Ordinal, f64::from(place), None, ""),
    })
}

/// `twenty-fifth`, and one past it.
fn compound_ordinal(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    let tens = number_words::cardinal(sentence.token(at)?.word).filter(|tens| *tens >= 20)?;
    let unit = at + 1 + usize::from(sentence.kind(at + 1) == Some(TokenKind::Hyphen));
    let place = number_words::ordinal(sentence.token(unit)?.word).filter(|place| *place < 10)?;
    Some((tens + place, unit + 1))
}
