//! "Doubled", "tripled", "halved" beside the two figures.

use crate::check::numbers::from_to_change::{Change, changes};
use crate::check::{CheckContext, Found, shown};
use crate::text::span::Span;

/// Words with the factor that they tell.
const WORDS: &[(&str, f64)] = &[
    ("doubled", 2.0),
    ("doubling", 2.0),
    ("tripled", 3.0),
    ("tripling", 3.0),
    ("trebled", 3.0),
    ("quadrupled", 4.0),
    ("quadrupling", 4.0),
    ("halved", 0.5),
    ("halving", 0.5),
    ("fell by half", 0.5),
    ("dropped by half", 0.5),
    ("cut in half", 0.5),
    ("cut by half", 0.5),
    ("twofold", 2.0),
    ("threefold", 3.0),
    ("fourfold", 4.0),
    ("fivefold", 5.0),
    ("tenfold", 10.0),
];

/// Words before one of them that make it rough.
const ROUGH: &[&str] = &["more than", "nearly", "almost", "roughly", "about"];

/// By how much, as a share, such words are rounded.
const TOLERANCE: f64 = 0.15;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.sentences() {
        let sentence = draft.text(read.span);
        let all = changes(draft.document, signals);
        for change in &all {
            let Some((word, factor, at)) = told(sentence, read.span, change, all.len()) else { continue };
            let before = sentence.get(..at).unwrap_or("").trim_end();
            let tolerance = if ROUGH.iter().any(|rough| before.ends_with(rough)) { 2.0 * TOLERANCE } else { TOLERANCE };
            let real = change.to / change.from;
            // "A threefold rise" is read as three times as much, and as three times as much more.
            let also = if word.ends_with("fold") { factor + 1.0 } else { factor };
            if [factor, also].iter().all(|factor| (real / factor - 1.0).abs() > tolerance) {
                let start = read.span.start + at as u32;
                let span = Span::new(start, start + word.len() as u32);
                let message = format!(
                    "\"{}\" is a factor of {}, the draft says \"{word}\"",
                    draft.text(change.span),
                    shown(real)
                );
                found.push(Found { places: vec![span, change.span], message });
            }
        }
    }
}

/// The word that tells a change's factor, and where: anywhere in a sentence of one change, else right
/// before the figures.
fn told(sentence: &str, span: Span, change: &Change, changes: usize) -> Option<(&'static str, f64, usize)> {
    let before = sentence.get(..(change.span.start.max(span.start) - span.start) as usize)?;
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(BESIDE))..)?;
    let (within, offset) = if changes == 1 { (sentence, 0) } else { (near, before.len() - near.len()) };
    let all = WORDS.iter().filter_map(|(word, factor)| Some((*word, *factor, offset + whole(within, word)?)));
    if changes == 1 { all.min_by_key(|(.., at)| *at) } else { all.max_by_key(|(.., at)| *at) }
}

/// How far before its figures a word stands at most, in bytes, in a sentence of several changes.
const BESIDE: usize = 20;

/// Where `word` stands in `text` as a whole word.
fn whole(text: &str, word: &str) -> Option<usize> {
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + word.len()..).and_then(|behind| behind.chars().next());
        is_edge(before) && is_edge(behind)
    })
}
