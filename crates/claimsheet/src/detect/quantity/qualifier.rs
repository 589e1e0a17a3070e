//! "Up to", "about", "an estimated": words that bend the number behind them.

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

fn of(classes: Classes) -> Option<Qualifier> {
    QUALIFIERS.iter().find(|(class, _)| classes.has(*class)).map(|(_, qualifier)| *qualifier)
}
