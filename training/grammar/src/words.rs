//! Which words the vocabulary has, and what is certain of them.

use std::cmp::Reverse;

use claimsheet_grammar::lexeme::{self, CLASSES, Hashes, Lexeme};
use claimsheet_grammar::model::{NAME_MARK, OPEN, PAIRS, PLAIN_MARK, RARE_SLOTS, SLOTS, WORDS, pair};
use claimsheet_grammar::vocabulary::Vocabulary;
use claimsheet_grammar::{Relation, Tag};
use rustc_hash::{FxHashMap, FxHashSet};

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

/// The words of the training sentences, by number of occurrences.
pub struct Words {
    /// Hash and number of the words of the vocabulary.
    pub numbered: Vec<(u32, u16)>,
    /// The vocabulary's table, in bytes.
    pub slots: Vec<u8>,
    /// What each word was seen as.
    seen: FxHashMap<u32, Seen>,
    /// The class of a tag and entity label.
    classes: FxHashMap<(u8, u8), u8>,
}

/// Tags and entity labels that a word was seen with, and how often.
type Seen = Vec<((u8, u8), u32)>;

impl Words {
    /// Counts the words.
    ///
    /// # Errors
    ///
    /// When the words do not fit.
    pub fn of(sentences: &[Sentence]) -> Result<Self, &'static str> {
        let numbered = numbered(sentences);
        let slots = Vocabulary::build(&numbered, SLOTS)?;
        let mut words = Self { numbered, slots, seen: FxHashMap::default(), classes: FxHashMap::default() };
        let vocabulary = Vocabulary::parse(&words.slots, &[], &[0; 3])?;
        let own: FxHashMap<u16, u32> = words.numbered.iter().map(|(hash, number)| (*number, *hash)).collect();
        let key = |hashes: Hashes| own.get(&vocabulary.word(hashes)).copied().unwrap_or(hashes.folded);
        let mut seen: FxHashMap<u32, Seen> = FxHashMap::default();
        for sentence in sentences {
            for (at, form) in sentence.forms.iter().enumerate() {
                let kind = (sentence.tags[at].index() as u8, sentence.labels[at]);
                let kinds = seen.entry(key(lexeme::hashes(form))).or_default();
                match kinds.iter_mut().find(|(other, _)| *other == kind) {
                    Some((_, count)) => *count += 1,
                    None => kinds.push((kind, 1)),
                }
            }
        }
        words.seen = seen;
        words.name_classes();
        Ok(words)
    }

    /// Numbers the kinds that most words are.
    fn name_classes(&mut self) {
        let mut counts: FxHashMap<(u8, u8), u32> = FxHashMap::default();
        for kinds in self.seen.values() {
            if let Some(kind) = most(kinds, None) {
                *counts.entry(kind).or_default() += 1;
            }
        }
        let mut order: Vec<((u8, u8), u32)> = counts.into_iter().collect();
        order.sort_unstable_by_key(|(kind, count)| (Reverse(*count), *kind));
        self.classes = order.iter().zip(1..Lexeme::OUTSIDE_CLASS).map(|((kind, _), class)| (*kind, class)).collect();
    }

    /// The class of a word without one occurrence of a kind; 0 if nothing is left.
    fn class(&self, key: u32, without: Option<(u8, u8)>) -> u8 {
        let kind = self.seen.get(&key).and_then(|kinds| most(kinds, without));
        kind.and_then(|kind| self.classes.get(&kind).copied()).unwrap_or(0)
    }

    /// The class of each word of the vocabulary.
    pub fn classes(&self) -> Vec<u8> {
        let mut classes = vec![0; WORDS];
        for (hash, number) in &self.numbered {
            classes[usize::from(*number)] = self.class(*hash, None);
        }
        classes
    }

    /// What the words of each class mostly are: their tag, with [`NAME_MARK`] if they are part of an entity.
    pub fn kinds(&self) -> Vec<u8> {
        let mut kinds = vec![0; CLASSES];
        for ((tag, label), class) in &self.classes {
            kinds[usize::from(*class)] = tag | if *label > 0 { NAME_MARK } else { 0 };
        }
        kinds
    }

    /// The table of rarer words, in bytes: those that were seen twice or more.
    pub fn rare(&self) -> Vec<u8> {
        let known: FxHashSet<u32> = self.numbered.iter().map(|(hash, _)| *hash).collect();
        let total = |kinds: &Seen| kinds.iter().map(|(_, count)| *count).sum::<u32>();
        let others = self.seen.iter().filter(|(key, kinds)| !known.contains(*key) && total(kinds) >= 2);
        let mut order: Vec<(u32, u32, u8)> =
            others.map(|(key, kinds)| (total(kinds), *key, self.class(*key, None))).filter(|word| word.2 > 0).collect();
        order.sort_unstable_by_key(|(count, key, _)| (Reverse(*count), *key));
        order.truncate(RARE_SLOTS * 4 / 5);
        eprintln!("{} rarer words", order.len());
        Vocabulary::build_rare(&order.iter().map(|(_, key, class)| (*key, *class)).collect::<Vec<_>>(), RARE_SLOTS)
    }

    /// Gives a sentence's lexemes the classes that their words have by all other occurrences, as in
    /// use.
    pub fn forget_own(&self, sentence: &Sentence, lexemes: &mut [Lexeme]) {
        for (at, lexeme) in lexemes.iter_mut().enumerate() {
            if lexeme.word == Lexeme::UNKNOWN {
                let kind = (sentence.tags[at].index() as u8, sentence.labels[at]);
                lexeme.class = self.class(lexeme::hashes(&sentence.forms[at]).folded, Some(kind));
            }
        }
    }
}

/// The kind seen most, the first of equals, without one occurrence of a kind.
fn most(kinds: &Seen, without: Option<(u8, u8)>) -> Option<(u8, u8)> {
    let counts = kinds.iter().map(|(kind, count)| (count - u32::from(without == Some(*kind) && *count > 0), *kind));
    counts.filter(|(count, _)| *count > 0).max_by_key(|(count, kind)| (*count, Reverse(*kind))).map(|(_, kind)| kind)
}

/// The words of the vocabulary, by hash, with their numbers.
fn numbered(sentences: &[Sentence]) -> Vec<(u32, u16)> {
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
    eprintln!("vocabulary: {} words, the rarest {} times", words.len(), words.last().map_or(0, |word| word.1));
    words.iter().zip(first..).map(|((hash, _), number)| (*hash, number)).collect()
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
