//! The same quotation in two wordings.

use super::{Draft, Found};
use crate::signal::SignalKind;
use crate::span::Span;
use crate::word::Word;
use rustc_hash::FxHashMap as HashMap;
use std::cmp::Ordering;
use std::collections::BTreeSet;

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

/// A quotation of an article.
struct Quote {
    /// Speakers repeat themselves within a paragraph: only quotations of two blocks are compared.
    block: u32,
    span: Span,
    words: Vec<Word>,
    /// The same words in the order of their numbers.
    sorted: Vec<Word>,
}

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let mut seen: Vec<Quote> = Vec::new();
    let mut holding: HashMap<Word, Vec<usize>> = HashMap::default();
    for (read, signals) in draft.sentences() {
        for signal in signals.iter().filter(|signal| signal.kind == SignalKind::Quotation) {
            let quote = Quote::new(read.block, signal.span, draft.text(signal.span));
            if quote.words.len() < SHORTEST {
                continue;
            }
            let earlier = candidates(&quote.words, &holding).into_iter().filter_map(|at| seen.get(at));
            let mut earlier = earlier.filter(|other| other.block != quote.block);
            if let Some(other) = earlier.find(|other| other.is_another_wording_of(&quote)) {
                let message = format!(
                    "\"{}\" and \"{}\": one quotation in two wordings?",
                    draft.text(other.span),
                    draft.text(signal.span)
                );
                found.push(Found { places: vec![other.span, signal.span], message });
            }
            for word in &quote.words {
                let quotations = holding.entry(*word).or_default();
                if quotations.len() <= COMMON && quotations.last() != Some(&seen.len()) {
                    quotations.push(seen.len());
                }
            }
            seen.push(quote);
        }
    }
}

/// The earlier quotations that hold one of the words, first ones first; words in very many of them
/// tell nothing and would make the work grow with the square of the text.
fn candidates(words: &[Word], holding: &HashMap<Word, Vec<usize>>) -> BTreeSet<usize> {
    let telling = words.iter().filter_map(|word| holding.get(word)).filter(|quotations| quotations.len() <= COMMON);
    telling.flatten().copied().collect()
}

impl Quote {
    fn new(block: u32, span: Span, text: &str) -> Self {
        let words = Word::of_text(text);
        let sorted = sorted(&words);
        Self { block, span, words, sorted }
    }

    fn is_another_wording_of(&self, other: &Self) -> bool {
        self.words != other.words && self.is_like(other) && !is_part(&self.words, &other.words)
    }

    /// Whether two quotations share most of their words, or one most of a stretch of the other.
    fn is_like(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let count = short.words.len();
        let is_short = count < long.words.len() && count <= LONGEST && long.words.len() <= LONG;
        if !is_short && likeness(count, count, long.words.len()) < LIKENESS {
            return false;
        }
        let shared = shared(&short.sorted, &long.sorted);
        likeness(shared, count, long.words.len()) >= LIKENESS
            || is_short && shared as f64 >= WITHIN * count as f64 && short.is_in_a_stretch_of(long)
    }

    fn is_in_a_stretch_of(&self, long: &Self) -> bool {
        let count = self.words.len();
        let mut stretches = long.words.windows(count + 1).map(sorted);
        stretches.any(|stretch| likeness(shared(&self.sorted, &stretch), count, count + 1) >= WITHIN)
    }
}

fn sorted(words: &[Word]) -> Vec<Word> {
    let mut sorted = words.to_vec();
    sorted.sort_unstable();
    sorted
}

/// Dice's coefficient over words, whatever their order: the longest common run of pairs would be
/// stricter, a set looser.
fn likeness(shared: usize, one: usize, other: usize) -> f64 {
    2.0 * shared as f64 / (one + other) as f64
}

/// How many words two sorted lists share, each counted as often as both have it.
fn shared(one: &[Word], other: &[Word]) -> usize {
    let (mut one, mut other, mut shared) = (one, other, 0);
    while let ([a, behind_a @ ..], [b, behind_b @ ..]) = (one, other) {
        shared += usize::from(a == b);
        (one, other) = match a.cmp(b) {
            Ordering::Less => (behind_a, other),
            Ordering::Greater => (one, behind_b),
            Ordering::Equal => (behind_a, behind_b),
        };
    }
    shared
}

/// Whether one is a piece of the other, which is quoting again and not otherwise.
fn is_part(one: &[Word], other: &[Word]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.windows(short.len()).any(|window| window == short)
}
