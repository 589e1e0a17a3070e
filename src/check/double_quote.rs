//! The same quotation in two wordings.

use super::{Draft, Found};
use crate::signal::SignalKind;
use crate::span::Span;
use std::collections::{BTreeSet, HashMap};

/// Fewest words of a quotation that is compared.
const SHORTEST: usize = 6;

/// Most quotations that a word may be in to tell one from another.
const COMMON: usize = 30;

/// Least share of words in common.
const LIKENESS: f64 = 0.75;

/// Least share of words in common with a stretch of a longer quotation.
const WITHIN: f64 = 0.8;

/// Longest quotation, in words, that is looked for within a longer one.
const LONGEST: usize = 60;

/// Longest quotation, in words, in which a shorter one is looked for.
const LONG: usize = 200;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    // With the block, as speakers repeat themselves within a paragraph.
    let mut seen: Vec<(u32, Span, Vec<String>)> = Vec::new();
    let mut holding: HashMap<String, Vec<usize>> = HashMap::new();
    for (read, signals) in draft.sentences() {
        for signal in signals.iter().filter(|signal| signal.kind == SignalKind::Quotation) {
            let words = words(draft.text(signal.span));
            if words.len() < SHORTEST {
                continue;
            }
            let twin = candidates(&words, &holding)
                .into_iter()
                .filter_map(|at| seen.get(at))
                .filter(|(block, ..)| *block != read.block)
                .find(|(_, _, other)| *other != words && is_like(other, &words) && !is_part(other, &words));
            if let Some((_, other, _)) = twin {
                let message = format!(
                    "\"{}\" and \"{}\": one quotation in two wordings?",
                    draft.text(*other),
                    draft.text(signal.span)
                );
                found.push(Found { places: vec![*other, signal.span], message });
            }
            for word in &words {
                let quotations = holding.entry(word.clone()).or_default();
                if quotations.len() <= COMMON && quotations.last() != Some(&seen.len()) {
                    quotations.push(seen.len());
                }
            }
            seen.push((read.block, signal.span, words));
        }
    }
}

/// The earlier quotations that hold one of the words, first ones first; words in very many of them
/// tell nothing and would make the work grow with the square of the text.
fn candidates(words: &[String], holding: &HashMap<String, Vec<usize>>) -> BTreeSet<usize> {
    let telling = words.iter().filter_map(|word| holding.get(word)).filter(|quotations| quotations.len() <= COMMON);
    telling.flatten().copied().collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether two quotations share most of their words, or one most of a stretch of the other.
fn is_like(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_short = short.len() < long.len() && short.len() <= LONGEST && long.len() <= LONG;
    let within = || {
        shared(short, long) as f64 >= WITHIN * short.len() as f64
            && long.windows(short.len() + 1).any(|stretch| likeness(short, stretch) >= WITHIN)
    };
    likeness(one, other) >= LIKENESS || is_short && within()
}

/// Dice's coefficient over words in their order: the longest common run of pairs would be stricter, a
/// set looser.
fn likeness(one: &[String], other: &[String]) -> f64 {
    2.0 * shared(one, other) as f64 / (one.len() + other.len()) as f64
}

/// How many words two quotations share, each counted as often as both have it.
fn shared(one: &[String], other: &[String]) -> usize {
    let mut left: Vec<&String> = other.iter().collect();
    let is_left = |word: &&String| left.iter().position(|known| known == word).map(|at| left.swap_remove(at)).is_some();
    one.iter().filter(is_left).count()
}

/// Whether one is a piece of the other, which is quoting again and not otherwise.
fn is_part(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.windows(short.len()).any(|window| window == short)
}
