//! "Doubled", "tripled", "halved" beside the two figures.

use crate::check::figures::is_rough;
use crate::check::numbers::from_to_change::changes;
use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::text::phrase::Phrase;

/// Words with the factor that they tell. "A threefold rise" is read as three times as much, and as three times as
/// much more.
const MULTIPLES: &[(Phrase, &[f64])] = &[
    (Phrase::of("doubled"), &[2.0]),
    (Phrase::of("doubling"), &[2.0]),
    (Phrase::of("tripled"), &[3.0]),
    (Phrase::of("tripling"), &[3.0]),
    (Phrase::of("trebled"), &[3.0]),
    (Phrase::of("quadrupled"), &[4.0]),
    (Phrase::of("quadrupling"), &[4.0]),
    (Phrase::of("halved"), &[0.5]),
    (Phrase::of("halving"), &[0.5]),
    (Phrase::of("fell by half"), &[0.5]),
    (Phrase::of("dropped by half"), &[0.5]),
    (Phrase::of("cut in half"), &[0.5]),
    (Phrase::of("cut by half"), &[0.5]),
    (Phrase::of("twofold"), &[2.0, 3.0]),
    (Phrase::of("threefold"), &[3.0, 4.0]),
    (Phrase::of("fourfold"), &[4.0, 5.0]),
    (Phrase::of("fivefold"), &[5.0, 6.0]),
    (Phrase::of("tenfold"), &[10.0, 11.0]),
];

/// By how much, as a share, such words are rounded.
const TOLERANCE: f64 = 0.15;

/// How far before its figures a word stands at most, in tokens, in a sentence of several changes.
const BESIDE: usize = 4;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let all = changes(draft, sentence);
        for change in &all {
            let near = draft.preceding(change.span).last(BESIDE);
            let told = if all.len() == 1 { multiples(sentence.words).next() } else { multiples(near).last() };
            let Some((word, factors)) = told else { continue };
            let tolerance = if is_rough(draft.preceding(word.span())) { 2.0 * TOLERANCE } else { TOLERANCE };
            let real = change.to / change.from;
            if factors.iter().all(|factor| (real / factor - 1.0).abs() > tolerance) {
                let message = format!(
                    "\"{}\" is a factor of {}, the draft says \"{}\"",
                    draft.text(change.span),
                    format_number(real),
                    word.text()
                );
                found.push(Found { places: vec![word.span(), change.span], message });
            }
        }
    }
}

/// The words of a passage that tell a factor, with it, in order.
fn multiples(words: Passage<'_>) -> impl Iterator<Item = (Passage<'_>, &'static [f64])> {
    (0..words.len()).filter_map(move |at| {
        let (phrase, factors) = MULTIPLES.get(MULTIPLES.iter().position(|(phrase, _)| words.has_at(at, *phrase))?)?;
        Some((words.slice(at..at + phrase.words().len()), *factors))
    })
}
