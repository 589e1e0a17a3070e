//! The same quotation in two wordings.

use crate::check::{CheckContext, Found};
use crate::signal::SignalKind;
use crate::text::span::Span;
use crate::text::word_id::WordId;
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
struct Quote<'a> {
    /// Speakers repeat themselves within a paragraph: only quotations of two blocks are compared.
    block: u32,
    span: Span,
    words: &'a [WordId],
    /// The same words in the order of their numbers.
    sorted: Vec<WordId>,
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let quotes = quotes(draft);
    let holding = holding(&quotes);
    for (number, quote) in quotes.iter().enumerate() {
        let earlier = candidates(quote, number, &holding).into_iter().filter_map(|at| quotes.get(at));
        let mut earlier = earlier.filter(|other| other.block != quote.block);
        if let Some(other) = earlier.find(|other| other.is_another_wording_of(quote)) {
            let message = format!(
                "\"{}\" and \"{}\": one quotation in two wordings?",
                draft.text(other.span),
                draft.text(quote.span)
            );
            found.push(Found { places: vec![other.span, quote.span], message });
        }
    }
}

/// The quotations that are long enough, in order.
fn quotes<'a>(draft: &CheckContext<'a>) -> Vec<Quote<'a>> {
    let signals = draft.records().flat_map(|(read, signals)| signals.iter().map(|signal| (read.block, signal)));
    let quotations = signals.filter(|(_, signal)| signal.kind == SignalKind::Quotation);
    let quotes =
        quotations.map(|(block, signal)| Quote::new(block, signal.span, draft.annotated.words.within(signal.span)));
    quotes.filter(|quote| quote.words.len() >= SHORTEST).collect()
}

/// Each word of the quotations with the number of one that holds it, in order.
fn holding(quotes: &[Quote<'_>]) -> Vec<(WordId, usize)> {
    let numbered = quotes.iter().enumerate();
    let mut holding: Vec<_> =
        numbered.flat_map(|(number, quote)| quote.words.iter().map(move |word| (*word, number))).collect();
    holding.sort_unstable();
    holding.dedup();
    holding
}

/// The quotations before the one of that `number` that hold one of its words; words in very many
/// quotations tell nothing and would make the work grow with the square of the text.
fn candidates(quote: &Quote<'_>, number: usize, holding: &[(WordId, usize)]) -> BTreeSet<usize> {
    let of_word = |word: &WordId| {
        let from = holding.partition_point(|(other, _)| other < word);
        let to = from + holding.get(from..)?.partition_point(|(other, _)| other == word);
        holding.get(from..to).filter(|quotations| quotations.len() <= COMMON)
    };
    let all = quote.words.iter().filter_map(of_word).flatten().map(|(_, other)| *other);
    all.filter(|other| *other < number).collect()
}

impl<'a> Quote<'a> {
    fn new(block: u32, span: Span, words: &'a [WordId]) -> Self {
        Self { block, span, words, sorted: sorted(words) }
    }

    fn is_another_wording_of(&self, other: &Self) -> bool {
        self.words != other.words && self.is_like(other) && !is_part(self.words, other.words)
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

fn sorted(words: &[WordId]) -> Vec<WordId> {
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
fn shared(one: &[WordId], other: &[WordId]) -> usize {
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
fn is_part(one: &[WordId], other: &[WordId]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.windows(short.len()).any(|window| window == short)
}
