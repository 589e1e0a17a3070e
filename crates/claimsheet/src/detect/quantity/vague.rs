//! Quantities without a number: several, dozens, most.

use super::{Found, counted_noun, number};
use crate::detect::noun_phrase::is_determiner;
use crate::detect::quantity::proportion::plain;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::TokenKind;
use crate::text::value::Form;
use crate::text::word_id::WordId;

/// Words that count only what directly follows: `most scientists`.
pub(super) const QUANTIFIERS: &[WordId] = words!["most", "all"];

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
        Some(cue) if cue.classes.has(Class::VagueNumber) => with_scale(sentence, cue.end as usize),
        _ if sentence.is_any(at, QUANTIFIERS) => return quantified(sentence, at),
        _ => return None,
    };
    let noun_at = end + usize::from(sentence.is_word(end, word!("of")));
    let noun_at = noun_at + usize::from(noun_at > at + 1 && is_determiner(sentence, noun_at));
    let noun = counted_noun::noun(sentence, noun_at);
    let end = if noun > noun_at { noun } else { end };
    Some(Found {
        start: at,
        end,
        value: plain(Form::Vague, 0.0, None, sentence.text(sentence.span_of(noun_at, end.max(noun_at)))),
    })
}

/// With the `hundred` of `a few hundred`.
fn with_scale(sentence: &Sentence<'_>, end: usize) -> usize {
    number::scale(sentence, end)
        .filter(|_| sentence.token(end).is_some_and(|word| word.spaced))
        .map_or(end, |(_, end)| end)
}

/// `most scientists`: the quantifier right before a plural.
fn quantified(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let noun = counted_noun::noun(sentence, at + 1);
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
