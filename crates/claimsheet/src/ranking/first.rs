//! What a desk takes first: about a quarter of the claims, ranked within the article.

use super::model::{FIRST, FIRST_BIAS};
use super::seen::Article;
use crate::claim::{Claim, Fact, FactRole, Priority};
use crate::text::document::BlockKind;
use crate::text::word_id::WordId;

/// Of a hundred claims, how many are high, and how many are low: editors call a fifth low, and leave out a seventh of
/// what is listed here.
const HIGH: usize = 23;
const LOW: usize = 31;

/// The log odds from which a claim is never low.
const NEVER_LOW: f64 = -0.7;

/// How many claims of the text, at most, say what the headline says.
const SUMMED_UP: usize = 3;

/// The priority of each claim of an article, in their order. What the headline says and the text says again is checked
/// there, and low; a word that somebody said comes first nowhere.
pub(super) fn priorities(article: &Article<'_>, claims: &[Claim]) -> Vec<Priority> {
    let odds: Vec<f64> = claims.iter().map(|claim| FIRST_BIAS + FIRST.sum(&article.of_claim(claim), 0)).collect();
    let at = |claim: usize| odds.get(claim).copied().unwrap_or(f64::NEG_INFINITY);
    let mut order: Vec<usize> = (0..claims.len()).collect();
    let headline = article.text.document.blocks.iter().find(|block| block.kind == BlockKind::Title);
    let is_of_headline = |claim: &Claim| headline.is_some_and(|headline| headline.span.contains(claim.prose));
    let text: Vec<&Claim> = claims.iter().filter(|claim| !is_of_headline(claim)).take(SUMMED_UP).collect();
    let summaries: Vec<bool> = claims.iter().map(|claim| is_of_headline(claim) && is_summary(claim, &text)).collect();
    let summed_up = summaries.iter().filter(|is| **is).count();
    let low = summed_up + (claims.len() - summed_up) * LOW / 100;
    let is_summary = |claim: usize| summaries.get(claim).is_some_and(|is| *is);
    let is_behind: Vec<bool> = claims.iter().zip(&summaries).map(|(claim, is)| *is || is_slight(claim)).collect();
    let behind = |one: &usize, other: &usize| is_behind.get(*one).cmp(&is_behind.get(*other));
    order.sort_by(|one, other| behind(one, other).then(at(*other).total_cmp(&at(*one))).then(one.cmp(other)));
    let high = (claims.len() * HIGH).div_ceil(100).max(1);
    let mut priorities = vec![Priority::Medium; claims.len()];
    for (rank, claim) in order.into_iter().enumerate() {
        let Some(priority) = priorities.get_mut(claim) else { continue };
        if is_summary(claim) {
            *priority = Priority::Low;
        } else if rank < high {
            *priority = Priority::High;
        } else if rank + low >= claims.len() && at(claim) < NEVER_LOW {
            *priority = Priority::Low;
        }
    }
    priorities
}

/// Whether a claim is a word or two that somebody said, and nothing else that can be checked: "Maybe," he said.
fn is_slight(claim: &Claim) -> bool {
    let quotes = || claim.facts.iter().filter(|fact| fact.role == FactRole::Quote);
    let words: usize = quotes().map(|quote| quote.text.split_whitespace().count()).sum();
    let is_slight = |fact: &Fact| matches!(fact.role, FactRole::Quote | FactRole::Speaker | FactRole::Qualifier);
    (1..=SLIGHT).contains(&words) && claim.facts.iter().all(is_slight)
}

/// Most words of a quotation that is no reason to check anything first.
const SLIGHT: usize = 2;

/// Whether a claim of the headline sums up those of the text: its figures stand in them, and half of its other words.
fn is_summary(claim: &Claim, text: &[&Claim]) -> bool {
    let mut figures = claim.facts.iter().filter(|fact| fact.role == FactRole::Figure);
    let is_same = |one: &Fact, other: &Fact| {
        one.value.as_ref().map_or(one.text == other.text, |value| other.value.as_ref() == Some(value))
    };
    let is_said = |figure: &Fact| text.iter().any(|claim| claim.facts.iter().any(|other| is_same(figure, other)));
    let words: Vec<WordId> = text.iter().flat_map(|claim| WordId::of_text(&claim.text)).collect();
    let own = || claim.text.split(' ').filter(|word| word.len() >= LETTERS);
    let again = own().filter(|word| WordId::of_text(word).iter().all(|word| words.contains(word))).count();
    figures.all(is_said) && 2 * again >= own().count()
}

/// Letters of a word that tells what a headline is about, at least.
const LETTERS: usize = 4;
