//! Which entry of a sheet belongs to which claim of the draft: by id, then by likeness in order.

use super::ClaimWords;
use std::collections::{HashMap, HashSet};

/// Least share of words that an edited claim has in common with what it was.
const LIKENESS: f64 = 0.45;

/// Least share where the claim also moved past others.
const LIKENESS_MOVED: f64 = 0.75;

/// How many entries around the expected place are compared.
const REACH: usize = 40;

/// For each claim, in order, the id of its entry among `old` (in the sheet's order), if it has one; `words_of` gives
/// the words of an entry's claim.
pub(super) fn matches(
    claims: &[ClaimWords],
    old: &[&str],
    words_of: impl Fn(&str) -> Option<String>,
) -> Vec<Option<String>> {
    let known: HashSet<&str> = old.iter().copied().collect();
    let mut found: Vec<Option<String>> =
        claims.iter().map(|claim| known.contains(claim.id.as_str()).then(|| claim.id.clone())).collect();
    let ids: HashSet<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
    let left: Vec<(usize, &str, Bag)> = old
        .iter()
        .enumerate()
        .filter(|(_, id)| !ids.contains(*id))
        .filter_map(|(at, id)| Some((at, *id, Bag::of(&words_of(id)?))))
        .collect();
    let places: HashMap<&str, usize> = old.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut taken: HashSet<&str> = HashSet::new();
    let mut after = 0;
    for (claim, slot) in claims.iter().zip(&mut found) {
        if let Some(id) = slot {
            after = places.get(id.as_str()).map_or(after, |at| at + 1);
            continue;
        }
        let words = Bag::of(&claim.text);
        let from = left.partition_point(|(at, ..)| at + REACH < after);
        let near = left.iter().skip(from).take_while(|(at, ..)| *at <= after + REACH);
        let best = near
            .filter(|(_, id, _)| !taken.contains(*id))
            .map(|(at, id, old)| (words.likeness(old), *at, *id))
            .filter(|(likeness, at, _)| *likeness >= if *at >= after { LIKENESS } else { LIKENESS_MOVED })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, at, id)) = best {
            taken.insert(id);
            after = at + 1;
            *slot = Some(id.to_owned());
        }
    }
    found
}

/// Digests of the words of a claim, sorted.
struct Bag(Vec<u32>);

impl Bag {
    fn of(text: &str) -> Self {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut digests: Vec<u32> = words.map(digest).collect();
        digests.sort_unstable();
        Self(digests)
    }

    /// Dice's coefficient: 0 to 1.
    fn likeness(&self, other: &Self) -> f64 {
        let (mut mine, mut theirs, mut shared) = (self.0.iter().peekable(), other.0.iter().peekable(), 0_u32);
        while let (Some(one), Some(two)) = (mine.peek(), theirs.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => drop(mine.next()),
                std::cmp::Ordering::Greater => drop(theirs.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    mine.next();
                    theirs.next();
                }
            }
        }
        2.0 * f64::from(shared) / ((self.0.len() + other.0.len()).max(1) as f64)
    }
}

/// FNV-1a over the word in lower case.
fn digest(word: &str) -> u32 {
    word.chars()
        .flat_map(char::to_lowercase)
        .fold(0x811c_9dc5, |hash: u32, letter| (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_whatever_their_order_and_capitals() {
        let likeness = |one: &str, two: &str| Bag::of(one).likeness(&Bag::of(two));
        assert!((likeness("The quay cost $3 million.", "the quay cost $3 million") - 1.0).abs() < 1e-9);
        assert!((likeness("one two three four", "one two five six") - 0.5).abs() < 1e-9);
        assert!(likeness("one", "two").abs() < 1e-9);
    }
}
