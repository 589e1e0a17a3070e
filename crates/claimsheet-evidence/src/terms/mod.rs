//! Words as the search compares them: without endings, the common ones left out.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;
pub(crate) use vocabulary::{Term, Vocabulary, Word};

mod vocabulary;

/// Words that say nothing of what a sentence is about.
static COMMON: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lines(include_str!("../../data/common-words.txt")).collect());

/// Forms that no ending explains, and words that stand for each other in reports.
static SAME: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    lines(include_str!("../../data/same-words.txt")).filter_map(|line| line.split_once(' ')).collect()
});

/// The lines of a list that are no remarks.
fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of a text without their endings, each with the byte where it begins.
pub(crate) fn terms(text: &str) -> Vec<(usize, String)> {
    words(text).filter_map(|(at, word)| Some((at, term(word)?))).collect()
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
        || COMMON.contains(lower)
    {
        return None;
    }
    Some(stem(lower))
}

/// The word without the ending of a plural, a tense or an adverb.
fn stem(word: &str) -> String {
    if let Some(base) = SAME.get(word) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_lists_of_words_is_well_formed() {
        let common: Vec<&str> = lines(include_str!("../../data/common-words.txt")).collect();
        assert!(common.is_sorted_by(|one, two| one < two), "each word stands once, in their order");
        let same: Vec<&str> = lines(include_str!("../../data/same-words.txt")).collect();
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let is_plain = |word: &String| !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase());
        assert!(common.iter().all(|word| words(word).len() == 1 && words(word).iter().all(is_plain)));
        assert!(same.iter().all(|line| words(line).len() == 2 && words(line).iter().all(is_plain)));
        let mut seen: Vec<String> = same.iter().filter_map(|line| words(line).first().cloned()).collect();
        seen.sort();
        assert!(seen.is_sorted_by(|one, two| one < two), "each word stands for one other");
    }
}
