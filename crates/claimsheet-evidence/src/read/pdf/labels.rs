//! The numbers that are printed on pages, by a vote: most pages are as far from their number as the others.

use super::layout::{Piece, rows};
use rustc_hash::FxHashMap;

/// Pages that must agree.
const FEWEST: usize = 2;

/// Rows at the head and at the foot of a page among which its number is looked for.
const EDGE: usize = 2;

/// What is printed on each page as its number; none where pages do not agree.
pub(super) fn printed(pages: &[Vec<Piece>]) -> Vec<Option<String>> {
    let numbers: Vec<Vec<i64>> = pages.iter().map(|page| at_edges(page)).collect();
    let mut votes: FxHashMap<i64, usize> = FxHashMap::default();
    for (page, found) in (1_i64..).zip(&numbers) {
        for number in found {
            *votes.entry(page - number).or_default() += 1;
        }
    }
    let best = votes.into_iter().max_by_key(|(offset, count)| (*count, -offset.abs(), *offset));
    let Some((offset, _)) = best.filter(|(_, count)| *count >= FEWEST && *count * 2 >= pages.len()) else {
        return vec![None; pages.len()];
    };
    (1..)
        .take(pages.len())
        .map(|page: i64| Some(page - offset).filter(|number| *number > 0).map(|number| number.to_string()))
        .collect()
}

/// Numbers that stand alone, or first or last in a line, at a page's edges.
fn at_edges(page: &[Piece]) -> Vec<i64> {
    let rows = rows(page);
    let head = rows.iter().take(EDGE);
    let foot = rows.iter().rev().take(EDGE);
    let mut found = Vec::new();
    for row in head.chain(foot) {
        for piece in row {
            let words: Vec<&str> = piece.text.split_whitespace().filter(|word| *word != "|").collect();
            let ends = [words.first(), words.last()];
            found.extend(
                ends.into_iter()
                    .flatten()
                    .filter_map(|word| word.parse::<i64>().ok())
                    .filter(|number| (1..5000).contains(number)),
            );
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
