//! An average of pay or prices, without which sort of average.

use crate::check::{CheckContext, Found};
use crate::english::lexicon::Class;
use crate::text::value::Form;

/// How many words after "average" are looked at.
const REACH: usize = 4;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let words = sentence.words;
        let has_money = sentence.quantities.iter().any(|(_, one)| one.form == Form::Money);
        if !has_money || words.has_word(words!["median", "medians", "mean"]) {
            continue;
        }
        let Some(average) = words.place_of(phrases!["average"]) else { continue };
        let mut after = words.from(average.end).tokens.iter().filter(|token| token.is_word()).take(REACH);
        if after.any(|token| token.is(Class::PayNoun)) {
            let message = "is this average the mean or the median? A few large ones pull the mean up".to_owned();
            found.push(Found { places: vec![words.slice(average).span()], message });
        }
    }
}
