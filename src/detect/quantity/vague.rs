//! Quantities without a number: several, dozens, most.

use super::super::phrase::is_determiner;
use super::share::plain;
use super::{Found, counted};
use crate::lexicon::Class;
use crate::sentence::Sentence;
use crate::token::TokenKind;
use crate::value::Form;
use crate::word::Word;

/// Words that count only what directly follows: `most scientists`, `every member`.
pub(super) const QUANTIFIERS: &[Word] = words!["most", "every", "all"];

/// Whether the sentence holds a word that may count.
pub(super) fn may_count(sentence: &Sentence<'_>) -> bool {
    (0..sentence.tokens.len()).any(|at| sentence.is_any(at, QUANTIFIERS))
}

/// The vague quantity that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let cue = sentence
        .cues
        .get(sentence.cues.partition_point(|cue| (cue.first as usize) < at))
        .filter(|cue| cue.first as usize == at);
    let end = match cue {
        Some(cue) if cue.classes.has(Class::VagueNumber) => cue.end as usize,
        _ if sentence.is_any(at, QUANTIFIERS) => return quantified(sentence, at),
        _ => return None,
    };
    let noun_at = end + usize::from(sentence.is_word(end, word!("of")));
    let noun_at = noun_at + usize::from(noun_at > at + 1 && is_determiner(sentence, noun_at));
    let noun = counted::noun(sentence, noun_at);
    let end = if noun > noun_at { noun } else { end };
    Some(Found {
        start: at,
        end,
        value: plain(Form::Vague, 0.0, None, sentence.text(sentence.span_of(noun_at, end.max(noun_at)))),
    })
}

/// `most scientists`: the quantifier right before a plural, or `every` before a noun.
fn quantified(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let noun = if sentence.is_word(at, word!("every")) {
        counted::one_word(sentence, at + 1)
    } else {
        counted::noun(sentence, at + 1)
    };
    let near = noun > at + 1 && noun <= at + 3;
    let time = sentence.is(at + 1, Class::TimeUnit);
    let before = at.checked_sub(1);
    let ranks = sentence.is_word(at, word!("most"))
        && before.is_some_and(|before| {
            is_determiner(sentence, before) || sentence.kind(before) == Some(TokenKind::Possessive)
        });
    if ranks {
        return None;
    }
    (near && !time && !sentence.is_word(at, word!("all"))).then(|| Found {
        start: at,
        end: noun,
        value: plain(Form::Vague, 0.0, None, sentence.text(sentence.span_of(at + 1, noun))),
    })
}
