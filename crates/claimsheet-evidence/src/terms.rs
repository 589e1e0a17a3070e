//! Words as the search compares them: without endings, the common ones left out.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Words that say nothing of what a sentence is about.
const COMMON: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "before",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "each",
    "every",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "may",
    "me",
    "more",
    "most",
    "much",
    "my",
    "no",
    "not",
    "of",
    "on",
    "one",
    "only",
    "or",
    "our",
    "out",
    "over",
    "per",
    "said",
    "say",
    "says",
    "she",
    "should",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "told",
    "under",
    "up",
    "was",
    "we",
    "were",
    "what",
    "when",
    "which",
    "while",
    "who",
    "will",
    "with",
    "would",
    "you",
    "your",
    "cent",
    "million",
    "billion",
    "thousand",
    "percent",
    "according",
    "now",
    "just",
    "year",
    "years",
];

/// The same to look up: every word of every document is.
static IS_COMMON: LazyLock<FxHashSet<&str>> = LazyLock::new(|| COMMON.iter().copied().collect());

/// [`SAME`] to look up.
static IS_SAME: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| SAME.iter().copied().collect());

/// The words of a text without their endings, each with the byte where it begins.
pub(crate) fn terms(text: &str) -> Vec<(usize, String)> {
    words(text).filter_map(|(at, word)| Some((at, term(word)?))).collect()
}

/// Terms of many texts, in which each word is stemmed once.
#[derive(Debug, Default)]
pub(crate) struct Stems(FxHashMap<String, Option<String>>);

impl Stems {
    /// As [`terms`].
    pub(crate) fn terms(&mut self, text: &str) -> Vec<(usize, String)> {
        words(text).filter_map(|(at, word)| Some((at, self.term(word)?))).collect()
    }

    fn term(&mut self, word: &str) -> Option<String> {
        if let Some(known) = self.0.get(word) {
            return known.clone();
        }
        let term = term(word);
        self.0.insert(word.to_owned(), term.clone());
        term
    }
}

/// The words of a text with the bytes where they begin; apostrophes and inner hyphens divide none and all.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let rest = text.get(start..)?;
        let inner = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’');
        let end = start + rest.find(|letter| !inner(letter)).unwrap_or(rest.len());
        at = end;
        Some((start, text.get(start..end)?))
    })
}

/// The word as it is compared; none where it is a common one or a number.
fn term(word: &str) -> Option<String> {
    let lower = word.to_lowercase().replace('’', "'");
    let lower = lower.trim_matches('\'');
    let lower = lower.strip_suffix("'s").unwrap_or(lower);
    if lower.len() < 2
        || lower.starts_with(|letter: char| letter.is_ascii_digit()) && !crate::number::is_year_text(lower)
        || IS_COMMON.contains(lower)
    {
        return None;
    }
    Some(stem(lower))
}

/// The word without the ending of a plural, a tense or an adverb.
fn stem(word: &str) -> String {
    if let Some(base) = IS_SAME.get(word) {
        return base.trim_end_matches('e').to_owned();
    }
    for (ending, instead, least) in ENDINGS {
        if let Some(start) = word.strip_suffix(ending)
            && start.len() >= *least
        {
            let mut base = format!("{start}{instead}");
            let last = base.chars().last();
            if matches!(*ending, "ed" | "ing") && last.is_some() && last == base.chars().rev().nth(1) {
                base.pop();
            }
            return base.trim_end_matches('e').to_owned();
        }
    }
    word.trim_end_matches('e').to_owned()
}

const ENDINGS: &[(&str, &str, usize)] = &[
    ("ations", "at", 3),
    ("ation", "at", 3),
    ("ings", "", 3),
    ("ing", "", 3),
    ("ments", "", 4),
    ("ment", "", 4),
    ("ures", "", 4),
    ("ure", "", 4),
    ("ers", "", 4),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ed", "", 3),
    ("es", "", 3),
    ("er", "", 4),
    ("ly", "", 3),
    ("s", "", 2),
];

/// Forms that no ending explains, and words that stand for each other in reports.
const SAME: &[(&str, &str)] = &[
    ("rose", "rise"),
    ("risen", "rise"),
    ("rising", "rise"),
    ("increase", "rise"),
    ("increased", "rise"),
    ("increases", "rise"),
    ("grew", "rise"),
    ("growth", "rise"),
    ("grow", "rise"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("decrease", "fall"),
    ("decreased", "fall"),
    ("loss", "loss"),
    ("lost", "loss"),
    ("lose", "loss"),
    ("losses", "loss"),
    ("losing", "loss"),
    ("held", "hold"),
    ("sold", "sell"),
    ("sale", "sell"),
    ("sales", "sell"),
    ("bought", "buy"),
    ("purchase", "buy"),
    ("paid", "pay"),
    ("payment", "pay"),
    ("spent", "spend"),
    ("spending", "spend"),
    ("shut", "clos"),
    ("shuts", "clos"),
    ("people", "person"),
    ("persons", "person"),
    ("employees", "employ"),
    ("staff", "employ"),
    ("workers", "employ"),
    ("turnover", "revenue"),
    ("revenues", "revenue"),
    ("jobs", "job"),
    ("posts", "post"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("flats", "home"),
    ("homes", "home"),
    ("dwellings", "home"),
    ("dwelling", "home"),
    ("houses", "home"),
    ("began", "begin"),
    ("chose", "choose"),
    ("crowd", "attendanc"),
    ("crowds", "attendanc"),
    ("gate", "attendanc"),
    ("signature", "sign"),
    ("signatures", "sign"),
    ("signed", "sign"),
    ("abstentions", "abstain"),
    ("abstention", "abstain"),
    ("abstained", "abstain"),
    ("owes", "owe"),
    ("wrote", "write"),
    ("built", "build"),
    ("voted", "vote"),
];

/// How rare each term is among the passages that are searched.
#[derive(Debug, Default)]
pub(crate) struct Rarity {
    counts: FxHashMap<String, u32>,
    units: u32,
}

impl Rarity {
    pub(crate) fn add<'a>(&mut self, terms: impl Iterator<Item = &'a str>) {
        self.units += 1;
        let mut seen: Vec<&str> = terms.collect();
        seen.sort_unstable();
        seen.dedup();
        for term in seen {
            match self.counts.get_mut(term) {
                Some(count) => *count += 1,
                None => drop(self.counts.insert(term.to_owned(), 1)),
            }
        }
    }

    /// The weight of a term: 1 where nearly every passage has it, more the fewer do.
    pub(crate) fn weight(&self, term: &str) -> f64 {
        let count = f64::from(self.counts.get(term).copied().unwrap_or(0));
        (1.0 + f64::from(self.units) / (1.0 + count)).ln()
    }

    /// In how many passages a term stands.
    pub(crate) fn count(&self, term: &str) -> u32 {
        self.counts.get(term).copied().unwrap_or(0)
    }

    pub(crate) fn knows(&self, term: &str) -> bool {
        self.counts.contains_key(term)
    }
}
