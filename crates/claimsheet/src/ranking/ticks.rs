//! Which facts of a claim a checker ticks: the few that it rests on.

use super::model::{TICKS, TICKS_BIAS, TICKS_LEAST};
use super::seen::Article;
use crate::claim::{Claim, Fact, FactRole, LeftOut};

/// Most ticks of a claim.
const MOST: usize = 4;

/// How much less than [`TICKS_LEAST`] the best fact of a claim needs, in log odds, so that few claims have none.
const ALONE: f64 = 2.0;

/// For each fact of a claim, in order, why it is not ticked; none for those that are. The likeliest are ticked first,
/// and none that shares words with one before.
pub(super) fn choose(article: &Article<'_>, claim: &Claim) -> Vec<Option<LeftOut>> {
    let odds: Vec<f64> =
        claim.facts.iter().map(|fact| TICKS_BIAS + TICKS.sum(&article.of_fact(claim, fact), 0)).collect();
    let mut order: Vec<usize> = (0..odds.len()).collect();
    let at = |order: usize| odds.get(order).copied().unwrap_or(f64::NEG_INFINITY);
    order.sort_by(|one, other| at(*other).total_cmp(&at(*one)).then(one.cmp(other)));
    let mut left_out: Vec<Option<LeftOut>> =
        claim.facts.iter().map(|fact| Some(if is_name(fact) { LeftOut::InNames } else { LeftOut::Minor })).collect();
    let mut ticked: Vec<&Fact> = Vec::new();
    for at in order {
        let (Some(fact), Some(odds), Some(slot)) = (claim.facts.get(at), odds.get(at), left_out.get_mut(at)) else {
            continue;
        };
        if ticked.iter().any(|other| other.prose.overlaps(fact.prose)) {
            *slot = Some(LeftOut::Covered);
        } else if ticked.len() < MOST && (*odds >= TICKS_LEAST || ticked.is_empty() && *odds >= TICKS_LEAST - ALONE) {
            ticked.push(fact);
            *slot = None;
        }
    }
    left_out
}

fn is_name(fact: &Fact) -> bool {
    matches!(fact.role, FactRole::Name | FactRole::Place)
}
