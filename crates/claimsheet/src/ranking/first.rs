//! What a desk takes first: about a quarter of the claims, ranked within the article.

use super::model::{FIRST, FIRST_BIAS};
use super::seen::Article;
use crate::claim::{Claim, Priority};

/// Of a hundred claims, how many are high, and how many are low: editors call a fifth low, and leave out a seventh of
/// what is listed here.
const HIGH: usize = 23;
const LOW: usize = 31;

/// The log odds from which a claim is never low.
const NEVER_LOW: f64 = -0.7;

/// The priority of each claim of an article, in their order.
pub(super) fn priorities(article: &Article<'_>, claims: &[Claim]) -> Vec<Priority> {
    let odds: Vec<f64> = claims.iter().map(|claim| FIRST_BIAS + FIRST.sum(&article.of_claim(claim), 0)).collect();
    let at = |claim: usize| odds.get(claim).copied().unwrap_or(f64::NEG_INFINITY);
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by(|one, other| at(*other).total_cmp(&at(*one)).then(one.cmp(other)));
    let high = (claims.len() * HIGH).div_ceil(100).max(1);
    let low = claims.len() * LOW / 100;
    let mut priorities = vec![Priority::Medium; claims.len()];
    for (rank, claim) in order.into_iter().enumerate() {
        let Some(priority) = priorities.get_mut(claim) else { continue };
        if rank < high {
            *priority = Priority::High;
        } else if rank + low >= claims.len() && at(claim) < NEVER_LOW {
            *priority = Priority::Low;
        }
    }
    priorities
}
