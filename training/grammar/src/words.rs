//! Which words the vocabulary has, and what is certain of them.

use std::cmp::Reverse;

use claimsheet_grammar::lexeme::{self, Hashes, Lexeme};
use claimsheet_grammar::model::{OPEN, PAIRS, PLAIN_MARK, SLOTS, WORDS, pair};
use claimsheet_grammar::vocabulary::Vocabulary;
use claimsheet_grammar::{Relation, Tag};
use rustc_hash::FxHashMap;

use crate::corpus::Sentence;

/// How often a word must occur to be in the vocabulary.
const LEAST: u32 = 5;

/// How often a word must occur before it is said to have one tag only, or never to be in a name.
const CERTAIN: u32 = 60;

/// The share of its occurrences in which a word has the tag that is said to be its only one.
const ONLY_TAG: f64 = 0.999;

/// As [`ONLY_TAG`], of pairs of tags and their relation.
const ONLY_RELATION: f64 = 0.998;

/// What is counted of a spelling.
#[derive(Default, Clone, Copy)]
struct Count {
    all: u32,
    within: u32,
}

/// The table of the vocabulary, in bytes.
///
/// # Errors
///
/// When the words do not fit.
pub fn slots(sentences: &[Sentence]) -> Result<Vec<u8>, &'static str> {
    let mut folded: FxHashMap<u32, u32> = FxHashMap::default();
    let mut spellings: FxHashMap<Hashes, Count> = FxHashMap::default();
    for sentence in sentences {
        let lower = sentence.forms.iter().filter(|form| form.starts_with(|first: char| first.is_lowercase())).count();
        let is_headline = 3 * lower < sentence.len();
        for (at, form) in sentence.forms.iter().enumerate() {
            let hashes = lexeme::hashes(form);
            *folded.entry(hashes.folded).or_default() += 1;
            let count = spellings.entry(hashes).or_default();
            count.all += 1;
            count.within += u32::from(at > 1 && !is_headline);
        }
    }
    let mut words: Vec<(u32, u32)> = folded.iter().map(|(hash, count)| (*hash, *count)).collect();
    for (hashes, count) in &spellings {
        let small = spellings.get(&Hashes { exact: hashes.folded, folded: hashes.folded }).map_or(0, |count| count.all);
        // Both spellings are usual within sentences: `US` and `us`.
        let is_own = hashes.exact != hashes.folded && count.within >= 10 && small >= 10;
        if is_own && 10 * count.within >= small && 20 * small >= count.within {
            words.push((hashes.exact, count.all));
        }
    }
    words.retain(|(_, count)| *count >= LEAST);
    words.sort_unstable_by_key(|(hash, count)| (Reverse(*count), *hash));
    words.truncate(WORDS - 2);
    let first = Lexeme::OUTSIDE_WORD + 1;
    let numbered: Vec<(u32, u16)> = words.iter().zip(first..).map(|((hash, _), number)| (*hash, number)).collect();
    eprintln!("vocabulary: {} words, the rarest {} times", numbered.len(), words.last().map_or(0, |word| word.1));
    Vocabulary::build(&numbered, SLOTS)
}

/// The mark of each word: its tag, if it has but one, and whether it is never in an entity unless
/// the word before is.
pub fn marks(sentences: &[Sentence], vocabulary: &Vocabulary) -> Vec<u8> {
    let mut tags = vec![[0_u32; Tag::COUNT]; WORDS];
    let mut begins = vec![0_u32; WORDS];
    for sentence in sentences {
        for (at, form) in sentence.forms.iter().enumerate() {
            let word = usize::from(Lexeme::of(form, vocabulary).word);
            tags[word][sentence.tags[at].index()] += 1;
            begins[word] += u32::from(sentence.labels[at] % 2 == 1);
        }
    }
    let mark = |word: usize| {
        let total: u32 = tags[word].iter().sum();
        let (best, count) = tags[word].iter().enumerate().max_by_key(|(_, count)| **count).unwrap_or((0, &0));
        if word <= usize::from(Lexeme::OUTSIDE_WORD) || total < CERTAIN {
            return OPEN;
        }
        let only = if f64::from(*count) >= ONLY_TAG * f64::from(total) { best as u8 } else { OPEN };
        let is_plain = f64::from(begins[word]) <= 0.001 * f64::from(total);
        only | if is_plain { PLAIN_MARK } else { 0 }
    };
    (0..WORDS).map(mark).collect()
}

/// The only relation of each pair of tags, from sentences with the tags that the tagger gives.
pub fn pairs(sentences: &[Sentence], tags: &[Vec<Tag>]) -> Vec<u8> {
    let mut counts = vec![[0_u32; Relation::COUNT]; PAIRS];
    for (sentence, tags) in sentences.iter().zip(tags) {
        for (at, head) in sentence.heads.iter().map(|head| *head as usize).enumerate() {
            if head != at {
                counts[pair(tags[at], tags[head], head > at)][sentence.relations[at].index()] += 1;
            }
        }
    }
    let only = |counts: &[u32; Relation::COUNT]| {
        let total: u32 = counts.iter().sum();
        let (best, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count).unwrap_or((0, &0));
        if total >= CERTAIN && f64::from(*count) >= ONLY_RELATION * f64::from(total) { best as u8 } else { OPEN }
    };
    counts.iter().map(only).collect()
}
