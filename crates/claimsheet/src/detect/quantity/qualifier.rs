//! "Up to", "about", "an estimated": words that bend the number behind them; "or more" bends the one before.

use super::Found;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::text::value::{Qualifier, Quantity};

const QUALIFIERS: &[(Class, Qualifier)] = &[
    (Class::QualifierUpTo, Qualifier::UpTo),
    (Class::QualifierAtLeast, Qualifier::AtLeast),
    (Class::QualifierUnder, Qualifier::Under),
    (Class::QualifierAverage, Qualifier::Average),
    (Class::QualifierExactly, Qualifier::Exactly),
    (Class::QualifierAbout, Qualifier::About),
];

/// The quantity with the qualifier right before it, not beginning before token `from`.
pub(super) fn with(sentence: &Sentence<'_>, found: Found, from: usize) -> Found {
    let at = sentence.cues.partition_point(|cue| (cue.end as usize) < found.start);
    let cue = sentence.cues.get(at).filter(|cue| cue.end as usize == found.start && cue.first as usize >= from);
    match cue.and_then(|cue| Some((cue.first as usize, of(cue.classes)?))) {
        Some((start, qualifier)) => {
            Found { start, value: Quantity { qualifier: Some(qualifier), ..found.value }, ..found }
        }
        None => found,
    }
}

/// What stands behind a number and bends it, with one past its end, from the `or` at token `at`: `or more`, `or under`,
/// `or so`.
pub(super) fn behind(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Qualifier)> {
    let qualifier = match () {
        () if sentence.is_any(at + 1, words!["more", "above", "over", "older", "higher", "longer", "greater"]) => {
            Qualifier::AtLeast
        }
        () if sentence.is_any(at + 1, words!["fewer", "less", "under", "below", "younger", "lower", "shorter"]) => {
            Qualifier::UpTo
        }
        () if sentence.is_word(at + 1, word!("so")) => Qualifier::About,
        () => return None,
    };
    sentence.is_word(at, word!("or")).then_some((at + 2, qualifier))
}

/// The quantity with what stands behind it and bends it: `five boats or more`.
pub(super) fn with_behind(sentence: &Sentence<'_>, found: Found) -> Found {
    match behind(sentence, found.end).filter(|_| found.value.qualifier.is_none()) {
        Some((end, qualifier)) => Found { end, value: Quantity { qualifier: Some(qualifier), ..found.value }, ..found },
        None => found,
    }
}

fn of(classes: Classes) -> Option<Qualifier> {
    QUALIFIERS.iter().find(|(class, _)| classes.has(*class)).map(|(_, qualifier)| *qualifier)
}
